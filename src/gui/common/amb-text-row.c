/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-text-row.h"

#include <string.h>

#include "amb-format.h"
#include "amb-text-counter.h"

#define LINE_ENDS "\r\n"

/**
 * AmbTextRow:
 *
 * A row in which a text of several lines is written: what #AdwEntryRow is for one line.
 *
 * With #AmbTextRow:counted, it shows how long the text is beside #AmbTextRow:limit, and a button that copies it. With
 * #AmbTextRow:single-line, the text wraps, but nobody breaks it: Enter does nothing, and what is pasted becomes one line.
 */
struct _AmbTextRow
{
  AdwPreferencesRow parent_instance;

  /* Template widgets */
  GtkTextView      *view;

  GtkTextBuffer    *buffer;
  char             *text;
  char             *subtitle;
  guint             limit;
  gboolean          counted;
  gboolean          single_line;
  gboolean          filling;
  guint             resize_id;
};

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_SUBTITLE,
  PROP_LIMIT,
  PROP_COUNTED,
  PROP_SINGLE_LINE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbTextRow, amb_text_row, ADW_TYPE_PREFERENCES_ROW)

static char *
read_buffer (AmbTextRow *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
buffer_changed_cb (AmbTextRow *self)
{
  g_free (self->text);
  self->text = read_buffer (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/* What was stored stays as it is until somebody changes it. */
static void
buffer_insert_text_cb (AmbTextRow  *self,
                       GtkTextIter *position,
                       const char  *text,
                       int          length)
{
  g_autofree char *lines = g_strndup (text, length);
  char *first = lines + strspn (lines, LINE_ENDS);

  if (!self->single_line || self->filling || strpbrk (lines, LINE_ENDS) == NULL)
    return;

  for (gsize end = strlen (first); end > 0 && strchr (LINE_ENDS, first[end - 1]) != NULL; end--)
    first[end - 1] = '\0';

  g_signal_stop_emission_by_name (self->buffer, "insert-text");
  if (*first != '\0')
    gtk_text_buffer_insert (self->buffer, position, g_strdelimit (first, LINE_ENDS, ' '), -1);
}

static gboolean
resize_idle_cb (gpointer data)
{
  AmbTextRow *self = data;

  self->resize_id = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self->view));

  return G_SOURCE_REMOVE;
}

/* Only where it stands does the view learn how its lines break, and then it is too late to ask for their height. */
static void
adjustment_changed_cb (AmbTextRow    *self,
                       GtkAdjustment *adjustment)
{
  if (self->resize_id == 0 && gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment))
    self->resize_id = g_idle_add (resize_idle_cb, self);
}

/* A row that holds more than a title has no name of its own on the floor. */
static void
name_row (AmbTextRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

static gboolean
amb_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (AMB_TEXT_ROW (widget)->view));
}

static void
amb_text_row_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  AmbTextRow *self = AMB_TEXT_ROW (object);

  switch (property_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, amb_text_row_get_text (self));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_LIMIT:
      g_value_set_uint (value, self->limit);
      break;
    case PROP_COUNTED:
      g_value_set_boolean (value, self->counted);
      break;
    case PROP_SINGLE_LINE:
      g_value_set_boolean (value, self->single_line);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_text_row_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  AmbTextRow *self = AMB_TEXT_ROW (object);

  switch (property_id)
    {
    case PROP_TEXT:
      amb_text_row_set_text (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      g_free (self->subtitle);
      self->subtitle = g_value_dup_string (value);
      break;
    case PROP_LIMIT:
      self->limit = g_value_get_uint (value);
      break;
    case PROP_COUNTED:
      self->counted = g_value_get_boolean (value);
      break;
    case PROP_SINGLE_LINE:
      self->single_line = g_value_get_boolean (value);
      /* The template makes room for two lines. */
      if (self->single_line)
        gtk_widget_set_size_request (GTK_WIDGET (self->view), -1, -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_text_row_dispose (GObject *object)
{
  g_clear_handle_id (&AMB_TEXT_ROW (object)->resize_id, g_source_remove);

  G_OBJECT_CLASS (amb_text_row_parent_class)->dispose (object);
}

static void
amb_text_row_finalize (GObject *object)
{
  AmbTextRow *self = AMB_TEXT_ROW (object);

  g_free (self->text);
  g_free (self->subtitle);

  G_OBJECT_CLASS (amb_text_row_parent_class)->finalize (object);
}

static void
amb_text_row_class_init (AmbTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = amb_text_row_get_property;
  object_class->set_property = amb_text_row_set_property;
  object_class->dispose = amb_text_row_dispose;
  object_class->finalize = amb_text_row_finalize;

  widget_class->grab_focus = amb_text_row_grab_focus;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_LIMIT] = g_param_spec_uint ("limit", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_COUNTED] = g_param_spec_boolean ("counted", NULL, NULL, FALSE, flags);
  properties[PROP_SINGLE_LINE] = g_param_spec_boolean ("single-line", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (AMB_TYPE_TEXT_COUNTER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/common/amb-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbTextRow, view);
  gtk_widget_class_bind_template_child (widget_class, AmbTextRow, buffer);
  gtk_widget_class_bind_template_callback (widget_class, buffer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, buffer_insert_text_cb);
  amb_format_bind_closures (widget_class);
}

static void
amb_text_row_init (AmbTextRow *self)
{
  self->text = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (name_row), NULL);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), "changed",
                           G_CALLBACK (adjustment_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * amb_text_row_get_text:
 * @self: a row
 *
 * Gets the text.
 *
 * Returns: UTF-8, empty when there is none
 */
const char *
amb_text_row_get_text (AmbTextRow *self)
{
  g_return_val_if_fail (AMB_IS_TEXT_ROW (self), NULL);

  return self->text;
}

/**
 * amb_text_row_set_text:
 * @self: a row
 * @text: (nullable): UTF-8
 *
 * Fills in a text; the cursor stays where it is when the text is the same.
 */
void
amb_text_row_set_text (AmbTextRow *self,
                       const char *text)
{
  g_return_if_fail (AMB_IS_TEXT_ROW (self));

  if (text == NULL)
    text = "";
  if (g_str_equal (self->text, text))
    return;

  self->filling = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  self->filling = FALSE;
}
