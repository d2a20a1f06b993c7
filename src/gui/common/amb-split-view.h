/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_SPLIT_VIEW (amb_split_view_get_type ())
G_DECLARE_FINAL_TYPE (AmbSplitView, amb_split_view, AMB, SPLIT_VIEW, AdwBin)

const char *amb_split_view_get_sidebar_title (AmbSplitView *self);
void        amb_split_view_set_sidebar_title (AmbSplitView *self, const char *title);
const char *amb_split_view_get_content_title (AmbSplitView *self);
void        amb_split_view_set_content_title (AmbSplitView *self, const char *title);
const char *amb_split_view_get_content_subtitle (AmbSplitView *self);
void        amb_split_view_set_content_subtitle (AmbSplitView *self, const char *subtitle);
gboolean    amb_split_view_get_show_content  (AmbSplitView *self);
void        amb_split_view_set_show_content  (AmbSplitView *self, gboolean show_content);
int         amb_split_view_get_sidebar_width (AmbSplitView *self);
void        amb_split_view_set_sidebar_width (AmbSplitView *self, int width);
gboolean    amb_split_view_get_folded        (AmbSplitView *self);
gboolean    amb_split_view_enter_content     (AmbSplitView *self);

G_END_DECLS
