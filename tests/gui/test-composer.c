/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-channel-strip.h"
#include "amb-composer.h"
#include "amb-draft-starter.h"
#include "amb-drafting.h"
#include "amb-gui-test.h"
#include "amb-manuscript.h"
#include "amb-presenter.h"
#include "amb-test-context.h"
#include "amb-test-hold.h"

#define MESSAGE "A girl of eight wrote to tell us that the ducklings couldn’t get out of the water. " \
                "Now every new quay of ours gets a little staircase."

typedef struct
{
  AmbTestContext *test;
  AmbComposer    *composer;
  GtkWidget      *overlay;
  GtkWidget      *window;
  AmbDraft       *draft;
} Fixture;

static AmbDraft *
create_draft (AmbContext *context,
              gint64      story_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AmbDraft *draft;

  amb_drafting_create_async (context, story_id, "linkedin", NULL, amb_gui_test_store_result, &result);
  draft = amb_drafting_create_finish (context, amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);

  return draft;
}

static gint64
find_story (Fixture *fixture)
{
  g_autoptr (AmbConnection) connection = amb_test_context_open_own (fixture->test);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  amb_connection_get_integer (connection, "SELECT id FROM story WHERE uid = 'duck-stairs'", &id, &error);
  g_assert_no_error (error);

  return id;
}

static void
open_draft (Fixture *fixture,
            gint64   story_id)
{
  fixture->draft = create_draft (fixture->test->context, story_id);
  amb_composer_set_draft (fixture->composer, fixture->draft);
  amb_gui_test_settle ();
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->test = amb_test_context_new ();
  fixture->composer = g_object_new (AMB_TYPE_COMPOSER, "context", fixture->test->context, NULL);
  fixture->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->overlay), GTK_WIDGET (fixture->composer));
  fixture->window = amb_gui_test_show (fixture->overlay, 1000, 700);
  amb_presenter_set_overlay (GTK_WINDOW (fixture->window), ADW_TOAST_OVERLAY (fixture->overlay));
}

static gboolean
is_saved (gpointer data)
{
  return amb_draft_session_is_saved (data);
}

static gboolean
is_checked (gpointer data)
{
  return amb_live_check_is_current (amb_draft_session_get_check (data));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (AmbDraftSession) session = NULL;

  g_set_object (&session, amb_composer_get_session (fixture->composer));
  amb_composer_set_draft (fixture->composer, NULL);
  if (session != NULL)
    amb_gui_test_wait (is_saved, session);
  if (session != NULL)
    amb_gui_test_wait (is_checked, session);
  g_clear_object (&session);
  amb_gui_test_hide (fixture->window);
  g_clear_object (&fixture->draft);
  amb_test_context_free (fixture->test);
}

static AmbManuscript *
get_manuscript (Fixture *fixture)
{
  return AMB_MANUSCRIPT (amb_gui_test_find (GTK_WIDGET (fixture->composer), AMB_TYPE_MANUSCRIPT, NULL));
}

static void
type (Fixture    *fixture,
      const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_manuscript (fixture)));

  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
}

static void
assert_shown (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *text = amb_manuscript_dup_text (get_manuscript (fixture));

  g_assert_cmpstr (text, ==, expected);
}

static void
choose_text (Fixture    *fixture,
             const char *label)
{
  GtkWidget *tab = amb_gui_test_find (GTK_WIDGET (fixture->composer), GTK_TYPE_TOGGLE_BUTTON, label);

  g_assert_nonnull (tab);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), TRUE);
  amb_gui_test_settle ();
}

static void
test_tabs (Fixture       *fixture,
           gconstpointer  data)
{
  open_draft (fixture, 0);
  amb_gui_test_assert_label (GTK_WIDGET (get_manuscript (fixture)), "Main text");
  type (fixture, "For all");
  g_assert_cmpstr (amb_draft_get_text (fixture->draft, AMB_DRAFT_TEXT), ==, "For all");

  choose_text (fixture, "LinkedIn, follows the main text");
  amb_gui_test_assert_label (GTK_WIDGET (get_manuscript (fixture)), "Text for LinkedIn");
  assert_shown (fixture, "For all");
  type (fixture, "On LinkedIn: ");
  g_assert_nonnull (amb_gui_test_find (GTK_WIDGET (fixture->composer), GTK_TYPE_TOGGLE_BUTTON, "LinkedIn, own text"));
  g_assert_nonnull (amb_gui_test_find (GTK_WIDGET (fixture->composer), GTK_TYPE_LABEL, "LinkedIn has a text of its own."));

  choose_text (fixture, "Main text");
  assert_shown (fixture, "For all");
  gtk_widget_activate_action (GTK_WIDGET (fixture->composer), "composer.step", "i", 1);
  g_assert_cmpstr (amb_draft_session_get_channel (amb_composer_get_session (fixture->composer)), ==, "linkedin");
  amb_gui_test_assert_named (GTK_WIDGET (fixture->composer));
}

