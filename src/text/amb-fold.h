/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *amb_fold       (const char *text, gssize length);
char *amb_fold_extra (const char *text);

G_END_DECLS
