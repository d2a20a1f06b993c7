/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-unsaved.h"

#include "amb-channel-store.h"
#include "amb-recovery-record.h"

#define GROUP "channel"
#define GROUP_BEFORE "before "

/* A channel that says not even which one it is, is not there: it was removed, or not added yet. */
typedef struct
{
  gint64      id;
  AmbChannel *channel;
  GPtrArray  *known;
} Edit;

static const char * const nothing[] = { NULL };

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->channel);
  g_ptr_array_unref (edit->known);
  g_free (edit);
}

static gboolean
is_there (AmbChannel *channel)
{
  return amb_channel_get_text (channel, AMB_CHANNEL_CHANNEL) != NULL;
}

static gboolean
is_same (AmbChannel *a,
         AmbChannel *b)
{
  if (!is_there (a) || !is_there (b))
    return is_there (a) == is_there (b);

  for (guint field = 0; field < AMB_CHANNEL_N_TEXTS; field++)
    {
      if (g_strcmp0 (amb_channel_get_text (a, field), amb_channel_get_text (b, field)) != 0)
        return FALSE;
    }

  return amb_channel_get_limit (a) == amb_channel_get_limit (b) &&
         amb_channel_get_position (a) == amb_channel_get_position (b);
}

static gboolean
save_channel (AmbConnection  *connection,
              gint64          id,
              AmbChannel     *channel,
              GError        **error)
{
  if (!is_there (channel))
    return amb_channel_store_remove (connection, id, error);

  return amb_channel_store_save (connection, channel, error);
}

static gboolean
store (AmbConnection     *connection,
       const AmbUnsaved  *unsaved,
       GError           **error)
{
  const Edit *edit = unsaved->data;

  return save_channel (connection, edit->id, edit->channel, error);
}

static void
print_channel (GKeyFile   *file,
               const char *group,
               AmbChannel *channel)
{
  if (!is_there (channel))
    g_key_file_set_boolean (file, group, "removed", TRUE);
  else
    amb_recovery_record_print (file, group, AMB_RECORD (channel), nothing);
}

static void
print (const AmbUnsaved *unsaved,
       GKeyFile         *file)
{
  const Edit *edit = unsaved->data;

  g_key_file_set_int64 (file, GROUP, "id", edit->id);
  print_channel (file, GROUP, edit->channel);
  for (guint i = 0; i < edit->known->len; i++)
    {
      g_autofree char *group = g_strdup_printf (GROUP_BEFORE "%u", i);

      print_channel (file, group, g_ptr_array_index (edit->known, i));
    }
}

/* Returns: (transfer full) (nullable): the channel, or NULL when the group does not tell */
static AmbChannel *
read_channel (GKeyFile   *file,
              const char *group)
{
  g_autoptr (AmbChannel) channel = amb_channel_new ();
  gboolean removed = g_key_file_get_boolean (file, group, "removed", NULL);

  if (!removed)
    amb_recovery_record_read (file, group, AMB_RECORD (channel), nothing);

  return is_there (channel) != removed ? g_steal_pointer (&channel) : NULL;
}

/* A channel has no time of its own: as with what a person adds to a story, what the database holds tells whether it is
 * newer than the file. */
static gboolean
is_known (GKeyFile   *file,
          AmbChannel *stored)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autoptr (AmbChannel) before = g_str_has_prefix (groups[i], GROUP_BEFORE) ? read_channel (file, groups[i]) : NULL;

      if (before != NULL && is_same (before, stored))
        return TRUE;
    }

  return FALSE;
}

static AmbChannel *
load_stored (AmbConnection  *connection,
             gint64          id,
             GError        **error)
{
  g_autoptr (GListStore) channels = amb_channel_store_list (connection, error);

  if (channels == NULL)
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (channels)); i++)
    {
      g_autoptr (AmbChannel) channel = g_list_model_get_item (G_LIST_MODEL (channels), i);

      if (amb_record_get_id (AMB_RECORD (channel)) == id)
        return g_steal_pointer (&channel);
    }

  return amb_channel_new ();
}

static AmbRecoveryOutcome
apply (AmbConnection  *connection,
       GKeyFile       *file,
       GError        **error)
{
  gint64 id = g_key_file_get_int64 (file, GROUP, "id", NULL);
  g_autoptr (AmbChannel) channel = read_channel (file, GROUP);
  g_autoptr (AmbChannel) stored = NULL;

  if (id <= 0 || channel == NULL)
    return AMB_RECOVERY_UNREADABLE;

  stored = load_stored (connection, id, error);
  if (stored == NULL)
    return AMB_RECOVERY_FAILED;
  if (is_same (stored, channel) || !is_known (file, stored))
    return AMB_RECOVERY_OLD;

  amb_record_set_id (AMB_RECORD (channel), id);

  return save_channel (connection, id, channel, error) ? AMB_RECOVERY_APPLIED : AMB_RECOVERY_FAILED;
}

const AmbRecoveryKind amb_recovery_channel = { GROUP, store, print, apply, NULL };

/**
 * amb_unsaved_new_channel:
 * @channel: a channel with an id; what it holds now is taken
 * @removed: whether the person removed it
 * @known: (element-type AmbChannel): what the database may hold that is older, an empty one when it may hold none; anything
 *   else there is newer, and nobody changes them any more
 * @at: now: milliseconds since 1970, UTC
 *
 * Takes a channel of the person as it is.
 *
 * Returns: (transfer full): what is to be saved
 */
AmbUnsaved *
amb_unsaved_new_channel (AmbChannel *channel,
                         gboolean    removed,
                         GPtrArray  *known,
                         gint64      at)
{
  Edit *edit = g_new (Edit, 1);

  edit->id = amb_record_get_id (AMB_RECORD (channel));
  edit->channel = amb_channel_new ();
  if (!removed)
    amb_record_assign (AMB_RECORD (edit->channel), AMB_RECORD (channel));
  edit->known = g_ptr_array_copy (known, (GCopyFunc) g_object_ref, NULL);
  g_ptr_array_set_free_func (edit->known, g_object_unref);

  return amb_unsaved_new (&amb_recovery_channel, g_strdup_printf ("%" G_GINT64_FORMAT, edit->id), at, edit, edit_free);
}

/**
 * amb_unsaved_get_channel:
 * @self: a channel on its way to the disk
 *
 * Gets the channel.
 *
 * Returns: (transfer none): the channel, an empty one when it is removed; nobody changes it
 */
AmbChannel *
amb_unsaved_get_channel (const AmbUnsaved *self)
{
  const Edit *edit = self->data;

  g_return_val_if_fail (self->kind == &amb_recovery_channel, NULL);

  return edit->channel;
}
