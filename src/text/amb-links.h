/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "amb-range.h"

G_BEGIN_DECLS

/**
 * AmbLinkKind:
 * @AMB_LINK_KIND_URL: an address: `https://example.com/a`, `www.example.com`, `example.com`
 * @AMB_LINK_KIND_MENTION: somebody: `@name`, `@name@example.social`
 * @AMB_LINK_KIND_HASHTAG: a subject: `#OpenDay`
 * @AMB_LINK_KIND_ALL: all of these
 *
 * What in a text leads elsewhere.
 */
typedef enum
{
  AMB_LINK_KIND_URL = 1 << 0,
  AMB_LINK_KIND_MENTION = 1 << 1,
  AMB_LINK_KIND_HASHTAG = 1 << 2,
  AMB_LINK_KIND_ALL = AMB_LINK_KIND_URL | AMB_LINK_KIND_MENTION | AMB_LINK_KIND_HASHTAG,
} AmbLinkKind;

/**
 * AmbLink:
 * @range: where it stands, with its sign
 * @kind: what it is
 *
 * A link in a text.
 */
typedef struct
{
  AmbRange range;
  AmbLinkKind kind;
} AmbLink;

GArray  *amb_links_find           (const char *text, AmbLinkKind kinds);
char    *amb_links_strip_tracking (const char *url);
gboolean amb_links_is_openable    (const char *address);

G_END_DECLS
