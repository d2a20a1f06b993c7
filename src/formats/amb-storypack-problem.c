/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-storypack-problem.h"

static void
free_problem (AmbStorypackProblem *problem)
{
  g_free (problem->message);
  g_free (problem);
}

/**
 * amb_storypack_problems_new:
 *
 * Makes an empty list of problems.
 *
 * Returns: (transfer full) (element-type AmbStorypackProblem): the list
 */
GPtrArray *
amb_storypack_problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_problem);
}

/**
 * amb_storypack_problems_add:
 * @problems: (element-type AmbStorypackProblem): a list
 * @line: counted from 1, or 0 when it is about no line
 * @format: a sentence, translated, as for printf()
 * @...: what goes into it
 *
 * Adds a problem to the list.
 */
void
amb_storypack_problems_add (GPtrArray  *problems,
                            int         line,
                            const char *format,
                            ...)
{
  AmbStorypackProblem *problem = g_new0 (AmbStorypackProblem, 1);
  va_list arguments;

  va_start (arguments, format);
  problem->line = line;
  problem->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (problems, problem);
}
