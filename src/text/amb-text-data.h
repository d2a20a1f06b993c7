/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes     *amb_text_data_load       (const char *name);
GHashTable *amb_text_data_load_words (const char *name);

G_END_DECLS
