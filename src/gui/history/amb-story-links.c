/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-links.h"

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-format.h"
#include "amb-library.h"
#include "amb-presenter.h"

/**
 * AmbStoryLinks:
 *
 * The stories that something uses, by their titles. Each opens its story, or with #AmbStoryLinks:editable can be taken
 * away.
 */
struct _AmbStoryLinks
{
  AdwBin        parent_instance;

  /* Template widgets */
  GtkListBox   *list;

  AmbContext   *context;
  GCancellable *cancellable;
  gboolean      editable;
};

enum
{
  PROP_0,
  PROP_EDITABLE,
  N_PROPERTIES
};

enum
{
  REMOVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbStoryLinks, amb_story_links, ADW_TYPE_BIN)

static gint64
get_row_story (gpointer row)
{
  gint64 *story_id = g_object_get_data (G_OBJECT (row), "story-id");

  return *story_id;
}

static void
set_title (AdwActionRow *row,
           const char   *title)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (row), "remove-button");
  g_autofree char *name = amb_format_removal (title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (button != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
load_story_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (AdwActionRow) row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbStory) story = amb_library_load_story_finish (AMB_CONTEXT (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (story != NULL)
    {
      set_title (row, amb_story_get_text (story, AMB_STORY_TITLE));
      return;
    }

  /* It is there perhaps: opening it tries again. */
  if (!g_error_matches (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND))
    {
      set_title (row, _("Story"));
      amb_presenter_show_error (GTK_WIDGET (row), error);
      return;
    }

  /* It can't be opened, but it can be taken away. */
  set_title (row, _("A story that is no longer here"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (row), "dim-label");
}

static void
list_row_activated_cb (AmbStoryLinks *self,
                       GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-story", "x", get_row_story (row));
}

static void
remove_clicked_cb (AmbStoryLinks *self,
                   GtkWidget     *button)
{
  g_signal_emit (self, signals[REMOVED], 0, get_row_story (gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW)));
}

static void
add_remove_button (AmbStoryLinks *self,
                   GtkWidget     *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove story"));
  g_object_set_data (G_OBJECT (row), "remove-button", button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* It says nothing that the title does not. */
static GtkWidget *
make_arrow (void)
{
  return g_object_new (GTK_TYPE_IMAGE,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "icon-name", "go-next-symbolic",
                       NULL);
}

static void
add_row (AmbStoryLinks     *self,
         const AmbStoryUse *use)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), "story-id", g_memdup2 (&use->story_id, sizeof (gint64)), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !self->editable);
  if (self->editable)
    add_remove_button (self, row);
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_arrow ());
  set_title (ADW_ACTION_ROW (row), _("Loading…"));

  gtk_list_box_append (self->list, row);
  amb_library_load_story_async (self->context, use->story_id, self->cancellable, load_story_cb, g_object_ref (row));
}

static void
clear_rows (AmbStoryLinks *self)
{
  GtkWidget *row;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
amb_story_links_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  AmbStoryLinks *self = AMB_STORY_LINKS (object);

  switch (property_id)
    {
    case PROP_EDITABLE:
      self->editable = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_story_links_dispose (GObject *object)
{
  AmbStoryLinks *self = AMB_STORY_LINKS (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (amb_story_links_parent_class)->dispose (object);
}

static void
amb_story_links_class_init (AmbStoryLinksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = amb_story_links_set_property;
  object_class->dispose = amb_story_links_dispose;

  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, FALSE,
                                                    G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * AmbStoryLinks::removed:
   * @self: the links
   * @story_id: a story
   *
   * The person took a story away.
   */
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/history/amb-story-links.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbStoryLinks, list);
  gtk_widget_class_bind_template_callback (widget_class, list_row_activated_cb);
}

static void
amb_story_links_init (AmbStoryLinks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_story_links_set_context:
 * @self: the links
 * @context: where the titles come from
 *
 * Gives the links what they need; call it before [method@StoryLinks.set_stories].
 */
void
amb_story_links_set_context (AmbStoryLinks *self,
                             AmbContext    *context)
{
  g_return_if_fail (AMB_IS_STORY_LINKS (self));

  g_set_object (&self->context, context);
}

/**
 * amb_story_links_set_stories:
 * @self: the links
 * @stories: (nullable) (element-type AmbStoryUse): the stories
 *
 * Shows these stories; without any, it shows nothing.
 */
void
amb_story_links_set_stories (AmbStoryLinks *self,
                             GArray        *stories)
{
  guint n_stories = stories == NULL ? 0 : stories->len;

  g_return_if_fail (AMB_IS_STORY_LINKS (self));
  g_return_if_fail (self->context != NULL || n_stories == 0);

  clear_rows (self);
  self->cancellable = g_cancellable_new ();
  for (guint i = 0; i < n_stories; i++)
    add_row (self, &g_array_index (stories, AmbStoryUse, i));
  gtk_widget_set_visible (GTK_WIDGET (self), n_stories > 0);
}
