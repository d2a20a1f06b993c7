/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-records"

#include "config.h"

#include "amb-profile.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/**
 * AmbProfile:
 *
 * The personal brand: who the person is and how they want to be seen.
 *
 * It is a set of texts by field and language; a field of the table that holds a list has several. A field that is not
 * written in each language anew has the language "". A profile belongs to one thread at a time.
 */
struct _AmbProfile
{
  GObject     parent_instance;

  GHashTable *texts; /* "field:language" → strv, never empty */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The lengths are those of the places the texts are for: a headline and the about text of LinkedIn, the biography of
 * Mastodon's default instance and X, and of a speaker's page. */
static const AmbProfileField fields[] = {
  { "name", N_("Name"), NULL, 0, FALSE, FALSE, FALSE },
  { "photo", N_("Photo"), NULL, 0, FALSE, FALSE, FALSE },
  /* Translators: what somebody does in the organisation, for example “nurse” */
  { "role", N_("Role"), NULL, 0, FALSE, FALSE, FALSE },
  { "organisation", N_("Organisation"), NULL, 0, FALSE, FALSE, FALSE },
  { "team", N_("Team"), NULL, 0, FALSE, FALSE, FALSE },
  { "place", N_("Place"), NULL, 0, FALSE, FALSE, FALSE },
  { "disclosure", N_("How I say where I work"), N_("For example: I work as a nurse at Zonneveld"), 0, FALSE, TRUE, FALSE },
  { "headline", N_("Headline"), N_("What you do, and for whom"), 220, FALSE, TRUE, FALSE },
  { "bio-short", N_("Short bio"), N_("For X and Bluesky"), 160, FALSE, TRUE, TRUE },
  { "bio-medium", N_("Medium bio"), N_("For Mastodon, or a speaker’s page"), 500, FALSE, TRUE, TRUE },
  { "bio-long", N_("Long bio"), N_("For LinkedIn’s About"), 2600, FALSE, TRUE, TRUE },
  { "themes", N_("Themes"), N_("What you want to be known for"), 0, TRUE, FALSE, FALSE },
  /* Translators: what somebody stands for, not what something is worth */
  { "values", N_("Values"), N_("What you stand for"), 0, TRUE, FALSE, FALSE },
  { "boundaries", N_("Boundaries"), N_("Subjects you do not touch"), 0, TRUE, FALSE, FALSE },
  { "avoid-words", N_("Words I never use"), N_("The checks point them out in a draft"), 0, TRUE, FALSE, FALSE },
};

G_DEFINE_FINAL_TYPE (AmbProfile, amb_profile, G_TYPE_OBJECT)

static const char * const no_texts[] = { NULL };

/* A newer version may know more fields: their texts stay as they are, in whatever language. */
static char *
make_key (const char *field,
          const char *language)
{
  const AmbProfileField *known = amb_profile_find_field (field);
  gboolean per_language = known == NULL || known->per_language;

  return g_strconcat (field, ":", per_language && language != NULL ? language : "", NULL);
}

static char **
copy_filled_texts (const char * const *texts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (*texts[i] != '\0')
        g_strv_builder_add (builder, texts[i]);
    }

  return g_strv_builder_end (builder);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
amb_profile_finalize (GObject *object)
{
  AmbProfile *self = AMB_PROFILE (object);

  g_hash_table_unref (self->texts);

  G_OBJECT_CLASS (amb_profile_parent_class)->finalize (object);
}

static void
amb_profile_class_init (AmbProfileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amb_profile_finalize;

  /**
   * AmbProfile::changed:
   * @self: a profile
   * @field: the field that changed
   * @language: its language, or ""
   *
   * A text differs from before.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
amb_profile_init (AmbProfile *self)
{
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
}

/**
 * amb_profile_new:
 *
 * Makes an empty profile.
 *
 * Returns: (transfer full): the profile
 */
AmbProfile *
amb_profile_new (void)
{
  return g_object_new (AMB_TYPE_PROFILE, NULL);
}

static void
copy_text (const char *field,
           const char *language,
           guint       position,
           const char *text,
           gpointer    data)
{
  AmbProfile *copy = data;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  g_strv_builder_addv (builder, (const char **) amb_profile_get_list (copy, field, language));
  g_strv_builder_add (builder, text);
  texts = g_strv_builder_end (builder);
  amb_profile_set_list (copy, field, language, (const char * const *) texts);
}

/**
 * amb_profile_copy:
 * @self: a profile
 *
 * Copies a profile, to hand it to another thread.
 *
 * Returns: (transfer full): the copy
 */
AmbProfile *
amb_profile_copy (AmbProfile *self)
{
  AmbProfile *copy = amb_profile_new ();

  amb_profile_foreach (self, copy_text, copy);

  return copy;
}

/**
 * amb_profile_get_fields:
 * @n_fields: (out): how many there are
 *
 * Gets the table of fields, in the order in which a person fills them in.
 *
 * Returns: (array length=n_fields): the fields
 */
const AmbProfileField *
amb_profile_get_fields (gsize *n_fields)
{
  g_return_val_if_fail (n_fields != NULL, NULL);

  *n_fields = G_N_ELEMENTS (fields);

  return fields;
}

/**
 * amb_profile_find_field:
 * @id: the word for a field
 *
 * Finds a field.
 *
 * Returns: (nullable): the field, or %NULL when there is none of that name
 */
const AmbProfileField *
amb_profile_find_field (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_strcmp0 (fields[i].id, id) == 0)
        return &fields[i];
    }

