/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-welcome-window.h"

#include <glib/gi18n-lib.h>

#include "amb-file-dialog.h"
#include "amb-import-bar.h"
#include "amb-presenter.h"
#include "amb-profile-saver.h"
#include "amb-sample-pack.h"
#include "amb-story-pack-filter.h"
#include "amb-welcome-channels.h"

/**
 * AmbWelcomeWindow:
 *
 * The first start in three steps, each of which can be skipped: who you are, the first stories, where you share.
 *
 * What is filled in is stored within a second; who comes back finds it. Emits "finished" after the last step, and not
 * when the window is only closed.
 */
struct _AmbWelcomeWindow
{
  AdwWindow            parent_instance;

  /* Template widgets */
  AdwWindowTitle     *window_title;
  GtkButton          *back_button;
  GtkStack           *steps;
  AdwEntryRow        *name_row;
  AdwEntryRow        *role_row;
  AdwEntryRow        *organisation_row;
  GtkWidget          *sample_row;
  GtkLabel           *imported_label;
  AmbWelcomeChannels *channels;
  AmbImportBar       *import_bar;
  GtkButton          *skip_button;
  GtkButton          *next_button;

  AmbContext         *context;
  AmbProfileSaver    *saver;
  gboolean            filling;
};

enum
{
  PROP_0,
  PROP_CONTEXT,
  N_PROPERTIES
};

enum
{
  FINISHED,
  N_SIGNALS
};

/* In the order of the pages of the template. */
enum
{
  STEP_PERSON,
  STEP_STORIES,
  STEP_CHANNELS,
  N_STEPS
};

static const char * const step_names[N_STEPS] = { "person", "stories", "channels" };
static const char * const field_names[] = { "name", "role", "organisation" };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbWelcomeWindow, amb_welcome_window, ADW_TYPE_WINDOW)

static guint
get_step (AmbWelcomeWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->steps);
  guint step = 0;

  while (!g_str_equal (step_names[step], name))
    step++;

  return step;
}

/* Who filled something in goes on with it: only what is empty can be skipped. */
static gboolean
is_empty (AmbWelcomeWindow *self,
          guint             step)
{
  switch (step)
    {
    case STEP_PERSON:
      return *gtk_editable_get_text (GTK_EDITABLE (self->name_row)) == '\0' &&
             *gtk_editable_get_text (GTK_EDITABLE (self->role_row)) == '\0' &&
             *gtk_editable_get_text (GTK_EDITABLE (self->organisation_row)) == '\0';
    case STEP_STORIES:
      return !gtk_widget_get_visible (GTK_WIDGET (self->imported_label));
    default:
      return !amb_welcome_channels_get_any (self->channels);
    }
}

static void
update_buttons (AmbWelcomeWindow *self)
{
  guint step = get_step (self);
  /* Translators: the first number is that of this step, the second how many there are */
  g_autofree char *subtitle = g_strdup_printf (_("Step %u of %u"), step + 1, (guint) N_STEPS);

  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), step > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->skip_button), is_empty (self, step));
  gtk_button_set_label (self->next_button, step == STEP_CHANNELS ? _("Start") : _("Next"));
}

static void
show_step (AmbWelcomeWindow *self,
           guint             step)
{
  gtk_stack_set_visible_child_name (self->steps, step_names[step]);
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->steps), GTK_DIR_TAB_FORWARD);
}

static void
go_on (AmbWelcomeWindow *self)
{
  guint step = get_step (self);

  if (step + 1 < N_STEPS)
    {
      show_step (self, step + 1);
      return;
    }

  g_signal_emit (self, signals[FINISHED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
back_clicked_cb (AmbWelcomeWindow *self)
{
  show_step (self, get_step (self) - 1);
}

static AdwEntryRow *
get_row (AmbWelcomeWindow *self,
         gsize             field)
{
  AdwEntryRow *rows[] = { self->name_row, self->role_row, self->organisation_row };

  return rows[field];
}

/* What was stored the last time, or by another program just now. */
static void
profile_changed_cb (AmbWelcomeWindow *self)
{
  AmbProfile *profile = amb_profile_saver_get_profile (self->saver);

  self->filling = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (field_names); i++)
    {
      GtkEditable *row = GTK_EDITABLE (get_row (self, i));
      const char *text = amb_profile_get_text (profile, field_names[i], NULL);

      if (g_str_equal (gtk_editable_get_text (row), text == NULL ? "" : text))
        continue;

      gtk_editable_set_text (row, text == NULL ? "" : text);
      gtk_editable_set_position (row, -1);
    }
  self->filling = FALSE;
}

static void
entry_changed_cb (AmbWelcomeWindow *self,
                  AdwEntryRow      *row)
{
  for (gsize i = 0; self->saver != NULL && !self->filling && i < G_N_ELEMENTS (field_names); i++)
    {
      g_autofree char *text = NULL;

      if (get_row (self, i) != row)
        continue;

      text = g_strdelimit (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))), "\r\n", ' ');
      amb_profile_set_text (amb_profile_saver_get_profile (self->saver), field_names[i], NULL, text);
    }

  update_buttons (self);
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
    go_on (self);
}

/* It stands on the page as long as the person can see that. */
static gboolean
imported_cb (AmbWelcomeWindow *self,
             const char       *summary,
             gboolean          is_new)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;

  gtk_label_set_label (self->imported_label, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->imported_label), TRUE);
  update_buttons (self);

  return TRUE;
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

static void
open_sample_cb (AmbWelcomeWindow *self)
{
  g_autoptr (GFile) file = amb_sample_pack_find ();

  if (file != NULL)
    amb_import_bar_add (self->import_bar, self->context, file);
}

static void
amb_welcome_window_constructed (GObject *object)
{
  AmbWelcomeWindow *self = AMB_WELCOME_WINDOW (object);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GFile) sample = amb_sample_pack_find ();

  G_OBJECT_CLASS (amb_welcome_window_parent_class)->constructed (object);

  gtk_widget_set_visible (self->sample_row, sample != NULL);
  self->saver = amb_profile_saver_get (self->context);
  g_signal_connect_object (amb_profile_saver_get_profile (self->saver), "changed", G_CALLBACK (profile_changed_cb), self,
                           G_CONNECT_SWAPPED);
  /* This window may be gone by then. */
  if (parent != NULL)
    amb_presenter_watch (GTK_WIDGET (parent), AMB_AUTOSAVE (self->saver));
  profile_changed_cb (self);
  amb_welcome_channels_start (self->channels, self->context);
  update_buttons (self);
}

/* Who goes on while a pack is being read wants its stories all the same; the main window says when they are there. */
static gboolean
amb_welcome_window_close_request (GtkWindow *window)
{
  amb_autosave_flush (AMB_AUTOSAVE (AMB_WELCOME_WINDOW (window)->saver));
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

  g_clear_object (&self->saver);
  g_clear_object (&self->context);

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
  g_type_ensure (AMB_TYPE_WELCOME_CHANNELS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ambassadortoolkit/Ambassador/ui/amb-welcome-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, role_row);
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, sample_row);
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, imported_label);
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, channels);
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, import_bar);
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, skip_button);
  gtk_widget_class_bind_template_child (widget_class, AmbWelcomeWindow, next_button);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on);
  gtk_widget_class_bind_template_callback (widget_class, import_bar_notify_running_cb);
  gtk_widget_class_bind_template_callback (widget_class, imported_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_pack_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_sample_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_buttons);
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

  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
amb_welcome_window_init (AmbWelcomeWindow *self)
{
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
