/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-panel.h"

#include "amb-draft-story.h"
#include "amb-found-story.h"
#include "amb-story-list.h"

/**
 * AmbStoryPanel:
 *
 * The stories beside a draft: those it is made of, and the search for another one.
 *
 * A story that is looked up here belongs to the draft only once something of it was inserted.
 */
struct _AmbStoryPanel
{
  AdwBin             parent_instance;

  AmbDraftSession   *session;
  AmbStoryList      *found;

  /* Template widgets */
  GtkSearchEntry    *search;
  GtkStack          *stack;
  GtkBox            *stories;
  GtkWidget         *empty;
  GtkNoSelection    *results;
};

G_DEFINE_FINAL_TYPE (AmbStoryPanel, amb_story_panel, ADW_TYPE_BIN)

static gboolean
is_shown (AmbStoryPanel *self,
          gint64         story_id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stories)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (amb_draft_story_get_id (AMB_DRAFT_STORY (child)) == story_id)
        return TRUE;
    }

  return FALSE;
}

static void
show_story (AmbStoryPanel *self,
            gint64         story_id)
{
  GtkWidget *story;

  gtk_widget_set_visible (self->empty, FALSE);
  if (is_shown (self, story_id))
    return;

  story = amb_draft_story_new (amb_draft_session_get_context (self->session), story_id);
  gtk_box_prepend (self->stories, story);
}

static void
show_stories (AmbStoryPanel *self)
{
  GArray *uses = amb_draft_get_stories (amb_draft_session_get_draft (self->session));

  for (guint i = uses->len; i-- > 0;)
    show_story (self, g_array_index (uses, AmbStoryUse, i).story_id);
}

static void
clear (AmbStoryPanel *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->stories))) != NULL)
    gtk_box_remove (self->stories, child);
  gtk_widget_set_visible (self->empty, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
update_stack (AmbStoryPanel *self)
{
  gboolean is_searching = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
  gboolean is_empty = self->found != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0 &&
                      !amb_record_list_get_loading (AMB_RECORD_LIST (self->found));

  gtk_stack_set_visible_child_name (self->stack, !is_searching ? "stories" : is_empty ? "nothing" : "results");
}

/* The list is made on the first search: most drafts begin with their story. */
static void
ensure_found (AmbStoryPanel *self)
{
  if (self->found != NULL)
    return;

  self->found = amb_story_list_new (amb_draft_session_get_context (self->session));
  g_signal_connect_object (self->found, "items-changed", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->found, "notify::loading", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  gtk_no_selection_set_model (self->results, G_LIST_MODEL (self->found));
}

static void
search_changed_cb (AmbStoryPanel *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (AmbStoryFilter) filter = amb_story_filter_new ();

  update_stack (self);
  if (*typed == '\0' || self->session == NULL)
    return;

  ensure_found (self);
  filter->search = g_strdup (typed);
  filter->partial = TRUE;
  filter->usable = TRUE;
  filter->now = amb_context_get_now (amb_draft_session_get_context (self->session));
  amb_story_list_set_filter (self->found, filter);
}

static void
result_activate_cb (AmbStoryPanel *self,
                    guint          position)
{
  gint64 story_id = amb_record_list_get_id (AMB_RECORD_LIST (self->found), position);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_stack_set_visible_child_name (self->stack, "stories");
  show_story (self, story_id);
}

static void
amb_story_panel_dispose (GObject *object)
{
  AmbStoryPanel *self = AMB_STORY_PANEL (object);

  g_clear_object (&self->session);
  g_clear_object (&self->found);

  G_OBJECT_CLASS (amb_story_panel_parent_class)->dispose (object);
}

static void
amb_story_panel_class_init (AmbStoryPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amb_story_panel_dispose;

  g_type_ensure (AMB_TYPE_FOUND_STORY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/drafts/amb-story-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbStoryPanel, empty);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryPanel, results);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryPanel, search);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryPanel, stories);
  gtk_widget_class_bind_template_callback (widget_class, result_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
amb_story_panel_init (AmbStoryPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
amb_story_panel_set_session (AmbStoryPanel   *self,
                             AmbDraftSession *session)
{
  g_return_if_fail (AMB_IS_STORY_PANEL (self));
  g_return_if_fail (session == NULL || AMB_IS_DRAFT_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  clear (self);
  if (session != NULL)
    show_stories (self);
}
