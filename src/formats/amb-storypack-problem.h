/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmbStorypackProblem:
 * @line: counted from 1, or 0 when it is about no line
 * @message: one sentence in the person's language
 *
 * Something wrong in a story pack.
 */
typedef struct
{
  int   line;
  char *message;
} AmbStorypackProblem;

GPtrArray *amb_storypack_problems_new (void);
void       amb_storypack_problems_add (GPtrArray *problems, int line, const char *format, ...) G_GNUC_PRINTF (3, 4);

G_END_DECLS
