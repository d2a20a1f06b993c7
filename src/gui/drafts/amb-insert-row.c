/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-insert-row.h"

#include <glib/gi18n-lib.h>

/**
 * AmbInsertRow:
 *
 * A piece of a story, and the button that puts it into the text.
 */
struct _AmbInsertRow
{
  AdwBin     parent_instance;

  /* Template widgets */
  GtkLabel  *label;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (AmbInsertRow, amb_insert_row, ADW_TYPE_BIN)

static void
amb_insert_row_class_init (AmbInsertRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/drafts/amb-insert-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbInsertRow, button);
  gtk_widget_class_bind_template_child (widget_class, AmbInsertRow, label);
}

static void
amb_insert_row_init (AmbInsertRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The button activates composer.insert, which remembers the story. */
GtkWidget *
amb_insert_row_new (AmbStory   *story,
                    const char *shown,
                    const char *inserted,
                    gboolean    on_own_line)
{
  AmbInsertRow *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (AMB_IS_STORY (story), NULL);
  g_return_val_if_fail (shown != NULL, NULL);
  g_return_val_if_fail (inserted != NULL, NULL);

  self = g_object_new (AMB_TYPE_INSERT_ROW, NULL);
  gtk_label_set_label (self->label, shown);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "(sbxi)", inserted, on_own_line,
                                    amb_record_get_id (AMB_RECORD (story)), amb_story_get_version (story));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "composer.insert");

  /* Translators: %s is what goes into the text: a question, a link, a quote */
  name = g_strdup_printf (_("Insert “%s”"), shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}
