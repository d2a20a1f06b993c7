/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-unsaved.h"

#include "amb-entry-store.h"
#include "amb-error.h"
#include "amb-recovery-record.h"
#include "amb-recovery-stories.h"

#define GROUP "entry"
#define GROUP_HEARD "heard "
#define CONVERSATION "conversation"

/* An entry is stored when the person says so. Until then, and when the program ends before, they go on with it: it is new
 * when the database does not know its id, and unfinished when the database holds something else. What the forms of the
 * window do not change stays as it is stored. */
typedef struct
{
  AmbEntry *entry;
  AmbEntry *before; /* nullable: as it is stored */
} Edit;

static const char * const not_written[] = { "zone-offset", "confirmed", "draft-id", NULL };
static const char * const not_heard[] = { "entry-id", NULL };

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->entry);
  g_clear_object (&edit->before);
  g_free (edit);
}

static void
print_heard (GKeyFile *file,
             AmbEntry *entry)
{
  GListModel *heard = G_LIST_MODEL (amb_entry_get_heard (entry));

  for (guint i = 0; i < g_list_model_get_n_items (heard); i++)
    {
      g_autoptr (AmbRecord) item = g_list_model_get_item (heard, i);
      g_autofree char *group = g_strdup_printf (GROUP_HEARD "%u", i);

      g_key_file_set_int64 (file, group, "id", amb_record_get_id (item));
      amb_recovery_record_print (file, group, item, not_heard);
    }
}

static void
print_entry (GKeyFile *file,
             AmbEntry *entry)
{
  amb_recovery_record_print (file, GROUP, AMB_RECORD (entry), not_written);
  print_heard (file, entry);
  amb_recovery_stories_print (file, amb_entry_get_stories (entry));
}

static void
print (const AmbUnsaved *unsaved,
       GKeyFile         *file)
{
  AmbEntry *entry = ((const Edit *) unsaved->data)->entry;

  g_key_file_set_int64 (file, GROUP, "id", amb_record_get_id (AMB_RECORD (entry)));
  g_key_file_set_boolean (file, GROUP, "new", !amb_record_get_loaded (AMB_RECORD (entry)));
  print_entry (file, entry);
}

static void
read_heard (GKeyFile *file,
            AmbEntry *entry)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  g_list_store_remove_all (amb_entry_get_heard (entry));
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autoptr (AmbHeard) heard = NULL;

      if (!g_str_has_prefix (groups[i], GROUP_HEARD))
        continue;

      heard = amb_heard_new ();
      amb_record_set_id (AMB_RECORD (heard), MAX (0, g_key_file_get_int64 (file, groups[i], "id", NULL)));
      amb_recovery_record_read (file, groups[i], AMB_RECORD (heard), not_heard);
      g_list_store_append (amb_entry_get_heard (entry), heard);
    }
}

static gboolean
is_possible (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time / 1000);

  return moment != NULL;
}

static gboolean
read_entry (AmbConnection  *connection,
            GKeyFile       *file,
            AmbEntry       *entry,
            GError        **error)
{
  g_autoptr (GArray) stories = amb_recovery_stories_read (connection, file, error);

  if (stories == NULL)
    return FALSE;

  amb_recovery_record_read (file, GROUP, AMB_RECORD (entry), not_written);
  /* No calendar has it. */
  if (!is_possible (amb_entry_get_at (entry)))
    amb_entry_set_at (entry, amb_connection_get_now (connection));
  read_heard (file, entry);
  g_array_set_size (amb_entry_get_stories (entry), 0);
  for (guint i = 0; i < stories->len; i++)
    {
      const AmbStoryUse *use = &g_array_index (stories, AmbStoryUse, i);

      amb_entry_add_story (entry, use->story_id, use->version);
    }

  return TRUE;
}

static char *
describe (AmbEntry *entry)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  print_entry (file, entry);

  return g_key_file_to_data (file, NULL, NULL);
}

