/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-wrap-layout.h"

/* The spacings of the HIG: between things on a line, and between lines. */
#define COLUMN_SPACING 18
#define LINE_SPACING 6

/**
 * AmbWrapLayout:
 *
 * Sets children one behind the other, on as many lines as the width asks for.
 *
 * A child that expands gets the rest of its line.
 */
struct _AmbWrapLayout
{
  GtkLayoutManager parent_instance;
};

/* A line: where it begins and ends among the children, and its size. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *after;
  int        width;
  int        height;
  int        n_expanding;
} Line;

G_DEFINE_FINAL_TYPE (AmbWrapLayout, amb_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
measure_width (GtkWidget *child,
               int        available)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return CLAMP (natural, minimum, MAX (minimum, available));
}

static int
measure_height (GtkWidget *child,
                int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

static Line
find_line (GtkWidget *first,
           int        available)
{
  Line line = { first };
  GtkWidget *child;

  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int width;
      int spacing = line.width > 0 ? COLUMN_SPACING : 0;

      if (!gtk_widget_should_layout (child))
        continue;

      width = measure_width (child, available);
      if (line.width > 0 && line.width + spacing + width > available)
        break;

      line.width += spacing + width;
      line.height = MAX (line.height, measure_height (child, width));
      line.n_expanding += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
    }

  line.after = child;

  return line;
}

static void
measure_row (GtkWidget *widget,
             int       *minimum,
             int       *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? COLUMN_SPACING : 0);
    }
}

static int
measure_lines (GtkWidget *widget,
               int        width)
{
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;)
    {
      Line line = find_line (child, width);

      if (line.width > 0)
        height += line.height + (height > 0 ? LINE_SPACING : 0);
      child = line.after;
    }

  return height;
}

static GtkSizeRequestMode
amb_wrap_layout_get_request_mode (GtkLayoutManager *layout,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
amb_wrap_layout_measure (GtkLayoutManager *layout,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_row (widget, minimum, natural);
  else
    *minimum = *natural = measure_lines (widget, for_size < 0 ? G_MAXINT / 2 : for_size);
}

static void
allocate_line (GtkWidget  *widget,
               const Line *line,
               int         y,
               int         available)
{
  gboolean is_right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int extra = line->n_expanding == 0 ? 0 : MAX (0, available - line->width) / line->n_expanding;
  int x = 0;

  for (GtkWidget *child = line->first; child != line->after; child = gtk_widget_get_next_sibling (child))
    {
      int width;

      if (!gtk_widget_should_layout (child))
        continue;

      width = measure_width (child, available);
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        width += extra;
      gtk_widget_size_allocate (child, &(GtkAllocation) { is_right_to_left ? available - x - width : x, y,
                                                          width, line->height }, -1);
      x += width + COLUMN_SPACING;
    }
}

static void
amb_wrap_layout_allocate (GtkLayoutManager *layout,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;)
    {
      Line line = find_line (child, width);

      allocate_line (widget, &line, y, width);
      if (line.width > 0)
        y += line.height + LINE_SPACING;
      child = line.after;
    }
}

static void
amb_wrap_layout_class_init (AmbWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = amb_wrap_layout_get_request_mode;
  layout_class->measure = amb_wrap_layout_measure;
  layout_class->allocate = amb_wrap_layout_allocate;
}

static void
amb_wrap_layout_init (AmbWrapLayout *self)
{
}

GtkLayoutManager *
amb_wrap_layout_new (void)
{
  return g_object_new (AMB_TYPE_WRAP_LAYOUT, NULL);
}
