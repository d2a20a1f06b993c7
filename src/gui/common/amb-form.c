/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-form.h"

/* A record knows no text as NULL, an entry as the empty text. */
static gboolean
show_text (GBinding     *binding,
           const GValue *from,
           GValue       *to,
           gpointer      data)
{
  const char *text = g_value_get_string (from);

  g_value_set_string (to, text == NULL ? "" : text);

  return TRUE;
}

/**
 * amb_form_bind_text:
 * @row: a row with a property "text"
 * @record: a record
 * @property: a text property of @record
 *
 * Lets a row edit a text of a record; the row starts with what the record holds.
 */
void
amb_form_bind_text (gpointer    row,
                    gpointer    record,
                    const char *property)
{
  g_return_if_fail (GTK_IS_WIDGET (row));
  g_return_if_fail (AMB_IS_RECORD (record));

  g_object_bind_property_full (record, property, row, "text", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE,
                               show_text, NULL, NULL, NULL);
}

/**
 * amb_form_bind_texts:
 * @form: a widget whose template has a row by the name of each of @properties
 * @type: its type
 * @record: a record
 * @properties: (array zero-terminated=1): text properties of @record
 *
 * Lets a form edit the texts of a record.
 */
void
amb_form_bind_texts (GtkWidget          *form,
                     GType               type,
                     gpointer            record,
                     const char * const *properties)
{
  for (guint i = 0; properties[i] != NULL; i++)
    amb_form_bind_text (gtk_widget_get_template_child (form, type, properties[i]), record, properties[i]);
}

/**
 * amb_form_get_zone:
 * @time: milliseconds since 1970, UTC
 *
 * Works out which zone the person's day has at a moment.
 *
 * Returns: minutes east of UTC
 */
int
amb_form_get_zone (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time / 1000);

  return moment == NULL ? 0 : (int) (g_date_time_get_utc_offset (moment) / G_TIME_SPAN_MINUTE);
}