static AmbEntry *
load (AmbConnection  *connection,
      gint64          id,
      GError        **error)
{
  GError *local_error = NULL;
  AmbEntry *entry = amb_entry_store_load (connection, id, &local_error);

  if (g_error_matches (local_error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND))
    {
      g_error_free (local_error);
      entry = amb_entry_new ();
      amb_record_set_id (AMB_RECORD (entry), id);
    }
  else if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
    }

  return entry;
}

static const AmbRecoveryKind *
find_kind (GKeyFile *file)
{
  return g_key_file_has_group (file, CONVERSATION) ? &amb_recovery_conversation : &amb_recovery_entry;
}

static AmbRecoveryOutcome
resume (AmbConnection  *connection,
        GKeyFile       *file,
        AmbUnsaved    **begun,
        GError        **error)
{
  gint64 id = g_key_file_get_int64 (file, GROUP, "id", NULL);
  gboolean is_new = g_key_file_get_boolean (file, GROUP, "new", NULL);
  g_autoptr (AmbEntry) stored = NULL;
  g_autoptr (AmbEntry) entry = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (id <= 0)
    return AMB_RECOVERY_UNREADABLE;

  stored = load (connection, id, error);
  if (stored == NULL)
    return AMB_RECOVERY_FAILED;
  /* What was new and is there now was stored at last. */
  if (is_new && amb_record_get_loaded (AMB_RECORD (stored)))
    return AMB_RECOVERY_OLD;

  entry = amb_entry_copy (stored);
  if (!read_entry (connection, file, entry, error))
    return AMB_RECOVERY_FAILED;
  before = describe (stored);
  after = describe (entry);
  if (g_str_equal (before, after))
    return AMB_RECOVERY_OLD;

  *begun = amb_unsaved_new_entry (find_kind (file), entry, amb_record_get_loaded (AMB_RECORD (stored)) ? stored : NULL, 0);

  return AMB_RECOVERY_BEGUN;
}

const AmbRecoveryKind amb_recovery_conversation = { CONVERSATION, NULL, print, NULL, resume };
const AmbRecoveryKind amb_recovery_entry = { GROUP, NULL, print, NULL, resume };

/**
 * amb_unsaved_new_entry:
 * @kind: the form that the person fills in: #amb_recovery_conversation or #amb_recovery_entry
 * @entry: an entry with its id; what it holds now is taken
 * @before: (nullable): the entry as it is stored
 * @at: now: milliseconds since 1970, UTC
 *
 * Takes an entry that the person has not finished.
 *
 * Returns: (transfer full): what is to be kept
 */
AmbUnsaved *
amb_unsaved_new_entry (const AmbRecoveryKind *kind,
                       AmbEntry              *entry,
                       AmbEntry              *before,
                       gint64                 at)
{
  Edit *edit = g_new (Edit, 1);

  edit->entry = amb_entry_copy (entry);
  edit->before = before == NULL ? NULL : amb_entry_copy (before);

  return amb_unsaved_new (kind, g_strdup_printf ("%" G_GINT64_FORMAT, amb_record_get_id (AMB_RECORD (entry))), at, edit,
                          edit_free);
}

/**
 * amb_unsaved_get_entry:
 * @self: an entry that the person has not finished
 *
 * Gets the entry.
 *
 * Returns: (transfer none): the entry; one that is not loaded is new
 */
AmbEntry *
amb_unsaved_get_entry (const AmbUnsaved *self)
{
  const Edit *edit = self->data;

  g_return_val_if_fail (self->kind->resume != NULL, NULL);

  return edit->entry;
}

/**
 * amb_unsaved_get_before:
 * @self: an entry that the person has not finished
 *
 * Gets the entry as it was stored when the program started.
 *
 * Returns: (transfer none) (nullable): the entry, or %NULL for a new one
 */
AmbEntry *
amb_unsaved_get_before (const AmbUnsaved *self)
{
  const Edit *edit = self->data;

  g_return_val_if_fail (self->kind->resume != NULL, NULL);

  return edit->before;
}