  return NULL;
}

/**
 * amb_profile_get_text:
 * @self: a profile
 * @field: the id of a field
 * @language: (nullable): BCP 47; only fields that are written in each language anew look at it
 *
 * Gets a text; of a field that holds a list, the first.
 *
 * Returns: (transfer none) (nullable): UTF-8, or %NULL when there is none
 */
const char *
amb_profile_get_text (AmbProfile *self,
                      const char *field,
                      const char *language)
{
  return amb_profile_get_list (self, field, language)[0];
}

/**
 * amb_profile_set_text:
 * @self: a profile
 * @field: the id of a field
 * @language: (nullable): BCP 47; only fields that are written in each language anew look at it
 * @text: (nullable): UTF-8; the empty text counts as none
 *
 * Sets a text; of a field that holds a list, it becomes the only one.
 */
void
amb_profile_set_text (AmbProfile *self,
                      const char *field,
                      const char *language,
                      const char *text)
{
  const char * const texts[] = { text, NULL };

  amb_profile_set_list (self, field, language, texts);
}

/**
 * amb_profile_get_list:
 * @self: a profile
 * @field: the id of a field
 * @language: (nullable): BCP 47; only fields that are written in each language anew look at it
 *
 * Gets the texts of a field.
 *
 * Returns: (transfer none) (array zero-terminated=1): the texts, never %NULL
 */
const char * const *
amb_profile_get_list (AmbProfile *self,
                      const char *field,
                      const char *language)
{
  g_autofree char *key = NULL;
  char **texts;

  g_return_val_if_fail (AMB_IS_PROFILE (self), no_texts);
  g_return_val_if_fail (field != NULL, no_texts);

  key = make_key (field, language);
  texts = g_hash_table_lookup (self->texts, key);

  return texts == NULL ? no_texts : (const char * const *) texts;
}

/**
 * amb_profile_set_list:
 * @self: a profile
 * @field: the id of a field
 * @language: (nullable): BCP 47; only fields that are written in each language anew look at it
 * @texts: (array zero-terminated=1): UTF-8; empty texts are left out
 *
 * Sets the texts of a field.
 */
void
amb_profile_set_list (AmbProfile         *self,
                      const char         *field,
                      const char         *language,
                      const char * const *texts)
{
  g_autofree char *key = NULL;
  g_auto (GStrv) filled = NULL;

  g_return_if_fail (AMB_IS_PROFILE (self));
  g_return_if_fail (field != NULL);
  g_return_if_fail (texts != NULL);

  filled = copy_filled_texts (texts);
  if (g_strv_equal ((const char * const *) filled, amb_profile_get_list (self, field, language)))
    return;

  key = make_key (field, language);
  if (filled[0] == NULL)
    g_hash_table_remove (self->texts, key);
  else
    g_hash_table_insert (self->texts, g_strdup (key), g_steal_pointer (&filled));

  g_signal_emit (self, signals[CHANGED], g_quark_from_string (field), field, strchr (key, ':') + 1);
}

/**
 * amb_profile_get_languages:
 * @self: a profile
 *
 * Gets the languages in which something was written, sorted.
 *
 * Returns: (transfer full) (array zero-terminated=1): BCP 47
 */
char **
amb_profile_get_languages (AmbProfile *self)
{
  g_autoptr (GPtrArray) languages = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (AMB_IS_PROFILE (self), NULL);

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const char *language = strchr (key, ':') + 1;

      if (*language != '\0' && !g_ptr_array_find_with_equal_func (languages, language, g_str_equal, NULL))
        g_ptr_array_add (languages, g_strdup (language));
    }
  g_ptr_array_sort (languages, compare_texts);
  g_ptr_array_add (languages, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&languages), FALSE);
}

/**
 * amb_profile_foreach:
 * @self: a profile
 * @func: (scope call): called for every text
 * @data: for @func
 *
 * Goes through the texts of all fields, those of one field in their order.
 */
void
amb_profile_foreach (AmbProfile     *self,
                     AmbProfileFunc  func,
                     gpointer        data)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_return_if_fail (AMB_IS_PROFILE (self));

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_auto (GStrv) parts = g_strsplit (key, ":", 2);
      char **texts = value;

      for (guint i = 0; texts[i] != NULL; i++)
        func (parts[0], parts[1], i, texts[i], data);
    }
}

/**
 * amb_profile_equal:
 * @self: a profile
 * @other: a profile
 *
 * Tells whether two profiles hold the same texts.
 *
 * Returns: %TRUE when they do
 */
gboolean
amb_profile_equal (AmbProfile *self,
                   AmbProfile *other)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_return_val_if_fail (AMB_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (AMB_IS_PROFILE (other), FALSE);

  if (g_hash_table_size (self->texts) != g_hash_table_size (other->texts))
    return FALSE;

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const char * const *theirs = g_hash_table_lookup (other->texts, key);

      if (theirs == NULL || !g_strv_equal (value, theirs))
        return FALSE;
    }

  return TRUE;
}
