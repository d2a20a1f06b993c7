/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-unsaved.h"

#include "amb-draft-store.h"
#include "amb-error.h"
#include "amb-recovery-stories.h"
#include "amb-time.h"

#define GROUP "draft"
#define GROUP_VARIANT "variant "

/* The time of a draft in the database tells whether it is newer than a recovery file: a save carries the moment at
 * which it was typed. As a clock may be set back, the file also names the times of all that is older. */
typedef struct
{
  AmbDraft *draft;
  GArray   *known; /* gint64 */
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->draft);
  g_array_unref (edit->known);
  g_free (edit);
}

static void
set_text (GKeyFile   *file,
          const char *group,
          const char *key,
          const char *text)
{
  if (text != NULL)
    g_key_file_set_string (file, group, key, text);
}

static void
print_variants (GKeyFile *file,
                AmbDraft *draft)
{
  GListModel *variants = G_LIST_MODEL (amb_draft_get_variants (draft));

  for (guint i = 0; i < g_list_model_get_n_items (variants); i++)
    {
      g_autoptr (AmbVariant) variant = g_list_model_get_item (variants, i);
      g_autofree char *group = g_strdup_printf (GROUP_VARIANT "%u", i);

      /* A channel of the person's own can have any name; a group of a key file can't. */
      set_text (file, group, "channel", amb_variant_get_text (variant, AMB_VARIANT_CHANNEL));
      g_key_file_set_boolean (file, group, "follows", amb_variant_get_follows (variant));
      set_text (file, group, "text", amb_variant_get_text (variant, AMB_VARIANT_TEXT));
    }
}

static void
print_known (GKeyFile *file,
             GArray   *known)
{
  g_autoptr (GStrvBuilder) times = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < known->len; i++)
    {
      g_autofree char *time = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (known, gint64, i));

      g_strv_builder_add (times, time);
    }
  list = g_strv_builder_end (times);
  g_key_file_set_string_list (file, GROUP, "before", (const char * const *) list, known->len);
}

static void
print (const AmbUnsaved *unsaved,
       GKeyFile         *file)
{
  const Edit *edit = unsaved->data;
  AmbDraft *draft = edit->draft;

  g_key_file_set_int64 (file, GROUP, "id", amb_record_get_id (AMB_RECORD (draft)));
  print_known (file, edit->known);
  set_text (file, GROUP, "text", amb_draft_get_text (draft, AMB_DRAFT_TEXT));
  set_text (file, GROUP, "language", amb_draft_get_text (draft, AMB_DRAFT_LANGUAGE));
  set_text (file, GROUP, "zone", amb_draft_get_text (draft, AMB_DRAFT_ZONE));
  g_key_file_set_integer (file, GROUP, "state", amb_draft_get_state (draft));
  if (amb_draft_get_planned_at (draft) != AMB_TIME_UNSET)
    g_key_file_set_int64 (file, GROUP, "planned", amb_draft_get_planned_at (draft));

  print_variants (file, draft);
  amb_recovery_stories_print (file, amb_draft_get_stories (draft));
}

static gboolean
store (AmbConnection     *connection,
       const AmbUnsaved  *unsaved,
       GError           **error)
{
  const Edit *edit = unsaved->data;

  return amb_draft_store_save_as_of (connection, edit->draft, unsaved->at, error);
}

static void
read_variants (GKeyFile *file,
               AmbDraft *draft)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  g_list_store_remove_all (amb_draft_get_variants (draft));
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *channel = g_key_file_get_string (file, groups[i], "channel", NULL);
      g_autofree char *text = g_key_file_get_string (file, groups[i], "text", NULL);
      g_autoptr (AmbVariant) variant = NULL;

      if (!g_str_has_prefix (groups[i], GROUP_VARIANT) || channel == NULL ||
          amb_draft_get_variant (draft, channel) != NULL)
        continue;

      variant = amb_variant_new ();
      amb_variant_set_text (variant, AMB_VARIANT_CHANNEL, channel);
      amb_variant_set_follows (variant, g_key_file_get_boolean (file, groups[i], "follows", NULL));
      amb_variant_set_text (variant, AMB_VARIANT_TEXT, text);
      g_list_store_append (amb_draft_get_variants (draft), variant);
    }
}

static gboolean
read_stories (AmbConnection  *connection,
              GKeyFile       *file,
              AmbDraft       *draft,
              GError        **error)
{
  g_autoptr (GArray) stories = amb_recovery_stories_read (connection, file, error);

  if (stories == NULL)
    return FALSE;

  g_array_set_size (amb_draft_get_stories (draft), 0);
  for (guint i = 0; i < stories->len; i++)
    {
      const AmbStoryUse *use = &g_array_index (stories, AmbStoryUse, i);

      amb_draft_add_story (draft, use->story_id, use->version);
    }

  return TRUE;
}

