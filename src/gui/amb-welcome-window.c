/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-welcome-window.h"

#include <glib/gi18n-lib.h>

#include "amb-channel-rules.h"
#include "amb-file-dialog.h"
#include "amb-import-bar.h"
#include "amb-persona.h"
#include "amb-presenter.h"
#include "amb-story-pack-filter.h"

#define CHANNEL_KEY "amb-channel"

/**
 * AmbWelcomeWindow:
 *
 * The first start in three steps, each of which can be skipped: who you are, the first stories, where you share.
 */
struct _AmbWelcomeWindow
{
  AdwWindow            parent_instance;

  /* Template widgets */
  AdwCarousel         *carousel;
  AdwEntryRow         *name_row;
  AdwEntryRow         *role_row;
  AdwEntryRow         *organisation_row;
  GtkWidget           *sample_row;
  AmbImportBar        *import_bar;
  GtkLabel            *imported_label;
  AdwPreferencesGroup *channel_group;
  GtkButton           *next_button;

  AmbContext          *context;
  GPtrArray           *channel_checks; /* GtkCheckButton, borrowed */
};

enum
{
  STEP_PERSON,
  STEP_STORIES,
  STEP_CHANNELS,
  N_STEPS
};

enum
{
  PROP_0,
  PROP_CONTEXT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbWelcomeWindow, amb_welcome_window, ADW_TYPE_WINDOW)

static guint
get_step (AmbWelcomeWindow *self)
{
  return (guint) (adw_carousel_get_position (self->carousel) + 0.5);
}

static void
go_on (AmbWelcomeWindow *self,
       guint             step)
{
  GtkWidget *page;

  if (step + 1 >= N_STEPS)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  page = adw_carousel_get_nth_page (self->carousel, step + 1);
  adw_carousel_scroll_to (self->carousel, page, TRUE);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
profile_saved_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (GtkWidget) parent = data;
  g_autoptr (GError) error = NULL;

  if (!amb_persona_save_finish (AMB_CONTEXT (object), result, &error))
    amb_presenter_show_error (parent, error);
}

static void
channel_saved_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (GtkWidget) parent = data;
  g_autoptr (GError) error = NULL;

  amb_persona_save_channel_finish (AMB_CONTEXT (object), result, &error);
  if (error != NULL)
    amb_presenter_show_error (parent, error);
}

/* The window closes before the disk is done: what is to be said then is said by the window it belongs to. */
static GtkWidget *
ref_parent (AmbWelcomeWindow *self)
{
  return g_object_ref (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))));
}

static void
save_person (AmbWelcomeWindow *self)
{
  g_autoptr (AmbProfile) profile = amb_profile_new ();
  g_autoptr (AmbProfile) empty = amb_profile_new ();

  amb_profile_set_text (profile, "name", NULL, gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
  amb_profile_set_text (profile, "role", NULL, gtk_editable_get_text (GTK_EDITABLE (self->role_row)));
  amb_profile_set_text (profile, "organisation", NULL, gtk_editable_get_text (GTK_EDITABLE (self->organisation_row)));
  if (!amb_profile_equal (profile, empty))
    amb_persona_save_async (self->context, profile, FALSE, NULL, profile_saved_cb, ref_parent (self));
}

static void
save_channels (AmbWelcomeWindow *self)
{
  int position = 0;

  for (guint i = 0; i < self->channel_checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->channel_checks, i);
      g_autoptr (AmbChannel) channel = NULL;

      if (!gtk_check_button_get_active (check))
        continue;

      channel = amb_channel_new ();
      amb_channel_set_text (channel, AMB_CHANNEL_CHANNEL, g_object_get_data (G_OBJECT (check), CHANNEL_KEY));
      amb_channel_set_position (channel, position++);
      amb_persona_save_channel_async (self->context, channel, NULL, channel_saved_cb, ref_parent (self));
    }
}

static void
next_clicked_cb (AmbWelcomeWindow *self)
{
  guint step = get_step (self);

  if (step == STEP_PERSON)
    save_person (self);
  else if (step == STEP_CHANNELS)
    save_channels (self);
  go_on (self, step);
}

/* Enter goes on to the next field, and from the last one to the next step. */
static void
entry_activated_cb (AmbWelcomeWindow *self,
                    AdwEntryRow      *row)
{
  if (row == self->name_row)
    gtk_widget_grab_focus (GTK_WIDGET (self->role_row));
  else if (row == self->role_row)
    gtk_widget_grab_focus (GTK_WIDGET (self->organisation_row));
  else
    next_clicked_cb (self);
}

static void
skip_clicked_cb (AmbWelcomeWindow *self)
{
  go_on (self, get_step (self));
}

static void
carousel_notify_position_cb (AmbWelcomeWindow *self)
{
  gboolean last = get_step (self) == STEP_CHANNELS;

  gtk_button_set_label (self->next_button, last ? _("Start") : _("Next"));
}

