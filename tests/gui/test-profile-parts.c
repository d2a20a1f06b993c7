/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "amb-channel-row.h"
#include "amb-channels-group.h"
#include "amb-gui-test.h"
#include "amb-list-item-row.h"
#include "amb-persona.h"
#include "amb-photo.h"
#include "amb-presenter.h"
#include "amb-profile-difference.h"
#include "amb-test-hold.h"
#include "amb-text-counter.h"
#include "amb-text-list.h"

static GtkWidget *
show (GtkWidget *child)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *window;

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), child);
  window = amb_gui_test_show (overlay, 500, 500);
  amb_presenter_set_overlay (GTK_WINDOW (window), ADW_TOAST_OVERLAY (overlay));

  return window;
}

static void
assert_texts (GtkWidget  *list,
              const char *expected)
{
  g_auto (GStrv) texts = amb_text_list_get_texts (AMB_TEXT_LIST (list));
  g_autofree char *joined = g_strjoinv ("|", texts);

  g_assert_cmpstr (joined, ==, expected);
}

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
test_text_list (void)
{
  const char * const texts[] = { "Care", "Night work", "Learning", NULL };
  GtkWidget *list = amb_text_list_new ("Themes", "What you want to be known for");
  GtkWidget *window = show (list);
  GtkWidget *row;
  guint n_changes = 0;

  g_signal_connect_swapped (list, "changed", G_CALLBACK (count_cb), &n_changes);
  amb_text_list_set_texts (AMB_TEXT_LIST (list), texts);
  assert_texts (list, "Care|Night work|Learning");
  g_assert_nonnull (amb_gui_test_find (list, GTK_TYPE_BUTTON, "Remove “Night work”"));
  g_assert_cmpuint (n_changes, ==, 0);
  amb_gui_test_assert_named (window);

  row = amb_gui_test_find (list, AMB_TYPE_LIST_ITEM_ROW, "Themes, 1 of 3");
  gtk_widget_activate_action (row, "item.move", "i", 1);
  assert_texts (list, "Night work|Care|Learning");
  row = amb_gui_test_find (list, AMB_TYPE_LIST_ITEM_ROW, "Themes, 1 of 3");
  gtk_widget_activate_action (row, "item.move", "i", -1);
  assert_texts (list, "Night work|Care|Learning");

  row = amb_gui_test_find (list, AMB_TYPE_LIST_ITEM_ROW, "Themes, 2 of 3");
  gtk_widget_activate_action (row, "item.remove", NULL);
  assert_texts (list, "Night work|Learning");
  g_assert_cmpuint (n_changes, ==, 2);
  amb_gui_test_click (amb_gui_test_find (window, GTK_TYPE_BUTTON, "Undo"));
  assert_texts (list, "Night work|Care|Learning");

  amb_gui_test_hide (window);
}

static gboolean
has_place (gpointer data)
{
  return gtk_widget_get_width (data) > 0;
}

/* Whoever is in a line can move it; the others keep their room for the text. */
static void
test_text_list_room (void)
{
  const char * const texts[] = { "Care", "Night work", NULL };
  GtkWidget *list = amb_text_list_new ("Themes", NULL);
  GtkWidget *window = show (list);
  GtkWidget *first;
  GtkWidget *second;

  amb_text_list_set_texts (AMB_TEXT_LIST (list), texts);
  first = amb_gui_test_find (list, AMB_TYPE_LIST_ITEM_ROW, "Themes, 1 of 2");
  second = amb_gui_test_find (list, AMB_TYPE_LIST_ITEM_ROW, "Themes, 2 of 2");
  g_assert_null (amb_gui_test_find (list, GTK_TYPE_BUTTON, "Move down"));

  gtk_widget_grab_focus (first);
  g_assert_nonnull (amb_gui_test_find (first, GTK_TYPE_BUTTON, "Move down"));
  g_assert_null (amb_gui_test_find (second, GTK_TYPE_BUTTON, "Move down"));

  /* With Tab the keyboard reaches them as soon as they have their place, and then the next line. */
  amb_gui_test_wait (has_place, amb_gui_test_find (first, GTK_TYPE_BUTTON, "Move down"));
  for (int i = 0; i < 3; i++)
    gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), first));
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), second));
  g_assert_null (amb_gui_test_find (first, GTK_TYPE_BUTTON, "Move down"));

  amb_gui_test_hide (window);
}

