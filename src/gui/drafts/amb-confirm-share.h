/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"

G_BEGIN_DECLS

#define AMB_TYPE_CONFIRM_SHARE (amb_confirm_share_get_type ())
G_DECLARE_FINAL_TYPE (AmbConfirmShare, amb_confirm_share, AMB, CONFIRM_SHARE, AdwBin)

void     amb_confirm_share_set_entry  (AmbConfirmShare *self, AmbContext *context, gint64 entry_id,
                                       gboolean copied);
gboolean amb_confirm_share_get_saving (AmbConfirmShare *self);

G_END_DECLS
