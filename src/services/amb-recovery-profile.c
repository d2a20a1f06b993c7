/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-unsaved.h"

#include "amb-profile-difference.h"
#include "amb-profile-store.h"

#define GROUP "profile"
#define GROUP_TEXT "text "
#define KEY_BEFORE "before-"

typedef struct
{
  AmbProfile *profile;
  GPtrArray  *known;
  gboolean    keep;
} Edit;

/* Text by text, so that what somebody else stored meanwhile stays where the person wrote nothing. Whether a stored text
 * is newer than the file shows in what it says, as with what a person adds to a story. */

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->profile);
  g_ptr_array_unref (edit->known);
  g_free (edit);
}

static gboolean
store (AmbConnection     *connection,
       const AmbUnsaved  *unsaved,
       GError           **error)
{
  const Edit *edit = unsaved->data;

  return amb_profile_store_save (connection, edit->profile, edit->keep, error);
}

static void
set_list (GKeyFile           *file,
          const char         *group,
          const char         *key,
          const char * const *texts)
{
  g_key_file_set_string_list (file, group, key, texts, g_strv_length ((char **) texts));
}

static void
print_text (GKeyFile                   *file,
            const Edit                 *edit,
            const char                 *group,
            const AmbProfileDifference *difference)
{
  const char *field = difference->field->id;

  g_key_file_set_string (file, group, "field", field);
  g_key_file_set_string (file, group, "language", difference->language);
  set_list (file, group, "text", amb_profile_get_list (edit->profile, field, difference->language));
  for (guint i = 0; i < edit->known->len; i++)
    {
      g_autofree char *key = g_strdup_printf (KEY_BEFORE "%u", i);

      set_list (file, group, key,
                amb_profile_get_list (g_ptr_array_index (edit->known, i), field, difference->language));
    }
}

static void
print (const AmbUnsaved *unsaved,
       GKeyFile         *file)
{
  const Edit *edit = unsaved->data;
  g_autoptr (GHashTable) printed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < edit->known->len; i++)
    {
      g_autoptr (GPtrArray) differences = amb_profile_difference_list (g_ptr_array_index (edit->known, i), edit->profile);

      for (guint j = 0; j < differences->len; j++)
        {
          const AmbProfileDifference *difference = g_ptr_array_index (differences, j);
          /* The tag of a language may be anything that somebody typed; a group of a key file can't. */
          g_autofree char *group = g_strdup_printf (GROUP_TEXT "%u", g_hash_table_size (printed));

          if (g_hash_table_add (printed, g_strconcat (difference->field->id, ":", difference->language, NULL)))
            print_text (file, edit, group, difference);
        }
    }
}

static gboolean
is_known (GKeyFile           *file,
          const char         *group,
          const char * const *stored)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_auto (GStrv) before = NULL;

      if (!g_str_has_prefix (keys[i], KEY_BEFORE))
        continue;

      before = g_key_file_get_string_list (file, group, keys[i], NULL, NULL);
      if (before != NULL && g_strv_equal ((const char * const *) before, stored))
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_text (GKeyFile   *file,
           const char *group,
           AmbProfile *profile)
{
  g_autofree char *field = g_key_file_get_string (file, group, "field", NULL);
  g_autofree char *language = g_key_file_get_string (file, group, "language", NULL);
  g_auto (GStrv) texts = g_key_file_get_string_list (file, group, "text", NULL, NULL);
  const char * const *stored;

  if (amb_profile_find_field (field) == NULL || texts == NULL)
    return FALSE;

  stored = amb_profile_get_list (profile, field, language);
  if (g_strv_equal ((const char * const *) texts, stored) || !is_known (file, group, stored))
    return FALSE;

  amb_profile_set_list (profile, field, language, (const char * const *) texts);

  return TRUE;
}

static AmbRecoveryOutcome
apply (AmbConnection  *connection,
       GKeyFile       *file,
       GError        **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  g_autoptr (AmbProfile) profile = amb_profile_store_load (connection, error);
  gboolean changed = FALSE;

  if (profile == NULL)
    return AMB_RECOVERY_FAILED;

  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (g_str_has_prefix (groups[i], GROUP_TEXT) && read_text (file, groups[i], profile))
        changed = TRUE;
    }

  if (!changed)
    return AMB_RECOVERY_OLD;

  return amb_profile_store_save (connection, profile, TRUE, error) ? AMB_RECOVERY_APPLIED : AMB_RECOVERY_FAILED;
}

const AmbRecoveryKind amb_recovery_profile = { GROUP, store, print, apply, NULL };

/**
 * amb_unsaved_new_profile:
 * @profile: the profile; what it holds now is taken
 * @known: (element-type AmbProfile): what the database may hold that is older; nobody changes them any more
 * @keep: whether the version before stays as it is, however young
 * @at: now: milliseconds since 1970, UTC
 *
 * Takes the profile as it is.
 *
 * Returns: (transfer full): what is to be saved
 */
AmbUnsaved *
amb_unsaved_new_profile (AmbProfile *profile,
                         GPtrArray  *known,
                         gboolean    keep,
                         gint64      at)
{
  Edit *edit = g_new (Edit, 1);

  edit->profile = amb_profile_copy (profile);
  edit->known = g_ptr_array_copy (known, (GCopyFunc) g_object_ref, NULL);
  g_ptr_array_set_free_func (edit->known, g_object_unref);
  edit->keep = keep;

  return amb_unsaved_new (&amb_recovery_profile, g_strdup ("own"), at, edit, edit_free);
}

/**
 * amb_unsaved_get_profile:
 * @self: a profile on its way to the disk
 *
 * Gets the profile.
 *
 * Returns: (transfer none): the profile; nobody changes it
 */
AmbProfile *
amb_unsaved_get_profile (const AmbUnsaved *self)
{
  const Edit *edit = self->data;

  g_return_val_if_fail (self->kind == &amb_recovery_profile, NULL);

  return edit->profile;
}

/**
 * amb_unsaved_get_keep:
 * @self: a profile on its way to the disk
 *
 * Tells whether the version before stays as it is.
 *
 * Returns: %TRUE when it does
 */
gboolean
amb_unsaved_get_keep (const AmbUnsaved *self)
{
  const Edit *edit = self->data;

  g_return_val_if_fail (self->kind == &amb_recovery_profile, FALSE);

  return edit->keep;
}
