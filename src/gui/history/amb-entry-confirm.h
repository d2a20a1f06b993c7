/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"
#include "amb-entry.h"

G_BEGIN_DECLS

#define AMB_TYPE_ENTRY_CONFIRM (amb_entry_confirm_get_type ())
G_DECLARE_FINAL_TYPE (AmbEntryConfirm, amb_entry_confirm, AMB, ENTRY_CONFIRM, AdwBin)

void       amb_entry_confirm_set_context (AmbEntryConfirm *self, AmbContext *context);

G_END_DECLS
