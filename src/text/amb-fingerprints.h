/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GArray *amb_fingerprints_list        (const GArray *words);
void    amb_fingerprints_sort_unique (GArray *fingerprints);

G_END_DECLS
