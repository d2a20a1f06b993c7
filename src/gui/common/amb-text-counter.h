/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_TEXT_COUNTER (amb_text_counter_get_type ())
G_DECLARE_FINAL_TYPE (AmbTextCounter, amb_text_counter, AMB, TEXT_COUNTER, AdwBin)

G_END_DECLS