/* That a draft was shared is stored by itself, and no save of its text takes that back. */
static void
read_state (GKeyFile *file,
            AmbDraft *draft)
{
  int state = g_key_file_get_integer (file, GROUP, "state", NULL);

  if (amb_draft_get_state (draft) != AMB_DRAFT_STATE_SHARED &&
      state >= AMB_DRAFT_STATE_IDEA && state <= AMB_DRAFT_STATE_ARCHIVED)
    amb_draft_set_state (draft, state);
}

static gboolean
read_draft (AmbConnection  *connection,
            GKeyFile       *file,
            AmbDraft       *draft,
            GError        **error)
{
  g_autofree char *text = g_key_file_get_string (file, GROUP, "text", NULL);
  g_autofree char *language = g_key_file_get_string (file, GROUP, "language", NULL);
  g_autofree char *zone = g_key_file_get_string (file, GROUP, "zone", NULL);

  amb_draft_set_text (draft, AMB_DRAFT_TEXT, text);
  read_variants (file, draft);

  /* The first form of the file held words only. */
  if (!g_key_file_has_key (file, GROUP, "state", NULL))
    return TRUE;

  amb_draft_set_text (draft, AMB_DRAFT_LANGUAGE, language);
  amb_draft_set_text (draft, AMB_DRAFT_ZONE, zone);
  amb_draft_set_planned_at (draft, g_key_file_has_key (file, GROUP, "planned", NULL)
                                     ? g_key_file_get_int64 (file, GROUP, "planned", NULL) : AMB_TIME_UNSET);
  read_state (file, draft);

  return read_stories (connection, file, draft, error);
}

static gboolean
is_known (GKeyFile *file,
          gint64    updated_at)
{
  g_auto (GStrv) known = g_key_file_get_string_list (file, GROUP, "before", NULL, NULL);
  g_autofree char *time = g_strdup_printf ("%" G_GINT64_FORMAT, updated_at);

  return known != NULL && g_strv_contains ((const char * const *) known, time);
}

/* What is stored as it was at the same moment or later came through after all. */
static AmbRecoveryOutcome
apply (AmbConnection  *connection,
       GKeyFile       *file,
       GError        **error)
{
  gint64 id = g_key_file_get_int64 (file, GROUP, "id", NULL);
  gint64 written = g_key_file_get_int64 (file, GROUP, "written", NULL);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AmbDraft) draft = NULL;

  if (id <= 0)
    return AMB_RECOVERY_UNREADABLE;

  draft = amb_draft_store_load (connection, id, &local_error);
  if (draft != NULL && written <= amb_draft_get_updated_at (draft) && !is_known (file, amb_draft_get_updated_at (draft)))
    return AMB_RECOVERY_OLD;

  if (g_error_matches (local_error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND))
    {
      draft = amb_draft_new ();
      amb_record_set_id (AMB_RECORD (draft), id);
      amb_draft_set_state (draft, AMB_DRAFT_STATE_DRAFT);
    }
  else if (draft == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return AMB_RECOVERY_FAILED;
    }

  return read_draft (connection, file, draft, error) && amb_draft_store_save_as_of (connection, draft, written, error)
           ? AMB_RECOVERY_APPLIED : AMB_RECOVERY_FAILED;
}

const AmbRecoveryKind amb_recovery_draft = { GROUP, store, print, apply, NULL };

/**
 * amb_unsaved_new_draft:
 * @draft: a draft; what it holds now is taken
 * @known: (element-type gint64): the times of what the database may hold that is older, beside what is older by its time
 * @at: now: milliseconds since 1970, UTC
 *
 * Takes a draft as it is. What was typed is no longer just an idea.
 *
 * Returns: (transfer full): what is to be saved
 */
AmbUnsaved *
amb_unsaved_new_draft (AmbDraft *draft,
                       GArray   *known,
                       gint64    at)
{
  AmbDraft *copy = amb_draft_new ();
  Edit *edit = g_new (Edit, 1);
  gint64 id = amb_record_get_id (AMB_RECORD (draft));

  amb_record_assign (AMB_RECORD (copy), AMB_RECORD (draft));
  if (amb_draft_get_state (copy) == AMB_DRAFT_STATE_IDEA && amb_draft_get_text (copy, AMB_DRAFT_TEXT) != NULL)
    amb_draft_set_state (copy, AMB_DRAFT_STATE_DRAFT);

  edit->draft = copy;
  edit->known = g_array_copy (known);

  return amb_unsaved_new (&amb_recovery_draft, g_strdup_printf ("%" G_GINT64_FORMAT, id), at, edit, edit_free);
}
