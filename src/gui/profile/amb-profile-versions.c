/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-profile-versions.h"

#include <glib/gi18n-lib.h>

#include "amb-choice.h"
#include "amb-fact.h"
#include "amb-format.h"
#include "amb-persona.h"
#include "amb-presenter.h"
#include "amb-profile-difference.h"

/**
 * AmbProfileVersions:
 *
 * Shows the profile as it was, beside what it is now, and brings it back when the person wants that.
 */
struct _AmbProfileVersions
{
  AdwWindow            parent_instance;

  /* Template widgets */
  GtkStack            *stack;
  AdwComboRow         *version_row;
  AdwPreferencesGroup *differences;
  AdwExpanderRow      *everything;
  GtkWidget           *restore_button;

  AmbContext          *context;
  AmbProfile          *profile;
  AmbProfile          *version;
  GCancellable        *cancellable;

  /* What is shown of the version, borrowed: the next one takes its place. */
  GPtrArray           *difference_rows;
  GPtrArray           *everything_rows;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbProfileVersions, amb_profile_versions, ADW_TYPE_WINDOW)

static char *
describe_field (const AmbProfileField *field,
                const char            *language)
{
  const char *label = g_dgettext (GETTEXT_PACKAGE, field->label);

  if (*language == '\0')
    return g_strdup (label);

  /* Translators: a text of the profile and its language, for example “Headline (nl)” */
  return g_strdup_printf (_("%s (%s)"), label, language);
}

static GtkWidget *
make_row (const char *title,
          GtkWidget  *first,
          GtkWidget  *second)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "amb-row-content");
  gtk_box_append (GTK_BOX (box), first);
  if (second != NULL)
    gtk_box_append (GTK_BOX (box), second);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return row;
}

static void
add_difference (AmbProfileVersions         *self,
                const AmbProfileDifference *difference)
{
  g_autofree char *label = describe_field (difference->field, difference->language);
  /* Translators: %s is the name of a text: what it was in an earlier version */
  g_autofree char *then = g_strdup_printf (_("%s, then"), label);
  /* Translators: %s is the name of a text: what it is now */
  g_autofree char *now = g_strdup_printf (_("%s, now"), label);
  const char *none = _("Nothing");
  gboolean is_photo = g_str_equal (difference->field->id, "photo");
  const char *before = *difference->before == '\0' ? none : is_photo ? _("Another photo") : difference->before;
  const char *after = *difference->after == '\0' ? none : is_photo ? _("The current photo") : difference->after;
  GtkWidget *row = make_row (label, amb_fact_new (then, before), amb_fact_new (now, after));

  adw_preferences_group_add (self->differences, row);
  g_ptr_array_add (self->difference_rows, row);
}

static void
show_differences (AmbProfileVersions *self)
{
  g_autoptr (GPtrArray) differences = amb_profile_difference_list (self->version, self->profile);

  for (guint i = 0; i < self->difference_rows->len; i++)
    adw_preferences_group_remove (self->differences, g_ptr_array_index (self->difference_rows, i));
  g_ptr_array_set_size (self->difference_rows, 0);

  for (guint i = 0; i < differences->len; i++)
    add_difference (self, g_ptr_array_index (differences, i));
  adw_preferences_group_set_description (self->differences,
                                         differences->len == 0 ? _("This is what your profile says now.") : NULL);
  gtk_widget_set_sensitive (self->restore_button, differences->len > 0);
}

/* Compared with nothing at all, a version shows all it has. */
static void
show_everything (AmbProfileVersions *self)
{
  g_autoptr (AmbProfile) empty = amb_profile_new ();
  g_autoptr (GPtrArray) texts = amb_profile_difference_list (empty, self->version);

  for (guint i = 0; i < self->everything_rows->len; i++)
    adw_expander_row_remove (self->everything, g_ptr_array_index (self->everything_rows, i));
  g_ptr_array_set_size (self->everything_rows, 0);

  for (guint i = 0; i < texts->len; i++)
    {
      const AmbProfileDifference *text = g_ptr_array_index (texts, i);
      g_autofree char *label = describe_field (text->field, text->language);
      GtkWidget *row;

      if (g_str_equal (text->field->id, "photo"))
        continue;

      row = make_row (label, amb_fact_new (label, text->after), NULL);
      adw_expander_row_add_row (self->everything, row);
      g_ptr_array_add (self->everything_rows, row);
    }
}

