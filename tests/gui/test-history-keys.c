/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "amb-conversation-dialog.h"
#include "amb-entry-editor.h"
#include "amb-gui-test.h"

static GtkWidget *
get_row (GtkWidget  *window,
         const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (window, G_OBJECT_TYPE (window), name));
}

static gboolean
has_popover (gpointer row)
{
  return amb_gui_test_find (row, GTK_TYPE_POPOVER, NULL) != NULL;
}

/* A button that a key presses comes up again some time later. */
static void
assert_enter_opens (GtkWidget  *dialog,
                    const char *name)
{
  GtkWidget *row = get_row (dialog, name);

  g_assert_true (gtk_widget_grab_focus (row));
  g_signal_emit_by_name (dialog, "activate-default");
  g_assert_true (gtk_widget_get_visible (dialog));
  amb_gui_test_wait (has_popover, row);
  gtk_popover_popdown (GTK_POPOVER (amb_gui_test_find (row, GTK_TYPE_POPOVER, NULL)));
  amb_gui_test_settle ();
}

/* Enter saves where one types; in a row that opens something, it opens it. */
static void
test_enter_opens (void)
{
  AmbTestContext *test = amb_test_context_new ();
  GtkWidget *conversation = amb_conversation_dialog_new (NULL, test->context);
  GtkWidget *editor = amb_entry_editor_new (NULL, test->context, NULL);
  GtkWidget *private = GTK_WIDGET (get_row (editor, "private"));

  gtk_widget_show (conversation);
  g_object_set (get_row (conversation, "text"), "text", "The new clinic", NULL);
  assert_enter_opens (conversation, "kind");
  assert_enter_opens (conversation, "at");
  gtk_window_destroy (GTK_WINDOW (conversation));

  gtk_widget_show (editor);
  amb_gui_test_settle ();
  gtk_editable_set_text (GTK_EDITABLE (get_row (editor, "title")), "A talk");
  assert_enter_opens (editor, "kind");
  assert_enter_opens (editor, "at");
  assert_enter_opens (editor, "follow_up_at");
  g_assert_true (gtk_widget_get_receives_default (get_row (editor, "language")));
  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_ancestor (private, ADW_TYPE_ACTION_ROW)));
  g_signal_emit_by_name (editor, "activate-default");
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (private)));
  gtk_window_destroy (GTK_WINDOW (editor));
  amb_gui_test_settle ();

  amb_test_context_free (test);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/history/enter-opens", test_enter_opens);

  return g_test_run ();
}
