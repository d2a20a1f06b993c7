/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AMB_TYPE_OWN_WORDS_BAR (amb_own_words_bar_get_type ())
G_DECLARE_FINAL_TYPE (AmbOwnWordsBar, amb_own_words_bar, AMB, OWN_WORDS_BAR, GtkWidget)

GtkWidget *amb_own_words_bar_new       (void);
double     amb_own_words_bar_get_share (AmbOwnWordsBar *self);
void       amb_own_words_bar_set_share (AmbOwnWordsBar *self, double share);

G_END_DECLS
