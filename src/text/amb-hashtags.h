/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "amb-range.h"

G_BEGIN_DECLS

guint   amb_hashtags_count       (const char *text);
GArray *amb_hashtags_find_run_on (const char *text);

G_END_DECLS
