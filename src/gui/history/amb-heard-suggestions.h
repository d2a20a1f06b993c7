/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "amb-context.h"

G_BEGIN_DECLS

GListModel *amb_heard_suggestions_list_groups (void);
GListModel *amb_heard_suggestions_list_values (AmbContext *context);

G_END_DECLS
