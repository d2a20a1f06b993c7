/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-profile.h"

#include <string.h>

static void
note_cb (AmbProfile *profile,
         const char *field,
         const char *language,
         GString    *changes)
{
  g_string_append_printf (changes, "%s:%s ", field, language);
}

static void
test_fields (void)
{
  gsize n_fields;
  const AmbProfileField *fields = amb_profile_get_fields (&n_fields);

  for (gsize i = 0; i < n_fields; i++)
    {
      g_assert_true (amb_profile_find_field (fields[i].id) == &fields[i]);
      g_assert_null (strchr (fields[i].id, ':'));
    }
  g_assert_null (amb_profile_find_field ("shoe-size"));
  g_assert_cmpuint (amb_profile_find_field ("headline")->limit, ==, 220);
}

static void
test_languages (void)
{
  g_autoptr (AmbProfile) profile = amb_profile_new ();
  g_auto (GStrv) languages = NULL;

  amb_profile_set_text (profile, "headline", "nl", "Verpleegkundige");
  amb_profile_set_text (profile, "headline", "en", "Nurse");
  amb_profile_set_text (profile, "name", "nl", "Noor");

  g_assert_cmpstr (amb_profile_get_text (profile, "headline", "nl"), ==, "Verpleegkundige");
  g_assert_cmpstr (amb_profile_get_text (profile, "headline", "en"), ==, "Nurse");
  g_assert_null (amb_profile_get_text (profile, "headline", "de"));
  g_assert_cmpstr (amb_profile_get_text (profile, "name", "en"), ==, "Noor");

  languages = amb_profile_get_languages (profile);
  g_assert_cmpuint (g_strv_length (languages), ==, 2);
  g_assert_cmpstr (languages[0], ==, "en");
  g_assert_cmpstr (languages[1], ==, "nl");
}

static void
test_changes (void)
{
  static const char * const themes[] = { "care", "", "learning", NULL };
  static const char * const nothing[] = { "", NULL };
  g_autoptr (AmbProfile) profile = amb_profile_new ();
  g_autoptr (GString) changes = g_string_new (NULL);

  g_signal_connect (profile, "changed", G_CALLBACK (note_cb), changes);
  amb_profile_set_text (profile, "headline", "nl", "Verpleegkundige");
  amb_profile_set_text (profile, "headline", "nl", "Verpleegkundige");
  amb_profile_set_list (profile, "themes", NULL, themes);
  g_assert_cmpuint (g_strv_length ((char **) amb_profile_get_list (profile, "themes", NULL)), ==, 2);
  amb_profile_set_list (profile, "themes", NULL, nothing);
  g_assert_null (amb_profile_get_text (profile, "themes", NULL));
  amb_profile_set_text (profile, "themes", NULL, NULL);

  g_assert_cmpstr (changes->str, ==, "headline:nl themes: themes: ");
}

static void
test_copy (void)
{
  static const char * const themes[] = { "care", "learning", NULL };
  g_autoptr (AmbProfile) profile = amb_profile_new ();
  g_autoptr (AmbProfile) copy = NULL;

  amb_profile_set_text (profile, "bio-short", "nl", "Kort");
  amb_profile_set_list (profile, "themes", NULL, themes);

  copy = amb_profile_copy (profile);
  g_assert_true (amb_profile_equal (profile, copy));
  g_assert_cmpstr (amb_profile_get_list (copy, "themes", NULL)[1], ==, "learning");

  amb_profile_set_text (copy, "bio-short", "nl", "Korter");
  g_assert_false (amb_profile_equal (profile, copy));
  g_assert_cmpstr (amb_profile_get_text (profile, "bio-short", "nl"), ==, "Kort");

  amb_profile_set_text (copy, "bio-short", "nl", "Kort");
  amb_profile_set_text (copy, "team", NULL, "Night");
  g_assert_false (amb_profile_equal (profile, copy));
  g_assert_false (amb_profile_equal (copy, profile));
}

/* A field that only a newer version knows goes through this one as it was, in each of its languages. */
static void
test_unknown_field (void)
{
  g_autoptr (AmbProfile) profile = amb_profile_new ();
  g_autoptr (AmbProfile) copy = NULL;

  amb_profile_set_text (profile, "motto", "nl", "Gewoon doen");
  amb_profile_set_text (profile, "motto", "en", "Just do it");
  amb_profile_set_text (profile, "pet", NULL, "cat");

  copy = amb_profile_copy (profile);
  g_assert_true (amb_profile_equal (profile, copy));
  g_assert_cmpstr (amb_profile_get_text (copy, "motto", "nl"), ==, "Gewoon doen");
  g_assert_cmpstr (amb_profile_get_text (copy, "motto", "en"), ==, "Just do it");
  g_assert_cmpstr (amb_profile_get_text (copy, "pet", NULL), ==, "cat");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/profile/fields", test_fields);
  g_test_add_func ("/profile/languages", test_languages);
  g_test_add_func ("/profile/changes", test_changes);
  g_test_add_func ("/profile/copy", test_copy);
  g_test_add_func ("/profile/unknown-field", test_unknown_field);

  return g_test_run ();
}
