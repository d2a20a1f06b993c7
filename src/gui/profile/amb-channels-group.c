/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-channels-group.h"

#include <glib/gi18n-lib.h>

#include "amb-channel-adder.h"
#include "amb-channel-row.h"
#include "amb-channel-rules.h"
#include "amb-database.h"
#include "amb-persona.h"
#include "amb-presenter.h"

/* Long enough to gather keystrokes, short enough for each to be on the disk within a second. */
#define PAUSE_MILLISECONDS 400
#define RETRY_MILLISECONDS 5000

/**
 * AmbChannelsGroup:
 *
 * The places where the person shares. What they change is stored within a second, and tried again when that fails; what
 * another program changes shows at once.
 */
struct _AmbChannelsGroup
{
  AdwBin               parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *group;
  AmbChannelAdder     *adder;

  AmbContext          *context;
  GCancellable        *loading;
  GPtrArray           *rows; /* AmbChannelRow, borrowed */
  GHashTable          *unsaved; /* a set of AmbChannel: what changed since it was last sent off */
  GHashTable          *saving; /* a set of AmbChannel: what is on its way */
  guint                pause_source;
  gboolean             failed; /* the person knows */
  gboolean             updating;
};

G_DEFINE_FINAL_TYPE (AmbChannelsGroup, amb_channels_group, ADW_TYPE_BIN)

static void load_channels (AmbChannelsGroup *self);
static void schedule (AmbChannelsGroup *self, guint milliseconds);

static void
update_description (AmbChannelsGroup *self)
{
  adw_preferences_group_set_description (self->group,
                                         self->rows->len > 0 ? NULL : _("The places where people can find you online"));
}

typedef struct
{
  AmbChannelsGroup *group;
  AmbChannel       *channel;
} ChannelJob;

static ChannelJob *
channel_job_new (AmbChannelsGroup *self,
                 AmbChannel       *channel)
{
  ChannelJob *job = g_new (ChannelJob, 1);

  job->group = g_object_ref (self);
  job->channel = g_object_ref (channel);

  return job;
}

static void
channel_job_free (gpointer data)
{
  ChannelJob *job = data;

  g_object_unref (job->group);
  g_object_unref (job->channel);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChannelJob, channel_job_free)

static gboolean
is_shown (AmbChannelsGroup *self,
          AmbChannel       *channel)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (amb_channel_row_get_channel (g_ptr_array_index (self->rows, i)) == channel)
        return TRUE;
    }

  return FALSE;
}

/* What the person typed is kept until it is stored; they hear once that it is not yet. */
static void
keep_unsaved (AmbChannelsGroup *self,
              AmbChannel       *channel,
              const GError     *error)
{
  if (!self->failed)
    amb_presenter_show_error (GTK_WIDGET (self), error);

  self->failed = TRUE;
  if (is_shown (self, channel))
    g_hash_table_add (self->unsaved, g_object_ref (channel));
}

static void
save_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (ChannelJob) job = data;
  g_autoptr (GError) error = NULL;
  AmbChannelsGroup *self = job->group;
  gint64 channel_id = amb_persona_save_channel_finish (AMB_CONTEXT (object), result, &error);

  g_hash_table_remove (self->saving, job->channel);
  if (error != NULL)
    {
      keep_unsaved (self, job->channel, error);
    }
  else
    {
      self->failed = FALSE;
      self->updating = TRUE;
      amb_record_set_id (AMB_RECORD (job->channel), channel_id);
      self->updating = FALSE;
    }

  if (self->context != NULL && g_hash_table_size (self->unsaved) > 0)
    schedule (self, error == NULL ? PAUSE_MILLISECONDS : RETRY_MILLISECONDS);
}

static void
save_channel (AmbChannelsGroup *self,
              AmbChannel       *channel)
{
  g_hash_table_add (self->saving, g_object_ref (channel));
  g_hash_table_remove (self->unsaved, channel);
  amb_persona_save_channel_async (self->context, channel, NULL, save_cb, channel_job_new (self, channel));
}

/* A new channel that is on its way has no id yet: sent once more, it would be there twice. */
static gboolean
must_wait (AmbChannelsGroup *self,
           AmbChannel       *channel)
{
  return amb_record_get_id (AMB_RECORD (channel)) == 0 && g_hash_table_contains (self->saving, channel);
}

static void
save_unsaved (AmbChannelsGroup *self)
{
  g_autoptr (GList) channels = g_hash_table_get_keys (self->unsaved);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  for (GList *l = channels; l != NULL; l = l->next)
    {
      if (!must_wait (self, l->data))
        save_channel (self, l->data);
    }
}