static void
test_channels (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *composer = GTK_WIDGET (fixture->composer);

  open_draft (fixture, 0);
  gtk_widget_activate_action (composer, "composer.add-channel", "s", "x");
  choose_text (fixture, "X, follows the main text");
  gtk_widget_activate_action (composer, "composer.remove-channel", "s", "x");
  g_assert_null (amb_gui_test_find (composer, GTK_TYPE_TOGGLE_BUTTON, "X, follows the main text"));
  assert_shown (fixture, "");
  g_assert_nonnull (amb_gui_test_find (composer, GTK_TYPE_WIDGET, "LinkedIn: 3000 characters left"));
}

/* The text that a channel had for its own comes back, also when the person has gone on to another draft by then. */
static void
test_removed_channel (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (AmbDraft) other = NULL;
  g_autoptr (AmbDraft) stored = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *composer = GTK_WIDGET (fixture->composer);

  open_draft (fixture, 0);
  type (fixture, "For all");
  choose_text (fixture, "LinkedIn, follows the main text");
  type (fixture, "On LinkedIn: ");
  gtk_widget_activate_action (composer, "composer.remove-channel", "s", "linkedin");
  g_assert_null (amb_draft_get_variant (fixture->draft, "linkedin"));

  amb_composer_flush (fixture->composer);
  other = create_draft (fixture->test->context, 0);
  amb_composer_set_draft (fixture->composer, other);
  amb_gui_test_click (amb_gui_test_find (fixture->overlay, GTK_TYPE_BUTTON, "Undo"));
  amb_gui_test_wait_for_writes (fixture->test);
  amb_drafting_load_async (fixture->test->context, amb_record_get_id (AMB_RECORD (fixture->draft)), NULL,
                           amb_gui_test_store_result, &result);
  stored = amb_drafting_load_finish (fixture->test->context, amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (amb_draft_get_text (stored, AMB_DRAFT_TEXT), ==, "For all");
  g_assert_cmpstr (amb_draft_get_text_for (stored, "linkedin"), ==, "For allOn LinkedIn: ");
}

static gboolean   shows_story        (gpointer data);
static GtkWidget *find_insert_button (Fixture *fixture, const char *text);

/* Who takes a channel off and puts it on again has lost nothing. */
static void
test_channel_again (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *composer = GTK_WIDGET (fixture->composer);

  open_draft (fixture, 0);
  choose_text (fixture, "LinkedIn, follows the main text");
  type (fixture, "Only here.");
  gtk_widget_activate_action (composer, "composer.remove-channel", "s", "linkedin");
  gtk_widget_activate_action (composer, "composer.add-channel", "s", "linkedin");
  g_assert_cmpstr (amb_draft_get_text_for (fixture->draft, "linkedin"), ==, "Only here.");
  choose_text (fixture, "LinkedIn, own text");
  assert_shown (fixture, "Only here.");
}

/* What a check asks for goes on a line of its own at the end. */
static void
test_append (Fixture       *fixture,
             gconstpointer  data)
{
  open_draft (fixture, 0);
  type (fixture, "What I saw.");
  gtk_widget_activate_action (GTK_WIDGET (fixture->composer), "composer.append", "s", "I am a nurse.");
  assert_shown (fixture, "What I saw.\nI am a nurse.");
}

static gboolean
leans (gpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (data);
  GtkTextIter start;
  g_autoptr (GSList) tags = NULL;
  PangoStyle style = PANGO_STYLE_NORMAL;
  PangoUnderline underline = PANGO_UNDERLINE_NONE;

  gtk_text_buffer_get_start_iter (buffer, &start);
  tags = gtk_text_iter_get_tags (&start);
  if (tags == NULL)
    return FALSE;

  g_object_get (tags->data, "style", &style, "underline", &underline, NULL);
  g_assert_cmpint (underline, ==, PANGO_UNDERLINE_NONE);

  return style == PANGO_STYLE_ITALIC;
}

static gboolean
asks_first_question (gpointer data)
{
  GtkWidget *label = amb_gui_test_find (amb_gui_test_find (data, AMB_TYPE_DRAFT_STARTER, NULL), GTK_TYPE_LABEL,
                                        "Which question from a child, or from an outsider, made you think?");

  return label != NULL && gtk_widget_get_mapped (label);
}

/* Where nothing stands yet is a question to begin with, and whose; the first word takes its place. */
static void
test_starter (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *starter = amb_gui_test_find (GTK_WIDGET (fixture->composer), AMB_TYPE_DRAFT_STARTER, NULL);

  amb_test_context_import (fixture->test, "data/packs/zonneveld-en.storypack.xml");
  open_draft (fixture, find_story (fixture));
  amb_gui_test_wait (asks_first_question, fixture->composer);
  g_assert_nonnull (amb_gui_test_find (starter, GTK_TYPE_LABEL, "About “The duck stairs”"));

  type (fixture, "I");
  g_assert_false (gtk_widget_get_visible (starter));
}

/* A question that waits does not look like what the person says, nor like what they copied. */
static void
test_question (Fixture       *fixture,
               gconstpointer  data)
{
  amb_test_context_import (fixture->test, "data/packs/zonneveld-en.storypack.xml");
  open_draft (fixture, find_story (fixture));
  amb_gui_test_wait (shows_story, fixture->composer);
  amb_gui_test_click (find_insert_button (fixture, "What is the smallest thing you improved this year? Who noticed?"));
  amb_gui_test_wait (leans, get_manuscript (fixture));
}

static void
find_shortcut (GtkWidget    *widget,
               const char   *name,
               GtkShortcut **found)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (name);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller) ||
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            *found = shortcut;
        }
    }
}

