/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-period-dialog.h"

#include "amb-date-row.h"
#include "amb-time.h"

/**
 * AmbPeriodDialog:
 *
 * Asks for the first and the last day of a period; each may be left open.
 */
struct _AmbPeriodDialog
{
  AdwWindow   parent_instance;

  /* Template widgets */
  AmbDateRow *first;
  AmbDateRow *last;
  GtkWidget  *show_button;

  gboolean    answered;
};

enum
{
  RESPONSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbPeriodDialog, amb_period_dialog, ADW_TYPE_WINDOW)

/* The day after that of @time, as the calendar has it: not every day has twenty-four hours. */
static gint64
find_next_day (gint64 time)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return amb_time_start_of_day (amb_time_start_of_day (time, zone) + AMB_TIME_DAY * 3 / 2, zone);
}

static void
answer (AmbPeriodDialog *self,
        gboolean         chosen)
{
  gint64 last = amb_date_row_get_time (self->last);

  if (self->answered)
    return;

  self->answered = TRUE;
  g_signal_emit (self, signals[RESPONSE], 0, chosen, amb_date_row_get_time (self->first),
                 last == AMB_TIME_UNSET ? AMB_TIME_UNSET : find_next_day (last));
}

static void
row_notify_time_cb (AmbPeriodDialog *self)
{
  gint64 first = amb_date_row_get_time (self->first);
  gint64 last = amb_date_row_get_time (self->last);
  gboolean any = first != AMB_TIME_UNSET || last != AMB_TIME_UNSET;
  gboolean ordered = first == AMB_TIME_UNSET || last == AMB_TIME_UNSET || first <= last;

  gtk_widget_set_sensitive (self->show_button, any && ordered);
}

static void
show_clicked_cb (AmbPeriodDialog *self)
{
  answer (self, TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
amb_period_dialog_close_request (GtkWindow *window)
{
  answer (AMB_PERIOD_DIALOG (window), FALSE);

  return GTK_WINDOW_CLASS (amb_period_dialog_parent_class)->close_request (window);
}

static void
amb_period_dialog_class_init (AmbPeriodDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_WINDOW_CLASS (klass)->close_request = amb_period_dialog_close_request;

  /**
   * AmbPeriodDialog::response:
   * @self: a dialog
   * @chosen: %FALSE when the person thought better of it
   * @since: milliseconds since 1970, UTC, or %AMB_TIME_UNSET: the first moment of the period
   * @until: milliseconds since 1970, UTC, or %AMB_TIME_UNSET: the first moment after it
   *
   * The person has answered.
   */
  signals[RESPONSE] = g_signal_new ("response", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 3, G_TYPE_BOOLEAN, G_TYPE_INT64, G_TYPE_INT64);

  g_type_ensure (AMB_TYPE_DATE_ROW);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/history/amb-period-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbPeriodDialog, first);
  gtk_widget_class_bind_template_child (widget_class, AmbPeriodDialog, last);
  gtk_widget_class_bind_template_child (widget_class, AmbPeriodDialog, show_button);
  gtk_widget_class_bind_template_callback (widget_class, row_notify_time_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_clicked_cb);
}

static void
amb_period_dialog_init (AmbPeriodDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_period_dialog_new:
 * @parent: (nullable): the window that asks
 * @since: milliseconds since 1970, UTC, or %AMB_TIME_UNSET: what to offer as the beginning
 * @until: milliseconds since 1970, UTC, or %AMB_TIME_UNSET: the moment after what to offer as the last day
 *
 * Makes a dialog that asks for a period.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
amb_period_dialog_new (GtkWindow *parent,
                       gint64     since,
                       gint64     until)
{
  AmbPeriodDialog *self = g_object_new (AMB_TYPE_PERIOD_DIALOG, "transient-for", parent, NULL);

  amb_date_row_set_time (self->first, since);
  amb_date_row_set_time (self->last, until == AMB_TIME_UNSET ? until : until - AMB_TIME_DAY / 2);
  row_notify_time_cb (self);

  return GTK_WIDGET (self);
}
