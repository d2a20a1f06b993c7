/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-profile-form.h"

#include <glib/gi18n-lib.h>

#include "amb-channels-group.h"
#include "amb-choice.h"
#include "amb-language-choice.h"
#include "amb-line-row.h"
#include "amb-photo-picker.h"
#include "amb-text-list.h"
#include "amb-text-row.h"

/**
 * AmbProfileForm:
 *
 * A form made from the table of the profile's fields: what the person writes is in the profile at once, and what changes
 * in the profile shows.
 */
struct _AmbProfileForm
{
  AdwBin               parent_instance;

  /* Template widgets */
  AmbPhotoPicker      *photo;
  AdwPreferencesGroup *person_group;
  AdwPreferencesGroup *introduction_group;
  AdwComboRow         *language_row;
  GtkBox              *known_box;
  AmbChannelsGroup    *channels;
  GtkBox              *boundaries_box;

  AmbProfile          *profile;
  GListStore          *languages;
  GHashTable          *widgets; /* the id of a field → what edits it, borrowed */
  gboolean             started;
  gboolean             filling;
};

G_DEFINE_FINAL_TYPE (AmbProfileForm, amb_profile_form, ADW_TYPE_BIN)

/* What is not said stands apart from what is. */
static const char * const boundaries[] = { "boundaries", "avoid-words", NULL };

static const char *
get_language (AmbProfileForm        *self,
              const AmbProfileField *field)
{
  return field->per_language ? amb_choice_row_get_id (self->language_row) : NULL;
}

static void
fill_widget (AmbProfileForm        *self,
             const AmbProfileField *field,
             GtkWidget             *widget)
{
  const char *language = get_language (self, field);
  const char *text;

  self->filling = TRUE;
  if (AMB_IS_TEXT_LIST (widget))
    {
      amb_text_list_set_texts (AMB_TEXT_LIST (widget), amb_profile_get_list (self->profile, field->id, language));
    }
  else if (AMB_IS_PHOTO_PICKER (widget))
    {
      amb_photo_picker_set_photo (AMB_PHOTO_PICKER (widget), amb_profile_get_text (self->profile, field->id, language));
    }
  else
    {
      g_autofree char *shown = NULL;

      g_object_get (widget, "text", &shown, NULL);
      text = amb_profile_get_text (self->profile, field->id, language);
      if (!g_str_equal (shown, text == NULL ? "" : text))
        g_object_set (widget, "text", text == NULL ? "" : text, NULL);
    }
  self->filling = FALSE;
}

static void
fill_widgets (AmbProfileForm *self)
{
  GHashTableIter iter;
  gpointer id;
  gpointer widget;

  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, &id, &widget))
    fill_widget (self, amb_profile_find_field (id), widget);
}

static void
read_widget (AmbProfileForm *self,
             GtkWidget      *widget)
{
  const AmbProfileField *field = g_object_get_data (G_OBJECT (widget), "field");

  if (self->filling || !self->started)
    return;

  if (AMB_IS_TEXT_LIST (widget))
    {
      g_auto (GStrv) texts = amb_text_list_get_texts (AMB_TEXT_LIST (widget));

      amb_profile_set_list (self->profile, field->id, NULL, (const char * const *) texts);
    }
  else
    {
      g_autofree char *text = NULL;

      g_object_get (widget, AMB_IS_PHOTO_PICKER (widget) ? "photo" : "text", &text, NULL);
      if (text != NULL && !field->long_text)
        g_strdelimit (text, "\r\n", ' ');
      amb_profile_set_text (self->profile, field->id, get_language (self, field), text);
    }
}

static void
list_changed_cb (AmbProfileForm *self,
                 GtkWidget      *list)
{
  read_widget (self, list);
}

static void
widget_notify_cb (AmbProfileForm *self,
                  GParamSpec     *pspec,
                  GtkWidget      *widget)
{
  read_widget (self, widget);
}

