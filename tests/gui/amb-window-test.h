/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-context.h"
#include "amb-gui-test.h"
#include "amb-window.h"

G_BEGIN_DECLS

/**
 * AmbWindowTest:
 * @folder: where its database is
 * @path: the database, which is not there before the window is
 * @context: what the window works on
 * @window: (nullable): the window, until somebody destroyed it
 *
 * The window of the program over a file, for tests that do things to the file.
 */
typedef struct
{
  char       *folder;
  char       *path;
  AmbContext *context;
  AmbWindow  *window;
} AmbWindowTest;

void       amb_window_test_set_up        (AmbWindowTest *self, gconstpointer data);
void       amb_window_test_tear_down     (AmbWindowTest *self, gconstpointer data);
void       amb_window_test_open          (AmbWindowTest *self, int width);

GtkWidget *amb_window_test_find_page     (GtkWidget *window);
gboolean   amb_window_test_shows_page    (gpointer window);
gboolean   amb_window_test_shows_trouble (gpointer window);
GtkWidget *amb_window_test_find_toplevel (GType type);

G_END_DECLS
