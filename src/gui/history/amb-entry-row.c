/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-entry-row.h"

#include <glib/gi18n-lib.h>

#include "amb-entry-summary.h"
#include "amb-format.h"
#include "amb-time.h"

/* Before the layout of the frame in which the record was filled in. */
#define PRIORITY_UPDATE G_PRIORITY_HIGH_IDLE

/**
 * AmbEntryRow:
 *
 * One entry in the list of the history, with the month above it when the row before is of another month.
 *
 * A record may still be empty when it comes, and is filled in later with a dozen notifications at once. The row takes
 * them as one: bindings would write each of its texts a dozen times, for every row of a page of 256.
 */
struct _AmbEntryRow
{
  AdwBin    parent_instance;

  /* Template widgets */
  GtkLabel *heading;
  GtkImage *symbol;
  GtkLabel *title;
  GtkLabel *place;
  GtkLabel *date;
  GtkLabel *result;

  AmbEntry *entry;
  AmbEntry *previous;
  guint     update_id;
};

G_DEFINE_FINAL_TYPE (AmbEntryRow, amb_entry_row, ADW_TYPE_BIN)

static char *
format_month (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time / 1000);

  /* Translators: a month above the entries of that month; see the manual page of g_date_time_format */
  return moment == NULL ? g_strdup ("") : g_date_time_format (moment, _("%OB %Y"));
}

static gboolean
is_same_month (gint64 a,
               gint64 b)
{
  g_autoptr (GDateTime) first = g_date_time_new_from_unix_local (a / 1000);
  g_autoptr (GDateTime) second = g_date_time_new_from_unix_local (b / 1000);

  return first != NULL && second != NULL &&
         g_date_time_get_year (first) == g_date_time_get_year (second) &&
         g_date_time_get_month (first) == g_date_time_get_month (second);
}

/* Nothing is claimed of a row whose neighbour is not loaded yet: its notification brings us back here. */
static gboolean
begins_month (AmbEntryRow *self)
{
  gint64 at = self->entry == NULL ? AMB_TIME_UNSET : amb_entry_get_at (self->entry);

  if (at == AMB_TIME_UNSET)
    return FALSE;
  if (self->previous == NULL)
    return TRUE;
  if (!amb_record_get_loaded (AMB_RECORD (self->previous)))
    return FALSE;

  return !is_same_month (at, amb_entry_get_at (self->previous));
}

static void
update_heading (AmbEntryRow *self)
{
  gboolean shown = begins_month (self);

  if (shown)
    {
      g_autofree char *month = format_month (amb_entry_get_at (self->entry));

      gtk_label_set_label (self->heading, month);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->heading), shown);
}

static void
update_texts (AmbEntryRow *self)
{
  g_autofree char *title = amb_entry_summary_get_title (self->entry);
  g_autofree char *place = amb_entry_summary_get_place (self->entry);
  g_autofree char *date = amb_format_when (amb_entry_get_at (self->entry), g_get_real_time () / 1000);
  g_autofree char *result = amb_entry_summary_get_result (self->entry);

  gtk_image_set_from_icon_name (self->symbol, amb_entry_kind_get_symbol (amb_entry_get_kind (self->entry)));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->place, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *place != '\0');
  gtk_label_set_label (self->date, date);
  gtk_label_set_label (self->result, amb_entry_get_confirmed (self->entry) ? result : _("Not confirmed"));
}

static void
clear_texts (AmbEntryRow *self)
{
  gtk_image_clear (self->symbol);
  gtk_label_set_label (self->title, "");
  gtk_label_set_label (self->place, "");
  gtk_label_set_label (self->date, "");
  gtk_label_set_label (self->result, "");
}

static void
add_label (GStrvBuilder *builder,
           GtkLabel     *label)
{
  const char *text = gtk_label_get_label (label);

  if (*text != '\0')
    g_strv_builder_add (builder, text);
}

