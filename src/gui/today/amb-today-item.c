/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-today-item.h"

#include <glib/gi18n-lib.h>

#include "amb-channel-rules.h"
#include "amb-format.h"
#include "amb-time.h"

struct _AmbTodayItem
{
  GObject parent_instance;

  gint64  id;
  char   *title;
  char   *subtitle;
  char   *detail;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_DETAIL,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbTodayItem, amb_today_item, G_TYPE_OBJECT)

static void
amb_today_item_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AmbTodayItem *self = AMB_TODAY_ITEM (object);

  switch (property_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_today_item_finalize (GObject *object)
{
  AmbTodayItem *self = AMB_TODAY_ITEM (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->detail);

  G_OBJECT_CLASS (amb_today_item_parent_class)->finalize (object);
}

static void
amb_today_item_class_init (AmbTodayItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = amb_today_item_get_property;
  object_class->finalize = amb_today_item_finalize;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_today_item_init (AmbTodayItem *self)
{
}

/* Takes the texts over. */
static AmbTodayItem *
make_item (gpointer  record,
           char     *title,
           char     *subtitle,
           char     *detail)
{
  AmbTodayItem *self = g_object_new (AMB_TYPE_TODAY_ITEM, NULL);

  self->id = amb_record_get_id (AMB_RECORD (record));
  self->title = title != NULL ? title : g_strdup ("");
  self->subtitle = subtitle != NULL ? subtitle : g_strdup ("");
  self->detail = detail != NULL ? detail : g_strdup ("");

  return self;
}

static gboolean
is_filled (const char *text)
{
  return text != NULL && *text != '\0';
}

/* The first line that says something. */
static char *
get_first_line (const char *text)
{
  g_auto (GStrv) lines = text == NULL ? NULL : g_strsplit (text, "\n", 20);

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) != '\0')
        return g_strdup (lines[i]);
    }

  return NULL;
}

static char *
name_entry (AmbEntry *entry)
{
  const char *title = amb_entry_get_text (entry, AMB_ENTRY_TITLE);
  char *line;

  if (is_filled (title))
    return g_strdup (title);

  line = get_first_line (amb_entry_get_text (entry, AMB_ENTRY_TEXT));

  return line != NULL ? line : g_strdup (amb_entry_kind_get_label (amb_entry_get_kind (entry)));
}

static gboolean
is_same_day (gint64 a,
             gint64 b)
{
  g_autofree char *first = amb_format_date (a);
  g_autofree char *second = amb_format_date (b);

  return g_str_equal (first, second);
}

/* Today a time says it, and on any other day the day; never how long ago, because “planned for 9 hours ago” is no
 * sentence. */
static char *
format_plan (gint64 planned,
             gint64 now)
{
  g_autofree char *when = NULL;

  if (is_same_day (planned, now))
    {
      when = amb_format_time (planned);
      /* Translators: %s is a time, for example “14:30” */
      return g_strdup_printf (_("Planned for today at %s"), when);
    }

  when = amb_format_when (planned, planned < now ? MAX (now, planned + AMB_TIME_DAY) : MIN (now, planned - AMB_TIME_DAY));

  /* Translators: %s is a day, for example “12 March” */
  return g_strdup_printf (_("Planned for %s"), when);
}

/**
 * amb_today_item_new_for_draft:
 * @draft: a draft with a plan
 * @now: milliseconds since 1970, UTC
 *
 * Puts a planned post into words.
 *
 * Returns: (transfer full): the item
 */
AmbTodayItem *
amb_today_item_new_for_draft (AmbDraft *draft,
                              gint64    now)
{
  g_autofree char *when = NULL;
  char *title;

  g_return_val_if_fail (AMB_IS_DRAFT (draft), NULL);

  title = get_first_line (amb_draft_get_text (draft, AMB_DRAFT_TEXT));
  when = format_plan (amb_draft_get_planned_at (draft), now);

  return make_item (draft,
                    title != NULL ? title : g_strdup (_("Draft without words")),
                    g_steal_pointer (&when), NULL);
}

/**
 * amb_today_item_new_for_unconfirmed:
 * @entry: an entry that was opened for sharing
 * @now: milliseconds since 1970, UTC
 *
 * Puts into words what may have gone out.
 *
 * Returns: (transfer full): the item
 */
AmbTodayItem *
amb_today_item_new_for_unconfirmed (AmbEntry *entry,
                                    gint64    now)
{
  g_autofree char *when = NULL;
  const char *channel;

  g_return_val_if_fail (AMB_IS_ENTRY (entry), NULL);

  when = amb_format_when (amb_entry_get_at (entry), now);
  channel = amb_channel_rules_name_channel (amb_entry_get_text (entry, AMB_ENTRY_CHANNEL));

  return make_item (entry, name_entry (entry),
                    /* Translators: the name of a channel, and when its page was opened: “LinkedIn, opened 2 hours ago” */
                    is_filled (channel) ? g_strdup_printf (_("%s, opened %s"), channel, when)
                                        : g_strdup_printf (_("Opened %s"), when),
                    NULL);
}

