/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

int         amb_cli_error_get_status (const GError *error);
const char *amb_cli_error_get_code   (const GError *error);
char       *amb_cli_error_get_line   (const GError *error);
JsonObject *amb_cli_error_to_json    (const GError *error);

G_END_DECLS
