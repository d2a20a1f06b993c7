/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-form.h"

#include "amb-focus.h"

#define FOCUS_KEY "amb-form-focus"

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

/**
 * amb_form_set_busy:
 * @form: what the person fills in
 * @busy: whether it is being saved
 *
 * Takes no more keys while what was filled in is being saved: they would be in nothing that is saved. When that fails, the
 * keyboard is where it was.
 */
void
amb_form_set_busy (GtkWidget *form,
                   gboolean   busy)
{
  GtkRoot *root = gtk_widget_get_root (form);
  GtkWidget *focus;

  g_return_if_fail (GTK_IS_WIDGET (form));

  if (busy)
    {
      focus = amb_focus_get (form);
      g_object_set_data_full (G_OBJECT (form), FOCUS_KEY, focus == NULL ? NULL : g_object_ref (focus), g_object_unref);
      /* A text that goes insensitive with the keyboard in it misses that it lost it. */
      if (root != NULL)
        gtk_root_set_focus (root, NULL);
      gtk_widget_set_sensitive (form, FALSE);
      return;
    }

  gtk_widget_set_sensitive (form, TRUE);
  focus = g_object_get_data (G_OBJECT (form), FOCUS_KEY);
  if (focus != NULL && gtk_widget_get_root (focus) == root)
    gtk_widget_grab_focus (focus);
  g_object_set_data (G_OBJECT (form), FOCUS_KEY, NULL);
}

/**
 * amb_form_grab_focus:
 * @row: a row with one line or several lines of text
 *
 * Lets the person go on in a row that may hold text already: nothing is selected, which the next key would wipe, and the
 * cursor stands at the end.
 */
void
amb_form_grab_focus (GtkWidget *row)
{
  GtkWidget *focus;

  g_return_if_fail (GTK_IS_WIDGET (row));

  if (GTK_IS_EDITABLE (row))
    {
      gtk_text_grab_focus_without_selecting (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row))));
      gtk_editable_set_position (GTK_EDITABLE (row), -1);
      return;
    }

  gtk_widget_grab_focus (row);
  focus = amb_focus_get (row);
  if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
      GtkTextIter end;

      gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_buffer_place_cursor (buffer, &end);
    }
}
