/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-import-bar.h"

#include <glib/gi18n-lib.h>

#include "amb-confirm.h"
#include "amb-format.h"
#include "amb-importer.h"
#include "amb-presenter.h"

/* What is done within this time needs no bar that flashes by. */
#define DELAY_MILLISECONDS 250

/**
 * AmbImportBar:
 *
 * Brings files into the database, one after the other, and shows how far it is while the person goes on working.
 */
struct _AmbImportBar
{
  AdwBin          parent_instance;

  /* Template widgets */
  GtkRevealer    *revealer;
  GtkLabel       *name_label;
  GtkLabel       *count_label;
  GtkProgressBar *progress;

  AmbImporter    *importer; /* %NULL while nothing is imported */
  GCancellable   *cancellable;
  GQueue          queue;    /* AmbImporter */
  guint           source;
};

enum
{
  PROP_0,
  PROP_RUNNING,
  N_PROPERTIES
};

enum
{
  IMPORTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbImportBar, amb_import_bar, ADW_TYPE_BIN)

static void begin_next (AmbImportBar *self);

static void
add_part (GPtrArray  *parts,
          const char *format,
          gint64      number)
{
  g_autofree char *shown = amb_format_number (number);

  if (number > 0)
    g_ptr_array_add (parts, g_strdup_printf (format, shown));
}

static char *
describe_result (const AmbImportResult *result)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_part (parts, ngettext ("%s new story", "%s new stories", result->added), result->added);
  /* Translators: a number of stories that differ from before */
  add_part (parts, ngettext ("%s changed", "%s changed", result->updated), result->updated);
  /* Translators: a number of stories that the organisation took back */
  add_part (parts, ngettext ("%s withdrawn", "%s withdrawn", result->withdrawn), result->withdrawn);
  g_ptr_array_add (parts, NULL);

  if (parts->len == 1)
    return g_strdup (_("Nothing new: you already have these stories"));

  /* Translators: stands between the parts of “15 new stories, 1 changed” */
  return g_strjoinv (_(", "), (char **) parts->pdata);
}

static void
show_count (AmbImportBar *self)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  guint count;

  g_object_get (self->importer, "n-records", &count, NULL);
  number = amb_format_number (count);
  text = g_strdup_printf (ngettext ("%s story read", "%s stories read", count), number);
  gtk_label_set_label (self->count_label, text);
  gtk_progress_bar_set_fraction (self->progress, amb_importer_get_fraction (self->importer));
}

static gboolean
reveal (gpointer data)
{
  AmbImportBar *self = data;

  self->source = 0;
  gtk_revealer_set_reveal_child (self->revealer, TRUE);

  return G_SOURCE_REMOVE;
}

/* The default handler of the signal. */
static gboolean
say_imported (AmbImportBar *self,
              const char   *summary,
              gboolean      is_new)
{
  if (is_new)
    amb_presenter_show_action (GTK_WIDGET (self), summary, _("Show"), "win.show-page", g_variant_new_string ("stories"));
  else
    amb_presenter_show_toast (GTK_WIDGET (self), summary);

  return TRUE;
}

static void
finish_one (AmbImportBar *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->importer, self);
  g_clear_object (&self->importer);
  g_clear_object (&self->cancellable);
}

static void
importer_ran_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (AmbImportBar) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbImportResult) imported = amb_importer_run_finish (AMB_IMPORTER (object), result, &error);
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *text = NULL;

  finish_one (self);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  g_object_get (object, "name", &name, NULL);
  shown = g_filename_display_name (name);
  if (imported != NULL)
    {
      gboolean said;

      text = describe_result (imported);
      g_signal_emit (self, signals[IMPORTED], 0, text, imported->added + imported->updated > 0, &said);
    }
  else if ((text = amb_presenter_describe_file (error, shown)) != NULL)
    {
      /* Translators: %s is the name of a file */
      heading = g_strdup_printf (_("“%s” Could Not Be Opened"), shown);
      amb_confirm_tell (GTK_WIDGET (self), heading, text);
    }

  begin_next (self);
}

