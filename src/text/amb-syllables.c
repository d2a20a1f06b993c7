/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-syllables.h"

#include <string.h>

#include "amb-language.h"
#include "amb-text-data.h"

#define WORD_BEGIN '^'
#define WORD_END '$'

/* Letters, and how many syllables they make together. */
typedef struct
{
  char *letters;
  gsize length;
  guint syllables;
} LetterGroup;

typedef struct
{
  char *language;
  char *vowels;
  /* the groups by their first byte, the longest first (LetterGroup) */
  GArray *groups[256];
} Syllables;

static gint
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const LetterGroup *left = a;
  const LetterGroup *right = b;

  return (left->length < right->length) - (left->length > right->length);
}

static void
add_groups (Syllables  *self,
            GKeyFile   *file,
            const char *key,
            guint       syllables)
{
  g_autofree char *value = g_key_file_get_string (file, self->language, key, NULL);
  g_auto (GStrv) list = g_strsplit (value == NULL ? "" : value, " ", -1);

  for (gsize i = 0; list[i] != NULL; i++)
    {
      LetterGroup group = { g_strdup (list[i]), strlen (list[i]), syllables };
      GArray **groups = &self->groups[(guchar) list[i][0]];

      if (*groups == NULL)
        *groups = g_array_new (FALSE, FALSE, sizeof (LetterGroup));
      g_array_append_val (*groups, group);
    }
}

static gpointer
load (gpointer data)
{
  static const char * const keys[] = { "None", "One", "Two", "Three" };
  g_autoptr (GBytes) bytes = amb_text_data_load ("text/syllables.ini");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) languages = NULL;
  GPtrArray *all = g_ptr_array_new ();

  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    g_error ("data/text/syllables.ini: %s", error->message);

  languages = g_key_file_get_groups (file, NULL);
  for (gsize i = 0; languages[i] != NULL; i++)
    {
      Syllables *self = g_new0 (Syllables, 1);

      self->language = g_strdup (languages[i]);
      self->vowels = g_key_file_get_string (file, self->language, "Vowels", NULL);
      for (guint n = 0; n < G_N_ELEMENTS (keys); n++)
        add_groups (self, file, keys[n], n);
      for (gsize j = 0; j < G_N_ELEMENTS (self->groups); j++)
        if (self->groups[j] != NULL)
          g_array_sort (self->groups[j], compare_groups);

      g_ptr_array_add (all, self);
    }

  return all;
}

static const Syllables *
find_syllables (const char *language)
{
  static GOnce once = G_ONCE_INIT;
  GPtrArray *all = g_once (&once, load, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const Syllables *self = g_ptr_array_index (all, i);

      if (amb_language_is (language, self->language))
        return self;
    }

  return NULL;
}

static const LetterGroup *
find_group (const Syllables *self,
            const char      *letters)
{
  const GArray *groups = self->groups[(guchar) letters[0]];

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const LetterGroup *group = &g_array_index (groups, LetterGroup, i);

      if (strncmp (letters, group->letters, group->length) == 0)
        return group;
    }

  return NULL;
}

static guint
count (const Syllables *self,
       const char      *marked)
{
  const char *p = marked;
  guint n_syllables = 0;

  while (*p != '\0')
    {
      const LetterGroup *group = find_group (self, p);

      if (group != NULL)
        {
          n_syllables += group->syllables;
          p += group->length;
          continue;
        }

      n_syllables += g_utf8_strchr (self->vowels, -1, g_utf8_get_char (p)) != NULL ? 1 : 0;
      p = g_utf8_next_char (p);
    }

  return n_syllables;
}

/**
 * amb_syllables_count:
 * @word: UTF-8, a word
 * @length: bytes
 * @language: (nullable): its language, such as `nl`
 *
 * Counts the syllables of a word as the groups of vowels that are spoken as one, with the exceptions
 * of data/text/syllables.ini. Hyphenation is no help: it leaves out short first and last syllables.
 * Thread-safe.
 *
 * Returns: the number of syllables, at least 1; 1 for every word of a language that is not known
 */
guint
amb_syllables_count (const char *word,
                     gsize       length,
                     const char *language)
{
  const Syllables *self = find_syllables (language);
  g_autofree char *composed = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *marked = NULL;

  g_return_val_if_fail (word != NULL, 1);

  if (self == NULL)
    return 1;

  composed = g_utf8_normalize (word, length, G_NORMALIZE_NFKC);
  if (composed == NULL)
    return 1;

  lower = g_utf8_strdown (composed, -1);
  marked = g_strdup_printf ("%c%s%c", WORD_BEGIN, lower, WORD_END);

  return MAX (count (self, marked), 1);
}
