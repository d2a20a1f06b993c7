/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "amb-length.h"
#include "amb-range.h"

G_BEGIN_DECLS

typedef enum
{
  AMB_SEVERITY_HINT,
  AMB_SEVERITY_WARNING,
  AMB_SEVERITY_ERROR,
} AmbSeverity;

/* One thing that a check has to say of a text. `id` names the check: length own-words disclosure validity prompts …;
 * `range` is the place (start == end when it is about the whole), `message` one sentence, `why` another that gives
 * the reason; `offer` (nullable) are words that would settle it. */
typedef struct
{
  const char *id;
  AmbSeverity severity;
  AmbRange    range;
  char       *message;
  char       *why;
  char       *offer;
} AmbCheckIssue;

typedef struct
{
  char     *channel;
  AmbLength length;
} AmbCheckChannel;

/* A passage that stands in a story word for word. */
typedef struct
{
  AmbRange range;
  gint64   story_id;
  char    *story_title;
  guint    words;
} AmbCheckPassage;

/* Everything the program has to say of a text. Immutable once made; may be read from any thread. */
typedef struct _AmbCheckReport AmbCheckReport;

#define AMB_TYPE_CHECK_REPORT (amb_check_report_get_type ())
GType           amb_check_report_get_type     (void);
AmbCheckReport *amb_check_report_ref          (AmbCheckReport *self);
void            amb_check_report_unref        (AmbCheckReport *self);
GArray         *amb_check_report_get_channels (AmbCheckReport *self); /* AmbCheckChannel */
GArray         *amb_check_report_get_passages (AmbCheckReport *self); /* AmbCheckPassage, by place */
GArray         *amb_check_report_get_issues   (AmbCheckReport *self); /* AmbCheckIssue, by place */
guint           amb_check_report_get_words    (AmbCheckReport *self);
guint           amb_check_report_get_copied   (AmbCheckReport *self);
double          amb_check_report_get_share    (AmbCheckReport *self); /* own words, 0 to 1 */

/* For whoever makes a report, before anybody else sees it. */
AmbCheckReport *amb_check_report_new          (void);
void            amb_check_report_add_channel  (AmbCheckReport *self, const char *channel, const AmbLength *length);
void            amb_check_report_add_passage  (AmbCheckReport *self, const AmbRange *range, gint64 story_id,
                                               const char *story_title, guint words);
void            amb_check_report_take_issue   (AmbCheckReport *self, const char *id, AmbSeverity severity,
                                               gsize start, gsize end, char *message, const char *why);
void            amb_check_report_offer        (AmbCheckReport *self, const char *words);
void            amb_check_report_set_words    (AmbCheckReport *self, guint words, guint copied, double share);
void            amb_check_report_sort         (AmbCheckReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbCheckReport, amb_check_report_unref)

G_END_DECLS
