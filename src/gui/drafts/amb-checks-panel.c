/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-checks-panel.h"

#include "amb-check-list.h"

/**
 * AmbChecksPanel:
 *
 * What the checks have to say of the text that is being written. #AmbChecksPanel:n-warnings counts what is more than a
 * hint.
 */
struct _AmbChecksPanel
{
  AdwBin           parent_instance;

  AmbDraftSession *session;
  GSignalGroup    *check_signals;
  guint            n_warnings;

  /* Template widgets */
  GtkStack        *stack;
  AmbCheckList    *list;
  AdwStatusPage   *trouble;
};

enum
{
  PROP_0,
  PROP_N_WARNINGS,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbChecksPanel, amb_checks_panel, ADW_TYPE_BIN)

static guint
count_warnings (AmbCheckReport *report)
{
  GArray *issues = amb_check_report_get_issues (report);
  guint n_warnings = 0;

  for (guint i = 0; i < issues->len; i++)
    n_warnings += g_array_index (issues, AmbCheckIssue, i).severity != AMB_SEVERITY_HINT;

  return n_warnings;
}

static void
set_n_warnings (AmbChecksPanel *self,
                guint           n_warnings)
{
  if (self->n_warnings == n_warnings)
    return;

  self->n_warnings = n_warnings;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_WARNINGS]);
}

static const char *
choose_page (AmbLiveCheck *check)
{
  AmbCheckReport *report = amb_live_check_get_report (check);

  if (amb_live_check_get_error (check) != NULL)
    return "trouble";
  if (report == NULL)
    return "waiting";
  if (amb_check_report_get_issues (report)->len > 0)
    return "issues";

  return amb_check_report_get_words (report) == 0 ? "empty" : "fine";
}

static void
check_notify_cb (AmbChecksPanel *self)
{
  AmbLiveCheck *check = amb_draft_session_get_check (self->session);
  AmbCheckReport *report = amb_live_check_get_report (check);

  amb_check_list_set_report (self->list, report);
  adw_status_page_set_description (self->trouble, amb_live_check_get_error (check));
  gtk_stack_set_visible_child_name (self->stack, choose_page (check));
  set_n_warnings (self, report == NULL ? 0 : count_warnings (report));
}

static void
amb_checks_panel_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N_WARNINGS:
      g_value_set_uint (value, amb_checks_panel_get_n_warnings (AMB_CHECKS_PANEL (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_checks_panel_dispose (GObject *object)
{
  AmbChecksPanel *self = AMB_CHECKS_PANEL (object);

  g_clear_object (&self->check_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (amb_checks_panel_parent_class)->dispose (object);
}

static void
amb_checks_panel_class_init (AmbChecksPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amb_checks_panel_get_property;
  object_class->dispose = amb_checks_panel_dispose;

  properties[PROP_N_WARNINGS] = g_param_spec_uint ("n-warnings", NULL, NULL, 0, G_MAXUINT, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (AMB_TYPE_CHECK_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/drafts/amb-checks-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbChecksPanel, list);
  gtk_widget_class_bind_template_child (widget_class, AmbChecksPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, AmbChecksPanel, trouble);
}

static void
amb_checks_panel_init (AmbChecksPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->check_signals = g_signal_group_new (AMB_TYPE_LIVE_CHECK);
  g_signal_group_connect_swapped (self->check_signals, "notify", G_CALLBACK (check_notify_cb), self);
}

guint
amb_checks_panel_get_n_warnings (AmbChecksPanel *self)
{
  g_return_val_if_fail (AMB_IS_CHECKS_PANEL (self), 0);

  return self->n_warnings;
}

void
amb_checks_panel_set_session (AmbChecksPanel  *self,
                              AmbDraftSession *session)
{
  g_return_if_fail (AMB_IS_CHECKS_PANEL (self));
  g_return_if_fail (session == NULL || AMB_IS_DRAFT_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->check_signals, session == NULL ? NULL : amb_draft_session_get_check (session));
  if (session != NULL)
    check_notify_cb (self);
}
