/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-channel.h"
#include "amb-connection.h"
#include "amb-draft.h"
#include "amb-entry.h"
#include "amb-profile.h"
#include "amb-story.h"

G_BEGIN_DECLS

typedef struct _AmbUnsaved AmbUnsaved;

/**
 * AmbRecoveryOutcome:
 * @AMB_RECOVERY_FAILED: the database refused it
 * @AMB_RECOVERY_APPLIED: it is back
 * @AMB_RECOVERY_BEGUN: the person goes on with it
 * @AMB_RECOVERY_OLD: the database holds it already, or something newer
 * @AMB_RECOVERY_UNREADABLE: the file does not say what it is of; a person may still read it
 *
 * What became of a recovery file.
 */
typedef enum
{
  AMB_RECOVERY_FAILED,
  AMB_RECOVERY_APPLIED,
  AMB_RECOVERY_BEGUN,
  AMB_RECOVERY_OLD,
  AMB_RECOVERY_UNREADABLE,
} AmbRecoveryOutcome;

/**
 * AmbRecoveryKind:
 * @id: the end of the name of its recovery files, and their first group
 * @store: (nullable): stores what was written; in a writing transaction
 * @print: puts what was written into a recovery file; the group @id has its time already
 * @apply: (nullable): stores what a recovery file holds unless the database holds something newer; in a writing transaction
 * @resume: (nullable): reads what a recovery file holds, so that the person goes on with it
 *
 * A kind of thing that a person writes. The table in amb-recovery.c lists them. What saves itself has @store and @apply;
 * what is stored when the person says so has @resume.
 */
typedef struct
{
  const char         *id;
  gboolean           (*store) (AmbConnection *connection, const AmbUnsaved *unsaved, GError **error);
  void               (*print) (const AmbUnsaved *unsaved, GKeyFile *file);
  AmbRecoveryOutcome (*apply) (AmbConnection *connection, GKeyFile *file, GError **error);
  AmbRecoveryOutcome (*resume) (AmbConnection *connection, GKeyFile *file, AmbUnsaved **begun, GError **error);
} AmbRecoveryKind;

/**
 * AmbUnsaved:
 * @kind: what it is
 * @name: which one of its kind; good as the name of a file
 * @at: when it was so: milliseconds since 1970, UTC
 * @data: what @kind needs; nobody changes it
 * @free_data: frees @data
 *
 * What a person wrote, as it was at one moment, on its way to the disk.
 */
struct _AmbUnsaved
{
  const AmbRecoveryKind *kind;
  char                  *name;
  gint64                 at;
  gpointer               data;
  GDestroyNotify         free_data;
};

extern const AmbRecoveryKind amb_recovery_draft;
extern const AmbRecoveryKind amb_recovery_story;
extern const AmbRecoveryKind amb_recovery_profile;
extern const AmbRecoveryKind amb_recovery_conversation;
extern const AmbRecoveryKind amb_recovery_entry;
extern const AmbRecoveryKind amb_recovery_channel;

AmbUnsaved *amb_unsaved_new         (const AmbRecoveryKind *kind, char *name, gint64 at, gpointer data,
                                     GDestroyNotify free_data);
AmbUnsaved *amb_unsaved_new_draft   (AmbDraft *draft, GArray *known, gint64 at);
AmbUnsaved *amb_unsaved_new_story   (gint64 story_id, AmbStoryText field, const char *text, const char * const *known,
                                     gint64 at);
AmbUnsaved *amb_unsaved_new_profile (AmbProfile *profile, GPtrArray *known, gboolean keep, gint64 at);
AmbUnsaved *amb_unsaved_new_entry   (const AmbRecoveryKind *kind, AmbEntry *entry, AmbEntry *before, gint64 at);
AmbUnsaved *amb_unsaved_new_channel (AmbChannel *channel, gboolean removed, GPtrArray *known, gint64 at);
void        amb_unsaved_free        (AmbUnsaved *self);

const char *amb_unsaved_get_story_text (const AmbUnsaved *self);
AmbProfile *amb_unsaved_get_profile    (const AmbUnsaved *self);
gboolean    amb_unsaved_get_keep       (const AmbUnsaved *self);
AmbEntry   *amb_unsaved_get_entry      (const AmbUnsaved *self);
AmbEntry   *amb_unsaved_get_before     (const AmbUnsaved *self);
AmbChannel *amb_unsaved_get_channel    (const AmbUnsaved *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbUnsaved, amb_unsaved_free)

G_END_DECLS
