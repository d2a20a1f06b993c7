/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-channel-adder.h"

#include <glib/gi18n-lib.h>

#include "amb-channel-rules.h"
#include "amb-confirm.h"

#define RESPONSE_ADD "add"
#define RESPONSE_CANCEL "cancel"

/**
 * AmbChannelAdder:
 *
 * A button with a menu of the channels that the program knows, and one more line for any other.
 */
struct _AmbChannelAdder
{
  AdwBin         parent_instance;

  /* Template widgets */
  GtkMenuButton *button;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbChannelAdder, amb_channel_adder, ADW_TYPE_BIN)

static void
add_channel (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[CHOSEN], 0, g_variant_get_string (parameter, NULL));
}

static void
name_dialog_response_cb (AmbChannelAdder  *self,
                         const char       *response,
                         AdwMessageDialog *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (g_str_equal (response, RESPONSE_ADD) && *name != '\0')
    g_signal_emit (self, signals[CHOSEN], 0, name);
}

static void
add_own_channel (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), NULL, NULL);

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the channel"), -1);
  amb_confirm_set_words (ADW_MESSAGE_DIALOG (dialog), _("Another Channel"), _("What is it called?"));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), RESPONSE_CANCEL, _("_Cancel"),
                                    RESPONSE_ADD, _("_Add"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), RESPONSE_ADD, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), RESPONSE_CANCEL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), RESPONSE_ADD);
  g_signal_connect_object (dialog, "response", G_CALLBACK (name_dialog_response_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_menu_item (GMenu      *menu,
               const char *id,
               const char *name)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

  g_menu_item_set_action_and_target (item, "channels.add", "s", id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (void)
{
  const char *locale = g_get_language_names ()[0];
  gsize n_rules = 0;
  const AmbChannelRules * const *rules = amb_channel_rules_list (&n_rules);
  g_autoptr (GMenu) known = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < n_rules; i++)
    {
      if (amb_channel_rules_is_online (rules[i]))
        add_menu_item (known, amb_channel_rules_get_id (rules[i]), amb_channel_rules_get_name (rules[i], locale));
    }
  g_menu_append (own, _("_Another Channel…"), "channels.add-own");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (known));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));

  return G_MENU_MODEL (menu);
}

static gboolean
amb_channel_adder_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (AMB_CHANNEL_ADDER (widget)->button));
}

static void
amb_channel_adder_class_init (AmbChannelAdderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = amb_channel_adder_grab_focus;

  /**
   * AmbChannelAdder::chosen:
   * @self: an adder
   * @channel: the id of a channel that the program knows, or the name of another one
   *
   * The person chose a channel.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "channels.add", "s", add_channel);
  gtk_widget_class_install_action (widget_class, "channels.add-own", NULL, add_own_channel);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/profile/amb-channel-adder.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbChannelAdder, button);
}

static void
amb_channel_adder_init (AmbChannelAdder *self)
{
  g_autoptr (GMenuModel) menu = make_menu ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->button, menu);
}
