/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-language-name.h"

static void
assert_name (const char *tag,
             const char *locale,
             const char *expected)
{
  g_autofree char *name = amb_language_name_for_tag (tag, locale);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_known (void)
{
  assert_name ("nl", "en", "Dutch");
  assert_name ("nl", "nl_NL.UTF-8", "Nederlands");
  assert_name ("de", "nl", "Duits");
  assert_name ("pt-BR", "en", "Portuguese (Brazil)");
}

/* Packs are from outside: whatever stands there is shown, and nothing breaks. */
static void
test_unknown (void)
{
  g_autofree char *endless = g_strnfill (500, 'x');

  assert_name ("qqq", "en", "qqq");
  assert_name ("", "en", "");
  assert_name (endless, "en", endless);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/language-name/known", test_known);
  g_test_add_func ("/text/language-name/unknown", test_unknown);

  return g_test_run ();
}
