/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-text-data.h"

#include "amb-text-resources.h"

#define TEXT_DATA_PREFIX "/io/github/ambassadortoolkit/Ambassador/text/"

/**
 * amb_text_data_load:
 * @name: a file under data/, as the resource description names it
 *
 * Gives the content of a data file that was built into the program. May be called from any thread;
 * it is an error in the program when the file is not there.
 *
 * Returns: (transfer full): the bytes
 */
GBytes *
amb_text_data_load (const char *name)
{
  g_autofree char *path = g_strconcat (TEXT_DATA_PREFIX, name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  g_return_val_if_fail (name != NULL, NULL);

  bytes = g_resource_lookup_data (amb_text_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL)
    g_error ("The data file %s is missing: %s", name, error->message);

  return bytes;
}

static void
add_words (GHashTable *words,
           const char *line)
{
  g_auto (GStrv) parts = g_strsplit_set (line, " \t\r", -1);

  for (gsize i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_hash_table_add (words, g_strdup (parts[i]));
}

/**
 * amb_text_data_load_words:
 * @name: a file under data/ with words between white space; a line that begins with `#` is a comment
 *
 * Reads a list of words. May be called from any thread.
 *
 * Returns: (transfer full) (element-type utf8 utf8): the set of words
 */
GHashTable *
amb_text_data_load_words (const char *name)
{
  g_autoptr (GBytes) bytes = amb_text_data_load (name);
  g_autofree char *content = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '#')
      add_words (words, lines[i]);

  return words;
}
