/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-connection.h"

G_BEGIN_DECLS

gboolean amb_setting_store_get (AmbConnection *connection, const char *name, char **value, GError **error);
gboolean amb_setting_store_set (AmbConnection *connection, const char *name, const char *value, GError **error);

G_END_DECLS
