/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"

G_BEGIN_DECLS

#define AMB_TYPE_IMPORT_BAR (amb_import_bar_get_type ())
G_DECLARE_FINAL_TYPE (AmbImportBar, amb_import_bar, AMB, IMPORT_BAR, AdwBin)

void       amb_import_bar_add         (AmbImportBar *self, AmbContext *context, GFile *file);
void       amb_import_bar_cancel      (AmbImportBar *self);
gboolean   amb_import_bar_get_running (AmbImportBar *self);

G_END_DECLS
