/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-permalink.h"

#include <string.h>

#include "amb-links.h"
#include "amb-time.h"

/* X began to count its snowflakes at this moment, in milliseconds since 1970. */
#define X_EPOCH G_GINT64_CONSTANT (1288834974657)

/* The numbers before the first snowflake, of 4 November 2010, just count posts. */
#define FIRST_SNOWFLAKE G_GINT64_CONSTANT (29700859247)

/* What is earlier or later than these is no time of a post but a number of another kind: 2004 and 2100. */
#define EARLIEST G_GINT64_CONSTANT (1072915200000)
#define LATEST G_GINT64_CONSTANT (4102444800000)

typedef gint64 (*TimeFunc) (GUri *uri);

typedef struct
{
  const char *channel;
  const char *host; /* NULL: any, for channels that have many instances */
  TimeFunc    get_time;
} Platform;

static gint64
check_time (gint64 time)
{
  return time > EARLIEST && time < LATEST ? time : AMB_TIME_UNSET;
}

/* The number behind the last of the prefixes that stands in a text; 0 when there is none. */
static guint64
read_number_after (const char         *text,
                   const char * const *prefixes)
{
  for (guint i = 0; prefixes[i] != NULL; i++)
    {
      const char *found = g_strrstr (text, prefixes[i]);

      if (found != NULL && g_ascii_isdigit (found[strlen (prefixes[i])]))
        return g_ascii_strtoull (found + strlen (prefixes[i]), NULL, 10);
    }

  return 0;
}

/* The address of a comment is that of its post, with urn:li:comment:(activity:POST,COMMENT) in the query. */
static guint64
read_linkedin_comment (GUri *uri)
{
  g_autofree char *query = g_uri_unescape_string (g_uri_get_query (uri) == NULL ? "" : g_uri_get_query (uri), NULL);
  const char *comment = query == NULL ? NULL : strstr (query, "urn:li:comment:(");
  const char *comma = comment == NULL ? NULL : strchr (comment, ',');

  return comma == NULL ? 0 : g_ascii_strtoull (comma + 1, NULL, 10);
}

/* The number of a share, an activity, a user-generated post or a comment, shifted right by 22 bits, is
 * its time in milliseconds. That of a post in a group stands behind the number of the group. */
static gint64
get_linkedin_time (GUri *uri)
{
  static const char * const prefixes[] = {
    "urn:li:share:", "urn:li:ugcPost:", "urn:li:activity:", "activity-", "share-", "ugcPost-", NULL
  };
  const char *group = g_strrstr (g_uri_get_path (uri), "urn:li:groupPost:");
  guint64 id = read_linkedin_comment (uri);

  if (id > 0)
    return check_time (id >> 22);

  if (group != NULL && strchr (group, '-') != NULL)
    id = g_ascii_strtoull (strchr (group, '-') + 1, NULL, 10);
  else
    id = read_number_after (g_uri_get_path (uri), prefixes);

  return check_time (id >> 22);
}

static gint64
get_x_time (GUri *uri)
{
  static const char * const prefixes[] = { "/status/", "/statuses/", NULL };
  guint64 id = read_number_after (g_uri_get_path (uri), prefixes);

  return id < FIRST_SNOWFLAKE ? AMB_TIME_UNSET : check_time ((gint64) (id >> 22) + X_EPOCH);
}

/* A record key of Bluesky is a TID: 13 characters of base 32 that sort, the upper 53 of their 64 bits are microseconds
 * (https://atproto.com/specs/tid). */
static gint64
get_bluesky_time (GUri *uri)
{
  static const char alphabet[] = "234567abcdefghijklmnopqrstuvwxyz";
  const char *key = g_strrstr (g_uri_get_path (uri), "/post/");
  guint64 bits = 0;

  if (key == NULL || strspn (key + strlen ("/post/"), alphabet) != 13)
    return AMB_TIME_UNSET;

  key += strlen ("/post/");
  for (guint i = 0; i < 13; i++)
    bits = bits << 5 | (guint64) (strchr (alphabet, key[i]) - alphabet);

  return check_time ((gint64) (bits >> 10) / 1000);
}

/* The upper bits of the id of a status are its time in milliseconds; the address is /@user/ID on every
 * instance, and the name of the status /users/user/statuses/ID. */
