/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-channel-row.h"

#include <glib/gi18n-lib.h>

#include "amb-channel-rules.h"
#include "amb-form.h"
#include "amb-language-row.h"
#include "amb-format.h"
#include "amb-number-row.h"

#define NO_NUMBER (-1)

/**
 * AmbChannelRow:
 *
 * A place where the person shares: a row that opens to say who they are there. It changes its channel as they type.
 */
struct _AmbChannelRow
{
  AdwExpanderRow parent_instance;

  /* Template widgets; the rows of texts are found by the names of their properties */
  AdwEntryRow   *address;
  AdwEntryRow   *name;
  AmbNumberRow  *limit;
  GtkWidget     *remove_button;

  AmbChannel    *channel;
};

enum
{
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbChannelRow, amb_channel_row, ADW_TYPE_EXPANDER_ROW)

static const char * const text_names[] = { "name", "handle", "address", "language", NULL };

static const AmbChannelRules *
get_rules (AmbChannelRow *self)
{
  return amb_channel_rules_lookup (amb_channel_get_text (self->channel, AMB_CHANNEL_CHANNEL));
}

/* Title and subtitle of a row are markup. */
static void
update_titles (AmbChannelRow *self)
{
  const char *name = get_rules (self) == NULL ? amb_channel_get_text (self->channel, AMB_CHANNEL_NAME) : NULL;
  const char *handle = amb_channel_get_text (self->channel, AMB_CHANNEL_HANDLE);
  const char *address = amb_channel_get_text (self->channel, AMB_CHANNEL_ADDRESS);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *removal = NULL;

  if (name == NULL)
    name = amb_channel_rules_name_channel (amb_channel_get_text (self->channel, AMB_CHANNEL_CHANNEL));

  title = g_markup_escape_text (name == NULL ? "" : name, -1);
  subtitle = g_markup_escape_text (handle != NULL ? handle : address != NULL ? address : "", -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name == NULL ? "" : name, -1);
  removal = amb_format_removal (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, removal, -1);
}

/* No limit is 0 to a channel, and an empty row to the person. */
static gboolean
show_limit (GBinding     *binding,
            const GValue *from,
            GValue       *to,
            gpointer      data)
{
  int limit = g_value_get_int (from);

  g_value_set_int64 (to, limit == 0 ? NO_NUMBER : limit);

  return TRUE;
}

static gboolean
read_limit (GBinding     *binding,
            const GValue *from,
            GValue       *to,
            gpointer      data)
{
  gint64 number = g_value_get_int64 (from);

  g_value_set_int (to, number == NO_NUMBER ? 0 : (int) number);

  return TRUE;
}

/* Servers differ only where everybody may run one, and a channel of the person's own is known to them alone. */
static void
update_rows (AmbChannelRow *self)
{
  gboolean own = get_rules (self) == NULL;
  gboolean federated = g_strcmp0 (amb_channel_get_text (self->channel, AMB_CHANNEL_CHANNEL), "mastodon") == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->name), own);
  gtk_widget_set_visible (GTK_WIDGET (self->limit), own || federated);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->address),
                                 federated ? _("Server, for example mastodon.nl") : _("Address of your page"));
}

static void
remove_clicked_cb (AmbChannelRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
amb_channel_row_dispose (GObject *object)
{
  AmbChannelRow *self = AMB_CHANNEL_ROW (object);

  if (self->channel != NULL)
    g_signal_handlers_disconnect_by_data (self->channel, self);
  g_clear_object (&self->channel);

  G_OBJECT_CLASS (amb_channel_row_parent_class)->dispose (object);
}

static void
amb_channel_row_class_init (AmbChannelRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amb_channel_row_dispose;

  /**
   * AmbChannelRow::removed:
   * @self: a row
   *
   * The person does not share there any more.
   */
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  g_type_ensure (AMB_TYPE_LANGUAGE_ROW);
  g_type_ensure (AMB_TYPE_NUMBER_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/profile/amb-channel-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbChannelRow, address);
  gtk_widget_class_bind_template_child (widget_class, AmbChannelRow, name);
  gtk_widget_class_bind_template_child (widget_class, AmbChannelRow, limit);
  gtk_widget_class_bind_template_child (widget_class, AmbChannelRow, remove_button);
  gtk_widget_class_bind_template_child_full (widget_class, "handle", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "language", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
amb_channel_row_init (AmbChannelRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_channel_row_new:
 * @channel: a channel; it changes as the person types
 *
 * Makes a row that edits a channel.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
amb_channel_row_new (AmbChannel *channel)
{
  AmbChannelRow *self = g_object_new (AMB_TYPE_CHANNEL_ROW, NULL);

  g_return_val_if_fail (AMB_IS_CHANNEL (channel), GTK_WIDGET (self));

  self->channel = g_object_ref (channel);
  amb_form_bind_texts (GTK_WIDGET (self), AMB_TYPE_CHANNEL_ROW, channel, text_names);
  g_object_bind_property_full (channel, "limit", self->limit, "number", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE,
                               show_limit, read_limit, NULL, NULL);
  g_signal_connect_object (channel, "notify", G_CALLBACK (update_titles), self, G_CONNECT_SWAPPED);
  update_titles (self);
  update_rows (self);

  return GTK_WIDGET (self);
}

/**
 * amb_channel_row_get_channel:
 * @self: a row
 *
 * Gets what it edits.
 *
 * Returns: (transfer none): the channel
 */
AmbChannel *
amb_channel_row_get_channel (AmbChannelRow *self)
{
  g_return_val_if_fail (AMB_IS_CHANNEL_ROW (self), NULL);

  return self->channel;
}
