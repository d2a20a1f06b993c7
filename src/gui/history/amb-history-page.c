/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-history-page.h"

#include <glib/gi18n-lib.h>

#include "amb-database.h"
#include "amb-entry-editor.h"
#include "amb-entry-filter-bar.h"
#include "amb-entry-list.h"
#include "amb-entry-removal.h"
#include "amb-entry-row.h"
#include "amb-entry-view.h"
#include "amb-error.h"
#include "amb-focus.h"
#include "amb-list-keys.h"
#include "amb-logbook.h"
#include "amb-page.h"
#include "amb-presenter.h"
#include "amb-split-view.h"
#include "amb-tab-stop.h"

/**
 * AmbHistoryPage:
 *
 * The sharing log: everything the person shared, newest first, and what one of its entries holds.
 */
struct _AmbHistoryPage
{
  AdwBin              parent_instance;

  /* Template widgets */
  AmbSplitView       *split_view;
  AmbEntryFilterBar  *filter_bar;
  GtkStack           *list_stack;
  GtkListView        *list_view;
  GtkWidget          *empty_button;
  AdwStatusPage      *error_page;
  GtkStack           *entry_stack;
  AmbEntryView       *entry_view;

  AmbContext         *context;
  AmbEntryList       *entries;
  GtkSingleSelection *selection;

  /* The rows that show something, as a set of GtkListItem. */
  GHashTable         *bound;

  /* Latest wins. */
  GCancellable       *loading;
  gint64              shown_id;
  /* An entry to choose in the list as soon as the list knows it. */
  gint64              wanted_id;
  /* The keyboard goes into the entry as soon as it is there. */
  gboolean            enters;
  /* What was deleted here last, and whether the list knows that it is gone. */
  gint64              deleted_id;
  gboolean            deleted_is_gone;
};

enum
{
  PROP_0,
  PROP_CONTEXT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void amb_history_page_page_init (AmbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AmbHistoryPage, amb_history_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (AMB_TYPE_PAGE, amb_history_page_page_init))

/* Closures of the template. Where nothing is chosen, the header bar is empty, as on the other pages. */
static char *
format_title (AmbHistoryPage *self,
              AmbEntry       *entry)
{
  return g_strdup (entry == NULL ? "" : _("Entry"));
}

static gboolean
has_entry (AmbHistoryPage *self,
           AmbEntry       *entry)
{
  return entry != NULL;
}

static void
update_actions (AmbHistoryPage *self)
{
  gboolean shown = self->shown_id != 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.edit", shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.delete", shown);
}

/* Beside a list that has nothing in it yet, there is nothing to choose. */
static void
show_no_entry (AmbHistoryPage *self)
{
  gboolean empty = g_strcmp0 (gtk_stack_get_visible_child_name (self->list_stack), "empty") == 0;

  gtk_stack_set_visible_child_name (self->entry_stack, empty ? "empty" : "none");
}

static void
show_nothing (AmbHistoryPage *self)
{
  self->shown_id = 0;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  amb_entry_view_set_entry (self->entry_view, NULL);
  show_no_entry (self);
  amb_split_view_set_show_content (self->split_view, FALSE);
  update_actions (self);
}

static void
enter_entry (AmbHistoryPage *self)
{
  self->enters = FALSE;
  amb_split_view_enter_content (self->split_view);
}

/* The entry that is shown already keeps its object, so that the person does not lose their place in it. */
static void
show_entry (AmbHistoryPage *self,
            AmbEntry       *entry)
{
  AmbEntry *shown = amb_entry_view_get_entry (self->entry_view);

  if (shown != NULL && amb_record_get_id (AMB_RECORD (shown)) == amb_record_get_id (AMB_RECORD (entry)))
    amb_record_assign (AMB_RECORD (shown), AMB_RECORD (entry));
  else
    amb_entry_view_set_entry (self->entry_view, entry);

  gtk_stack_set_visible_child_name (self->entry_stack, "entry");
  update_actions (self);
  if (self->enters)
    enter_entry (self);
}

