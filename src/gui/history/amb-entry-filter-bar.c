/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-entry-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "amb-channel-choice.h"
#include "amb-channel-rules.h"
#include "amb-choice.h"
#include "amb-focus.h"
#include "amb-format.h"
#include "amb-kind-choice.h"
#include "amb-list-keys.h"
#include "amb-period-dialog.h"
#include "amb-period.h"
#include "amb-time.h"

/**
 * AmbEntryFilterBar:
 *
 * What stands above the list of the history: search, filters, how many entries there are, and which filters hold.
 */
struct _AmbEntryFilterBar
{
  AdwBin          parent_instance;

  /* Template widgets */
  GtkSearchEntry *search;
  AdwComboRow    *channel;
  AdwComboRow    *kind;
  AdwComboRow    *period;
  GtkMenuButton  *menu_button;
  GtkLabel       *count;
  GtkLabel       *active;
  GtkWidget      *active_box;

  AmbContext     *context;
  GListStore     *channels;

  /* The bounds of AMB_PERIOD_CUSTOM, and what to go back to when the person chooses none. */
  gint64          since;
  gint64          until;
  AmbPeriod       last_period;
  gboolean        clearing;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbEntryFilterBar, amb_entry_filter_bar, ADW_TYPE_BIN)

/* The days that somebody chose stand in the list in the place of AMB_PERIOD_CUSTOM, above the line that asks for them: so
 * that line can be chosen again. */
static gboolean
has_days (AmbEntryFilterBar *self)
{
  return g_list_model_get_n_items (adw_combo_row_get_model (self->period)) > AMB_N_PERIODS;
}

static gboolean
asks_for_days (AmbEntryFilterBar *self)
{
  return adw_combo_row_get_selected (self->period) == (has_days (self) ? AMB_N_PERIODS : AMB_PERIOD_CUSTOM);
}

/* While the person chooses the days, the period is still the one before. */
static AmbPeriod
get_period (AmbEntryFilterBar *self)
{
  return asks_for_days (self) ? self->last_period : (AmbPeriod) adw_combo_row_get_selected (self->period);
}

static const char *
get_channel (AmbEntryFilterBar *self)
{
  return amb_choice_row_get_id (self->channel);
}

static AmbEntryKind
get_kind (AmbEntryFilterBar *self)
{
  return amb_kind_choice_get_kind (self->kind);
}

static char *
describe_days (AmbEntryFilterBar *self)
{
  g_autofree char *since = amb_format_date (self->since);
  g_autofree char *last = self->until == AMB_TIME_UNSET ? NULL : amb_format_date (self->until - AMB_TIME_DAY / 2);

  if (last == NULL)
    /* Translators: a period; %s is its first day */
    return g_strdup_printf (_("From %s"), since);
  if (self->since == AMB_TIME_UNSET)
    /* Translators: a period; %s is its last day */
    return g_strdup_printf (_("Until %s"), last);

  /* Translators: a period: its first and last day */
  return g_strdup_printf (_("%s – %s"), since, last);
}

static char *
describe_period (AmbEntryFilterBar *self)
{
  AmbPeriod period = get_period (self);

  if (period == AMB_PERIOD_ALWAYS)
    return NULL;

  return period == AMB_PERIOD_CUSTOM ? describe_days (self) : g_strdup (amb_period_get_label (period));
}

static void
update_active (AmbEntryFilterBar *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *period = describe_period (self);
  g_auto (GStrv) parts = NULL;
  g_autofree char *text = NULL;

  if (get_channel (self) != NULL)
    g_strv_builder_add (builder, amb_channel_rules_name_channel (get_channel (self)));
  if (get_kind (self) != 0)
    g_strv_builder_add (builder, amb_entry_kind_get_label (get_kind (self)));
  if (period != NULL)
    g_strv_builder_add (builder, period);

  parts = g_strv_builder_end (builder);
  text = g_strjoinv (" · ", parts);
  gtk_label_set_label (self->active, text);
  gtk_widget_set_visible (self->active_box, *text != '\0');
  if (*text != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self->menu_button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->menu_button), "accent");
}

