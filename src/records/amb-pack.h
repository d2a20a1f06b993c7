/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-record.h"
#include "amb-record-enum-types.h"
#include "amb-record-enums.h"

G_BEGIN_DECLS

#define AMB_TYPE_PACK (amb_pack_get_type ())
G_DECLARE_FINAL_TYPE (AmbPack, amb_pack, AMB, PACK, AmbRecord)

/**
 * AmbDesiredValue:
 * @name: one or a few words
 * @meaning: (nullable): what the organisation means by it
 * @behaviour: (nullable): how it shows in what people do
 *
 * What an organisation wants to be known for.
 */
typedef struct
{
  char *name;
  char *meaning;
  char *behaviour;
} AmbDesiredValue;

/**
 * AmbPackText:
 * @AMB_PACK_UID: the id that the pack gives itself
 * @AMB_PACK_LANGUAGE: BCP 47: the language of its stories unless they say otherwise
 * @AMB_PACK_TITLE: its title
 * @AMB_PACK_ORGANISATION: who gives it out
 * @AMB_PACK_DESCRIPTION: what is in it
 * @AMB_PACK_CONTACT: whom to ask
 * @AMB_PACK_CONTACT_ADDRESS: where to ask them
 * @AMB_PACK_ORIGIN: the file or address it was read from
 *
 * The texts of the record.
 */
typedef enum
{
  AMB_PACK_UID,
  AMB_PACK_LANGUAGE,
  AMB_PACK_TITLE,
  AMB_PACK_ORGANISATION,
  AMB_PACK_DESCRIPTION,
  AMB_PACK_CONTACT,
  AMB_PACK_CONTACT_ADDRESS,
  AMB_PACK_ORIGIN,
  AMB_PACK_N_TEXTS
} AmbPackText;

AmbPack               *amb_pack_new                  (void);
const char            *amb_pack_get_text             (AmbPack *self, AmbPackText field);
void                   amb_pack_set_text             (AmbPack *self, AmbPackText field, const char *text);
gint64                 amb_pack_get_updated_at       (AmbPack *self);
void                   amb_pack_set_updated_at       (AmbPack *self, gint64 updated_at);
void                   amb_pack_add_desired_value    (AmbPack *self, const char *name, const char *meaning, const char *behaviour);
guint                  amb_pack_get_n_desired_values (AmbPack *self);
const AmbDesiredValue *amb_pack_get_desired_value    (AmbPack *self, guint position);

G_END_DECLS