static gint64
get_mastodon_time (GUri *uri)
{
  const char *path = g_uri_get_path (uri);
  const char *id = strrchr (path, '/');

  if (!(g_str_has_prefix (path, "/@") || (g_str_has_prefix (path, "/users/") && strstr (path, "/statuses/") != NULL)) ||
      id == NULL || strspn (id + 1, "0123456789") < 15)
    return AMB_TIME_UNSET;

  return check_time ((gint64) (g_ascii_strtoull (id + 1, NULL, 10) >> 16));
}

static const Platform platforms[] = {
  { "linkedin", "linkedin.com", get_linkedin_time },
  { "x", "x.com", get_x_time },
  { "x", "twitter.com", get_x_time },
  { "bluesky", "bsky.app", get_bluesky_time },
  { "threads", "threads.com", NULL },
  { "threads", "threads.net", NULL },
  { "facebook", "facebook.com", NULL },
  { "instagram", "instagram.com", NULL },
  { "mastodon", NULL, get_mastodon_time },
};

static gboolean
is_host (const char *host,
         const char *domain)
{
  g_autofree char *suffix = g_strconcat (".", domain, NULL);

  return g_ascii_strcasecmp (host, domain) == 0 ||
         (strlen (host) > strlen (suffix) &&
          g_ascii_strcasecmp (host + strlen (host) - strlen (suffix), suffix) == 0);
}

/* The platform of a permalink; that of Mastodon only when its path is one of a status. */
static const Platform *
find_platform (GUri *uri)
{
  for (guint i = 0; i < G_N_ELEMENTS (platforms); i++)
    {
      if (platforms[i].host != NULL ? is_host (g_uri_get_host (uri), platforms[i].host)
                                    : platforms[i].get_time (uri) != AMB_TIME_UNSET)
        return &platforms[i];
    }

  return NULL;
}

static GUri *
parse (const char *url)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (url));
  g_autoptr (GUri) uri = g_uri_parse (trimmed, G_URI_FLAGS_NONE, NULL);

  return uri == NULL || g_uri_get_host (uri) == NULL ? NULL : g_steal_pointer (&uri);
}

/**
 * amb_permalink_read:
 * @typed: what somebody typed or pasted as the link of a post, UTF-8
 *
 * Makes an address of it: one `http` or `https` address and nothing else. Who leaves the scheme out gets `https`.
 * Thread-safe.
 *
 * Returns: (transfer full) (nullable): the address, or %NULL when it is none
 */
char *
amb_permalink_read (const char *typed)
{
  g_autofree char *trimmed = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GArray) links = NULL;
  const AmbRange *range;

  g_return_val_if_fail (typed != NULL, NULL);

  trimmed = g_strstrip (g_strdup (typed));
  uri = parse (trimmed);
  if (uri != NULL)
    return amb_links_is_openable (trimmed) ? g_steal_pointer (&trimmed) : NULL;

  links = amb_links_find (trimmed, AMB_LINK_KIND_URL);
  if (links->len != 1)
    return NULL;
  range = &g_array_index (links, AmbLink, 0).range;
  if (range->start != 0 || trimmed[range->end] != '\0')
    return NULL;

  return g_strconcat ("https://", trimmed, NULL);
}

/**
 * amb_permalink_get_time:
 * @url: the permalink of a post
 *
 * Reads when something was posted from the number in its address: on LinkedIn, X, Bluesky and Mastodon that number is
 * a clock. No network. Thread-safe.
 *
 * Returns: milliseconds since 1970, UTC, or %AMB_TIME_UNSET when the address does not tell
 */
gint64
amb_permalink_get_time (const char *url)
{
  g_autoptr (GUri) uri = NULL;
  const Platform *platform;

  g_return_val_if_fail (url != NULL, AMB_TIME_UNSET);

  uri = parse (url);
  platform = uri == NULL ? NULL : find_platform (uri);

  return platform == NULL || platform->get_time == NULL ? AMB_TIME_UNSET : platform->get_time (uri);
}

/**
 * amb_permalink_get_channel:
 * @url: the permalink of a post
 *
 * Tells on which channel a post is. Thread-safe.
 *
 * Returns: (nullable): the id of a channel, or %NULL when the address does not tell
 */
const char *
amb_permalink_get_channel (const char *url)
{
  g_autoptr (GUri) uri = NULL;
  const Platform *platform;

  g_return_val_if_fail (url != NULL, NULL);

  uri = parse (url);
  platform = uri == NULL ? NULL : find_platform (uri);

  return platform == NULL ? NULL : platform->channel;
}
