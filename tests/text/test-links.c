/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-links.h"

static void
test_openable (void)
{
  const char * const openable[] = {
    "https://example.com/a?b=c#d",
    "http://example.com",
    "HTTPS://example.com",
    "mailto:press@example.com",
  };
  const char * const refused[] = {
    "",
    "example.com",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "https:",
    "https:///path",
    "mailto:",
    "https://exa mple.com",
    "data:text/html,x",
    "smb://example.com/share",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (openable); i++)
    g_assert_true (amb_links_is_openable (openable[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (amb_links_is_openable (refused[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/links/openable", test_openable);

  return g_test_run ();
}