/* The text would take these keys to scroll: they reach the composer before it. */
static void
test_step (Fixture       *fixture,
           gconstpointer  data)
{
  GtkShortcut *shortcut = NULL;

  open_draft (fixture, 0);
  find_shortcut (GTK_WIDGET (fixture->composer), "<Control>Page_Down|<Control>KP_Page_Down", &shortcut);
  g_assert_nonnull (shortcut);
  g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (fixture->composer),
                                               gtk_shortcut_get_arguments (shortcut)));
  g_assert_cmpstr (amb_draft_session_get_channel (amb_composer_get_session (fixture->composer)), ==, "linkedin");
}

static gboolean
shows_story (gpointer data)
{
  return amb_gui_test_find (data, GTK_TYPE_LABEL, "The duck stairs") != NULL;
}

static GtkWidget *
find_insert_button (Fixture    *fixture,
                    const char *text)
{
  g_autofree char *label = g_strdup_printf ("Insert “%s”", text);

  return amb_gui_test_find (GTK_WIDGET (fixture->composer), GTK_TYPE_BUTTON, label);
}

static void
test_insert (Fixture       *fixture,
             gconstpointer  data)
{
  amb_test_context_import (fixture->test, "data/packs/zonneveld-en.storypack.xml");
  open_draft (fixture, find_story (fixture));
  amb_gui_test_wait (shows_story, fixture->composer);

  amb_gui_test_click (find_insert_button (fixture, "What is the smallest thing you improved this year? Who noticed?"));
  assert_shown (fixture, "What is the smallest thing you improved this year? Who noticed?\n");
  amb_gui_test_click (find_insert_button (fixture, "Build your own duck stairs"));
  assert_shown (fixture, "What is the smallest thing you improved this year? Who noticed?\n"
                         "https://www.example.org/zonneveld/water/duck-stairs");
  g_assert_cmpuint (amb_draft_get_stories (fixture->draft)->len, ==, 1);
}

/* A story that was only looked at does not belong to the draft; one that something was taken from does. */
static void
test_other_story (Fixture       *fixture,
                  gconstpointer  data)
{
  gint64 story_id;

  amb_test_context_import (fixture->test, "data/packs/zonneveld-en.storypack.xml");
  story_id = find_story (fixture);
  open_draft (fixture, 0);
  g_assert_cmpuint (amb_draft_get_stories (fixture->draft)->len, ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (fixture->composer), "composer.insert", "(sbxi)", "“Quote”", TRUE, story_id, 1);
  assert_shown (fixture, "“Quote”\n");
  g_assert_cmpint (g_array_index (amb_draft_get_stories (fixture->draft), AmbStoryUse, 0).story_id, ==, story_id);
}

static gboolean
found_nothing (gpointer data)
{
  GtkWidget *title = amb_gui_test_find (data, GTK_TYPE_LABEL, "No Story Found");

  return title != NULL && gtk_widget_get_mapped (title);
}

