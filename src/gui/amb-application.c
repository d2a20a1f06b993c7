/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-application-private.h"

#include <signal.h>

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "amb-context.h"
#include "amb-recovery.h"

/**
 * AmbApplication:
 *
 * The program: one window over one database.
 */
G_DEFINE_FINAL_TYPE (AmbApplication, amb_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version"), NULL },
  { "database", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Use this file for your data"), N_("FILE") },
  { "new-draft", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Begin a new draft"), NULL },
  { "log-conversation", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Log a conversation"), NULL },
  { NULL }
};

/* Run from the build folder, nothing is installed: then the window forgets its size, and that is all. */
static GSettings *
find_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, AMB_APP_ID, TRUE);

  return schema == NULL ? NULL : g_settings_new_full (schema, NULL, NULL);
}

static char *
make_database_path (AmbApplication *self)
{
  g_autofree char *folder = NULL;

  if (self->database_path != NULL)
    return g_strdup (self->database_path);

  if (self->settings != NULL)
    folder = g_settings_get_string (self->settings, "database-folder");

  return amb_context_get_default_path (folder == NULL || *folder == '\0' ? NULL : folder);
}

static void
amb_application_activate (GApplication *application)
{
  AmbApplication *self = AMB_APPLICATION (application);
  g_autofree char *action = g_steal_pointer (&self->pending_action);

  gtk_window_present (GTK_WINDOW (amb_application_ensure_window (self)));
  if (action != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self), action, NULL);
}

static void
amb_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  AmbWindow *window = amb_application_ensure_window (AMB_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < n_files; i++)
    amb_window_import (window, files[i]);
}

static void
database_closed_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      data)
{
  AmbApplication *self = data;

  amb_database_close_finish (AMB_DATABASE (object), result);
  g_ptr_array_remove (self->closing, object);
  g_application_release (G_APPLICATION (self));
}

typedef struct
{
  AmbApplication *application;
  AmbDatabase    *database;
} Closing;

static gboolean
close_database_cb (gpointer data)
{
  Closing *closing = data;

  amb_database_close_async (closing->database, database_closed_cb, closing->application);

  return G_SOURCE_REMOVE;
}

/* The pages hand in what is unsaved until they are gone; the program goes on, without a window, until that is on the
 * disk. */
static void
close_database (AmbApplication *self)
{
  Closing *closing = g_new0 (Closing, 1);

  closing->application = self;
  closing->database = g_steal_pointer (&self->database);
  g_ptr_array_add (self->closing, closing->database);
  g_application_hold (G_APPLICATION (self));
  g_idle_add_full (G_PRIORITY_DEFAULT, close_database_cb, closing, g_free);
}

static void
amb_application_window_removed (GtkApplication *application,
                                GtkWindow      *window)
{
  AmbApplication *self = AMB_APPLICATION (application);

  if (AMB_IS_WINDOW (window) && self->database != NULL)
    close_database (self);

  GTK_APPLICATION_CLASS (amb_application_parent_class)->window_removed (application, window);
}

/* A second signal says it again: what is to be written is still waited for. */
static gboolean
told_to_end_cb (gpointer data)
{
  g_application_quit (data);

  return G_SOURCE_CONTINUE;
}

static void
listen_to_system (AmbApplication *self)
{
  static const int signals[AMB_APPLICATION_N_SIGNALS] = { SIGTERM, SIGINT, SIGHUP };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    self->signal_sources[i] = g_unix_signal_add (signals[i], told_to_end_cb, self);
}

/* The session asks whether it may end, and the program has nothing against it. */
static void
query_end_cb (AmbApplication *self)
{
  AmbWindow *window = amb_application_find_window (self);

  if (window != NULL)
    amb_window_flush (window);
}

