/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks before something that cannot be undone; @action is the word on the button. */
void     amb_confirm_async  (GtkWidget *widget, const char *heading, const char *body, const char *action,
                             gboolean destructive, GAsyncReadyCallback callback, gpointer data);
gboolean amb_confirm_finish (GAsyncResult *result);

/* Says one thing that has to be read. */
void     amb_confirm_tell   (GtkWidget *widget, const char *heading, const char *body);

/* For dialogs that hold more than text. */
void     amb_confirm_set_words (AdwMessageDialog *dialog, const char *heading, const char *body);

G_END_DECLS
