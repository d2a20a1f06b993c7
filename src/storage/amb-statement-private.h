/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "amb-statement.h"

G_BEGIN_DECLS

AmbStatement *amb_statement_new    (sqlite3 *handle, const char *path, const char *sql, gboolean kept, GError **error);
void          amb_statement_free   (AmbStatement *self);
gboolean      amb_statement_borrow (AmbStatement *self);

G_END_DECLS
