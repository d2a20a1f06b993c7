/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A stream of a head, then the same piece again and again up to a length, then a tail; so that a test needs no file of a
 * gigabyte. */
#define ENDLESS_TYPE_STREAM (endless_stream_get_type ())
G_DECLARE_FINAL_TYPE (EndlessStream, endless_stream, ENDLESS, STREAM, GInputStream)

GInputStream *endless_stream_new          (const char *head, const char *piece, gint64 length, const char *tail);
gint64        endless_stream_get_consumed (EndlessStream *self);

G_END_DECLS