/* What comes back is what was taken away; what was written since then stays. */
static void
test_text_list_undo (void)
{
  const char * const texts[] = { "Care", "Night work", "Learning", NULL };
  GtkWidget *list = amb_text_list_new ("Themes", NULL);
  GtkWidget *window = show (list);
  GtkWidget *row;

  amb_text_list_set_texts (AMB_TEXT_LIST (list), texts);
  row = amb_gui_test_find (list, AMB_TYPE_LIST_ITEM_ROW, "Themes, 2 of 3");
  gtk_widget_activate_action (row, "item.remove", NULL);
  row = amb_gui_test_find (list, AMB_TYPE_LIST_ITEM_ROW, "Themes, 2 of 2");
  gtk_editable_set_text (GTK_EDITABLE (amb_gui_test_find (row, GTK_TYPE_ENTRY, NULL)), "Learning by doing");
  amb_gui_test_click (amb_gui_test_find (window, GTK_TYPE_BUTTON, "Undo"));
  assert_texts (list, "Care|Night work|Learning by doing");

  amb_gui_test_hide (window);
}

static void
test_text_list_adds (void)
{
  GtkWidget *list = amb_text_list_new ("Themes", NULL);
  GtkWidget *window = show (list);
  GtkWidget *add_row = GTK_WIDGET (gtk_widget_get_template_child (list, AMB_TYPE_TEXT_LIST, "add_row"));
  guint n_changes = 0;

  g_signal_connect_swapped (list, "changed", G_CALLBACK (count_cb), &n_changes);
  gtk_editable_set_text (GTK_EDITABLE (add_row), "  Care ");
  g_signal_emit_by_name (add_row, "apply");
  assert_texts (list, "Care");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (add_row)), ==, "");

  g_signal_emit_by_name (add_row, "apply");
  assert_texts (list, "Care");
  g_assert_cmpuint (n_changes, ==, 1);

  amb_gui_test_hide (window);
}

static void
test_counter (void)
{
  GtkWidget *counter = g_object_new (AMB_TYPE_TEXT_COUNTER, "title", "Short bio", "limit", 5, NULL);
  GtkWidget *window = show (counter);

  g_assert_null (amb_gui_test_find (counter, GTK_TYPE_BUTTON, "Copy Short bio"));
  g_object_set (counter, "text", "abcde", NULL);
  g_assert_nonnull (amb_gui_test_find (counter, GTK_TYPE_LABEL, "5 of 5"));
  /* One emoji may be one sign to the eye, and two to the place it is for. */
  g_object_set (counter, "text", "abcd😀", NULL);
  g_assert_nonnull (amb_gui_test_find (counter, GTK_TYPE_LABEL, "6 of 5: too long"));
  g_assert_nonnull (amb_gui_test_find (counter, GTK_TYPE_BUTTON, "Copy Short bio"));

  amb_gui_test_hide (window);
}

static void
test_difference (void)
{
  const char * const before[] = { "Care", NULL };
  const char * const after[] = { "Care", "Learning", NULL };
  g_autoptr (AmbProfile) old = amb_profile_new ();
  g_autoptr (AmbProfile) new = amb_profile_new ();
  g_autoptr (GPtrArray) differences = NULL;
  AmbProfileDifference *difference;

  amb_profile_set_text (old, "name", NULL, "Anna");
  amb_profile_set_text (new, "name", NULL, "Anna");
  amb_profile_set_text (new, "headline", "nl", "Ik zorg");
  amb_profile_set_list (old, "themes", NULL, before);
  amb_profile_set_list (new, "themes", NULL, after);

  differences = amb_profile_difference_list (old, new);
  g_assert_cmpuint (differences->len, ==, 2);
  difference = g_ptr_array_index (differences, 0);
  g_assert_cmpstr (difference->field->id, ==, "headline");
  g_assert_cmpstr (difference->language, ==, "nl");
  g_assert_cmpstr (difference->before, ==, "");
  g_assert_cmpstr (difference->after, ==, "Ik zorg");
  difference = g_ptr_array_index (differences, 1);
  g_assert_cmpstr (difference->field->id, ==, "themes");
  g_assert_cmpstr (difference->after, ==, "Care\nLearning");
}

