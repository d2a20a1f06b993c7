/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "amb-links.h"

G_BEGIN_DECLS

gboolean amb_link_scanner_next (const char *text, gsize length, gsize *position, AmbLink *link);

G_END_DECLS
