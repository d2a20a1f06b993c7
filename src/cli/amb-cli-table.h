/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-cli.h"

G_BEGIN_DECLS

/* Columns of text for people, as wide as what is in them. */
typedef struct _AmbCliTable AmbCliTable;

AmbCliTable *amb_cli_table_new       (guint n_columns);
void         amb_cli_table_free      (AmbCliTable *self);
void         amb_cli_table_add       (AmbCliTable *self, const char *first, ...);
void         amb_cli_table_add_field (AmbCliTable *self, const char *label, const char *text);
void         amb_cli_table_add_list  (AmbCliTable *self, const char *label, const char * const *texts);
void         amb_cli_table_add_time  (AmbCliTable *self, const char *label, gint64 time);
void         amb_cli_table_add_id    (AmbCliTable *self, const char *label, gint64 id);
void         amb_cli_table_print     (AmbCliTable *self, AmbCli *cli, gboolean heading);

char        *amb_cli_table_format_time (gint64 time, GTimeZone *zone);
char        *amb_cli_table_shorten     (const char *text, guint most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbCliTable, amb_cli_table_free)

G_END_DECLS
