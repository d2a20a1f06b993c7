/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"
#include "amb-draft.h"
#include "amb-entry.h"
#include "amb-story.h"

G_BEGIN_DECLS

/* A story that fits the person, and why: one sentence. */
#define AMB_TYPE_SUGGESTION (amb_suggestion_get_type ())
G_DECLARE_FINAL_TYPE (AmbSuggestion, amb_suggestion, AMB, SUGGESTION, GObject)

AmbStory   *amb_suggestion_get_story (AmbSuggestion *self);
const char *amb_suggestion_get_why   (AmbSuggestion *self);

/* What waits today. Read-only properties: "due" (list of AmbDraft planned up to the end of today), "follow-ups" (list
 * of AmbEntry), "suggestions" (list of AmbSuggestion, at most three), "running-out" (list of AmbStory), "unconfirmed"
 * (list of AmbEntry that were opened but not confirmed), "n-online", "n-offline", "n-heard" (uint: this week). */
#define AMB_TYPE_TODAY (amb_today_get_type ())
G_DECLARE_FINAL_TYPE (AmbToday, amb_today, AMB, TODAY, GObject)

void      amb_today_load_async  (AmbContext *context, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
AmbToday *amb_today_load_finish (AmbContext *context, GAsyncResult *result, GError **error);

G_END_DECLS
