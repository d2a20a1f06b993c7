/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint amb_speaking_time (const char *text, const char *language);

G_END_DECLS
