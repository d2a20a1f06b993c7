/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-connection.h"
#include "amb-reuse.h"

G_BEGIN_DECLS

AmbReuse *amb_own_words_measure (AmbConnection *connection, const char *text, GArray *stories, GError **error);

G_END_DECLS
