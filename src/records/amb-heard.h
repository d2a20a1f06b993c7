/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-record.h"
#include "amb-record-enum-types.h"
#include "amb-record-enums.h"

G_BEGIN_DECLS

#define AMB_TYPE_HEARD (amb_heard_get_type ())
G_DECLARE_FINAL_TYPE (AmbHeard, amb_heard, AMB, HEARD, AmbRecord)

/**
 * AmbHeardText:
 * @AMB_HEARD_QUOTE: what was said
 * @AMB_HEARD_GROUP: who said it: a group, such as patients
 * @AMB_HEARD_NAME: who said it by name, only when the person wants that
 * @AMB_HEARD_VALUE: the image value it is about
 * @AMB_HEARD_CAUSE: what caused it
 * @AMB_HEARD_ACTION: what to do about it
 *
 * The texts of the record.
 */
typedef enum
{
  AMB_HEARD_QUOTE,
  AMB_HEARD_GROUP,
  AMB_HEARD_NAME,
  AMB_HEARD_VALUE,
  AMB_HEARD_CAUSE,
  AMB_HEARD_ACTION,
  AMB_HEARD_N_TEXTS
} AmbHeardText;

AmbHeard   *amb_heard_new          (void);
const char *amb_heard_get_text     (AmbHeard *self, AmbHeardText field);
void        amb_heard_set_text     (AmbHeard *self, AmbHeardText field, const char *text);
gint64      amb_heard_get_entry_id (AmbHeard *self);
void        amb_heard_set_entry_id (AmbHeard *self, gint64 entry_id);
int         amb_heard_get_tone     (AmbHeard *self);
void        amb_heard_set_tone     (AmbHeard *self, int tone);
gint64      amb_heard_get_at       (AmbHeard *self);
void        amb_heard_set_at       (AmbHeard *self, gint64 at);

G_END_DECLS
