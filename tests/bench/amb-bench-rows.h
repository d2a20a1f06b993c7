/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double amb_bench_rows_insert_again (const char *source, const char *target);

G_END_DECLS
