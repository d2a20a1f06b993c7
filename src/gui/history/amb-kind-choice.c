/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-kind-choice.h"

#include "amb-record-enum-types.h"

/**
 * amb_kind_choice_fill:
 * @row: a row
 * @none: (nullable): the words for any kind, to stand before the kinds
 * @face_to_face: whether to leave out what happens online
 * @kind: the kind that is chosen, or 0
 *
 * Offers the kinds of entries in a row.
 */
void
amb_kind_choice_fill (AdwComboRow  *row,
                      const char   *none,
                      gboolean      face_to_face,
                      AmbEntryKind  kind)
{
  g_autoptr (GListStore) choices = amb_choice_list_new ();

  if (none != NULL)
    amb_choice_list_add (choices, NULL, none);
  for (int i = AMB_ENTRY_KIND_POST; i <= AMB_ENTRY_KIND_OTHER; i++)
    {
      if (!face_to_face || !amb_entry_kind_is_online (i))
        amb_choice_list_add (choices, amb_enum_get_nick (AMB_TYPE_ENTRY_KIND, i), amb_entry_kind_get_label (i));
    }

  amb_choice_row_fill (row, choices, kind == 0 ? NULL : amb_enum_get_nick (AMB_TYPE_ENTRY_KIND, kind));
}

/**
 * amb_kind_choice_get_kind:
 * @row: a row that [func@kind_choice_fill] filled
 *
 * Tells which kind is chosen.
 *
 * Returns: a kind, or 0 for any
 */
AmbEntryKind
amb_kind_choice_get_kind (AdwComboRow *row)
{
  const char *id = amb_choice_row_get_id (row);
  int kind = 0;

  return id != NULL && amb_enum_from_nick (AMB_TYPE_ENTRY_KIND, id, &kind) ? kind : 0;
}
