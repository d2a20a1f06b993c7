/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-record.h"

G_BEGIN_DECLS

typedef struct _AmbRecordCache AmbRecordCache;

AmbRecordCache *amb_record_cache_new    (GType record_type);
void            amb_record_cache_free   (AmbRecordCache *self);
AmbRecord      *amb_record_cache_lookup (AmbRecordCache *self, gint64 id);
AmbRecord      *amb_record_cache_ensure (AmbRecordCache *self, gint64 id);
gboolean        amb_record_cache_adopt  (AmbRecordCache *self, AmbRecord *record);
GArray         *amb_record_cache_list   (AmbRecordCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbRecordCache, amb_record_cache_free)

G_END_DECLS
