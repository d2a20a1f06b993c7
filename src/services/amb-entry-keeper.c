/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-entry-keeper.h"

#include "amb-recovery.h"

/* How long to gather keystrokes: each is on the disk within a second. */
#define PAUSE_MILLISECONDS 600

/**
 * AmbEntryKeeper:
 *
 * Keeps an entry that a person is writing in a recovery file until they have stored it or thrown it away: when the
 * program ends before, they go on with it the next time.
 */
struct _AmbEntryKeeper
{
  GObject                parent_instance;

  AmbContext            *context;
  const AmbRecoveryKind *kind;
  AmbEntry              *entry;
  guint                  pause_source;
  gboolean               finished;
  gboolean               told;
};

enum
{
  NOT_KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbEntryKeeper, amb_entry_keeper, G_TYPE_OBJECT)

static AmbUnsaved *
take (AmbEntryKeeper *self)
{
  return amb_unsaved_new_entry (self->kind, self->entry, NULL, amb_context_get_now (self->context));
}

/* The person is told once. */
static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (AmbEntryKeeper) self = data;
  g_autoptr (GError) error = NULL;

  if (!amb_recovery_write_finish (result, &error) && !self->told)
    g_signal_emit (self, signals[NOT_KEPT], 0, error);

  self->told = error != NULL;
}

static gboolean
pause_over_cb (gpointer data)
{
  AmbEntryKeeper *self = data;

  self->pause_source = 0;
  amb_recovery_write_async (self->context, take (self), written_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
touch (AmbEntryKeeper *self)
{
  if (self->pause_source == 0 && !self->finished)
    self->pause_source = g_timeout_add (PAUSE_MILLISECONDS, pause_over_cb, self);
}

static void
watch_heard (AmbEntryKeeper *self,
             guint           position,
             guint           n_items)
{
  for (guint i = position; i < position + n_items; i++)
    {
      g_autoptr (AmbHeard) heard = g_list_model_get_item (G_LIST_MODEL (amb_entry_get_heard (self->entry)), i);

      g_signal_connect_object (heard, "notify", G_CALLBACK (touch), self, G_CONNECT_SWAPPED);
    }
}

static void
heard_items_changed_cb (AmbEntryKeeper *self,
                        guint           position,
                        guint           n_removed,
                        guint           n_added)
{
  watch_heard (self, position, n_added);
  touch (self);
}

static void
amb_entry_keeper_finalize (GObject *object)
{
  AmbEntryKeeper *self = AMB_ENTRY_KEEPER (object);

  if (self->pause_source != 0)
    amb_recovery_write_async (self->context, take (self), NULL, NULL);
  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_object_unref (self->entry);
  g_object_unref (self->context);

  G_OBJECT_CLASS (amb_entry_keeper_parent_class)->finalize (object);
}

static void
amb_entry_keeper_class_init (AmbEntryKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amb_entry_keeper_finalize;

  /**
   * AmbEntryKeeper::not-kept:
   * @self: a keeper
   * @error: %AMB_SERVICE_ERROR_NOT_KEPT
   *
   * What the person writes stands on the screen only.
   */
  signals[NOT_KEPT] = g_signal_new ("not-kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
amb_entry_keeper_init (AmbEntryKeeper *self)
{
}

/**
 * amb_entry_keeper_new:
 * @context: the context
 * @kind: the form that the person fills in: #amb_recovery_conversation or #amb_recovery_entry
 * @entry: an entry with its id; it is watched from now on
 *
 * Begins to keep an entry.
 *
 * Returns: (transfer full): the keeper
 */
AmbEntryKeeper *
amb_entry_keeper_new (AmbContext            *context,
                      const AmbRecoveryKind *kind,
                      AmbEntry              *entry)
{
  AmbEntryKeeper *self = g_object_new (AMB_TYPE_ENTRY_KEEPER, NULL);
  GListModel *heard = G_LIST_MODEL (amb_entry_get_heard (entry));

  g_assert (amb_record_get_id (AMB_RECORD (entry)) != 0);

  self->context = g_object_ref (context);
  self->kind = kind;
  self->entry = g_object_ref (entry);
  g_signal_connect_object (entry, "notify", G_CALLBACK (touch), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (heard, "items-changed", G_CALLBACK (heard_items_changed_cb), self, G_CONNECT_SWAPPED);
  watch_heard (self, 0, g_list_model_get_n_items (heard));

  return self;
}

/**
 * amb_entry_keeper_finish:
 * @self: a keeper
 *
 * The entry is stored, or thrown away: nobody goes on with it.
 */
void
amb_entry_keeper_finish (AmbEntryKeeper *self)
{
  g_return_if_fail (AMB_IS_ENTRY_KEEPER (self));

  self->finished = TRUE;
  g_clear_handle_id (&self->pause_source, g_source_remove);
  amb_recovery_remove_async (self->context, take (self));
}
