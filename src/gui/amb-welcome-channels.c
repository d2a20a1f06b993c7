/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-welcome-channels.h"

#include "amb-channel-rules.h"
#include "amb-channel-saver.h"
#include "amb-persona.h"
#include "amb-presenter.h"

/**
 * AmbWelcomeChannels:
 *
 * The channels that the program knows, to tick. What is ticked is one of the person's channels at once.
 */
struct _AmbWelcomeChannels
{
  AdwPreferencesGroup  parent_instance;

  AmbContext          *context;
  GPtrArray           *ticks; /* Tick */
};

/* A channel and whether it is to be one of the person's. */
typedef struct
{
  AmbWelcomeChannels *owner; /* borrowed */
  GtkCheckButton     *check;
  const char         *channel;
  AmbChannelSaver    *saver; /* %NULL until it was ticked once */
} Tick;

enum
{
  PROP_0,
  PROP_ANY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbWelcomeChannels, amb_welcome_channels, ADW_TYPE_PREFERENCES_GROUP)

static void
tick_free (gpointer data)
{
  Tick *tick = data;

  g_signal_handlers_disconnect_by_data (tick->check, tick);
  g_object_unref (tick->check);
  g_clear_object (&tick->saver);
  g_free (tick);
}

static Tick *
find_tick (AmbWelcomeChannels *self,
           AmbChannel         *channel)
{
  for (guint i = 0; i < self->ticks->len; i++)
    {
      Tick *tick = g_ptr_array_index (self->ticks, i);

      if (g_strcmp0 (tick->channel, amb_channel_get_text (channel, AMB_CHANNEL_CHANNEL)) == 0)
        return tick;
    }

  return NULL;
}

static void
take_saver (Tick            *tick,
            AmbChannelSaver *saver)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (tick->owner));
  GtkWindow *below = GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;

  tick->saver = g_object_ref (saver);
  /* This window may be gone by then. */
  if (below != NULL)
    amb_presenter_watch (GTK_WIDGET (below), AMB_AUTOSAVE (saver));
}

static void
add_channel (Tick *tick)
{
  g_autoptr (AmbChannel) channel = amb_channel_new ();
  g_autoptr (AmbChannelSaver) saver = NULL;
  guint position = 0;

  g_ptr_array_find (tick->owner->ticks, tick, &position);
  amb_channel_set_text (channel, AMB_CHANNEL_CHANNEL, tick->channel);
  amb_channel_set_position (channel, (int) position);
  saver = amb_channel_saver_new (tick->owner->context, channel);
  take_saver (tick, saver);
}

/* Makes the disk the same as the tick. */
static void
follow (Tick *tick)
{
  gboolean active = gtk_check_button_get_active (tick->check);

  if (tick->saver != NULL)
    amb_channel_saver_set_removed (tick->saver, !active);
  else if (active)
    add_channel (tick);
}

static void
check_toggled_cb (GtkCheckButton *check,
                  Tick           *tick)
{
  follow (tick);
  g_object_notify_by_pspec (G_OBJECT (tick->owner), properties[PROP_ANY]);
}

/* Who comes back finds what they ticked before. */
static void
channels_listed_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (AmbWelcomeChannels) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) channels = amb_persona_list_channels_finish (AMB_CONTEXT (object), result, &error);
  g_autoptr (GPtrArray) savers = NULL;

  if (channels == NULL)
    {
      g_debug ("The person's channels cannot be listed: %s", error->message);
      return;
    }

  savers = amb_channel_saver_list (AMB_CONTEXT (object), G_LIST_MODEL (channels));
  for (guint i = 0; i < savers->len; i++)
    {
      AmbChannelSaver *saver = g_ptr_array_index (savers, i);
      Tick *tick = find_tick (self, amb_channel_saver_get_channel (saver));

      if (tick == NULL || tick->saver != NULL || amb_channel_saver_get_removed (saver))
        continue;

      take_saver (tick, saver);
      gtk_check_button_set_active (tick->check, TRUE);
    }
}

static void
add_tick (AmbWelcomeChannels    *self,
          const AmbChannelRules *rules)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  Tick *tick = g_new0 (Tick, 1);

  tick->owner = self;
  tick->check = g_object_ref_sink (GTK_CHECK_BUTTON (check));
  tick->channel = amb_channel_rules_get_id (rules);
  g_ptr_array_add (self->ticks, tick);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_signal_connect (check, "toggled", G_CALLBACK (check_toggled_cb), tick);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), amb_channel_rules_get_name (rules, NULL));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
amb_welcome_channels_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_ANY:
      g_value_set_boolean (value, amb_welcome_channels_get_any (AMB_WELCOME_CHANNELS (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_welcome_channels_finalize (GObject *object)
{
  AmbWelcomeChannels *self = AMB_WELCOME_CHANNELS (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->ticks, g_ptr_array_unref);

  G_OBJECT_CLASS (amb_welcome_channels_parent_class)->finalize (object);
}

static void
amb_welcome_channels_class_init (AmbWelcomeChannelsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_welcome_channels_get_property;
  object_class->finalize = amb_welcome_channels_finalize;

  properties[PROP_ANY] = g_param_spec_boolean ("any", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_welcome_channels_init (AmbWelcomeChannels *self)
{
  gsize n_rules;
  const AmbChannelRules * const *rules = amb_channel_rules_list (&n_rules);

  self->ticks = g_ptr_array_new_with_free_func (tick_free);
  for (gsize i = 0; i < n_rules; i++)
    add_tick (self, rules[i]);
}

/**
 * amb_welcome_channels_start:
 * @self: the channels
 * @context: where what is ticked goes
 *
 * Ticks what the person has already, and keeps from here on what they tick.
 */
void
amb_welcome_channels_start (AmbWelcomeChannels *self,
                            AmbContext         *context)
{
  g_return_if_fail (AMB_IS_WELCOME_CHANNELS (self));
  g_return_if_fail (AMB_IS_CONTEXT (context));

  self->context = g_object_ref (context);
  amb_persona_list_channels_async (context, NULL, channels_listed_cb, g_object_ref (self));
}

gboolean
amb_welcome_channels_get_any (AmbWelcomeChannels *self)
{
  g_return_val_if_fail (AMB_IS_WELCOME_CHANNELS (self), FALSE);

  for (guint i = 0; i < self->ticks->len; i++)
    {
      Tick *tick = g_ptr_array_index (self->ticks, i);

      if (gtk_check_button_get_active (tick->check))
        return TRUE;
    }

  return FALSE;
}
