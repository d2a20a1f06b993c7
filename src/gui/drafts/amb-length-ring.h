/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "amb-length.h"

G_BEGIN_DECLS

#define AMB_TYPE_LENGTH_RING (amb_length_ring_get_type ())
G_DECLARE_FINAL_TYPE (AmbLengthRing, amb_length_ring, AMB, LENGTH_RING, GtkWidget)

GtkWidget *amb_length_ring_new        (void);
void       amb_length_ring_set_length (AmbLengthRing *self, const char *channel_name, const AmbLength *length);

G_END_DECLS
