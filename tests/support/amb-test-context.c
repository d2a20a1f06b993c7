/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-draft-store.h"
#include "amb-profile-store.h"
#include "amb-test-context.h"

#include <string.h>

#include <glib/gstdio.h>

#include "amb-importer.h"
#include "amb-recovery.h"
#include "amb-test-hold.h"

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/**
 * amb_test_context_new:
 *
 * Makes a temporary database with a clock that stands still, and opens it.
 *
 * Returns: (transfer full): the context
 */
AmbTestContext *
amb_test_context_new (void)
{
  AmbTestContext *self = g_new0 (AmbTestContext, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("ambassador-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "ambassador.db", NULL);
  self->clock = amb_clock_new_fixed (AMB_TEST_NOW);
  self->database = amb_database_new (self->path, self->clock);
  self->context = amb_context_new (self->database, self->clock);

  amb_database_open (self->database, NULL, &error);
  g_assert_no_error (error);

  return self;
}

/* What was under way when the database closed was answered; its callers still have to hear of it, and what they write
 * into recovery files then is on the disk when this ends. */
static void
close_database (AmbTestContext *self)
{
  amb_database_close (self->database);
  while (g_main_context_iteration (NULL, FALSE));
  amb_recovery_wait ();
  while (g_main_context_iteration (NULL, FALSE));
}

/**
 * amb_test_context_free:
 * @self: (transfer full): a context
 *
 * Closes the database, and removes it.
 */
void
amb_test_context_free (AmbTestContext *self)
{
  close_database (self);
  g_assert_finalize_object (self->context);
  g_object_unref (self->database);
  g_object_unref (self->clock);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

/**
 * amb_test_context_get_source:
 * @path: a path in the source tree, or an absolute one
 *
 * Finds a file of the source tree.
 *
 * Returns: (transfer full): an absolute path
 */
char *
amb_test_context_get_source (const char *path)
{
  return g_canonicalize_filename (path, g_getenv ("AMB_TEST_SRCDIR"));
}

/**
 * amb_test_context_open_own:
 * @self: a context
 *
 * Opens a connection for the thread of the test itself, as another program would. It reads only.
 *
 * Returns: (transfer full): the connection
 */
AmbConnection *
amb_test_context_open_own (AmbTestContext *self)
{
  g_autoptr (GError) error = NULL;
  AmbConnection *connection = amb_connection_open (self->path, AMB_CONNECTION_READ, self->clock, &error);

  g_assert_no_error (error);

  return connection;
}

/**
 * amb_test_context_import:
 * @self: a context
 * @pack: a story pack in the source tree, or an absolute path
 *
 * Imports a story pack.
 */
void
amb_test_context_import (AmbTestContext *self,
                         const char     *pack)
{
  g_autofree char *path = amb_test_context_get_source (pack);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AmbImporter) importer = amb_importer_new (self->context, file);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbImportResult) result = amb_importer_run (importer, FALSE, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
}

/**
 * amb_test_context_iterate_until:
 * @done: what something else sets
 *
 * Runs the main loop until something happened.
 */
void
amb_test_context_iterate_until (gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * amb_test_context_hold_lock:
 * @self: a context
 *
 * Keeps the database from being written, as another program does.
 *
 * Returns: a file descriptor; close it to let go
 */
int
amb_test_context_hold_lock (AmbTestContext *self)
{
  return amb_test_hold_lock (self->path);
}

/**
 * amb_test_context_start_again:
 * @self: a context whose database may be closed; nobody else holds it or its objects
 *
 * Opens the database as the program does when it starts again, two seconds later.
 */
void
amb_test_context_start_again (AmbTestContext *self)
{
  g_autoptr (GError) error = NULL;

  close_database (self);
  g_assert_finalize_object (self->context);
  g_object_unref (self->database);

  amb_clock_advance (self->clock, 2000);
  self->database = amb_database_new (self->path, self->clock);
  self->context = amb_context_new (self->database, self->clock);
  amb_database_open (self->database, NULL, &error);
  g_assert_no_error (error);
}

static void
store_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/**
 * amb_test_context_recover:
 * @self: a context
 * @again: whether only what could not be brought back before
 * @error: what could not be brought back
 *
 * Brings back what was not stored, as the program does when it starts, and later.
 *
 * Returns: how many texts
 */
guint
amb_test_context_recover (AmbTestContext  *self,
                          gboolean         again,
                          GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  amb_recovery_apply_async (self->context, again, NULL, store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return amb_recovery_apply_finish (self->context, result, NULL, error);
}

static gpointer
save_draft (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  amb_draft_store_save (connection, data, error);

  return NULL;
}

/**
 * amb_test_context_save_draft:
 * @self: a context
 * @draft: a draft
 *
 * Stores a draft as it is now.
 */
void
amb_test_context_save_draft (AmbTestContext *self,
                             AmbDraft       *draft)
{
  g_autoptr (GError) error = NULL;

  amb_database_run (self->database, AMB_ACCESS_WRITE, save_draft, draft, NULL, &error);
  g_assert_no_error (error);
}

typedef struct
{
  AmbProfile *profile;
  gboolean    keep;
} Version;

static gpointer
save_profile (AmbConnection  *connection,
              gpointer        data,
              GCancellable   *cancellable,
              GError        **error)
{
  Version *version = data;

  amb_profile_store_save (connection, version->profile, version->keep, error);

  return NULL;
}

/**
 * amb_test_context_save_profile:
 * @self: a context
 * @profile: a profile
 * @keep: whether the version before stays as it is, however young
 *
 * Stores a profile as it is now.
 */
void
amb_test_context_save_profile (AmbTestContext *self,
                               AmbProfile     *profile,
                               gboolean        keep)
{
  g_autoptr (GError) error = NULL;

  amb_database_run (self->database, AMB_ACCESS_WRITE, save_profile, &(Version) { profile, keep }, NULL, &error);
  g_assert_no_error (error);
}

/* Returns: (transfer full): the path of a recovery file */
char *
amb_test_context_get_recovery (AmbTestContext *self,
                               const char     *name)
{
  return g_strdup_printf ("%s.recovery/%s", self->path, name);
}

gboolean
amb_test_context_has_recovery (AmbTestContext *self,
                               const char     *name,
                               const char     *text)
{
  g_autofree char *path = amb_test_context_get_recovery (self, name);
  g_autofree char *contents = NULL;

  return g_file_get_contents (path, &contents, NULL, NULL) && strstr (contents, text) != NULL;
}