static GListStore *
list_channels (AmbTestContext *test)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GListStore *channels;

  amb_persona_list_channels_async (test->context, NULL, amb_gui_test_store_result, &result);
  channels = amb_persona_list_channels_finish (test->context, amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);

  return channels;
}

static gboolean
is_removed (gpointer data)
{
  return amb_gui_test_find (data, GTK_TYPE_LABEL, "Channel removed") != NULL;
}

static gboolean
is_back (gpointer data)
{
  return amb_gui_test_find (data, AMB_TYPE_CHANNEL_ROW, NULL) != NULL;
}

static void
type_handle (GtkWidget  *group,
             const char *handle)
{
  GtkWidget *row = amb_gui_test_find (group, AMB_TYPE_CHANNEL_ROW, NULL);

  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (row, AMB_TYPE_CHANNEL_ROW, "handle")), handle);
}

static void
assert_only_handle (AmbTestContext *test,
                    const char     *handle)
{
  g_autoptr (GListStore) channels = list_channels (test);
  g_autoptr (AmbChannel) channel = g_list_model_get_item (G_LIST_MODEL (channels), 0);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (channels)), ==, 1);
  g_assert_cmpstr (amb_channel_get_text (channel, AMB_CHANNEL_HANDLE), ==, handle);
}

static void
test_channels (void)
{
  AmbTestContext *test = amb_test_context_new ();
  GtkWidget *group = amb_channels_group_new ();
  GtkWidget *window = show (group);
  g_autoptr (GListStore) channels = NULL;
  g_autoptr (AmbChannel) channel = NULL;
  GtkWidget *row;

  amb_channels_group_set_context (AMB_CHANNELS_GROUP (group), test->context);
  amb_gui_test_settle ();
  amb_channels_group_add (AMB_CHANNELS_GROUP (group), "mastodon");
  row = amb_gui_test_find (group, AMB_TYPE_CHANNEL_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (row, AMB_TYPE_CHANNEL_ROW, "handle")), "@anna");
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (row, AMB_TYPE_CHANNEL_ROW, "limit")), "5000");
  g_object_set (gtk_widget_get_template_child (row, AMB_TYPE_CHANNEL_ROW, "language"), "text", "nds", NULL);
  amb_gui_test_assert_named (window);
  amb_channels_group_flush (AMB_CHANNELS_GROUP (group));
  amb_gui_test_wait_for_writes (test);

  channels = list_channels (test);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (channels)), ==, 1);
  channel = g_list_model_get_item (G_LIST_MODEL (channels), 0);
  g_assert_cmpstr (amb_channel_get_text (channel, AMB_CHANNEL_CHANNEL), ==, "mastodon");
  g_assert_cmpstr (amb_channel_get_text (channel, AMB_CHANNEL_HANDLE), ==, "@anna");
  g_assert_cmpstr (amb_channel_get_text (channel, AMB_CHANNEL_LANGUAGE), ==, "nds");
  g_assert_cmpint (amb_channel_get_limit (channel), ==, 5000);

  amb_gui_test_click (amb_gui_test_find (row, GTK_TYPE_BUTTON, "Remove “Mastodon”"));
  amb_gui_test_wait (is_removed, window);
  g_assert_null (amb_gui_test_find (group, AMB_TYPE_CHANNEL_ROW, NULL));
  amb_gui_test_wait_for_writes (test);
  g_clear_object (&channels);
  channels = list_channels (test);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (channels)), ==, 0);
  amb_gui_test_click (amb_gui_test_find (window, GTK_TYPE_BUTTON, "Undo"));
  amb_gui_test_wait (is_back, group);
  amb_gui_test_wait_for_writes (test);
  assert_only_handle (test, "@anna");

  amb_gui_test_hide (window);
  amb_test_context_free (test);
}

