/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-links.h"

#include <string.h>

#include "amb-link-scanner.h"

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
 * Tells whether an address may be handed to the desktop: a well-formed `http` or `https` address with a host, or a
 * `mailto` one. Anything else (`file`, `javascript`, a program's own scheme) is shown as text only, because what it
 * does is decided by who wrote it. May be called from any thread.
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
