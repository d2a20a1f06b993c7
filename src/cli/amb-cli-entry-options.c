/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-entry-options.h"

#include <glib/gi18n-lib.h>

#include "amb-channel-rules.h"
#include "amb-cli-value.h"
#include "amb-own-words.h"
#include "amb-story-store.h"
#include "amb-time.h"

/* No number that anybody types. */
#define NOT_SAID G_MININT

struct _AmbCliEntryOptions
{
  /* As typed */
  char      *texts[AMB_ENTRY_N_TEXTS];
  char      *kind_nick;
  char      *at_text;
  char      *follow_up_text;
  char     **story_texts;
  char     **tags;
  GPtrArray *heard;
  int        reached;
  int        reached_indirectly;
  gboolean   private;

  /* As read */
  GArray    *stories;
  int        kind;
  gint64     at;
  int        zone_offset;
  gint64     follow_up_at;
};

static void
clear_texts (AmbCliEntryOptions *self)
{
  for (guint i = 0; i < AMB_ENTRY_N_TEXTS; i++)
    g_free (self->texts[i]);
}

/**
 * amb_cli_entry_options_free:
 * @self: (transfer full): options
 *
 * Frees the options.
 */
void
amb_cli_entry_options_free (AmbCliEntryOptions *self)
{
  clear_texts (self);
  g_free (self->kind_nick);
  g_free (self->at_text);
  g_free (self->follow_up_text);
  g_strfreev (self->story_texts);
  g_strfreev (self->tags);
  g_ptr_array_unref (self->heard);
  g_clear_pointer (&self->stories, g_array_unref);
  g_free (self);
}

static AmbCliEntryOptions *
make_options (void)
{
  AmbCliEntryOptions *self = g_new0 (AmbCliEntryOptions, 1);

  self->heard = g_ptr_array_new_with_free_func (g_object_unref);
  self->reached = NOT_SAID;
  self->reached_indirectly = NOT_SAID;
  self->at = AMB_TIME_UNSET;
  self->follow_up_at = AMB_TIME_UNSET;

  return self;
}

static gboolean
heard_cb (const char  *option,
          const char  *value,
          gpointer     data,
          GError     **error)
{
  AmbCliEntryOptions *self = data;
  AmbHeard *heard = amb_heard_new ();

  amb_heard_set_text (heard, AMB_HEARD_QUOTE, value);
  g_ptr_array_add (self->heard, heard);

  return TRUE;
}

static AmbHeard *
get_last_heard (AmbCliEntryOptions *self,
                const char         *option,
                GError            **error)
{
  if (self->heard->len > 0)
    return g_ptr_array_index (self->heard, self->heard->len - 1);

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("%s belongs to what was heard: say --heard first."), option);

  return NULL;
}

static gboolean
heard_text_cb (const char  *option,
               const char  *value,
               gpointer     data,
               GError     **error)
{
  AmbHeard *heard = get_last_heard (data, option, error);

  if (heard != NULL)
    amb_heard_set_text (heard, g_str_equal (option, "--value") ? AMB_HEARD_VALUE : AMB_HEARD_GROUP, value);

  return heard != NULL;
}

static gboolean
tone_cb (const char  *option,
         const char  *value,
         gpointer     data,
         GError     **error)
{
  AmbHeard *heard = get_last_heard (data, option, error);
  gint64 tone;

  if (heard == NULL)
    return FALSE;

  if (!g_ascii_string_to_signed (*value == '+' ? value + 1 : value, 10, -2, 2, &tone, NULL))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” is not a tone: give a number from -2 to 2."), value);
      return FALSE;
    }
  amb_heard_set_tone (heard, tone);

  return TRUE;
}

static gboolean
check_reached (AmbCliEntryOptions *self,
               GError            **error)
{
  if ((self->reached == NOT_SAID || self->reached >= 0) &&
      (self->reached_indirectly == NOT_SAID || self->reached_indirectly >= 0))
    return TRUE;

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("--reached and --reached-indirectly can’t be less than 0."));

  return FALSE;
}

/* An empty text takes the time away. */
static gboolean
read_follow_up (AmbCliEntryOptions *self,
                GError            **error)
{
  return self->follow_up_text == NULL || *self->follow_up_text == '\0' ||
         amb_cli_value_read_time (self->follow_up_text, &self->follow_up_at, NULL, error);
}

static gboolean
read_values (AmbCliEntryOptions *self,
             AmbCli             *cli,
             GError            **error)
{
  if (g_strcmp0 (self->texts[AMB_ENTRY_TEXT], "-") == 0)
    {
      g_free (self->texts[AMB_ENTRY_TEXT]);
      self->texts[AMB_ENTRY_TEXT] = amb_cli_value_read_text ("-", amb_cli_get_cancellable (cli), error);
      if (self->texts[AMB_ENTRY_TEXT] == NULL)
        return FALSE;
    }

  return amb_cli_value_read_ids (self->story_texts, &self->stories, error) &&
         amb_cli_value_read_nick (AMB_TYPE_ENTRY_KIND, self->kind_nick, &self->kind, error) &&
         (self->at_text == NULL || amb_cli_value_read_time (self->at_text, &self->at, &self->zone_offset, error)) &&
         read_follow_up (self, error) &&
         check_reached (self, error);
}

