/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-record.h"
#include "amb-record-enum-types.h"
#include "amb-record-enums.h"

G_BEGIN_DECLS

#define AMB_TYPE_VARIANT (amb_variant_get_type ())
G_DECLARE_FINAL_TYPE (AmbVariant, amb_variant, AMB, VARIANT, AmbRecord)

/**
 * AmbVariantText:
 * @AMB_VARIANT_CHANNEL: the id of a channel
 * @AMB_VARIANT_TEXT: the text, or %NULL while it follows the master text
 *
 * The texts of the record.
 */
typedef enum
{
  AMB_VARIANT_CHANNEL,
  AMB_VARIANT_TEXT,
  AMB_VARIANT_N_TEXTS
} AmbVariantText;

AmbVariant *amb_variant_new         (void);
const char *amb_variant_get_text    (AmbVariant *self, AmbVariantText field);
void        amb_variant_set_text    (AmbVariant *self, AmbVariantText field, const char *text);
gboolean    amb_variant_get_follows (AmbVariant *self);
void        amb_variant_set_follows (AmbVariant *self, gboolean follows);

G_END_DECLS
