/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-channel-picker.h"

#include "amb-channel-rules.h"

#define CHANNEL_KEY "amb-channel"

/**
 * AmbChannelPicker:
 *
 * For which channels a draft is meant: the person's own channels first, then the others that are online.
 */
struct _AmbChannelPicker
{
  GtkPopover       parent_instance;

  AmbDraftSession *session;

  /* Template widgets */
  GtkBox          *channels;
};

G_DEFINE_FINAL_TYPE (AmbChannelPicker, amb_channel_picker, GTK_TYPE_POPOVER)

static void
channel_toggled_cb (AmbChannelPicker *self,
                    GtkCheckButton   *button)
{
  const char *channel = g_object_get_data (G_OBJECT (button), CHANNEL_KEY);

  if (gtk_check_button_get_active (button))
    gtk_widget_activate_action (GTK_WIDGET (self), "composer.add-channel", "s", channel);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "composer.remove-channel", "s", channel);
}

static gboolean
is_listed (AmbChannelPicker *self,
           const char       *channel)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->channels)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_strcmp0 (g_object_get_data (G_OBJECT (child), CHANNEL_KEY), channel) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_channel (AmbChannelPicker *self,
             const char       *channel)
{
  AmbDraft *draft = amb_draft_session_get_draft (self->session);
  g_autofree char *name = NULL;
  GtkWidget *button;

  if (channel == NULL || is_listed (self, channel))
    return;

  name = amb_draft_session_name_channel (self->session, channel);
  button = gtk_check_button_new_with_label (name);
  g_object_set_data_full (G_OBJECT (button), CHANNEL_KEY, g_strdup (channel), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), amb_draft_get_variant (draft, channel) != NULL);
  g_signal_connect_object (button, "toggled", G_CALLBACK (channel_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->channels, button);
}

static void
add_variants (AmbChannelPicker *self)
{
  GListModel *variants = G_LIST_MODEL (amb_draft_get_variants (amb_draft_session_get_draft (self->session)));

  for (guint i = 0; i < g_list_model_get_n_items (variants); i++)
    {
      g_autoptr (AmbVariant) variant = g_list_model_get_item (variants, i);

      add_channel (self, amb_variant_get_text (variant, AMB_VARIANT_CHANNEL));
    }
}

static void
add_own_channels (AmbChannelPicker *self)
{
  GListModel *own_channels = amb_draft_session_get_own_channels (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (own_channels); i++)
    {
      g_autoptr (AmbChannel) own_channel = g_list_model_get_item (own_channels, i);

      add_channel (self, amb_channel_get_text (own_channel, AMB_CHANNEL_CHANNEL));
    }
}

static void
add_known_channels (AmbChannelPicker *self)
{
  gsize n_rules;
  const AmbChannelRules * const *rules = amb_channel_rules_list (&n_rules);

  for (gsize i = 0; i < n_rules; i++)
    if (amb_channel_rules_is_online (rules[i]))
      add_channel (self, amb_channel_rules_get_id (rules[i]));
}

/* Made when it opens: the channels are few, and may have changed elsewhere. */
static void
amb_channel_picker_show (GtkWidget *widget)
{
  AmbChannelPicker *self = AMB_CHANNEL_PICKER (widget);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->channels))) != NULL)
    gtk_box_remove (self->channels, child);

  if (self->session != NULL)
    {
      add_variants (self);
      add_own_channels (self);
      add_known_channels (self);
    }

  GTK_WIDGET_CLASS (amb_channel_picker_parent_class)->show (widget);
}

static void
amb_channel_picker_dispose (GObject *object)
{
  g_clear_object (&AMB_CHANNEL_PICKER (object)->session);

  G_OBJECT_CLASS (amb_channel_picker_parent_class)->dispose (object);
}

static void
amb_channel_picker_class_init (AmbChannelPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amb_channel_picker_dispose;
  widget_class->show = amb_channel_picker_show;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/drafts/amb-channel-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbChannelPicker, channels);
}

static void
amb_channel_picker_init (AmbChannelPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
amb_channel_picker_set_session (AmbChannelPicker *self,
                                AmbDraftSession  *session)
{
  g_return_if_fail (AMB_IS_CHANNEL_PICKER (self));
  g_return_if_fail (session == NULL || AMB_IS_DRAFT_SESSION (session));

  g_set_object (&self->session, session);
}
