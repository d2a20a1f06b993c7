/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-connection.h"
#include "amb-profile.h"

G_BEGIN_DECLS

/**
 * AmbProfileVersion:
 * @id: its id
 * @saved_at: milliseconds since 1970, UTC: when it was last changed
 *
 * A saved version of the profile.
 */
typedef struct
{
  gint64 id;
  gint64 saved_at;
} AmbProfileVersion;

AmbProfile *amb_profile_store_load          (AmbConnection *connection, GError **error);
AmbProfile *amb_profile_store_load_version  (AmbConnection *connection, gint64 version_id, GError **error);
gboolean    amb_profile_store_save          (AmbConnection *connection, AmbProfile *profile, gboolean keep, GError **error);
GArray     *amb_profile_store_list_versions (AmbConnection *connection, GError **error);

G_END_DECLS
