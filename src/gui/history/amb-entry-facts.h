/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "amb-entry.h"

G_BEGIN_DECLS

#define AMB_TYPE_ENTRY_FACTS (amb_entry_facts_get_type ())
G_DECLARE_FINAL_TYPE (AmbEntryFacts, amb_entry_facts, AMB, ENTRY_FACTS, AdwBin)

G_END_DECLS
