/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-channel-saver.h"

#define CONTEXT_KEY "amb-channel-savers"

/* More are never under way at a time. */
#define MOST_SENT 8

/**
 * AmbChannelSaver:
 *
 * Keeps a channel of the person that is being edited and the database the same: what they type is stored within a second,
 * that it is new or removed at once, and what another program stores shows. Where both changed, what the person did here
 * stays.
 *
 * Everybody who edits a channel has the same one: what one place could not store yet, another one must not forget.
 */
struct _AmbChannelSaver
{
  AmbAutosave  parent_instance;

  AmbChannel  *channel;
  /* What the database holds, as far as is known here, and what is on its way there: an empty one when it is not there */
  AmbChannel  *stored;
  GPtrArray   *sent;

  gboolean     removed;
  gboolean     following;
};

enum
{
  PROP_0,
  PROP_REMOVED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbChannelSaver, amb_channel_saver, AMB_TYPE_AUTOSAVE)

/* Those that somebody holds, and those that are not stored yet: borrowed. */
static GPtrArray *
get_savers (AmbContext *context)
{
  GPtrArray *savers = g_object_get_data (G_OBJECT (context), CONTEXT_KEY);

  if (savers == NULL)
    {
      savers = g_ptr_array_new ();
      g_object_set_data_full (G_OBJECT (context), CONTEXT_KEY, savers, (GDestroyNotify) g_ptr_array_unref);
    }

  return savers;
}

static gint64
get_id (AmbChannelSaver *self)
{
  return amb_record_get_id (AMB_RECORD (self->channel));
}

static void
channel_notify_cb (AmbChannelSaver *self)
{
  if (!self->following)
    amb_autosave_touch (AMB_AUTOSAVE (self));
}

static AmbChannelSaver *
make_saver (AmbContext *context,
            AmbChannel *channel,
            AmbChannel *stored)
{
  AmbChannelSaver *self = g_object_new (AMB_TYPE_CHANNEL_SAVER, "context", context, NULL);

  self->channel = g_object_ref (channel);
  self->stored = g_object_ref (stored);
  g_signal_connect_object (channel, "notify", G_CALLBACK (channel_notify_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (get_savers (context), self);

  return self;
}

static void
take_removed (AmbChannelSaver *self,
              gboolean         removed)
{
  if (self->removed == removed)
    return;

  self->removed = removed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REMOVED]);
}

/* News of a channel that the person is editing is old news: what they did was later. */
static void
follow (AmbChannelSaver *self,
        AmbChannel      *stored)
{
  g_clear_object (&self->stored);
  self->stored = stored == NULL ? amb_channel_new () : g_object_ref (stored);
  if (amb_autosave_get_state (AMB_AUTOSAVE (self)) != AMB_AUTOSAVE_STATE_SAVED)
    return;

  self->following = TRUE;
  if (stored != NULL)
    amb_record_assign (AMB_RECORD (self->channel), AMB_RECORD (stored));
  self->following = FALSE;
  take_removed (self, stored == NULL);
}

static AmbChannelSaver *
follow_or_make (AmbContext *context,
                AmbChannel *stored)
{
  GPtrArray *savers = get_savers (context);
  g_autoptr (AmbChannel) channel = NULL;

  for (guint i = 0; i < savers->len; i++)
    {
      AmbChannelSaver *self = g_ptr_array_index (savers, i);

      if (get_id (self) == amb_record_get_id (AMB_RECORD (stored)))
        {
          g_object_ref (self);
          follow (self, stored);
          return self;
        }
    }

  channel = amb_channel_new ();
  amb_record_assign (AMB_RECORD (channel), AMB_RECORD (stored));

  return make_saver (context, channel, stored);
}

/* That a channel is new or removed does not wait for the next key. */
static void
save_at_once (AmbChannelSaver *self)
{
  amb_autosave_touch (AMB_AUTOSAVE (self));
  amb_autosave_flush (AMB_AUTOSAVE (self));
}

static AmbUnsaved *
amb_channel_saver_take (AmbAutosave *autosave,
                        gint64       now,
                        gboolean     to_store)
{
  AmbChannelSaver *self = AMB_CHANNEL_SAVER (autosave);
  g_autoptr (GPtrArray) known = g_ptr_array_copy (self->sent, (GCopyFunc) g_object_ref, NULL);
  AmbUnsaved *unsaved;

  g_ptr_array_set_free_func (known, g_object_unref);
  g_ptr_array_add (known, g_object_ref (self->stored));

  unsaved = amb_unsaved_new_channel (self->channel, self->removed, known, now);
  if (to_store)
    {
      if (self->sent->len == MOST_SENT)
        g_ptr_array_remove_index (self->sent, 0);
      g_ptr_array_add (self->sent, g_object_ref (amb_unsaved_get_channel (unsaved)));
    }

  return unsaved;
}

