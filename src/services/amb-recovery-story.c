/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-unsaved.h"

#include "amb-story-store.h"

#define GROUP "story"

typedef struct
{
  gint64       story_id;
  AmbStoryText field;
  char        *text;
  char       **known;
} OwnText;

/* A story has no time of its own for what the person adds. Whether the database holds something newer than the file shows
 * in what it holds: the file names all that was there, or on its way, when it was written. */

static const struct
{
  const char  *name;
  AmbStoryText field;
} fields[] = {
  { "my-role", AMB_STORY_MY_ROLE },
  { "note", AMB_STORY_NOTE },
};

static const char *
get_field_name (AmbStoryText field)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (fields[i].field == field)
        return fields[i].name;
    }

  g_return_val_if_reached (NULL);
}

static gboolean
find_field (const char   *name,
            AmbStoryText *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_strcmp0 (fields[i].name, name) == 0)
        {
          *field = fields[i].field;
          return TRUE;
        }
    }

  return FALSE;
}

static void
own_text_free (gpointer data)
{
  OwnText *own = data;

  g_free (own->text);
  g_strfreev (own->known);
  g_free (own);
}

static gboolean
store (AmbConnection     *connection,
       const AmbUnsaved  *unsaved,
       GError           **error)
{
  const OwnText *own = unsaved->data;

  return amb_story_store_set_own (connection, own->story_id, own->field, own->text, error);
}

static void
print (const AmbUnsaved *unsaved,
       GKeyFile         *file)
{
  const OwnText *own = unsaved->data;

  g_key_file_set_int64 (file, GROUP, "id", own->story_id);
  g_key_file_set_string (file, GROUP, "field", get_field_name (own->field));
  g_key_file_set_string (file, GROUP, "text", own->text);
  g_key_file_set_string_list (file, GROUP, "before", (const char * const *) own->known, g_strv_length (own->known));
}

static AmbRecoveryOutcome
apply (AmbConnection  *connection,
       GKeyFile       *file,
       GError        **error)
{
  gint64 id = g_key_file_get_int64 (file, GROUP, "id", NULL);
  g_autofree char *name = g_key_file_get_string (file, GROUP, "field", NULL);
  g_autofree char *text = g_key_file_get_string (file, GROUP, "text", NULL);
  g_auto (GStrv) known = g_key_file_get_string_list (file, GROUP, "before", NULL, NULL);
  g_autoptr (AmbStory) story = NULL;
  AmbStoryText field;
  const char *stored;

  if (id <= 0 || text == NULL || known == NULL || !find_field (name, &field))
    return AMB_RECOVERY_UNREADABLE;

  story = amb_story_store_load (connection, id, error);
  if (story == NULL)
    return AMB_RECOVERY_FAILED;

  stored = amb_story_get_text (story, field);
  stored = stored == NULL ? "" : stored;
  if (g_str_equal (stored, text) || !g_strv_contains ((const char * const *) known, stored))
    return AMB_RECOVERY_OLD;

  return amb_story_store_set_own (connection, id, field, text, error) ? AMB_RECOVERY_APPLIED : AMB_RECOVERY_FAILED;
}

const AmbRecoveryKind amb_recovery_story = { GROUP, store, print, apply, NULL };

/**
 * amb_unsaved_new_story:
 * @story_id: a story
 * @field: %AMB_STORY_MY_ROLE or %AMB_STORY_NOTE
 * @text: what the person wrote
 * @known: (array zero-terminated=1): what the database may hold that is older: anything else there is newer
 * @at: now: milliseconds since 1970, UTC
 *
 * Takes what the person adds to a story.
 *
 * Returns: (transfer full): what is to be saved
 */
AmbUnsaved *
amb_unsaved_new_story (gint64              story_id,
                       AmbStoryText        field,
                       const char         *text,
                       const char * const *known,
                       gint64              at)
{
  OwnText *own = g_new (OwnText, 1);

  own->story_id = story_id;
  own->field = field;
  own->text = g_strdup (text);
  own->known = g_strdupv ((char **) known);

  return amb_unsaved_new (&amb_recovery_story,
                          g_strdup_printf ("%" G_GINT64_FORMAT "-%s", story_id, get_field_name (field)), at, own,
                          own_text_free);
}

/**
 * amb_unsaved_get_story_text:
 * @self: what a person adds to a story
 *
 * Gets what they wrote.
 *
 * Returns: (transfer none): UTF-8
 */
const char *
amb_unsaved_get_story_text (const AmbUnsaved *self)
{
  const OwnText *own = self->data;

  g_return_val_if_fail (self->kind == &amb_recovery_story, NULL);

  return own->text;
}
