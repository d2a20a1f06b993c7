/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-picker.h"

#include <glib/gi18n-lib.h>

#include "amb-story-list.h"
#include "amb-story.h"

#define BINDING_KEY "amb-title-binding"

/**
 * AmbStoryPicker:
 *
 * Asks for a story: search as one types, and choose.
 */
struct _AmbStoryPicker
{
  AdwWindow       parent_instance;

  /* Template widgets */
  GtkSearchEntry *search;
  GtkListView    *list_view;
  GtkStack       *stack;

  AmbStoryList   *stories;
  char           *asked; /* what the list holds the answer to, or will */
  gboolean        choosing; /* the first story, as soon as it is known */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbStoryPicker, amb_story_picker, ADW_TYPE_WINDOW)

static void
search_changed_cb (AmbStoryPicker *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (AmbStoryFilter) filter = amb_story_filter_new ();

  if (g_strcmp0 (self->asked, typed) == 0)
    return;

  self->choosing = FALSE;
  g_free (self->asked);
  self->asked = g_strdup (typed);
  filter->search = g_strdup (typed);
  filter->partial = TRUE;
  amb_story_list_set_filter (self->stories, filter);
}

static void
update_stack (AmbStoryPicker *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->stories)) == 0 &&
                   !amb_record_list_get_loading (AMB_RECORD_LIST (self->stories));

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
}

static void
choose (AmbStoryPicker *self,
        guint           position)
{
  g_autoptr (AmbStory) story = g_list_model_get_item (G_LIST_MODEL (self->stories), position);

  if (story == NULL || !amb_record_get_loaded (AMB_RECORD (story)))
    return;

  g_signal_emit (self, signals[CHOSEN], 0, amb_record_get_id (AMB_RECORD (story)), amb_story_get_version (story));
  gtk_window_close (GTK_WINDOW (self));
}

static void
list_activate_cb (AmbStoryPicker *self,
                  guint           position)
{
  choose (self, position);
}

static void
choose_first (AmbStoryPicker *self)
{
  g_autoptr (AmbRecord) first = NULL;

  if (!self->choosing || amb_record_list_get_loading (AMB_RECORD_LIST (self->stories)))
    return;

  first = g_list_model_get_item (G_LIST_MODEL (self->stories), 0);
  if (first != NULL && !amb_record_get_loaded (first))
    {
      g_signal_connect_object (first, "notify::loaded", G_CALLBACK (choose_first), self, G_CONNECT_SWAPPED);
      return;
    }

  self->choosing = FALSE;
  choose (self, 0);
}

/* A fast typist is ahead of the list: what counts is the first story for what was typed, not the one that stands there. */
static void
search_activate_cb (AmbStoryPicker *self)
{
  search_changed_cb (self);
  self->choosing = TRUE;
  choose_first (self);
}

/* The entry takes Escape for itself: first it empties it, then it closes the picker. */
static void
search_stop_search_cb (AmbStoryPicker *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    gtk_window_close (GTK_WINDOW (self));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* A row of a GtkListView has no name of its own on the floor. */
static void
label_notify_label_cb (GtkLabel *label)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (label));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    gtk_label_get_label (label), -1);
}

static void
factory_setup_cb (AmbStoryPicker *self,
                  GtkListItem    *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  g_signal_connect (label, "notify::label", G_CALLBACK (label_notify_label_cb), NULL);
  gtk_list_item_set_child (item, label);
}

static void
factory_bind_cb (AmbStoryPicker *self,
                 GtkListItem    *item)
{
  GBinding *binding = g_object_bind_property (gtk_list_item_get_item (item), "title",
                                              gtk_list_item_get_child (item), "label", G_BINDING_SYNC_CREATE);

  g_object_set_data (G_OBJECT (item), BINDING_KEY, binding);
}

static void
factory_unbind_cb (AmbStoryPicker *self,
                   GtkListItem    *item)
{
  GBinding *binding = g_object_steal_data (G_OBJECT (item), BINDING_KEY);

  if (binding != NULL)
    g_binding_unbind (binding);
}

static void
amb_story_picker_dispose (GObject *object)
{
  AmbStoryPicker *self = AMB_STORY_PICKER (object);

  if (self->stories != NULL)
    g_signal_handlers_disconnect_by_data (self->stories, self);
  g_clear_object (&self->stories);

  G_OBJECT_CLASS (amb_story_picker_parent_class)->dispose (object);
}

static void
amb_story_picker_finalize (GObject *object)
{
  g_free (AMB_STORY_PICKER (object)->asked);

  G_OBJECT_CLASS (amb_story_picker_parent_class)->finalize (object);
}

static void
amb_story_picker_class_init (AmbStoryPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amb_story_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = amb_story_picker_finalize;

  /**
   * AmbStoryPicker::chosen:
   * @self: a picker
   * @story_id: a story
   * @version: the version it has now
   *
   * The person chose a story.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/history/amb-story-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbStoryPicker, search);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryPicker, list_view);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryPicker, stack);
  gtk_widget_class_bind_template_callback (widget_class, factory_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, factory_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, factory_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stop_search_cb);
}

static void
amb_story_picker_init (AmbStoryPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_story_picker_new:
 * @parent: (nullable): the window that asks
 * @context: where the stories are
 *
 * Makes a dialog that asks for a story.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
amb_story_picker_new (GtkWindow  *parent,
                      AmbContext *context)
{
  AmbStoryPicker *self;
  GtkSelectionModel *selection;

  g_return_val_if_fail (AMB_IS_CONTEXT (context), NULL);

  self = g_object_new (AMB_TYPE_STORY_PICKER, "transient-for", parent, NULL);
  self->stories = amb_story_list_new (context);
  g_signal_connect_object (self->stories, "items-changed", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stories, "notify::loading", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stories, "notify::loading", G_CALLBACK (choose_first), self, G_CONNECT_SWAPPED);

  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->stories))));
  gtk_list_view_set_model (self->list_view, selection);
  g_object_unref (selection);

  return GTK_WIDGET (self);
}
