/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"
#include "amb-entry.h"

G_BEGIN_DECLS

/* The verbs of the sharing log. */

void      amb_logbook_load_async    (AmbContext *context, gint64 entry_id, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer data);
AmbEntry *amb_logbook_load_finish   (AmbContext *context, GAsyncResult *result, GError **error);

/* Stores an entry with what was heard, its tags, stories and results; id 0 makes a new one. Returns it as stored. */
void      amb_logbook_save_async    (AmbContext *context, AmbEntry *entry, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer data);
AmbEntry *amb_logbook_save_finish   (AmbContext *context, GAsyncResult *result, GError **error);

/* Stores what was changed of an entry; answers as amb_logbook_save_finish() does. */
void      amb_logbook_change_async  (AmbContext *context, AmbEntry *before, AmbEntry *after, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer data);

/* Removes (TRUE) or brings back (FALSE): deletion can be undone. */
void      amb_logbook_remove_async  (AmbContext *context, gint64 entry_id, gboolean remove_it, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer data);
gboolean  amb_logbook_remove_finish (AmbContext *context, GAsyncResult *result, GError **error);

/* Writes the whole log to a file; @format is "csv" or "json". Returns the number of records, or -1 with an error. */
void      amb_logbook_export_async  (AmbContext *context, GFile *file, const char *format, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer data);
gint64    amb_logbook_export_finish (AmbContext *context, GAsyncResult *result, GError **error);

G_END_DECLS
