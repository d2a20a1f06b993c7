/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "amb-draft.h"
#include "amb-entry.h"
#include "amb-today.h"

G_BEGIN_DECLS

/* One thing on the Today page, in words: what a row shows. Read-only properties: "id" (int64, of the record), "title",
 * "subtitle", "detail" (strings, never NULL). */
#define AMB_TYPE_TODAY_ITEM (amb_today_item_get_type ())
G_DECLARE_FINAL_TYPE (AmbTodayItem, amb_today_item, AMB, TODAY_ITEM, GObject)

AmbTodayItem *amb_today_item_new_for_draft       (AmbDraft *draft, gint64 now);
AmbTodayItem *amb_today_item_new_for_unconfirmed (AmbEntry *entry, gint64 now);
AmbTodayItem *amb_today_item_new_for_follow_up   (AmbEntry *entry, gint64 now);
AmbTodayItem *amb_today_item_new_for_suggestion  (AmbSuggestion *suggestion, gint64 now);
AmbTodayItem *amb_today_item_new_for_running_out (AmbStory *story, gint64 now);
gint64        amb_today_item_get_id              (AmbTodayItem *self);
const char   *amb_today_item_get_title           (AmbTodayItem *self);
const char   *amb_today_item_get_subtitle        (AmbTodayItem *self);
const char   *amb_today_item_get_detail          (AmbTodayItem *self);
void          amb_today_item_update_list         (GListStore *shown, GPtrArray *wanted);

G_END_DECLS
