/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean amb_tracking_has_parameter (const char *host, const char *name);

G_END_DECLS