/* A row of a GtkListView has no name of its own on the floor. */
static void
update_name (AmbEntryRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = amb_entry_row_describe (self);

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update (AmbEntryRow *self)
{
  g_clear_handle_id (&self->update_id, g_source_remove);

  update_heading (self);
  if (self->entry != NULL && amb_record_get_loaded (AMB_RECORD (self->entry)))
    update_texts (self);
  else
    clear_texts (self);
  update_name (self);
}

static gboolean
update_idle_cb (gpointer data)
{
  AmbEntryRow *self = data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
record_notify_cb (AmbEntryRow *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (PRIORITY_UPDATE, update_idle_cb, self, NULL);
}

static void
take_record (AmbEntryRow  *self,
             AmbEntry    **record,
             AmbEntry     *replacement)
{
  if (*record != NULL)
    g_signal_handlers_disconnect_by_func (*record, record_notify_cb, self);
  g_set_object (record, replacement);
  if (replacement != NULL)
    g_signal_connect_swapped (replacement, "notify", G_CALLBACK (record_notify_cb), self);
}

static void
amb_entry_row_dispose (GObject *object)
{
  AmbEntryRow *self = AMB_ENTRY_ROW (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  take_record (self, &self->entry, NULL);
  take_record (self, &self->previous, NULL);

  G_OBJECT_CLASS (amb_entry_row_parent_class)->dispose (object);
}

static void
amb_entry_row_class_init (AmbEntryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amb_entry_row_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/history/amb-entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbEntryRow, heading);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryRow, symbol);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryRow, title);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryRow, place);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryRow, date);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryRow, result);
}

static void
amb_entry_row_init (AmbEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amb_entry_row_new (void)
{
  return g_object_new (AMB_TYPE_ENTRY_ROW, NULL);
}

/**
 * amb_entry_row_get_entry:
 * @self: a row
 *
 * Gets the entry it shows.
 *
 * Returns: (transfer none) (nullable): the entry
 */
AmbEntry *
amb_entry_row_get_entry (AmbEntryRow *self)
{
  g_return_val_if_fail (AMB_IS_ENTRY_ROW (self), NULL);

  return self->entry;
}

/**
 * amb_entry_row_set_entry:
 * @self: a row
 * @entry: (nullable): the entry it shows
 *
 * Shows an entry, now and whenever it changes.
 */
void
amb_entry_row_set_entry (AmbEntryRow *self,
                         AmbEntry    *entry)
{
  g_return_if_fail (AMB_IS_ENTRY_ROW (self));

  take_record (self, &self->entry, entry);
  update (self);
}

/**
 * amb_entry_row_set_previous:
 * @self: a row
 * @previous: (nullable): the entry in the row above, %NULL in the first row
 *
 * Says which entry stands above, for the heading.
 */
void
amb_entry_row_set_previous (AmbEntryRow *self,
                            AmbEntry    *previous)
{
  g_return_if_fail (AMB_IS_ENTRY_ROW (self));

  if (self->previous == previous && previous != NULL)
    return;

  take_record (self, &self->previous, previous);
  update_heading (self);
}

/**
 * amb_entry_row_describe:
 * @self: a row
 *
 * Says what the row shows, for who cannot see it.
 *
 * Returns: (transfer full): UTF-8
 */
char *
amb_entry_row_describe (AmbEntryRow *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (AMB_IS_ENTRY_ROW (self), NULL);

  if (self->entry == NULL || !amb_record_get_loaded (AMB_RECORD (self->entry)))
    return g_strdup (_("Loading…"));

  g_strv_builder_add (builder, amb_entry_kind_get_label (amb_entry_get_kind (self->entry)));
  add_label (builder, self->title);
  add_label (builder, self->place);
  add_label (builder, self->date);
  add_label (builder, self->result);
  parts = g_strv_builder_end (builder);

  return g_strjoinv (", ", parts);
}
