/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One line of a drop-down: an id that is stored, and a label that is shown. Read-only properties "id" (string, NULL for
 * "none of them") and "label" (string). */
#define AMB_TYPE_CHOICE (amb_choice_get_type ())
G_DECLARE_FINAL_TYPE (AmbChoice, amb_choice, AMB, CHOICE, GObject)

AmbChoice  *amb_choice_new        (const char *id, const char *label);

GListStore *amb_choice_list_new   (void);
void        amb_choice_list_add   (GListStore *choices, const char *id, const char *label);
guint       amb_choice_list_find  (GListModel *choices, const char *id);

/* Shows the choices in a row; amb_choice_row_get_id() tells which one is chosen. */
void        amb_choice_row_fill   (AdwComboRow *row, GListStore *choices, const char *id);
const char *amb_choice_row_get_id (AdwComboRow *row);

G_END_DECLS
