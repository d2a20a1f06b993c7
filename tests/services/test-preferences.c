/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <unistd.h>

#include "amb-preferences.h"
#include "amb-test-context.h"

static void
wait_for_channel (AmbPreferences *preferences,
                  const char     *expected)
{
  g_autofree char *channel = NULL;

  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (channel);
      g_object_get (preferences, "default-channel", &channel, NULL);
    }
  while (g_strcmp0 (channel, expected) != 0);
}

/* What one stores another follows. */
static void
test_follows (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbPreferences) first = amb_preferences_new (test->context);
  g_autoptr (AmbPreferences) second = amb_preferences_new (test->context);

  amb_preferences_set_check_enabled (first, "length", FALSE);
  amb_preferences_set_check_enabled (first, "prompts", FALSE);
  amb_preferences_set_check_enabled (first, "length", TRUE);
  g_object_set (first, "default-channel", "mastodon", NULL);
  wait_for_channel (second, "mastodon");
  g_assert_true (amb_preferences_is_check_enabled (second, "length"));
  g_assert_false (amb_preferences_is_check_enabled (second, "prompts"));
}

/* Another program keeps the lock: what could not be stored is not shown as if it was. */
static void
test_not_stored (void)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (AmbPreferences) preferences = amb_preferences_new (test->context);
  g_autoptr (AmbPreferences) other = amb_preferences_new (test->context);
  int descriptor;

  g_object_set (preferences, "default-channel", "x", NULL);
  wait_for_channel (other, "x");

  descriptor = amb_test_context_hold_lock (test);
  g_object_set (preferences, "default-channel", "mastodon", NULL);
  wait_for_channel (preferences, "x");
  close (descriptor);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/preferences/follows", test_follows);
  g_test_add_func ("/services/preferences/not-stored", test_not_stored);

  return g_test_run ();
}
