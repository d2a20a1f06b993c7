/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-search-marks.h"

#include "amb-range.h"

/* A marker pen that leaves the text legible on a light and on a dark page. */
#define MARKER_RED (0xf5 * 257)
#define MARKER_GREEN (0xc2 * 257)
#define MARKER_BLUE (0x11 * 257)
#define MARKER_ALPHA (G_MAXUINT16 * 2 / 5)

static void
insert (PangoAttrList  *marks,
        PangoAttribute *attribute,
        const AmbRange *range)
{
  attribute->start_index = range->start;
  attribute->end_index = range->end;
  pango_attr_list_insert (marks, attribute);
}

/**
 * amb_search_marks_new:
 * @query: (nullable): what the person looks for
 * @text: (nullable): UTF-8, as it is shown
 *
 * Marks the words that were found, by tone and by weight.
 *
 * Returns: (transfer full): attributes for a label that shows @text
 */
PangoAttrList *
amb_search_marks_new (AmbSearchQuery *query,
                      const char     *text)
{
  PangoAttrList *marks = pango_attr_list_new ();
  g_autoptr (GArray) found = NULL;

  if (query == NULL || text == NULL || amb_search_query_is_empty (query))
    return marks;

  found = amb_search_query_find (query, text);
  for (guint i = 0; i < found->len; i++)
    {
      const AmbRange *range = &g_array_index (found, AmbRange, i);

      insert (marks, pango_attr_background_new (MARKER_RED, MARKER_GREEN, MARKER_BLUE), range);
      insert (marks, pango_attr_background_alpha_new (MARKER_ALPHA), range);
      insert (marks, pango_attr_weight_new (PANGO_WEIGHT_BOLD), range);
    }

  return marks;
}
