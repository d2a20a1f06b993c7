/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-channel-tabs.h"

#include <glib/gi18n-lib.h>

#include "amb-channel-picker.h"

#define CHANNEL_KEY "amb-channel"

/**
 * AmbChannelTabs:
 *
 * The texts of a draft: the main text, and one for each channel. A channel that has its own text carries a pencil.
 */
struct _AmbChannelTabs
{
  AdwBin             parent_instance;

  AmbDraftSession   *session;
  GSignalGroup      *session_signals;
  gboolean           is_showing;

  /* Template widgets */
  GtkBox            *tabs;
  AmbChannelPicker  *picker;
};

G_DEFINE_FINAL_TYPE (AmbChannelTabs, amb_channel_tabs, ADW_TYPE_BIN)

static const char *
get_tab_channel (GtkWidget *tab)
{
  return g_object_get_data (G_OBJECT (tab), CHANNEL_KEY);
}

static gboolean
is_current_tab (AmbChannelTabs *self,
                GtkWidget      *tab)
{
  return g_strcmp0 (get_tab_channel (tab), amb_draft_session_get_channel (self->session)) == 0;
}

static void
tab_toggled_cb (AmbChannelTabs  *self,
                GtkToggleButton *tab)
{
  if (!self->is_showing && gtk_toggle_button_get_active (tab))
    amb_draft_session_set_channel (self->session, get_tab_channel (GTK_WIDGET (tab)));
}

static GtkWidget *
make_tab_content (void)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *pencil = g_object_new (GTK_TYPE_IMAGE,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                    "icon-name", "document-edit-symbolic",
                                    NULL);

  gtk_box_append (GTK_BOX (content), gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (content), pencil);

  return content;
}

static GtkWidget *
make_tab (AmbChannelTabs *self,
          const char     *channel)
{
  GtkWidget *tab = g_object_new (GTK_TYPE_TOGGLE_BUTTON,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_TAB,
                                 "child", make_tab_content (),
                                 NULL);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->tabs));

  gtk_widget_add_css_class (tab, "flat");
  g_object_set_data_full (G_OBJECT (tab), CHANNEL_KEY, g_strdup (channel), g_free);
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tab), GTK_TOGGLE_BUTTON (first));
  g_signal_connect_object (tab, "toggled", G_CALLBACK (tab_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->tabs, tab);

  return tab;
}

static char *
describe_tab (const char *name,
              const char *channel,
              gboolean    is_own)
{
  if (channel == NULL)
    return g_strdup (name);
  if (is_own)
    /* Translators: %s is a channel such as LinkedIn, which has a text of its own */
    return g_strdup_printf (_("%s, own text"), name);

  /* Translators: %s is a channel such as LinkedIn, which gets the same text as the others */
  return g_strdup_printf (_("%s, follows the main text"), name);
}

static void
show_tab (AmbChannelTabs *self,
          GtkWidget      *tab)
{
  const char *channel = get_tab_channel (tab);
  gboolean is_own = channel != NULL && amb_draft_session_is_own (self->session, channel);
  g_autofree char *name = channel == NULL ? g_strdup (_("Main text"))
                                          : amb_draft_session_name_channel (self->session, channel);
  g_autofree char *description = describe_tab (name, channel, is_own);
  GtkWidget *content = gtk_button_get_child (GTK_BUTTON (tab));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (content)), name);
  gtk_widget_set_visible (gtk_widget_get_last_child (content), is_own);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), is_current_tab (self, tab));
  gtk_accessible_update_state (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_STATE_SELECTED, is_current_tab (self, tab), -1);
}

static GtkWidget *
get_tab (AmbChannelTabs *self,
         guint           position)
{
  GtkWidget *tab = gtk_widget_get_first_child (GTK_WIDGET (self->tabs));

  while (tab != NULL && position-- > 0)
    tab = gtk_widget_get_next_sibling (tab);

  return tab;
}

/* Tabs stay as long as their channel does, so that the focus stays where it is. */
static void
ensure_tab (AmbChannelTabs *self,
            guint           position,
            const char     *channel)
{
  GtkWidget *tab;

  while ((tab = get_tab (self, position)) != NULL && g_strcmp0 (get_tab_channel (tab), channel) != 0)
    gtk_box_remove (self->tabs, tab);

  show_tab (self, tab != NULL ? tab : make_tab (self, channel));
}

static void
show_tabs (AmbChannelTabs *self)
{
  GListModel *variants = G_LIST_MODEL (amb_draft_get_variants (amb_draft_session_get_draft (self->session)));
  guint n_variants = g_list_model_get_n_items (variants);
  GtkWidget *tab;

  self->is_showing = TRUE;
  ensure_tab (self, 0, NULL);
  for (guint i = 0; i < n_variants; i++)
    {
      g_autoptr (AmbVariant) variant = g_list_model_get_item (variants, i);

      ensure_tab (self, i + 1, amb_variant_get_text (variant, AMB_VARIANT_CHANNEL));
    }
  while ((tab = get_tab (self, n_variants + 1)) != NULL)
    gtk_box_remove (self->tabs, tab);
  self->is_showing = FALSE;
}

static void
amb_channel_tabs_dispose (GObject *object)
{
  AmbChannelTabs *self = AMB_CHANNEL_TABS (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (amb_channel_tabs_parent_class)->dispose (object);
}

static void
amb_channel_tabs_class_init (AmbChannelTabsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amb_channel_tabs_dispose;

  g_type_ensure (AMB_TYPE_CHANNEL_PICKER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/drafts/amb-channel-tabs.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbChannelTabs, tabs);
  gtk_widget_class_bind_template_child (widget_class, AmbChannelTabs, picker);
}

static void
amb_channel_tabs_init (AmbChannelTabs *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->session_signals = g_signal_group_new (AMB_TYPE_DRAFT_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "changed", G_CALLBACK (show_tabs), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::channel", G_CALLBACK (show_tabs), self);
}

void
amb_channel_tabs_set_session (AmbChannelTabs  *self,
                              AmbDraftSession *session)
{
  g_return_if_fail (AMB_IS_CHANNEL_TABS (self));
  g_return_if_fail (session == NULL || AMB_IS_DRAFT_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  amb_channel_picker_set_session (self->picker, session);
  if (session != NULL)
    show_tabs (self);
}

/* Goes to a neighbour, round the ends. */
void
amb_channel_tabs_step (AmbChannelTabs *self,
                       int             step)
{
  GListModel *variants;
  int n_tabs;
  int position = 0;

  g_return_if_fail (AMB_IS_CHANNEL_TABS (self));

  if (self->session == NULL)
    return;

  variants = G_LIST_MODEL (amb_draft_get_variants (amb_draft_session_get_draft (self->session)));
  n_tabs = g_list_model_get_n_items (variants) + 1;
  while (position < n_tabs - 1 && !is_current_tab (self, get_tab (self, position)))
    position++;

  position = (position + step + n_tabs) % n_tabs;
  amb_draft_session_set_channel (self->session, get_tab_channel (get_tab (self, position)));
}
