/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-manuscript-private.h"

#include <string.h>

/* Bringhurst: 45 to 75 characters make a satisfactory line, 66 is widely regarded as ideal. */
#define CHARACTERS_PER_LINE 68
#define SIDE_MARGIN 18
#define LEADING 7

/**
 * AmbManuscript:
 *
 * The text as a page: one column of a comfortable width, and nothing else.
 *
 * It can hold several texts, each with its own undo history, and shows one of them. ::edited is emitted when the person
 * changed the text, not when the program did. Places are given in bytes of UTF-8, as the checks give them.
 * #AmbManuscript:column-width is what a clamp around it should be set to.
 */
struct _AmbManuscript
{
  GtkTextView      parent_instance;

  GtkTextTagTable *tags;
  GHashTable      *buffers;
  int              column_width;
  gboolean         is_replacing;
};

enum
{
  PROP_0,
  PROP_COLUMN_WIDTH,
  N_PROPERTIES
};

enum
{
  EDITED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbManuscript, amb_manuscript, GTK_TYPE_TEXT_VIEW)

static GtkTextBuffer *
get_buffer (AmbManuscript *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static char *
dup_buffer_text (GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static char *
unify_line_ends (const char *text,
                 gsize       length)
{
  GString *unified = g_string_new_len (text, length);

  g_string_replace (unified, "\r\n", "\n", 0);
  g_string_replace (unified, "\r", "\n", 0);

  return g_string_free (unified, FALSE);
}

/* Other programs put all sorts of line ends on the clipboard, and a channel counts a carriage return. */
static void
buffer_insert_text_cb (GtkTextBuffer *buffer,
                       GtkTextIter   *place,
                       const char    *text,
                       int            length)
{
  g_autofree char *unified = NULL;

  if (memchr (text, '\r', length) == NULL)
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  unified = unify_line_ends (text, length);
  gtk_text_buffer_insert (buffer, place, unified, -1);
}

static void
buffer_changed_cb (AmbManuscript *self)
{
  if (!self->is_replacing)
    g_signal_emit (self, signals[EDITED], 0);
}

static GtkTextBuffer *
make_buffer (AmbManuscript *self)
{
  GtkTextBuffer *buffer = gtk_text_buffer_new (self->tags);

  g_signal_connect (buffer, "insert-text", G_CALLBACK (buffer_insert_text_cb), NULL);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);

  return buffer;
}

static GtkTextBuffer *
ensure_buffer (AmbManuscript *self,
               const char    *name)
{
  GtkTextBuffer *buffer = g_hash_table_lookup (self->buffers, name);

  if (buffer == NULL)
    {
      buffer = make_buffer (self);
      g_hash_table_insert (self->buffers, g_strdup (name), buffer);
    }

  return buffer;
}

static void
replace_text (AmbManuscript *self,
              GtkTextBuffer *buffer,
              const char    *text)
{
  g_autofree char *old_text = dup_buffer_text (buffer);

  if (g_str_equal (old_text, text))
    return;

  self->is_replacing = TRUE;
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  self->is_replacing = FALSE;
}

static int
measure_column (AmbManuscript *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int character_width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);

  return PANGO_PIXELS_CEIL (character_width * CHARACTERS_PER_LINE) + 2 * SIDE_MARGIN;
}

static void
amb_manuscript_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  AmbManuscript *self = AMB_MANUSCRIPT (widget);
  int column_width;

  GTK_WIDGET_CLASS (amb_manuscript_parent_class)->css_changed (widget, change);

  column_width = measure_column (self);
  if (column_width == self->column_width)
    return;

  self->column_width = column_width;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLUMN_WIDTH]);
}

static void
amb_manuscript_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COLUMN_WIDTH:
      g_value_set_int (value, AMB_MANUSCRIPT (object)->column_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_manuscript_finalize (GObject *object)
{
  AmbManuscript *self = AMB_MANUSCRIPT (object);

  g_clear_pointer (&self->buffers, g_hash_table_unref);
  g_clear_object (&self->tags);

  G_OBJECT_CLASS (amb_manuscript_parent_class)->finalize (object);
}

static void
amb_manuscript_class_init (AmbManuscriptClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amb_manuscript_get_property;
  object_class->finalize = amb_manuscript_finalize;

  widget_class->css_changed = amb_manuscript_css_changed;

  properties[PROP_COLUMN_WIDTH] = g_param_spec_int ("column-width", NULL, NULL, 0, G_MAXINT, 600,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
amb_manuscript_init (AmbManuscript *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->tags = gtk_text_tag_table_new ();
  self->buffers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->column_width = 600;

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, SIDE_MARGIN);
  gtk_text_view_set_right_margin (view, SIDE_MARGIN);
  gtk_text_view_set_top_margin (view, 24);
  gtk_text_view_set_bottom_margin (view, 72);
  gtk_text_view_set_pixels_inside_wrap (view, LEADING);
  gtk_text_view_set_pixels_below_lines (view, LEADING);
  gtk_text_view_set_input_hints (view, GTK_INPUT_HINT_EMOJI | GTK_INPUT_HINT_SPELLCHECK);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "manuscript");

  amb_manuscript_clear (self);
  amb_manuscript_init_marks (self, self->tags);
}

/* Reports come from outside of this file: a range that does not fit the text must not go beyond its end. */
void
amb_manuscript_get_iters (AmbManuscript  *self,
                          const AmbRange *range,
                          GtkTextIter    *start,
                          GtkTextIter    *end)
{
  g_autofree char *text = amb_manuscript_dup_text (self);
  gsize length = strlen (text);
  const char *first = text + MIN (range->start, length);
  const char *last = text + MIN (range->end, length);

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), start, g_utf8_pointer_to_offset (text, first));
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), end, g_utf8_pointer_to_offset (text, last));
}

