/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmbStatement:
 *
 * A prepared statement, borrowed from its connection until it goes out of scope. Parameters are bound in their order
 * by the add functions; columns are read by number after a step that gave a row.
 */
typedef struct _AmbStatement AmbStatement;

void        amb_statement_release      (AmbStatement *self);
void        amb_statement_add_integer  (AmbStatement *self, gint64 value);
void        amb_statement_add_time     (AmbStatement *self, gint64 time);
void        amb_statement_add_id       (AmbStatement *self, gint64 id);
void        amb_statement_add_real     (AmbStatement *self, double value);
void        amb_statement_add_null     (AmbStatement *self);
void        amb_statement_add_text     (AmbStatement *self, const char *text);
void        amb_statement_add_bytes    (AmbStatement *self, GBytes *bytes);
gboolean    amb_statement_step         (AmbStatement *self, gboolean *row, GError **error);
gboolean    amb_statement_run          (AmbStatement *self, GError **error);
GArray     *amb_statement_collect_ids  (AmbStatement *self, GError **error);
void        amb_statement_rewind       (AmbStatement *self);
int         amb_statement_get_n_columns (AmbStatement *self);
gboolean    amb_statement_is_null      (AmbStatement *self, int column);
gint64      amb_statement_get_integer  (AmbStatement *self, int column);
gint64      amb_statement_get_time     (AmbStatement *self, int column);
double      amb_statement_get_real     (AmbStatement *self, int column);
double      amb_statement_get_score    (AmbStatement *self, int column);
const char *amb_statement_get_text     (AmbStatement *self, int column);
GBytes     *amb_statement_get_bytes    (AmbStatement *self, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbStatement, amb_statement_release)

G_END_DECLS