static void
announce_change (AmbEntryFilterBar *self)
{
  if (self->clearing)
    return;

  update_active (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_days (AmbEntryFilterBar *self)
{
  GListStore *periods = G_LIST_STORE (adw_combo_row_get_model (self->period));
  g_autofree char *label = describe_days (self);
  g_autoptr (AmbChoice) days = amb_choice_new (label, label);

  self->clearing = TRUE;
  g_list_store_splice (periods, AMB_PERIOD_CUSTOM, has_days (self) ? 1 : 0, (gpointer *) &days, 1);
  adw_combo_row_set_selected (self->period, AMB_PERIOD_CUSTOM);
  self->clearing = FALSE;
}

static void
period_dialog_response_cb (AmbEntryFilterBar *self,
                           gboolean           chosen,
                           gint64             since,
                           gint64             until)
{
  if (!chosen)
    {
      adw_combo_row_set_selected (self->period, self->last_period);
      return;
    }

  self->since = since;
  self->until = until;
  self->last_period = AMB_PERIOD_CUSTOM;
  show_days (self);
  announce_change (self);
}

static void
ask_period (AmbEntryFilterBar *self)
{
  GtkWidget *dialog = amb_period_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                             self->since, self->until);

  g_signal_connect_object (dialog, "response", G_CALLBACK (period_dialog_response_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_popdown (self->menu_button);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
period_notify_selected_cb (AmbEntryFilterBar *self)
{
  if (self->clearing)
    return;
  if (asks_for_days (self))
    {
      ask_period (self);
      return;
    }
  if (get_period (self) == self->last_period)
    return;

  self->last_period = get_period (self);
  announce_change (self);
}

static void
filter_changed_cb (AmbEntryFilterBar *self)
{
  announce_change (self);
}

static void
clear_filters (AmbEntryFilterBar *self)
{
  self->clearing = TRUE;
  adw_combo_row_set_selected (self->channel, 0);
  adw_combo_row_set_selected (self->kind, 0);
  adw_combo_row_set_selected (self->period, AMB_PERIOD_ALWAYS);
  self->last_period = AMB_PERIOD_ALWAYS;
  self->clearing = FALSE;
}

static void
clear_clicked_cb (AmbEntryFilterBar *self)
{
  clear_filters (self);
  announce_change (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static gboolean
amb_entry_filter_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (AMB_ENTRY_FILTER_BAR (widget)->search));
}

static void
amb_entry_filter_bar_dispose (GObject *object)
{
  AmbEntryFilterBar *self = AMB_ENTRY_FILTER_BAR (object);

  g_clear_object (&self->channels);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (amb_entry_filter_bar_parent_class)->dispose (object);
}

static void
amb_entry_filter_bar_class_init (AmbEntryFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amb_entry_filter_bar_dispose;
  widget_class->focus = amb_focus_move_in_child;
  widget_class->grab_focus = amb_entry_filter_bar_grab_focus;

  /**
   * AmbEntryFilterBar::changed:
   * @self: a bar
   *
   * What the person looks for is another.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/history/amb-entry-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbEntryFilterBar, search);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryFilterBar, channel);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryFilterBar, kind);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryFilterBar, period);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryFilterBar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryFilterBar, count);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryFilterBar, active);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryFilterBar, active_box);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_notify_selected_cb);
}

static void
fill_periods (AmbEntryFilterBar *self)
{
  g_autoptr (GListStore) periods = amb_choice_list_new ();

  for (int period = 0; period < AMB_N_PERIODS; period++)
    amb_choice_list_add (periods, amb_period_get_label (period), amb_period_get_label (period));
  amb_choice_row_fill (self->period, periods, NULL);
}

static void
amb_entry_filter_bar_init (AmbEntryFilterBar *self)
{
  self->since = AMB_TIME_UNSET;
  self->until = AMB_TIME_UNSET;
  self->channels = amb_channel_choice_list (_("All channels"));
  self->clearing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  amb_choice_row_fill (self->channel, self->channels, NULL);
  amb_kind_choice_fill (self->kind, _("All kinds"), FALSE, 0);
  fill_periods (self);
  self->clearing = FALSE;
}

/**
 * amb_entry_filter_bar_set_context:
 * @self: a bar
 * @context: where the person's channels and the time come from
 *
 * Gives the bar what it needs; call it once.
 */
void
amb_entry_filter_bar_set_context (AmbEntryFilterBar *self,
                                  AmbContext        *context)
{
  g_return_if_fail (AMB_IS_ENTRY_FILTER_BAR (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  amb_channel_choice_add_own (self->channels, context);
}

/**
 * amb_entry_filter_bar_set_count:
 * @self: a bar
 * @known: %FALSE while they are still being counted
 * @count: how many entries the list holds
 *
 * Says how many entries there are.
 */
void
amb_entry_filter_bar_set_count (AmbEntryFilterBar *self,
                                gboolean           known,
                                guint              count)
{
  g_autofree char *number = amb_format_number (count);
  g_autofree char *text = g_strdup_printf (ngettext ("%s entry", "%s entries", count), number);

  g_return_if_fail (AMB_IS_ENTRY_FILTER_BAR (self));

  gtk_label_set_label (self->count, known ? text : "");
}

/**
 * amb_entry_filter_bar_connect_list:
 * @self: a bar
 * @list: the list it filters
 *
 * Lets the keys lead from the search to the list, and back when the person types in the list.
 */
void
amb_entry_filter_bar_connect_list (AmbEntryFilterBar *self,
                                   GtkListView       *list)
{
  g_return_if_fail (AMB_IS_ENTRY_FILTER_BAR (self));

  amb_list_keys_connect (list, self->search);
}

/**
 * amb_entry_filter_bar_make_filter:
 * @self: a bar
 *
 * Puts together what the person looks for.
 *
 * Returns: (transfer full): a filter
 */
AmbEntryFilter *
amb_entry_filter_bar_make_filter (AmbEntryFilterBar *self)
{
  AmbEntryFilter *filter = amb_entry_filter_new ();
  const char *search;

  g_return_val_if_fail (AMB_IS_ENTRY_FILTER_BAR (self), filter);

  search = gtk_editable_get_text (GTK_EDITABLE (self->search));
  filter->search = *search == '\0' ? NULL : g_strdup (search);
  filter->partial = TRUE;
  filter->channel = g_strdup (get_channel (self));
  filter->kind = get_kind (self);
  if (get_period (self) == AMB_PERIOD_CUSTOM)
    {
      filter->since = self->since;
      filter->until = self->until;
    }
  else
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

      amb_period_get_range (get_period (self), amb_context_get_now (self->context), zone,
                            &filter->since, &filter->until);
    }

  return filter;
}

/**
 * amb_entry_filter_bar_get_active:
 * @self: a bar
 *
 * Tells whether the list holds less than everything.
 *
 * Returns: %TRUE when something is searched or filtered
 */
gboolean
amb_entry_filter_bar_get_active (AmbEntryFilterBar *self)
{
  g_return_val_if_fail (AMB_IS_ENTRY_FILTER_BAR (self), FALSE);

  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0' || get_channel (self) != NULL ||
         get_kind (self) != 0 || get_period (self) != AMB_PERIOD_ALWAYS;
}

/**
 * amb_entry_filter_bar_clear:
 * @self: a bar
 *
 * Shows everything again.
 */
void
amb_entry_filter_bar_clear (AmbEntryFilterBar *self)
{
  g_return_if_fail (AMB_IS_ENTRY_FILTER_BAR (self));

  clear_filters (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  announce_change (self);
}
