/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-profile.h"

G_BEGIN_DECLS

/**
 * AmbProfileDifference:
 * @field: a field
 * @language: BCP 47, empty when the field is not written in each language anew
 * @before: what the first profile says: lists have a line each; empty when there is nothing
 * @after: what the second one says
 *
 * Where two profiles differ.
 */
typedef struct
{
  const AmbProfileField *field;
  char                  *language;
  char                  *before;
  char                  *after;
} AmbProfileDifference;

GPtrArray *amb_profile_difference_list (AmbProfile *before, AmbProfile *after);

G_END_DECLS