static void
amb_channel_saver_stored (AmbAutosave      *autosave,
                          const AmbUnsaved *unsaved)
{
  g_set_object (&AMB_CHANNEL_SAVER (autosave)->stored, amb_unsaved_get_channel (unsaved));
}

static void
amb_channel_saver_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  AmbChannelSaver *self = AMB_CHANNEL_SAVER (object);

  switch (property_id)
    {
    case PROP_REMOVED:
      g_value_set_boolean (value, self->removed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_channel_saver_finalize (GObject *object)
{
  AmbChannelSaver *self = AMB_CHANNEL_SAVER (object);

  g_ptr_array_remove (get_savers (amb_autosave_get_context (AMB_AUTOSAVE (self))), self);
  g_clear_object (&self->channel);
  g_clear_object (&self->stored);
  g_ptr_array_unref (self->sent);

  G_OBJECT_CLASS (amb_channel_saver_parent_class)->finalize (object);
}

static void
amb_channel_saver_class_init (AmbChannelSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_channel_saver_get_property;
  object_class->finalize = amb_channel_saver_finalize;

  AMB_AUTOSAVE_CLASS (klass)->take = amb_channel_saver_take;
  AMB_AUTOSAVE_CLASS (klass)->stored = amb_channel_saver_stored;

  properties[PROP_REMOVED] = g_param_spec_boolean ("removed", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_channel_saver_init (AmbChannelSaver *self)
{
  self->sent = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * amb_channel_saver_new:
 * @context: where channels are kept
 * @channel: a channel without an id; it gets one. Every change of it is stored from now on
 *
 * Adds a channel of the person, and stores it at once.
 *
 * Returns: (transfer full): the saver
 */
AmbChannelSaver *
amb_channel_saver_new (AmbContext *context,
                       AmbChannel *channel)
{
  g_autoptr (AmbChannel) none = amb_channel_new ();
  AmbChannelSaver *self;

  g_return_val_if_fail (AMB_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (AMB_IS_CHANNEL (channel), NULL);
  g_return_val_if_fail (amb_record_get_id (AMB_RECORD (channel)) == 0, NULL);

  amb_record_set_id (AMB_RECORD (channel), amb_context_make_id (context));
  self = make_saver (context, channel, none);
  save_at_once (self);

  return self;
}

/**
 * amb_channel_saver_list:
 * @context: where channels are kept
 * @stored: a list of [class@Channel] that the database holds now; nobody changes them any more
 *
 * Starts to keep the person's channels, or goes on with those who keep them already, and tells them what the database
 * holds. Those that it does not hold yet come last; some may be removed, but not there yet.
 *
 * Returns: (transfer full) (element-type AmbChannelSaver): the savers
 */
GPtrArray *
amb_channel_saver_list (AmbContext *context,
                        GListModel *stored)
{
  g_autoptr (GPtrArray) others = NULL;
  GPtrArray *list;

  g_return_val_if_fail (AMB_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (stored), NULL);

  others = g_ptr_array_copy (get_savers (context), (GCopyFunc) g_object_ref, NULL);
  g_ptr_array_set_free_func (others, g_object_unref);
  list = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (stored); i++)
    {
      g_autoptr (AmbChannel) channel = g_list_model_get_item (stored, i);

      g_ptr_array_add (list, follow_or_make (context, channel));
    }

  for (guint i = 0; i < others->len; i++)
    {
      AmbChannelSaver *self = g_ptr_array_index (others, i);

      if (g_ptr_array_find (list, self, NULL))
        continue;

      follow (self, NULL);
      g_ptr_array_add (list, g_object_ref (self));
    }

  return list;
}

/**
 * amb_channel_saver_get_channel:
 * @self: a saver
 *
 * Gets the channel to edit: every change of it is stored.
 *
 * Returns: (transfer none): the channel
 */
AmbChannel *
amb_channel_saver_get_channel (AmbChannelSaver *self)
{
  g_return_val_if_fail (AMB_IS_CHANNEL_SAVER (self), NULL);

  return self->channel;
}

/**
 * amb_channel_saver_get_removed:
 * @self: a saver
 *
 * Tells whether the channel is no longer one of the person's.
 *
 * Returns: %TRUE when it is removed
 */
gboolean
amb_channel_saver_get_removed (AmbChannelSaver *self)
{
  g_return_val_if_fail (AMB_IS_CHANNEL_SAVER (self), FALSE);

  return self->removed;
}

/**
 * amb_channel_saver_set_removed:
 * @self: a saver
 * @removed: whether the channel is no longer one of the person's
 *
 * Removes the channel or brings it back, and stores that at once.
 */
void
amb_channel_saver_set_removed (AmbChannelSaver *self,
                               gboolean         removed)
{
  g_return_if_fail (AMB_IS_CHANNEL_SAVER (self));

  if (self->removed == removed)
    return;

  take_removed (self, removed);
  save_at_once (self);
}
