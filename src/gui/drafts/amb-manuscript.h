/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "amb-range.h"

G_BEGIN_DECLS

#define AMB_TYPE_MANUSCRIPT (amb_manuscript_get_type ())
G_DECLARE_FINAL_TYPE (AmbManuscript, amb_manuscript, AMB, MANUSCRIPT, GtkTextView)

/**
 * AmbInsertion:
 * @AMB_INSERTION_INLINE: where the cursor is, with a space around it where one is due
 * @AMB_INSERTION_BLOCK: on lines of its own
 *
 * How a text goes into the manuscript.
 */
typedef enum
{
  AMB_INSERTION_INLINE,
  AMB_INSERTION_BLOCK,
} AmbInsertion;

GtkWidget *amb_manuscript_new       (void);

/* The texts. Each has a name, and an undo history as long as the manuscript isn't cleared. */
void       amb_manuscript_show      (AmbManuscript *self, const char *name, const char *text);
void       amb_manuscript_clear     (AmbManuscript *self);
char      *amb_manuscript_dup_text  (AmbManuscript *self);
void       amb_manuscript_insert    (AmbManuscript *self, const char *text, AmbInsertion insertion);
void       amb_manuscript_append    (AmbManuscript *self, const char *text);
void       amb_manuscript_select    (AmbManuscript *self, const AmbRange *range);

/* Copied passages and questions that wait: amb-manuscript-marks.c */
void       amb_manuscript_unmark    (AmbManuscript *self);
void       amb_manuscript_mark      (AmbManuscript *self, const AmbRange *range, const char *explanation);
void       amb_manuscript_mark_question (AmbManuscript *self, const AmbRange *range, const char *explanation);

G_END_DECLS
