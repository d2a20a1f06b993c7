/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-channel-strip.h"
#include "amb-channel-tabs.h"
#include "amb-checks-panel.h"
#include "amb-composer.h"
#include "amb-draft-starter.h"
#include "amb-manuscript.h"
#include "amb-preferences.h"
#include "amb-preview-panel.h"
#include "amb-story-panel.h"
#include "amb-unsaved-sessions.h"

G_BEGIN_DECLS

struct _AmbComposer
{
  AdwBin              parent_instance;

  AmbContext         *context;
  AmbPreferences     *preferences;

  /* What is being written */
  AmbDraftSession    *session;
  GSignalGroup       *session_signals;
  GSignalGroup       *check_signals;

  /* What was being written and is not on the disk yet */
  AmbUnsavedSessions *unsaved;

  /* Template widgets */
  AdwFlap            *flap;
  AmbChannelTabs     *tabs;
  GtkWidget          *hint;
  GtkLabel           *hint_text;
  GtkWidget          *follow_button;
  AmbManuscript      *manuscript;
  AmbDraftStarter    *starter;
  AmbChannelStrip    *strip;
  AdwViewStack       *panels;
  AmbStoryPanel      *story_panel;
  AmbChecksPanel     *checks_panel;
  AmbPreviewPanel    *preview_panel;
};

void amb_composer_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
