/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-length-ring.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SIZE 16
#define THICKNESS 3

/**
 * AmbLengthRing:
 *
 * How full a channel is: a ring that fills up. A text that is too long makes it a disc with an exclamation mark, so that
 * it shows without colour too; a channel without a limit has a thin circle.
 */
struct _AmbLengthRing
{
  GtkWidget parent_instance;

  AmbLength length;
};

G_DEFINE_FINAL_TYPE (AmbLengthRing, amb_length_ring, GTK_TYPE_WIDGET)

static char *
describe (const char      *channel_name,
          const AmbLength *length)
{
  if (length->limit == 0)
    /* Translators: %s is a channel such as E-mail, the number that of the characters written */
    return g_strdup_printf (ngettext ("%s: %'d character, no limit", "%s: %'d characters, no limit", length->length),
                            channel_name, (int) length->length);
  if (length->over)
    /* Translators: %s is a channel such as LinkedIn */
    return g_strdup_printf (ngettext ("%s: %'d character too long", "%s: %'d characters too long", -length->remaining),
                            channel_name, (int) -length->remaining);

  /* Translators: %s is a channel such as LinkedIn */
  return g_strdup_printf (ngettext ("%s: %'d character left", "%s: %'d characters left", length->remaining),
                          channel_name, (int) length->remaining);
}

static void
set_colour (AmbLengthRing *self,
            cairo_t       *cr,
            const char    *name,
            double         alpha)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA colour;

  if (name == NULL || !gtk_style_context_lookup_color (style, name, &colour))
    gtk_style_context_get_color (style, &colour);
  colour.alpha *= alpha;
  gdk_cairo_set_source_rgba (cr, &colour);
}

static void
draw_arc (cairo_t *cr,
          double   fraction,
          double   thickness)
{
  double radius = (SIZE - THICKNESS) / 2.0;

  cairo_set_line_width (cr, thickness);
  cairo_arc (cr, 0, 0, radius, -G_PI_2, -G_PI_2 + fraction * 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_too_long (AmbLengthRing *self,
               cairo_t       *cr)
{
  set_colour (self, cr, "error_bg_color", 1);
  cairo_arc (cr, 0, 0, SIZE / 2.0, 0, 2 * G_PI);
  cairo_fill (cr);

  set_colour (self, cr, "error_fg_color", 1);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, 0, -5);
  cairo_line_to (cr, 0, 1);
  cairo_stroke (cr);
  cairo_arc (cr, 0, 4, 1.25, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* What is not filled. In high contrast it is thin, so that what is filled differs from it by more than its colour. */
static void
draw_track (AmbLengthRing *self,
            cairo_t       *cr)
{
  gboolean has_limit = self->length.limit > 0;

  if (adw_style_manager_get_high_contrast (adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)))))
    {
      set_colour (self, cr, NULL, 0.7);
      draw_arc (cr, 1, 1);
    }
  else
    {
      set_colour (self, cr, NULL, has_limit ? 0.2 : 0.4);
      draw_arc (cr, 1, has_limit ? THICKNESS : 1);
    }
}

static void
draw_filled (AmbLengthRing *self,
             cairo_t       *cr)
{
  double fraction = (double) self->length.length / self->length.limit;

  set_colour (self, cr, "accent_color", 1);
  draw_arc (cr, CLAMP (fraction, 0, 1), THICKNESS);
}

static void
amb_length_ring_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  AmbLengthRing *self = AMB_LENGTH_RING (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_translate (cr, width / 2.0, height / 2.0);
  if (self->length.over)
    draw_too_long (self, cr);
  else
    draw_track (self, cr);
  if (!self->length.over && self->length.limit > 0)
    draw_filled (self, cr);
  cairo_destroy (cr);
}

static void
amb_length_ring_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
amb_length_ring_class_init (AmbLengthRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = amb_length_ring_snapshot;
  widget_class->measure = amb_length_ring_measure;

  gtk_widget_class_set_css_name (widget_class, "lengthring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
amb_length_ring_init (AmbLengthRing *self)
{
}

GtkWidget *
amb_length_ring_new (void)
{
  return g_object_new (AMB_TYPE_LENGTH_RING, NULL);
}

/* What it says to a screen reader stands in its tooltip too. */
void
amb_length_ring_set_length (AmbLengthRing   *self,
                            const char      *channel_name,
                            const AmbLength *length)
{
  g_autofree char *description = NULL;

  g_return_if_fail (AMB_IS_LENGTH_RING (self));
  g_return_if_fail (channel_name != NULL);
  g_return_if_fail (length != NULL);

  self->length = *length;
  description = describe (channel_name, length);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) length->limit,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) length->length,
                                  -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
