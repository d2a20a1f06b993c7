/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-suggestion-row.h"

/**
 * AmbSuggestionRow:
 *
 * A story that fits: what it says, why it fits, and what to do with it.
 */
struct _AmbSuggestionRow
{
  GtkListBoxRow  parent_instance;

  /* Template widgets */
  GtkButton     *skip_button;
  GtkButton     *draft_button;

  AmbTodayItem  *item;
};

enum
{
  PROP_0,
  PROP_ITEM,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbSuggestionRow, amb_suggestion_row, GTK_TYPE_LIST_BOX_ROW)

static void
amb_suggestion_row_constructed (GObject *object)
{
  AmbSuggestionRow *self = AMB_SUGGESTION_ROW (object);
  gint64 id = amb_today_item_get_id (self->item);
  const char *title = amb_today_item_get_title (self->item);

  G_OBJECT_CLASS (amb_suggestion_row_parent_class)->constructed (object);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "x", id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->skip_button), "x", id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->draft_button), "x", id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, amb_today_item_get_detail (self->item),
                                  -1);
  /* Three buttons of one name: the story makes the difference. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->skip_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->draft_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
}

static void
amb_suggestion_row_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, amb_suggestion_row_get_item (AMB_SUGGESTION_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_suggestion_row_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_ITEM:
      AMB_SUGGESTION_ROW (object)->item = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_suggestion_row_finalize (GObject *object)
{
  g_clear_object (&AMB_SUGGESTION_ROW (object)->item);

  G_OBJECT_CLASS (amb_suggestion_row_parent_class)->finalize (object);
}

static void
amb_suggestion_row_class_init (AmbSuggestionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = amb_suggestion_row_constructed;
  object_class->get_property = amb_suggestion_row_get_property;
  object_class->set_property = amb_suggestion_row_set_property;
  object_class->finalize = amb_suggestion_row_finalize;

  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, AMB_TYPE_TODAY_ITEM,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ambassadortoolkit/Ambassador/ui/today/amb-suggestion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbSuggestionRow, skip_button);
  gtk_widget_class_bind_template_child (widget_class, AmbSuggestionRow, draft_button);
}

static void
amb_suggestion_row_init (AmbSuggestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amb_suggestion_row_new (AmbTodayItem *item)
{
  return g_object_new (AMB_TYPE_SUGGESTION_ROW, "item", item, NULL);
}

AmbTodayItem *
amb_suggestion_row_get_item (AmbSuggestionRow *self)
{
  g_return_val_if_fail (AMB_IS_SUGGESTION_ROW (self), NULL);

  return self->item;
}
