/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-request.h"

static void
free_request (AmbRequest *self)
{
  if (self->free_object != NULL && self->object != NULL)
    self->free_object (self->object);
  g_object_unref (self->context);
  g_free (self->text);
  g_free (self);
}

/**
 * amb_request_new:
 * @context: the context
 * @id: a record, or 0
 * @number: whatever the verb needs
 * @text: (nullable): whatever the verb needs
 *
 * Makes a request.
 *
 * Returns: (transfer full): the request; [method@Request.send] takes it
 */
AmbRequest *
amb_request_new (AmbContext *context,
                 gint64      id,
                 gint64      number,
                 const char *text)
{
  AmbRequest *self = g_new0 (AmbRequest, 1);

  self->context = g_object_ref (context);
  self->id = id;
  self->number = number;
  self->text = g_strdup (text);

  return self;
}

/**
 * amb_request_take:
 * @self: a request
 * @object: (transfer full): whatever the verb needs; nobody else uses it from now on
 * @free_object: frees it
 *
 * Adds an object to a request.
 *
 * Returns: (transfer none): @self
 */
AmbRequest *
amb_request_take (AmbRequest     *self,
                  gpointer        object,
                  GDestroyNotify  free_object)
{
  self->object = object;
  self->free_object = free_object;

  return self;
}

typedef struct
{
  AmbContext          *context;
  GAsyncReadyCallback  callback;
  gpointer             data;
} Answer;

/* The callers know the context, not its database: the answer comes from the former. */
static void
answered_cb (GObject      *database,
             GAsyncResult *result,
             gpointer      data)
{
  Answer *answer = data;

  if (answer->callback != NULL)
    answer->callback (G_OBJECT (answer->context), result, answer->data);
  g_object_unref (answer->context);
  g_free (answer);
}

/**
 * amb_request_send:
 * @self: (transfer full): a request
 * @access: how the verb uses the database
 * @func: the verb; its data is @self
 * @result_free: (nullable): frees a result that nobody takes
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called with the answer; its source is the context
 * @data: for @callback
 *
 * Hands a request to the database.
 */
void
amb_request_send (AmbRequest          *self,
                  AmbAccess            access,
                  AmbDatabaseFunc      func,
                  GDestroyNotify       result_free,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             data)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->context = g_object_ref (self->context);
  answer->callback = callback;
  answer->data = data;

  amb_database_run_async (amb_context_get_database (self->context), access, func, self, (GDestroyNotify) free_request,
                          result_free, cancellable, answered_cb, answer);
}

/**
 * amb_request_finish:
 * @context: the context
 * @result: from the callback
 * @error: what went wrong
 *
 * Takes the answer.
 *
 * Returns: (transfer full) (nullable): what the verb returned
 */
gpointer
amb_request_finish (AmbContext    *context,
                    GAsyncResult  *result,
                    GError       **error)
{
  return amb_database_run_finish (amb_context_get_database (context), result, error);
}

/**
 * amb_request_is_done:
 * @context: the context
 * @result: from the callback
 * @error: what went wrong
 *
 * Takes the answer of a verb that returns nothing.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_request_is_done (AmbContext    *context,
                     GAsyncResult  *result,
                     GError       **error)
{
  return amb_request_finish (context, result, error) != NULL;
}

/**
 * amb_request_done:
 * @done: whether a verb that returns nothing did what it should
 *
 * Makes what such a verb returns: see [func@Request.is_done].
 *
 * Returns: not %NULL when it did
 */
gpointer
amb_request_done (gboolean done)
{
  return GINT_TO_POINTER (done);
}
