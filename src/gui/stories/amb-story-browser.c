/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-browser.h"

#include <glib/gi18n-lib.h>

#include "amb-focus.h"
#include "amb-format.h"
#include "amb-lazy-row.h"
#include "amb-list-keys.h"
#include "amb-search-query.h"
#include "amb-story-filters.h"
#include "amb-story-list.h"
#include "amb-story-row.h"
#include "amb-tab-stop.h"

/**
 * AmbStoryBrowser:
 *
 * The list of stories with its search and its filters. Emits "story-selected" with the id of a story when the person
 * comes by it, and "story-opened" when they choose it.
 */
struct _AmbStoryBrowser
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkStack           *stack;
  GtkSearchEntry     *search_entry;
  AmbStoryFilters    *filters;
  GtkListView        *list_view;
  GtkSingleSelection *selection;

  AmbContext         *context;
  AmbStoryList       *list;
  AmbSearchQuery     *query;
  gboolean            covered;
  gboolean            empty;

  /* The story that is selected, or will be when the list has it */
  gint64              selected_id;
  gboolean            is_selecting_again;

  /* The words that the list is asked for; the search entry tells of it a moment late */
  char               *asked;
  gboolean            opens_answer;
  gboolean            shows_first; /* the answer is to another question */
};

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_LIST,
  PROP_QUERY,
  PROP_COVERED,
  PROP_EMPTY,
  N_PROPERTIES
};

enum
{
  STORY_SELECTED,
  STORY_OPENED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbStoryBrowser, amb_story_browser, ADW_TYPE_BIN)

static gboolean
is_narrowed (AmbStoryBrowser *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0' ||
         amb_story_filters_get_summary (self->filters) != NULL;
}

