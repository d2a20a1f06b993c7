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
