/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-profile-page.h"

#include <glib/gi18n-lib.h>

#include "amb-format.h"
#include "amb-page.h"
#include "amb-pane.h"
#include "amb-presenter.h"
#include "amb-profile-form.h"
#include "amb-profile-saver.h"
#include "amb-profile-versions.h"

/**
 * AmbProfilePage:
 *
 * Who the person is and how they want to be seen: a form that stores itself, and earlier versions of it.
 */
struct _AmbProfilePage
{
  AdwBin           parent_instance;

  /* Template widgets */
  GtkLabel        *status;
  AmbProfileForm  *form;

  AmbContext      *context;
  AmbProfileSaver *saver;
  AmbProfile      *profile;
};

enum
{
  PROP_0,
  PROP_CONTEXT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void amb_profile_page_page_init (AmbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AmbProfilePage, amb_profile_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (AMB_TYPE_PAGE, amb_profile_page_page_init))

static void
saver_notify_loaded_cb (AmbProfilePage *self)
{
  amb_profile_form_start (self->form);
}

/* While it is tried again, the page says what came of the last try. */
static void
saver_notify_cb (AmbProfilePage *self)
{
  AmbAutosave *autosave = AMB_AUTOSAVE (self->saver);
  AmbAutosaveState state = amb_autosave_get_state (autosave);
  g_autofree char *clock = amb_format_time (amb_autosave_get_saved_at (autosave));
  /* Translators: %s is a time, for example “14:02” */
  g_autofree char *saved = g_strdup_printf (_("Saved %s"), clock);
  g_autofree char *trouble = NULL;

  if (state == AMB_AUTOSAVE_STATE_SAVED)
    {
      gtk_label_set_label (self->status, *clock == '\0' ? "" : saved);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->status), NULL);
      gtk_widget_remove_css_class (GTK_WIDGET (self->status), "error");
    }
  else if (state == AMB_AUTOSAVE_STATE_FAILED)
    {
      trouble = amb_presenter_describe (amb_autosave_get_error (autosave));
      gtk_label_set_label (self->status, _("Not saved yet"));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->status), trouble);
      gtk_widget_add_css_class (GTK_WIDGET (self->status), "error");
    }
}

typedef struct
{
  AmbProfileSaver *saver;
  AmbProfile      *profile;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_object_unref (undo->saver);
  g_object_unref (undo->profile);
  g_free (undo);
}

static void
undo_restore (gpointer data)
{
  Undo *undo = data;

  amb_profile_saver_replace (undo->saver, undo->profile);
}

static void
versions_chosen_cb (AmbProfilePage *self,
                    AmbProfile     *version)
{
  Undo *undo = g_new (Undo, 1);

  undo->saver = g_object_ref (self->saver);
  undo->profile = amb_profile_copy (self->profile);
  amb_profile_saver_replace (self->saver, version);
  amb_presenter_show_undo (GTK_WIDGET (self), _("Earlier version brought back"), undo_restore, undo, undo_free);
}

static void
show_versions (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  AmbProfilePage *self = AMB_PROFILE_PAGE (widget);
  GtkWidget *versions;

  amb_autosave_flush (AMB_AUTOSAVE (self->saver));
  versions = amb_profile_versions_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->context, self->profile);
  g_signal_connect_object (versions, "chosen", G_CALLBACK (versions_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (versions));
}

/* The form first: what was typed in it but not added yet is then in the profile. */
static void
flush (AmbProfilePage *self)
{
  amb_profile_form_flush (self->form);
  amb_autosave_flush (AMB_AUTOSAVE (self->saver));
}

static void
amb_profile_page_flush (AmbPage *page)
{
  flush (AMB_PROFILE_PAGE (page));
}

static void
amb_profile_page_page_init (AmbPageInterface *iface)
{
  iface->flush = amb_profile_page_flush;
}

static void
amb_profile_page_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  AmbProfilePage *self = AMB_PROFILE_PAGE (object);

  switch (property_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_profile_page_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  AmbProfilePage *self = AMB_PROFILE_PAGE (object);

  switch (property_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_profile_page_constructed (GObject *object)
{
  AmbProfilePage *self = AMB_PROFILE_PAGE (object);

  G_OBJECT_CLASS (amb_profile_page_parent_class)->constructed (object);

  self->saver = amb_profile_saver_get (self->context);
  self->profile = g_object_ref (amb_profile_saver_get_profile (self->saver));
  amb_profile_form_edit (self->form, self->context, self->profile);

  g_signal_connect_object (self->saver, "notify::loaded", G_CALLBACK (saver_notify_loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "notify", G_CALLBACK (saver_notify_cb), self, G_CONNECT_SWAPPED);
  if (amb_profile_saver_get_loaded (self->saver))
    saver_notify_loaded_cb (self);
}

static void
amb_profile_page_dispose (GObject *object)
{
  AmbProfilePage *self = AMB_PROFILE_PAGE (object);

  if (self->saver != NULL)
    flush (self);
  g_clear_object (&self->saver);
  g_clear_object (&self->profile);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (amb_profile_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/profile/amb-profile-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbProfilePage, status);
  gtk_widget_class_bind_template_child (widget_class, AmbProfilePage, form);
}

static void
amb_profile_page_class_init (AmbProfilePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amb_profile_page_get_property;
  object_class->set_property = amb_profile_page_set_property;
  object_class->constructed = amb_profile_page_constructed;
  object_class->dispose = amb_profile_page_dispose;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, AMB_TYPE_CONTEXT,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (AMB_TYPE_PANE);
  g_type_ensure (AMB_TYPE_PROFILE_FORM);
  gtk_widget_class_install_action (widget_class, "profile.show-versions", NULL, show_versions);
  bind_template (widget_class);
}

static void
amb_profile_page_init (AmbProfilePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amb_profile_page_new (AmbContext *context)
{
  return g_object_new (AMB_TYPE_PROFILE_PAGE, "context", context, NULL);
}
