/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean amb_language_is (const char *language, const char *code);

G_END_DECLS
