/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "amb-connection.h"

G_BEGIN_DECLS

void     amb_connection_harden     (sqlite3 *handle);
sqlite3 *amb_connection_get_handle (AmbConnection *self);

G_END_DECLS
