/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-entry.h"

G_BEGIN_DECLS

/**
 * AmbEntry:
 *
 * Something that the person shared, online or face to face.
 */
struct _AmbEntry
{
  AmbRecord parent_instance;

  AmbEntryKind kind;
  gboolean online;
  gint64 at;
  int zone_offset;
  double own_words;
  int reached;
  int reached_indirectly;
  gint64 follow_up_at;
  gboolean confirmed;
  gboolean private;
  gint64 draft_id;
  gboolean is_row;
  char **tags;
  GArray *stories;
  GArray *results;
  GListStore *heard;
};

gboolean amb_entry_is_same_array (GArray *a, GArray *b);

G_END_DECLS
