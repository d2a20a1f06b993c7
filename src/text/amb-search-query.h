/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "amb-range.h"

G_BEGIN_DECLS

#define AMB_TYPE_SEARCH_QUERY (amb_search_query_get_type ())

/**
 * AmbSearchQuery:
 *
 * What a person looks for. Immutable; may be used from any thread.
 */
typedef struct _AmbSearchQuery AmbSearchQuery;

GType           amb_search_query_get_type      (void) G_GNUC_CONST;
AmbSearchQuery *amb_search_query_parse         (const char *typed);
AmbSearchQuery *amb_search_query_parse_partial (const char *typed);
AmbSearchQuery *amb_search_query_ref           (AmbSearchQuery *self);
void            amb_search_query_unref         (AmbSearchQuery *self);
gboolean        amb_search_query_is_empty      (AmbSearchQuery *self);
const char     *amb_search_query_get_match     (AmbSearchQuery *self);
GArray         *amb_search_query_find          (AmbSearchQuery *self, const char *text);
char           *amb_search_query_excerpt       (AmbSearchQuery *self, const char *text, guint max_chars);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbSearchQuery, amb_search_query_unref)

G_END_DECLS
