/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-stories-page.h"

#include "amb-page.h"
#include "amb-pane.h"
#include "amb-split-view.h"
#include "amb-story-browser.h"
#include "amb-story-view.h"

/**
 * AmbStoriesPage:
 *
 * The organisation's stories: a list to search, and beside it the story.
 */
struct _AmbStoriesPage
{
  AdwBin           parent_instance;

  /* Template widgets */
  AmbSplitView    *split_view;
  AmbStoryBrowser *browser;
  AmbStoryView    *story_view;
  GtkToggleButton *favourite_button;

  AmbContext      *context;

  /* The story that the keyboard goes into as soon as it is there */
  gint64           entered_id;
};

enum
{
  PROP_0,
  PROP_CONTEXT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void amb_stories_page_page_init (AmbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AmbStoriesPage, amb_stories_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (AMB_TYPE_PAGE, amb_stories_page_page_init))

/* Closures of the template. */
static char *
format_child_name (AmbStoriesPage *self,
                   gboolean        is_empty)
{
  return g_strdup (is_empty ? "empty" : "stories");
}

/* The empty star of the icon theme is too pale to be seen by everybody. */
static char *
format_favourite_symbol (AmbStoriesPage *self,
                         gboolean        favourite)
{
  return g_strdup (favourite ? "starred-symbolic" : "amb-not-favourite-symbolic");
}

static gboolean
has_story (AmbStoriesPage *self,
           AmbStory       *story)
{
  return story != NULL;
}

/* Where the story covers the list, the header bar is too narrow for the primary button: it stands under the story. */
static gboolean
has_story_beside (AmbStoriesPage *self,
                  AmbStory       *story,
                  gboolean        is_folded)
{
  return story != NULL && !is_folded;
}

static gboolean
has_story_folded (AmbStoriesPage *self,
                  AmbStory       *story,
                  gboolean        is_folded)
{
  return story != NULL && is_folded;
}

/* The list keeps the focus, so that a person can walk along it. */
static void
browser_story_selected_cb (AmbStoriesPage *self,
                           gint64          story_id)
{
  self->entered_id = 0;
  amb_story_view_load (self->story_view, story_id);
}

static void
enter_story (AmbStoriesPage *self)
{
  AmbStory *story = amb_story_view_get_story (self->story_view);

  if (story == NULL || amb_record_get_id (AMB_RECORD (story)) != self->entered_id)
    return;

  self->entered_id = 0;
  amb_split_view_enter_content (self->split_view);
}

/* The person chose it: the keyboard goes there. */
static void
browser_story_opened_cb (AmbStoriesPage *self,
                         gint64          story_id)
{
  amb_story_view_load (self->story_view, story_id);
  amb_split_view_set_show_content (self->split_view, TRUE);
  self->entered_id = story_id;
  enter_story (self);
}

/* The story. */
static void
favourite_button_toggled_cb (AmbStoriesPage *self)
{
  amb_story_view_set_favourite (self->story_view, gtk_toggle_button_get_active (self->favourite_button));
}

static void
draft_button_clicked_cb (AmbStoriesPage *self)
{
  AmbStory *story = amb_story_view_get_story (self->story_view);

  amb_story_view_flush (self->story_view);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.new-draft", "x", amb_record_get_id (AMB_RECORD (story)));
}

static void
dismiss_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  amb_story_view_dismiss (AMB_STORIES_PAGE (widget)->story_view);
}

static void
copy_message_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  amb_story_view_copy_message (AMB_STORIES_PAGE (widget)->story_view);
}

/* AmbPage. */
static void
amb_stories_page_open (AmbPage *page,
                       gint64   id)
{
  AmbStoriesPage *self = AMB_STORIES_PAGE (page);

  amb_story_browser_select (self->browser, id);
  amb_story_view_load (self->story_view, id);
  amb_split_view_set_show_content (self->split_view, TRUE);
}

/* The day may have changed since the page was last looked at, and with it what is usable. */
static void
amb_stories_page_activate (AmbPage *page)
{
  amb_story_browser_refresh (AMB_STORIES_PAGE (page)->browser);
}

static void
amb_stories_page_search (AmbPage *page)
{
  AmbStoriesPage *self = AMB_STORIES_PAGE (page);

  amb_split_view_set_show_content (self->split_view, FALSE);
  amb_story_browser_search (self->browser);
}

static void
amb_stories_page_flush (AmbPage *page)
{
  amb_story_view_flush (AMB_STORIES_PAGE (page)->story_view);
}

static void
amb_stories_page_page_init (AmbPageInterface *iface)
{
  iface->open = amb_stories_page_open;
  iface->activate = amb_stories_page_activate;
  iface->search = amb_stories_page_search;
  iface->flush = amb_stories_page_flush;
}

static void
amb_stories_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  AmbStoriesPage *self = AMB_STORIES_PAGE (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_stories_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  AmbStoriesPage *self = AMB_STORIES_PAGE (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_stories_page_finalize (GObject *object)
{
  AmbStoriesPage *self = AMB_STORIES_PAGE (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (amb_stories_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AMB_TYPE_PANE);
  g_type_ensure (AMB_TYPE_SPLIT_VIEW);
  g_type_ensure (AMB_TYPE_STORY);
  g_type_ensure (AMB_TYPE_STORY_BROWSER);
  g_type_ensure (AMB_TYPE_STORY_VIEW);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/stories/amb-stories-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbStoriesPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, AmbStoriesPage, browser);
  gtk_widget_class_bind_template_child (widget_class, AmbStoriesPage, story_view);
  gtk_widget_class_bind_template_child (widget_class, AmbStoriesPage, favourite_button);
  gtk_widget_class_bind_template_callback (widget_class, browser_story_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, browser_story_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, draft_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, enter_story);
  gtk_widget_class_bind_template_callback (widget_class, favourite_button_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_child_name);
  gtk_widget_class_bind_template_callback (widget_class, format_favourite_symbol);
  gtk_widget_class_bind_template_callback (widget_class, has_story);
  gtk_widget_class_bind_template_callback (widget_class, has_story_beside);
  gtk_widget_class_bind_template_callback (widget_class, has_story_folded);
}

static void
amb_stories_page_class_init (AmbStoriesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amb_stories_page_get_property;
  object_class->set_property = amb_stories_page_set_property;
  object_class->finalize = amb_stories_page_finalize;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, AMB_TYPE_CONTEXT,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_install_action (widget_class, "stories.dismiss", NULL, dismiss_action);
  gtk_widget_class_install_action (widget_class, "stories.copy-message", NULL, copy_message_action);

  bind_template (widget_class);
}

static void
amb_stories_page_init (AmbStoriesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_stories_page_new:
 * @context: what the application knows
 *
 * Makes the page.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
amb_stories_page_new (AmbContext *context)
{
  return g_object_new (AMB_TYPE_STORIES_PAGE, "context", context, NULL);
}
