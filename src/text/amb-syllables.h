/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint amb_syllables_count (const char *word, gsize length, const char *language);

G_END_DECLS
