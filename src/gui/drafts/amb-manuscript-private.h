/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-manuscript.h"

G_BEGIN_DECLS

void amb_manuscript_get_iters  (AmbManuscript *self, const AmbRange *range, GtkTextIter *start, GtkTextIter *end);
void amb_manuscript_init_marks (AmbManuscript *self, GtkTextTagTable *tags);

G_END_DECLS
