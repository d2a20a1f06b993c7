/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-shortcut-row.h"

#include <string.h>

/**
 * AmbShortcutRow:
 *
 * Something that can be done by keyboard, and the keys that do it: in words as GTK writes accelerators, one below the
 * other when there are several.
 */
struct _AmbShortcutRow
{
  AdwActionRow  parent_instance;

  GtkBox       *keys;
  char         *accelerators;
};

enum
{
  PROP_0,
  PROP_ACCELERATORS,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbShortcutRow, amb_shortcut_row, ADW_TYPE_ACTION_ROW)

static void
add_keys (AmbShortcutRow *self,
          const char     *accelerator)
{
  GtkWidget *label = g_object_new (GTK_TYPE_SHORTCUT_LABEL, "accelerator", accelerator, "halign", GTK_ALIGN_END, NULL);

  gtk_box_append (self->keys, label);
}

/* “<Alt>1...5” is a way of writing that only the label of GTK knows. */
static char *
name_keys (const char *accelerator)
{
  const char *dots = strstr (accelerator, "...");
  g_autofree char *start = dots == NULL ? g_strdup (accelerator) : g_strndup (accelerator, dots - accelerator);
  GdkModifierType modifiers;
  guint key;
  g_autofree char *name = NULL;

  if (!gtk_accelerator_parse (start, &key, &modifiers))
    return g_steal_pointer (&start);

  name = gtk_accelerator_get_label (key, modifiers);

  return dots == NULL ? g_steal_pointer (&name) : g_strconcat (name, "…", dots + strlen ("..."), NULL);
}

/* Keys are drawn one by one, and a drawing has no name. */
static void
describe (AmbShortcutRow     *self,
          const char * const *words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *description = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *name = name_keys (words[i]);

      g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  description = g_strjoinv (", ", names);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
set_accelerators (AmbShortcutRow *self,
                  const char     *accelerators)
{
  g_auto (GStrv) words = g_strsplit (accelerators == NULL ? "" : accelerators, " ", -1);

  self->accelerators = g_strdup (accelerators);
  for (guint i = 0; words[i] != NULL; i++)
    add_keys (self, words[i]);
  describe (self, (const char * const *) words);
}

static void
amb_shortcut_row_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  AmbShortcutRow *self = AMB_SHORTCUT_ROW (object);

  switch (prop_id)
    {
    case PROP_ACCELERATORS:
      g_value_set_string (value, amb_shortcut_row_get_accelerators (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_shortcut_row_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_ACCELERATORS:
      set_accelerators (AMB_SHORTCUT_ROW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_shortcut_row_finalize (GObject *object)
{
  AmbShortcutRow *self = AMB_SHORTCUT_ROW (object);

  g_free (self->accelerators);

  G_OBJECT_CLASS (amb_shortcut_row_parent_class)->finalize (object);
}

static void
amb_shortcut_row_class_init (AmbShortcutRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_shortcut_row_get_property;
  object_class->set_property = amb_shortcut_row_set_property;
  object_class->finalize = amb_shortcut_row_finalize;

  properties[PROP_ACCELERATORS] = g_param_spec_string ("accelerators", NULL, NULL, NULL,
                                                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                       G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_shortcut_row_init (AmbShortcutRow *self)
{
  self->keys = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_valign (GTK_WIDGET (self->keys), GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (GTK_WIDGET (self->keys), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->keys), 6);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->keys));
}

const char *
amb_shortcut_row_get_accelerators (AmbShortcutRow *self)
{
  g_return_val_if_fail (AMB_IS_SHORTCUT_ROW (self), NULL);

  return self->accelerators;
}
