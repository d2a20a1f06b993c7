/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "amb-persona.h"
#include "amb-test-context.h"
#include "amb-time.h"

/* The answer to what was asked last. */
static GAsyncResult *answer;

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  answer = g_object_ref (result);
}

static GAsyncResult *
wait_for_answer (void)
{
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (&answer);
}

static void
save_name (AmbTestContext *test,
           const char     *name,
           gboolean        keep)
{
  g_autoptr (AmbProfile) profile = amb_profile_new ();

  amb_profile_set_text (profile, "name", NULL, name);
  amb_profile_set_text (profile, "headline", "nl", "Verpleegkundige");
  amb_test_context_save_profile (test, profile, keep);
}

static AmbProfile *
load (AmbTestContext *test)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AmbProfile *profile;

  amb_persona_load_async (test->context, NULL, answered_cb, NULL);
  result = wait_for_answer ();
  profile = amb_persona_load_finish (test->context, result, &error);
  g_assert_no_error (error);

  return profile;
}

static GArray *
list_versions (AmbTestContext *test)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *versions;

  amb_persona_list_versions_async (test->context, NULL, answered_cb, NULL);
  result = wait_for_answer ();
  versions = amb_persona_list_versions_finish (test->context, result, &error);
  g_assert_no_error (error);

  return versions;
}

static void
assert_version (AmbTestContext *test,
                GArray         *versions,
                guint           position,
                const char     *name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AmbProfile) profile = NULL;
  g_autoptr (GError) error = NULL;

  amb_persona_load_version_async (test->context, g_array_index (versions, AmbProfileVersion, position).id, NULL,
                                  answered_cb, NULL);
  result = wait_for_answer ();
  profile = amb_persona_load_version_finish (test->context, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (amb_profile_get_text (profile, "name", NULL), ==, name);
}

static void
test_profile (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbProfile) empty = load (test);
  g_autoptr (AmbProfile) stored = NULL;

  g_assert_null (amb_profile_get_text (empty, "name", NULL));
  save_name (test, "Anna", FALSE);
  stored = load (test);
  g_assert_cmpstr (amb_profile_get_text (stored, "name", NULL), ==, "Anna");
  g_assert_cmpstr (amb_profile_get_text (stored, "headline", "nl"), ==, "Verpleegkundige");
}

/* What is typed within ten minutes is one version, unless the one before is to be kept. */
static void
test_versions (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GArray) versions = NULL;

  save_name (test, "Ann", FALSE);
  save_name (test, "Anna", FALSE);
  save_name (test, "Annabel", TRUE);
  amb_clock_advance (test->clock, AMB_TIME_DAY);
  save_name (test, "Annabella", FALSE);

  versions = list_versions (test);
  g_assert_cmpuint (versions->len, ==, 3);
  g_assert_cmpint (g_array_index (versions, AmbProfileVersion, 0).saved_at, ==, AMB_TEST_NOW + AMB_TIME_DAY);
  assert_version (test, versions, 0, "Annabella");
  assert_version (test, versions, 1, "Annabel");
  assert_version (test, versions, 2, "Anna");
}

static char *
store_photo (AmbTestContext *test,
             const char     *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *name;

  amb_persona_store_photo_async (test->context, bytes, NULL, answered_cb, NULL);
  result = wait_for_answer ();
  name = amb_persona_store_photo_finish (test->context, result, &error);
  g_assert_no_error (error);

  return name;
}

static GBytes *
load_photo (AmbTestContext *test,
            const char     *name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  amb_persona_load_photo_async (test->context, name, NULL, answered_cb, NULL);
  result = wait_for_answer ();
  bytes = amb_persona_load_photo_finish (test->context, result, &error);
  g_assert_no_error (error);

  return bytes;
}

/* A version of the profile names its photo, so another one takes nothing away. */
static void
test_photos (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autofree char *first = store_photo (test, "A picture");
  g_autofree char *second = store_photo (test, "Another picture");
  g_autofree char *again = store_photo (test, "A picture");
  g_autoptr (GBytes) bytes = load_photo (test, first);
  g_autoptr (GBytes) none = load_photo (test, "no such photo");

  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "A picture", strlen ("A picture"));
  g_assert_null (none);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/persona/profile", test_profile);
  g_test_add_func ("/services/persona/versions", test_versions);
  g_test_add_func ("/services/persona/photos", test_photos);

  return g_test_run ();
}
