/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-own-words-bar.h"

#include <float.h>

#include <glib/gi18n-lib.h>

#define WIDTH 72
#define HEIGHT 6

/**
 * AmbOwnWordsBar:
 *
 * Which share of a text is the person's own: a bar with the number beside it.
 */
struct _AmbOwnWordsBar
{
  GtkWidget  parent_instance;

  GtkWidget *label;
  double     share;
};

enum
{
  PROP_0,
  PROP_SHARE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbOwnWordsBar, amb_own_words_bar, GTK_TYPE_WIDGET)

/* “100%” must not hide that a passage is copied; and 0.29 times 100 is a little less than 29. */
static int
round_share (double share)
{
  return (int) (share * 100 + DBL_EPSILON * 100);
}

static void
show_share (AmbOwnWordsBar *self)
{
  /* Translators: which part of a text the person wrote themselves */
  g_autofree char *text = g_strdup_printf (_("%d%% your own words"), round_share (self->share));

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 1.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, self->share,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
append_part (AmbOwnWordsBar *self,
             GtkSnapshot    *snapshot,
             const char     *colour_name,
             double          alpha,
             double          width)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  gboolean is_right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double left = is_right_to_left ? gtk_widget_get_width (GTK_WIDGET (self)) - width : 0;
  double top = (gtk_widget_get_height (GTK_WIDGET (self)) - HEIGHT) / 2.0;
  graphene_rect_t rect = GRAPHENE_RECT_INIT (left, top, width, HEIGHT);
  GskRoundedRect rounded;
  GdkRGBA colour;

  if (colour_name == NULL || !gtk_style_context_lookup_color (style, colour_name, &colour))
    gtk_style_context_get_color (style, &colour);
  colour.alpha *= alpha;

  gsk_rounded_rect_init_from_rect (&rounded, &rect, HEIGHT / 2.0);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &colour, &rect);
  gtk_snapshot_pop (snapshot);
}

static void
amb_own_words_bar_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  AmbOwnWordsBar *self = AMB_OWN_WORDS_BAR (widget);

  append_part (self, snapshot, NULL, 0.2, WIDTH);
  if (self->share > 0)
    append_part (self, snapshot, "accent_color", 1, MAX (HEIGHT, WIDTH * self->share));

  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

static void
amb_own_words_bar_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  AmbOwnWordsBar *self = AMB_OWN_WORDS_BAR (widget);

  gtk_widget_measure (self->label, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum += WIDTH + 6;
      *natural += WIDTH + 6;
    }
}

static void
amb_own_words_bar_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  AmbOwnWordsBar *self = AMB_OWN_WORDS_BAR (widget);
  gboolean is_right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int left = WIDTH + 6;

  gtk_widget_size_allocate (self->label, &(GtkAllocation) { is_right_to_left ? 0 : left, 0, width - left, height }, -1);
}

static void
amb_own_words_bar_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SHARE:
      g_value_set_double (value, amb_own_words_bar_get_share (AMB_OWN_WORDS_BAR (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_own_words_bar_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SHARE:
      amb_own_words_bar_set_share (AMB_OWN_WORDS_BAR (object), g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_own_words_bar_dispose (GObject *object)
{
  g_clear_pointer (&AMB_OWN_WORDS_BAR (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (amb_own_words_bar_parent_class)->dispose (object);
}

static void
amb_own_words_bar_class_init (AmbOwnWordsBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amb_own_words_bar_get_property;
  object_class->set_property = amb_own_words_bar_set_property;
  object_class->dispose = amb_own_words_bar_dispose;

  widget_class->snapshot = amb_own_words_bar_snapshot;
  widget_class->measure = amb_own_words_bar_measure;
  widget_class->size_allocate = amb_own_words_bar_size_allocate;

  properties[PROP_SHARE] = g_param_spec_double ("share", NULL, NULL, 0, 1, 1,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "ownwordsbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
amb_own_words_bar_init (AmbOwnWordsBar *self)
{
  self->share = 1;
  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  show_share (self);
}

GtkWidget *
amb_own_words_bar_new (void)
{
  return g_object_new (AMB_TYPE_OWN_WORDS_BAR, NULL);
}

double
amb_own_words_bar_get_share (AmbOwnWordsBar *self)
{
  g_return_val_if_fail (AMB_IS_OWN_WORDS_BAR (self), 0);

  return self->share;
}

void
amb_own_words_bar_set_share (AmbOwnWordsBar *self,
                             double          share)
{
  g_return_if_fail (AMB_IS_OWN_WORDS_BAR (self));

  share = CLAMP (share, 0, 1);
  if (self->share == share)
    return;

  self->share = share;
  show_share (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHARE]);
}