static void
begin_next (AmbImportBar *self)
{
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;

  self->importer = g_queue_pop_head (&self->queue);
  if (self->importer == NULL)
    {
      gtk_revealer_set_reveal_child (self->revealer, FALSE);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
      return;
    }

  g_object_get (self->importer, "name", &name, NULL);
  shown = g_filename_display_name (name);
  /* Translators: %s is the name of a file that is being imported */
  text = g_strdup_printf (_("Reading “%s”"), shown);
  gtk_label_set_label (self->name_label, text);
  g_signal_connect_object (self->importer, "notify", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  show_count (self);

  self->source = g_timeout_add (DELAY_MILLISECONDS, reveal, self);
  self->cancellable = g_cancellable_new ();
  amb_importer_run_async (self->importer, FALSE, self->cancellable, importer_ran_cb, g_object_ref (self));
}

static void
amb_import_bar_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, amb_import_bar_get_running (AMB_IMPORT_BAR (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* The window is gone: nobody could see how far it is, or stop it. What is under way holds the bar until then. */
static void
amb_import_bar_unroot (GtkWidget *widget)
{
  amb_import_bar_cancel (AMB_IMPORT_BAR (widget));

  GTK_WIDGET_CLASS (amb_import_bar_parent_class)->unroot (widget);
}

static void
amb_import_bar_class_init (AmbImportBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = amb_import_bar_get_property;
  widget_class->unroot = amb_import_bar_unroot;

  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);

  /**
   * AmbImportBar::imported:
   * @self: a bar
   * @summary: what it brought, for people
   * @is_new: whether there is something in it to look at
   *
   * A file was brought in, as a whole. Nobody who says so themselves needs the toast of the bar.
   *
   * Returns: %TRUE when the person knows
   */
  signals[IMPORTED] = g_signal_new_class_handler ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                  G_CALLBACK (say_imported), g_signal_accumulator_true_handled, NULL,
                                                  NULL, G_TYPE_BOOLEAN, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ambassadortoolkit/Ambassador/ui/amb-import-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbImportBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, AmbImportBar, name_label);
  gtk_widget_class_bind_template_child (widget_class, AmbImportBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, AmbImportBar, progress);
  gtk_widget_class_bind_template_callback (widget_class, amb_import_bar_cancel);
}

static void
amb_import_bar_init (AmbImportBar *self)
{
  g_queue_init (&self->queue);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_import_bar_add:
 * @self: a bar
 * @context: where to import it to
 * @file: what to import
 *
 * Imports a file, after those that were added before.
 */
void
amb_import_bar_add (AmbImportBar *self,
                    AmbContext   *context,
                    GFile        *file)
{
  g_return_if_fail (AMB_IS_IMPORT_BAR (self));
  g_return_if_fail (AMB_IS_CONTEXT (context));
  g_return_if_fail (G_IS_FILE (file));

  g_queue_push_tail (&self->queue, amb_importer_new (context, file));
  if (self->importer != NULL)
    return;

  begin_next (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

/**
 * amb_import_bar_cancel:
 * @self: a bar
 *
 * Stops. Of the file that was being read nothing stays behind.
 */
void
amb_import_bar_cancel (AmbImportBar *self)
{
  g_return_if_fail (AMB_IS_IMPORT_BAR (self));

  g_queue_clear_full (&self->queue, g_object_unref);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/**
 * amb_import_bar_get_running:
 * @self: a bar
 *
 * Tells whether it is importing; the property notifies when it begins, and when nothing is left to import.
 *
 * Returns: %TRUE when it is
 */
gboolean
amb_import_bar_get_running (AmbImportBar *self)
{
  g_return_val_if_fail (AMB_IS_IMPORT_BAR (self), FALSE);

  return self->importer != NULL;
}
