/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "amb-context.h"

G_BEGIN_DECLS

void amb_confirmation_offer_undo (GtkWidget *widget, AmbContext *context, gint64 entry_id);

G_END_DECLS
