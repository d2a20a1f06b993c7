/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-clock.h"
#include "amb-database.h"

G_BEGIN_DECLS

#define AMB_TYPE_CONTEXT (amb_context_get_type ())
G_DECLARE_FINAL_TYPE (AmbContext, amb_context, AMB, CONTEXT, GObject)

AmbContext  *amb_context_new          (AmbDatabase *database, AmbClock *clock);
AmbDatabase *amb_context_get_database (AmbContext *self);
AmbClock    *amb_context_get_clock    (AmbContext *self);
gint64       amb_context_get_now      (AmbContext *self);
gint64       amb_context_make_id      (AmbContext *self);

char        *amb_context_get_default_path (const char *folder);

G_END_DECLS
