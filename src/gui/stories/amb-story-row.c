/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-row.h"

#include <glib/gi18n-lib.h>

#include "amb-excerpt.h"
#include "amb-format.h"
#include "amb-lazy-row.h"
#include "amb-search-marks.h"
#include "amb-story-mark.h"
#include "amb-theme-chips.h"
#include "amb-time.h"

/* More than two lines hold in the widest list, so that a long message costs a row no more than a short one. */
#define MAX_MESSAGE 240
#define MAX_TITLE 160

/**
 * AmbStoryRow:
 *
 * A story in a list: title, message, themes and what one must know before using it.
 *
 * All it shows follows from #AmbStoryRow:story and #AmbStoryRow:query through the template, also when the story is
 * filled in later.
 */
struct _AmbStoryRow
{
  AdwBin          parent_instance;

  AmbContext     *context;
  AmbStory       *story;
  AmbSearchQuery *query;
  GSignalGroup   *story_signals;

  /* What the row around this one was called last */
  char           *name;
  gpointer        named;
};

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_STORY,
  PROP_QUERY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbStoryRow, amb_story_row, ADW_TYPE_BIN)

/* Closures of the template. Those that take the fields of the mark read them from the story itself: the arguments make
 * the binding follow them. */
static AmbStoryMark
get_mark (AmbStoryRow *self)
{
  return self->story == NULL ? AMB_STORY_MARK_NONE
                             : amb_story_mark_get (self->story, amb_context_get_now (self->context));
}

static char *
format_title (AmbStoryRow *self,
              const char  *title)
{
  return title == NULL ? NULL : amb_excerpt_cut (title, (AmbRange) { 0, 0 }, MAX_TITLE);
}

static char *
format_message (AmbStoryRow    *self,
                const char     *message,
                AmbSearchQuery *query)
{
  if (message == NULL)
    return NULL;

  return query == NULL ? amb_excerpt_cut (message, (AmbRange) { 0, 0 }, MAX_MESSAGE)
                       : amb_search_query_excerpt (query, message, MAX_MESSAGE);
}

static PangoAttrList *
format_marks (AmbStoryRow    *self,
              const char     *text,
              AmbSearchQuery *query)
{
  return amb_search_marks_new (query, text);
}

static char *
format_state (AmbStoryRow    *self,
              AmbStoryStatus  status,
              gint64          usable_from,
              gint64          usable_until,
              gboolean        cleared,
              const char     *dismissed)
{
  if (get_mark (self) != AMB_STORY_MARK_NONE)
    return amb_story_mark_describe (self->story, amb_context_get_now (self->context));

  /* Translators: of a story: the person does not want to share it */
  return dismissed == NULL ? NULL : g_strdup (_("Not for me"));
}

static char *
format_state_symbol (AmbStoryRow *self,
                     const char  *state)
{
  const char *symbol = amb_story_mark_get_symbol (get_mark (self));

  return g_strdup (symbol == NULL ? "action-unavailable-symbolic" : symbol);
}

/* Greyed, but text of which the contrast is 4.5 and more on every background that a row has (WCAG 2.2, 1.4.3). */
static double
format_opacity (AmbStoryRow *self,
                const char  *state,
                const char  *dismissed)
{
  return amb_story_mark_is_greyed (get_mark (self)) || dismissed != NULL ? 0.75 : 1.0;
}

static gboolean
is_used (AmbStoryRow *self,
         gint64       used_at)
{
  return used_at != AMB_TIME_UNSET;
}

static void
add_words (GPtrArray  *words,
           const char *more)
{
  if (more != NULL && *more != '\0')
    g_ptr_array_add (words, (gpointer) more);
}

static char *
describe (AmbStoryRow *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *state = format_state (self, 0, 0, 0, FALSE, amb_story_get_text (self->story, AMB_STORY_DISMISSED));
  g_autofree char *message = format_message (self, amb_story_get_text (self->story, AMB_STORY_MESSAGE), NULL);

  add_words (words, amb_story_get_text (self->story, AMB_STORY_TITLE));
  add_words (words, message);
  add_words (words, state);
  add_words (words, amb_story_get_favourite (self->story) ? _("Favourite") : NULL);
  add_words (words, amb_story_get_used_at (self->story) != AMB_TIME_UNSET ? _("Used") : NULL);
  g_ptr_array_add (words, NULL);

  return g_strjoinv (", ", (char **) words->pdata);
}