static void
amb_application_startup (GApplication *application)
{
  AmbApplication *self = AMB_APPLICATION (application);

  G_APPLICATION_CLASS (amb_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (AMB_APP_ID);
  /* Texts can be selected to copy from them; the Tab key alone selects nothing. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  if (!self->apart)
    self->settings = find_settings ();
  amb_application_install_actions (self);
  listen_to_system (self);
}

static int
amb_application_handle_local_options (GApplication *application,
                                      GVariantDict *dict)
{
  AmbApplication *self = AMB_APPLICATION (application);

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("%s %s\n", _("Ambassador"), AMB_VERSION);
      return 0;
    }

  /* Another database is another program: it must not be handed to the window that is open, and what it remembers is
   * not for the one the person uses every day. */
  if (g_variant_dict_lookup (dict, "database", "^ay", &self->database_path))
    {
      self->apart = TRUE;
      g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }

  if (g_variant_dict_contains (dict, "new-draft"))
    self->pending_action = g_strdup ("new-draft");
  else if (g_variant_dict_contains (dict, "log-conversation"))
    self->pending_action = g_strdup ("log-conversation");
  else
    return -1;

  if (!g_application_register (application, NULL, NULL) || !g_application_get_is_remote (application))
    return -1;

  g_action_group_activate_action (G_ACTION_GROUP (self), self->pending_action, NULL);

  return 0;
}

/* Who is told to end, by a signal or by the session, does not wait until the person closed the window. The last words may
 * still be on their way to the database, or to a recovery file. */
static void
amb_application_shutdown (GApplication *application)
{
  AmbApplication *self = AMB_APPLICATION (application);
  AmbWindow *window = amb_application_find_window (self);

  if (window != NULL)
    amb_window_end (window);
  while (self->closing->len > 0)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (self->signal_sources); i++)
    g_clear_handle_id (&self->signal_sources[i], g_source_remove);

  G_APPLICATION_CLASS (amb_application_parent_class)->shutdown (application);

  amb_recovery_wait ();
}

static void
amb_application_finalize (GObject *object)
{
  AmbApplication *self = AMB_APPLICATION (object);

  g_clear_object (&self->database);
  g_clear_object (&self->settings);
  g_ptr_array_unref (self->closing);
  g_free (self->database_path);
  g_free (self->pending_action);

  G_OBJECT_CLASS (amb_application_parent_class)->finalize (object);
}

static void
amb_application_class_init (AmbApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = amb_application_finalize;
  application_class->activate = amb_application_activate;
  application_class->open = amb_application_open;
  application_class->startup = amb_application_startup;
  application_class->shutdown = amb_application_shutdown;
  application_class->handle_local_options = amb_application_handle_local_options;
  GTK_APPLICATION_CLASS (klass)->window_removed = amb_application_window_removed;
}

static void
amb_application_init (AmbApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  self->closing = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (self, "query-end", G_CALLBACK (query_end_cb), NULL);
  g_application_add_main_option_entries (application, options);
  g_application_set_option_context_parameter_string (application, _("[FILE…]"));
  g_application_set_option_context_summary (application,
                                            _("Tell what you do at work, in your own words. "
                                              "A FILE is a story pack to open."));
}

AmbApplication *
amb_application_new (void)
{
  return g_object_new (AMB_TYPE_APPLICATION,
                       "application-id", AMB_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "register-session", TRUE,
                       NULL);
}

AmbWindow *
amb_application_find_window (AmbApplication *self)
{
  g_return_val_if_fail (AMB_IS_APPLICATION (self), NULL);

  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    {
      if (AMB_IS_WINDOW (link->data))
        return link->data;
    }

  return NULL;
}

/* What a window that is gone left to be written is there when another one opens the same file. */
static AmbDatabase *
make_database (AmbApplication *self,
               AmbClock       *clock)
{
  g_autofree char *path = make_database_path (self);
  AmbDatabase *database = amb_database_new (path, clock);

  for (guint i = 0; i < self->closing->len; i++)
    {
      AmbDatabase *before = g_ptr_array_index (self->closing, i);

      if (g_str_equal (amb_database_get_path (before), path))
        amb_database_open_after (database, before);
    }

  return database;
}

AmbWindow *
amb_application_ensure_window (AmbApplication *self)
{
  g_autoptr (AmbClock) clock = NULL;
  g_autoptr (AmbContext) context = NULL;
  AmbWindow *window;

  g_return_val_if_fail (AMB_IS_APPLICATION (self), NULL);

  window = amb_application_find_window (self);
  if (window != NULL)
    return window;

  clock = amb_clock_new ();
  self->database = make_database (self, clock);
  context = amb_context_new (self->database, clock);

  return amb_window_new (GTK_APPLICATION (self), context, self->settings);
}
