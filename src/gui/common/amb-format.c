/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-format.h"

#include <langinfo.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "amb-time.h"

#define MINUTE (60 * G_GINT64_CONSTANT (1000))
#define HOUR (60 * MINUTE)

static GDateTime *
make_local (gint64 time)
{
  return time == AMB_TIME_UNSET ? NULL : g_date_time_new_from_unix_local (time / 1000);
}

static char *
format_local (gint64      time,
              const char *format)
{
  g_autoptr (GDateTime) moment = make_local (time);

  return moment == NULL ? g_strdup ("") : g_date_time_format (moment, format);
}

static gboolean
is_same_year (gint64 a,
              gint64 b)
{
  g_autoptr (GDateTime) first = make_local (a);
  g_autoptr (GDateTime) second = make_local (b);

  return first != NULL && second != NULL && g_date_time_get_year (first) == g_date_time_get_year (second);
}

static char *
format_past (gint64 distance)
{
  if (distance < MINUTE)
    return g_strdup (_("just now"));
  if (distance < HOUR)
    return g_strdup_printf (ngettext ("%d minute ago", "%d minutes ago", distance / MINUTE), (int) (distance / MINUTE));

  return g_strdup_printf (ngettext ("%d hour ago", "%d hours ago", distance / HOUR), (int) (distance / HOUR));
}

static char *
format_future (gint64 distance)
{
  if (distance < MINUTE)
    return g_strdup (_("now"));
  if (distance < HOUR)
    return g_strdup_printf (ngettext ("in %d minute", "in %d minutes", distance / MINUTE), (int) (distance / MINUTE));

  return g_strdup_printf (ngettext ("in %d hour", "in %d hours", distance / HOUR), (int) (distance / HOUR));
}

/**
 * amb_format_date:
 * @time: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 *
 * Writes a day as the person's language does, with its year.
 *
 * Returns: (transfer full): UTF-8, empty when there is no time
 */
char *
amb_format_date (gint64 time)
{
  /* Translators: a day with its year, for example “23 November 2026”; see the manual page of g_date_time_format */
  return format_local (time, _("%-d %B %Y"));
}

/**
 * amb_format_day:
 * @time: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 * @now: milliseconds since 1970, UTC
 *
 * Writes a day as one would say it, with the year when it is another one.
 *
 * Returns: (transfer full): UTF-8, empty when there is no time
 */
char *
amb_format_day (gint64 time,
                gint64 now)
{
  if (time == AMB_TIME_UNSET)
    return g_strdup ("");
  if (!is_same_year (time, now))
    return amb_format_date (time);

  /* Translators: a day of this year, for example “23 November”; see the manual page of g_date_time_format */
  return format_local (time, _("%-d %B"));
}

/**
 * amb_format_time:
 * @time: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 *
 * Writes a time of the day, with twelve or twenty-four hours as the person's locale has it.
 *
 * Returns: (transfer full): UTF-8, empty when there is no time
 */
char *
amb_format_time (gint64 time)
{
  const char *locale_format = nl_langinfo (T_FMT);
  gboolean twelve_hours = strstr (locale_format, "%r") != NULL || strstr (locale_format, "%p") != NULL;

  return format_local (time, twelve_hours ? "%-I:%M %p" : "%H:%M");
}

/**
 * amb_format_when:
 * @time: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 * @now: milliseconds since 1970, UTC
 *
 * Writes a moment as one would say it: relative when it is less than a day away, else as a day, with the year when it is
 * another one.
 *
 * Returns: (transfer full): UTF-8, empty when there is no time
 */
char *
amb_format_when (gint64 time,
                 gint64 now)
{
  if (time == AMB_TIME_UNSET)
    return g_strdup ("");
  if (time <= now && now - time < AMB_TIME_DAY)
    return format_past (now - time);
  if (time > now && time - now < AMB_TIME_DAY)
    return format_future (time - now);

  return amb_format_day (time, now);
}

/**
 * amb_format_number:
 * @number: a number
 *
 * Writes a number with the separators of the person's locale.
 *
 * Returns: (transfer full): UTF-8
 */
char *
amb_format_number (gint64 number)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, number);
}

/**
 * amb_format_removal:
 * @title: (nullable): what can be removed, UTF-8
 *
 * Names a button that is only a symbol: of several in a list, each says what it removes.
 *
 * Returns: (transfer full): UTF-8
 */
char *
amb_format_removal (const char *title)
{
  if (title == NULL || *title == '\0')
    return g_strdup (_("Remove"));

  /* Translators: the name of a button; %s is the title of a story, the name of a channel, something that was said … */
  return g_strdup_printf (_("Remove “%s”"), title);
}

static char *
format_date (GObject *object,
             gint64   time)
{
  return amb_format_date (time);
}

static char *
format_time (GObject *object,
             gint64   time)
{
  return amb_format_time (time);
}

static char *
format_when (GObject *object,
             gint64   time)
{
  return amb_format_when (time, g_get_real_time () / 1000);
}

static gboolean
is_filled (GObject    *object,
           const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
is_empty (GObject    *object,
          const char *text)
{
  return !is_filled (object, text);
}

static gboolean
is_not (GObject  *object,
        gboolean  value)
{
  return !value;
}

static gboolean
is_some (GObject *object,
         guint    number)
{
  return number > 0;
}

/**
 * amb_format_bind_closures:
 * @klass: a class that has a template
 *
 * Gives a template the closures that many of them need: format_date, format_time and format_when (of an int64 in
 * milliseconds), is_filled and is_empty (of a string), is_not (of a boolean) and is_some (of a uint).
 */
void
amb_format_bind_closures (GtkWidgetClass *klass)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (klass));

  gtk_widget_class_bind_template_callback (klass, format_date);
  gtk_widget_class_bind_template_callback (klass, format_time);
  gtk_widget_class_bind_template_callback (klass, format_when);
  gtk_widget_class_bind_template_callback (klass, is_filled);
  gtk_widget_class_bind_template_callback (klass, is_empty);
  gtk_widget_class_bind_template_callback (klass, is_not);
  gtk_widget_class_bind_template_callback (klass, is_some);
}
