/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * AmbCliPage:
 * @limit: how many records to print at most
 * @offset: how many to leave out first
 *
 * A part of a list.
 */
typedef struct
{
  gint64 limit;
  gint64 offset;
} AmbCliPage;

#define AMB_CLI_PAGE_INIT { 50, 0 }

/* The options of a list, for the entries of a command; a user of it includes gi18n. */
#define AMB_CLI_PAGE_ENTRIES(page) \
  { "limit", 0, 0, G_OPTION_ARG_INT64, &(page).limit, N_("Print at most N"), N_("N") }, \
  { "offset", 0, 0, G_OPTION_ARG_INT64, &(page).offset, N_("Leave out the first N"), N_("N") }

gboolean  amb_cli_page_check   (const AmbCliPage *self, GError **error);
void      amb_cli_page_cut     (const AmbCliPage *self, guint total, guint *first, guint *end);
JsonNode *amb_cli_page_to_json (gint64 total, const char *key, JsonArray *records);

G_END_DECLS
