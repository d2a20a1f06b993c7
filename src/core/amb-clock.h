/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define AMB_TYPE_CLOCK (amb_clock_get_type ())
G_DECLARE_FINAL_TYPE (AmbClock, amb_clock, AMB, CLOCK, GObject)

AmbClock *amb_clock_new       (void);
AmbClock *amb_clock_new_fixed (gint64 now);
gint64    amb_clock_now       (AmbClock *self);
gint64    amb_clock_make_id   (AmbClock *self, gint64 newest);
void      amb_clock_advance   (AmbClock *self, gint64 milliseconds);

G_END_DECLS
