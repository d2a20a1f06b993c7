/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-connection.h"
#include "amb-story-use.h"

G_BEGIN_DECLS

void    amb_recovery_stories_print (GKeyFile *file, GArray *stories);
GArray *amb_recovery_stories_read  (AmbConnection *connection, GKeyFile *file, GError **error);

G_END_DECLS
