/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-story-section.h"

G_BEGIN_DECLS

#define AMB_TYPE_TALK_CARD (amb_talk_card_get_type ())
G_DECLARE_FINAL_TYPE (AmbTalkCard, amb_talk_card, AMB, TALK_CARD, AmbStorySection)

G_END_DECLS