/* GTK 4.8 leaves the rows of a list view without a name, so the child gives one to the row around it. */
static GtkWidget *
find_list_row (AmbStoryRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  return AMB_IS_LAZY_ROW (parent) ? gtk_widget_get_parent (parent) : parent;
}

static void
name_list_row (AmbStoryRow *self)
{
  GtkWidget *row = find_list_row (self);
  g_autofree char *name = NULL;

  if (row == NULL || self->story == NULL)
    return;

  name = describe (self);
  if (g_strcmp0 (self->name, name) == 0 && self->named == row)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (self->name);
  self->name = g_steal_pointer (&name);
  self->named = row;
}

static void
amb_story_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  AmbStoryRow *self = AMB_STORY_ROW (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_STORY:
      g_value_set_object (value, self->story);
      break;
    case PROP_QUERY:
      g_value_set_boxed (value, self->query);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_story_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  AmbStoryRow *self = AMB_STORY_ROW (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_STORY:
      amb_story_row_set_story (self, g_value_get_object (value));
      break;
    case PROP_QUERY:
      amb_story_row_set_query (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_story_row_finalize (GObject *object)
{
  AmbStoryRow *self = AMB_STORY_ROW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->story);
  g_clear_pointer (&self->query, amb_search_query_unref);
  g_clear_object (&self->story_signals);
  g_free (self->name);

  G_OBJECT_CLASS (amb_story_row_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, AMB_TYPE_CONTEXT,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STORY] = g_param_spec_object ("story", NULL, NULL, AMB_TYPE_STORY, flags);
  properties[PROP_QUERY] = g_param_spec_boxed ("query", NULL, NULL, AMB_TYPE_SEARCH_QUERY, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_story_row_class_init (AmbStoryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amb_story_row_get_property;
  object_class->set_property = amb_story_row_set_property;
  object_class->finalize = amb_story_row_finalize;

  install_properties (object_class);

  g_type_ensure (AMB_TYPE_STORY);
  g_type_ensure (AMB_TYPE_THEME_CHIPS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/stories/amb-story-row.ui");
  amb_format_bind_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, format_marks);
  gtk_widget_class_bind_template_callback (widget_class, format_message);
  gtk_widget_class_bind_template_callback (widget_class, format_opacity);
  gtk_widget_class_bind_template_callback (widget_class, format_state);
  gtk_widget_class_bind_template_callback (widget_class, format_state_symbol);
  gtk_widget_class_bind_template_callback (widget_class, format_title);
  gtk_widget_class_bind_template_callback (widget_class, is_used);
  gtk_widget_class_bind_template_callback (widget_class, name_list_row);
}

static void
amb_story_row_init (AmbStoryRow *self)
{
  self->story_signals = g_signal_group_new (AMB_TYPE_STORY);
  g_signal_group_connect_swapped (self->story_signals, "notify", G_CALLBACK (name_list_row), self);

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_story_row_new:
 * @context: what the application knows
 *
 * Makes a row that shows nothing yet.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
amb_story_row_new (AmbContext *context)
{
  return g_object_new (AMB_TYPE_STORY_ROW, "context", context, NULL);
}

/**
 * amb_story_row_set_story:
 * @self: a row
 * @story: (nullable): a story
 *
 * Sets the story that it shows.
 */
void
amb_story_row_set_story (AmbStoryRow *self,
                         AmbStory    *story)
{
  g_return_if_fail (AMB_IS_STORY_ROW (self));
  g_return_if_fail (story == NULL || AMB_IS_STORY (story));

  if (!g_set_object (&self->story, story))
    return;

  g_signal_group_set_target (self->story_signals, story);
  name_list_row (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORY]);
}

/**
 * amb_story_row_get_query:
 * @self: a row
 *
 * Gets what the person looks for.
 *
 * Returns: (transfer none) (nullable): the query whose words are marked
 */
AmbSearchQuery *
amb_story_row_get_query (AmbStoryRow *self)
{
  g_return_val_if_fail (AMB_IS_STORY_ROW (self), NULL);

  return self->query;
}

/**
 * amb_story_row_set_query:
 * @self: a row
 * @query: (nullable): the query whose words are marked
 *
 * Sets what the person looks for.
 */
void
amb_story_row_set_query (AmbStoryRow    *self,
                         AmbSearchQuery *query)
{
  g_return_if_fail (AMB_IS_STORY_ROW (self));

  if (self->query == query)
    return;

  g_clear_pointer (&self->query, amb_search_query_unref);
  self->query = query == NULL ? NULL : amb_search_query_ref (query);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}
