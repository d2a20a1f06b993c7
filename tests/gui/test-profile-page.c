/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "amb-gui-test.h"
#include "amb-line-row.h"
#include "amb-page.h"
#include "amb-persona.h"
#include "amb-presenter.h"
#include "amb-profile-page.h"
#include "amb-profile-saver.h"
#include "amb-profile-versions.h"
#include "amb-text-list.h"
#include "amb-text-row.h"

typedef struct
{
  AmbTestContext *test;
  GtkWidget      *page;
  GtkWidget      *window;
  const char     *text;
} Fixture;

static gboolean
is_ready (gpointer data)
{
  Fixture *fixture = data;

  return gtk_widget_is_sensitive (GTK_WIDGET (gtk_widget_get_template_child (fixture->page, AMB_TYPE_PROFILE_PAGE, "form")));
}

static void
set_up (Fixture *fixture)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->page = amb_profile_page_new (fixture->test->context);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), fixture->page);
  fixture->window = amb_gui_test_show (overlay, 700, 900);
  amb_presenter_set_overlay (GTK_WINDOW (fixture->window), ADW_TOAST_OVERLAY (overlay));
  amb_gui_test_wait (is_ready, fixture);
}

static void
tear_down (Fixture *fixture)
{
  amb_gui_test_hide (fixture->window);
  amb_test_context_free (fixture->test);
}

static gboolean
is_shown (gpointer data)
{
  Fixture *fixture = data;

  return amb_gui_test_find (fixture->window, GTK_TYPE_LABEL, fixture->text) != NULL;
}

static void
wait_for (Fixture    *fixture,
          const char *text)
{
  fixture->text = text;
  amb_gui_test_wait (is_shown, fixture);
}

static GtkWidget *
find_titled (GtkWidget  *root,
             const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_titled (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static AmbProfile *
load_profile (AmbTestContext *test)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AmbProfile *profile;

  amb_persona_load_async (test->context, NULL, amb_gui_test_store_result, &result);
  profile = amb_persona_load_finish (test->context, amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);

  return profile;
}

static void
test_table (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  gsize n_fields = 0;
  const AmbProfileField *fields = amb_profile_get_fields (&n_fields);

  set_up (&fixture);
  amb_gui_test_assert_named (fixture.window);

  /* Every field of the table has its place on the page. */
  for (gsize i = 0; i < n_fields; i++)
    {
      if (g_str_equal (fields[i].id, "photo"))
        g_assert_nonnull (amb_gui_test_find (fixture.window, GTK_TYPE_BUTTON, "Choose _Photo…"));
      else if (fields[i].many)
        g_assert_nonnull (amb_gui_test_find (fixture.window, GTK_TYPE_LABEL, fields[i].label));
      else
        g_assert_nonnull (find_titled (fixture.window, fields[i].label));
    }
  tear_down (&fixture);
}

static void
test_autosave (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  g_autoptr (AmbProfile) stored = NULL;

  set_up (&fixture);
  gtk_editable_set_text (GTK_EDITABLE (find_titled (fixture.window, "Name")), "Anna de Vries");
  g_object_set (find_titled (fixture.window, "Short bio"), "text", "Nurse. Night owl.", NULL);
  wait_for (&fixture, "Saved 14:02");
  wait_for (&fixture, "17 of 160");

  stored = load_profile (fixture.test);
  g_assert_cmpstr (amb_profile_get_text (stored, "name", NULL), ==, "Anna de Vries");
  g_assert_cmpstr (amb_profile_get_text (stored, "bio-short", "en"), ==, "Nurse. Night owl.");
  tear_down (&fixture);
}

static void
test_flush (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  g_autoptr (AmbProfile) stored = NULL;

  set_up (&fixture);
  gtk_editable_set_text (GTK_EDITABLE (find_titled (fixture.window, "Role")), "Nurse");
  amb_page_flush (AMB_PAGE (fixture.page));
  amb_gui_test_wait_for_writes (fixture.test);
  stored = load_profile (fixture.test);
  g_assert_cmpstr (amb_profile_get_text (stored, "role", NULL), ==, "Nurse");
  tear_down (&fixture);
}

/* What was typed into a list but not added yet is not lost when the window closes. */
static void
test_flush_typed (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  g_autoptr (AmbProfile) stored = NULL;
  GtkWidget *list;

  set_up (&fixture);
  list = gtk_widget_get_ancestor (amb_gui_test_find (fixture.window, GTK_TYPE_LABEL, "Themes"), AMB_TYPE_TEXT_LIST);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (list, AMB_TYPE_TEXT_LIST, "add_row")), "Night work");
  amb_page_flush (AMB_PAGE (fixture.page));
  amb_gui_test_wait_for_writes (fixture.test);
  stored = load_profile (fixture.test);
  g_assert_cmpstr (amb_profile_get_list (stored, "themes", NULL)[0], ==, "Night work");

  tear_down (&fixture);
}