/**
 * amb_cli_entry_options_parse:
 * @cli: the call
 * @n_arguments: how many arguments the command takes
 * @error: %G_OPTION_ERROR
 *
 * Reads what was said of an entry.
 *
 * Returns: (transfer full) (nullable): the options; %NULL without an error when only the help was asked for
 */
AmbCliEntryOptions *
amb_cli_entry_options_parse (AmbCli  *cli,
                             guint    n_arguments,
                             GError **error)
{
  g_autoptr (AmbCliEntryOptions) self = make_options ();
  char **texts = self->texts;
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &self->kind_nick, N_("What it was: a conversation unless you say otherwise"), N_("KIND") },
    { "at", 0, 0, G_OPTION_ARG_FILENAME, &self->at_text, N_("When it was: now unless you say otherwise"), N_("TIME") },
    { "channel", 0, 0, G_OPTION_ARG_FILENAME, &texts[AMB_ENTRY_CHANNEL], N_("On which channel"), N_("CHANNEL") },
    { "with", 0, 0, G_OPTION_ARG_FILENAME, &texts[AMB_ENTRY_WITH], N_("With whom"), N_("GROUP") },
    { "text", 0, 0, G_OPTION_ARG_FILENAME, &texts[AMB_ENTRY_TEXT], N_("What was said, or - to read it from standard input"), N_("TEXT") },
    { "link", 0, 0, G_OPTION_ARG_FILENAME, &texts[AMB_ENTRY_LINK], N_("Its address"), N_("URL") },
    { "heard", 0, G_OPTION_FLAG_FILENAME, G_OPTION_ARG_CALLBACK, heard_cb, N_("What was heard; may be given again"), N_("TEXT") },
    { "value", 0, G_OPTION_FLAG_FILENAME, G_OPTION_ARG_CALLBACK, heard_text_cb, N_("The value that what was heard is about"), N_("VALUE") },
    { "tone", 0, G_OPTION_FLAG_FILENAME, G_OPTION_ARG_CALLBACK, tone_cb, N_("How it sounded, from -2 to 2"), N_("NUMBER") },
    { "group", 0, G_OPTION_FLAG_FILENAME, G_OPTION_ARG_CALLBACK, heard_text_cb, N_("Who said what was heard"), N_("GROUP") },
    { "place", 0, 0, G_OPTION_ARG_FILENAME, &texts[AMB_ENTRY_PLACE], N_("Where"), N_("PLACE") },
    { "audience", 0, 0, G_OPTION_ARG_FILENAME, &texts[AMB_ENTRY_AUDIENCE], N_("For whom"), N_("AUDIENCE") },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &texts[AMB_ENTRY_TITLE], N_("What it was called"), N_("TITLE") },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &texts[AMB_ENTRY_LANGUAGE], N_("The language it is in"), N_("LANGUAGE") },
    { "story", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->story_texts, N_("A story it was about; may be given again"), N_("ID") },
    { "reached", 0, 0, G_OPTION_ARG_INT, &self->reached, N_("How many people it reached"), N_("N") },
    { "reached-indirectly", 0, 0, G_OPTION_ARG_INT, &self->reached_indirectly, N_("How many more heard of it through them"), N_("N") },
    { "follow-up", 0, 0, G_OPTION_ARG_FILENAME, &texts[AMB_ENTRY_FOLLOW_UP], N_("What to do next"), N_("TEXT") },
    { "follow-up-at", 0, 0, G_OPTION_ARG_FILENAME, &self->follow_up_text, N_("When to do it"), N_("TIME") },
    { "outcome", 0, 0, G_OPTION_ARG_FILENAME, &texts[AMB_ENTRY_OUTCOME], N_("What came of it"), N_("TEXT") },
    { "evidence", 0, 0, G_OPTION_ARG_FILENAME, &texts[AMB_ENTRY_EVIDENCE], N_("How you know"), N_("TEXT") },
    { "reward", 0, 0, G_OPTION_ARG_FILENAME, &texts[AMB_ENTRY_REWARD], N_("What you got for it"), N_("TEXT") },
    { "tag", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->tags, N_("A tag; may be given again"), N_("TAG") },
    { "private", 0, 0, G_OPTION_ARG_NONE, &self->private, N_("It is nobody else’s business"), NULL },
    { NULL }
  };

  return amb_cli_parse_with (cli, entries, self, n_arguments, n_arguments, error) && read_values (self, cli, error)
           ? g_steal_pointer (&self)
           : NULL;
}

static gboolean
apply_stories (AmbCliEntryOptions  *self,
               AmbConnection       *connection,
               AmbEntry            *entry,
               GError             **error)
{
  for (guint i = 0; i < self->stories->len; i++)
    {
      gint64 id = g_array_index (self->stories, gint64, i);
      g_autoptr (AmbStory) story = NULL;

      if (!amb_story_store_require (connection, id, error))
        return FALSE;
      story = amb_story_store_load (connection, id, error);
      if (story == NULL)
        return FALSE;
      amb_entry_add_story (entry, id, amb_story_get_version (story));
    }

  return TRUE;
}

