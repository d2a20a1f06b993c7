/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-date-row.h"

#include <glib/gi18n-lib.h>

#include "amb-format.h"
#include "amb-time.h"

/**
 * AmbDateRow:
 *
 * A row in which a day is chosen, and with #AmbDateRow:show-clock the time of that day.
 *
 * Days and hours are those of the zone the computer is in.
 */
struct _AmbDateRow
{
  AdwActionRow   parent_instance;

  /* Template widgets */
  GtkMenuButton *menu_button;
  GtkCalendar   *calendar;
  GtkSpinButton *hour;
  GtkSpinButton *minute;

  gint64         time;
  gboolean       show_clock;
  gboolean       optional;

  /* While the widgets are brought up to date, what they say is no news. */
  gboolean       updating;
};

enum
{
  PROP_0,
  PROP_TIME,
  PROP_SHOW_CLOCK,
  PROP_OPTIONAL,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbDateRow, amb_date_row, ADW_TYPE_ACTION_ROW)

static char *
describe (AmbDateRow *self)
{
  g_autofree char *date = amb_format_date (self->time);
  g_autofree char *clock = amb_format_time (self->time);

  if (self->time == AMB_TIME_UNSET)
    return g_strdup (_("Not chosen"));
  if (!self->show_clock)
    return g_steal_pointer (&date);

  /* Translators: a day and a time, for example “23 November 2026, 14:02” */
  return g_strdup_printf (_("%s, %s"), date, clock);
}

static void
update_button (AmbDateRow *self)
{
  g_autofree char *text = describe (self);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  /* Translators: the name of a field and what it holds, for example “When: 23 November 2026” */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), title, text);

  gtk_menu_button_set_label (self->menu_button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_calendar (AmbDateRow *self)
{
  g_autoptr (GDateTime) moment = NULL;

  if (self->time == AMB_TIME_UNSET)
    moment = g_date_time_new_now_local ();
  else
    moment = g_date_time_new_from_unix_local (self->time / 1000);
  if (moment == NULL)
    return;

  self->updating = TRUE;
  gtk_calendar_select_day (self->calendar, moment);
  gtk_spin_button_set_value (self->hour, g_date_time_get_hour (moment));
  gtk_spin_button_set_value (self->minute, g_date_time_get_minute (moment));
  self->updating = FALSE;
}

static void
read_widgets (AmbDateRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autoptr (GDateTime) moment = NULL;
  int hour = self->show_clock ? gtk_spin_button_get_value_as_int (self->hour) : 0;
  int minute = self->show_clock ? gtk_spin_button_get_value_as_int (self->minute) : 0;

  if (self->updating)
    return;

  moment = g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day),
                                  g_date_time_get_day_of_month (day), hour, minute, 0);
  if (moment != NULL)
    amb_date_row_set_time (self, g_date_time_to_unix (moment) * 1000);
}

static void
calendar_day_selected_cb (AmbDateRow *self)
{
  read_widgets (self);
}

static void
spin_value_changed_cb (AmbDateRow *self)
{
  read_widgets (self);
}

static gboolean
spin_output_cb (GtkSpinButton *spin)
{
  g_autofree char *text = g_strdup_printf ("%02d", (int) gtk_adjustment_get_value (gtk_spin_button_get_adjustment (spin)));

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (spin)), text))
    gtk_editable_set_text (GTK_EDITABLE (spin), text);

  return TRUE;
}

static void
now_clicked_cb (AmbDateRow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  update_calendar (self);
  self->updating = TRUE;
  gtk_calendar_select_day (self->calendar, now);
  gtk_spin_button_set_value (self->hour, g_date_time_get_hour (now));
  gtk_spin_button_set_value (self->minute, g_date_time_get_minute (now));
  self->updating = FALSE;
  read_widgets (self);
  gtk_menu_button_popdown (self->menu_button);
}

static void
clear_clicked_cb (AmbDateRow *self)
{
  amb_date_row_set_time (self, AMB_TIME_UNSET);
  gtk_menu_button_popdown (self->menu_button);
}

static char *
format_now (AmbDateRow *self,
            gboolean    show_clock)
{
  /* Translators: the moment it is now, on a button that chooses it */
  return g_strdup (show_clock ? _("Now") : _("Today"));
}

static void
amb_date_row_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  AmbDateRow *self = AMB_DATE_ROW (object);

  switch (property_id)
    {
    case PROP_TIME:
      g_value_set_int64 (value, self->time);
      break;
    case PROP_SHOW_CLOCK:
      g_value_set_boolean (value, self->show_clock);
      break;
    case PROP_OPTIONAL:
      g_value_set_boolean (value, self->optional);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_date_row_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  AmbDateRow *self = AMB_DATE_ROW (object);

  switch (property_id)
    {
    case PROP_TIME:
      amb_date_row_set_time (self, g_value_get_int64 (value));
      break;
    case PROP_SHOW_CLOCK:
      self->show_clock = g_value_get_boolean (value);
      break;
    case PROP_OPTIONAL:
      self->optional = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_date_row_constructed (GObject *object)
{
  AmbDateRow *self = AMB_DATE_ROW (object);

  G_OBJECT_CLASS (amb_date_row_parent_class)->constructed (object);

  g_signal_connect (self, "notify::title", G_CALLBACK (update_button), NULL);
  update_button (self);
  update_calendar (self);
}

static void
amb_date_row_class_init (AmbDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = amb_date_row_get_property;
  object_class->set_property = amb_date_row_set_property;
  object_class->constructed = amb_date_row_constructed;

  properties[PROP_TIME] = g_param_spec_int64 ("time", NULL, NULL, G_MININT64, G_MAXINT64, AMB_TIME_UNSET,
                                              flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SHOW_CLOCK] = g_param_spec_boolean ("show-clock", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT);
  properties[PROP_OPTIONAL] = g_param_spec_boolean ("optional", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/common/amb-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbDateRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AmbDateRow, calendar);
  gtk_widget_class_bind_template_child (widget_class, AmbDateRow, hour);
  gtk_widget_class_bind_template_child (widget_class, AmbDateRow, minute);
  gtk_widget_class_bind_template_callback (widget_class, calendar_day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_now);
  gtk_widget_class_bind_template_callback (widget_class, now_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, spin_output_cb);
  gtk_widget_class_bind_template_callback (widget_class, spin_value_changed_cb);
}

static void
amb_date_row_init (AmbDateRow *self)
{
  self->time = AMB_TIME_UNSET;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The row names what it activates by its title, which is in the name of the button already. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/**
 * amb_date_row_get_time:
 * @self: a row
 *
 * Gets what was chosen.
 *
 * Returns: milliseconds since 1970, UTC (the start of the day when the row has no clock), or %AMB_TIME_UNSET
 */
gint64
amb_date_row_get_time (AmbDateRow *self)
{
  g_return_val_if_fail (AMB_IS_DATE_ROW (self), AMB_TIME_UNSET);

  return self->time;
}

/**
 * amb_date_row_set_time:
 * @self: a row
 * @time: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 *
 * Chooses a moment.
 */
void
amb_date_row_set_time (AmbDateRow *self,
                       gint64      time)
{
  g_return_if_fail (AMB_IS_DATE_ROW (self));

  if (self->time == time)
    return;

  self->time = time;
  update_button (self);
  update_calendar (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIME]);
}
