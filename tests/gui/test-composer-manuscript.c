/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-gui-test.h"
#include "amb-manuscript.h"

typedef struct
{
  AmbManuscript *manuscript;
  GtkWidget     *window;
  guint          n_edits;
} Fixture;

static void
count_edit (Fixture *fixture)
{
  fixture->n_edits++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->manuscript = AMB_MANUSCRIPT (amb_manuscript_new ());
  fixture->window = amb_gui_test_show (GTK_WIDGET (fixture->manuscript), 400, 400);
  g_signal_connect_swapped (fixture->manuscript, "edited", G_CALLBACK (count_edit), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  amb_gui_test_hide (fixture->window);
}

static GtkTextBuffer *
get_buffer (Fixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->manuscript));
}

static void
assert_text (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *text = amb_manuscript_dup_text (fixture->manuscript);

  g_assert_cmpstr (text, ==, expected);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_text_buffer_insert_interactive_at_cursor (get_buffer (fixture), text, -1, TRUE);
}

static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  amb_manuscript_show (fixture->manuscript, "", "Main");
  g_assert_cmpuint (fixture->n_edits, ==, 0);
  g_assert_false (gtk_text_buffer_get_can_undo (get_buffer (fixture)));
  type (fixture, "!");
  g_assert_cmpuint (fixture->n_edits, ==, 1);

  /* Another text in between leaves the history of the first alone. */
  amb_manuscript_show (fixture->manuscript, "x", "Other");
  assert_text (fixture, "Other");
  g_assert_false (gtk_text_buffer_get_can_undo (get_buffer (fixture)));
  amb_manuscript_show (fixture->manuscript, "", "Main!");
  gtk_text_buffer_undo (get_buffer (fixture));
  assert_text (fixture, "Main");
  g_assert_cmpuint (fixture->n_edits, ==, 2);

  /* Nobody can undo into the text of another draft. */
  amb_manuscript_clear (fixture->manuscript);
  amb_manuscript_show (fixture->manuscript, "", "Another draft");
  g_assert_false (gtk_text_buffer_get_can_undo (get_buffer (fixture)));
  g_assert_cmpuint (fixture->n_edits, ==, 2);
}

static void
test_line_ends (Fixture       *fixture,
                gconstpointer  data)
{
  amb_manuscript_show (fixture->manuscript, "", "");
  type (fixture, "one\r\ntwo\rthree\n");
  assert_text (fixture, "one\ntwo\nthree\n");
}

/* A text that came in with other line ends is the same text: the cursor stays where the person put it. */
static void
test_line_ends_shown (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkTextIter place;

  amb_manuscript_show (fixture->manuscript, "", "one\r\ntwo");
  assert_text (fixture, "one\ntwo");
  gtk_text_buffer_get_start_iter (get_buffer (fixture), &place);
  gtk_text_buffer_place_cursor (get_buffer (fixture), &place);
  amb_manuscript_show (fixture->manuscript, "", "one\r\ntwo");
  type (fixture, "zero ");
  assert_text (fixture, "zero one\ntwo");
}

static void
test_insert (Fixture       *fixture,
             gconstpointer  data)
{
  amb_manuscript_show (fixture->manuscript, "", "");
  amb_manuscript_insert (fixture->manuscript, "A question?", AMB_INSERTION_BLOCK);
  assert_text (fixture, "A question?\n");
  type (fixture, "See");
  amb_manuscript_insert (fixture->manuscript, "https://example.org", AMB_INSERTION_INLINE);
  assert_text (fixture, "A question?\nSee https://example.org");
  amb_manuscript_insert (fixture->manuscript, "Another?", AMB_INSERTION_BLOCK);
  assert_text (fixture, "A question?\nSee https://example.org\nAnother?\n");

  gtk_text_buffer_undo (get_buffer (fixture));
  assert_text (fixture, "A question?\nSee https://example.org");
}

static void
test_select (Fixture       *fixture,
             gconstpointer  data)
{
  const char *text = "Één 👩‍⚕️ woord";
  AmbRange range = { strlen ("Één "), strlen ("Één 👩‍⚕️") };
  g_autofree char *selected = NULL;
  GtkTextIter start;
  GtkTextIter end;

  amb_manuscript_show (fixture->manuscript, "", text);
  amb_manuscript_select (fixture->manuscript, &range);
  g_assert_true (gtk_text_buffer_get_selection_bounds (get_buffer (fixture), &start, &end));
  selected = gtk_text_buffer_get_text (get_buffer (fixture), &start, &end, TRUE);
  g_assert_cmpstr (selected, ==, "👩‍⚕️");

  /* A place that is no more ends at the end of the text. */
  amb_manuscript_select (fixture->manuscript, &(AmbRange) { strlen (text) - 1, 5000 });
  g_assert_true (gtk_text_buffer_get_selection_bounds (get_buffer (fixture), &start, &end));
  g_assert_true (gtk_text_iter_is_end (&end));
}

static gboolean
is_underlined (Fixture *fixture,
               int      offset)
{
  g_autoptr (GSList) tags = NULL;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (get_buffer (fixture), &iter, offset);
  tags = gtk_text_iter_get_tags (&iter);

  return tags != NULL;
}

static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  amb_manuscript_show (fixture->manuscript, "", "é two three");
  amb_manuscript_mark (fixture->manuscript, &(AmbRange) { 3, 6 }, "From “Story”");
  g_assert_false (is_underlined (fixture, 1));
  g_assert_true (is_underlined (fixture, 2));
  g_assert_true (is_underlined (fixture, 4));
  g_assert_false (is_underlined (fixture, 5));
  g_assert_cmpuint (fixture->n_edits, ==, 0);
  g_assert_false (gtk_text_buffer_get_can_undo (get_buffer (fixture)));

  amb_manuscript_unmark (fixture->manuscript);
  g_assert_false (is_underlined (fixture, 2));
}

static void
test_column (Fixture       *fixture,
             gconstpointer  data)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (fixture->manuscript),
                                                        "the quick brown fox jumps over the lazy dog and then some");
  int column_width;
  int width;

  g_object_get (fixture->manuscript, "column-width", &column_width, NULL);
  pango_layout_get_pixel_size (layout, &width, NULL);
  g_object_unref (layout);

  /* 57 characters fit on a line, twice as many do not. */
  g_assert_cmpint (column_width, >, width);
  g_assert_cmpint (column_width, <, 2 * width);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/gui/composer/manuscript/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("texts", test_texts);
  ADD ("line-ends", test_line_ends);
  ADD ("line-ends-shown", test_line_ends_shown);
  ADD ("insert", test_insert);
  ADD ("select", test_select);
  ADD ("marks", test_marks);
  ADD ("column", test_column);

  return g_test_run ();
}
