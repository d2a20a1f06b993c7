/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-plan-dialog.h"

#include <glib/gi18n-lib.h>

#include "amb-time.h"

/* What it proposes: tomorrow at nine, when people begin their day. */
#define PROPOSED_HOUR 9

/**
 * AmbPlanDialog:
 *
 * Asks when a draft is to be shared, and plans it.
 */
struct _AmbPlanDialog
{
  AdwWindow      parent_instance;

  AmbDraft      *draft;

  /* Template widgets */
  GtkCalendar   *calendar;
  GtkSpinButton *hour;
  GtkSpinButton *minute;
  GtkWidget     *remove_button;
};

G_DEFINE_FINAL_TYPE (AmbPlanDialog, amb_plan_dialog, ADW_TYPE_WINDOW)

static void
collect_buttons (GtkWidget *widget,
                 GPtrArray *buttons)
{
  if (GTK_IS_BUTTON (widget))
    g_ptr_array_add (buttons, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_buttons (child, buttons);
}

/* The arrows of a calendar have no names on the floor. */
static void
name_arrows (AmbPlanDialog *self)
{
  const char *names[] = { _("Previous month"), _("Next month"), _("Previous year"), _("Next year") };
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  collect_buttons (GTK_WIDGET (self->calendar), buttons);
  for (guint i = 0; buttons->len == G_N_ELEMENTS (names) && i < buttons->len; i++)
    gtk_accessible_update_property (g_ptr_array_index (buttons, i), GTK_ACCESSIBLE_PROPERTY_LABEL, names[i], -1);
}

static GDateTime *
propose (AmbDraft *draft,
         gint64    now)
{
  gint64 planned_at = amb_draft_get_planned_at (draft);
  GDateTime *planned = planned_at == AMB_TIME_UNSET ? NULL : g_date_time_new_from_unix_local (planned_at / 1000);
  g_autoptr (GDateTime) today = NULL;
  g_autoptr (GDateTime) tomorrow = NULL;

  if (planned != NULL)
    return planned;


  today = g_date_time_new_from_unix_local (now / 1000);
  tomorrow = g_date_time_add_days (today, 1);

  return g_date_time_new_local (g_date_time_get_year (tomorrow), g_date_time_get_month (tomorrow),
                                g_date_time_get_day_of_month (tomorrow), PROPOSED_HOUR, 0, 0);
}

static void
show_time (AmbPlanDialog *self,
           GDateTime     *time)
{
  gtk_calendar_select_day (self->calendar, time);
  gtk_spin_button_set_value (self->hour, g_date_time_get_hour (time));
  gtk_spin_button_set_value (self->minute, g_date_time_get_minute (time));
}

static gboolean
spin_output_cb (GtkSpinButton *spin)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (spin));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (spin)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);

  return TRUE;
}

static void
cancel_clicked_cb (AmbPlanDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
plan_clicked_cb (AmbPlanDialog *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  /* Who presses the button with its mnemonic has not left the time they typed. */
  gtk_spin_button_update (self->hour);
  gtk_spin_button_update (self->minute);

  g_object_freeze_notify (G_OBJECT (self->draft));
  amb_draft_set_planned_at (self->draft, amb_plan_dialog_get_time (self));
  amb_draft_set_text (self->draft, AMB_DRAFT_ZONE, g_time_zone_get_identifier (zone));
  amb_draft_set_state (self->draft, AMB_DRAFT_STATE_PLANNED);
  g_object_thaw_notify (G_OBJECT (self->draft));

  gtk_window_close (GTK_WINDOW (self));
}

static void
remove_clicked_cb (AmbPlanDialog *self)
{
  g_object_freeze_notify (G_OBJECT (self->draft));
  amb_draft_set_planned_at (self->draft, AMB_TIME_UNSET);
  amb_draft_set_text (self->draft, AMB_DRAFT_ZONE, NULL);
  if (amb_draft_get_state (self->draft) == AMB_DRAFT_STATE_PLANNED)
    amb_draft_set_state (self->draft, AMB_DRAFT_STATE_DRAFT);
  g_object_thaw_notify (G_OBJECT (self->draft));

  gtk_window_close (GTK_WINDOW (self));
}

static void
amb_plan_dialog_dispose (GObject *object)
{
  g_clear_object (&AMB_PLAN_DIALOG (object)->draft);

  G_OBJECT_CLASS (amb_plan_dialog_parent_class)->dispose (object);
}

static void
amb_plan_dialog_class_init (AmbPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amb_plan_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/drafts/amb-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbPlanDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, AmbPlanDialog, hour);
  gtk_widget_class_bind_template_child (widget_class, AmbPlanDialog, minute);
  gtk_widget_class_bind_template_child (widget_class, AmbPlanDialog, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, spin_output_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
amb_plan_dialog_init (AmbPlanDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_arrows (self);
}

GtkWidget *
amb_plan_dialog_new (GtkWindow  *parent,
                     AmbContext *context,
                     AmbDraft   *draft)
{
  AmbPlanDialog *self;
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (AMB_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (AMB_IS_DRAFT (draft), NULL);

  self = g_object_new (AMB_TYPE_PLAN_DIALOG, "transient-for", parent, NULL);
  self->draft = g_object_ref (draft);
  gtk_widget_set_visible (self->remove_button, amb_draft_get_planned_at (draft) != AMB_TIME_UNSET);
  time = propose (draft, amb_context_get_now (context));
  show_time (self, time);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->calendar));

  return GTK_WIDGET (self);
}

/* What is chosen, in milliseconds since 1970, UTC. */
gint64
amb_plan_dialog_get_time (AmbPlanDialog *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (AMB_IS_PLAN_DIALOG (self), AMB_TIME_UNSET);

  day = gtk_calendar_get_date (self->calendar);
  time = g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day),
                                g_date_time_get_day_of_month (day),
                                gtk_spin_button_get_value_as_int (self->hour),
                                gtk_spin_button_get_value_as_int (self->minute), 0);

  return g_date_time_to_unix (time) * 1000;
}
