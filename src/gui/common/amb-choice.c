/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-choice.h"

struct _AmbChoice
{
  GObject parent_instance;

  char   *id;
  char   *label;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_LABEL,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbChoice, amb_choice, G_TYPE_OBJECT)

static void
amb_choice_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_ID:
      g_value_set_string (value, AMB_CHOICE (object)->id);
      break;
    case PROP_LABEL:
      g_value_set_string (value, AMB_CHOICE (object)->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_choice_finalize (GObject *object)
{
  AmbChoice *self = AMB_CHOICE (object);

  g_free (self->id);
  g_free (self->label);

  G_OBJECT_CLASS (amb_choice_parent_class)->finalize (object);
}

static void
amb_choice_class_init (AmbChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_choice_get_property;
  object_class->finalize = amb_choice_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_choice_init (AmbChoice *self)
{
}

/**
 * amb_choice_new:
 * @id: (nullable): what is stored
 * @label: what is shown, UTF-8
 *
 * Makes a choice.
 *
 * Returns: (transfer full): the choice
 */
AmbChoice *
amb_choice_new (const char *id,
                const char *label)
{
  AmbChoice *self = g_object_new (AMB_TYPE_CHOICE, NULL);

  self->id = g_strdup (id);
  self->label = g_strdup (label);

  return self;
}

GListStore *
amb_choice_list_new (void)
{
  return g_list_store_new (AMB_TYPE_CHOICE);
}

void
amb_choice_list_add (GListStore *choices,
                     const char *id,
                     const char *label)
{
  g_autoptr (AmbChoice) choice = amb_choice_new (id, label);

  g_return_if_fail (G_IS_LIST_STORE (choices));

  g_list_store_append (choices, choice);
}

/**
 * amb_choice_list_find:
 * @choices: (element-type AmbChoice): choices
 * @id: (nullable): an id
 *
 * Finds a choice.
 *
 * Returns: its position, or %GTK_INVALID_LIST_POSITION
 */
guint
amb_choice_list_find (GListModel *choices,
                      const char *id)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (choices), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (AmbChoice) choice = g_list_model_get_item (choices, i);

      if (g_strcmp0 (choice->id, id) == 0)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
update_tick (AdwComboRow *row,
             GParamSpec  *pspec,
             GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  gboolean chosen = adw_combo_row_get_selected (row) == gtk_list_item_get_position (item);

  gtk_widget_set_opacity (gtk_widget_get_last_child (box), chosen ? 1 : 0);
}

static void
setup_cb (AdwComboRow *row,
          GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
setup_list_cb (AdwComboRow *row,
               GtkListItem *item)
{
  GtkWidget *tick = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", "object-select-symbolic",
                                  NULL);
  GtkWidget *box;

  setup_cb (row, item);
  box = gtk_list_item_get_child (item);
  gtk_widget_set_hexpand (gtk_widget_get_first_child (box), TRUE);
  gtk_box_append (GTK_BOX (box), tick);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (update_tick), item, 0);
}

static void
bind_cb (AdwComboRow *row,
         GtkListItem *item)
{
  AmbChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), choice->label);
  /* On the floor the line itself has no name for a screen reader. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, choice->label, -1);
}

static void
bind_list_cb (AdwComboRow *row,
              GtkListItem *item)
{
  bind_cb (row, item);
  update_tick (row, NULL, item);
}

static GtkListItemFactory *
make_factory (AdwComboRow *row,
              GCallback    setup,
              GCallback    bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, row, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", bind, row, G_CONNECT_SWAPPED);

  return factory;
}

/**
 * amb_choice_row_fill:
 * @row: a row
 * @choices: (element-type AmbChoice): choices
 * @id: (nullable): the one that is chosen; when it is none of them, the first
 *
 * Offers choices in a row.
 */
void
amb_choice_row_fill (AdwComboRow *row,
                     GListStore  *choices,
                     const char  *id)
{
  g_autoptr (GtkExpression) label = gtk_property_expression_new (AMB_TYPE_CHOICE, NULL, "label");
  g_autoptr (GtkListItemFactory) factory = NULL;
  g_autoptr (GtkListItemFactory) list_factory = NULL;
  guint position;

  g_return_if_fail (ADW_IS_COMBO_ROW (row));
  g_return_if_fail (G_IS_LIST_STORE (choices));

  position = amb_choice_list_find (G_LIST_MODEL (choices), id);
  factory = make_factory (row, G_CALLBACK (setup_cb), G_CALLBACK (bind_cb));
  list_factory = make_factory (row, G_CALLBACK (setup_list_cb), G_CALLBACK (bind_list_cb));
  adw_combo_row_set_factory (row, factory);
  adw_combo_row_set_list_factory (row, list_factory);
  adw_combo_row_set_expression (row, label);
  adw_combo_row_set_model (row, G_LIST_MODEL (choices));
  adw_combo_row_set_selected (row, position == GTK_INVALID_LIST_POSITION ? 0 : position);
}

/**
 * amb_choice_row_get_id:
 * @row: a row that amb_choice_row_fill() filled
 *
 * Tells what is chosen.
 *
 * Returns: (transfer none) (nullable): its id
 */
const char *
amb_choice_row_get_id (AdwComboRow *row)
{
  AmbChoice *choice;

  g_return_val_if_fail (ADW_IS_COMBO_ROW (row), NULL);

  choice = adw_combo_row_get_selected_item (row);

  return choice == NULL ? NULL : choice->id;
}
