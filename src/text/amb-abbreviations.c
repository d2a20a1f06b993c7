/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-abbreviations.h"

#include "amb-language.h"
#include "amb-text-data.h"

#define EVERY_LANGUAGE "*"
#define LONGEST 16

static void
add_language (GHashTable *abbreviations,
              GKeyFile   *file,
              const char *language)
{
  g_autofree char *words = g_key_file_get_string (file, language, "Words", NULL);
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; list[i] != NULL; i++)
    g_hash_table_add (set, g_strdup (list[i]));

  g_hash_table_insert (abbreviations, g_strdup (language), set);
}

/* language (utf8) to set of abbreviations (GHashTable of utf8) */
static gpointer
load (gpointer data)
{
  g_autoptr (GBytes) bytes = amb_text_data_load ("text/abbreviations.ini");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) languages = NULL;
  GHashTable *abbreviations = g_hash_table_new (g_str_hash, g_str_equal);

  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    g_error ("data/text/abbreviations.ini: %s", error->message);

  languages = g_key_file_get_groups (file, NULL);
  for (gsize i = 0; languages[i] != NULL; i++)
    add_language (abbreviations, file, languages[i]);

  return abbreviations;
}

/**
 * amb_abbreviations_contain:
 * @language: (nullable): the language of the text, such as `nl`
 * @word: UTF-8, with its full stop
 * @length: bytes
 *
 * Tells whether a word is an abbreviation that a sentence goes on after, by
 * data/text/abbreviations.ini. Thread-safe.
 *
 * Returns: whether it is
 */
gboolean
amb_abbreviations_contain (const char *language,
                           const char *word,
                           gsize       length)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *abbreviations = g_once (&once, load, NULL);
  g_autofree char *lower = NULL;
  GHashTableIter iter;
  gpointer code, set;

  if (length == 0 || length > LONGEST)
    return FALSE;

  lower = g_utf8_strdown (word, length);

  g_hash_table_iter_init (&iter, abbreviations);
  while (g_hash_table_iter_next (&iter, &code, &set))
    if ((g_str_equal (code, EVERY_LANGUAGE) || amb_language_is (language, code)) && g_hash_table_contains (set, lower))
      return TRUE;

  return FALSE;
}