static void
load_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (AmbHistoryPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbEntry) entry = amb_logbook_load_finish (AMB_CONTEXT (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (entry != NULL)
    show_entry (self, entry);
  else
    {
      show_nothing (self);
      if (!g_error_matches (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND))
        amb_presenter_show_error (GTK_WIDGET (self), error);
    }
}

static void
load_entry (AmbHistoryPage *self,
            gint64          entry_id)
{
  g_cancellable_cancel (self->loading);
  g_object_unref (self->loading);
  self->loading = g_cancellable_new ();
  self->shown_id = entry_id;
  amb_logbook_load_async (self->context, entry_id, self->loading, load_cb, g_object_ref (self));
}

static void
choose_wanted (AmbHistoryPage *self)
{
  guint position;

  if (self->wanted_id == 0 || !amb_record_list_find (AMB_RECORD_LIST (self->entries), self->wanted_id, &position))
    return;

  self->wanted_id = 0;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

/* Who brings back what they deleted wants to see it. */
static gboolean
is_restored (AmbHistoryPage *self)
{
  guint position;

  if (self->deleted_id == 0)
    return FALSE;
  if (amb_record_list_find (AMB_RECORD_LIST (self->entries), self->deleted_id, &position))
    return self->deleted_is_gone;

  self->deleted_is_gone = TRUE;

  return FALSE;
}

static void
choose_restored (AmbHistoryPage *self)
{
  GtkWidget *focus = amb_focus_get (GTK_WIDGET (self));

  if (!is_restored (self))
    return;

  self->wanted_id = self->deleted_id;
  self->deleted_id = 0;
  load_entry (self, self->wanted_id);
  choose_wanted (self);
  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_stack)) ||
      gtk_widget_is_ancestor (focus, GTK_WIDGET (self->entry_stack)))
    amb_list_keys_enter (self->list_view);
}

static const char *
choose_list_page (AmbHistoryPage *self)
{
  if (amb_record_list_get_error (AMB_RECORD_LIST (self->entries)) != NULL)
    return "error";
  if (g_list_model_get_n_items (G_LIST_MODEL (self->entries)) > 0 ||
      amb_record_list_get_loading (AMB_RECORD_LIST (self->entries)))
    return "list";

  return amb_entry_filter_bar_get_active (self->filter_bar) ? "nothing-found" : "empty";
}

static gboolean
has_focus (AmbHistoryPage *self)
{
  GtkWidget *focus = amb_focus_get (GTK_WIDGET (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* The one thing to do where nothing is yet gets the keyboard that the list had. */
static void
show_list_page (AmbHistoryPage *self,
                const char     *page)
{
  gboolean empty = g_str_equal (page, "empty");
  gboolean moves = empty && !g_str_equal (gtk_stack_get_visible_child_name (self->list_stack), page) && has_focus (self);

  gtk_stack_set_visible_child_name (self->list_stack, page);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), !empty);
  if (self->shown_id == 0)
    show_no_entry (self);
  if (moves)
    gtk_widget_grab_focus (self->empty_button);
}

static void
update_list (AmbHistoryPage *self)
{
  AmbRecordList *list = AMB_RECORD_LIST (self->entries);
  guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (list));
  const char *page = choose_list_page (self);
  const char *error = amb_record_list_get_error (list);
  g_autofree char *description = error == NULL ? NULL : g_markup_escape_text (error, -1);

  amb_entry_filter_bar_set_count (self->filter_bar, n_entries > 0 || !amb_record_list_get_loading (list), n_entries);
  show_list_page (self, page);
  adw_status_page_set_description (self->error_page, description);
  choose_wanted (self);
  choose_restored (self);
}

static void
update_previous (AmbHistoryPage *self,
                 GtkListItem    *item)
{
  guint position = gtk_list_item_get_position (item);
  g_autoptr (AmbEntry) previous = NULL;

  if (position != GTK_INVALID_LIST_POSITION && position > 0)
    previous = g_list_model_get_item (G_LIST_MODEL (self->entries), position - 1);
  amb_entry_row_set_previous (AMB_ENTRY_ROW (gtk_list_item_get_child (item)), previous);
}

/* What scrolls has the focus when it got it before there were rows; nobody sees it there. */
static void
move_to_rows (AmbHistoryPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->entries)) > 0 &&
      amb_focus_get (GTK_WIDGET (self)) == gtk_widget_get_parent (GTK_WIDGET (self->list_view)))
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* A row keeps its position when only its neighbour is another. */
static void
entries_items_changed_cb (AmbHistoryPage *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    update_previous (self, item);
  update_list (self);
  move_to_rows (self);
}

static void
item_notify_position_cb (AmbHistoryPage *self,
                         GParamSpec     *pspec,
                         GtkListItem    *item)
{
  if (g_hash_table_contains (self->bound, item))
    update_previous (self, item);
}