static gboolean
pause_cb (gpointer data)
{
  AmbChannelsGroup *self = data;

  self->pause_source = 0;
  save_unsaved (self);

  return G_SOURCE_REMOVE;
}

static void
schedule (AmbChannelsGroup *self,
          guint             milliseconds)
{
  if (self->pause_source == 0)
    self->pause_source = g_timeout_add (milliseconds, pause_cb, self);
}

static void
channel_notify_cb (AmbChannelsGroup *self,
                   GParamSpec       *pspec,
                   AmbChannel       *channel)
{
  if (self->updating)
    return;

  g_hash_table_add (self->unsaved, g_object_ref (channel));
  schedule (self, PAUSE_MILLISECONDS);
}

static void
undo_remove (gpointer data)
{
  ChannelJob *job = data;

  save_channel (job->group, job->channel);
}

static void
remove_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  ChannelJob *job = data;
  g_autoptr (GError) error = NULL;

  if (amb_persona_remove_channel_finish (AMB_CONTEXT (object), result, &error))
    {
      amb_presenter_show_undo (GTK_WIDGET (job->group), _("Channel removed"), undo_remove, job, channel_job_free);
      return;
    }

  amb_presenter_show_error (GTK_WIDGET (job->group), error);
  if (job->group->context != NULL)
    load_channels (job->group);
  channel_job_free (job);
}

static void
forget_row (AmbChannelsGroup *self,
            AmbChannelRow    *row)
{
  AmbChannel *channel = amb_channel_row_get_channel (row);

  g_signal_handlers_disconnect_by_data (channel, self);
  g_hash_table_remove (self->unsaved, channel);
  g_ptr_array_remove (self->rows, row);
  adw_preferences_group_remove (self->group, GTK_WIDGET (row));
  update_description (self);
}

static void
row_removed_cb (AmbChannelsGroup *self,
                AmbChannelRow    *row)
{
  g_autoptr (AmbChannel) channel = g_object_ref (amb_channel_row_get_channel (row));

  forget_row (self, row);
  gtk_widget_grab_focus (GTK_WIDGET (self->adder));
  amb_persona_remove_channel_async (self->context, amb_record_get_id (AMB_RECORD (channel)), NULL, remove_cb,
                                    channel_job_new (self, channel));
}

static GtkWidget *
add_row (AmbChannelsGroup *self,
         AmbChannel       *channel)
{
  GtkWidget *row = amb_channel_row_new (channel);

  g_signal_connect_object (row, "removed", G_CALLBACK (row_removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (channel, "notify", G_CALLBACK (channel_notify_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->group, row);
  update_description (self);

  return row;
}

static AmbChannelRow *
find_row (AmbChannelsGroup *self,
          gint64            channel_id)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      AmbChannelRow *row = g_ptr_array_index (self->rows, i);

      if (amb_record_get_id (AMB_RECORD (amb_channel_row_get_channel (row))) == channel_id)
        return row;
    }

  return NULL;
}

/* The list may come before the answer that says which id a new channel got. */
static AmbChannelRow *
find_new_row (AmbChannelsGroup *self,
              AmbChannel       *channel)
{
  const char *id = amb_channel_get_text (channel, AMB_CHANNEL_CHANNEL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      AmbChannelRow *row = g_ptr_array_index (self->rows, i);
      AmbChannel *shown = amb_channel_row_get_channel (row);

      if (amb_record_get_id (AMB_RECORD (shown)) == 0 &&
          g_strcmp0 (amb_channel_get_text (shown, AMB_CHANNEL_CHANNEL), id) == 0)
        return row;
    }

  return NULL;
}

/* What the person is typing is newer than what was read. */
static gboolean
is_being_edited (AmbChannelsGroup *self,
                 AmbChannel       *channel)
{
  return g_hash_table_contains (self->unsaved, channel) || g_hash_table_contains (self->saving, channel);
}

static gboolean
holds_channel (GListModel *channels,
               gint64      channel_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (channels); i++)
    {
      g_autoptr (AmbRecord) channel = g_list_model_get_item (channels, i);

      if (amb_record_get_id (channel) == channel_id)
        return TRUE;
    }

  return FALSE;
}

