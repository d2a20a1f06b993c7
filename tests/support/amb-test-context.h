/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"
#include "amb-draft.h"
#include "amb-profile.h"

G_BEGIN_DECLS

/**
 * AmbTestContext:
 * @folder: a temporary folder, gone with the context
 * @path: the database in it
 * @clock: stands still at 23 November 2026, 14:02 in Amsterdam
 * @database: open
 * @context: of the database and the clock
 *
 * A database of its own for a test.
 */
typedef struct
{
  char        *folder;
  char        *path;
  AmbClock    *clock;
  AmbDatabase *database;
  AmbContext  *context;
} AmbTestContext;

#define AMB_TEST_NOW G_GINT64_CONSTANT (1795438920000)

AmbTestContext *amb_test_context_new           (void);
void            amb_test_context_free          (AmbTestContext *self);
char           *amb_test_context_get_source    (const char *path);
AmbConnection  *amb_test_context_open_own      (AmbTestContext *self);
void            amb_test_context_import        (AmbTestContext *self, const char *pack);
void            amb_test_context_iterate_until (gboolean *done);
int             amb_test_context_hold_lock     (AmbTestContext *self);
void            amb_test_context_start_again   (AmbTestContext *self);
guint           amb_test_context_recover       (AmbTestContext *self, gboolean again, GError **error);
void            amb_test_context_save_draft    (AmbTestContext *self, AmbDraft *draft);
void            amb_test_context_save_profile  (AmbTestContext *self, AmbProfile *profile, gboolean keep);
char           *amb_test_context_get_recovery  (AmbTestContext *self, const char *name);
gboolean        amb_test_context_has_recovery  (AmbTestContext *self, const char *name, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbTestContext, amb_test_context_free)

G_END_DECLS
