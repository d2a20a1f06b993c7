/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-confirm-share.h"

#include <glib/gi18n-lib.h>

#include "amb-format.h"
#include "amb-permalink.h"
#include "amb-presenter.h"
#include "amb-sharing.h"
#include "amb-time.h"

/* Bytes; the clipboard may hold anything. */
#define MAX_LINK 2048

/**
 * AmbConfirmShare:
 *
 * Asks whether something went out, and where it stands. ::confirmed is emitted with the id of the entry once that is
 * stored.
 */
struct _AmbConfirmShare
{
  AdwBin        parent_instance;

  AmbContext   *context;
  gint64        entry_id;
  gboolean      saving;

  /* Template widgets */
  GtkWidget    *copied;
  AdwEntryRow  *link;
  GtkLabel     *posted;
  GtkWidget    *confirm_button;
};

enum
{
  CONFIRMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbConfirmShare, amb_confirm_share, ADW_TYPE_BIN)

/* NULL when the row holds none. */
static char *
dup_link (AmbConfirmShare *self)
{
  return amb_permalink_read (gtk_editable_get_text (GTK_EDITABLE (self->link)));
}

static char *
describe_link (AmbConfirmShare *self,
               const char      *link)
{
  gint64 time = link == NULL ? AMB_TIME_UNSET : amb_permalink_get_time (link);
  g_autofree char *date = amb_format_date (time);
  g_autofree char *time_of_day = amb_format_time (time);

  if (link == NULL)
    return g_strdup (_("With the link you can find the post again, and your history knows when you posted it."));
  if (time == AMB_TIME_UNSET)
    return g_strdup (_("This link does not say when you posted it, so your history takes the time of now."));

  /* Translators: a date and a time of the day, for example “Posted 23 November 2026 14:02” */
  return g_strdup_printf (_("Posted %s %s"), date, time_of_day);
}

static void
tell_no_link (AmbConfirmShare *self)
{
  gtk_label_set_label (self->posted, _("This is not a link. Copy the address of your post, or leave it empty."));
  gtk_widget_add_css_class (GTK_WIDGET (self->link), "error");
}

static void
refuse_link (AmbConfirmShare *self)
{
  tell_no_link (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->link));
}

/* What no further letter makes a link of; who is still typing one is left alone. */
static gboolean
is_no_link (const char *typed)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (typed));
  g_autofree char *scheme = g_uri_parse_scheme (trimmed);

  return strpbrk (trimmed, " \t\n") != NULL ||
         (scheme != NULL && strchr (scheme, '.') == NULL && !g_str_equal (scheme, "http") && !g_str_equal (scheme, "https"));
}

static void
link_changed_cb (AmbConfirmShare *self)
{
  g_autofree char *link = dup_link (self);
  g_autofree char *description = describe_link (self, link);

  gtk_label_set_label (self->posted, description);
  gtk_widget_remove_css_class (GTK_WIDGET (self->link), "error");
  if (link == NULL && is_no_link (gtk_editable_get_text (GTK_EDITABLE (self->link))))
    tell_no_link (self);
}

/* Most often the clipboard still holds the post itself. */
static void
clipboard_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr (AmbConfirmShare) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *link = NULL;

  link = text == NULL || strlen (text) >= MAX_LINK ? NULL : amb_permalink_read (text);
  if (link == NULL)
    refuse_link (self);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->link), link);
}

static void
paste_clicked_cb (AmbConfirmShare *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL,
                                 clipboard_read_cb, g_object_ref (self));
}

static void
sharing_confirm_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (AmbConfirmShare) self = data;
  g_autoptr (AmbEntry) entry = NULL;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  gtk_widget_set_sensitive (self->confirm_button, TRUE);
  entry = amb_sharing_confirm_finish (self->context, result, &error);
  if (entry == NULL)
    amb_presenter_show_error (GTK_WIDGET (self), error);
  else
    g_signal_emit (self, signals[CONFIRMED], 0, amb_record_get_id (AMB_RECORD (entry)));
}

static void
confirm_clicked_cb (AmbConfirmShare *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->link))));
  g_autofree char *link = dup_link (self);

  if (link == NULL && *typed != '\0')
    {
      refuse_link (self);
      return;
    }

  self->saving = TRUE;
  gtk_widget_set_sensitive (self->confirm_button, FALSE);
  amb_sharing_confirm_async (self->context, self->entry_id, link, NULL,
                             sharing_confirm_cb, g_object_ref (self));
}

static void
amb_confirm_share_finalize (GObject *object)
{
  g_clear_object (&AMB_CONFIRM_SHARE (object)->context);

  G_OBJECT_CLASS (amb_confirm_share_parent_class)->finalize (object);
}

static void
amb_confirm_share_class_init (AmbConfirmShareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = amb_confirm_share_finalize;

  signals[CONFIRMED] = g_signal_new ("confirmed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/drafts/amb-confirm-share.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbConfirmShare, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, AmbConfirmShare, copied);
  gtk_widget_class_bind_template_child (widget_class, AmbConfirmShare, link);
  gtk_widget_class_bind_template_child (widget_class, AmbConfirmShare, posted);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_clicked_cb);
}

static void
amb_confirm_share_init (AmbConfirmShare *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  link_changed_cb (self);
}

/**
 * amb_confirm_share_set_entry:
 * @self: the question
 * @context: where entries are kept
 * @entry_id: an entry that was opened on its channel
 * @copied: whether its text was copied just now
 *
 * Asks about an entry.
 */
void
amb_confirm_share_set_entry (AmbConfirmShare *self,
                             AmbContext      *context,
                             gint64           entry_id,
                             gboolean         copied)
{
  g_return_if_fail (AMB_IS_CONFIRM_SHARE (self));
  g_return_if_fail (AMB_IS_CONTEXT (context));

  g_set_object (&self->context, context);
  self->entry_id = entry_id;
  gtk_widget_set_visible (self->copied, copied);
  gtk_widget_grab_focus (GTK_WIDGET (self->link));
}

/* Whether the answer is on its way to the disk. */
gboolean
amb_confirm_share_get_saving (AmbConfirmShare *self)
{
  g_return_val_if_fail (AMB_IS_CONFIRM_SHARE (self), FALSE);

  return self->saving;
}
