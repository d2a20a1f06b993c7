/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"

G_BEGIN_DECLS

/* How much waits on a page, for the quiet count beside its name: one uint property for each page that has one, named
 * after the tag of the page. Follows the database by itself. */
#define AMB_TYPE_WAITING (amb_waiting_get_type ())
G_DECLARE_FINAL_TYPE (AmbWaiting, amb_waiting, AMB, WAITING, GObject)

AmbWaiting *amb_waiting_new (AmbContext *context);

G_END_DECLS
