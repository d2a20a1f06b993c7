/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-today.h"

#include "amb-draft-store.h"
#include "amb-entry-store.h"
#include "amb-profile-store.h"
#include "amb-request.h"
#include "amb-story-store.h"
#include "amb-time.h"

#define N_SUGGESTIONS 3
#define N_WEIGHED 200
#define N_ENDING 5
#define N_WAITING 20
#define ENDING_DAYS 14

/**
 * AmbToday:
 *
 * What waits today, as it was at one moment: lists of records, three numbers of the week, which begins
 * on Monday, and how many drafts are being written.
 */
struct _AmbToday
{
  GObject     parent_instance;

  /* Owned */
  GListStore *lists[5];

  guint       numbers[4];
  gboolean    has_stories;
};

enum
{
  PROP_0,
  PROP_DUE,
  PROP_UNCONFIRMED,
  PROP_FOLLOW_UPS,
  PROP_SUGGESTIONS,
  PROP_RUNNING_OUT,
  PROP_N_ONLINE,
  PROP_N_OFFLINE,
  PROP_N_HEARD,
  PROP_N_DRAFTS,
  PROP_HAS_STORIES,
  N_PROPERTIES
};

static const char * const list_names[] = { "due", "unconfirmed", "follow-ups", "suggestions", "running-out" };
static const char * const number_names[] = { "n-online", "n-offline", "n-heard", "n-drafts" };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbToday, amb_today, G_TYPE_OBJECT)

typedef GPtrArray *(*LoadRowsFunc) (AmbConnection *connection, const gint64 *ids, guint n_ids, GError **error);

/* Takes the ids, and fills one of the lists with their records. */
static gboolean
fill_list (AmbToday       *self,
           guint           prop_id,
           AmbConnection  *connection,
           GArray         *ids,
           LoadRowsFunc    load_rows,
           GError        **error)
{
  g_autoptr (GArray) owned_ids = ids;
  g_autoptr (GPtrArray) records = NULL;

  if (ids == NULL)
    return FALSE;

  records = load_rows (connection, (const gint64 *) ids->data, ids->len, error);
  if (records == NULL)
    return FALSE;

  g_list_store_splice (self->lists[prop_id - PROP_DUE], 0, 0, records->pdata, records->len);

  return TRUE;
}

static int
compare_fit (gconstpointer a,
             gconstpointer b)
{
  AmbSuggestion *first = *(AmbSuggestion * const *) a;
  AmbSuggestion *second = *(AmbSuggestion * const *) b;

  return amb_suggestion_get_fit (second) - amb_suggestion_get_fit (first);
}

