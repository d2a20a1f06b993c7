/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*AmbIdDiffFunc) (guint position, guint removed, guint added, gpointer data);

void amb_id_diff (GArray *before, GArray *after, AmbIdDiffFunc func, gpointer data);

G_END_DECLS
