/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One thing that is looked for: a word or a phrase. */
typedef struct
{
  char *typed;
  /* the folded words, NULL-terminated, at least one */
  GStrv keys;
  gboolean is_prefix;
  gboolean is_excluded;
} AmbSearchTerm;

GPtrArray *amb_search_terms_parse      (const char *typed, gboolean last_is_prefix);
void       amb_search_term_write_match (const AmbSearchTerm *self, GString *match);

G_END_DECLS
