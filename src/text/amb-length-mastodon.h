/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *amb_length_mastodon_shorten (const char *text, gsize length);

G_END_DECLS
