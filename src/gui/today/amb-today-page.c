/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-today-page-private.h"

#include <glib/gi18n-lib.h>

#include "amb-format.h"
#include "amb-page.h"
#include "amb-pane.h"
#include "amb-presenter.h"
#include "amb-suggestion-row.h"
#include "amb-today-row.h"

/* Changes come in bursts: one look afterwards is enough. */
#define DELAY_MILLISECONDS 200

/**
 * AmbTodayPage:
 *
 * What waits today, stories that fit, and the week at a glance.
 */
enum
{
  PROP_0,
  PROP_CONTEXT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void amb_today_page_page_init (AmbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AmbTodayPage, amb_today_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (AMB_TYPE_PAGE, amb_today_page_page_init))

typedef AmbTodayItem *(*MakeItem) (gpointer record, gint64 now);

static GtkWidget *
create_due_row (gpointer item,
                gpointer data)
{
  return amb_today_row_new (item, "win.open-draft", "amb-due-symbolic");
}

static GtkWidget *
create_unconfirmed_row (gpointer item,
                        gpointer data)
{
  /* Translators: a button: no, this post did not go out */
  GtkWidget *row = amb_today_row_new_with_button (item, "win.open-entry", "amb-unconfirmed-symbolic", _("No"),
                                                  "today.deny");

  /* Translators: a button: yes, this post went out */
  amb_today_row_add_button (row, item, _("Yes, It Did"), "today.confirm");

  return row;
}

static GtkWidget *
create_follow_up_row (gpointer item,
                      gpointer data)
{
  return amb_today_row_new (item, "win.open-entry", "amb-follow-up-symbolic");
}

static GtkWidget *
create_suggestion_row (gpointer item,
                       gpointer data)
{
  return amb_suggestion_row_new (item);
}

static GtkWidget *
create_running_out_row (gpointer item,
                        gpointer data)
{
  return amb_today_row_new (item, "win.open-story", "amb-runs-out-symbolic");
}

static guint
show_items (AmbToday   *today,
            const char *property,
            MakeItem    make_item,
            gint64      now,
            GListStore *shown,
            GtkWidget  *group)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) records = NULL;
  guint n_records;

  g_object_get (today, property, &records, NULL);
  n_records = records == NULL ? 0 : g_list_model_get_n_items (records);
  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (GObject) record = g_list_model_get_item (records, i);

      g_ptr_array_add (items, make_item (record, now));
    }

  amb_today_item_update_list (shown, items);
  gtk_widget_set_visible (group, n_records > 0);

  return n_records;
}

static void
show_number (AmbFigure  *figure,
             AmbToday   *today,
             const char *property)
{
  guint number;

  g_object_get (today, property, &number, NULL);
  amb_figure_set_number (figure, number);
}

static void
show_state (AmbTodayPage *self,
            guint         n_waiting,
            guint         n_drafts)
{
  g_autofree char *text = NULL;

  if (n_waiting == 0 && n_drafts > 0)
    text = g_strdup_printf (ngettext ("Nothing is due. You have %u draft to finish.",
                                      "Nothing is due. You have %u drafts to finish.", n_drafts), n_drafts);
  else if (n_waiting == 0)
    text = g_strdup (_("You are all caught up."));
  else
    text = g_strdup_printf (ngettext ("You have %u thing to do.", "You have %u things to do.", n_waiting),
                            n_waiting);
  gtk_label_set_label (self->state_label, text);
}

static char *
format_day (AmbTodayPage *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (amb_context_get_now (self->context) / 1000);
  /* Translators: the day of today, for example “Monday 23 November”; see the manual page of g_date_time_format */
  g_autofree char *text = g_date_time_format (now, _("%A %-d %B"));
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (text), NULL);
}

static void
show_date (AmbTodayPage *self)
{
  g_autofree char *day = format_day (self);

  gtk_label_set_label (self->date_label, day);
}

