/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_CHANNEL_ADDER (amb_channel_adder_get_type ())
G_DECLARE_FINAL_TYPE (AmbChannelAdder, amb_channel_adder, AMB, CHANNEL_ADDER, AdwBin)

G_END_DECLS