static gboolean
found_story (gpointer data)
{
  GtkWidget *title = amb_gui_test_find (data, GTK_TYPE_LABEL, "The duck stairs");

  return title != NULL && gtk_widget_get_mapped (title);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *search = amb_gui_test_find (GTK_WIDGET (fixture->composer), GTK_TYPE_SEARCH_ENTRY, "Find a story");

  amb_test_context_import (fixture->test, "data/packs/zonneveld-en.storypack.xml");
  open_draft (fixture, 0);
  gtk_editable_set_text (GTK_EDITABLE (search), "zebra");
  amb_gui_test_wait (found_nothing, fixture->composer);
  gtk_editable_set_text (GTK_EDITABLE (search), "duck");
  amb_gui_test_wait (found_story, fixture->composer);
}

static gboolean
is_marked (gpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (data);

  return gtk_text_tag_table_get_size (gtk_text_buffer_get_tag_table (buffer)) > 0;
}

static void
test_passages (Fixture       *fixture,
               gconstpointer  data)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;

  amb_test_context_import (fixture->test, "data/packs/zonneveld-en.storypack.xml");
  open_draft (fixture, 0);
  type (fixture, "Één " MESSAGE);
  amb_gui_test_wait (is_marked, get_manuscript (fixture));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_manuscript (fixture)));
  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_to_tag_toggle (&start, NULL));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 4);

  gtk_text_buffer_set_text (buffer, "Mine", -1);
  g_assert_false (amb_live_check_is_current (amb_draft_session_get_check (amb_composer_get_session (fixture->composer))));
  amb_gui_test_wait (is_checked, amb_composer_get_session (fixture->composer));
  g_assert_false (is_marked (get_manuscript (fixture)));
}

/* Who comes back before the text is on the disk finds it as it was left. */
static void
test_resume (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (AmbDraft) other = create_draft (fixture->test->context, 0);
  gint64 id;

  open_draft (fixture, 0);
  id = amb_record_get_id (AMB_RECORD (fixture->draft));
  type (fixture, "Not saved yet");
  amb_composer_set_draft (fixture->composer, other);
  assert_shown (fixture, "");

  g_assert_true (amb_composer_resume (fixture->composer, id));
  assert_shown (fixture, "Not saved yet");
  g_assert_true (amb_composer_get_draft (fixture->composer) == fixture->draft);
  g_assert_false (amb_composer_resume (fixture->composer, id));

  amb_gui_test_wait (is_saved, amb_composer_get_session (fixture->composer));
  amb_composer_set_draft (fixture->composer, other);
  g_assert_false (amb_composer_resume (fixture->composer, id));
}

/* So it finds the marks under what is copied. */
static void
test_resume_marked (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (AmbDraft) other = create_draft (fixture->test->context, 0);
  GAsyncQueue *held;

  amb_test_context_import (fixture->test, "data/packs/zonneveld-en.storypack.xml");
  open_draft (fixture, 0);
  held = amb_test_hold_writer (fixture->test->database);
  type (fixture, MESSAGE);
  amb_gui_test_wait (is_marked, get_manuscript (fixture));

  amb_composer_set_draft (fixture->composer, other);
  amb_gui_test_wait (is_checked, amb_composer_get_session (fixture->composer));
  g_assert_false (is_marked (get_manuscript (fixture)));
  g_assert_true (amb_composer_resume (fixture->composer, amb_record_get_id (AMB_RECORD (fixture->draft))));
  g_assert_true (is_marked (get_manuscript (fixture)));
  amb_test_release_writer (held);
}

static void
save_headlines (AmbTestContext *test)
{
  g_autoptr (AmbProfile) profile = amb_profile_new ();

  amb_profile_set_text (profile, "headline", "en", "I care");
  amb_profile_set_text (profile, "headline", "nl", "Ik zorg");
  amb_test_context_save_profile (test, profile, FALSE);
}

static gboolean
shows_english (gpointer data)
{
  return amb_gui_test_find (data, GTK_TYPE_LABEL, "I care") != NULL;
}

static gboolean
shows_dutch (gpointer data)
{
  return amb_gui_test_find (data, GTK_TYPE_LABEL, "Ik zorg") != NULL;
}

