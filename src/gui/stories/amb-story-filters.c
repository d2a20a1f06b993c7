/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-filters.h"

#include <glib/gi18n-lib.h>

#include "amb-choice.h"
#include "amb-focus.h"
#include "amb-format.h"
#include "amb-language-name.h"
#include "amb-library.h"

/* Labels come most used first; a longer list is not one to choose from, and search finds the rest. */
#define MAX_LABELS 100

/**
 * AmbStoryFilters:
 *
 * Which stories to show, beyond what is typed: a popover with the choices. Emits "changed" when the person chooses.
 */
struct _AmbStoryFilters
{
  GtkPopover    parent_instance;

  /* Template widgets */
  AdwComboRow  *theme;
  AdwComboRow  *audience;
  AdwComboRow  *language;
  AdwComboRow  *kind;
  GtkSwitch    *usable;
  GtkSwitch    *unused;
  GtkSwitch    *favourites;

  AmbContext   *context;
  char         *summary;
  gboolean      is_setting;

  /* The row at which the keyboard begins, once it is known which rows there are; only to compare with */
  GtkWidget    *begun;
};

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_SUMMARY,
  N_PROPERTIES
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbStoryFilters, amb_story_filters, GTK_TYPE_POPOVER)

/* What a load of labels carries to its end. */
typedef struct
{
  AmbStoryFilters *self;
  AdwComboRow     *row;
} Load;

static void
load_free (Load *load)
{
  g_object_unref (load->self);
  g_free (load);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

static AmbStoryKind
get_kind (AmbStoryFilters *self)
{
  int kind = 0;

  amb_enum_from_nick (AMB_TYPE_STORY_KIND, amb_choice_row_get_id (self->kind), &kind);

  return kind;
}

static char *
name_language (const char *tag)
{
  return amb_language_name_for_tag (tag, g_get_language_names ()[0]);
}

static char *
describe (AmbStoryFilters *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *language = NULL;

  if (amb_choice_row_get_id (self->theme) != NULL)
    g_ptr_array_add (words, (gpointer) amb_choice_row_get_id (self->theme));
  if (amb_choice_row_get_id (self->audience) != NULL)
    g_ptr_array_add (words, (gpointer) amb_choice_row_get_id (self->audience));
  if (amb_choice_row_get_id (self->language) != NULL)
    g_ptr_array_add (words, language = name_language (amb_choice_row_get_id (self->language)));
  if (get_kind (self) != 0)
    g_ptr_array_add (words, (gpointer) amb_story_kind_get_label (get_kind (self)));
  if (gtk_switch_get_active (self->usable))
    g_ptr_array_add (words, _("Usable now"));
  if (gtk_switch_get_active (self->unused))
    g_ptr_array_add (words, _("Not used yet"));
  if (gtk_switch_get_active (self->favourites))
    g_ptr_array_add (words, _("Favourites"));
  if (words->len == 0)
    return NULL;

  g_ptr_array_add (words, NULL);

  return g_strjoinv (" · ", (char **) words->pdata);
}

static void
choice_changed_cb (AmbStoryFilters *self)
{
  if (self->is_setting)
    return;

  g_free (self->summary);
  self->summary = describe (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static char *
format_count (const AmbLabelCount *count,
              const char          *name)
{
  g_autofree char *number = amb_format_number (count->n_stories);

  /* Translators: a label of stories, and how many stories have it */
  return g_strdup_printf (C_("filter", "%s (%s)"), name, number);
}

static GListStore *
make_choices (void)
{
  GListStore *choices = amb_choice_list_new ();

  /* Translators: the choice not to filter */
  amb_choice_list_add (choices, NULL, C_("filter", "All"));

  return choices;
}

/* What was chosen stays chosen, also when no story has it any more: a filter never changes by itself. */
static void
set_choices (AmbStoryFilters *self,
             AdwComboRow     *row,
             GListStore      *choices)
{
  g_autofree char *chosen = g_strdup (amb_choice_row_get_id (row));

  if (amb_choice_list_find (G_LIST_MODEL (choices), chosen) == GTK_INVALID_LIST_POSITION)
    amb_choice_list_add (choices, chosen, chosen);

  self->is_setting = TRUE;
  amb_choice_row_fill (row, choices, chosen);
  self->is_setting = FALSE;

  /* One language is no choice, and neither is no theme. */
  gtk_widget_set_visible (GTK_WIDGET (row), chosen != NULL ||
                          g_list_model_get_n_items (G_LIST_MODEL (choices)) > (row == self->language ? 2 : 1));
}

/* The keyboard began at the first row that was there; unless the person moved it, it begins at one that came before. */
static void
begin_at_first_row (AmbStoryFilters *self)
{
  AdwComboRow *rows[] = { self->theme, self->audience, self->language, self->kind };
  GtkWidget *focus = amb_focus_get (GTK_WIDGET (self));
  guint i = 0;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ||
      (self->begun != NULL && self->begun != focus))
    return;

  while (!gtk_widget_get_visible (GTK_WIDGET (rows[i])))
    i++;
  gtk_widget_grab_focus (GTK_WIDGET (rows[i]));
  self->begun = GTK_WIDGET (rows[i]);
}

static void
show_labels (AmbStoryFilters *self,
             AdwComboRow     *row,
             GPtrArray       *labels)
{
  g_autoptr (GListStore) choices = make_choices ();

  for (guint i = 0; i < MIN (labels->len, MAX_LABELS); i++)
    {
      const AmbLabelCount *count = g_ptr_array_index (labels, i);
      g_autofree char *language = row == self->language ? name_language (count->label) : NULL;
      g_autofree char *name = format_count (count, language == NULL ? count->label : language);

      amb_choice_list_add (choices, count->label, name);
    }

  set_choices (self, row, choices);
  begin_at_first_row (self);
}

static void
list_labels_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (Load) load = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) labels = amb_library_list_labels_finish (load->self->context, result, &error);

  if (labels != NULL)
    show_labels (load->self, load->row, labels);
  else
    g_info ("The labels of the stories cannot be read: %s", error->message);
}

