/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-preferences-window.h"

#include <glib/gi18n-lib.h>

#include "amb-channel-choice.h"
#include "amb-checker.h"
#include "amb-choice.h"
#include "amb-data-folder-row.h"
#include "amb-preferences.h"
#include "amb-presenter.h"
#include "amb-profile-saver.h"
#include "amb-text-row.h"

#define LANGUAGE_KEY "amb-language"
#define CHECK_KEY "amb-check"

/**
 * AmbPreferencesWindow:
 *
 * What the person chooses once. Every choice counts at once and is stored by itself.
 */
struct _AmbPreferencesWindow
{
  AdwPreferencesWindow  parent_instance;

  /* Template widgets */
  AdwComboRow          *language_row;
  AdwComboRow          *channel_row;
  AdwPreferencesGroup  *disclosure_group;
  AdwPreferencesGroup  *checks_group;
  AdwPreferencesGroup  *data_group;

  GPtrArray            *check_switches; /* GtkSwitch, borrowed */

  AmbContext           *context;
  AmbPreferences       *preferences;
  AmbProfileSaver      *saver;
  gboolean              is_failing;
  GSettings            *settings; /* %NULL when the schema is not installed */
};

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_SETTINGS,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbPreferencesWindow, amb_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

typedef struct
{
  const char *id;
  const char *name;
} Language;

/* Those whose sentences the checks can measure, by their own name. */
static const Language languages[] = {
  { "nl", "Nederlands" },
  { "en", "English" },
  { "de", "Deutsch" },
  { "fr", "Français" },
};

static void
row_notify_text_cb (AmbPreferencesWindow *self,
                    GParamSpec           *pspec,
                    AmbTextRow           *row)
{
  amb_profile_set_text (amb_profile_saver_get_profile (self->saver), "disclosure",
                        g_object_get_data (G_OBJECT (row), LANGUAGE_KEY), amb_text_row_get_text (row));
}

static void
add_disclosure_row (AmbPreferencesWindow *self,
                    const char           *language,
                    const char           *name)
{
  const char *text = amb_profile_get_text (amb_profile_saver_get_profile (self->saver), "disclosure", language);
  /* A whole sentence may be longer than a line of a narrow window. */
  GtkWidget *row = g_object_new (AMB_TYPE_TEXT_ROW, "title", name, "single-line", TRUE, "text", text, NULL);

  g_object_set_data_full (G_OBJECT (row), LANGUAGE_KEY, g_strdup (language), g_free);
  g_signal_connect_object (row, "notify::text", G_CALLBACK (row_notify_text_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->disclosure_group, row);
}

static gboolean
is_known_language (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (g_str_equal (languages[i].id, id))
        return TRUE;
    }

  return FALSE;
}

static void
saver_notify_loaded_cb (AmbPreferencesWindow *self)
{
  g_auto (GStrv) written = NULL;

  /* Later it says only that another program changed the profile: the rows hold what the person types here. */
  g_signal_handlers_disconnect_by_func (self->saver, saver_notify_loaded_cb, self);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    add_disclosure_row (self, languages[i].id, languages[i].name);

  written = amb_profile_get_languages (amb_profile_saver_get_profile (self->saver));
  for (gsize i = 0; written[i] != NULL; i++)
    {
      if (!is_known_language (written[i]))
        add_disclosure_row (self, written[i], written[i]);
    }
}

/* The saver tries again by itself; the person is told once. */
static void
saver_notify_state_cb (AmbPreferencesWindow *self)
{
  AmbAutosave *autosave = AMB_AUTOSAVE (self->saver);

  if (amb_autosave_get_state (autosave) == AMB_AUTOSAVE_STATE_FAILED && !self->is_failing)
    amb_presenter_show_error (GTK_WIDGET (self), amb_autosave_get_error (autosave));
  self->is_failing = amb_autosave_get_state (autosave) != AMB_AUTOSAVE_STATE_SAVED &&
                     (self->is_failing || amb_autosave_get_error (autosave) != NULL);
}

static GListStore *
make_languages (void)
{
  GListStore *choices = amb_choice_list_new ();

  amb_choice_list_add (choices, NULL, _("Not chosen"));
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    amb_choice_list_add (choices, languages[i].id, languages[i].name);

  return choices;
}

static void
check_switch_notify_active_cb (AmbPreferencesWindow *self,
                               GParamSpec           *pspec,
                               GtkSwitch            *widget)
{
  const char *check = g_object_get_data (G_OBJECT (widget), CHECK_KEY);
  gboolean active = gtk_switch_get_active (widget);

  if (active != amb_preferences_is_check_enabled (self->preferences, check))
    amb_preferences_set_check_enabled (self->preferences, check, active);
}

static void
add_check_row (AmbPreferencesWindow *self,
               const AmbCheckInfo   *check)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *widget = gtk_switch_new ();

  g_object_set_data (G_OBJECT (widget), CHECK_KEY, (gpointer) check->id);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  g_signal_connect_object (widget, "notify::active", G_CALLBACK (check_switch_notify_active_cb), self,
                           G_CONNECT_SWAPPED);

  g_ptr_array_add (self->check_switches, widget);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(check->label));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), widget);
  adw_preferences_group_add (self->checks_group, row);
}

