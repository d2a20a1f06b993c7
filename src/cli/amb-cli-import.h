/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "amb-cli.h"
#include "amb-import-result.h"

G_BEGIN_DECLS

AmbImportResult *amb_cli_import_file    (AmbCli *cli, GFile *file, const char *kind, gboolean dry_run, GError **error);
JsonObject      *amb_cli_import_to_json (const AmbImportResult *result);
void             amb_cli_import_print   (AmbCli *cli, const AmbImportResult *result);

G_END_DECLS