/* A row keeps its place and its cursor; one that the person is typing in, and one that was not stored yet, stay. */
static void
show_channels (AmbChannelsGroup *self,
               GListModel       *channels)
{
  self->updating = TRUE;
  for (guint i = self->rows->len; i > 0; i--)
    {
      AmbChannelRow *row = g_ptr_array_index (self->rows, i - 1);
      gint64 channel_id = amb_record_get_id (AMB_RECORD (amb_channel_row_get_channel (row)));

      if (channel_id != 0 && !holds_channel (channels, channel_id))
        forget_row (self, row);
    }

  for (guint i = 0; i < g_list_model_get_n_items (channels); i++)
    {
      g_autoptr (AmbChannel) channel = g_list_model_get_item (channels, i);
      AmbChannelRow *row = find_row (self, amb_record_get_id (AMB_RECORD (channel)));

      if (row == NULL)
        row = find_new_row (self, channel);
      if (row == NULL)
        add_row (self, channel);
      else if (!is_being_edited (self, amb_channel_row_get_channel (row)))
        amb_record_assign (AMB_RECORD (amb_channel_row_get_channel (row)), AMB_RECORD (channel));
    }
  self->updating = FALSE;
}

static void
list_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (AmbChannelsGroup) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) channels = amb_persona_list_channels_finish (AMB_CONTEXT (object), result, &error);

  if (channels != NULL)
    show_channels (self, G_LIST_MODEL (channels));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    amb_presenter_show_error (GTK_WIDGET (self), error);
}

static void
load_channels (AmbChannelsGroup *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  amb_persona_list_channels_async (self->context, self->loading, list_cb, g_object_ref (self));
}

static void
database_changed_cb (AmbChannelsGroup *self,
                     AmbChange        *change)
{
  if (amb_change_touches (change, AMB_TABLE_CHANNEL))
    load_channels (self);
}

static void
adder_chosen_cb (AmbChannelsGroup *self,
                 const char       *channel)
{
  amb_channels_group_add (self, channel);
}

static void
amb_channels_group_dispose (GObject *object)
{
  AmbChannelsGroup *self = AMB_CHANNELS_GROUP (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  if (self->unsaved != NULL && self->context != NULL)
    save_unsaved (self);
  g_clear_object (&self->loading);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (amb_channels_group_parent_class)->dispose (object);
}

static void
amb_channels_group_finalize (GObject *object)
{
  AmbChannelsGroup *self = AMB_CHANNELS_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->unsaved);
  g_hash_table_unref (self->saving);

  G_OBJECT_CLASS (amb_channels_group_parent_class)->finalize (object);
}

static void
amb_channels_group_class_init (AmbChannelsGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = amb_channels_group_dispose;
  object_class->finalize = amb_channels_group_finalize;

  g_type_ensure (AMB_TYPE_CHANNEL_ADDER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/profile/amb-channels-group.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbChannelsGroup, group);
  gtk_widget_class_bind_template_child (widget_class, AmbChannelsGroup, adder);
  gtk_widget_class_bind_template_callback (widget_class, adder_chosen_cb);
}

static void
amb_channels_group_init (AmbChannelsGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->unsaved = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->saving = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  update_description (self);
}

GtkWidget *
amb_channels_group_new (void)
{
  return g_object_new (AMB_TYPE_CHANNELS_GROUP, NULL);
}

/**
 * amb_channels_group_set_context:
 * @self: a group
 * @context: where the channels are kept
 *
 * Shows the person's channels; call it once.
 */
void
amb_channels_group_set_context (AmbChannelsGroup *self,
                                AmbContext       *context)
{
  g_return_if_fail (AMB_IS_CHANNELS_GROUP (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (amb_context_get_database (context), "changed", G_CALLBACK (database_changed_cb), self,
                           G_CONNECT_SWAPPED);
  load_channels (self);
}

/**
 * amb_channels_group_add:
 * @self: a group
 * @channel: the id of a channel that the program knows, or the name of another one
 *
 * Adds a channel after the others, and opens it. A channel of the person's own has its first name for an id.
 */
void
amb_channels_group_add (AmbChannelsGroup *self,
                        const char       *channel)
{
  g_autoptr (AmbChannel) record = amb_channel_new ();
  GtkWidget *row;

  g_return_if_fail (AMB_IS_CHANNELS_GROUP (self));
  g_return_if_fail (channel != NULL);

  amb_channel_set_text (record, AMB_CHANNEL_CHANNEL, channel);
  if (amb_channel_rules_lookup (channel) == NULL)
    amb_channel_set_text (record, AMB_CHANNEL_NAME, channel);
  amb_channel_set_position (record, (int) self->rows->len);

  row = add_row (self, record);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  save_channel (self, record);
}

/**
 * amb_channels_group_flush:
 * @self: a group
 *
 * Stores what is not stored yet without waiting.
 */
void
amb_channels_group_flush (AmbChannelsGroup *self)
{
  g_return_if_fail (AMB_IS_CHANNELS_GROUP (self));

  save_unsaved (self);
}
