/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "amb-range.h"

G_BEGIN_DECLS

GArray *amb_sentences_split (const char *text, const char *language);

G_END_DECLS
