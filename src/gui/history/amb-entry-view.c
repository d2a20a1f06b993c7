/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-entry-view.h"

#include <glib/gi18n-lib.h>

#include "amb-entry-confirm.h"
#include "amb-entry-facts.h"
#include "amb-focus.h"
#include "amb-format.h"
#include "amb-heard-row.h"
#include "amb-links.h"
#include "amb-logbook.h"
#include "amb-presenter.h"
#include "amb-result-list.h"
#include "amb-results-dialog.h"
#include "amb-story-links.h"
#include "amb-time.h"

/**
 * AmbEntryView:
 *
 * An entry of the history, to be read: what was shared, where and with whom, and what came of it.
 */
struct _AmbEntryView
{
  AdwBin         parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  AmbStoryLinks *stories;
  AmbResultList *results;
  GtkListBox    *heard;
  AmbEntryConfirm *confirm;

  AmbContext    *context;
  AmbEntry      *entry;
};

enum
{
  PROP_0,
  PROP_ENTRY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbEntryView, amb_entry_view, ADW_TYPE_BIN)

/* Closures of the template. */
static char *
format_kind (AmbEntryView *self,
             AmbEntryKind  kind)
{
  return g_strdup (amb_entry_kind_get_label (kind));
}

static char *
format_symbol (AmbEntryView *self,
               AmbEntryKind  kind)
{
  return g_strdup (amb_entry_kind_get_symbol (kind));
}

static char *
format_moment (AmbEntryView *self,
               gint64        at)
{
  g_autofree char *date = amb_format_date (at);
  g_autofree char *clock = amb_format_time (at);

  if (at == AMB_TIME_UNSET)
    return g_strdup ("");

  /* Translators: a day and a time, for example “23 November 2026, 14:02” */
  return g_strdup_printf (_("%s, %s"), date, clock);
}

static gboolean
is_openable (AmbEntryView *self,
             const char   *link)
{
  return link != NULL && amb_links_is_openable (link);
}

/* The numbers are those of a channel: a conversation has none, unless they were added all the same. */
static gboolean
can_have_results (AmbEntryView *self,
                  gboolean      online,
                  gboolean      has_results)
{
  return online || has_results;
}

/* A link in a label wraps, and has a name for who cannot see it; a button for links has neither. */
static char *
format_link (AmbEntryView *self,
             const char   *link)
{
  return is_openable (self, link) ? g_markup_printf_escaped ("<a href=\"%s\">%s</a>", link, link) : NULL;
}

/* Numbers that are taken away from an entry, so that they can come back. */
typedef struct
{
  AmbEntryView *view;
  gint64        entry_id;
  AmbResult     result;
} Numbers;

static Numbers *
numbers_new (AmbEntryView    *self,
             gint64           entry_id,
             const AmbResult *result)
{
  Numbers *numbers = g_new (Numbers, 1);

  numbers->view = g_object_ref (self);
  numbers->entry_id = entry_id;
  numbers->result = *result;

  return numbers;
}

static void
numbers_free (gpointer data)
{
  Numbers *numbers = data;

  g_object_unref (numbers->view);
  g_free (numbers);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Numbers, numbers_free)

static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Numbers) numbers = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbEntry) entry = amb_logbook_save_finish (AMB_CONTEXT (object), result, &error);

  if (entry == NULL)
    amb_presenter_show_error (GTK_WIDGET (numbers->view), error);
}

static void
load_to_restore_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (Numbers) numbers = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbEntry) entry = amb_logbook_load_finish (AMB_CONTEXT (object), result, &error);

  if (entry == NULL)
    {
      amb_presenter_show_error (GTK_WIDGET (numbers->view), error);
      return;
    }

  amb_entry_add_result (entry, &numbers->result);
  amb_logbook_save_async (AMB_CONTEXT (object), entry, NULL, restored_cb, g_steal_pointer (&numbers));
}

/* They go into the entry as it is now: it may have been edited since. */
static void
undo_remove (gpointer data)
{
  Numbers *numbers = data;

  amb_logbook_load_async (numbers->view->context, numbers->entry_id, NULL, load_to_restore_cb,
                          numbers_new (numbers->view, numbers->entry_id, &numbers->result));
}

static void
removed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Numbers) numbers = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbEntry) entry = amb_logbook_save_finish (AMB_CONTEXT (object), result, &error);
  GtkWidget *view = GTK_WIDGET (numbers->view);

  if (entry == NULL)
    amb_presenter_show_error (view, error);
  else
    amb_presenter_show_undo (view, _("Numbers removed"), undo_remove, g_steal_pointer (&numbers), numbers_free);
}

static void
results_removed_cb (AmbEntryView *self,
                    guint         position)
{
  g_autoptr (AmbEntry) copy = amb_entry_copy (self->entry);
  const AmbResult *result = &g_array_index (amb_entry_get_results (self->entry), AmbResult, position);
  Numbers *numbers = numbers_new (self, amb_record_get_id (AMB_RECORD (self->entry)), result);

  amb_entry_remove_result (copy, position);
  amb_logbook_change_async (self->context, self->entry, copy, NULL, removed_cb, numbers);
}

static void
add_numbers_clicked_cb (AmbEntryView *self)
{
  amb_results_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->context, self->entry);
}

static GtkWidget *
make_heard_row (gpointer item,
                gpointer data)
{
  return amb_heard_row_new (item);
}

/* Not in the template: what is the target of an expression must not outlive it, and the question holds on to itself
 * while it waits for the database. */
