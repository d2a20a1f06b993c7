/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-compose-address.h"

#include "amb-links.h"
#include "random-text.h"

static void
assert_address (const char *channel,
                const char *text,
                const char *link,
                const char *expected)
{
  g_autofree char *address = amb_compose_address (amb_channel_rules_lookup (channel), "example.social", NULL, text, link);

  g_assert_cmpstr (address, ==, expected);
}

static void
test_text (void)
{
  assert_address ("linkedin", "a b+c\nd & é", NULL,
                  "https://www.linkedin.com/feed/?shareActive=true&text=a%20b%2Bc%0Ad%20%26%20%C3%A9");
  assert_address ("x", "100% #yes?", NULL, "https://x.com/intent/post?text=100%25%20%23yes%3F");
  assert_address ("bluesky", "a\r\nb\rc", NULL, "https://bsky.app/intent/compose?text=a%0Ab%0Ac");
  assert_address ("mastodon", "{link}", NULL, "https://example.social/share?text=%7Blink%7D");
  assert_address ("x", NULL, NULL, "https://x.com/intent/post?text=");
  assert_address ("instagram", "a", NULL, NULL);
  assert_address ("in-person", "a", NULL, NULL);
}

static void
test_link (void)
{
  const char *link = "https://example.com/?a=b";

  assert_address ("x", "see", link, "https://x.com/intent/post?text=see%0A%0Ahttps%3A%2F%2Fexample.com%2F%3Fa%3Db");
  assert_address ("x", "", link, "https://x.com/intent/post?text=https%3A%2F%2Fexample.com%2F%3Fa%3Db");
  assert_address ("x", "see https://example.com/?a=b", link,
                  "https://x.com/intent/post?text=see%20https%3A%2F%2Fexample.com%2F%3Fa%3Db");
  assert_address ("facebook", "lost", link,
                  "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fexample.com%2F%3Fa%3Db");
  assert_address ("facebook", "see https://example.com/1 and https://example.com/2", NULL,
                  "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fexample.com%2F1");
  assert_address ("facebook", "no link", NULL, NULL);
  assert_address ("telegram", "see", link, "https://t.me/share/url?url=https%3A%2F%2Fexample.com%2F%3Fa%3Db&text=see");
  assert_address ("telegram", "see", NULL, "https://t.me/share/url?url=see");
  assert_address ("telegram", "see https://example.com/1", NULL,
                  "https://t.me/share/url?url=see%20https%3A%2F%2Fexample.com%2F1");
}

static void
test_mail (void)
{
  const AmbChannelRules *email = amb_channel_rules_lookup ("email");
  g_autofree char *address = amb_compose_address (email, NULL, "Re: a+b", "one\ntwo\r\nthree", NULL);

  g_assert_cmpstr (address, ==, "mailto:?subject=Re%3A%20a%2Bb&body=one%0D%0Atwo%0D%0Athree");
}

static void
test_instance (void)
{
  static const char * const refused[] = { NULL, "", "evil.example/?", "a@b", "a b", "exa\nmple.social", "https://example.social" };
  const AmbChannelRules *mastodon = amb_channel_rules_lookup ("mastodon");

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_null (amb_compose_address (mastodon, refused[i], NULL, "a", NULL));
}

/* Of every channel in the data, also the next one: all places in its template are filled in, with what they are for. */
static void
test_every_channel (void)
{
  gsize n_rules;
  const AmbChannelRules * const *rules = amb_channel_rules_list (&n_rules);

  for (gsize i = 0; i < n_rules; i++)
    {
      g_autofree char *address = amb_compose_address (rules[i], "example.social", "about", "say", "https://example.com");
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", amb_channel_rules_get_id (rules[i]));
      g_assert_cmpint (address == NULL, ==, amb_channel_rules_get_compose_address (rules[i]) == NULL);
      if (address == NULL)
        continue;

      g_assert_true (g_uri_is_valid (address, G_URI_FLAGS_NONE, &error));
      g_assert_no_error (error);
      g_assert_null (strpbrk (address, "{}"));
      g_assert_nonnull (strstr (address, "example.com"));
    }
}

/* Whatever is typed, the address is one, and gives it back. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (17);

  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *text = make_random_text (random, 40);
      g_autofree char *address = amb_compose_address (amb_channel_rules_lookup ("x"), NULL, NULL, text, NULL);
      g_autofree char *decoded = g_uri_unescape_string (address + strlen ("https://x.com/intent/post?text="), NULL);
      g_auto (GStrv) parts = g_strsplit (text, "\r\n", -1);
      g_autofree char *lines = g_strjoinv ("\n", parts);

      g_assert_true (amb_links_is_openable (address));
      g_assert_true (g_str_is_ascii (address));
      g_assert_cmpstr (decoded, ==, lines);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/compose-address/text", test_text);
  g_test_add_func ("/text/compose-address/link", test_link);
  g_test_add_func ("/text/compose-address/mail", test_mail);
  g_test_add_func ("/text/compose-address/instance", test_instance);
  g_test_add_func ("/text/compose-address/every-channel", test_every_channel);
  g_test_add_func ("/text/compose-address/round-trip", test_round_trip);

  return g_test_run ();
}
