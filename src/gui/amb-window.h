/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"

G_BEGIN_DECLS

#define AMB_TYPE_WINDOW (amb_window_get_type ())
G_DECLARE_FINAL_TYPE (AmbWindow, amb_window, AMB, WINDOW, AdwApplicationWindow)

AmbWindow  *amb_window_new                 (GtkApplication *application, AmbContext *context, GSettings *settings);
AmbContext *amb_window_get_context         (AmbWindow *self);
void        amb_window_import              (AmbWindow *self, GFile *file);
void        amb_window_flush               (AmbWindow *self);
void        amb_window_end                 (AmbWindow *self);
void        amb_window_activate_when_ready (AmbWindow *self, const char *action, GVariant *parameter);

G_END_DECLS
