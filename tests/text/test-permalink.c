/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-permalink.h"

#include "amb-time.h"
#include "random-text.h"

static void
assert_permalink (const char *url,
                  const char *channel,
                  const char *time)
{
  gint64 milliseconds = amb_permalink_get_time (url);

  g_test_message ("%s", url);
  g_assert_cmpstr (amb_permalink_get_channel (url), ==, channel);

  if (time == NULL)
    {
      g_assert_cmpint (milliseconds, ==, AMB_TIME_UNSET);
    }
  else
    {
      g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

      g_assert_cmpint (milliseconds / 1000, ==, amb_time_from_iso8601 (time, utc) / 1000);
    }
}

/* (id >> 22) is the time: 1735689600000 << 22 for the first moment of 2025. */
static void
test_linkedin (void)
{
  static const char * const urls[] = {
    "https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7280009832038400000",
    "https://www.linkedin.com/feed/update/urn:li:ugcPost:7280009832038400000/",
    "https://www.linkedin.com/feed/update/urn:li:activity:7280009832038400000?utm_source=share",
    "https://www.linkedin.com/posts/some-body_my-share-of-2024-activity-7280009832038400000-Ab1c",
    "https://nl.linkedin.com/posts/some-body_opendag-share-7280009832038400000-Ab1c",
    "https://www.linkedin.com/feed/update/urn:li:groupPost:12345-7280009832038400000",
    "https://www.linkedin.com/feed/update/urn:li:activity:7000000000000000000"
    "?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A7000000000000000000%2C7280009832038400000%29",
    " https://www.linkedin.com/feed/update/urn:li:share:7280009832038400000 ",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (urls); i++)
    assert_permalink (urls[i], "linkedin", "2025-01-01T00:00:00Z");

  assert_permalink ("https://www.linkedin.com/in/some-body", "linkedin", NULL);
  assert_permalink ("https://www.linkedin.com/feed/update/urn:li:share:99999999999999999999999", "linkedin", NULL);
  assert_permalink ("https://notlinkedin.com/feed/update/urn:li:share:7280009832038400000", NULL, NULL);
}

static void
test_x (void)
{
  assert_permalink ("https://x.com/somebody/status/1874244142494646272", "x", "2025-01-01T00:00:00Z");
  assert_permalink ("https://twitter.com/somebody/status/1874244142494646272?s=20", "x", "2025-01-01T00:00:00Z");
  assert_permalink ("https://mobile.twitter.com/somebody/statuses/1874244142494646272", "x", "2025-01-01T00:00:00Z");
  assert_permalink ("https://x.com/somebody", "x", NULL);
  /* From before the numbers told the time. */
  assert_permalink ("https://twitter.com/jack/status/20", "x", NULL);
}

static void
test_mastodon (void)
{
  assert_permalink ("https://example.social/@somebody/113750153625600000", "mastodon", "2025-01-01T00:00:00Z");
  assert_permalink ("https://example.social/@somebody@other.example/113750153625600000", "mastodon",
                    "2025-01-01T00:00:00Z");
  assert_permalink ("https://example.social/users/somebody/statuses/113750153625600000", "mastodon",
                    "2025-01-01T00:00:00Z");
  assert_permalink ("https://example.social/@somebody", NULL, NULL);
  assert_permalink ("https://example.com/@somebody/video/7280009832038400000", NULL, NULL);
}

static void
test_bluesky (void)
{
  assert_permalink ("https://bsky.app/profile/some.body/post/3lenax2ss2222", "bluesky", "2025-01-01T00:00:00Z");
  assert_permalink ("https://bsky.app/profile/some.body", "bluesky", NULL);
  assert_permalink ("https://bsky.app/profile/some.body/post/3LENAX2SS2222", "bluesky", NULL);
}

static void
test_others (void)
{
  assert_permalink ("https://www.threads.com/@somebody/post/ABC", "threads", NULL);
  assert_permalink ("https://www.facebook.com/somebody/posts/1", "facebook", NULL);
  assert_permalink ("https://example.com/story", NULL, NULL);
  assert_permalink ("not an address", NULL, NULL);
  assert_permalink ("", NULL, NULL);
}

static void
assert_reads (const char *typed,
              const char *address)
{
  g_autofree char *read = amb_permalink_read (typed);

  g_assert_cmpstr (read, ==, address);
}

static void
test_read (void)
{
  assert_reads (" https://www.linkedin.com/posts/a-7130000000000000000 ", "https://www.linkedin.com/posts/a-7130000000000000000");
  assert_reads ("http://example.com", "http://example.com");
  assert_reads ("www.linkedin.com/posts/a", "https://www.linkedin.com/posts/a");
  assert_reads ("", NULL);
  assert_reads ("not a link at all", NULL);
  assert_reads ("hello", NULL);
  assert_reads ("see example.com", NULL);
  assert_reads ("example.com and more", NULL);
  assert_reads ("https://example.com and more", NULL);
  assert_reads ("javascript:alert(1)", NULL);
  assert_reads ("javascript:alert(1) hello", NULL);
  assert_reads ("file:///etc/passwd", NULL);
  assert_reads ("mailto:kate@example.com", NULL);
  assert_reads ("kate@example.com", NULL);
}

static void
test_any_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (16);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *bytes = make_random_bytes (random, 40);
      g_autofree char *url = g_strconcat ("https://x.com/", bytes, "/status/", bytes, NULL);

      g_assert_cmpint (amb_permalink_get_time (bytes), ==, AMB_TIME_UNSET);
      g_assert_cmpint (amb_permalink_get_time (url), ==, AMB_TIME_UNSET);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/permalink/linkedin", test_linkedin);
  g_test_add_func ("/text/permalink/x", test_x);
  g_test_add_func ("/text/permalink/mastodon", test_mastodon);
  g_test_add_func ("/text/permalink/bluesky", test_bluesky);
  g_test_add_func ("/text/permalink/others", test_others);
  g_test_add_func ("/text/permalink/read", test_read);
  g_test_add_func ("/text/permalink/any-bytes", test_any_bytes);

  return g_test_run ();
}