static Load *
load_new (AmbStoryFilters *self,
          AdwComboRow     *row)
{
  Load *load = g_new0 (Load, 1);

  load->self = g_object_ref (self);
  load->row = row;

  return load;
}

/* The counts are those of the moment at which somebody looks at them. */
static void
amb_story_filters_map (GtkWidget *widget)
{
  AmbStoryFilters *self = AMB_STORY_FILTERS (widget);

  GTK_WIDGET_CLASS (amb_story_filters_parent_class)->map (widget);

  self->begun = NULL;
  amb_library_list_labels_async (self->context, AMB_STORY_LABEL_THEME, NULL, list_labels_cb,
                                 load_new (self, self->theme));
  amb_library_list_labels_async (self->context, AMB_STORY_LABEL_AUDIENCE, NULL, list_labels_cb,
                                 load_new (self, self->audience));
  amb_library_list_languages_async (self->context, NULL, list_labels_cb, load_new (self, self->language));
}

static void
fill_rows (AmbStoryFilters *self)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (AMB_TYPE_STORY_KIND);
  g_autoptr (GListStore) choices = make_choices ();
  AdwComboRow *rows[] = { self->theme, self->audience, self->language };

  for (guint i = 0; i < kinds->n_values; i++)
    amb_choice_list_add (choices, kinds->values[i].value_nick, amb_story_kind_get_label (kinds->values[i].value));
  set_choices (self, self->kind, choices);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GListStore) none = make_choices ();

      set_choices (self, rows[i], none);
    }
}

static void
amb_story_filters_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  AmbStoryFilters *self = AMB_STORY_FILTERS (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, amb_story_filters_get_summary (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_story_filters_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  AmbStoryFilters *self = AMB_STORY_FILTERS (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_set_object (&self->context, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_story_filters_finalize (GObject *object)
{
  AmbStoryFilters *self = AMB_STORY_FILTERS (object);

  g_clear_object (&self->context);
  g_free (self->summary);

  G_OBJECT_CLASS (amb_story_filters_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/stories/amb-story-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbStoryFilters, theme);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryFilters, audience);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryFilters, language);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryFilters, kind);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryFilters, usable);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryFilters, unused);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryFilters, favourites);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
amb_story_filters_class_init (AmbStoryFiltersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amb_story_filters_get_property;
  object_class->set_property = amb_story_filters_set_property;
  object_class->finalize = amb_story_filters_finalize;
  widget_class->map = amb_story_filters_map;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, AMB_TYPE_CONTEXT,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  bind_template (widget_class);
}

static void
amb_story_filters_init (AmbStoryFilters *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_rows (self);
}

/**
 * amb_story_filters_get_summary:
 * @self: the filters
 *
 * Says in a few words what is chosen.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL when every story is shown
 */
const char *
amb_story_filters_get_summary (AmbStoryFilters *self)
{
  g_return_val_if_fail (AMB_IS_STORY_FILTERS (self), NULL);

  return self->summary;
}

static char **
make_strv (const char *value)
{
  return value == NULL ? NULL : g_strdupv ((char *[]) { (char *) value, NULL });
}

/**
 * amb_story_filters_apply:
 * @self: the filters
 * @filter: a filter
 *
 * Puts what is chosen into a new filter.
 */
void
amb_story_filters_apply (AmbStoryFilters *self,
                         AmbStoryFilter  *filter)
{
  g_return_if_fail (AMB_IS_STORY_FILTERS (self));
  g_return_if_fail (filter != NULL);

  filter->themes = make_strv (amb_choice_row_get_id (self->theme));
  filter->audiences = make_strv (amb_choice_row_get_id (self->audience));
  filter->language = g_strdup (amb_choice_row_get_id (self->language));
  filter->kind = get_kind (self);
  filter->usable = gtk_switch_get_active (self->usable);
  filter->unused = gtk_switch_get_active (self->unused);
  filter->favourites = gtk_switch_get_active (self->favourites);
}

/**
 * amb_story_filters_clear:
 * @self: the filters
 *
 * Chooses every story again.
 */
void
amb_story_filters_clear (AmbStoryFilters *self)
{
  g_return_if_fail (AMB_IS_STORY_FILTERS (self));

  self->is_setting = TRUE;
  adw_combo_row_set_selected (self->theme, 0);
  adw_combo_row_set_selected (self->audience, 0);
  adw_combo_row_set_selected (self->language, 0);
  adw_combo_row_set_selected (self->kind, 0);
  gtk_switch_set_active (self->usable, FALSE);
  gtk_switch_set_active (self->unused, FALSE);
  gtk_switch_set_active (self->favourites, FALSE);
  self->is_setting = FALSE;

  choice_changed_cb (self);
}