static void
show_today (AmbTodayPage *self,
            AmbToday     *today)
{
  gint64 now = amb_context_get_now (self->context);
  guint n_waiting;
  guint n_stories;
  guint n_drafts;
  gboolean has_stories;

  n_waiting = show_items (today, "due", (MakeItem) amb_today_item_new_for_draft, now, self->due, self->due_group);
  n_waiting += show_items (today, "unconfirmed", (MakeItem) amb_today_item_new_for_unconfirmed, now,
                           self->unconfirmed, self->unconfirmed_group);
  n_waiting += show_items (today, "follow-ups", (MakeItem) amb_today_item_new_for_follow_up, now,
                           self->follow_ups, self->follow_up_group);
  n_stories = show_items (today, "suggestions", (MakeItem) amb_today_item_new_for_suggestion, now,
                          self->suggestions, self->suggestion_group);
  n_stories += show_items (today, "running-out", (MakeItem) amb_today_item_new_for_running_out, now,
                           self->running_out, self->running_out_group);

  g_object_get (today, "n-drafts", &n_drafts, "has-stories", &has_stories, NULL);
  show_state (self, n_waiting, n_drafts);
  gtk_widget_set_visible (self->no_stories, n_stories == 0);
  gtk_widget_set_visible (self->sample_row, !has_stories);
  show_number (self->online, today, "n-online");
  show_number (self->offline, today, "n-offline");
  show_number (self->heard, today, "n-heard");
}

static void
today_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (AmbTodayPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbToday) today = amb_today_load_finish (AMB_CONTEXT (object), result, &error);

  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;

  if (today == NULL)
    amb_presenter_show_error (GTK_WIDGET (self), error);
  else
    show_today (self, today);
}

static void
load (AmbTodayPage *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();

  show_date (self);
  amb_today_load_async (self->context, self->cancellable, today_loaded_cb, g_object_ref (self));
}

static gboolean
load_later_cb (gpointer data)
{
  AmbTodayPage *self = data;

  self->source = 0;
  load (self);

  return G_SOURCE_REMOVE;
}

static void
database_changed_cb (AmbTodayPage *self)
{
  /* A page that nobody sees looks again when it is shown. */
  if (self->source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->source = g_timeout_add (DELAY_MILLISECONDS, load_later_cb, self);
}

/* Somebody comes back to a window that stood open overnight. */
static void
window_notify_is_active_cb (AmbTodayPage *self)
{
  g_autofree char *day = format_day (self);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !g_str_equal (day, gtk_label_get_label (self->date_label)))
    load (self);
}

static void
amb_today_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (amb_today_page_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::is-active", G_CALLBACK (window_notify_is_active_cb),
                           widget, G_CONNECT_SWAPPED);
}

static void
amb_today_page_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), window_notify_is_active_cb, widget);
  GTK_WIDGET_CLASS (amb_today_page_parent_class)->unroot (widget);
}

static void
amb_today_page_activate (AmbPage *page)
{
  load (AMB_TODAY_PAGE (page));
}

static void
amb_today_page_page_init (AmbPageInterface *iface)
{
  iface->activate = amb_today_page_activate;
}

static void
bind_lists (AmbTodayPage *self)
{
  gtk_list_box_bind_model (self->due_box, G_LIST_MODEL (self->due), create_due_row, NULL, NULL);
  gtk_list_box_bind_model (self->unconfirmed_box, G_LIST_MODEL (self->unconfirmed), create_unconfirmed_row, NULL, NULL);
  gtk_list_box_bind_model (self->follow_up_box, G_LIST_MODEL (self->follow_ups), create_follow_up_row, NULL, NULL);
  gtk_list_box_bind_model (self->suggestion_box, G_LIST_MODEL (self->suggestions), create_suggestion_row, NULL, NULL);
  gtk_list_box_bind_model (self->running_out_box, G_LIST_MODEL (self->running_out), create_running_out_row, NULL, NULL);
}

