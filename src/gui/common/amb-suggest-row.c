/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-suggest-row.h"

/**
 * AmbSuggestRow:
 *
 * A row in which a text is typed, or taken from a list of suggestions.
 *
 * The suggestions are a short list of #GtkStringObject; anything else may be typed all the same.
 */
struct _AmbSuggestRow
{
  AdwEntryRow    parent_instance;

  /* Template widgets */
  GtkMenuButton *menu_button;

  GListModel    *suggestions;
};

enum
{
  PROP_0,
  PROP_SUGGESTIONS,
  PROP_ANY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbSuggestRow, amb_suggest_row, ADW_TYPE_ENTRY_ROW)

static gboolean
has_any (AmbSuggestRow *self)
{
  return self->suggestions != NULL && g_list_model_get_n_items (self->suggestions) > 0;
}

static void
suggestions_items_changed_cb (AmbSuggestRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANY]);
}

static void
factory_setup_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_end (label, 6);
  gtk_list_item_set_child (item, label);
}

static void
factory_bind_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), text);
  /* On the floor the line itself has no name for a screen reader. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
list_activate_cb (AmbSuggestRow *self,
                  guint          position)
{
  g_autoptr (GtkStringObject) suggestion = g_list_model_get_item (self->suggestions, position);

  gtk_menu_button_popdown (self->menu_button);
  gtk_editable_set_text (GTK_EDITABLE (self), gtk_string_object_get_string (suggestion));
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
}

static void
open_suggestions (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  AmbSuggestRow *self = AMB_SUGGEST_ROW (widget);

  if (has_any (self))
    gtk_menu_button_popup (self->menu_button);
}

static void
amb_suggest_row_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  AmbSuggestRow *self = AMB_SUGGEST_ROW (object);

  switch (property_id)
    {
    case PROP_SUGGESTIONS:
      g_value_set_object (value, self->suggestions);
      break;
    case PROP_ANY:
      g_value_set_boolean (value, has_any (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_suggest_row_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  AmbSuggestRow *self = AMB_SUGGEST_ROW (object);

  switch (property_id)
    {
    case PROP_SUGGESTIONS:
      amb_suggest_row_set_suggestions (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_suggest_row_dispose (GObject *object)
{
  AmbSuggestRow *self = AMB_SUGGEST_ROW (object);

  if (self->suggestions != NULL)
    g_signal_handlers_disconnect_by_data (self->suggestions, self);
  g_clear_object (&self->suggestions);

  G_OBJECT_CLASS (amb_suggest_row_parent_class)->dispose (object);
}

static void
amb_suggest_row_class_init (AmbSuggestRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amb_suggest_row_get_property;
  object_class->set_property = amb_suggest_row_set_property;
  object_class->dispose = amb_suggest_row_dispose;

  properties[PROP_SUGGESTIONS] = g_param_spec_object ("suggestions", NULL, NULL, G_TYPE_LIST_MODEL,
                                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ANY] = g_param_spec_boolean ("any", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_install_action (widget_class, "suggestions.open", NULL, open_suggestions);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "suggestions.open", NULL);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/common/amb-suggest-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbSuggestRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, factory_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, factory_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
}

static void
amb_suggest_row_init (AmbSuggestRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Who types and presses Tab goes on to the next row; the keyboard has its own way to the suggestions. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (GTK_WIDGET (self->menu_button)), FALSE);
}

GtkWidget *
amb_suggest_row_new (void)
{
  return g_object_new (AMB_TYPE_SUGGEST_ROW, NULL);
}

void
amb_suggest_row_set_suggestions (AmbSuggestRow *self,
                                 GListModel    *suggestions)
{
  g_return_if_fail (AMB_IS_SUGGEST_ROW (self));

  if (self->suggestions == suggestions)
    return;

  if (self->suggestions != NULL)
    g_signal_handlers_disconnect_by_data (self->suggestions, self);
  g_set_object (&self->suggestions, suggestions);
  if (suggestions != NULL)
    g_signal_connect_object (suggestions, "items-changed", G_CALLBACK (suggestions_items_changed_cb),
                             self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUGGESTIONS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANY]);
}
