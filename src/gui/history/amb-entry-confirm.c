/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-entry-confirm.h"

#include <glib/gi18n-lib.h>

#include "amb-channel-rules.h"
#include "amb-confirmation.h"
#include "amb-entry-removal.h"
#include "amb-permalink.h"
#include "amb-presenter.h"
#include "amb-sharing.h"

/**
 * AmbEntryConfirm:
 *
 * Asks of an entry that was opened on its channel whether it went out, and where.
 */
struct _AmbEntryConfirm
{
  AdwBin       parent_instance;

  /* Template widgets */
  GtkEditable *permalink;
  GtkWidget   *button;
  GtkWidget   *trouble;

  AmbContext  *context;
  AmbEntry    *entry;
};

enum
{
  PROP_0,
  PROP_ENTRY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbEntryConfirm, amb_entry_confirm, ADW_TYPE_BIN)

/* The title of a group is markup. */
static char *
format_title (AmbEntryConfirm *self,
              const char      *channel)
{
  if (channel == NULL)
    return g_strdup (_("Opened, not confirmed"));

  /* Translators: %s is a channel, for example “LinkedIn” */
  return g_markup_printf_escaped (_("Opened on %s, not confirmed"), amb_channel_rules_name_channel (channel));
}

static void
confirm_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (AmbEntryConfirm) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbEntry) entry = amb_sharing_confirm_finish (AMB_CONTEXT (object), result, &error);

  gtk_widget_set_sensitive (self->button, TRUE);
  if (entry == NULL)
    {
      amb_presenter_show_error (GTK_WIDGET (self), error);
      gtk_widget_grab_focus (self->button);
    }
  else
    amb_confirmation_offer_undo (GTK_WIDGET (self), self->context, amb_record_get_id (AMB_RECORD (entry)));
}

/* What never went out is no entry. */
static void
deny_clicked_cb (AmbEntryConfirm *self)
{
  amb_entry_removal_start (GTK_WIDGET (self), self->context, amb_record_get_id (AMB_RECORD (self->entry)));
}

static void
show_trouble (AmbEntryConfirm *self,
              gboolean         has_trouble)
{
  gtk_widget_set_visible (self->trouble, has_trouble);
  if (has_trouble)
    gtk_widget_add_css_class (GTK_WIDGET (self->permalink), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->permalink), "error");
}

static void
permalink_changed_cb (AmbEntryConfirm *self)
{
  show_trouble (self, FALSE);
}

static void
confirm_clicked_cb (AmbEntryConfirm *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->permalink)));
  g_autofree char *link = amb_permalink_read (typed);

  if (*typed != '\0' && link == NULL)
    {
      show_trouble (self, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->permalink));
      return;
    }

  gtk_widget_set_sensitive (self->button, FALSE);
  amb_sharing_confirm_async (self->context, amb_record_get_id (AMB_RECORD (self->entry)), link, NULL,
                             confirm_cb, g_object_ref (self));
}

static void
amb_entry_confirm_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  AmbEntryConfirm *self = AMB_ENTRY_CONFIRM (object);

  switch (property_id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_entry_confirm_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  AmbEntryConfirm *self = AMB_ENTRY_CONFIRM (object);

  switch (property_id)
    {
    case PROP_ENTRY:
      g_set_object (&self->entry, g_value_get_object (value));
      gtk_editable_set_text (self->permalink, "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_entry_confirm_dispose (GObject *object)
{
  AmbEntryConfirm *self = AMB_ENTRY_CONFIRM (object);

  g_clear_object (&self->context);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (amb_entry_confirm_parent_class)->dispose (object);
}

static void
amb_entry_confirm_class_init (AmbEntryConfirmClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amb_entry_confirm_get_property;
  object_class->set_property = amb_entry_confirm_set_property;
  object_class->dispose = amb_entry_confirm_dispose;

  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, AMB_TYPE_ENTRY,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (AMB_TYPE_ENTRY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/history/amb-entry-confirm.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbEntryConfirm, permalink);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryConfirm, button);
  gtk_widget_class_bind_template_child (widget_class, AmbEntryConfirm, trouble);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, deny_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_title);
  gtk_widget_class_bind_template_callback (widget_class, permalink_changed_cb);
}

static void
amb_entry_confirm_init (AmbEntryConfirm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_entry_confirm_set_context:
 * @self: the question
 * @context: where entries are kept
 *
 * Gives it what it needs; call it before it shows an entry.
 */
void
amb_entry_confirm_set_context (AmbEntryConfirm *self,
                               AmbContext      *context)
{
  g_return_if_fail (AMB_IS_ENTRY_CONFIRM (self));

  g_set_object (&self->context, context);
}
