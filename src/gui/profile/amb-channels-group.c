/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-channels-group.h"

#include <glib/gi18n-lib.h>

#include "amb-channel-adder.h"
#include "amb-channel-row.h"
#include "amb-channel-rules.h"
#include "amb-channel-saver.h"
#include "amb-database.h"
#include "amb-persona.h"
#include "amb-presenter.h"

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
  GPtrArray           *savers; /* one for each row; that of a removed channel is hidden */
  GHashTable          *failing; /* a set of savers, borrowed: what the person knows is not stored */
};

G_DEFINE_FINAL_TYPE (AmbChannelsGroup, amb_channels_group, ADW_TYPE_BIN)

static void
update_description (AmbChannelsGroup *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->savers->len; i++)
    any = any || !amb_channel_saver_get_removed (g_ptr_array_index (self->savers, i));

  adw_preferences_group_set_description (self->group, any ? NULL : _("The places where people can find you online"));
}

/* What could not be stored is tried again by itself: the person hears once that it is not yet. */
static void
saver_notify_state_cb (AmbChannelsGroup *self,
                       GParamSpec       *pspec,
                       AmbAutosave      *saver)
{
  switch (amb_autosave_get_state (saver))
    {
    case AMB_AUTOSAVE_STATE_FAILED:
      if (g_hash_table_size (self->failing) == 0)
        amb_presenter_show_error (GTK_WIDGET (self), amb_autosave_get_error (saver));
      g_hash_table_add (self->failing, saver);
      break;
    case AMB_AUTOSAVE_STATE_SAVED:
      g_hash_table_remove (self->failing, saver);
      break;
    case AMB_AUTOSAVE_STATE_CHANGED:
    case AMB_AUTOSAVE_STATE_SAVING:
      break;
    default:
      g_return_if_reached ();
    }
}

/* The toast may outlive the row. */
static void
undo_remove (gpointer data)
{
  amb_channel_saver_set_removed (data, FALSE);
}

static AmbChannelSaver *
find_saver (AmbChannelsGroup *self,
            AmbChannel       *channel)
{
  for (guint i = 0; i < self->savers->len; i++)
    {
      AmbChannelSaver *saver = g_ptr_array_index (self->savers, i);

      if (amb_channel_saver_get_channel (saver) == channel)
        return saver;
    }

  g_return_val_if_reached (NULL);
}

/* The row hides; when it comes back it is where it was. */
static void
row_removed_cb (AmbChannelsGroup *self,
                AmbChannelRow    *row)
{
  AmbChannelSaver *saver = find_saver (self, amb_channel_row_get_channel (row));

  gtk_widget_grab_focus (GTK_WIDGET (self->adder));
  amb_channel_saver_set_removed (saver, TRUE);
  amb_presenter_show_undo (GTK_WIDGET (self), _("Channel removed"), undo_remove, g_object_ref (saver), g_object_unref);
}

static GtkWidget *
add_row (AmbChannelsGroup *self,
         AmbChannelSaver  *saver)
{
  GtkWidget *row = amb_channel_row_new (amb_channel_saver_get_channel (saver));

  g_object_bind_property (saver, "removed", row, "visible", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_object (row, "removed", G_CALLBACK (row_removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (saver, "notify::removed", G_CALLBACK (update_description), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (saver, "notify::state", G_CALLBACK (saver_notify_state_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->savers, g_object_ref (saver));
  adw_preferences_group_add (self->group, row);
  update_description (self);

  return row;
}

/* A row keeps its place and its cursor, whatever its channel becomes. */
static void
show_channels (AmbChannelsGroup *self,
               GListModel       *channels)
{
  g_autoptr (GPtrArray) savers = amb_channel_saver_list (self->context, channels);

  for (guint i = 0; i < savers->len; i++)
    {
      AmbChannelSaver *saver = g_ptr_array_index (savers, i);

      if (!amb_channel_saver_get_removed (saver) && !g_ptr_array_find (self->savers, saver, NULL))
        add_row (self, saver);
    }
}

static void
list_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (AmbChannelsGroup) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) channels = amb_persona_list_channels_finish (AMB_CONTEXT (object), result, &error);

  if (channels != NULL && self->context != NULL)
    show_channels (self, G_LIST_MODEL (channels));
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
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

/* Rows may have gone in between: their number says nothing. */
static int
find_position (AmbChannelsGroup *self)
{
  int position = 0;

  for (guint i = 0; i < self->savers->len; i++)
    {
      int taken = amb_channel_get_position (amb_channel_saver_get_channel (g_ptr_array_index (self->savers, i)));

      position = MAX (position, MIN (taken, G_MAXINT - 1) + 1);
    }

  return position;
}

static void
flush_saver (gpointer saver,
             gpointer data)
{
  amb_autosave_flush (saver);
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
  amb_channels_group_flush (self);
  g_clear_object (&self->loading);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (amb_channels_group_parent_class)->dispose (object);
}

static void
amb_channels_group_finalize (GObject *object)
{
  AmbChannelsGroup *self = AMB_CHANNELS_GROUP (object);

  g_ptr_array_unref (self->savers);
  g_hash_table_unref (self->failing);

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
  self->savers = g_ptr_array_new_with_free_func (g_object_unref);
  self->failing = g_hash_table_new (NULL, NULL);
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
  g_autoptr (AmbChannelSaver) saver = NULL;
  GtkWidget *row;

  g_return_if_fail (AMB_IS_CHANNELS_GROUP (self));
  g_return_if_fail (channel != NULL);

  amb_channel_set_text (record, AMB_CHANNEL_CHANNEL, channel);
  if (amb_channel_rules_lookup (channel) == NULL)
    amb_channel_set_text (record, AMB_CHANNEL_NAME, channel);
  amb_channel_set_position (record, find_position (self));

  saver = amb_channel_saver_new (self->context, record);
  row = add_row (self, saver);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
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

  g_ptr_array_foreach (self->savers, flush_saver, NULL);
}
