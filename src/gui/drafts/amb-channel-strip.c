/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-channel-strip.h"

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-format.h"
#include "amb-presenter.h"
#include "amb-length-ring.h"
#include "amb-own-words-bar.h"
#include "amb-wrap-layout.h"

/* About three lines of channels: the text needs the rest. */
#define MOST_HEIGHT 72

/* A person may give a channel a name of any length. */
#define MOST_CHARS 30

/**
 * AmbChannelStrip:
 *
 * What stands under the text: how much is left on each channel, how much is in the person's own words, and whether all of
 * it is saved.
 */
struct _AmbChannelStrip
{
  GtkWidget        parent_instance;

  AmbDraftSession *session;
  GSignalGroup    *session_signals;
  GSignalGroup    *check_signals;
  GSignalGroup    *autosave_signals;

  /* Children */
  GtkWidget       *scroller;
  GtkWidget       *lines;
  GPtrArray       *meters;
  AmbOwnWordsBar  *own_words;
  GtkLabel        *saved;

  gboolean         overflows; /* the channels need more room than they get */
  guint            overflow_id;
};

G_DEFINE_FINAL_TYPE (AmbChannelStrip, amb_channel_strip, GTK_TYPE_WIDGET)

static GtkWidget *
make_meter (void)
{
  GtkWidget *meter = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* The number at its end stays. */
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "ellipsize", PANGO_ELLIPSIZE_MIDDLE,
                                   "max-width-chars", MOST_CHARS,
                                   NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (meter), amb_length_ring_new ());
  gtk_box_append (GTK_BOX (meter), label);

  return meter;
}

/* What is left, or what is written where there is no limit; less than nothing with a true minus sign. */
static char *
format_length (const char      *name,
               const AmbLength *length)
{
  gint64 number = length->limit == 0 ? length->length : length->remaining;
  g_autofree char *digits = amb_format_number (ABS (number));

  if (number < 0)
    /* Translators: a channel such as LinkedIn, and how many characters are too many */
    return g_strdup_printf (_("%s −%s"), name, digits);

  /* Translators: a channel such as LinkedIn, and how many characters are left (or written, where there is no limit) */
  return g_strdup_printf (_("%s %s"), name, digits);
}

static void
show_length (AmbChannelStrip *self,
             GtkWidget       *meter,
             const char      *channel)
{
  GtkWidget *ring = gtk_widget_get_first_child (meter);
  GtkWidget *label = gtk_widget_get_last_child (meter);
  g_autofree char *name = amb_draft_session_name_channel (self->session, channel);
  g_autofree char *text = NULL;
  AmbLength length;

  amb_draft_session_measure (self->session, channel, &length);
  amb_length_ring_set_length (AMB_LENGTH_RING (ring), name, &length);
  text = format_length (name, &length);
  gtk_label_set_label (GTK_LABEL (label), text);
}

static void
set_n_meters (AmbChannelStrip *self,
              guint            n_meters)
{
  while (self->meters->len > n_meters)
    {
      gtk_box_remove (GTK_BOX (self->lines), g_ptr_array_index (self->meters, self->meters->len - 1));
      g_ptr_array_set_size (self->meters, self->meters->len - 1);
    }

  while (self->meters->len < n_meters)
    {
      GtkWidget *meter = make_meter ();

      gtk_box_append (GTK_BOX (self->lines), meter);
      g_ptr_array_add (self->meters, meter);
    }
}

static void
session_changed_cb (AmbChannelStrip *self)
{
  GListModel *variants = G_LIST_MODEL (amb_draft_get_variants (amb_draft_session_get_draft (self->session)));

  set_n_meters (self, g_list_model_get_n_items (variants));
  for (guint i = 0; i < self->meters->len; i++)
    {
      g_autoptr (AmbVariant) variant = g_list_model_get_item (variants, i);

      show_length (self, g_ptr_array_index (self->meters, i), amb_variant_get_text (variant, AMB_VARIANT_CHANNEL));
    }
}

static void
check_notify_report_cb (AmbChannelStrip *self)
{
  AmbCheckReport *report = amb_live_check_get_report (amb_draft_session_get_check (self->session));

  /* No words are nobody's. */
  gtk_widget_set_visible (GTK_WIDGET (self->own_words), report != NULL && amb_check_report_get_words (report) > 0);
  if (report != NULL)
    amb_own_words_bar_set_share (self->own_words, amb_check_report_get_share (report));
}

/* It is tried again by itself. */
static char *
describe_failure (const GError *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_BUSY))
    return g_strdup (_("Not saved yet: another program is writing to your data."));

  text = amb_presenter_describe (error);

  /* Translators: %s is a sentence that says why */
  return g_strdup_printf (_("Not saved: %s"), text);
}

