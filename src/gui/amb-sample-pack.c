/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-sample-pack.h"

static GFile *
find_in_language (const char *language)
{
  g_autofree char *name = g_strdup_printf ("zonneveld-%s.storypack", language);
  g_autofree char *path = g_build_filename (AMB_PKGDATADIR, "packs", name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_file_new_for_path (path) : NULL;
}

/**
 * amb_sample_pack_find:
 *
 * Finds the sample that comes with the program, in the language of the program when there is one.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL when no sample is installed
 */
GFile *
amb_sample_pack_find (void)
{
  const char * const *names = g_get_language_names ();

  for (gsize i = 0; names[i] != NULL; i++)
    {
      GFile *file = find_in_language (names[i]);

      if (file != NULL)
        return file;
    }

  return find_in_language ("en");
}
