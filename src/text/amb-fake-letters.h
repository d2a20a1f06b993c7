/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "amb-range.h"

G_BEGIN_DECLS

GArray *amb_fake_letters_find    (const char *text);
char   *amb_fake_letters_replace (const char *text);

G_END_DECLS
