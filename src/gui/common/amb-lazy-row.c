/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-lazy-row.h"

#define MINIMUM_WIDTH 180
#define NATURAL_WIDTH 320

/**
 * AmbLazyRow:
 *
 * A row of a long list that makes its content when it comes into view.
 *
 * A list view keeps some two hundred rows for the ten that one sees, gives each of them an item, and measures them all.
 * This row costs next to nothing until it is seen: its height follows from the font alone, so that every row of a list
 * has the same, and only a row that is seen lays out text.
 */
struct _AmbLazyRow
{
  GtkWidget       parent_instance;

  double          n_lines;
  int             spacing;
  AmbLazyRowMake  make;
  AmbLazyRowShow  show;
  gpointer        data;

  GtkWidget      *content;
  GObject        *item;
};

G_DEFINE_FINAL_TYPE (AmbLazyRow, amb_lazy_row, GTK_TYPE_WIDGET)

static int
compute_height (AmbLazyRow *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int line = pango_font_metrics_get_height (metrics);

  pango_font_metrics_unref (metrics);

  return PANGO_PIXELS_CEIL ((int) (line * self->n_lines)) + self->spacing;
}

static void
amb_lazy_row_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    {
      *minimum = *natural = compute_height (AMB_LAZY_ROW (widget));
    }
}

static void
show_item (AmbLazyRow *self,
           gpointer    item)
{
  if (self->content != NULL)
    self->show (self->content, item);
}

/* A list view of GTK 4.8 maps each row that it makes, but allocates only those that are seen. */
static void
amb_lazy_row_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  AmbLazyRow *self = AMB_LAZY_ROW (widget);

  if (self->content == NULL)
    {
      self->content = self->make (self->data);
      gtk_widget_set_parent (self->content, widget);
      show_item (self, self->item);
    }

  gtk_widget_allocate (self->content, width, height, baseline, NULL);
}

static void
amb_lazy_row_map (GtkWidget *widget)
{
  AmbLazyRow *self = AMB_LAZY_ROW (widget);

  show_item (self, self->item);

  GTK_WIDGET_CLASS (amb_lazy_row_parent_class)->map (widget);
}

/* What nobody sees follows no item. */
static void
amb_lazy_row_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (amb_lazy_row_parent_class)->unmap (widget);

  show_item (AMB_LAZY_ROW (widget), NULL);
}

static void
amb_lazy_row_dispose (GObject *object)
{
  AmbLazyRow *self = AMB_LAZY_ROW (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (amb_lazy_row_parent_class)->dispose (object);
}

static void
amb_lazy_row_class_init (AmbLazyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = amb_lazy_row_dispose;
  widget_class->measure = amb_lazy_row_measure;
  widget_class->size_allocate = amb_lazy_row_size_allocate;
  widget_class->map = amb_lazy_row_map;
  widget_class->unmap = amb_lazy_row_unmap;
}

static void
amb_lazy_row_init (AmbLazyRow *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * amb_lazy_row_new:
 * @n_lines: how many lines of text are on top of each other, in lines of the font of the list
 * @spacing: what stands between and around the lines, in pixels
 * @make: makes the content
 * @show: lets the content show an item
 * @data: for @make; it must outlive the row
 *
 * Makes a row without an item.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
amb_lazy_row_new (double          n_lines,
                  int             spacing,
                  AmbLazyRowMake  make,
                  AmbLazyRowShow  show,
                  gpointer        data)
{
  AmbLazyRow *self = g_object_new (AMB_TYPE_LAZY_ROW, NULL);

  self->n_lines = n_lines;
  self->spacing = spacing;
  self->make = make;
  self->show = show;
  self->data = data;

  return GTK_WIDGET (self);
}

/**
 * amb_lazy_row_get_item:
 * @self: a row
 *
 * Gets the item.
 *
 * Returns: (transfer none) (nullable): the item
 */
gpointer
amb_lazy_row_get_item (AmbLazyRow *self)
{
  g_return_val_if_fail (AMB_IS_LAZY_ROW (self), NULL);

  return self->item;
}

/**
 * amb_lazy_row_set_item:
 * @self: a row
 * @item: (nullable) (type GObject): what it shows when it is seen
 *
 * Sets the item.
 */
void
amb_lazy_row_set_item (AmbLazyRow *self,
                       gpointer    item)
{
  g_return_if_fail (AMB_IS_LAZY_ROW (self));

  if (g_set_object (&self->item, item) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_item (self, item);
}

/**
 * amb_lazy_row_get_content:
 * @self: a row
 *
 * Gets the content.
 *
 * Returns: (transfer none) (nullable): the content, or %NULL while the row was never seen
 */
GtkWidget *
amb_lazy_row_get_content (AmbLazyRow *self)
{
  g_return_val_if_fail (AMB_IS_LAZY_ROW (self), NULL);

  return self->content;
}
