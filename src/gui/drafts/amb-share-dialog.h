/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-draft-session.h"

G_BEGIN_DECLS

#define AMB_TYPE_SHARE_DIALOG (amb_share_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AmbShareDialog, amb_share_dialog, AMB, SHARE_DIALOG, AdwWindow)

GtkWidget *amb_share_dialog_new (GtkWindow *parent, AmbDraftSession *session);

G_END_DECLS
