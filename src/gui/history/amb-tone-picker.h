/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_TONE_PICKER (amb_tone_picker_get_type ())
G_DECLARE_FINAL_TYPE (AmbTonePicker, amb_tone_picker, AMB, TONE_PICKER, AdwBin)

GtkWidget *amb_tone_picker_new      (void);
int        amb_tone_picker_get_tone (AmbTonePicker *self);
void       amb_tone_picker_set_tone (AmbTonePicker *self, int tone);

G_END_DECLS
