/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-database.h"

G_BEGIN_DECLS

int          amb_test_hold_lock      (const char *path);
GAsyncQueue *amb_test_hold_writer    (AmbDatabase *database);
void         amb_test_release_writer (GAsyncQueue *held);

G_END_DECLS
