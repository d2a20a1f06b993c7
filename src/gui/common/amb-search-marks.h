/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "amb-search-query.h"

G_BEGIN_DECLS

PangoAttrList *amb_search_marks_new (AmbSearchQuery *query, const char *text);

G_END_DECLS
