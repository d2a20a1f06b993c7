/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-manuscript-private.h"

#include <adwaita.h>

/* A passage has a tag of its own, which carries what its tooltip says. The mark is the line, not its colour: that is
 * only soft enough not to disturb, on light and on dark. */
#define EXPLANATION_KEY "amb-explanation"
#define LINE_ON_LIGHT "#9a9996"
#define LINE_ON_DARK "#77767b"

/* A question that waits leans, and stands back behind what the person says; 4.5 : 1 on its page all the same. */
#define IS_QUESTION_KEY "amb-is-question"
#define QUESTION_ON_LIGHT "#6a696e"
#define QUESTION_ON_DARK "#a8a7ac"

static void
set_colour (GtkTextTag *tag,
            gpointer    data)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  gboolean is_question = g_object_get_data (G_OBJECT (tag), IS_QUESTION_KEY) != NULL;
  GdkRGBA colour;

  if (is_question)
    gdk_rgba_parse (&colour, is_dark ? QUESTION_ON_DARK : QUESTION_ON_LIGHT);
  else
    gdk_rgba_parse (&colour, is_dark ? LINE_ON_DARK : LINE_ON_LIGHT);
  g_object_set (tag, is_question ? "foreground-rgba" : "underline-rgba", &colour, NULL);
}

static void
style_manager_notify_dark_cb (GtkTextTagTable *tags)
{
  gtk_text_tag_table_foreach (tags, set_colour, NULL);
}

static void
collect_tag (GtkTextTag *tag,
             gpointer    data)
{
  g_ptr_array_add (data, g_object_ref (tag));
}

static const char *
find_explanation (const GtkTextIter *iter)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);

  for (GSList *l = tags; l != NULL; l = l->next)
    {
      const char *explanation = g_object_get_data (l->data, EXPLANATION_KEY);

      if (explanation != NULL)
        return explanation;
    }

  return NULL;
}

static gboolean
find_iter_at (GtkTextView *view,
              int          x,
              int          y,
              gboolean     keyboard,
              GtkTextIter *iter)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  int buffer_x;
  int buffer_y;

  if (keyboard)
    {
      gtk_text_buffer_get_iter_at_mark (buffer, iter, gtk_text_buffer_get_insert (buffer));
      return TRUE;
    }

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);

  return gtk_text_view_get_iter_at_location (view, iter, buffer_x, buffer_y);
}

static gboolean
manuscript_query_tooltip_cb (AmbManuscript *self,
                             int            x,
                             int            y,
                             gboolean       keyboard,
                             GtkTooltip    *tooltip)
{
  const char *explanation;
  GtkTextIter iter;

  if (!find_iter_at (GTK_TEXT_VIEW (self), x, y, keyboard, &iter))
    return FALSE;

  explanation = find_explanation (&iter);
  gtk_tooltip_set_text (tooltip, explanation);

  return explanation != NULL;
}

void
amb_manuscript_init_marks (AmbManuscript   *self,
                           GtkTextTagTable *tags)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (manuscript_query_tooltip_cb), NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (style_manager_notify_dark_cb), tags, G_CONNECT_SWAPPED);
}

/**
 * amb_manuscript_unmark:
 * @self: a manuscript
 *
 * Takes all marks away, from all texts.
 */
void
amb_manuscript_unmark (AmbManuscript *self)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_object_unref);
  GtkTextTagTable *table;

  g_return_if_fail (AMB_IS_MANUSCRIPT (self));

  table = gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
  gtk_text_tag_table_foreach (table, collect_tag, tags);
  for (guint i = 0; i < tags->len; i++)
    gtk_text_tag_table_remove (table, g_ptr_array_index (tags, i));
}

static void
apply_tag (AmbManuscript  *self,
           GtkTextTag     *tag,
           const AmbRange *range,
           const char     *explanation)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start;
  GtkTextIter end;

  g_object_set_data_full (G_OBJECT (tag), EXPLANATION_KEY, g_strdup (explanation), g_free);
  set_colour (tag, NULL);
  gtk_text_tag_table_add (gtk_text_buffer_get_tag_table (buffer), tag);
  amb_manuscript_get_iters (self, range, &start, &end);
  gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
}

/**
 * amb_manuscript_mark:
 * @self: a manuscript
 * @range: a passage of the text that is shown, in bytes
 * @explanation: what its tooltip says; plain text
 *
 * Underlines a passage softly. The mark moves with the text until the next [method@Manuscript.unmark].
 */
void
amb_manuscript_mark (AmbManuscript  *self,
                     const AmbRange *range,
                     const char     *explanation)
{
  g_autoptr (GtkTextTag) tag = gtk_text_tag_new (NULL);

  g_return_if_fail (AMB_IS_MANUSCRIPT (self));
  g_return_if_fail (range != NULL);

  g_object_set (tag, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  apply_tag (self, tag, range, explanation);
}

/**
 * amb_manuscript_mark_question:
 * @self: a manuscript
 * @range: a passage of the text that is shown, in bytes
 * @explanation: what its tooltip says; plain text
 *
 * Shows that a passage is a question to the person and not what they say. Otherwise as [method@Manuscript.mark].
 */
void
amb_manuscript_mark_question (AmbManuscript  *self,
                              const AmbRange *range,
                              const char     *explanation)
{
  g_autoptr (GtkTextTag) tag = gtk_text_tag_new (NULL);

  g_return_if_fail (AMB_IS_MANUSCRIPT (self));
  g_return_if_fail (range != NULL);

  g_object_set (tag, "style", PANGO_STYLE_ITALIC, NULL);
  g_object_set_data (G_OBJECT (tag), IS_QUESTION_KEY, GINT_TO_POINTER (TRUE));
  apply_tag (self, tag, range, explanation);
}