static void
apply_time (AmbCliEntryOptions *self,
            AmbConnection      *connection,
            AmbEntry           *entry)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (self->at_text != NULL)
    {
      amb_entry_set_at (entry, self->at);
      amb_entry_set_zone_offset (entry, self->zone_offset);
    }
  else if (amb_record_get_id (AMB_RECORD (entry)) == 0)
    {
      amb_entry_set_at (entry, amb_connection_get_now (connection));
      amb_entry_set_zone_offset (entry, g_date_time_get_utc_offset (now) / G_TIME_SPAN_MINUTE);
    }
}

/* The channel tells best whether it was online; where there is none the kind does. */
static void
apply_kind (AmbCliEntryOptions *self,
            AmbEntry           *entry)
{
  const char *channel = amb_entry_get_text (entry, AMB_ENTRY_CHANNEL);
  const AmbChannelRules *rules = channel == NULL ? NULL : amb_channel_rules_lookup (channel);
  gboolean is_new = amb_record_get_id (AMB_RECORD (entry)) == 0;

  if (self->kind_nick != NULL)
    amb_entry_set_kind (entry, self->kind);
  else if (is_new)
    amb_entry_set_kind (entry, AMB_ENTRY_KIND_CONVERSATION);

  if (is_new || self->kind_nick != NULL || self->texts[AMB_ENTRY_CHANNEL] != NULL)
    amb_entry_set_online (entry, rules != NULL ? amb_channel_rules_is_online (rules)
                                               : amb_entry_kind_is_online (amb_entry_get_kind (entry)));
}

/* One empty tag takes all away. */
static void
apply_tags (AmbCliEntryOptions *self,
            AmbEntry           *entry)
{
  const char * const *tags = (const char * const *) self->tags;

  if (tags != NULL)
    amb_entry_set_tags (entry, *tags[0] == '\0' ? tags + 1 : tags);
}

static void
apply_rest (AmbCliEntryOptions *self,
            AmbEntry           *entry)
{
  if (self->reached != NOT_SAID)
    amb_entry_set_reached (entry, self->reached);
  if (self->reached_indirectly != NOT_SAID)
    amb_entry_set_reached_indirectly (entry, self->reached_indirectly);
  if (self->follow_up_text != NULL)
    amb_entry_set_follow_up_at (entry, self->follow_up_at);
  apply_tags (self, entry);
  if (self->private)
    amb_entry_set_private (entry, TRUE);

  for (guint i = 0; i < self->heard->len; i++)
    {
      AmbHeard *heard = g_ptr_array_index (self->heard, i);

      amb_heard_set_at (heard, amb_entry_get_at (entry));
      g_list_store_append (amb_entry_get_heard (entry), heard);
    }
}

/* Notes of a talk are no text that was shared: only of the latter it matters whose words they are. */
static gboolean
measure_own_words (AmbCliEntryOptions  *self,
                   AmbConnection       *connection,
                   AmbEntry            *entry,
                   GError             **error)
{
  g_autoptr (AmbReuse) reuse = NULL;

  if (self->texts[AMB_ENTRY_TEXT] == NULL || !amb_entry_get_online (entry))
    return TRUE;

  reuse = amb_own_words_measure (connection, self->texts[AMB_ENTRY_TEXT], amb_entry_get_stories (entry), error);
  if (reuse != NULL)
    amb_entry_set_own_words (entry, amb_reuse_get_words (reuse) > 0 ? amb_reuse_get_share (reuse) : -1.0);

  return reuse != NULL;
}

/**
 * amb_cli_entry_options_apply:
 * @self: options
 * @connection: a connection in a writing transaction
 * @entry: an entry; one without an id is new, and gets what was not said as well
 * @error: [error@StorageError], or [error@ServiceError] when there is no such channel
 *
 * Lets an entry say what was said on the command line.
 *
 * Returns: %TRUE unless it failed
 */
gboolean
amb_cli_entry_options_apply (AmbCliEntryOptions  *self,
                             AmbConnection       *connection,
                             AmbEntry            *entry,
                             GError             **error)
{
  const char *channel = self->texts[AMB_ENTRY_CHANNEL];

  if (channel != NULL && *channel != '\0' && !amb_cli_value_require_channel (connection, channel, error))
    return FALSE;

  /* An empty text takes away what was there. */
  for (guint i = 0; i < AMB_ENTRY_N_TEXTS; i++)
    {
      if (self->texts[i] != NULL)
        amb_entry_set_text (entry, i, *self->texts[i] == '\0' ? NULL : self->texts[i]);
    }
  apply_time (self, connection, entry);
  apply_kind (self, entry);
  apply_rest (self, entry);

  return apply_stories (self, connection, entry, error) && measure_own_words (self, connection, entry, error);
}
