/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-check-row.h"

#include <glib/gi18n-lib.h>

/**
 * AmbCheckRow:
 *
 * One thing that a check has to say: how much it matters, what it is and why. Activating it goes to the place; where
 * words would settle it, a button brings them.
 */
struct _AmbCheckRow
{
  GtkListBoxRow  parent_instance;

  AmbSeverity    severity;
  gboolean       is_interactive;

  /* Template widgets */
  GtkImage      *symbol;
  GtkLabel      *severity_word;
  GtkLabel      *message;
  GtkLabel      *why;
  GtkWidget     *offer;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (AmbCheckRow, amb_check_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
get_symbol (AmbSeverity severity)
{
  switch (severity)
    {
    case AMB_SEVERITY_HINT:
      return "dialog-information-symbolic";
    case AMB_SEVERITY_WARNING:
      return "dialog-warning-symbolic";
    case AMB_SEVERITY_ERROR:
      return "dialog-error-symbolic";
    default:
      g_return_val_if_reached (NULL);
    }
}

static const char *
get_word (AmbSeverity severity)
{
  switch (severity)
    {
    case AMB_SEVERITY_HINT:
      /* Translators: how much a remark on a text matters: least of all */
      return _("Hint");
    case AMB_SEVERITY_WARNING:
      /* Translators: how much a remark on a text matters: look at it before sharing */
      return _("Worth a look");
    case AMB_SEVERITY_ERROR:
      /* Translators: how much a remark on a text matters: the text will not do like this */
      return _("Needs a change");
    default:
      g_return_val_if_reached (NULL);
    }
}

static const char *
get_style_class (AmbSeverity severity)
{
  switch (severity)
    {
    case AMB_SEVERITY_HINT:
      return "dim-label";
    case AMB_SEVERITY_WARNING:
      return "warning";
    case AMB_SEVERITY_ERROR:
      return "error";
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
set_place (AmbCheckRow    *self,
           const AmbRange *range)
{
  gboolean has_place = self->is_interactive && range->end > range->start;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(tt)", (guint64) range->start, (guint64) range->end);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), has_place ? "composer.go-to" : NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), has_place);
}

static void
set_offer (AmbCheckRow *self,
           const char  *words)
{
  gboolean has_offer = self->is_interactive && words != NULL;

  gtk_widget_set_visible (self->offer, has_offer);
  if (has_offer)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->offer), "s", words);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->offer), has_offer ? "composer.append" : NULL);
}

static void
name_row (AmbCheckRow         *self,
          const AmbCheckIssue *issue)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", get_word (issue->severity), issue->message);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, issue->why == NULL ? "" : issue->why,
                                  -1);
}

static void
show_issue (AmbCheckRow         *self,
            const AmbCheckIssue *issue)
{
  self->severity = issue->severity;
  gtk_image_set_from_icon_name (self->symbol, get_symbol (issue->severity));
  gtk_widget_add_css_class (GTK_WIDGET (self->symbol), get_style_class (issue->severity));
  gtk_label_set_label (self->severity_word, get_word (issue->severity));
  gtk_label_set_label (self->message, issue->message);
  gtk_label_set_label (self->why, issue->why == NULL ? "" : issue->why);
  gtk_widget_set_visible (GTK_WIDGET (self->why), issue->why != NULL && *issue->why != '\0');
  set_place (self, &issue->range);
  set_offer (self, issue->offer);
  name_row (self, issue);
}

static void
set_menu (AmbCheckRow         *self,
          const AmbCheckIssue *issue)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (_("_Switch This Check Off"), NULL);

  g_menu_item_set_action_and_target (item, "composer.disable-check", "s", issue->id);
  g_menu_append_item (menu, item);
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
}

static void
amb_check_row_class_init (AmbCheckRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/drafts/amb-check-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbCheckRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AmbCheckRow, message);
  gtk_widget_class_bind_template_child (widget_class, AmbCheckRow, offer);
  gtk_widget_class_bind_template_child (widget_class, AmbCheckRow, severity_word);
  gtk_widget_class_bind_template_child (widget_class, AmbCheckRow, symbol);
  gtk_widget_class_bind_template_child (widget_class, AmbCheckRow, why);
}

static void
amb_check_row_init (AmbCheckRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Beside the text, a row goes to the place and has a menu that switches its check off; elsewhere it only tells. */
GtkWidget *
amb_check_row_new (const AmbCheckIssue *issue,
                   gboolean             is_interactive)
{
  AmbCheckRow *self;

  g_return_val_if_fail (issue != NULL, NULL);

  self = g_object_new (AMB_TYPE_CHECK_ROW, NULL);
  self->is_interactive = is_interactive;
  show_issue (self, issue);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), is_interactive);
  if (is_interactive)
    set_menu (self, issue);

  return GTK_WIDGET (self);
}

/* The same thing is said again of a text that has changed: only the place may be another. Otherwise FALSE. */
gboolean
amb_check_row_refresh (AmbCheckRow         *self,
                       const AmbCheckIssue *issue)
{
  g_return_val_if_fail (AMB_IS_CHECK_ROW (self), FALSE);
  g_return_val_if_fail (issue != NULL, FALSE);

  if (self->severity != issue->severity ||
      g_strcmp0 (gtk_label_get_label (self->message), issue->message) != 0)
    return FALSE;

  set_place (self, &issue->range);

  return TRUE;
}
