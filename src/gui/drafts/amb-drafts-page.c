/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-drafts-page-private.h"

#include <glib/gi18n-lib.h>

#include "amb-draft-row.h"
#include "amb-draft-title.h"
#include "amb-drafting.h"
#include "amb-list-keys.h"
#include "amb-page.h"
#include "amb-presenter.h"
#include "amb-tab-stop.h"
#include "amb-time.h"

/**
 * AmbDraftsPage:
 *
 * What the person is writing: the list of drafts, and the one that is open.
 */

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_DRAFT_STATE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void amb_drafts_page_page_init (AmbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AmbDraftsPage, amb_drafts_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (AMB_TYPE_PAGE, amb_drafts_page_page_init))

/* The last choice, after all and the states. */
#define SHOW_DISCARDED (AMB_DRAFT_STATE_ARCHIVED + 1)

static AmbDraftState
get_state_filter (AmbDraftsPage *self)
{
  /* The first choice is all; the others stand in the order of the states, which are numbered from 1. */
  return (AmbDraftState) gtk_drop_down_get_selected (self->state_filter);
}

static gboolean
is_filtered (AmbDraftsPage *self)
{
  return get_state_filter (self) != 0 || *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
}

static void
clear_clicked_cb (AmbDraftsPage *self)
{
  gtk_drop_down_set_selected (self->state_filter, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* The selection follows what is open, wherever the list has it now; a filter may have hidden it. */
static void
select_open_draft (AmbDraftsPage *self)
{
  gint64 id = amb_drafts_page_get_open_id (self);
  guint position;
  gboolean is_visible = !amb_split_view_get_folded (self->split_view) ||
                        amb_split_view_get_show_content (self->split_view);

  if (id == 0 || !is_visible || !amb_record_list_find (AMB_RECORD_LIST (self->drafts), id, &position))
    position = GTK_INVALID_LIST_POSITION;

  gtk_single_selection_set_selected (self->selection, position);
}

/* Beside a list that has nothing in it yet, there is nothing to choose. */
static void
show_content (AmbDraftsPage *self)
{
  gboolean empty = g_strcmp0 (gtk_stack_get_visible_child_name (self->list_stack), "empty") == 0;
  AmbDraft *draft = amb_composer_get_draft (self->composer);

  gtk_stack_set_visible_child_name (self->content_stack, draft == NULL ? "nothing" : "composer");
  gtk_widget_set_visible (GTK_WIDGET (self->content_stack), draft != NULL || !empty);
}

static void
show_list (AmbDraftsPage *self)
{
  guint n_drafts = g_list_model_get_n_items (G_LIST_MODEL (self->drafts));
  const char *error = amb_record_list_get_error (AMB_RECORD_LIST (self->drafts));
  g_autofree char *description = error == NULL ? NULL : g_markup_escape_text (error, -1);

  adw_status_page_set_description (self->error_page, description);
  if (error != NULL)
    gtk_stack_set_visible_child_name (self->list_stack, "error");
  else if (n_drafts > 0)
    gtk_stack_set_visible_child_name (self->list_stack, "drafts");
  else if (!amb_record_list_get_loading (AMB_RECORD_LIST (self->drafts)))
    gtk_stack_set_visible_child_name (self->list_stack, is_filtered (self) ? "nothing-found" : "empty");
  show_content (self);
}

static void
drafts_items_changed_cb (AmbDraftsPage *self)
{
  show_list (self);
  select_open_draft (self);
}

static void
filter_changed_cb (AmbDraftsPage *self)
{
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (self->drafts == NULL)
    return;

  if (get_state_filter (self) == SHOW_DISCARDED)
    amb_draft_list_show_discarded (self->drafts, search);
  else
    amb_draft_list_set_filter (self->drafts, get_state_filter (self), search);
}

/* Beside the list a draft opens as soon as the keyboard selects it, and the list keeps the focus; where it would take the place of
 * the list, only when it is clicked on. */
static void
selection_notify_selected_cb (AmbDraftsPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  gint64 id;

  if (position == GTK_INVALID_LIST_POSITION || amb_split_view_get_folded (self->split_view))
    return;

  id = amb_record_list_get_id (AMB_RECORD_LIST (self->drafts), position);
  if (id != amb_drafts_page_get_open_id (self))
    amb_drafts_page_open (self, id, FALSE);
}

static void
list_activate_cb (AmbDraftsPage *self,
                  guint          position)
{
  amb_drafts_page_open (self, amb_record_list_get_id (AMB_RECORD_LIST (self->drafts), position), TRUE);
}

/* Who clicks on a draft wants to write in it. The row has selected it by now. */
static void
list_released_cb (AmbDraftsPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    list_activate_cb (self, position);
}

static void
split_view_notify_show_content_cb (AmbDraftsPage *self)
{
  if (self->drafts != NULL)
    select_open_draft (self);
}

/* In a narrow window the buttons leave room for a syllable; the words stand below anyway. */
static char *
format_title (AmbDraftsPage *self,
              const char    *text,
              gboolean       folded)
{
  return folded ? g_strdup ("") : amb_draft_title_make (text);
}

/* What went out can be written on, but should not pass for what still has to be shared. */
static char *
format_mark (AmbDraftsPage *self,
             AmbDraftState  state)
{
  return state == AMB_DRAFT_STATE_SHARED ? g_strdup (amb_draft_state_get_label (state)) : NULL;
}

static gboolean
is_open (AmbDraftsPage *self,
         AmbDraft      *draft)
{
  return draft != NULL;
}

static void
composer_notify_draft_cb (AmbDraftsPage *self)
{
  AmbDraft *draft = amb_composer_get_draft (self->composer);

  g_binding_group_set_source (self->draft_bindings, draft);
  g_signal_group_set_target (self->draft_signals, draft);
  show_content (self);
  /* The bindings of the titles rest while there is no draft. */
  if (draft == NULL)
    {
      amb_split_view_set_content_title (self->split_view, NULL);
      amb_split_view_set_content_subtitle (self->split_view, NULL);
    }
  amb_drafts_page_update_actions (self);
}

static void
draft_notify_deleted_at_cb (AmbDraftsPage *self)
{
  if (amb_draft_get_deleted_at (amb_composer_get_draft (self->composer)) != AMB_TIME_UNSET)
    amb_drafts_page_leave_discarded (self);
}

/* The leaflet moves the focus along with what it shows: who goes through the list with the keyboard stays there. */
static void
show_open_draft (AmbDraftsPage *self)
{
  amb_split_view_set_show_content (self->split_view, TRUE);
  select_open_draft (self);
  if (self->opens_to_write)
    amb_composer_write (self->composer);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
drafting_load_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (AmbDraftsPage) self = data;
  g_autoptr (AmbDraft) draft = NULL;
  g_autoptr (GError) error = NULL;

  draft = amb_drafting_load_finish (self->context, result, &error);
  if (draft == NULL)
    {
      amb_presenter_show_error (GTK_WIDGET (self), error);
      return;
    }

  amb_composer_set_draft (self->composer, draft);
  show_open_draft (self);
}

/* With @to_write the cursor goes into the text. */
void
amb_drafts_page_open (AmbDraftsPage *self,
                      gint64         draft_id,
                      gboolean       to_write)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opens_to_write = to_write;

  if (draft_id == amb_drafts_page_get_open_id (self) || amb_composer_resume (self->composer, draft_id))
    {
      show_open_draft (self);
      return;
    }

  self->opening = g_cancellable_new ();
  amb_drafting_load_async (self->context, draft_id, self->opening, drafting_load_cb, g_object_ref (self));
}

void
amb_drafts_page_close (AmbDraftsPage *self)
{
  g_cancellable_cancel (self->opening);
  amb_composer_set_draft (self->composer, NULL);
  amb_split_view_set_show_content (self->split_view, FALSE);
}

gint64
amb_drafts_page_get_open_id (AmbDraftsPage *self)
{
  AmbDraft *draft = amb_composer_get_draft (self->composer);

  return draft == NULL ? 0 : amb_record_get_id (AMB_RECORD (draft));
}

static void
open_draft (AmbPage *page,
            gint64   id)
{
  amb_drafts_page_open (AMB_DRAFTS_PAGE (page), id, TRUE);
}

static void
search_drafts (AmbPage *page)
{
  AmbDraftsPage *self = AMB_DRAFTS_PAGE (page);

  if (amb_split_view_get_folded (self->split_view))
    amb_split_view_set_show_content (self->split_view, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
flush_drafts (AmbPage *page)
{
  amb_composer_flush (AMB_DRAFTS_PAGE (page)->composer);
}

static void
amb_drafts_page_page_init (AmbPageInterface *iface)
{
  iface->open = open_draft;
  iface->search = search_drafts;
  iface->flush = flush_drafts;
}

static void
update_share_button (AmbDraftsPage *self)
{
  if (self->draft_state == AMB_DRAFT_STATE_SHARED)
    gtk_widget_remove_css_class (self->share_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->share_button, "suggested-action");
}

static void
amb_drafts_page_constructed (GObject *object)
{
  AmbDraftsPage *self = AMB_DRAFTS_PAGE (object);

  G_OBJECT_CLASS (amb_drafts_page_parent_class)->constructed (object);

  g_object_set (self->composer, "context", self->context, NULL);

  self->drafts = amb_draft_list_new (self->context);
  g_signal_connect_object (self->drafts, "items-changed", G_CALLBACK (drafts_items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->drafts, "notify::loading", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drafts, "notify::error", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->drafts));
  amb_list_keys_connect (self->list, self->search);
  filter_changed_cb (self);
  show_list (self);
  amb_drafts_page_update_actions (self);
}

static void
amb_drafts_page_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  AmbDraftsPage *self = AMB_DRAFTS_PAGE (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_DRAFT_STATE:
      g_value_set_enum (value, self->draft_state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_drafts_page_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  AmbDraftsPage *self = AMB_DRAFTS_PAGE (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_DRAFT_STATE:
      if (self->draft_state == (AmbDraftState) g_value_get_enum (value))
        break;
      self->draft_state = g_value_get_enum (value);
      update_share_button (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_drafts_page_dispose (GObject *object)
{
  AmbDraftsPage *self = AMB_DRAFTS_PAGE (object);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->draft_bindings);
  g_clear_object (&self->draft_signals);
  g_clear_object (&self->drafts);
  g_clear_object (&self->context);
  g_clear_pointer (&self->discarded, g_array_unref);

  G_OBJECT_CLASS (amb_drafts_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AMB_TYPE_COMPOSER);
  g_type_ensure (AMB_TYPE_DRAFT);
  g_type_ensure (AMB_TYPE_DRAFT_ROW);
  g_type_ensure (AMB_TYPE_SPLIT_VIEW);
  g_type_ensure (AMB_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/drafts/amb-drafts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbDraftsPage, composer);
  gtk_widget_class_bind_template_child (widget_class, AmbDraftsPage, content_stack);
  gtk_widget_class_bind_template_child (widget_class, AmbDraftsPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, AmbDraftsPage, list);
  gtk_widget_class_bind_template_child (widget_class, AmbDraftsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, AmbDraftsPage, search);
  gtk_widget_class_bind_template_child (widget_class, AmbDraftsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, AmbDraftsPage, share_button);
  gtk_widget_class_bind_template_child (widget_class, AmbDraftsPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, AmbDraftsPage, state_filter);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, composer_notify_draft_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_mark);
  gtk_widget_class_bind_template_callback (widget_class, format_title);
  gtk_widget_class_bind_template_callback (widget_class, is_open);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_released_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_notify_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, split_view_notify_show_content_cb);
}

static void
amb_drafts_page_class_init (AmbDraftsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = amb_drafts_page_constructed;
  object_class->get_property = amb_drafts_page_get_property;
  object_class->set_property = amb_drafts_page_set_property;
  object_class->dispose = amb_drafts_page_dispose;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, AMB_TYPE_CONTEXT,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DRAFT_STATE] = g_param_spec_enum ("draft-state", NULL, NULL, AMB_TYPE_DRAFT_STATE,
                                                    AMB_DRAFT_STATE_IDEA,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  bind_template (GTK_WIDGET_CLASS (klass));
  amb_drafts_page_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
fill_state_filter (AmbDraftsPage *self)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  /* Translators: all drafts, however far they are */
  gtk_string_list_append (choices, _("All"));
  for (AmbDraftState state = AMB_DRAFT_STATE_IDEA; state <= AMB_DRAFT_STATE_ARCHIVED; state++)
    gtk_string_list_append (choices, amb_draft_state_get_label (state));
  /* Translators: drafts that were thrown away */
  gtk_string_list_append (choices, _("Discarded"));
  gtk_drop_down_set_model (self->state_filter, G_LIST_MODEL (choices));
}

static void
amb_drafts_page_init (AmbDraftsPage *self)
{
  self->draft_state = AMB_DRAFT_STATE_IDEA;
  self->discarded = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->draft_bindings = g_binding_group_new ();
  g_binding_group_bind (self->draft_bindings, "state", self, "draft-state",
                        G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  self->draft_signals = g_signal_group_new (AMB_TYPE_DRAFT);
  g_signal_group_connect_swapped (self->draft_signals, "notify::deleted-at", G_CALLBACK (draft_notify_deleted_at_cb),
                                  self);

  gtk_widget_init_template (GTK_WIDGET (self));
  fill_state_filter (self);
  amb_drafts_page_add_undo (self);

  /* The button inside a drop-down is what gets the focus, and on the floor it has no name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->state_filter))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Which drafts to show"), -1);
}

GtkWidget *
amb_drafts_page_new (AmbContext *context)
{
  g_return_val_if_fail (AMB_IS_CONTEXT (context), NULL);

  return g_object_new (AMB_TYPE_DRAFTS_PAGE, "context", context, NULL);
}
