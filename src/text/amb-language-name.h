/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *amb_language_name_for_tag (const char *tag, const char *locale);

G_END_DECLS
