/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *amb_permalink_read        (const char *typed);
gint64      amb_permalink_get_time    (const char *url);
const char *amb_permalink_get_channel (const char *url);

G_END_DECLS