static guint
get_n_stories (AmbStoryBrowser *self)
{
  return self->list == NULL ? 0 : g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

static void
update_query (AmbStoryBrowser *self)
{
  g_clear_pointer (&self->query, amb_search_query_unref);
  self->query = amb_search_query_parse_partial (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}

static void
emit_for_position (AmbStoryBrowser *self,
                   guint            signal,
                   guint            position)
{
  gint64 story_id = amb_record_list_get_id (AMB_RECORD_LIST (self->list), position);

  if (story_id != 0)
    g_signal_emit (self, signals[signal], 0, story_id);
}

static void
select_position (AmbStoryBrowser *self,
                 guint            position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

/* Closures of the template. While a search is under way, what was there stays there. */
static char *
format_child_name (AmbStoryBrowser *self,
                   guint            n_stories,
                   gboolean         is_loading,
                   const char      *error)
{
  if (n_stories > 0)
    return g_strdup ("list");
  if (is_loading)
    return g_strdup (gtk_stack_get_visible_child_name (self->stack));

  return g_strdup (error == NULL ? "nothing" : "error");
}

static char *
format_n_stories (AmbStoryBrowser *self,
                  guint            n_stories)
{
  g_autofree char *number = amb_format_number (n_stories);

  /* Translators: %s is a number */
  return g_strdup_printf (ngettext ("%s story", "%s stories", n_stories), number);
}

static char *
format_error (AmbStoryBrowser *self,
              const char      *error)
{
  return error == NULL ? NULL : g_markup_escape_text (error, -1);
}

/* The list. */

/* A selection forgets a story that the list lost for a moment, or that it did not have yet. */
static void
select_again (AmbStoryBrowser *self)
{
  guint position;

  if (self->selected_id == 0 ||
      gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION ||
      !amb_record_list_find (AMB_RECORD_LIST (self->list), self->selected_id, &position))
    return;

  self->is_selecting_again = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_selecting_again = FALSE;
}

static void
open_selected (AmbStoryBrowser *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  self->opens_answer = FALSE;
  if (get_n_stories (self) == 0)
    return;

  position = position == GTK_INVALID_LIST_POSITION ? 0 : position;
  select_position (self, position);
  emit_for_position (self, STORY_OPENED, position);
}

/* A view stays with the rows it showed, wherever they come to stand: only now it is known what comes first. */
static void
show_first (AmbStoryBrowser *self)
{
  self->shows_first = FALSE;
  if (get_n_stories (self) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", 0);
}

static void
list_changed_cb (AmbStoryBrowser *self)
{
  gboolean is_loading = amb_record_list_get_loading (AMB_RECORD_LIST (self->list));
  gboolean is_empty = get_n_stories (self) == 0 && !is_narrowed (self);

  if (!is_loading)
    select_again (self);
  if (!is_loading && self->shows_first)
    show_first (self);
  if (!is_loading && self->opens_answer)
    open_selected (self);

  if (self->empty == is_empty || (is_empty && is_loading))
    return;

  self->empty = is_empty;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
}

static void
make_list (AmbStoryBrowser *self)
{
  self->list = amb_story_list_new (self->context);
  g_signal_connect_object (self->list, "notify::n-items", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIST]);
  amb_story_browser_refresh (self);
}

static GtkWidget *
make_row (gpointer data)
{
  AmbStoryBrowser *self = data;
  GtkWidget *row = amb_story_row_new (self->context);

  g_object_bind_property (self, "query", row, "query", G_BINDING_SYNC_CREATE);

  return row;
}

static void
show_story (GtkWidget *row,
            gpointer   story)
{
  amb_story_row_set_story (AMB_STORY_ROW (row), story);
}

static void
factory_setup_cb (AmbStoryBrowser *self,
                  GtkListItem     *item)
{
  gtk_list_item_set_child (item, amb_lazy_row_new (AMB_STORY_ROW_LINES, AMB_STORY_ROW_SPACING, make_row, show_story,
                                                   self));
}

static void
factory_bind_cb (AmbStoryBrowser *self,
                 GtkListItem     *item)
{
  amb_lazy_row_set_item (AMB_LAZY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
factory_unbind_cb (AmbStoryBrowser *self,
                   GtkListItem     *item)
{
  amb_lazy_row_set_item (AMB_LAZY_ROW (gtk_list_item_get_child (item)), NULL);
}

/* What the person comes by is shown at once where it stands beside the list; where it would cover the list, it waits
 * until they choose it. */
static void
selection_notify_selected_cb (AmbStoryBrowser *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position == GTK_INVALID_LIST_POSITION || self->is_selecting_again)
    return;

  self->selected_id = amb_record_list_get_id (AMB_RECORD_LIST (self->list), position);
  if (!self->covered)
    emit_for_position (self, STORY_SELECTED, position);
}

static void
list_view_activate_cb (AmbStoryBrowser *self,
                       guint            position)
{
  emit_for_position (self, STORY_OPENED, position);
}

/* Search. The answer to another question is read from its beginning. */
static void
ask_anew (AmbStoryBrowser *self)
{
  self->shows_first = TRUE;
  amb_story_browser_refresh (self);
}

static void
search_entry_changed_cb (AmbStoryBrowser *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (g_str_equal (self->asked, typed))
    return;

  g_free (self->asked);
  self->asked = g_strdup (typed);
  self->opens_answer = FALSE;
  update_query (self);
  ask_anew (self);
}

static void
filters_changed_cb (AmbStoryBrowser *self)
{
  ask_anew (self);
}

static void
search_entry_stop_cb (AmbStoryBrowser *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

/* Who types and presses Enter wants the answer to what they typed, and not to what was there before. */
static void
search_entry_activate_cb (AmbStoryBrowser *self)
{
  search_entry_changed_cb (self);
  if (amb_record_list_get_loading (AMB_RECORD_LIST (self->list)))
    self->opens_answer = TRUE;
  else
    open_selected (self);
}

static void
clear_filters_clicked_cb (AmbStoryBrowser *self)
{
  amb_story_filters_clear (self->filters);
}

static void
clear_search_clicked_cb (AmbStoryBrowser *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  amb_story_filters_clear (self->filters);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static gboolean
amb_story_browser_grab_focus (GtkWidget *widget)
{
  AmbStoryBrowser *self = AMB_STORY_BROWSER (widget);

  return gtk_widget_grab_focus (get_n_stories (self) > 0 ? GTK_WIDGET (self->list_view) : GTK_WIDGET (self->search_entry));
}

static void
amb_story_browser_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  AmbStoryBrowser *self = AMB_STORY_BROWSER (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;
    case PROP_QUERY:
      g_value_set_boxed (value, self->query);
      break;
    case PROP_COVERED:
      g_value_set_boolean (value, self->covered);
      break;
    case PROP_EMPTY:
      g_value_set_boolean (value, amb_story_browser_get_empty (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_story_browser_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  AmbStoryBrowser *self = AMB_STORY_BROWSER (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      if (g_set_object (&self->context, g_value_get_object (value)))
        make_list (self);
      break;
    case PROP_COVERED:
      self->covered = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_story_browser_finalize (GObject *object)
{
  AmbStoryBrowser *self = AMB_STORY_BROWSER (object);

  g_clear_object (&self->context);
  g_clear_object (&self->list);
  g_clear_pointer (&self->query, amb_search_query_unref);
  g_free (self->asked);

  G_OBJECT_CLASS (amb_story_browser_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, AMB_TYPE_CONTEXT, flags | G_PARAM_WRITABLE);
  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, AMB_TYPE_STORY_LIST, flags);
  properties[PROP_QUERY] = g_param_spec_boxed ("query", NULL, NULL, AMB_TYPE_SEARCH_QUERY, flags);
  properties[PROP_COVERED] = g_param_spec_boolean ("covered", NULL, NULL, FALSE, flags | G_PARAM_WRITABLE);
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
install_signals (GType type)
{
  signals[STORY_SELECTED] = g_signal_new ("story-selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[STORY_OPENED] = g_signal_new ("story-opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AMB_TYPE_RECORD_LIST);
  g_type_ensure (AMB_TYPE_STORY_FILTERS);
  g_type_ensure (AMB_TYPE_TAB_STOP);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/stories/amb-story-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbStoryBrowser, stack);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryBrowser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryBrowser, filters);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryBrowser, list_view);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryBrowser, selection);
  amb_format_bind_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, clear_filters_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_search_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, factory_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, factory_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, factory_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, filters_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_child_name);
  gtk_widget_class_bind_template_callback (widget_class, format_error);
  gtk_widget_class_bind_template_callback (widget_class, format_n_stories);
  gtk_widget_class_bind_template_callback (widget_class, list_view_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entry_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_notify_selected_cb);
}

static void
amb_story_browser_class_init (AmbStoryBrowserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_story_browser_get_property;
  object_class->set_property = amb_story_browser_set_property;
  object_class->finalize = amb_story_browser_finalize;

  GTK_WIDGET_CLASS (klass)->focus = amb_focus_move_in_child;
  GTK_WIDGET_CLASS (klass)->grab_focus = amb_story_browser_grab_focus;

  install_properties (object_class);
  install_signals (G_TYPE_FROM_CLASS (klass));
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
amb_story_browser_init (AmbStoryBrowser *self)
{
  self->asked = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  amb_list_keys_connect (self->list_view, self->search_entry);
}

/**
 * amb_story_browser_get_empty:
 * @self: a browser
 *
 * Tells whether there is no story at all, however one searches.
 *
 * Returns: %TRUE when there is none
 */
gboolean
amb_story_browser_get_empty (AmbStoryBrowser *self)
{
  g_return_val_if_fail (AMB_IS_STORY_BROWSER (self), FALSE);

  return self->empty;
}

/**
 * amb_story_browser_refresh:
 * @self: a browser
 *
 * Asks for the stories once more, with what is typed and chosen, and with what is usable now.
 */
void
amb_story_browser_refresh (AmbStoryBrowser *self)
{
  g_autoptr (AmbStoryFilter) filter = NULL;

  g_return_if_fail (AMB_IS_STORY_BROWSER (self));

  filter = amb_story_filter_new ();
  filter->search = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  filter->partial = TRUE;
  filter->now = amb_context_get_now (self->context);
  amb_story_filters_apply (self->filters, filter);

  amb_story_list_set_filter (self->list, filter);
}

/**
 * amb_story_browser_search:
 * @self: a browser
 *
 * Puts the cursor into the search entry.
 */
void
amb_story_browser_search (AmbStoryBrowser *self)
{
  g_return_if_fail (AMB_IS_STORY_BROWSER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * amb_story_browser_select:
 * @self: a browser
 * @story_id: a story
 *
 * Selects a story, now or as soon as the list has it.
 */
void
amb_story_browser_select (AmbStoryBrowser *self,
                          gint64           story_id)
{
  guint position;

  g_return_if_fail (AMB_IS_STORY_BROWSER (self));

  self->selected_id = story_id;
  if (amb_record_list_find (AMB_RECORD_LIST (self->list), story_id, &position))
    select_position (self, position);
  else
    gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}