/* What could not be stored is kept, and goes with the next try. */
static void
test_channels_fail (void)
{
  AmbTestContext *test = amb_test_context_new ();
  GtkWidget *group = amb_channels_group_new ();
  GtkWidget *window = show (group);

  amb_channels_group_set_context (AMB_CHANNELS_GROUP (group), test->context);
  amb_channels_group_add (AMB_CHANNELS_GROUP (group), "mastodon");
  amb_gui_test_wait_for_writes (test);

  amb_gui_test_set_read_only (test, TRUE);
  type_handle (group, "@anna");
  amb_channels_group_flush (AMB_CHANNELS_GROUP (group));
  amb_gui_test_set_read_only (test, FALSE);
  amb_gui_test_settle ();
  assert_only_handle (test, NULL);

  amb_channels_group_flush (AMB_CHANNELS_GROUP (group));
  amb_gui_test_wait_for_writes (test);
  assert_only_handle (test, "@anna");

  amb_gui_test_hide (window);
  amb_test_context_free (test);
}

/* A channel that somebody types in before it is stored is one channel, not two. */
static void
test_channels_slow (void)
{
  AmbTestContext *test = amb_test_context_new ();
  GtkWidget *group = amb_channels_group_new ();
  GtkWidget *window = show (group);
  GAsyncQueue *held;

  amb_channels_group_set_context (AMB_CHANNELS_GROUP (group), test->context);
  amb_gui_test_settle ();
  held = amb_test_hold_writer (test->database);
  amb_channels_group_add (AMB_CHANNELS_GROUP (group), "mastodon");
  type_handle (group, "@anna");
  amb_channels_group_flush (AMB_CHANNELS_GROUP (group));
  amb_test_release_writer (held);
  amb_gui_test_wait_for_writes (test);

  amb_channels_group_flush (AMB_CHANNELS_GROUP (group));
  amb_gui_test_wait_for_writes (test);
  assert_only_handle (test, "@anna");

  amb_gui_test_hide (window);
  amb_test_context_free (test);
}

static void
remove_first (GtkWidget *group)
{
  GtkWidget *row = amb_gui_test_find (group, AMB_TYPE_CHANNEL_ROW, NULL);
  g_autofree char *name = g_strdup_printf ("Remove “%s”", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  amb_gui_test_click (amb_gui_test_find (row, GTK_TYPE_BUTTON, name));
}

/* Removed before it was stored, it stays away. */
static void
test_channels_removed_at_once (void)
{
  AmbTestContext *test = amb_test_context_new ();
  GtkWidget *group = amb_channels_group_new ();
  GtkWidget *window = show (group);
  g_autoptr (GListStore) channels = NULL;
  GAsyncQueue *held;

  amb_channels_group_set_context (AMB_CHANNELS_GROUP (group), test->context);
  amb_gui_test_settle ();
  held = amb_test_hold_writer (test->database);
  amb_channels_group_add (AMB_CHANNELS_GROUP (group), "mastodon");
  remove_first (group);
  amb_test_release_writer (held);
  amb_gui_test_wait_for_writes (test);

  channels = list_channels (test);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (channels)), ==, 0);
  g_assert_null (amb_gui_test_find (group, AMB_TYPE_CHANNEL_ROW, NULL));

  amb_gui_test_hide (window);
  amb_test_context_free (test);
}

/* That it was removed is kept like what was typed, and goes with the next try. */
static void
test_channels_remove_fails (void)
{
  AmbTestContext *test = amb_test_context_new ();
  GtkWidget *group = amb_channels_group_new ();
  GtkWidget *window = show (group);
  g_autoptr (GListStore) channels = NULL;

  amb_channels_group_set_context (AMB_CHANNELS_GROUP (group), test->context);
  amb_channels_group_add (AMB_CHANNELS_GROUP (group), "mastodon");
  amb_gui_test_wait_for_writes (test);

  amb_gui_test_set_read_only (test, TRUE);
  remove_first (group);
  amb_gui_test_set_read_only (test, FALSE);
  amb_gui_test_settle ();
  assert_only_handle (test, NULL);
  g_assert_null (amb_gui_test_find (group, AMB_TYPE_CHANNEL_ROW, NULL));

  amb_channels_group_flush (AMB_CHANNELS_GROUP (group));
  amb_gui_test_wait_for_writes (test);
  channels = list_channels (test);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (channels)), ==, 0);

  amb_gui_test_hide (window);
  amb_test_context_free (test);
}

