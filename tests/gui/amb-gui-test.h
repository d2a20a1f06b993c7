/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "amb-test-context.h"

G_BEGIN_DECLS

/* What every test of a widget needs: a display, and eyes and hands. A database comes from AmbTestContext. */

typedef gboolean (*AmbGuiTestFunc) (gpointer data);

void        amb_gui_test_init          (int *argc, char ***argv);
GtkWidget  *amb_gui_test_show          (GtkWidget *child, int width, int height);
void        amb_gui_test_hide          (GtkWidget *window);
void        amb_gui_test_wait          (AmbGuiTestFunc func, gpointer data);
void        amb_gui_test_settle        (void);
GtkWidget  *amb_gui_test_find          (GtkWidget *root, GType type, const char *text);
void        amb_gui_test_click         (GtkWidget *button);
gboolean    amb_gui_test_press         (GtkWidget *widget, guint keyval, GdkModifierType state);
void        amb_gui_test_assert_named  (GtkWidget *root);
void        amb_gui_test_assert_label  (GtkWidget *widget, const char *label);
void        amb_gui_test_store_result  (GObject *object, GAsyncResult *result, gpointer data);
GAsyncResult *amb_gui_test_wait_result (GAsyncResult **result);

/* What may happen to the disk meanwhile. */
void         amb_gui_test_wait_for_writes (AmbTestContext *test);
void         amb_gui_test_set_read_only   (AmbTestContext *test, gboolean read_only);

G_END_DECLS