static void
update_confirm (AmbEntryView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->confirm), self->entry != NULL && !amb_entry_get_confirmed (self->entry));
}

/* The question goes away under the hands of who answered it, and its button had given up the keyboard before. */
static void
entry_notify_confirmed_cb (AmbEntryView *self)
{
  GtkWidget *focus = amb_focus_get (GTK_WIDGET (self));
  gboolean answers = gtk_widget_get_mapped (GTK_WIDGET (self->confirm)) &&
                     (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->confirm)));

  update_confirm (self);
  if (answers && !gtk_widget_get_visible (GTK_WIDGET (self->confirm)))
    amb_focus_enter (GTK_WIDGET (self->scroller));
}

static void
update_heard (AmbEntryView *self)
{
  GListModel *heard = self->entry == NULL ? NULL : G_LIST_MODEL (amb_entry_get_heard (self->entry));

  gtk_widget_set_visible (GTK_WIDGET (self->heard), heard != NULL && g_list_model_get_n_items (heard) > 0);
}

static void
update_stories (AmbEntryView *self)
{
  amb_story_links_set_stories (self->stories, self->entry == NULL ? NULL : amb_entry_get_stories (self->entry));
}

static void
update_results (AmbEntryView *self)
{
  amb_result_list_set_results (self->results, self->entry == NULL ? NULL : amb_entry_get_results (self->entry));
}

static void
leave_entry (AmbEntryView *self)
{
  if (self->entry == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->entry, self);
  g_signal_handlers_disconnect_by_data (amb_entry_get_heard (self->entry), self);
}

static void
amb_entry_view_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AmbEntryView *self = AMB_ENTRY_VIEW (object);

  switch (property_id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_entry_view_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  AmbEntryView *self = AMB_ENTRY_VIEW (object);

  switch (property_id)
    {
    case PROP_ENTRY:
      amb_entry_view_set_entry (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_entry_view_dispose (GObject *object)
{
  AmbEntryView *self = AMB_ENTRY_VIEW (object);

  leave_entry (self);
  g_clear_object (&self->entry);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (amb_entry_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/history/amb-entry-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbEntryView, scroller);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryView, stories);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryView, results);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryView, heard);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryView, confirm);
  gtk_widget_class_bind_template_callback (widget_class, add_numbers_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, results_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, can_have_results);
  gtk_widget_class_bind_template_callback (widget_class, format_kind);
  gtk_widget_class_bind_template_callback (widget_class, format_link);
  gtk_widget_class_bind_template_callback (widget_class, format_moment);
  gtk_widget_class_bind_template_callback (widget_class, format_symbol);
  gtk_widget_class_bind_template_callback (widget_class, is_openable);
  amb_format_bind_closures (widget_class);
}

static void
amb_entry_view_class_init (AmbEntryViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_entry_view_get_property;
  object_class->set_property = amb_entry_view_set_property;
  object_class->dispose = amb_entry_view_dispose;

  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, AMB_TYPE_ENTRY,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (AMB_TYPE_ENTRY);
  g_type_ensure (AMB_TYPE_ENTRY_CONFIRM);
  g_type_ensure (AMB_TYPE_ENTRY_FACTS);
  g_type_ensure (AMB_TYPE_RESULT_LIST);
  g_type_ensure (AMB_TYPE_STORY_LINKS);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
amb_entry_view_init (AmbEntryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amb_entry_view_new (void)
{
  return g_object_new (AMB_TYPE_ENTRY_VIEW, NULL);
}

/**
 * amb_entry_view_set_context:
 * @self: a view
 * @context: where entries are kept
 *
 * Gives the view what it needs; call it before it shows an entry.
 */
void
amb_entry_view_set_context (AmbEntryView *self,
                            AmbContext   *context)
{
  g_return_if_fail (AMB_IS_ENTRY_VIEW (self));

  g_set_object (&self->context, context);
  amb_entry_confirm_set_context (self->confirm, context);
  amb_story_links_set_context (self->stories, context);
}

/**
 * amb_entry_view_get_entry:
 * @self: a view
 *
 * Gets the entry that is shown.
 *
 * Returns: (nullable) (transfer none): the entry
 */
AmbEntry *
amb_entry_view_get_entry (AmbEntryView *self)
{
  g_return_val_if_fail (AMB_IS_ENTRY_VIEW (self), NULL);

  return self->entry;
}

/**
 * amb_entry_view_set_entry:
 * @self: a view
 * @entry: (nullable): an entry that was loaded whole
 *
 * Shows an entry, from its beginning, and follows it.
 */
void
amb_entry_view_set_entry (AmbEntryView *self,
                          AmbEntry     *entry)
{
  GListModel *heard = entry == NULL ? NULL : G_LIST_MODEL (amb_entry_get_heard (entry));

  g_return_if_fail (AMB_IS_ENTRY_VIEW (self));

  if (self->entry == entry)
    return;

  leave_entry (self);
  g_set_object (&self->entry, entry);
  if (entry != NULL)
    {
      g_signal_connect_object (entry, "notify::confirmed", G_CALLBACK (entry_notify_confirmed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (entry, "notify::stories", G_CALLBACK (update_stories), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (entry, "notify::results", G_CALLBACK (update_results), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (heard, "items-changed", G_CALLBACK (update_heard), self, G_CONNECT_SWAPPED);
    }

  gtk_list_box_bind_model (self->heard, heard, make_heard_row, NULL, NULL);
  update_confirm (self);
  update_heard (self);
  update_stories (self);
  update_results (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}
