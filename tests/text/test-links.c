/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-links.h"

#include "random-text.h"

static char *
find (const char  *text,
      AmbLinkKind  kinds)
{
  g_autoptr (GArray) links = amb_links_find (text, kinds);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const AmbLink *link = &g_array_index (links, AmbLink, i);

      g_string_append_printf (joined, "%s%s", i > 0 ? " " : "",
                              link->kind == AMB_LINK_KIND_URL ? "u:" : link->kind == AMB_LINK_KIND_MENTION ? "m:" : "h:");
      g_string_append_len (joined, text + link->range.start, link->range.end - link->range.start);
    }

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
test_find (void)
{
  static const char * const cases[][2] = {
    { "", "" },
    { "no link here", "" },
    { "see https://example.com/a?b=c#d.", "u:https://example.com/a?b=c#d" },
    { "(http://example.com/a_(b))", "u:http://example.com/a_(b)" },
    { "HTTPS://EXAMPLE.COM, and", "u:HTTPS://EXAMPLE.COM" },
    { "“https://example.com/é”", "u:https://example.com/é" },
    { "‘https://example.com/x’, he says: ‘https://example.com/l’a.’", "u:https://example.com/x u:https://example.com/l’a" },
    { "www.example.com/x!", "u:www.example.com/x" },
    { "example.com and example.notatld", "u:example.com" },
    { "example.com:8080/a", "u:example.com:8080/a" },
    { "user@example.com", "" },
    { "http://", "" },
    { "@alice, @bob@example.social. @", "m:@alice m:@bob@example.social" },
    { "a@b", "" },
    { "#OpenDay #Zorg2026 #1 # #één_twee", "h:#OpenDay h:#Zorg2026 h:#één_twee" },
    { "C#sharp", "" },
    { "https://example.com/#part #tag", "u:https://example.com/#part h:#tag" },
    { "ftp://example.com/f", "u:ftp://example.com/f" },
    { "javascript://example.com", "u:example.com" },
    { "e.g. this", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *links = find (cases[i][0], AMB_LINK_KIND_ALL);

      g_assert_cmpstr (links, ==, cases[i][1]);
    }
}

static void
test_kinds (void)
{
  const char *text = "@a #b https://c.nl";
  g_autofree char *urls = find (text, AMB_LINK_KIND_URL);
  g_autofree char *mentions = find (text, AMB_LINK_KIND_MENTION);
  g_autofree char *both = find (text, AMB_LINK_KIND_MENTION | AMB_LINK_KIND_HASHTAG);

  g_assert_cmpstr (urls, ==, "u:https://c.nl");
  g_assert_cmpstr (mentions, ==, "m:@a");
  g_assert_cmpstr (both, ==, "m:@a h:#b");
}

static void
test_ranges (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (15);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *text = i % 3 == 0 ? make_broken_text (random, 30) : make_random_text (random, 30);
      g_autoptr (GArray) links = amb_links_find (text, AMB_LINK_KIND_ALL);
      gsize end = 0;

      for (guint j = 0; j < links->len; j++)
        {
          AmbRange range = g_array_index (links, AmbLink, j).range;

          g_assert_cmpuint (range.start, >=, end);
          g_assert_cmpuint (range.end, >, range.start);
          g_assert_cmpuint (range.end, <=, strlen (text));
          if (i % 3 != 0)
            g_assert_true (g_utf8_validate (text + range.start, range.end - range.start, NULL));
          end = range.end;
        }
    }
}

/* Many brackets, full stops or signs: none is looked at again and again. */
static void
test_long_texts (void)
{
  static const char * const parts[] = { "https://a.nl/)", ")", "(", "a.", "@a", "#1", "http://", "www.", "a/" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new ("https://a.nl/");
      g_autoptr (GArray) links = NULL;

      for (guint j = 0; j < 50000; j++)
        g_string_append (text, parts[i]);

      links = amb_links_find (text->str, AMB_LINK_KIND_ALL);
      g_assert_cmpuint (links->len, >, 0);
    }
}

static void
test_strip_tracking (void)
{
  static const char * const cases[][2] = {
    { "https://example.com/a", "https://example.com/a" },
    { "https://example.com/a?utm_source=x&utm_medium=y", "https://example.com/a" },
    { "https://example.com/a?b=1&UTM_source=x&c=%26#d?utm_source=z", "https://example.com/a?b=1&c=%26#d?utm_source=z" },
    { "https://example.com/?fbclid=1#top", "https://example.com/#top" },
    { "https://example.com/?trk=a&id=2", "https://example.com/?id=2" },
    { "https://example.com/?a&&b=", "https://example.com/?a&&b=" },
    { "https://example.com/?utm%5Fsource=x", "https://example.com/" },
    { "https://x.com/a/status/1?s=20&t=abc", "https://x.com/a/status/1" },
    { "https://example.com/?s=search&t=1", "https://example.com/?s=search&t=1" },
    { "https://notx.com/?s=20", "https://notx.com/?s=20" },
    { "x.com/a/status/1?s=20&u=https://example.com", "x.com/a/status/1?u=https://example.com" },
    { "example.com/?s=20&u=https://x.com", "example.com/?s=20&u=https://x.com" },
    { "https://me:a@x.com:443/a?s=20", "https://me:a@x.com:443/a" },
    { "https://www.linkedin.com/posts/a?utm_source=share&rcm=b", "https://www.linkedin.com/posts/a" },
    { "", "" },
    { "?", "?" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stripped = amb_links_strip_tracking (cases[i][0]);
      g_autofree char *again = amb_links_strip_tracking (stripped);

      g_assert_cmpstr (stripped, ==, cases[i][1]);
      g_assert_cmpstr (again, ==, stripped);
    }
}

static void
test_openable (void)
{
  static const char * const openable[] = {
    "https://example.com/a?b=c#d", "http://example.com", "HTTPS://example.com", "mailto:press@example.com",
  };
  static const char * const refused[] = {
    "", "example.com", "file:///etc/passwd", "javascript:alert(1)", "https:", "https:///path", "mailto:",
    "https://exa mple.com", "https://example.com/\n", "data:text/html,x", "smb://example.com/share",
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

  g_test_add_func ("/text/links/find", test_find);
  g_test_add_func ("/text/links/kinds", test_kinds);
  g_test_add_func ("/text/links/ranges", test_ranges);
  g_test_add_func ("/text/links/long-texts", test_long_texts);
  g_test_add_func ("/text/links/strip-tracking", test_strip_tracking);
  g_test_add_func ("/text/links/openable", test_openable);

  return g_test_run ();
}
