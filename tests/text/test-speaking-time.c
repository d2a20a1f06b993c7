/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-speaking-time.h"

static char *
make_words (guint n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append (text, "word ");

  return g_string_free (text, FALSE);
}

static void
test_english (void)
{
  g_autofree char *minute = make_words (130);

  g_assert_cmpuint (amb_speaking_time (minute, "en"), ==, 60);
  g_assert_cmpuint (amb_speaking_time (minute, NULL), ==, 60);
  g_assert_cmpuint (amb_speaking_time ("word", "en"), ==, 1);
  g_assert_cmpuint (amb_speaking_time ("", "en"), ==, 0);
  g_assert_cmpuint (amb_speaking_time ("😀 …", "en"), ==, 0);
}

static void
test_others (void)
{
  g_autofree char *text = make_words (202);

  g_assert_cmpuint (amb_speaking_time (text, "nl"), ==, (228 * 60 + 129) / 130);
  g_assert_cmpuint (amb_speaking_time (text, "nl_NL.UTF-8"), ==, (228 * 60 + 129) / 130);
  g_assert_cmpuint (amb_speaking_time (text, "de"), >, amb_speaking_time (text, "nl"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/speaking-time/english", test_english);
  g_test_add_func ("/text/speaking-time/others", test_others);

  return g_test_run ();
}