/* Who goes to a draft in another language while the preview is open meets themselves in that language. */
static void
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (AmbDraft) dutch = create_draft (fixture->test->context, 0);
  GtkWidget *panels = amb_gui_test_find (GTK_WIDGET (fixture->composer), ADW_TYPE_VIEW_STACK, NULL);

  save_headlines (fixture->test);
  open_draft (fixture, 0);
  amb_draft_set_text (fixture->draft, AMB_DRAFT_LANGUAGE, "en");
  amb_draft_set_text (dutch, AMB_DRAFT_LANGUAGE, "nl");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (panels), "preview");
  amb_gui_test_wait (shows_english, fixture->composer);
  amb_composer_set_draft (fixture->composer, dutch);
  amb_gui_test_wait (shows_dutch, fixture->composer);
}

static int
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size)
{
  int minimum;

  gtk_widget_measure (widget, orientation, for_size, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* Of a window that fits a telephone. */
#define LEAST_HEIGHT 640

static int
measure_natural_height (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

/* However many channels of their own somebody has, and whatever they call them, the text keeps its room. */
static void
test_own_channels (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *composer = GTK_WIDGET (fixture->composer);
  AmbDraftSession *session;
  GtkWidget *strip;
  GtkWidget *scroller;

  open_draft (fixture, 0);
  session = amb_composer_get_session (fixture->composer);
  strip = amb_gui_test_find (composer, AMB_TYPE_CHANNEL_STRIP, NULL);
  scroller = amb_gui_test_find (strip, GTK_TYPE_SCROLLED_WINDOW, NULL);
  g_assert_false (gtk_widget_get_focusable (scroller));
  g_assert_cmpint (measure_natural_height (scroller), ==,
                   measure_natural_height (amb_gui_test_find (scroller, GTK_TYPE_BOX, NULL)));

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("%02d is the newsletter of the whole organisation, for friends and family", i);

      amb_draft_session_add_channel (session, name);
    }
  amb_gui_test_settle ();

  g_assert_nonnull (amb_gui_test_find (strip, GTK_TYPE_LABEL,
                                       "00 is the newsletter of the whole organisation, for friends and family 0"));
  g_assert_cmpint (measure (composer, GTK_ORIENTATION_HORIZONTAL, -1), <=, 360);
  g_assert_cmpint (measure (strip, GTK_ORIENTATION_VERTICAL, 360), <, LEAST_HEIGHT / 6);
  g_assert_true (gtk_widget_get_focusable (scroller));
}

static gboolean
is_in_panel (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL && gtk_widget_get_mapped (focus) && !AMB_IS_MANUSCRIPT (focus) &&
         gtk_widget_is_ancestor (focus, adw_flap_get_flap (ADW_FLAP (gtk_widget_get_ancestor (focus, ADW_TYPE_FLAP))));
}

/* The panel covers a narrow text, and the keyboard goes along; beside the text it leaves the keyboard alone. */
static void
test_panel (Fixture       *fixture,
            gconstpointer  data)
{
  gboolean animates = GPOINTER_TO_INT (data);

  open_draft (fixture, 0);
  amb_composer_set_show_panel (fixture->composer, FALSE);
  amb_composer_write (fixture->composer);
  amb_composer_set_show_panel (fixture->composer, TRUE);
  amb_gui_test_settle ();
  g_assert_true (AMB_IS_MANUSCRIPT (gtk_window_get_focus (GTK_WINDOW (fixture->window))));

  g_object_ref (fixture->overlay);
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  amb_gui_test_hide (fixture->window);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", animates, NULL);
  fixture->window = amb_gui_test_show (fixture->overlay, 360, 640);
  g_object_unref (fixture->overlay);
  amb_composer_set_show_panel (fixture->composer, FALSE);
  amb_composer_write (fixture->composer);
  amb_composer_set_show_panel (fixture->composer, TRUE);
  amb_gui_test_wait (is_in_panel, fixture->window);
  amb_composer_set_show_panel (fixture->composer, FALSE);
  g_assert_true (AMB_IS_MANUSCRIPT (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/gui/composer/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("tabs", test_tabs);
  ADD ("channels", test_channels);
  ADD ("removed-channel", test_removed_channel);
  ADD ("own-channels", test_own_channels);
  ADD ("step", test_step);
  ADD ("channel-again", test_channel_again);
  ADD ("append", test_append);
  ADD ("starter", test_starter);
  ADD ("question", test_question);
  ADD ("insert", test_insert);
  ADD ("other-story", test_other_story);
  ADD ("search", test_search);
  ADD ("passages", test_passages);
  ADD ("resume", test_resume);
  ADD ("resume-marked", test_resume_marked);
  ADD ("preview", test_preview);
  ADD ("panel", test_panel);
  g_test_add ("/gui/composer/panel/slides", Fixture, GINT_TO_POINTER (TRUE), set_up, test_panel, tear_down);

  return g_test_run ();
}
