/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-links.h"

#include <string.h>

#include "amb-link-scanner.h"
#include "amb-tracking.h"

/**
 * amb_links_find:
 * @text: UTF-8
 * @kinds: what to look for
 *
 * Finds addresses, mentions and hashtags, in the order of the text and without overlap. An address
 * without a protocol is found when it ends in a top-level domain. Thread-safe.
 *
 * Returns: (transfer full) (element-type AmbLink): the links
 */
GArray *
amb_links_find (const char  *text,
                AmbLinkKind  kinds)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (AmbLink));
  AmbLink link = { { 0, 0 }, AMB_LINK_KIND_URL };
  gsize position = 0;
  gsize length;

  g_return_val_if_fail (text != NULL, links);

  length = strlen (text);
  while (amb_link_scanner_next (text, length, &position, &link))
    if (link.kind & kinds)
      g_array_append_val (links, link);

  return links;
}

/* The host between the slashes, without a name before it and a port behind it. An address in the query has a host too. */
static char *
copy_host (const char *url)
{
  const char *host = url + strcspn (url, ":/?#");
  const char *end, *at;

  host = g_str_has_prefix (host, "://") ? host + strlen ("://") : url;
  end = host + strcspn (host, "/?#");
  at = g_strrstr_len (host, end - host, "@");
  host = at == NULL ? host : at + 1;

  return g_strndup (host, MIN (strcspn (host, ":/?#"), (gsize) (end - host)));
}

static gboolean
is_tracking (const char *host,
             const char *parameter)
{
  g_autofree char *encoded = g_strndup (parameter, strcspn (parameter, "="));
  g_autofree char *name = g_uri_unescape_string (encoded, NULL);

  return amb_tracking_has_parameter (host, name == NULL ? encoded : name);
}

/**
 * amb_links_strip_tracking:
 * @url: an address
 *
 * Leaves out the parameters by which a reader is followed (`utm_…`, `fbclid`, `gclid`, `trk` …: see
 * data/text/tracking.ini).
 * All else stays as it was written. Thread-safe.
 *
 * Returns: (transfer full): the address
 */
char *
amb_links_strip_tracking (const char *url)
{
  g_autofree char *host = NULL;
  g_autofree char *all = NULL;
  g_auto (GStrv) parameters = NULL;
  g_autoptr (GString) stripped = NULL;
  const char *query, *fragment;
  guint n_kept = 0;

  g_return_val_if_fail (url != NULL, NULL);

  query = strchr (url, '?');
  fragment = strchr (url, '#');
  if (query == NULL || (fragment != NULL && fragment < query))
    return g_strdup (url);

  fragment = fragment == NULL ? url + strlen (url) : fragment;
  host = copy_host (url);
  stripped = g_string_new_len (url, query - url);

  all = g_strndup (query + 1, fragment - query - 1);
  parameters = g_strsplit (all, "&", -1);

  for (gsize i = 0; parameters[i] != NULL; i++)
    {
      if (is_tracking (host, parameters[i]))
        continue;

      g_string_append_c (stripped, n_kept == 0 ? '?' : '&');
      g_string_append (stripped, parameters[i]);
      n_kept++;
    }

  if (n_kept == g_strv_length (parameters))
    return g_strdup (url);

  g_string_append (stripped, fragment);

  return g_string_free (g_steal_pointer (&stripped), FALSE);
}

/* GUri lets white space and control characters pass. */
static gboolean
is_plain (const char *address)
{
  for (const char *p = address; *p != '\0'; p++)
    {
      if (g_ascii_isspace (*p) || g_ascii_iscntrl (*p))
        return FALSE;
    }

  return TRUE;
}

/**
 * amb_links_is_openable:
 * @address: UTF-8, from anywhere
 *
 * Tells whether an address may be handed to the desktop: a well-formed `http` or `https` address with
 * a host, or a `mailto` one. Anything else (`file`, `javascript`, a program's own scheme) is shown as
 * text only, because what it does is decided by who wrote it. Thread-safe.
 *
 * Returns: %TRUE when it may be opened
 */
gboolean
amb_links_is_openable (const char *address)
{
  g_autoptr (GUri) uri = NULL;
  const char *host;

  g_return_val_if_fail (address != NULL, FALSE);

  uri = is_plain (address) ? g_uri_parse (address, G_URI_FLAGS_NONE, NULL) : NULL;
  if (uri == NULL)
    return FALSE;
  if (g_str_equal (g_uri_get_scheme (uri), "mailto"))
    return strchr (g_uri_get_path (uri), '@') != NULL;

  host = g_uri_get_host (uri);

  return (g_str_equal (g_uri_get_scheme (uri), "http") || g_str_equal (g_uri_get_scheme (uri), "https")) &&
         host != NULL && *host != '\0';
}
