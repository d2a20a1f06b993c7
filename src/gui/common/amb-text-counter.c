/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-text-counter.h"

#include <glib/gi18n-lib.h>

#include "amb-format.h"
#include "amb-length.h"
#include "amb-presenter.h"

/**
 * AmbTextCounter:
 *
 * What stands beside a text that goes somewhere: how long it is and may be, and a button that copies it.
 *
 * It counts UTF-16 code units, which is the strictest of what the places count that profiles are made for.
 */
struct _AmbTextCounter
{
  AdwBin     parent_instance;

  /* Template widgets */
  GtkLabel  *label;
  GtkWidget *copy_button;

  char      *text;
  char      *title;
  guint      limit;
};

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_TITLE,
  PROP_LIMIT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbTextCounter, amb_text_counter, ADW_TYPE_BIN)

static char *
describe_length (gint64 length,
                 gint64 limit)
{
  g_autofree char *used = amb_format_number (length);
  g_autofree char *allowed = amb_format_number (limit);

  if (length > limit)
    /* Translators: how long a text is and may be, for example “172 of 160: too long” */
    return g_strdup_printf (_("%s of %s: too long"), used, allowed);

  /* Translators: how long a text is and may be, for example “148 of 160” */
  return g_strdup_printf (_("%s of %s"), used, allowed);
}

static void
update (AmbTextCounter *self)
{
  const char *text = self->text == NULL ? "" : self->text;
  gint64 length = amb_length_count (AMB_LENGTH_UNIT_UTF16, text, -1);
  g_autofree char *description = describe_length (length, self->limit);

  gtk_label_set_label (self->label, description);
  gtk_widget_set_visible (GTK_WIDGET (self->label), self->limit > 0);
  gtk_widget_set_visible (self->copy_button, *text != '\0');
  gtk_widget_remove_css_class (GTK_WIDGET (self->label), length > self->limit ? "dim-label" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), length > self->limit ? "error" : "dim-label");
}

static void
name_button (AmbTextCounter *self)
{
  /* Translators: on a button; %s is the name of a text, for example “Short bio” */
  g_autofree char *name = g_strdup_printf (_("Copy %s"), self->title == NULL ? "" : self->title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
copy_clicked_cb (AmbTextCounter *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
  amb_presenter_show_toast (GTK_WIDGET (self), _("Copied"));
}

static void
amb_text_counter_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  AmbTextCounter *self = AMB_TEXT_COUNTER (object);

  switch (property_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_LIMIT:
      g_value_set_uint (value, self->limit);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_text_counter_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  AmbTextCounter *self = AMB_TEXT_COUNTER (object);

  switch (property_id)
    {
    case PROP_TEXT:
      g_free (self->text);
      self->text = g_value_dup_string (value);
      update (self);
      break;
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      name_button (self);
      break;
    case PROP_LIMIT:
      self->limit = g_value_get_uint (value);
      update (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_text_counter_finalize (GObject *object)
{
  AmbTextCounter *self = AMB_TEXT_COUNTER (object);

  g_free (self->text);
  g_free (self->title);

  G_OBJECT_CLASS (amb_text_counter_parent_class)->finalize (object);
}

static void
amb_text_counter_class_init (AmbTextCounterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = amb_text_counter_get_property;
  object_class->set_property = amb_text_counter_set_property;
  object_class->finalize = amb_text_counter_finalize;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_LIMIT] = g_param_spec_uint ("limit", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/common/amb-text-counter.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbTextCounter, label);
  gtk_widget_class_bind_template_child (widget_class, AmbTextCounter, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
amb_text_counter_init (AmbTextCounter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}
