/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-composer.h"
#include "amb-draft-list.h"
#include "amb-drafts-page.h"
#include "amb-split-view.h"

G_BEGIN_DECLS

struct _AmbDraftsPage
{
  AdwBin              parent_instance;

  AmbContext         *context;
  AmbDraftList       *drafts;

  /* The draft that is being opened: the newest wins */
  GCancellable       *opening;
  gboolean            opens_to_write;

  /* Ids of drafts that were discarded here, for undo: the last one last */
  GArray             *discarded;

  /* The state of the draft that is open */
  GBindingGroup      *draft_bindings;
  GSignalGroup       *draft_signals;
  AmbDraftState       draft_state;

  /* Template widgets */
  AmbSplitView       *split_view;
  GtkSearchEntry     *search;
  GtkDropDown        *state_filter;
  GtkStack           *list_stack;
  AdwStatusPage      *error_page;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GtkStack           *content_stack;
  GtkWidget          *share_button;
  AmbComposer        *composer;
};

void          amb_drafts_page_open            (AmbDraftsPage *self, gint64 draft_id, gboolean to_write);
void          amb_drafts_page_close           (AmbDraftsPage *self);
gint64        amb_drafts_page_get_open_id     (AmbDraftsPage *self);
void          amb_drafts_page_leave_discarded (AmbDraftsPage *self);
void          amb_drafts_page_add_undo        (AmbDraftsPage *self);
void          amb_drafts_page_install_actions (GtkWidgetClass *widget_class);
void          amb_drafts_page_update_actions  (AmbDraftsPage *self);

G_END_DECLS
