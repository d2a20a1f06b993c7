/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define AMB_TONE_LOWEST (-2)
#define AMB_TONE_HIGHEST 2

const char *amb_tone_get_label  (int tone);
const char *amb_tone_get_symbol (int tone);

G_END_DECLS
