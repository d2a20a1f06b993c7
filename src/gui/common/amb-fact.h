/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMB_TYPE_FACT (amb_fact_get_type ())
G_DECLARE_FINAL_TYPE (AmbFact, amb_fact, AMB, FACT, AdwBin)

GtkWidget *amb_fact_new (const char *title, const char *text);

G_END_DECLS