static char *
describe_saved (AmbAutosave *autosave)
{
  g_autofree char *time = NULL;

  if (amb_autosave_get_error (autosave) != NULL)
    return describe_failure (amb_autosave_get_error (autosave));
  if (amb_autosave_get_state (autosave) != AMB_AUTOSAVE_STATE_SAVED)
    return g_strdup (_("Saving…"));

  time = amb_format_time (amb_autosave_get_saved_at (autosave));

  /* Translators: %s is a time of the day */
  return *time == '\0' ? g_strdup ("") : g_strdup_printf (_("Saved %s"), time);
}

static void
autosave_notify_cb (AmbChannelStrip *self)
{
  AmbAutosave *autosave = amb_draft_session_get_autosave (self->session);
  g_autofree char *text = describe_saved (autosave);

  gtk_label_set_label (self->saved, text);
  if (amb_autosave_get_error (autosave) != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->saved), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->saved), "error");
}

static void
amb_channel_strip_dispose (GObject *object)
{
  AmbChannelStrip *self = AMB_CHANNEL_STRIP (object);
  GtkWidget *child;

  g_clear_handle_id (&self->overflow_id, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->check_signals);
  g_clear_object (&self->autosave_signals);
  g_clear_object (&self->session);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->meters, g_ptr_array_unref);

  G_OBJECT_CLASS (amb_channel_strip_parent_class)->dispose (object);
}

static void
amb_channel_strip_class_init (AmbChannelStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amb_channel_strip_dispose;

  gtk_widget_class_set_css_name (widget_class, "channelstrip");
  gtk_widget_class_set_layout_manager_type (widget_class, AMB_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* What does not fit can be scrolled with the keyboard too; what fits is no stop on its way, and has no bar: a bar asks for
 * more height than one line of channels. */
static gboolean
overflow_idle_cb (gpointer data)
{
  AmbChannelStrip *self = data;

  self->overflow_id = 0;
  gtk_widget_set_focusable (self->scroller, self->overflows);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  self->overflows ? GTK_POLICY_AUTOMATIC : GTK_POLICY_EXTERNAL);

  return G_SOURCE_REMOVE;
}

/* In the middle of its layout a widget cannot ask for another one. */
static void
adjustment_changed_cb (AmbChannelStrip *self,
                       GtkAdjustment   *adjustment)
{
  gboolean overflows = gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment);

  if (overflows == self->overflows)
    return;

  self->overflows = overflows;
  if (self->overflow_id == 0)
    self->overflow_id = g_idle_add (overflow_idle_cb, self);
}

static void
make_scroller (AmbChannelStrip *self)
{
  self->meters = g_ptr_array_new ();
  self->lines = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->lines, amb_wrap_layout_new ());
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                 "hscrollbar-policy", GTK_POLICY_NEVER,
                                 "vscrollbar-policy", GTK_POLICY_EXTERNAL,
                                 "propagate-natural-width", TRUE,
                                 "propagate-natural-height", TRUE,
                                 "max-content-height", MOST_HEIGHT,
                                 "focusable", FALSE,
                                 "child", self->lines,
                                 NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _("About the text"), -1);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "changed",
                           G_CALLBACK (adjustment_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

static void
make_children (AmbChannelStrip *self)
{
  make_scroller (self);

  self->own_words = AMB_OWN_WORDS_BAR (amb_own_words_bar_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->own_words), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->own_words), GTK_WIDGET (self));

  self->saved = g_object_new (GTK_TYPE_LABEL,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                              "hexpand", TRUE,
                              "xalign", 1.0,
                              "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->saved), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->saved), "numeric");
  gtk_widget_set_parent (GTK_WIDGET (self->saved), GTK_WIDGET (self));
}

static void
amb_channel_strip_init (AmbChannelStrip *self)
{
  make_children (self);

  self->session_signals = g_signal_group_new (AMB_TYPE_DRAFT_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "changed", G_CALLBACK (session_changed_cb), self);
  self->check_signals = g_signal_group_new (AMB_TYPE_LIVE_CHECK);
  g_signal_group_connect_swapped (self->check_signals, "notify::report", G_CALLBACK (check_notify_report_cb), self);
  self->autosave_signals = g_signal_group_new (AMB_TYPE_AUTOSAVE);
  g_signal_group_connect_swapped (self->autosave_signals, "notify", G_CALLBACK (autosave_notify_cb), self);
}

void
amb_channel_strip_set_session (AmbChannelStrip *self,
                               AmbDraftSession *session)
{
  g_return_if_fail (AMB_IS_CHANNEL_STRIP (self));
  g_return_if_fail (session == NULL || AMB_IS_DRAFT_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->check_signals, session == NULL ? NULL : amb_draft_session_get_check (session));
  g_signal_group_set_target (self->autosave_signals, session == NULL ? NULL : amb_draft_session_get_autosave (session));

  if (session == NULL)
    return;

  session_changed_cb (self);
  check_notify_report_cb (self);
  autosave_notify_cb (self);
}
