/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-connection.h"

G_BEGIN_DECLS

/**
 * AmbFullText:
 * @select: gives the id and the indexed columns of a row, all of them texts
 * @add: puts them into the index, as parameters in the same order
 * @remove: takes them out of it, likewise
 *
 * The statements that keep a full text over the rows of a table.
 */
typedef struct
{
  const char *select;
  const char *add;
  const char *remove;
} AmbFullText;

gboolean amb_full_text_add    (const AmbFullText *self, AmbConnection *connection, gint64 id, GError **error);
gboolean amb_full_text_remove (const AmbFullText *self, AmbConnection *connection, gint64 id, GError **error);

G_END_DECLS
