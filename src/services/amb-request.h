/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"

G_BEGIN_DECLS

/**
 * AmbRequest:
 * @context: the context
 * @id: a record, or 0
 * @number: whatever the verb needs
 * @text: (nullable): whatever the verb needs
 * @object: (nullable): whatever the verb needs
 * @free_object: (nullable): frees @object
 *
 * What a verb of this layer takes along to the thread of the database.
 */
typedef struct
{
  AmbContext     *context;
  gint64          id;
  gint64          number;
  char           *text;
  gpointer        object;
  GDestroyNotify  free_object;
} AmbRequest;

AmbRequest *amb_request_new    (AmbContext *context, gint64 id, gint64 number, const char *text);
AmbRequest *amb_request_take   (AmbRequest *self, gpointer object, GDestroyNotify free_object);
void        amb_request_send   (AmbRequest *self, AmbAccess access, AmbDatabaseFunc func, GDestroyNotify result_free,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gpointer    amb_request_finish (AmbContext *context, GAsyncResult *result, GError **error);
gboolean    amb_request_is_done (AmbContext *context, GAsyncResult *result, GError **error);
gpointer    amb_request_done   (gboolean done);

G_END_DECLS
