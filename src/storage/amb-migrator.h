/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AMB_APPLICATION_ID:
 *
 * What SQLite's `application_id` says in every database of this program: "AmbT".
 */
#define AMB_APPLICATION_ID 0x416d6254

int      amb_migrator_get_newest_version (void);
gboolean amb_migrator_run                (sqlite3 *handle, const char *path, int version, GError **error);

G_END_DECLS
