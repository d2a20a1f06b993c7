/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean amb_replacement_run    (const char *path, const char *copy, char **kept, GError **error);
gboolean amb_replacement_finish (const char *path, GError **error);

G_END_DECLS