static gboolean
report (AmbProfileVersions *self,
        const GError       *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    amb_presenter_show_error (GTK_WIDGET (self), error);

  return error != NULL;
}

static void
load_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (AmbProfileVersions) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbProfile) version = amb_persona_load_version_finish (AMB_CONTEXT (object), result, &error);

  if (report (self, error))
    return;

  g_set_object (&self->version, version);
  show_differences (self);
  show_everything (self);
}

static void
restart (AmbProfileVersions *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
version_notify_selected_cb (AmbProfileVersions *self)
{
  const char *id = amb_choice_row_get_id (self->version_row);

  if (id == NULL)
    return;

  restart (self);
  gtk_widget_set_sensitive (self->restore_button, FALSE);
  amb_persona_load_version_async (self->context, g_ascii_strtoll (id, NULL, 10), self->cancellable, load_cb,
                                  g_object_ref (self));
}

static void
add_version (GListStore              *choices,
             const AmbProfileVersion *version)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, version->id);
  g_autofree char *date = amb_format_date (version->saved_at);
  g_autofree char *clock = amb_format_time (version->saved_at);
  /* Translators: a day and a time, for example “23 November 2026, 14:02” */
  g_autofree char *label = g_strdup_printf (_("%s, %s"), date, clock);

  amb_choice_list_add (choices, id, label);
}

static void
list_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (AmbProfileVersions) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) versions = amb_persona_list_versions_finish (AMB_CONTEXT (object), result, &error);
  g_autoptr (GListStore) choices = amb_choice_list_new ();

  if (report (self, error))
    return;

  for (guint i = 0; i < versions->len; i++)
    add_version (choices, &g_array_index (versions, AmbProfileVersion, i));
  if (versions->len > 0)
    amb_choice_row_fill (self->version_row, choices, NULL);
  gtk_stack_set_visible_child_name (self->stack, versions->len > 0 ? "versions" : "none");
}

static void
restore_clicked_cb (AmbProfileVersions *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, self->version);
  gtk_window_close (GTK_WINDOW (self));
}

static void
amb_profile_versions_dispose (GObject *object)
{
  AmbProfileVersions *self = AMB_PROFILE_VERSIONS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->context);
  g_clear_object (&self->profile);
  g_clear_object (&self->version);

  G_OBJECT_CLASS (amb_profile_versions_parent_class)->dispose (object);
}

static void
amb_profile_versions_finalize (GObject *object)
{
  AmbProfileVersions *self = AMB_PROFILE_VERSIONS (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->difference_rows);
  g_ptr_array_unref (self->everything_rows);

  G_OBJECT_CLASS (amb_profile_versions_parent_class)->finalize (object);
}

static void
amb_profile_versions_class_init (AmbProfileVersionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amb_profile_versions_dispose;
  G_OBJECT_CLASS (klass)->finalize = amb_profile_versions_finalize;

  /**
   * AmbProfileVersions::chosen:
   * @self: a dialog
   * @profile: a version
   *
   * The person wants this version back.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, AMB_TYPE_PROFILE);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/profile/amb-profile-versions.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbProfileVersions, stack);
  gtk_widget_class_bind_template_child (widget_class, AmbProfileVersions, version_row);
  gtk_widget_class_bind_template_child (widget_class, AmbProfileVersions, differences);
  gtk_widget_class_bind_template_child (widget_class, AmbProfileVersions, everything);
  gtk_widget_class_bind_template_child (widget_class, AmbProfileVersions, restore_button);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, version_notify_selected_cb);
}

static void
amb_profile_versions_init (AmbProfileVersions *self)
{
  self->cancellable = g_cancellable_new ();
  self->difference_rows = g_ptr_array_new ();
  self->everything_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_profile_versions_new:
 * @parent: (nullable): the window that asks
 * @context: where the versions are
 * @profile: the profile of now
 *
 * Makes a window that shows earlier versions of a profile.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
amb_profile_versions_new (GtkWindow  *parent,
                          AmbContext *context,
                          AmbProfile *profile)
{
  AmbProfileVersions *self;

  g_return_val_if_fail (AMB_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (AMB_IS_PROFILE (profile), NULL);

  self = g_object_new (AMB_TYPE_PROFILE_VERSIONS, "transient-for", parent, NULL);
  self->context = g_object_ref (context);
  self->profile = amb_profile_copy (profile);
  amb_persona_list_versions_async (context, self->cancellable, list_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}
