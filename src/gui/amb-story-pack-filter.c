/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-pack-filter.h"

#include <glib/gi18n-lib.h>

/**
 * amb_story_pack_filter_new:
 *
 * Makes a filter that shows story packs and nothing else.
 *
 * Returns: (transfer full): the filter
 */
GtkFileFilter *
amb_story_pack_filter_new (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Story packs"));
  gtk_file_filter_add_suffix (filter, "storypack");
  gtk_file_filter_add_suffix (filter, "storypack.xml");
  gtk_file_filter_add_mime_type (filter, "application/vnd.ambassador.storypack+xml");
  gtk_file_filter_add_mime_type (filter, "application/vnd.ambassador.storypack+zip");

  return filter;
}