/**
 * amb_today_item_new_for_follow_up:
 * @entry: an entry with something to do next
 * @now: milliseconds since 1970, UTC
 *
 * Puts a promise into words.
 *
 * Returns: (transfer full): the item
 */
AmbTodayItem *
amb_today_item_new_for_follow_up (AmbEntry *entry,
                                  gint64    now)
{
  g_autofree char *day = NULL;
  const char *with;
  char *title;

  g_return_val_if_fail (AMB_IS_ENTRY (entry), NULL);

  title = get_first_line (amb_entry_get_text (entry, AMB_ENTRY_FOLLOW_UP));
  day = amb_format_when (amb_entry_get_at (entry), now);
  with = amb_entry_get_text (entry, AMB_ENTRY_WITH);
  if (!is_filled (with))
    with = amb_entry_kind_get_label (amb_entry_get_kind (entry));

  return make_item (entry, title != NULL ? title : name_entry (entry),
                    /* Translators: whom somebody spoke with, or what it was, and when: “Patients, 12 March” */
                    g_strdup_printf (_("%s, %s"), with, day), NULL);
}

/**
 * amb_today_item_new_for_suggestion:
 * @suggestion: a story that fits
 * @now: milliseconds since 1970, UTC
 *
 * Puts a suggestion into words; the detail says why it fits.
 *
 * Returns: (transfer full): the item
 */
AmbTodayItem *
amb_today_item_new_for_suggestion (AmbSuggestion *suggestion,
                                   gint64         now)
{
  AmbStory *story;

  g_return_val_if_fail (AMB_IS_SUGGESTION (suggestion), NULL);

  story = amb_suggestion_get_story (suggestion);

  return make_item (story,
                    g_strdup (amb_story_get_text (story, AMB_STORY_TITLE)),
                    g_strdup (amb_story_get_text (story, AMB_STORY_MESSAGE)),
                    g_strdup (amb_suggestion_get_why (suggestion)));
}

/**
 * amb_today_item_new_for_running_out:
 * @story: a story that is usable for a short time only
 * @now: milliseconds since 1970, UTC
 *
 * Puts into words what runs out.
 *
 * Returns: (transfer full): the item
 */
AmbTodayItem *
amb_today_item_new_for_running_out (AmbStory *story,
                                    gint64    now)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (AMB_IS_STORY (story), NULL);

  day = amb_format_date (amb_story_get_usable_until (story) - 1);

  return make_item (story, g_strdup (amb_story_get_text (story, AMB_STORY_TITLE)),
                    /* Translators: %s is the day until which a story may be used */
                    g_strdup_printf (_("Usable until %s"), day), NULL);
}

gint64
amb_today_item_get_id (AmbTodayItem *self)
{
  g_return_val_if_fail (AMB_IS_TODAY_ITEM (self), 0);

  return self->id;
}

const char *
amb_today_item_get_title (AmbTodayItem *self)
{
  g_return_val_if_fail (AMB_IS_TODAY_ITEM (self), NULL);

  return self->title;
}

const char *
amb_today_item_get_subtitle (AmbTodayItem *self)
{
  g_return_val_if_fail (AMB_IS_TODAY_ITEM (self), NULL);

  return self->subtitle;
}

const char *
amb_today_item_get_detail (AmbTodayItem *self)
{
  g_return_val_if_fail (AMB_IS_TODAY_ITEM (self), NULL);

  return self->detail;
}

static gboolean
shows_the_same (AmbTodayItem *a,
                AmbTodayItem *b)
{
  return a->id == b->id && g_str_equal (a->title, b->title) && g_str_equal (a->subtitle, b->subtitle) &&
         g_str_equal (a->detail, b->detail);
}

static gboolean
matches (GListStore *shown,
         guint       position,
         GPtrArray  *wanted,
         guint       wanted_position)
{
  g_autoptr (AmbTodayItem) item = g_list_model_get_item (G_LIST_MODEL (shown), position);

  return shows_the_same (item, g_ptr_array_index (wanted, wanted_position));
}

/**
 * amb_today_item_update_list:
 * @shown: (element-type AmbTodayItem): what stands on the page
 * @wanted: (element-type AmbTodayItem): what should
 *
 * Replaces what differs and nothing else: a row that stays keeps its widget, and so the focus.
 */
void
amb_today_item_update_list (GListStore *shown,
                            GPtrArray  *wanted)
{
  guint n_shown;
  guint start = 0;
  guint end = 0;

  g_return_if_fail (G_IS_LIST_STORE (shown));
  g_return_if_fail (wanted != NULL);

  n_shown = g_list_model_get_n_items (G_LIST_MODEL (shown));
  while (start < n_shown && start < wanted->len && matches (shown, start, wanted, start))
    start++;
  while (end < n_shown - start && end < wanted->len - start &&
         matches (shown, n_shown - 1 - end, wanted, wanted->len - 1 - end))
    end++;

  if (n_shown - start - end > 0 || wanted->len - start - end > 0)
    g_list_store_splice (shown, start, n_shown - start - end, wanted->pdata + start, wanted->len - start - end);
}