static gboolean
has_role (gpointer data)
{
  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (find_titled (data, "Role"))), "Night nurse");
}

static void
test_follow (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  g_autoptr (AmbProfile) theirs = amb_profile_new ();
  g_autoptr (AmbProfile) stored = NULL;

  set_up (&fixture);

  /* Somebody else stores a role while the person types a name: both stay. */
  gtk_editable_set_text (GTK_EDITABLE (find_titled (fixture.window, "Name")), "Anna");
  amb_profile_set_text (theirs, "role", NULL, "Night nurse");
  amb_profile_set_text (theirs, "name", NULL, "Somebody");
  amb_test_context_save_profile (fixture.test, theirs, FALSE);
  amb_gui_test_wait (has_role, fixture.window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_titled (fixture.window, "Name"))), ==, "Anna");

  wait_for (&fixture, "Saved 14:02");
  stored = load_profile (fixture.test);
  g_assert_cmpstr (amb_profile_get_text (stored, "name", NULL), ==, "Anna");
  g_assert_cmpstr (amb_profile_get_text (stored, "role", NULL), ==, "Night nurse");
  tear_down (&fixture);
}

static void
test_languages (void)
{
  Fixture fixture = { .test = amb_test_context_new () };
  g_autoptr (AmbProfile) profile = amb_profile_new ();
  GtkWidget *headline;

  amb_profile_set_text (profile, "headline", "en", "I care");
  amb_profile_set_text (profile, "headline", "nl", "Ik zorg");
  amb_test_context_save_profile (fixture.test, profile, FALSE);
  set_up (&fixture);

  headline = find_titled (fixture.window, "Headline");
  g_assert_cmpstr (amb_text_row_get_text (AMB_TEXT_ROW (headline)), ==, "I care");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_titled (fixture.window, "Language")), 1);
  g_assert_cmpstr (amb_text_row_get_text (AMB_TEXT_ROW (headline)), ==, "Ik zorg");
  tear_down (&fixture);
}

static gboolean
is_loaded (gpointer data)
{
  return amb_profile_saver_get_loaded (data);
}

static AmbProfileSaver *
make_saver (AmbTestContext *test,
            const char     *role)
{
  AmbProfileSaver *saver = amb_profile_saver_get (test->context);

  amb_gui_test_wait (is_loaded, saver);
  amb_profile_set_text (amb_profile_saver_get_profile (saver), "role", NULL, role);
  amb_autosave_flush (AMB_AUTOSAVE (saver));
  amb_gui_test_wait_for_writes (test);

  return saver;
}

static char *
load_role (AmbTestContext *test,
           guint           position)
{
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GArray) versions = NULL;
  g_autoptr (AmbProfile) version = NULL;
  g_autoptr (GError) error = NULL;

  amb_persona_list_versions_async (test->context, NULL, amb_gui_test_store_result, &listed);
  versions = amb_persona_list_versions_finish (test->context, amb_gui_test_wait_result (&listed), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, >, position);
  amb_persona_load_version_async (test->context, g_array_index (versions, AmbProfileVersion, position).id, NULL,
                                  amb_gui_test_store_result, &loaded);
  version = amb_persona_load_version_finish (test->context, amb_gui_test_wait_result (&loaded), &error);
  g_assert_no_error (error);

  return g_strdup (amb_profile_get_text (version, "role", NULL));
}

