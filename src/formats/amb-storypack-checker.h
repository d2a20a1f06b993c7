/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "amb-storypack-problem.h"

G_BEGIN_DECLS

GPtrArray *amb_storypack_check        (GFile *file, GCancellable *cancellable, GError **error);
GPtrArray *amb_storypack_check_stream (GInputStream *stream, const char *name, GCancellable *cancellable, GError **error);

G_END_DECLS
