/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <unicode/utypes.h>

G_BEGIN_DECLS

guint amb_punycode_measure (const UChar *label, int32_t length);

G_END_DECLS
