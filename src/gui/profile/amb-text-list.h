/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_TEXT_LIST (amb_text_list_get_type ())
G_DECLARE_FINAL_TYPE (AmbTextList, amb_text_list, AMB, TEXT_LIST, AdwBin)

GtkWidget  *amb_text_list_new       (const char *title, const char *hint);
char      **amb_text_list_get_texts (AmbTextList *self);
void        amb_text_list_set_texts (AmbTextList *self, const char * const *texts);
void        amb_text_list_flush     (AmbTextList *self);

G_END_DECLS