static void
amb_today_page_constructed (GObject *object)
{
  AmbTodayPage *self = AMB_TODAY_PAGE (object);

  G_OBJECT_CLASS (amb_today_page_parent_class)->constructed (object);

  g_signal_connect_object (amb_context_get_database (self->context), "changed", G_CALLBACK (database_changed_cb),
                           self, G_CONNECT_SWAPPED);
  show_date (self);
}

static void
amb_today_page_dispose (GObject *object)
{
  AmbTodayPage *self = AMB_TODAY_PAGE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (amb_today_page_parent_class)->dispose (object);
}

static void
amb_today_page_finalize (GObject *object)
{
  AmbTodayPage *self = AMB_TODAY_PAGE (object);

  g_clear_object (&self->context);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->due);
  g_clear_object (&self->unconfirmed);
  g_clear_object (&self->follow_ups);
  g_clear_object (&self->suggestions);
  g_clear_object (&self->running_out);

  G_OBJECT_CLASS (amb_today_page_parent_class)->finalize (object);
}

static void
amb_today_page_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, AMB_TODAY_PAGE (object)->context);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_today_page_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_CONTEXT:
      AMB_TODAY_PAGE (object)->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ambassadortoolkit/Ambassador/ui/today/amb-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbTodayPage, date_label);
  gtk_widget_class_bind_template_child (widget_class, AmbTodayPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, AmbTodayPage, due_group);
  gtk_widget_class_bind_template_child (widget_class, AmbTodayPage, due_box);
  gtk_widget_class_bind_template_child (widget_class, AmbTodayPage, unconfirmed_group);
  gtk_widget_class_bind_template_child (widget_class, AmbTodayPage, unconfirmed_box);
  gtk_widget_class_bind_template_child (widget_class, AmbTodayPage, follow_up_group);
  gtk_widget_class_bind_template_child (widget_class, AmbTodayPage, follow_up_box);
  gtk_widget_class_bind_template_child (widget_class, AmbTodayPage, suggestion_group);
  gtk_widget_class_bind_template_child (widget_class, AmbTodayPage, suggestion_box);
  gtk_widget_class_bind_template_child (widget_class, AmbTodayPage, running_out_group);
  gtk_widget_class_bind_template_child (widget_class, AmbTodayPage, running_out_box);
  gtk_widget_class_bind_template_child (widget_class, AmbTodayPage, no_stories);
  gtk_widget_class_bind_template_child (widget_class, AmbTodayPage, sample_row);
  gtk_widget_class_bind_template_child (widget_class, AmbTodayPage, online);
  gtk_widget_class_bind_template_child (widget_class, AmbTodayPage, offline);
  gtk_widget_class_bind_template_child (widget_class, AmbTodayPage, heard);
}

static void
amb_today_page_class_init (AmbTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = amb_today_page_constructed;
  object_class->dispose = amb_today_page_dispose;
  object_class->finalize = amb_today_page_finalize;
  object_class->get_property = amb_today_page_get_property;
  object_class->set_property = amb_today_page_set_property;
  widget_class->root = amb_today_page_root;
  widget_class->unroot = amb_today_page_unroot;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, AMB_TYPE_CONTEXT,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (AMB_TYPE_FIGURE);
  g_type_ensure (AMB_TYPE_PANE);
  bind_template (widget_class);
  amb_today_page_class_install_actions (widget_class);
}

static void
amb_today_page_init (AmbTodayPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->due = g_list_store_new (AMB_TYPE_TODAY_ITEM);
  self->unconfirmed = g_list_store_new (AMB_TYPE_TODAY_ITEM);
  self->follow_ups = g_list_store_new (AMB_TYPE_TODAY_ITEM);
  self->suggestions = g_list_store_new (AMB_TYPE_TODAY_ITEM);
  self->running_out = g_list_store_new (AMB_TYPE_TODAY_ITEM);

  gtk_widget_init_template (GTK_WIDGET (self));
  bind_lists (self);
}

GtkWidget *
amb_today_page_new (AmbContext *context)
{
  return g_object_new (AMB_TYPE_TODAY_PAGE, "context", context, NULL);
}
