/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-theme-chips.h"

/**
 * AmbThemeChips:
 *
 * The first themes of a story, and how many more there are.
 *
 * The labels are made once, so that a row of a list costs nothing when it shows another story.
 */
struct _AmbThemeChips
{
  AdwBin    parent_instance;

  /* Template widgets */
  GtkLabel *first;
  GtkLabel *second;
  GtkLabel *more;

  char    **themes;
};

enum
{
  PROP_0,
  PROP_THEMES,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbThemeChips, amb_theme_chips, ADW_TYPE_BIN)

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text == NULL ? "" : text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_themes (AmbThemeChips *self)
{
  guint n_themes = self->themes == NULL ? 0 : g_strv_length (self->themes);
  g_autofree char *more = n_themes > 2 ? g_strdup_printf ("+%u", n_themes - 2) : NULL;

  show_text (self->first, n_themes > 0 ? self->themes[0] : NULL);
  show_text (self->second, n_themes > 1 ? self->themes[1] : NULL);
  show_text (self->more, more);
}

static void
amb_theme_chips_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  AmbThemeChips *self = AMB_THEME_CHIPS (object);

  switch (prop_id)
    {
    case PROP_THEMES:
      g_value_set_boxed (value, amb_theme_chips_get_themes (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_theme_chips_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  AmbThemeChips *self = AMB_THEME_CHIPS (object);

  switch (prop_id)
    {
    case PROP_THEMES:
      amb_theme_chips_set_themes (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_theme_chips_finalize (GObject *object)
{
  AmbThemeChips *self = AMB_THEME_CHIPS (object);

  g_strfreev (self->themes);

  G_OBJECT_CLASS (amb_theme_chips_parent_class)->finalize (object);
}

static void
amb_theme_chips_class_init (AmbThemeChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amb_theme_chips_get_property;
  object_class->set_property = amb_theme_chips_set_property;
  object_class->finalize = amb_theme_chips_finalize;

  properties[PROP_THEMES] = g_param_spec_boxed ("themes", NULL, NULL, G_TYPE_STRV,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/stories/amb-theme-chips.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbThemeChips, first);
  gtk_widget_class_bind_template_child (widget_class, AmbThemeChips, second);
  gtk_widget_class_bind_template_child (widget_class, AmbThemeChips, more);
}

static void
amb_theme_chips_init (AmbThemeChips *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_theme_chips_get_themes:
 * @self: chips
 *
 * Gets the themes.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the themes
 */
const char * const *
amb_theme_chips_get_themes (AmbThemeChips *self)
{
  g_return_val_if_fail (AMB_IS_THEME_CHIPS (self), NULL);

  return (const char * const *) self->themes;
}

/**
 * amb_theme_chips_set_themes:
 * @self: chips
 * @themes: (nullable) (array zero-terminated=1): the themes
 *
 * Sets the themes.
 */
void
amb_theme_chips_set_themes (AmbThemeChips      *self,
                            const char * const *themes)
{
  g_return_if_fail (AMB_IS_THEME_CHIPS (self));

  g_strfreev (self->themes);
  self->themes = g_strdupv ((char **) themes);
  show_themes (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THEMES]);
}
