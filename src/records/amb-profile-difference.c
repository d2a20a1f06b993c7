/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-records"

#include "config.h"

#include "amb-profile-difference.h"

#include <string.h>

static void
difference_free (gpointer data)
{
  AmbProfileDifference *difference = data;

  g_free (difference->language);
  g_free (difference->before);
  g_free (difference->after);
  g_free (difference);
}

static void
compare_field (GPtrArray             *differences,
               const AmbProfileField *field,
               const char            *language,
               AmbProfile            *before,
               AmbProfile            *after)
{
  const char * const *old = amb_profile_get_list (before, field->id, language);
  const char * const *new = amb_profile_get_list (after, field->id, language);
  AmbProfileDifference *difference;

  if (g_strv_equal (old, new))
    return;

  difference = g_new (AmbProfileDifference, 1);
  difference->field = field;
  difference->language = g_strdup (language);
  difference->before = g_strjoinv ("\n", (char **) old);
  difference->after = g_strjoinv ("\n", (char **) new);
  g_ptr_array_add (differences, difference);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
add_languages (GPtrArray  *languages,
               AmbProfile *profile)
{
  g_auto (GStrv) more = amb_profile_get_languages (profile);

  for (guint i = 0; more[i] != NULL; i++)
    {
      if (!g_ptr_array_find_with_equal_func (languages, more[i], g_str_equal, NULL))
        g_ptr_array_add (languages, g_strdup (more[i]));
    }
}

/**
 * amb_profile_difference_list:
 * @before: a profile
 * @after: another
 *
 * Lists where two profiles differ, in the order of the fields.
 *
 * Returns: (transfer full) (element-type AmbProfileDifference): the differences
 */
GPtrArray *
amb_profile_difference_list (AmbProfile *before,
                             AmbProfile *after)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func (difference_free);
  g_autoptr (GPtrArray) languages = g_ptr_array_new_with_free_func (g_free);
  gsize n_fields = 0;
  const AmbProfileField *fields = amb_profile_get_fields (&n_fields);

  g_return_val_if_fail (AMB_IS_PROFILE (before), differences);
  g_return_val_if_fail (AMB_IS_PROFILE (after), differences);

  add_languages (languages, before);
  add_languages (languages, after);
  g_ptr_array_sort (languages, compare_texts);

  for (gsize i = 0; i < n_fields; i++)
    {
      if (!fields[i].per_language)
        compare_field (differences, &fields[i], "", before, after);
      for (guint j = 0; fields[i].per_language && j < languages->len; j++)
        compare_field (differences, &fields[i], g_ptr_array_index (languages, j), before, after);
    }

  return differences;
}
