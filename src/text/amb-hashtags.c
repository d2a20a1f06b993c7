/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-hashtags.h"

#include "amb-links.h"

/* A shorter hashtag is mostly one word, and read aloud as one. */
#define LETTERS_OF_SEVERAL_WORDS 10

/**
 * amb_hashtags_count:
 * @text: UTF-8
 *
 * Counts the hashtags, for channels that limit them. Thread-safe.
 *
 * Returns: the number of hashtags
 */
guint
amb_hashtags_count (const char *text)
{
  g_autoptr (GArray) hashtags = NULL;

  g_return_val_if_fail (text != NULL, 0);

  hashtags = amb_links_find (text, AMB_LINK_KIND_HASHTAG);

  return hashtags->len;
}

/* All in small letters or all in capitals: nothing says where a word begins. */
static gboolean
is_run_on (const char *hashtag,
           const char *end)
{
  guint n_letters = 0, n_capitals = 0;

  for (const char *p = hashtag; p < end; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == '_')
        return FALSE;

      n_letters += g_unichar_islower (character) || g_unichar_isupper (character) ? 1 : 0;
      n_capitals += g_unichar_isupper (character) ? 1 : 0;
    }

  return n_letters >= LETTERS_OF_SEVERAL_WORDS && (n_capitals == 0 || n_capitals == n_letters);
}

/**
 * amb_hashtags_find_run_on:
 * @text: UTF-8
 *
 * Finds hashtags that probably are several words without a capital for each (`#employeeadvocacy`
 * instead of `#EmployeeAdvocacy`): a screen reader reads those as one word. A single word in a
 * hashtag is not told from several, so only long ones are found; one that begins with a capital was
 * written with care. Thread-safe.
 *
 * Returns: (transfer full) (element-type AmbRange): the hashtags, in the order of the text
 */
GArray *
amb_hashtags_find_run_on (const char *text)
{
  GArray *found = amb_range_array_new ();
  g_autoptr (GArray) hashtags = NULL;

  g_return_val_if_fail (text != NULL, found);

  hashtags = amb_links_find (text, AMB_LINK_KIND_HASHTAG);
  for (guint i = 0; i < hashtags->len; i++)
    {
      AmbRange range = g_array_index (hashtags, AmbLink, i).range;

      if (is_run_on (text + range.start, text + range.end))
        g_array_append_val (found, range);
    }

  return found;
}