static void
factory_setup_cb (AmbHistoryPage *self,
                  GtkListItem    *item)
{
  gtk_list_item_set_child (item, amb_entry_row_new ());
  g_signal_connect_object (item, "notify::position", G_CALLBACK (item_notify_position_cb), self, G_CONNECT_SWAPPED);
}

static void
factory_bind_cb (AmbHistoryPage *self,
                 GtkListItem    *item)
{
  g_hash_table_add (self->bound, item);
  update_previous (self, item);
  amb_entry_row_set_entry (AMB_ENTRY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
factory_unbind_cb (AmbHistoryPage *self,
                   GtkListItem    *item)
{
  AmbEntryRow *row = AMB_ENTRY_ROW (gtk_list_item_get_child (item));

  g_hash_table_remove (self->bound, item);
  amb_entry_row_set_previous (row, NULL);
  amb_entry_row_set_entry (row, NULL);
}

static void
selection_notify_selected_cb (AmbHistoryPage *self)
{
  AmbRecord *record = gtk_single_selection_get_selected_item (self->selection);

  if (record == NULL || amb_record_get_id (record) == self->shown_id)
    return;

  self->wanted_id = 0;
  self->enters = FALSE;
  load_entry (self, amb_record_get_id (record));
}

/* What is activated need not be selected yet, nor on the screen. */
static void
list_activate_cb (AmbHistoryPage *self,
                  guint           position)
{
  AmbEntry *shown;

  gtk_single_selection_set_selected (self->selection, position);
  amb_split_view_set_show_content (self->split_view, TRUE);

  shown = amb_entry_view_get_entry (self->entry_view);
  if (shown != NULL && amb_record_get_id (AMB_RECORD (shown)) == self->shown_id)
    enter_entry (self);
  else
    self->enters = TRUE;
}

static void
filter_changed_cb (AmbHistoryPage *self)
{
  g_autoptr (AmbEntryFilter) filter = amb_entry_filter_bar_make_filter (self->filter_bar);

  amb_entry_list_set_filter (self->entries, filter);
  update_list (self);
}

static void
database_changed_cb (AmbHistoryPage *self,
                     AmbChange      *change)
{
  if (self->shown_id != 0 && (amb_change_touches (change, AMB_TABLE_ENTRY) || amb_change_touches (change, AMB_TABLE_HEARD)))
    load_entry (self, self->shown_id);
}

/* Actions. */
static void
edit_entry (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  AmbHistoryPage *self = AMB_HISTORY_PAGE (widget);
  AmbEntry *entry = amb_entry_view_get_entry (self->entry_view);

  /* While another one is on its way, the one on the screen is not what the person points at any more. */
  if (entry != NULL && amb_record_get_id (AMB_RECORD (entry)) == self->shown_id)
    gtk_window_present (GTK_WINDOW (amb_entry_editor_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->context, entry)));
}

static void
editor_saved_cb (AmbHistoryPage *self,
                 gint64          entry_id)
{
  amb_page_open (AMB_PAGE (self), entry_id);
}

static void
add_entry (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  AmbHistoryPage *self = AMB_HISTORY_PAGE (widget);
  GtkWidget *editor = amb_entry_editor_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->context, NULL);

  g_signal_connect_object (editor, "saved", G_CALLBACK (editor_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
start_removal (AmbHistoryPage *self,
               gint64          entry_id)
{
  self->deleted_id = entry_id;
  self->deleted_is_gone = FALSE;
  amb_entry_removal_start (GTK_WIDGET (self), self->context, entry_id);
}

static void
delete_entry (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  AmbHistoryPage *self = AMB_HISTORY_PAGE (widget);
  gint64 entry_id = self->shown_id;

  show_nothing (self);
  start_removal (self, entry_id);
}

/* The key: in the list, it means the row that has the focus, wherever the selection is. */
static void
delete_focused_entry (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  AmbHistoryPage *self = AMB_HISTORY_PAGE (widget);
  GtkWidget *row = amb_list_keys_get_row (self->list_view);
  AmbEntry *entry = row == NULL ? NULL : amb_entry_row_get_entry (AMB_ENTRY_ROW (row));
  gint64 entry_id = entry == NULL ? self->shown_id : amb_record_get_id (AMB_RECORD (entry));

  if (entry_id == 0)
    return;

  amb_list_keys_leave (self->list_view);
  if (entry_id == self->shown_id)
    show_nothing (self);
  start_removal (self, entry_id);
}

static void
clear_filters (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  amb_entry_filter_bar_clear (AMB_HISTORY_PAGE (widget)->filter_bar);
}

/* The page. */
static void
amb_history_page_open (AmbPage *page,
                       gint64   entry_id)
{
  AmbHistoryPage *self = AMB_HISTORY_PAGE (page);

  self->wanted_id = entry_id;
  load_entry (self, entry_id);
  choose_wanted (self);
  /* A filter may hide it: then no other row passes for what is shown. */
  if (self->wanted_id != 0)
    gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  amb_split_view_set_show_content (self->split_view, TRUE);
}

static void
amb_history_page_search (AmbPage *page)
{
  AmbHistoryPage *self = AMB_HISTORY_PAGE (page);

  amb_split_view_set_show_content (self->split_view, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->filter_bar));
}

static void
amb_history_page_page_init (AmbPageInterface *iface)
{
  iface->open = amb_history_page_open;
  iface->search = amb_history_page_search;
}

static void
amb_history_page_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  AmbHistoryPage *self = AMB_HISTORY_PAGE (object);

  switch (property_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_history_page_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  AmbHistoryPage *self = AMB_HISTORY_PAGE (object);

  switch (property_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
connect_entries (AmbHistoryPage *self)
{
  self->entries = amb_entry_list_new (self->context);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->entries)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);

  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_notify_selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entries, "notify::loading", G_CALLBACK (update_list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entries, "notify::error", G_CALLBACK (update_list), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  /* After the list view, which gives the rows their new positions. */
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (entries_items_changed_cb),
                           self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
amb_history_page_constructed (GObject *object)
{
  AmbHistoryPage *self = AMB_HISTORY_PAGE (object);

  G_OBJECT_CLASS (amb_history_page_parent_class)->constructed (object);

  amb_entry_filter_bar_set_context (self->filter_bar, self->context);
  amb_entry_filter_bar_connect_list (self->filter_bar, self->list_view);
  amb_entry_view_set_context (self->entry_view, self->context);
  connect_entries (self);
  g_signal_connect_object (amb_context_get_database (self->context), "changed", G_CALLBACK (database_changed_cb),
                           self, G_CONNECT_SWAPPED);
  update_list (self);
  update_actions (self);
}

static void
amb_history_page_dispose (GObject *object)
{
  AmbHistoryPage *self = AMB_HISTORY_PAGE (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->loading);
  g_clear_object (&self->selection);
  g_clear_object (&self->entries);
  g_clear_object (&self->context);
  g_clear_pointer (&self->bound, g_hash_table_unref);

  G_OBJECT_CLASS (amb_history_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "history.add", NULL, add_entry);
  gtk_widget_class_install_action (widget_class, "history.clear", NULL, clear_filters);
  gtk_widget_class_install_action (widget_class, "history.delete", NULL, delete_entry);
  gtk_widget_class_install_action (widget_class, "history.delete-focused", NULL, delete_focused_entry);
  gtk_widget_class_install_action (widget_class, "history.edit", NULL, edit_entry);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "history.delete-focused", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "history.delete-focused", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "history.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "history.edit", NULL);
}

static void
amb_history_page_class_init (AmbHistoryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amb_history_page_get_property;
  object_class->set_property = amb_history_page_set_property;
  object_class->constructed = amb_history_page_constructed;
  object_class->dispose = amb_history_page_dispose;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, AMB_TYPE_CONTEXT,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (AMB_TYPE_ENTRY_FILTER_BAR);
  g_type_ensure (AMB_TYPE_ENTRY_VIEW);
  g_type_ensure (AMB_TYPE_SPLIT_VIEW);
  g_type_ensure (AMB_TYPE_TAB_STOP);
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/history/amb-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbHistoryPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, AmbHistoryPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, AmbHistoryPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, AmbHistoryPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, AmbHistoryPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, AmbHistoryPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, AmbHistoryPage, entry_stack);
  gtk_widget_class_bind_template_child (widget_class, AmbHistoryPage, entry_view);
  gtk_widget_class_bind_template_callback (widget_class, factory_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, factory_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, factory_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_title);
  gtk_widget_class_bind_template_callback (widget_class, has_entry);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
}

static void
amb_history_page_init (AmbHistoryPage *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
  self->loading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amb_history_page_new (AmbContext *context)
{
  return g_object_new (AMB_TYPE_HISTORY_PAGE, "context", context, NULL);
}
