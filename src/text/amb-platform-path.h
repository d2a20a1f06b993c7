/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <unicode/utypes.h>

#include "amb-platform-address.h"

G_BEGIN_DECLS

int32_t amb_platform_path_read       (AmbPlatform platform, const UChar *text, int32_t length,
                                      int32_t start);
int32_t amb_platform_path_read_query (AmbPlatform platform, const UChar *text, int32_t length,
                                      int32_t start);

G_END_DECLS