static void
add_checks (AmbPreferencesWindow *self)
{
  gsize n_checks;
  const AmbCheckInfo *checks = amb_checker_list_checks (&n_checks);

  for (gsize i = 0; i < n_checks; i++)
    add_check_row (self, &checks[i]);
}

static void
language_notify_selected_cb (AmbPreferencesWindow *self)
{
  g_object_set (self->preferences, "check-language", amb_choice_row_get_id (self->language_row), NULL);
}

static void
channel_notify_selected_cb (AmbPreferencesWindow *self)
{
  g_object_set (self->preferences, "default-channel", amb_choice_row_get_id (self->channel_row), NULL);
}

static void
select_choice (AdwComboRow *row,
               const char  *id)
{
  guint position = amb_choice_list_find (adw_combo_row_get_model (row), id);

  if (position != GTK_INVALID_LIST_POSITION)
    adw_combo_row_set_selected (row, position);
}

/* What is stored arrives a moment after the window, or when another program changes it. */
static void
show_preferences (AmbPreferencesWindow *self)
{
  g_autofree char *language = NULL;
  g_autofree char *channel = NULL;

  g_object_get (self->preferences, "check-language", &language, "default-channel", &channel, NULL);
  select_choice (self->language_row, language);
  select_choice (self->channel_row, channel);

  for (guint i = 0; i < self->check_switches->len; i++)
    {
      GtkSwitch *widget = g_ptr_array_index (self->check_switches, i);

      gtk_switch_set_active (widget, amb_preferences_is_check_enabled (self->preferences,
                                                                       g_object_get_data (G_OBJECT (widget), CHECK_KEY)));
    }
}

static void
fill_choices (AmbPreferencesWindow *self)
{
  g_autoptr (GListStore) language_choices = make_languages ();
  /* Translators: a new draft is for each of the channels of the profile */
  g_autoptr (GListStore) channel_choices = amb_channel_choice_list (_("Those of My Profile"));

  amb_choice_row_fill (self->language_row, language_choices, NULL);
  amb_choice_row_fill (self->channel_row, channel_choices, NULL);
  /* Only now: filling is no choice of the person. */
  g_signal_connect_object (self->language_row, "notify::selected", G_CALLBACK (language_notify_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->channel_row, "notify::selected", G_CALLBACK (channel_notify_selected_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
amb_preferences_window_constructed (GObject *object)
{
  AmbPreferencesWindow *self = AMB_PREFERENCES_WINDOW (object);

  G_OBJECT_CLASS (amb_preferences_window_parent_class)->constructed (object);

  self->preferences = amb_preferences_new (self->context);
  fill_choices (self);
  add_checks (self);
  show_preferences (self);
  g_signal_connect_object (self->preferences, "notify", G_CALLBACK (show_preferences), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->data_group, amb_data_folder_row_new (self->context, self->settings));
  self->saver = amb_profile_saver_get (self->context);
  g_signal_connect_object (self->saver, "notify::loaded", G_CALLBACK (saver_notify_loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "notify::state", G_CALLBACK (saver_notify_state_cb), self, G_CONNECT_SWAPPED);
  if (amb_profile_saver_get_loaded (self->saver))
    saver_notify_loaded_cb (self);
}

static void
amb_preferences_window_dispose (GObject *object)
{
  AmbPreferencesWindow *self = AMB_PREFERENCES_WINDOW (object);

  if (self->saver != NULL)
    amb_autosave_flush (AMB_AUTOSAVE (self->saver));
  g_clear_object (&self->saver);

  G_OBJECT_CLASS (amb_preferences_window_parent_class)->dispose (object);
}

static void
amb_preferences_window_finalize (GObject *object)
{
  AmbPreferencesWindow *self = AMB_PREFERENCES_WINDOW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->preferences);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->check_switches, g_ptr_array_unref);

  G_OBJECT_CLASS (amb_preferences_window_parent_class)->finalize (object);
}

static void
amb_preferences_window_set_property (GObject      *object,
                                     guint         property_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  AmbPreferencesWindow *self = AMB_PREFERENCES_WINDOW (object);

  switch (property_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_preferences_window_class_init (AmbPreferencesWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = amb_preferences_window_constructed;
  object_class->dispose = amb_preferences_window_dispose;
  object_class->finalize = amb_preferences_window_finalize;
  object_class->set_property = amb_preferences_window_set_property;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, AMB_TYPE_CONTEXT, flags);
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/amb-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbPreferencesWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, AmbPreferencesWindow, channel_row);
  gtk_widget_class_bind_template_child (widget_class, AmbPreferencesWindow, disclosure_group);
  gtk_widget_class_bind_template_child (widget_class, AmbPreferencesWindow, checks_group);
  gtk_widget_class_bind_template_child (widget_class, AmbPreferencesWindow, data_group);
}

static void
amb_preferences_window_init (AmbPreferencesWindow *self)
{
  self->check_switches = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_preferences_window_new:
 * @parent: the window it belongs to
 * @context: whose preferences
 * @settings: (nullable): where the folder of the data is remembered
 *
 * Makes the preferences window.
 *
 * Returns: (transfer none): the window, owned by GTK
 */
GtkWidget *
amb_preferences_window_new (GtkWindow  *parent,
                            AmbContext *context,
                            GSettings  *settings)
{
  return g_object_new (AMB_TYPE_PREFERENCES_WINDOW,
                       "transient-for", parent,
                       "context", context,
                       "settings", settings,
                       NULL);
}
