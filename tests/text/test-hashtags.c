/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-hashtags.h"

static void
test_count (void)
{
  g_assert_cmpuint (amb_hashtags_count (""), ==, 0);
  g_assert_cmpuint (amb_hashtags_count ("#one and #two, not # or #1 or a#b"), ==, 2);
}

static void
assert_run_on (const char *text,
               guint       expected)
{
  g_autoptr (GArray) found = amb_hashtags_find_run_on (text);

  g_assert_cmpuint (found->len, ==, expected);
}

static void
test_run_on (void)
{
  assert_run_on ("#employeeadvocacy", 1);
  assert_run_on ("#EMPLOYEEADVOCACY", 1);
  assert_run_on ("#werkenindezorg #trots", 1);
  assert_run_on ("#EmployeeAdvocacy", 0);
  assert_run_on ("#employeeAdvocacy", 0);
  assert_run_on ("#Verpleegkundige", 0);
  assert_run_on ("#employee_advocacy", 0);
  assert_run_on ("#zorg #NATO #1234567890123", 0);
  assert_run_on ("employeeadvocacy", 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/hashtags/count", test_count);
  g_test_add_func ("/text/hashtags/run-on", test_run_on);

  return g_test_run ();
}