/* What could not be stored before its page was gone is in the next one. */
static void
test_channels_gone (void)
{
  AmbTestContext *test = amb_test_context_new ();
  GtkWidget *group = amb_channels_group_new ();
  GtkWidget *window = show (group);
  GtkWidget *row;

  amb_channels_group_set_context (AMB_CHANNELS_GROUP (group), test->context);
  amb_channels_group_add (AMB_CHANNELS_GROUP (group), "mastodon");
  amb_gui_test_wait_for_writes (test);
  amb_gui_test_set_read_only (test, TRUE);
  type_handle (group, "@anna");
  amb_gui_test_hide (window);
  amb_gui_test_set_read_only (test, FALSE);
  amb_gui_test_settle ();
  assert_only_handle (test, NULL);

  group = amb_channels_group_new ();
  window = show (group);
  amb_channels_group_set_context (AMB_CHANNELS_GROUP (group), test->context);
  amb_gui_test_wait (is_back, group);
  row = amb_gui_test_find (group, AMB_TYPE_CHANNEL_ROW, NULL);
  g_assert_cmpstr (amb_channel_get_text (amb_channel_row_get_channel (AMB_CHANNEL_ROW (row)), AMB_CHANNEL_HANDLE), ==,
                   "@anna");
  amb_channels_group_flush (AMB_CHANNELS_GROUP (group));
  amb_gui_test_wait_for_writes (test);
  assert_only_handle (test, "@anna");

  amb_gui_test_hide (window);
  amb_test_context_free (test);
}

static gboolean
is_told (gpointer data)
{
  return amb_gui_test_find (data, GTK_TYPE_LABEL,
                            "Your data cannot be saved. Check that you may write to the file and its folder.") != NULL;
}

static gboolean
is_told_no_more (gpointer data)
{
  return !is_told (data);
}

/* Several channels, tried again and again: the person hears it once. */
static void
test_channels_told_once (void)
{
  AmbTestContext *test = amb_test_context_new ();
  GtkWidget *group = amb_channels_group_new ();
  GtkWidget *window = show (group);

  amb_channels_group_set_context (AMB_CHANNELS_GROUP (group), test->context);
  amb_gui_test_settle ();
  amb_gui_test_set_read_only (test, TRUE);
  amb_channels_group_add (AMB_CHANNELS_GROUP (group), "mastodon");
  amb_channels_group_add (AMB_CHANNELS_GROUP (group), "bluesky");
  amb_gui_test_wait (is_told, window);
  amb_gui_test_click (amb_gui_test_find (window, GTK_TYPE_BUTTON, "Close"));
  amb_gui_test_wait (is_told_no_more, window);

  amb_channels_group_flush (AMB_CHANNELS_GROUP (group));
  amb_gui_test_set_read_only (test, FALSE);
  amb_gui_test_settle ();
  g_assert_false (is_told (window));

  amb_gui_test_hide (window);
  amb_test_context_free (test);
}

/* A new channel comes after the others, also when one between them was removed. */
static void
test_channels_order (void)
{
  AmbTestContext *test = amb_test_context_new ();
  GtkWidget *group = amb_channels_group_new ();
  GtkWidget *window = show (group);
  g_autoptr (GListStore) channels = NULL;
  g_autoptr (AmbChannel) last = NULL;
  g_autoptr (AmbChannel) before = NULL;

  amb_channels_group_set_context (AMB_CHANNELS_GROUP (group), test->context);
  amb_gui_test_settle ();
  amb_channels_group_add (AMB_CHANNELS_GROUP (group), "mastodon");
  amb_channels_group_add (AMB_CHANNELS_GROUP (group), "bluesky");
  amb_channels_group_add (AMB_CHANNELS_GROUP (group), "linkedin");
  amb_gui_test_wait_for_writes (test);
  remove_first (group);
  amb_gui_test_wait_for_writes (test);
  amb_channels_group_add (AMB_CHANNELS_GROUP (group), "x");
  amb_gui_test_wait_for_writes (test);

  channels = list_channels (test);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (channels)), ==, 3);
  before = g_list_model_get_item (G_LIST_MODEL (channels), 1);
  last = g_list_model_get_item (G_LIST_MODEL (channels), 2);
  g_assert_cmpstr (amb_channel_get_text (last, AMB_CHANNEL_CHANNEL), ==, "x");
  g_assert_cmpint (amb_channel_get_position (last), >, amb_channel_get_position (before));

  amb_gui_test_hide (window);
  amb_test_context_free (test);
}

