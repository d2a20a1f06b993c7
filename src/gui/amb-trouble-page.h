/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_TROUBLE_PAGE (amb_trouble_page_get_type ())
G_DECLARE_FINAL_TYPE (AmbTroublePage, amb_trouble_page, AMB, TROUBLE_PAGE, AdwBin)

GtkWidget *amb_trouble_page_new       (void);
void       amb_trouble_page_set_error (AmbTroublePage *self, const GError *error, const char *path,
                                       gboolean has_copy);

G_END_DECLS