static void
adopt_widget (AmbProfileForm        *self,
              const AmbProfileField *field,
              GtkWidget             *widget)
{
  g_object_set_data (G_OBJECT (widget), "field", (gpointer) field);
  g_hash_table_insert (self->widgets, (gpointer) field->id, widget);

  if (AMB_IS_TEXT_LIST (widget))
    g_signal_connect_object (widget, "changed", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
  else
    g_signal_connect_object (widget, AMB_IS_PHOTO_PICKER (widget) ? "notify::photo" : "notify::text",
                             G_CALLBACK (widget_notify_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_row (const AmbProfileField *field,
          const char            *label,
          const char            *hint)
{
  GtkWidget *row;

  /* Whole sentences, and what has a limit, may be longer than a line of a narrow window. */
  if (field->long_text || field->limit > 0 || field->per_language)
    return g_object_new (AMB_TYPE_TEXT_ROW, "title", label, "subtitle", hint, "limit", field->limit, "counted", TRUE,
                         "single-line", !field->long_text, NULL);

  row = amb_line_row_new (label);
  gtk_widget_set_tooltip_text (row, hint);

  return row;
}

static void
add_field (AmbProfileForm        *self,
           const AmbProfileField *field)
{
  const char *label = g_dgettext (GETTEXT_PACKAGE, field->label);
  const char *hint = field->hint == NULL ? NULL : g_dgettext (GETTEXT_PACKAGE, field->hint);
  GtkWidget *widget;

  if (g_str_equal (field->id, "photo"))
    {
      adopt_widget (self, field, GTK_WIDGET (self->photo));
    }
  else if (field->many)
    {
      widget = amb_text_list_new (label, hint);
      gtk_box_append (g_strv_contains (boundaries, field->id) ? self->boundaries_box : self->known_box, widget);
      adopt_widget (self, field, widget);
    }
  else
    {
      widget = make_row (field, label, hint);
      adw_preferences_group_add (field->per_language ? self->introduction_group : self->person_group, widget);
      adopt_widget (self, field, widget);
    }
}

static void
add_fields (AmbProfileForm *self)
{
  gsize n_fields = 0;
  const AmbProfileField *fields = amb_profile_get_fields (&n_fields);

  for (gsize i = 0; i < n_fields; i++)
    add_field (self, &fields[i]);

  g_object_bind_property (g_hash_table_lookup (self->widgets, "name"), "text", self->photo, "person",
                          G_BINDING_SYNC_CREATE);
}

static void
profile_changed_cb (AmbProfileForm *self,
                    const char     *id,
                    const char     *language)
{
  const AmbProfileField *field = amb_profile_find_field (id);
  GtkWidget *widget = g_hash_table_lookup (self->widgets, id);

  if (widget != NULL && (!field->per_language || g_strcmp0 (language, get_language (self, field)) == 0))
    fill_widget (self, field, widget);
}

static void
language_notify_selected_cb (AmbProfileForm *self)
{
  if (self->started)
    fill_widgets (self);
}

static void
choose_language (AmbProfileForm *self)
{
  g_auto (GStrv) used = amb_profile_get_languages (self->profile);
  guint position;

  for (guint i = 0; used[i] != NULL; i++)
    amb_language_choice_ensure (self->languages, used[i]);
  position = amb_choice_list_find (G_LIST_MODEL (self->languages),
                                   amb_language_choice_get_default ((const char * const *) used));
  adw_combo_row_set_selected (self->language_row, position);
}

static void
amb_profile_form_dispose (GObject *object)
{
  AmbProfileForm *self = AMB_PROFILE_FORM (object);

  g_clear_object (&self->profile);
  g_clear_object (&self->languages);
  g_clear_pointer (&self->widgets, g_hash_table_unref);

  G_OBJECT_CLASS (amb_profile_form_parent_class)->dispose (object);
}

static void
amb_profile_form_class_init (AmbProfileFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amb_profile_form_dispose;

  g_type_ensure (AMB_TYPE_CHANNELS_GROUP);
  g_type_ensure (AMB_TYPE_PHOTO_PICKER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/profile/amb-profile-form.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbProfileForm, photo);
  gtk_widget_class_bind_template_child (widget_class, AmbProfileForm, person_group);
  gtk_widget_class_bind_template_child (widget_class, AmbProfileForm, introduction_group);
  gtk_widget_class_bind_template_child (widget_class, AmbProfileForm, language_row);
  gtk_widget_class_bind_template_child (widget_class, AmbProfileForm, known_box);
  gtk_widget_class_bind_template_child (widget_class, AmbProfileForm, channels);
  gtk_widget_class_bind_template_child (widget_class, AmbProfileForm, boundaries_box);
  gtk_widget_class_bind_template_callback (widget_class, language_notify_selected_cb);
}

static void
amb_profile_form_init (AmbProfileForm *self)
{
  self->widgets = g_hash_table_new (g_str_hash, g_str_equal);
  self->languages = amb_language_choice_list (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_profile_form_edit:
 * @self: a form
 * @context: where photos and channels are kept
 * @profile: a profile
 *
 * Edits a profile; call it once. Nothing can be written before [method@ProfileForm.start].
 */
void
amb_profile_form_edit (AmbProfileForm *self,
                       AmbContext     *context,
                       AmbProfile     *profile)
{
  g_return_if_fail (AMB_IS_PROFILE_FORM (self));
  g_return_if_fail (self->profile == NULL);

  self->profile = g_object_ref (profile);
  amb_choice_row_fill (self->language_row, self->languages, NULL);
  amb_photo_picker_set_context (self->photo, context);
  amb_channels_group_set_context (self->channels, context);
  add_fields (self);
  g_signal_connect_object (profile, "changed", G_CALLBACK (profile_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * amb_profile_form_start:
 * @self: a form
 *
 * Shows what the profile holds, now that it is loaded, and lets the person write.
 */
void
amb_profile_form_start (AmbProfileForm *self)
{
  g_return_if_fail (AMB_IS_PROFILE_FORM (self));

  if (self->started)
    return;

  choose_language (self);
  self->started = TRUE;
  fill_widgets (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
}

/**
 * amb_profile_form_flush:
 * @self: a form
 *
 * Takes into the profile what was typed but not added to its lists yet, and stores what it stores itself, the channels,
 * without waiting.
 */
void
amb_profile_form_flush (AmbProfileForm *self)
{
  GHashTableIter iter;
  gpointer widget;

  g_return_if_fail (AMB_IS_PROFILE_FORM (self));

  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    {
      if (AMB_IS_TEXT_LIST (widget))
        amb_text_list_flush (widget);
    }
  amb_channels_group_flush (self->channels);
}
