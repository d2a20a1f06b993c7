/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-abbreviations.h"

#include "amb-language.h"
#include "amb-text-data.h"

#define EVERY_LANGUAGE "*"
#define LONGEST 16

/* The abbreviations of a language (sets of utf8): those that a number follows are words too. */
typedef struct
{
  char *language;
  GHashTable *words;
  GHashTable *before_number;
} Abbreviations;

static GHashTable *
read_set (GKeyFile   *file,
          const char *language,
          const char *key)
{
  g_autofree char *words = g_key_file_get_string (file, language, key, NULL);
  g_auto (GStrv) list = g_strsplit (words == NULL ? "" : words, " ", -1);
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; list[i] != NULL; i++)
    g_hash_table_add (set, g_strdup (list[i]));

  return set;
}

static gpointer
load (gpointer data)
{
  g_autoptr (GBytes) bytes = amb_text_data_load ("text/abbreviations.ini");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) languages = NULL;
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Abbreviations));

  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    g_error ("data/text/abbreviations.ini: %s", error->message);

  languages = g_key_file_get_groups (file, NULL);
  for (gsize i = 0; languages[i] != NULL; i++)
    {
      Abbreviations abbreviations = {
        g_strdup (languages[i]),
        read_set (file, languages[i], "Words"),
        read_set (file, languages[i], "BeforeNumber"),
      };

      g_array_append_val (all, abbreviations);
    }

  return all;
}

/**
 * amb_abbreviations_contain:
 * @language: (nullable): the language of the text, such as `nl`
 * @word: UTF-8, with its full stop
 * @length: bytes
 * @before_number: whether a number follows
 *
 * Tells whether a word is an abbreviation that a sentence goes on after, by
 * data/text/abbreviations.ini. Thread-safe.
 *
 * Returns: whether it is
 */
gboolean
amb_abbreviations_contain (const char *language,
                           const char *word,
                           gsize       length,
                           gboolean    before_number)
{
  static GOnce once = G_ONCE_INIT;
  GArray *all = g_once (&once, load, NULL);
  g_autofree char *lower = NULL;

  if (length == 0 || length > LONGEST)
    return FALSE;

  lower = g_utf8_strdown (word, length);

  for (guint i = 0; i < all->len; i++)
    {
      const Abbreviations *abbreviations = &g_array_index (all, Abbreviations, i);

      if (!g_str_equal (abbreviations->language, EVERY_LANGUAGE) && !amb_language_is (language, abbreviations->language))
        continue;

      if (g_hash_table_contains (abbreviations->words, lower) ||
          (before_number && g_hash_table_contains (abbreviations->before_number, lower)))
        return TRUE;
    }

  return FALSE;
}
