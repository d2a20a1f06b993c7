/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <unicode/utypes.h>

G_BEGIN_DECLS

/* Whose idea of an address: X also sees one without a protocol, Mastodon allows more in a path. */
typedef enum
{
  AMB_PLATFORM_X,
  AMB_PLATFORM_MASTODON,
} AmbPlatform;

/* Where an address stands, in UTF-16 units. */
typedef struct
{
  int32_t start;
  int32_t end;
} AmbPlatformAddress;

GArray *amb_platform_address_find (AmbPlatform platform, const UChar *text, int32_t length);

G_END_DECLS
