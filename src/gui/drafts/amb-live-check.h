/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-checker.h"
#include "amb-draft.h"

G_BEGIN_DECLS

#define AMB_TYPE_LIVE_CHECK (amb_live_check_get_type ())
G_DECLARE_FINAL_TYPE (AmbLiveCheck, amb_live_check, AMB, LIVE_CHECK, GObject)

AmbLiveCheck   *amb_live_check_new        (AmbContext *context, AmbDraft *draft);
void            amb_live_check_request    (AmbLiveCheck *self, const char *channel);
AmbCheckReport *amb_live_check_get_report (AmbLiveCheck *self);
const char     *amb_live_check_get_error  (AmbLiveCheck *self);
gboolean        amb_live_check_is_current (AmbLiveCheck *self);

G_END_DECLS
