/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-page.h"

#include <glib/gi18n-lib.h>

#include "amb-json-object.h"

/**
 * amb_cli_page_check:
 * @self: a part of a list
 * @error: %G_OPTION_ERROR
 *
 * Makes sure that there can be such a part.
 *
 * Returns: %TRUE when there can
 */
gboolean
amb_cli_page_check (const AmbCliPage  *self,
                    GError           **error)
{
  if (self->limit >= 0 && self->offset >= 0)
    return TRUE;

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--limit and --offset can’t be less than 0."));

  return FALSE;
}

/**
 * amb_cli_page_cut:
 * @self: a part of a list
 * @total: how many records the list has
 * @first: (out): the first of the part
 * @end: (out): the one after the last
 *
 * Finds the part in the list.
 */
void
amb_cli_page_cut (const AmbCliPage *self,
                  guint             total,
                  guint            *first,
                  guint            *end)
{
  *first = MIN (self->offset, total);
  *end = *first + MIN (self->limit, total - *first);
}

/**
 * amb_cli_page_to_json:
 * @total: how many records the list has
 * @key: what they are
 * @records: (transfer full): those of the part
 *
 * Makes the JSON of a list.
 *
 * Returns: (transfer full): `{"total","key":[…]}`
 */
JsonNode *
amb_cli_page_to_json (gint64      total,
                      const char *key,
                      JsonArray  *records)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "total", total);
  json_object_set_array_member (object, key, records);

  return amb_json_object_to_node (object);
}
