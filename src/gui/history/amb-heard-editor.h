/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-heard.h"

G_BEGIN_DECLS

#define AMB_TYPE_HEARD_EDITOR (amb_heard_editor_get_type ())
G_DECLARE_FINAL_TYPE (AmbHeardEditor, amb_heard_editor, AMB, HEARD_EDITOR, AdwExpanderRow)

GtkWidget *amb_heard_editor_new       (AmbHeard *heard, GListModel *groups, GListModel *values);
AmbHeard  *amb_heard_editor_get_heard (AmbHeardEditor *self);

G_END_DECLS
