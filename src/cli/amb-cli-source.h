/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean amb_cli_source_find (const char *source, GPtrArray *files, GCancellable *cancellable, GError **error);

G_END_DECLS