static void
imported_cb (AmbWelcomeWindow *self,
             const char       *summary)
{
  gtk_label_set_label (self->imported_label, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->imported_label), TRUE);
}

/* The window closed while the pack was being read. */
static void
import_bar_notify_running_cb (AmbWelcomeWindow *self)
{
  if (!amb_import_bar_get_running (self->import_bar) && !gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
pack_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  AmbWelcomeWindow *self = AMB_WELCOME_WINDOW (object);
  g_autoptr (GFile) file = amb_file_dialog_finish (result);

  if (file != NULL)
    amb_import_bar_add (self->import_bar, self->context, file);
}

static void
open_pack_cb (AmbWelcomeWindow *self)
{
  g_autoptr (GtkFileFilter) filter = amb_story_pack_filter_new ();

  amb_file_dialog_open_async (GTK_WIDGET (self), _("Open a Story Pack"), filter, pack_chosen_cb, NULL);
}

/* The sample is there in the languages of the program. */
static GFile *
find_sample (void)
{
  const char * const *names = g_get_language_names ();

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("zonneveld-%s.storypack", names[i]);
      g_autofree char *path = g_build_filename (AMB_PKGDATADIR, "packs", name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_file_new_for_path (path);
    }

  return g_file_new_build_filename (AMB_PKGDATADIR, "packs", "zonneveld-en.storypack", NULL);
}

static void
open_sample_cb (AmbWelcomeWindow *self)
{
  g_autoptr (GFile) file = find_sample ();

  amb_import_bar_add (self->import_bar, self->context, file);
}

static void
add_channel_row (AmbWelcomeWindow      *self,
                 const AmbChannelRules *rules)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  const char *name = amb_channel_rules_get_name (rules, NULL);

  g_object_set_data (G_OBJECT (check), CHANNEL_KEY, (gpointer) amb_channel_rules_get_id (rules));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_ptr_array_add (self->channel_checks, check);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->channel_group, row);
}

static void
add_channels (AmbWelcomeWindow *self)
{
  gsize n_rules;
  const AmbChannelRules * const *rules = amb_channel_rules_list (&n_rules);

  for (gsize i = 0; i < n_rules; i++)
    add_channel_row (self, rules[i]);
}

static void
amb_welcome_window_constructed (GObject *object)
{
  AmbWelcomeWindow *self = AMB_WELCOME_WINDOW (object);
  g_autoptr (GFile) sample = find_sample ();

  G_OBJECT_CLASS (amb_welcome_window_parent_class)->constructed (object);

  add_channels (self);
  gtk_widget_set_visible (self->sample_row, g_file_test (g_file_peek_path (sample), G_FILE_TEST_IS_REGULAR));
}

/* Who goes on while a pack is being read wants its stories all the same; the main window says when they are there. */
static gboolean
amb_welcome_window_close_request (GtkWindow *window)
{
  if (!amb_import_bar_get_running (AMB_WELCOME_WINDOW (window)->import_bar))
    return GTK_WINDOW_CLASS (amb_welcome_window_parent_class)->close_request (window);

  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);

  return TRUE;
}

/* Not the button that skips, but what there is to fill in. */
static void
amb_welcome_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (amb_welcome_window_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (AMB_WELCOME_WINDOW (widget)->name_row));
}

static void
amb_welcome_window_finalize (GObject *object)
{
  AmbWelcomeWindow *self = AMB_WELCOME_WINDOW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->channel_checks, g_ptr_array_unref);

  G_OBJECT_CLASS (amb_welcome_window_parent_class)->finalize (object);
}

static void
amb_welcome_window_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_CONTEXT:
      AMB_WELCOME_WINDOW (object)->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AMB_TYPE_IMPORT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ambassadortoolkit/Ambassador/ui/amb-welcome-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, carousel);
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, role_row);
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, sample_row);
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, import_bar);
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, imported_label);
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, channel_group);
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, next_button);
  gtk_widget_class_bind_template_callback (widget_class, carousel_notify_position_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_bar_notify_running_cb);
  gtk_widget_class_bind_template_callback (widget_class, imported_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_pack_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_sample_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_clicked_cb);
}

static void
amb_welcome_window_class_init (AmbWelcomeWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = amb_welcome_window_constructed;
  object_class->finalize = amb_welcome_window_finalize;
  object_class->set_property = amb_welcome_window_set_property;
  widget_class->map = amb_welcome_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = amb_welcome_window_close_request;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, AMB_TYPE_CONTEXT,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
amb_welcome_window_init (AmbWelcomeWindow *self)
{
  self->channel_checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_welcome_window_new:
 * @parent: the window it belongs to
 * @context: where what the person fills in goes
 *
 * Makes the window of the first start.
 *
 * Returns: (transfer none): the window, owned by GTK
 */
GtkWidget *
amb_welcome_window_new (GtkWindow  *parent,
                        AmbContext *context)
{
  return g_object_new (AMB_TYPE_WELCOME_WINDOW, "transient-for", parent, "context", context, NULL);
}
