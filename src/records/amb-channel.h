/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-record.h"
#include "amb-record-enum-types.h"
#include "amb-record-enums.h"

G_BEGIN_DECLS

#define AMB_TYPE_CHANNEL (amb_channel_get_type ())
G_DECLARE_FINAL_TYPE (AmbChannel, amb_channel, AMB, CHANNEL, AmbRecord)

/**
 * AmbChannelText:
 * @AMB_CHANNEL_CHANNEL: the id: one of those the program knows, or the person's own
 * @AMB_CHANNEL_NAME: the name of a channel of the person's own
 * @AMB_CHANNEL_HANDLE: who the person is there
 * @AMB_CHANNEL_ADDRESS: the address of their page, or the instance
 * @AMB_CHANNEL_LANGUAGE: BCP 47: the language they write in there
 *
 * The texts of the record.
 */
typedef enum
{
  AMB_CHANNEL_CHANNEL,
  AMB_CHANNEL_NAME,
  AMB_CHANNEL_HANDLE,
  AMB_CHANNEL_ADDRESS,
  AMB_CHANNEL_LANGUAGE,
  AMB_CHANNEL_N_TEXTS
} AmbChannelText;

AmbChannel *amb_channel_new          (void);
const char *amb_channel_get_text     (AmbChannel *self, AmbChannelText field);
void        amb_channel_set_text     (AmbChannel *self, AmbChannelText field, const char *text);
int         amb_channel_get_limit    (AmbChannel *self);
void        amb_channel_set_limit    (AmbChannel *self, int limit);
int         amb_channel_get_position (AmbChannel *self);
void        amb_channel_set_position (AmbChannel *self, int position);

G_END_DECLS
