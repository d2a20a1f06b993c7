/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-top-level-domains.h"

#include <string.h>

#include <unicode/uchar.h>
#include <unicode/ustring.h>

#include "amb-icu.h"
#include "amb-text-data.h"

#define LONGEST_NAME 63

static gpointer
load_names (gpointer data)
{
  return amb_text_data_load_words ("text/top-level-domains.txt");
}

static GHashTable *
get_names (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_names, NULL);
}

/* The names in other letters, in UTF-16: a text in those is not told apart by spaces, so it has to
 * be compared with each. */
static gpointer
make_wide_names (gpointer data)
{
  GPtrArray *wide = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, get_names ());
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      int32_t length;

      if (!g_str_is_ascii (name))
        g_ptr_array_add (wide, amb_icu_from_utf8 (name, -1, &length));
    }

  return wide;
}

static GPtrArray *
get_wide_names (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_wide_names, NULL);
}

/**
 * amb_top_level_domains_contain:
 * @name: UTF-8, in capitals or not
 * @length: bytes
 *
 * Tells whether a name is a top-level domain. Thread-safe.
 *
 * Returns: whether it is
 */
gboolean
amb_top_level_domains_contain (const char *name,
                               gsize       length)
{
  char folded[LONGEST_NAME + 1];

  if (length == 0 || length > LONGEST_NAME)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    folded[i] = g_ascii_tolower (name[i]);
  folded[length] = '\0';

  return g_hash_table_contains (get_names (), folded);
}

static int32_t
match_wide_name (const UChar *name,
                 const UChar *text,
                 int32_t      length)
{
  int32_t i = 0;

  for (; name[i] != 0; i++)
    if (i == length || (text[i] != name[i] && u_tolower (text[i]) != name[i]))
      return 0;

  return i;
}

/* What may not follow a name, or the name goes on. */
static gboolean
ends_name (const UChar *text,
           int32_t      length,
           int32_t      end)
{
  return end == length || text[end] >= 0x80 ||
         !(g_ascii_isalnum (text[end]) || text[end] == '@' || text[end] == '+' || text[end] == '-');
}

/**
 * amb_top_level_domains_match:
 * @text: UTF-16
 * @length: units
 *
 * Tells how far a text begins with a top-level domain: with all of its Latin letters, or with the
 * longest name in other letters. A letter, digit, `@`, `+` or `-` of ASCII may not follow.
 * Thread-safe.
 *
 * Returns: the number of units, or 0 when it does not
 */
int32_t
amb_top_level_domains_match (const UChar *text,
                             int32_t      length)
{
  GPtrArray *wide = get_wide_names ();
  char ascii[LONGEST_NAME];
  int32_t n_ascii = 0;
  int32_t longest = 0;

  while (n_ascii < length && n_ascii < LONGEST_NAME && text[n_ascii] < 0x80 && g_ascii_isalpha (text[n_ascii]))
    {
      ascii[n_ascii] = text[n_ascii];
      n_ascii++;
    }

  if (amb_top_level_domains_contain (ascii, n_ascii))
    return ends_name (text, length, n_ascii) ? n_ascii : 0;

  if (n_ascii == length || text[n_ascii] < 0x80)
    return 0;

  for (guint i = 0; i < wide->len; i++)
    {
      int32_t n_units = match_wide_name (g_ptr_array_index (wide, i), text, length);

      if (n_units > longest && ends_name (text, length, n_units))
        longest = n_units;
    }

  return longest;
}
