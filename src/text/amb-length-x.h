/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 amb_length_x_count (const char *text, gsize length);

G_END_DECLS