static void
test_photo (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 3000, 1500);
  g_autoptr (GdkPixbuf) small = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFileIOStream) io = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("amb-photo-XXXXXX.png", &io, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_path (file);

  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  g_assert_true (gdk_pixbuf_save (pixbuf, path, "png", &error, NULL));

  amb_photo_read_async (file, NULL, amb_gui_test_store_result, &result);
  bytes = amb_photo_read_finish (amb_gui_test_wait_result (&result), &error);
  g_assert_no_error (error);
  stream = g_memory_input_stream_new_from_bytes (bytes);
  small = gdk_pixbuf_new_from_stream (stream, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_pixbuf_get_width (small), ==, 1024);
  g_assert_cmpint (gdk_pixbuf_get_height (small), ==, 512);
  g_file_delete (file, NULL, NULL);
}

static void
test_photo_refused (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFileIOStream) io = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("amb-photo-XXXXXX.png", &io, NULL);
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, "no picture at all", 17, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL);
  amb_photo_read_async (file, NULL, amb_gui_test_store_result, &result);
  g_assert_null (amb_photo_read_finish (amb_gui_test_wait_result (&result), &error));
  g_assert_nonnull (error);
  g_file_delete (file, NULL, NULL);
}

/* No other part of a row has a border of two pixels on every side. */
static gboolean
has_frame (gpointer row)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (row);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (row), gtk_widget_get_height (row));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return FALSE;

  bytes = gsk_render_node_serialize (node);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return strstr (text, "widths: 2;") != NULL;
}

/* A row inside a channel that is written in has the frame that every other row has. */
static void
test_channel_frame (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  AmbTestContext *test = amb_test_context_new ();
  GtkWidget *group = amb_channels_group_new ();
  GtkWidget *window = show (group);
  GtkWidget *channel;
  GtkWidget *row;

  gtk_css_provider_load_from_resource (provider, "/io/github/ambassadortoolkit/Ambassador/style.css");
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (window), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  amb_channels_group_set_context (AMB_CHANNELS_GROUP (group), test->context);
  amb_channels_group_add (AMB_CHANNELS_GROUP (group), "mastodon");
  channel = amb_gui_test_find (group, AMB_TYPE_CHANNEL_ROW, NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (channel), TRUE);
  row = GTK_WIDGET (gtk_widget_get_template_child (channel, AMB_TYPE_CHANNEL_ROW, "handle"));
  g_assert_false (has_frame (row));
  g_assert_true (gtk_widget_grab_focus (row));
  amb_gui_test_wait (has_frame, row);

  gtk_style_context_remove_provider_for_display (gtk_widget_get_display (window), GTK_STYLE_PROVIDER (provider));
  amb_gui_test_hide (window);
  amb_test_context_free (test);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/profile/text-list", test_text_list);
  g_test_add_func ("/profile/text-list/room", test_text_list_room);
  g_test_add_func ("/profile/text-list/undo", test_text_list_undo);
  g_test_add_func ("/profile/text-list/adds", test_text_list_adds);
  g_test_add_func ("/profile/counter", test_counter);
  g_test_add_func ("/profile/difference", test_difference);
  g_test_add_func ("/profile/channels", test_channels);
  g_test_add_func ("/profile/channels/fail", test_channels_fail);
  g_test_add_func ("/profile/channels/slow", test_channels_slow);
  g_test_add_func ("/profile/channels/removed-at-once", test_channels_removed_at_once);
  g_test_add_func ("/profile/channels/remove-fails", test_channels_remove_fails);
  g_test_add_func ("/profile/channels/gone", test_channels_gone);
  g_test_add_func ("/profile/channels/told-once", test_channels_told_once);
  g_test_add_func ("/profile/channels/order", test_channels_order);
  g_test_add_func ("/profile/channels/frame", test_channel_frame);
  g_test_add_func ("/profile/photo", test_photo);
  g_test_add_func ("/profile/photo/refused", test_photo_refused);

  return g_test_run ();
}
