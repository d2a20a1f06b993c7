/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "amb-context.h"

G_BEGIN_DECLS

/**
 * AmbCliStyle:
 * @AMB_CLI_PLAIN: as it is
 * @AMB_CLI_HEADING: what one looks for first
 * @AMB_CLI_DIM: what one may skip
 * @AMB_CLI_BAD: what is wrong
 *
 * How a text looks on a terminal; elsewhere all look the same.
 */
typedef enum
{
  AMB_CLI_PLAIN,
  AMB_CLI_HEADING,
  AMB_CLI_DIM,
  AMB_CLI_BAD,
} AmbCliStyle;

/* Exit statuses. */
enum
{
  AMB_CLI_DONE = 0,
  AMB_CLI_FAILED = 1,
  AMB_CLI_WRONG_USAGE = 2,
  AMB_CLI_BAD_INPUT = 3,
  AMB_CLI_BAD_DATABASE = 4,
  AMB_CLI_INTERRUPTED = 130,
};

/* One call of the program: what was asked, the database it works on, and what it prints. */
typedef struct _AmbCli AmbCli;

AmbCli       *amb_cli_new              (GCancellable *cancellable);
void          amb_cli_free             (AmbCli *self);
int           amb_cli_call             (AmbCli *self, char **arguments);

gboolean      amb_cli_parse            (AmbCli *self, const GOptionEntry *entries, guint least, guint most, GError **error);
gboolean      amb_cli_parse_with       (AmbCli *self, const GOptionEntry *entries, gpointer data, guint least, guint most,
                                        GError **error);
guint         amb_cli_get_n_arguments  (AmbCli *self);
const char   *amb_cli_get_argument     (AmbCli *self, guint position);
void          amb_cli_protect_argument (AmbCli *self);

const char   *amb_cli_get_path         (AmbCli *self);
GCancellable *amb_cli_get_cancellable  (AmbCli *self);
AmbContext   *amb_cli_open             (AmbCli *self, GError **error);
gboolean      amb_cli_run              (AmbCli *self, AmbAccess access, AmbDatabaseFunc func, gpointer data, GError **error);

gboolean      amb_cli_wants_json       (AmbCli *self);
void          amb_cli_print_json       (AmbCli *self, JsonNode *node);
void          amb_cli_print            (AmbCli *self, AmbCliStyle style, const char *format, ...) G_GNUC_PRINTF (3, 4);
gboolean      amb_cli_flush            (AmbCli *self, GError **error);
void          amb_cli_report           (AmbCli *self, const GError *error);
void          amb_cli_set_status       (AmbCli *self, int status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbCli, amb_cli_free)

G_END_DECLS
