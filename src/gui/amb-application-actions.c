/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-application-private.h"

#include <glib/gi18n-lib.h>

#include "amb-preferences-window.h"
#include "amb-transients.h"

typedef struct
{
  const char *action;
  const char *accels[3];
} Accelerator;

/* Those of GTK itself (F10, Ctrl+?) are not repeated here. */
static const Accelerator accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "window.close", { "<Control>w" } },
  { "win.new-draft(int64 0)", { "<Control>n" } },
  { "win.log-conversation", { "<Control><Shift>l" } },
  { "win.import", { "<Control>o" } },
  { "win.search", { "<Control>f" } },
  { "win.search-stories", { "<Control>k" } },
};

static void
activate_in_window (AmbApplication *self,
                    const char     *action,
                    GVariant       *parameter)
{
  AmbWindow *window = amb_application_ensure_window (self);

  gtk_window_present (GTK_WINDOW (window));
  amb_window_activate_when_ready (window, action, parameter);
}

static void
new_draft_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  activate_in_window (data, "win.new-draft", g_variant_new_int64 (0));
}

static void
log_conversation_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  activate_in_window (data, "win.log-conversation", NULL);
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  AmbApplication *self = data;
  AmbWindow *window = amb_application_ensure_window (self);

  gtk_window_present (GTK_WINDOW (amb_preferences_window_new (GTK_WINDOW (window), amb_window_get_context (window),
                                                              self->settings)));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  AmbWindow *window = amb_application_ensure_window (data);

  adw_show_about_window (GTK_WINDOW (window),
                         "application-name", _("Ambassador"),
                         "application-icon", AMB_APP_ID,
                         "version", AMB_VERSION,
                         "developer-name", _("The Ambassador contributors"),
                         "comments", _("Tell what you do at work, in your own words. Everything stays on your own "
                                       "computer, until you share it."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: put your name here, one a line; it is shown in the About window */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

/* One window is over one database: another database is another window. */
static void
open_database_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  AmbApplication *self = data;
  AmbWindow *old = amb_application_ensure_window (self);

  /* A dialog is over the database of its window. */
  if (!amb_transients_close (GTK_WINDOW (old)))
    return;

  g_free (self->database_path);
  self->database_path = g_variant_dup_bytestring (parameter, NULL);
  g_application_hold (G_APPLICATION (self));
  amb_window_flush (old);
  gtk_window_destroy (GTK_WINDOW (old));
  gtk_window_present (GTK_WINDOW (amb_application_ensure_window (self)));
  g_application_release (G_APPLICATION (self));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  AmbWindow *window = amb_application_find_window (data);

  /* Closing saves what is unsaved and remembers the window; with it the program ends. Without one it is ending. */
  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
}

void
amb_application_install_actions (AmbApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "new-draft", .activate = new_draft_cb },
    { .name = "log-conversation", .activate = log_conversation_cb },
    { .name = "preferences", .activate = preferences_cb },
    { .name = "about", .activate = about_cb },
    { .name = "open-database", .activate = open_database_cb, .parameter_type = "ay" },
    { .name = "quit", .activate = quit_cb },
  };

  g_return_if_fail (AMB_IS_APPLICATION (self));

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           (const char * const *) accelerators[i].accels);
}
