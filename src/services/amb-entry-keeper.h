/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"
#include "amb-unsaved.h"

G_BEGIN_DECLS

#define AMB_TYPE_ENTRY_KEEPER (amb_entry_keeper_get_type ())
G_DECLARE_FINAL_TYPE (AmbEntryKeeper, amb_entry_keeper, AMB, ENTRY_KEEPER, GObject)

AmbEntryKeeper *amb_entry_keeper_new    (AmbContext *context, const AmbRecoveryKind *kind, AmbEntry *entry);
void            amb_entry_keeper_finish (AmbEntryKeeper *self);

G_END_DECLS