GtkWidget *
amb_manuscript_new (void)
{
  return g_object_new (AMB_TYPE_MANUSCRIPT, NULL);
}

/**
 * amb_manuscript_show:
 * @self: a manuscript
 * @name: which text
 * @text: what it says now, UTF-8
 *
 * Shows a text. Where it differs from what was last seen under that name, its undo history begins anew.
 */
void
amb_manuscript_show (AmbManuscript *self,
                     const char    *name,
                     const char    *text)
{
  g_autofree char *unified = NULL;
  GtkTextBuffer *buffer;

  g_return_if_fail (AMB_IS_MANUSCRIPT (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (text != NULL);

  unified = unify_line_ends (text, strlen (text));
  buffer = ensure_buffer (self, name);
  replace_text (self, buffer, unified);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), buffer);
}

/**
 * amb_manuscript_clear:
 * @self: a manuscript
 *
 * Forgets all texts and their undo histories.
 */
void
amb_manuscript_clear (AmbManuscript *self)
{
  g_autoptr (GtkTextBuffer) buffer = NULL;

  g_return_if_fail (AMB_IS_MANUSCRIPT (self));

  buffer = make_buffer (self);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), buffer);
  g_hash_table_remove_all (self->buffers);
}

/**
 * amb_manuscript_dup_text:
 * @self: a manuscript
 *
 * Gets the text that is shown.
 *
 * Returns: (transfer full): UTF-8
 */
char *
amb_manuscript_dup_text (AmbManuscript *self)
{
  g_return_val_if_fail (AMB_IS_MANUSCRIPT (self), NULL);

  return dup_buffer_text (get_buffer (self));
}

static gboolean
is_space_before (GtkTextIter *place)
{
  GtkTextIter before = *place;

  return !gtk_text_iter_backward_char (&before) || g_unichar_isspace (gtk_text_iter_get_char (&before));
}

static gboolean
is_space_after (GtkTextIter *place)
{
  return gtk_text_iter_is_end (place) || g_unichar_isspace (gtk_text_iter_get_char (place));
}

/**
 * amb_manuscript_insert:
 * @self: a manuscript
 * @text: UTF-8
 * @insertion: how
 *
 * Puts a text where the cursor is, as one step that can be undone, and the cursor behind it.
 */
void
amb_manuscript_insert (AmbManuscript *self,
                       const char    *text,
                       AmbInsertion   insertion)
{
  GtkTextBuffer *buffer;
  GtkTextIter place;

  g_return_if_fail (AMB_IS_MANUSCRIPT (self));
  g_return_if_fail (text != NULL);

  buffer = get_buffer (self);
  gtk_text_buffer_get_iter_at_mark (buffer, &place, gtk_text_buffer_get_insert (buffer));

  gtk_text_buffer_begin_user_action (buffer);
  if (insertion == AMB_INSERTION_BLOCK && !gtk_text_iter_starts_line (&place))
    gtk_text_buffer_insert (buffer, &place, "\n", -1);
  else if (insertion == AMB_INSERTION_INLINE && !is_space_before (&place))
    gtk_text_buffer_insert (buffer, &place, " ", -1);
  gtk_text_buffer_insert (buffer, &place, text, -1);
  if (insertion == AMB_INSERTION_BLOCK)
    gtk_text_buffer_insert (buffer, &place, "\n", -1);
  else if (!is_space_after (&place))
    gtk_text_buffer_insert (buffer, &place, " ", -1);
  gtk_text_buffer_end_user_action (buffer);

  gtk_text_buffer_place_cursor (buffer, &place);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
}

/**
 * amb_manuscript_append:
 * @self: a manuscript
 * @text: UTF-8
 *
 * Puts a text on a line of its own at the end, as one step that can be undone, and the cursor behind it.
 */
void
amb_manuscript_append (AmbManuscript *self,
                       const char    *text)
{
  GtkTextBuffer *buffer;
  GtkTextIter end;

  g_return_if_fail (AMB_IS_MANUSCRIPT (self));
  g_return_if_fail (text != NULL);

  buffer = get_buffer (self);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_begin_user_action (buffer);
  if (!gtk_text_iter_starts_line (&end))
    gtk_text_buffer_insert (buffer, &end, "\n", -1);
  gtk_text_buffer_insert (buffer, &end, text, -1);
  gtk_text_buffer_end_user_action (buffer);

  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
}

/**
 * amb_manuscript_select:
 * @self: a manuscript
 * @range: a passage of the text that is shown, in bytes
 *
 * Selects a passage, brings it into view, and gives the text the focus.
 */
void
amb_manuscript_select (AmbManuscript  *self,
                       const AmbRange *range)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (AMB_IS_MANUSCRIPT (self));
  g_return_if_fail (range != NULL);

  amb_manuscript_get_iters (self, range, &start, &end);
  gtk_text_buffer_select_range (get_buffer (self), &end, &start);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (get_buffer (self)), 0.1, FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
