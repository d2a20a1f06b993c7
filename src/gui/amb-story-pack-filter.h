/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Offers story packs in a file dialog. */
GtkFileFilter *amb_story_pack_filter_new (void);

G_END_DECLS
