/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <gio/gio.h>

#include "fuzz-target.h"

/* Gives a fuzz target every file of its corpus and then changed ones, the same each time: a test that takes seconds, where
 * libFuzzer takes hours.
 *
 * usage: run-corpus FOLDER NUMBER-OF-CHANGED-INPUTS */

#define MAX_CHANGES 6
#define MAX_PIECE 64

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static GPtrArray *
load_corpus (const char *folder)
{
  GPtrArray *corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) directory = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (directory)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  /* A folder has no order of its own, and the changes depend on it. */
  g_ptr_array_sort (paths, compare_names);

  for (guint i = 0; i < paths->len; i++)
    {
      char *contents;
      gsize length;

      g_file_get_contents (g_ptr_array_index (paths, i), &contents, &length, &error);
      g_assert_no_error (error);
      g_ptr_array_add (corpus, g_bytes_new_take (contents, length));
    }
  g_assert_cmpuint (corpus->len, >, 0);

  return corpus;
}

static gsize
choose (GRand *random,
        gsize  end)
{
  return end == 0 ? 0 : g_rand_int_range (random, 0, (gint32) end);
}

/* Changes a byte, takes a piece out, doubles one, or puts one of another input in. */
static void
change (GByteArray *input,
        GBytes     *other,
        GRand      *random)
{
  gsize other_size;
  const guint8 *other_data = g_bytes_get_data (other, &other_size);
  gsize start = choose (random, input->len);
  gsize length = choose (random, MIN (MAX_PIECE, input->len - start));
  gsize other_start = choose (random, other_size);
  gsize other_length = choose (random, MIN (MAX_PIECE, other_size - other_start));
  gsize tail_length = input->len - start;
  g_autofree guint8 *tail = g_memdup2 (input->data + start, tail_length);

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      if (tail_length > 0)
        input->data[start] = g_rand_int_range (random, 0, 256);
      break;
    case 1:
      g_byte_array_remove_range (input, start, length);
      break;
    case 2:
      g_byte_array_append (input, tail, length);
      break;
    default:
      g_byte_array_set_size (input, start);
      g_byte_array_append (input, other_data + other_start, other_length);
      g_byte_array_append (input, tail, tail_length);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) corpus = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);

  g_assert_cmpint (argc, ==, 3);
  corpus = load_corpus (argv[1]);

  for (guint i = 0; i < corpus->len; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (corpus, i), &size);

      LLVMFuzzerTestOneInput (data, size);
    }
  for (guint i = 0; i < (guint) g_ascii_strtoull (argv[2], NULL, 10); i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (corpus, i % corpus->len), &size);
      g_autoptr (GByteArray) input = g_byte_array_new ();

      g_byte_array_append (input, data, size);
      for (guint j = choose (random, MAX_CHANGES) + 1; j > 0; j--)
        change (input, g_ptr_array_index (corpus, choose (random, corpus->len)), random);
      LLVMFuzzerTestOneInput (input->data, input->len);
    }
  g_print ("%u files and %s changed ones\n", corpus->len, argv[2]);

  return 0;
}