static gboolean
is_suggested (GPtrArray *suggestions,
              AmbStory  *story)
{
  for (guint i = 0; i < suggestions->len; i++)
    {
      AmbStory *suggested = amb_suggestion_get_story (g_ptr_array_index (suggestions, i));

      if (amb_record_get_id (AMB_RECORD (suggested)) == amb_record_get_id (AMB_RECORD (story)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_being_told (GArray   *drafted,
               AmbStory *story)
{
  for (guint i = 0; i < drafted->len; i++)
    {
      if (g_array_index (drafted, gint64, i) == amb_record_get_id (AMB_RECORD (story)))
        return TRUE;
    }

  return FALSE;
}

/* Weighs the newest stories that pass the filter and are not in a draft already. */
static gboolean
weigh_stories (AmbConnection         *connection,
               const AmbStoryFilter  *filter,
               AmbProfile            *profile,
               GArray                *drafted,
               GPtrArray             *suggestions,
               GError               **error)
{
  g_autoptr (GArray) ids = amb_story_store_query (connection, filter, NULL, error);
  g_autoptr (GPtrArray) stories = NULL;

  if (ids == NULL)
    return FALSE;
  stories = amb_story_store_load_rows (connection, (const gint64 *) ids->data, MIN (ids->len, N_WEIGHED), error);
  if (stories == NULL)
    return FALSE;

  for (guint i = 0; i < stories->len; i++)
    {
      AmbStory *story = g_ptr_array_index (stories, i);

      if (amb_story_get_text (story, AMB_STORY_DISMISSED) == NULL && !is_suggested (suggestions, story) &&
          !is_being_told (drafted, story))
        g_ptr_array_add (suggestions, amb_suggestion_new (story, profile, filter->now));
    }

  return TRUE;
}

/* A story about one of the person's themes fits however old it is; of the others the newest do. */
static gboolean
suggest (AmbToday       *self,
         AmbConnection  *connection,
         gint64          now,
         GError        **error)
{
  AmbStoryFilter filter = { .usable = TRUE, .unused = TRUE, .now = now };
  g_autoptr (GPtrArray) suggestions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AmbProfile) profile = amb_profile_store_load (connection, error);
  g_autoptr (GArray) drafted = profile == NULL ? NULL : amb_draft_store_list_stories (connection, error);
  AmbStoryFilter themed = filter;

  if (drafted == NULL)
    return FALSE;

  themed.themes = (char **) amb_profile_get_list (profile, "themes", NULL);
  if ((themed.themes[0] != NULL && !weigh_stories (connection, &themed, profile, drafted, suggestions, error)) ||
      !weigh_stories (connection, &filter, profile, drafted, suggestions, error))
    return FALSE;

  g_ptr_array_sort (suggestions, compare_fit);
  g_list_store_splice (self->lists[PROP_SUGGESTIONS - PROP_DUE], 0, 0, suggestions->pdata,
                       MIN (suggestions->len, N_SUGGESTIONS));

  return TRUE;
}

/* Whether there is any story at all, also one that is used or cannot be used now; who has some does not make us count. */
static gboolean
look_for_stories (AmbToday       *self,
                  AmbConnection  *connection,
                  gint64          now,
                  GError        **error)
{
  AmbStoryFilter filter = { .now = now };
  g_autoptr (GArray) ids = NULL;

  self->has_stories = g_list_model_get_n_items (G_LIST_MODEL (self->lists[PROP_SUGGESTIONS - PROP_DUE])) > 0;
  if (self->has_stories)
    return TRUE;

  ids = amb_story_store_query (connection, &filter, NULL, error);
  self->has_stories = ids != NULL && ids->len > 0;

  return ids != NULL;
}

static gboolean
count_week (AmbToday       *self,
            AmbConnection  *connection,
            gint64          now,
            GError        **error)
{
  gint64 online;
  gint64 offline;
  gint64 heard;

  if (!amb_entry_store_count_period (connection, amb_time_start_of_week (now, NULL), now + 1, &online, &offline, &heard,
                                     error))
    return FALSE;

  self->numbers[0] = online;
  self->numbers[1] = offline;
  self->numbers[2] = heard;

  return TRUE;
}

static gboolean
count_drafts (AmbToday       *self,
              AmbConnection  *connection,
              GError        **error)
{
  g_autoptr (GArray) ids = amb_draft_store_query (connection, AMB_DRAFT_STATE_DRAFT, NULL, FALSE, error);

  if (ids == NULL)
    return FALSE;

  self->numbers[3] = ids->len;

  return TRUE;
}

static void
amb_today_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  AmbToday *self = AMB_TODAY (object);

  if (prop_id == PROP_HAS_STORIES)
    g_value_set_boolean (value, self->has_stories);
  else if (prop_id < PROP_N_ONLINE)
    g_value_set_object (value, self->lists[prop_id - PROP_DUE]);
  else
    g_value_set_uint (value, self->numbers[prop_id - PROP_N_ONLINE]);
}

static void
amb_today_finalize (GObject *object)
{
  AmbToday *self = AMB_TODAY (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    g_object_unref (self->lists[i]);

  G_OBJECT_CLASS (amb_today_parent_class)->finalize (object);
}

static void
amb_today_class_init (AmbTodayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_today_get_property;
  object_class->finalize = amb_today_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (list_names); i++)
    properties[PROP_DUE + i] = g_param_spec_object (list_names[i], NULL, NULL, G_TYPE_LIST_MODEL,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  for (guint i = 0; i < G_N_ELEMENTS (number_names); i++)
    properties[PROP_N_ONLINE + i] = g_param_spec_uint (number_names[i], NULL, NULL, 0, G_MAXUINT, 0,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HAS_STORIES] = g_param_spec_boolean ("has-stories", NULL, NULL, FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_today_init (AmbToday *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    self->lists[i] = g_list_store_new (G_TYPE_OBJECT);
}

/**
 * amb_today_make:
 * @connection: a connection
 * @error: [error@StorageError], or %G_IO_ERROR_CANCELLED
 *
 * Finds out what waits today: drafts planned up to tonight, shares that nobody confirmed, follow-ups, stories that fit
 * the person and were not told yet, and stories that can be told for less than two weeks.
 *
 * Returns: (transfer full) (nullable): what waits
 */
AmbToday *
amb_today_make (AmbConnection  *connection,
                GError        **error)
{
  g_autoptr (AmbToday) self = g_object_new (AMB_TYPE_TODAY, NULL);
  gint64 now = amb_connection_get_now (connection);
  gint64 tonight = amb_time_start_of_day (now + AMB_TIME_DAY, NULL);

  if (!fill_list (self, PROP_DUE, connection, amb_draft_store_list_due (connection, tonight, error),
                  amb_draft_store_load_rows, error) ||
      !fill_list (self, PROP_UNCONFIRMED, connection,
                  amb_entry_store_list_unconfirmed (connection, N_WAITING, error), amb_entry_store_load_rows, error) ||
      !fill_list (self, PROP_FOLLOW_UPS, connection,
                  amb_entry_store_list_follow_ups (connection, tonight, N_WAITING, error), amb_entry_store_load_rows,
                  error) ||
      !fill_list (self, PROP_RUNNING_OUT, connection,
                  amb_story_store_list_ending (connection, now, now + ENDING_DAYS * AMB_TIME_DAY, N_ENDING, error),
                  amb_story_store_load_rows, error) ||
      !suggest (self, connection, now, error) ||
      !look_for_stories (self, connection, now, error) ||
      !count_week (self, connection, now, error) ||
      !count_drafts (self, connection, error))
    return NULL;

  return g_steal_pointer (&self);
}

static gpointer
make (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  return amb_today_make (connection, error);
}

/**
 * amb_today_load_async:
 * @context: the context
 * @cancellable: (nullable): stops it
 * @callback: called when it is there
 * @data: for @callback
 *
 * Finds out what waits today.
 */
void
amb_today_load_async (AmbContext          *context,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  amb_request_send (amb_request_new (context, 0, 0, NULL), AMB_ACCESS_READ, make, g_object_unref, cancellable, callback,
                    data);
}

/**
 * amb_today_load_finish:
 * @context: the context
 * @result: from the callback
 * @error: [error@StorageError], or %G_IO_ERROR_CANCELLED
 *
 * Takes what waits today.
 *
 * Returns: (transfer full) (nullable): what waits
 */
AmbToday *
amb_today_load_finish (AmbContext    *context,
                       GAsyncResult  *result,
                       GError       **error)
{
  return amb_request_finish (context, result, error);
}
