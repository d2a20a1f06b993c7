/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-source.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-importer.h"

/* Files with these names are taken for packs, so that a broken one is told; of others only those that are known. */
static const char * const pack_suffixes[] = { ".storypack.xml", ".storypack", ".storypack.zip" };

static gboolean
has_pack_suffix (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (pack_suffixes); i++)
    {
      if (g_str_has_suffix (lower, pack_suffixes[i]))
        return TRUE;
    }

  return FALSE;
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (g_file_peek_path (*(GFile * const *) a), g_file_peek_path (*(GFile * const *) b));
}

static gboolean
find_in_folder (GFile         *folder,
                GPtrArray     *files,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GFileEnumerator) enumerator =
    g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                               G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  GFileInfo *info;
  GFile *child;

  if (enumerator == NULL)
    return FALSE;

  do
    {
      if (!g_file_enumerator_iterate (enumerator, &info, &child, cancellable, error))
        return FALSE;
      if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR &&
          (has_pack_suffix (g_file_info_get_name (info)) || amb_importer_recognizes (child)))
        g_ptr_array_add (found, g_object_ref (child));
    }
  while (info != NULL);

  if (found->len == 0)
    {
      g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNKNOWN, _("There is no story pack in the folder “%s”."),
                   g_file_peek_path (folder));
      return FALSE;
    }

  g_ptr_array_sort (found, compare_paths);
  g_ptr_array_extend_and_steal (files, g_steal_pointer (&found));

  return TRUE;
}

/**
 * amb_cli_source_find:
 * @source: what was typed: a file or a folder
 * @files: (element-type GFile): the files are added to these
 * @cancellable: (nullable): stops it
 * @error: [error@FormatError] when a folder holds nothing, or #GIOErrorEnum
 *
 * Finds the files that a source of an import stands for: a folder stands for its packs, by name.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_cli_source_find (const char    *source,
                     GPtrArray     *files,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (source);

  if (g_file_peek_path (file) == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _("“%s” can’t be read from there: save it as a file first."), source);
      return FALSE;
    }

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
    return find_in_folder (file, files, cancellable, error);

  g_ptr_array_add (files, g_steal_pointer (&file));

  return TRUE;
}
