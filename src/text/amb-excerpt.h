/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "amb-range.h"

G_BEGIN_DECLS

char *amb_excerpt_cut (const char *text, AmbRange around, guint max_chars);

G_END_DECLS
