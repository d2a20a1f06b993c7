/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "amb-channel.h"
#include "amb-profile.h"

G_BEGIN_DECLS

JsonNode *amb_profile_to_json (AmbProfile *profile, GListModel *channels);

G_END_DECLS
