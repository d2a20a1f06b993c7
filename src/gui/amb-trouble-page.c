/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-trouble-page.h"

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-navigation-button.h"
#include "amb-presenter.h"

/**
 * AmbTroublePage:
 *
 * What stands in the place of every page while the database cannot be used: why, and what helps.
 */
struct _AmbTroublePage
{
  AdwBin         parent_instance;

  /* Template widgets */
  AdwStatusPage *status;
  GtkLabel      *path_label;
  GtkButton     *restore_button;
  GtkButton     *backup_button;
  GtkButton     *retry_button;
  GtkButton     *choose_button;
};

G_DEFINE_FINAL_TYPE (AmbTroublePage, amb_trouble_page, ADW_TYPE_BIN)

static const char *
get_title (const GError *error)
{
  if (error->domain != AMB_STORAGE_ERROR)
    return _("Your data cannot be opened");

  switch ((AmbStorageError) error->code)
    {
    case AMB_STORAGE_ERROR_BUSY:
      return _("Another program is busy with your data");
    case AMB_STORAGE_ERROR_FULL:
      return _("The disk is full");
    case AMB_STORAGE_ERROR_READ_ONLY:
      return _("Your data cannot be saved");
    case AMB_STORAGE_ERROR_NOT_OURS:
      return _("This is not Ambassador data");
    case AMB_STORAGE_ERROR_TOO_NEW:
      return _("Your data is from a newer version");
    case AMB_STORAGE_ERROR_DAMAGED:
      return _("Your data is damaged");
    case AMB_STORAGE_ERROR_EMPTY:
      return _("Your data is gone");
    case AMB_STORAGE_ERROR_FAILED:
    case AMB_STORAGE_ERROR_NOT_FOUND:
    case AMB_STORAGE_ERROR_CLOSED:
    case AMB_STORAGE_ERROR_TOO_OLD:
      break;
    }

  return _("Your data cannot be opened");
}

static void
suggest (GtkButton *button,
         gboolean   suggested)
{
  if (suggested)
    gtk_widget_add_css_class (GTK_WIDGET (button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button), "suggested-action");
}

static void
amb_trouble_page_class_init (AmbTroublePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (AMB_TYPE_NAVIGATION_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ambassadortoolkit/Ambassador/ui/amb-trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbTroublePage, status);
  gtk_widget_class_bind_template_child (widget_class, AmbTroublePage, path_label);
  gtk_widget_class_bind_template_child (widget_class, AmbTroublePage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, AmbTroublePage, backup_button);
  gtk_widget_class_bind_template_child (widget_class, AmbTroublePage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, AmbTroublePage, choose_button);
}

static void
amb_trouble_page_init (AmbTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
amb_trouble_page_new (void)
{
  return g_object_new (AMB_TYPE_TROUBLE_PAGE, NULL);
}

/**
 * amb_trouble_page_set_error:
 * @self: a page
 * @error: why the database cannot be used
 * @path: its file
 * @has_copy: whether the program made a copy of it by itself
 *
 * Says what is the matter, and offers what helps against it.
 */
void
amb_trouble_page_set_error (AmbTroublePage *self,
                            const GError   *error,
                            const char     *path,
                            gboolean        has_copy)
{
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;
  g_autofree char *shown = NULL;
  gboolean lost;
  gboolean other;

  g_return_if_fail (AMB_IS_TROUBLE_PAGE (self));
  g_return_if_fail (error != NULL);
  g_return_if_fail (path != NULL);

  text = amb_presenter_describe (error);
  markup = g_markup_escape_text (text != NULL ? text : error->message, -1);
  shown = g_filename_display_name (path);
  lost = g_error_matches (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_DAMAGED) ||
         g_error_matches (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_EMPTY);
  other = g_error_matches (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_OURS);

  adw_status_page_set_title (self->status, get_title (error));
  adw_status_page_set_description (self->status, markup);
  gtk_label_set_label (self->path_label, shown);

  /* One thing stands out: what helps most likely. */
  gtk_widget_set_visible (GTK_WIDGET (self->restore_button), lost && has_copy);
  gtk_widget_set_visible (GTK_WIDGET (self->backup_button), lost);
  suggest (self->backup_button, lost && !has_copy);
  suggest (self->retry_button, !lost && !other);
  suggest (self->choose_button, other);
}
