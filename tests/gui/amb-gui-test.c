/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-gui-test.h"

#include <locale.h>

#include <adwaita.h>

#include "amb-database.h"

#define SECONDS_TO_WAIT 20

/**
 * amb_gui_test_init:
 * @argc: the arguments of main()
 * @argv: the arguments of main()
 *
 * Prepares a test program; one without a display is skipped.
 */
void
amb_gui_test_init (int    *argc,
                   char ***argv)
{
  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      exit (0);
    }

  adw_init ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/ambassadortoolkit/Ambassador/icons");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* What a page may ask of its window; a button whose action is not there cannot be clicked. */
static void
insert_window_actions (GtkWidget *window)
{
  static const GActionEntry entries[] = {
    { .name = "show-page", .parameter_type = "s" },
    { .name = "show-navigation" },
    { .name = "open-story", .parameter_type = "x" },
    { .name = "open-draft", .parameter_type = "x" },
    { .name = "open-entry", .parameter_type = "x" },
    { .name = "new-draft", .parameter_type = "x" },
    { .name = "log-conversation" },
    { .name = "import" },
    { .name = "search" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
}

/**
 * amb_gui_test_show:
 * @child: a widget
 * @width: pixels
 * @height: pixels
 *
 * Puts a widget into a window on the screen. The window has the actions that pages use; they do nothing.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
amb_gui_test_show (GtkWidget *child,
                   int        width,
                   int        height)
{
  GtkWidget *window = gtk_window_new ();

  insert_window_actions (window);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_widget_show (window);
  amb_gui_test_settle ();

  return window;
}

void
amb_gui_test_hide (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  amb_gui_test_settle ();
}

static gboolean
give_up (gpointer data)
{
  g_error ("What the test waits for did not happen within %d seconds", SECONDS_TO_WAIT);

  return G_SOURCE_REMOVE;
}

/**
 * amb_gui_test_wait:
 * @func: tells whether it happened
 * @data: for @func
 *
 * Runs the main loop until something happened.
 */
void
amb_gui_test_wait (AmbGuiTestFunc func,
                   gpointer       data)
{
  guint source = g_timeout_add_seconds (SECONDS_TO_WAIT, give_up, NULL);

  while (!func (data))
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (source);
}

/**
 * amb_gui_test_settle:
 *
 * Runs the main loop until it has nothing more to do at once.
 */
void
amb_gui_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE));
}

static gboolean
shows_text (GtkWidget  *widget,
            const char *text)
{
  g_autofree char *mismatch = NULL;

  if (text == NULL)
    return TRUE;
  if (GTK_IS_LABEL (widget))
    return g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0)
    return TRUE;

  mismatch = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text);

  return mismatch == NULL;
}

/**
 * amb_gui_test_find:
 * @root: where to look
 * @type: the type of a widget
 * @text: (nullable): what it shows, or its accessible label
 *
 * Finds a widget that the person can see.
 *
 * Returns: (transfer none) (nullable): the first that fits
 */
GtkWidget *
amb_gui_test_find (GtkWidget  *root,
                   GType       type,
                   const char *text)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && shows_text (root, text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = amb_gui_test_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * amb_gui_test_click:
 * @button: (nullable): a button
 *
 * Clicks a button, which must be there and be sensitive.
 */
void
amb_gui_test_click (GtkWidget *button)
{
  g_assert_true (GTK_IS_BUTTON (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  amb_gui_test_settle ();
}

/**
 * amb_gui_test_press:
 * @widget: a widget
 * @keyval: a key
 * @state: modifiers
 *
 * Gives a key to what listens to keys on a widget itself.
 *
 * Returns: whether it took the key
 */
gboolean
amb_gui_test_press (GtkWidget       *widget,
                    guint            keyval,
                    GdkModifierType  state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &taken);
    }
  amb_gui_test_settle ();

  return taken;
}

static gboolean
has_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return *gtk_label_get_text (GTK_LABEL (widget)) != '\0';

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_get_visible (child) && has_words (child))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_name (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY) ||
         has_words (widget);
}

/* The parts of which GTK makes its own widgets are not for us to name. */
static gboolean
needs_name (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_WINDOW_CONTROLS (parent) || GTK_IS_MENU_BUTTON (parent) || GTK_IS_SPIN_BUTTON (parent) || GTK_IS_TEXT (widget))
    return FALSE;

  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_CHECK_BUTTON (widget) ||
         GTK_IS_TEXT_VIEW (widget) || GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget) ||
         GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_DROP_DOWN (widget);
}

/* On the floor the name is what labels it and its label, one behind the other; later, GTK takes one of them. A button has
 * its words for both, and its symbol has none. */
static gboolean
is_named_twice (GtkWidget *widget)
{
  if (gtk_get_minor_version () > 8)
    return FALSE;

  if (GTK_IS_BUTTON (widget))
    {
      const char *words = gtk_button_get_label (GTK_BUTTON (widget));
      g_autofree char *other = NULL;

      if (words != NULL)
        other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words);

      return other != NULL;
    }

  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) &&
         gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/**
 * amb_gui_test_assert_named:
 * @root: where to look
 *
 * Fails unless everything that is shown and can be operated has a name for a screen reader, and one name only.
 */
void
amb_gui_test_assert_named (GtkWidget *root)
{
  if (!gtk_widget_get_mapped (root))
    return;
  if (needs_name (root) && !has_name (root))
    g_error ("A %s has no accessible name", G_OBJECT_TYPE_NAME (root));
  if (needs_name (root) && is_named_twice (root))
    g_error ("A %s has two accessible names", G_OBJECT_TYPE_NAME (root));

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    amb_gui_test_assert_named (child);
}

void
amb_gui_test_assert_label (GtkWidget  *widget,
                           const char *label)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

/**
 * amb_gui_test_store_result:
 * @object: whose function it was
 * @result: its result
 * @data: a place for the result
 *
 * A callback that keeps the result, for amb_gui_test_wait_result().
 */
void
amb_gui_test_store_result (GObject      *object,
                           GAsyncResult *result,
                           gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

GAsyncResult *
amb_gui_test_wait_result (GAsyncResult **result)
{
  amb_gui_test_wait (has_result, result);

  return *result;
}

static gpointer
do_nothing (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  return NULL;
}

/**
 * amb_gui_test_wait_for_writes:
 * @test: a test context
 *
 * Waits until what was to be written is written, and the callbacks have heard of it: writes keep their order.
 */
void
amb_gui_test_wait_for_writes (AmbTestContext *test)
{
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, do_nothing, NULL, NULL, &error);
  g_assert_no_error (error);
  amb_gui_test_settle ();
}

static gpointer
execute (AmbConnection  *connection,
         gpointer        data,
         GCancellable   *cancellable,
         GError        **error)
{
  amb_connection_execute (connection, data, error);

  return NULL;
}

/**
 * amb_gui_test_set_read_only:
 * @test: a test context
 * @read_only: whether what is written from now on fails
 *
 * Makes writing fail, or work again.
 */
void
amb_gui_test_set_read_only (AmbTestContext *test,
                            gboolean        read_only)
{
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_EXCLUSIVE, execute,
                    (gpointer) (read_only ? "PRAGMA query_only = ON" : "PRAGMA query_only = OFF"), NULL, &error);
  g_assert_no_error (error);
}
