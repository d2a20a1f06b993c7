/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-context.h"

G_BEGIN_DECLS

#define AMB_TYPE_PHOTO_PICKER (amb_photo_picker_get_type ())
G_DECLARE_FINAL_TYPE (AmbPhotoPicker, amb_photo_picker, AMB, PHOTO_PICKER, AdwBin)

void        amb_photo_picker_set_context (AmbPhotoPicker *self, AmbContext *context);
void        amb_photo_picker_set_photo   (AmbPhotoPicker *self, const char *photo);
void        amb_photo_picker_take_file   (AmbPhotoPicker *self, GFile *file);

G_END_DECLS
