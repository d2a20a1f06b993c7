/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-connection.h"

G_BEGIN_DECLS

gpointer amb_test_add_draft    (AmbConnection *connection, gpointer text, GCancellable *cancellable, GError **error);
gpointer amb_test_count_drafts (AmbConnection *connection, gpointer search, GCancellable *cancellable, GError **error);
gboolean amb_test_commit_draft (AmbConnection *connection, const char *text, GError **error);

G_END_DECLS