/* What was typed a moment before an earlier version comes back stays in the version before it. */
static void
test_replace (void)
{
  AmbTestContext *test = amb_test_context_new ();
  g_autoptr (AmbProfileSaver) saver = make_saver (test, "Nurse");
  g_autoptr (AmbProfile) other = amb_profile_new ();
  g_autofree char *newest = NULL;
  g_autofree char *before = NULL;

  amb_profile_set_text (amb_profile_saver_get_profile (saver), "role", NULL, "Night nurse");
  amb_profile_set_text (other, "role", NULL, "Team lead");
  amb_profile_saver_replace (saver, other);
  amb_gui_test_wait_for_writes (test);
  newest = load_role (test, 0);
  before = load_role (test, 1);
  g_assert_cmpstr (newest, ==, "Team lead");
  g_assert_cmpstr (before, ==, "Night nurse");

  g_clear_object (&saver);
  amb_test_context_free (test);
}

/* A version of its own stays one when it is stored only at the second try. */
static void
test_replace_again (void)
{
  AmbTestContext *test = amb_test_context_new ();
  g_autoptr (AmbProfileSaver) saver = make_saver (test, "Nurse");
  g_autoptr (AmbProfile) other = amb_profile_new ();
  g_autofree char *before = NULL;

  amb_gui_test_set_read_only (test, TRUE);
  amb_profile_set_text (other, "role", NULL, "Team lead");
  amb_profile_saver_replace (saver, other);
  while (amb_autosave_get_error (AMB_AUTOSAVE (saver)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  amb_gui_test_set_read_only (test, FALSE);
  amb_autosave_flush (AMB_AUTOSAVE (saver));
  amb_gui_test_wait_for_writes (test);
  before = load_role (test, 1);
  g_assert_cmpstr (before, ==, "Nurse");

  g_clear_object (&saver);
  amb_test_context_free (test);
}

static gboolean
is_listed (gpointer data)
{
  return amb_gui_test_find (data, GTK_TYPE_BUTTON, "_Bring Back") != NULL &&
         gtk_widget_is_sensitive (amb_gui_test_find (data, GTK_TYPE_BUTTON, "_Bring Back"));
}

static void
take_profile (AmbProfile **taken,
              AmbProfile  *profile)
{
  *taken = g_object_ref (profile);
}

static void
test_versions (void)
{
  AmbTestContext *test = amb_test_context_new ();
  g_autoptr (AmbProfile) old = amb_profile_new ();
  g_autoptr (AmbProfile) new = amb_profile_new ();
  g_autoptr (AmbProfile) taken = NULL;
  GtkWidget *versions;

  amb_profile_set_text (old, "role", NULL, "Nurse");
  amb_test_context_save_profile (test, old, TRUE);
  amb_clock_advance (test->clock, 1000);
  amb_profile_set_text (new, "role", NULL, "Team lead");
  amb_test_context_save_profile (test, new, TRUE);

  versions = amb_profile_versions_new (NULL, test->context, new);
  g_signal_connect_swapped (versions, "chosen", G_CALLBACK (take_profile), &taken);
  gtk_widget_show (versions);
  while (adw_combo_row_get_model (ADW_COMBO_ROW (find_titled (versions, "Version"))) == NULL)
    g_main_context_iteration (NULL, TRUE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_titled (versions, "Version")), 1);
  amb_gui_test_wait (is_listed, versions);
  amb_gui_test_assert_named (versions);
  amb_gui_test_assert_label (find_titled (versions, "Everything in this version"), "Everything in this version");
  g_assert_nonnull (amb_gui_test_find (versions, GTK_TYPE_LABEL, "Role, then"));
  g_assert_nonnull (amb_gui_test_find (versions, GTK_TYPE_LABEL, "Team lead"));

  amb_gui_test_click (amb_gui_test_find (versions, GTK_TYPE_BUTTON, "_Bring Back"));
  g_assert_cmpstr (amb_profile_get_text (taken, "role", NULL), ==, "Nurse");
  amb_test_context_free (test);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/profile/page/table", test_table);
  g_test_add_func ("/profile/page/autosave", test_autosave);
  g_test_add_func ("/profile/page/flush", test_flush);
  g_test_add_func ("/profile/page/flush/typed", test_flush_typed);
  g_test_add_func ("/profile/page/follow", test_follow);
  g_test_add_func ("/profile/page/languages", test_languages);
  g_test_add_func ("/profile/saver/replace", test_replace);
  g_test_add_func ("/profile/saver/replace/again", test_replace_again);
  g_test_add_func ("/profile/versions", test_versions);

  return g_test_run ();
}
