/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-language-row.h"

#include <glib/gi18n-lib.h>

#include "amb-choice.h"
#include "amb-language-choice.h"

/**
 * AmbLanguageRow:
 *
 * A row in which a language is chosen, or none. Its property "text" is the tag of the language (BCP 47), so that a form
 * binds it as it does a row of text; one that the list does not have is added to it.
 */
struct _AmbLanguageRow
{
  AdwComboRow  parent_instance;

  GListStore  *languages;
};

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbLanguageRow, amb_language_row, ADW_TYPE_COMBO_ROW)

static void
notify_text (GObject *object)
{
  g_object_notify_by_pspec (object, properties[PROP_TEXT]);
}

static void
choose (AmbLanguageRow *self,
        const char     *language)
{
  if (language != NULL && *language == '\0')
    language = NULL;
  if (language != NULL)
    amb_language_choice_ensure (self->languages, language);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), amb_choice_list_find (G_LIST_MODEL (self->languages), language));
}

static void
amb_language_row_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, amb_choice_row_get_id (ADW_COMBO_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_language_row_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_TEXT:
      choose (AMB_LANGUAGE_ROW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_language_row_dispose (GObject *object)
{
  g_clear_object (&AMB_LANGUAGE_ROW (object)->languages);

  G_OBJECT_CLASS (amb_language_row_parent_class)->dispose (object);
}

static void
amb_language_row_class_init (AmbLanguageRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_language_row_get_property;
  object_class->set_property = amb_language_row_set_property;
  object_class->dispose = amb_language_row_dispose;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_language_row_init (AmbLanguageRow *self)
{
  self->languages = amb_language_choice_list (_("None"));
  amb_choice_row_fill (ADW_COMBO_ROW (self), self->languages, NULL);
  g_signal_connect (self, "notify::selected", G_CALLBACK (notify_text), NULL);
}
