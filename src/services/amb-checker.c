/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-checker.h"

#include <glib/gi18n-lib.h>

#include "amb-channel-rules.h"
#include "amb-channel-store.h"
#include "amb-check.h"
#include "amb-error.h"
#include "amb-own-words.h"
#include "amb-profile-store.h"
#include "amb-request.h"
#include "amb-setting-store.h"
#include "amb-story-store.h"

/* A check is one line here, one function in checks/, and one prototype in amb-check.h. */
static const AmbCheckInfo infos[] = {
  { "length", N_("Length") },
  { "own-words", N_("Own words") },
  { "disclosure", N_("Says where I work") },
  { "validity", N_("May be shared") },
  { "prompts", N_("Unanswered questions") },
  { "boundaries", N_("Boundaries and words I never use") },
};
static const AmbCheckFunc funcs[] = {
  amb_check_length,
  amb_check_own_words,
  amb_check_disclosure,
  amb_check_validity,
  amb_check_prompts,
  amb_check_boundaries,
};
G_STATIC_ASSERT (G_N_ELEMENTS (infos) == G_N_ELEMENTS (funcs));

/**
 * amb_checker_list_checks:
 * @n_checks: (out): how many there are
 *
 * Lists the checks, in the order in which they are shown.
 *
 * Returns: (array length=n_checks): the checks
 */
const AmbCheckInfo *
amb_checker_list_checks (gsize *n_checks)
{
  *n_checks = G_N_ELEMENTS (infos);

  return infos;
}

static gboolean
measure_channel (AmbConnection  *connection,
                 AmbDraft       *draft,
                 const char     *channel,
                 AmbCheckReport *report,
                 GError        **error)
{
  const AmbChannelRules *rules = amb_channel_rules_lookup (channel);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AmbChannel) own = amb_channel_store_find (connection, channel, &local_error);
  AmbLength length;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  /* A channel of the person's own counts as a website does. */
  if (rules == NULL)
    rules = amb_channel_rules_lookup ("website");
  amb_length_measure (rules, own == NULL ? 0 : amb_channel_get_limit (own), amb_draft_get_text_for (draft, channel), &length);
  amb_check_report_add_channel (report, channel, &length);

  return TRUE;
}

static gboolean
measure_channels (AmbConnection   *connection,
                  AmbDraft        *draft,
                  const char      *channel,
                  AmbCheckReport  *report,
                  GError         **error)
{
  GListModel *variants = G_LIST_MODEL (amb_draft_get_variants (draft));

  if (channel != NULL)
    return measure_channel (connection, draft, channel, report, error);

  for (guint i = 0; i < g_list_model_get_n_items (variants); i++)
    {
      g_autoptr (AmbVariant) variant = g_list_model_get_item (variants, i);

      if (!measure_channel (connection, draft, amb_variant_get_text (variant, AMB_VARIANT_CHANNEL), report, error))
        return FALSE;
    }

  return TRUE;
}

static AmbStory *
find_story (GPtrArray *stories,
            gint64     id)
{
  for (guint i = 0; i < stories->len; i++)
    {
      if (amb_record_get_id (g_ptr_array_index (stories, i)) == id)
        return g_ptr_array_index (stories, i);
    }

  return NULL;
}

static void
collect_prompts (AmbCheckInput *input,
                 AmbStory      *story)
{
  for (guint i = 0; i < amb_story_get_n_parts (story); i++)
    {
      AmbStoryPart *part = amb_story_get_part (story, i);
      const char *text = amb_record_get_text (AMB_RECORD (part), AMB_STORY_PART_TEXT);

      if (text != NULL && amb_story_part_get_kind (part) == AMB_STORY_PART_PROMPT)
        g_ptr_array_add (input->prompts, (gpointer) text);
    }
}

static gboolean
load_story (AmbConnection  *connection,
            AmbCheckInput  *input,
            gint64          id,
            gboolean        with_prompts,
            GError        **error)
{
  g_autoptr (GError) local_error = NULL;
  AmbStory *story;

  if (find_story (input->stories, id) != NULL)
    return TRUE;

  story = amb_story_store_load (connection, id, &local_error);
  /* There is nothing to say of a story that is gone, but all the more of the rest. */
  if (g_error_matches (local_error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND))
    return TRUE;
  if (story == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  g_ptr_array_add (input->stories, story);
  if (with_prompts)
    collect_prompts (input, story);

  return TRUE;
}

static gboolean
load_stories (AmbConnection  *connection,
              AmbDraft       *draft,
              AmbCheckInput  *input,
              GError        **error)
{
  GArray *used = amb_draft_get_stories (draft);
  const GArray *passages = amb_reuse_get_passages (input->reuse);

  for (guint i = 0; i < used->len; i++)
    {
      if (!load_story (connection, input, g_array_index (used, AmbStoryUse, i).story_id, TRUE, error))
        return FALSE;
    }

  for (guint i = 0; i < passages->len; i++)
    {
      if (!load_story (connection, input, g_array_index (passages, AmbReusePassage, i).source, FALSE, error))
        return FALSE;
    }

  return TRUE;
}

static void
report_own_words (const AmbCheckInput *input,
                  AmbCheckReport      *report)
{
  const GArray *passages = amb_reuse_get_passages (input->reuse);

  for (guint i = 0; i < passages->len; i++)
    {
      const AmbReusePassage *passage = &g_array_index (passages, AmbReusePassage, i);
      AmbStory *story = find_story (input->stories, passage->source);

      amb_check_report_add_passage (report, &passage->range, passage->source,
                                    story == NULL ? "" : amb_story_get_text (story, AMB_STORY_TITLE), passage->words);
    }
  amb_check_report_set_words (report, amb_reuse_get_words (input->reuse), amb_reuse_get_copied (input->reuse),
                              amb_reuse_get_share (input->reuse));
}

static void
run_checks (const AmbCheckInput *input,
            const char          *disabled,
            AmbCheckReport      *report)
{
  g_auto (GStrv) switched_off = g_strsplit (disabled == NULL ? "" : disabled, " ", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (infos); i++)
    {
      if (!g_strv_contains ((const char * const *) switched_off, infos[i].id))
        funcs[i] (input, report);
    }
  amb_check_report_sort (report);
}

/* A draft knows what language it is in; what the person chose once is for one that does not. */
static gboolean
prepare (AmbConnection  *connection,
         AmbDraft       *draft,
         AmbCheckInput  *input,
         char          **language,
         char          **disabled,
         GError        **error)
{
  if (*language == NULL)
    *language = g_strdup (amb_draft_get_text (draft, AMB_DRAFT_LANGUAGE));
  if ((*language == NULL && !amb_setting_store_get (connection, "check-language", language, error)) ||
      !amb_setting_store_get (connection, "disabled-checks", disabled, error))
    return FALSE;

  input->language = *language;
  input->now = amb_connection_get_now (connection);
  input->profile = amb_profile_store_load (connection, error);
  input->reuse = amb_own_words_measure (connection, input->text, amb_draft_get_stories (draft), error);

  return input->profile != NULL && input->reuse != NULL && load_stories (connection, draft, input, error);
}

/**
 * amb_checker_check:
 * @connection: a connection
 * @draft: a draft with the stories it was written about
 * @channel: (nullable): the channel whose text to check, or %NULL for the master text, measured for every channel
 * @language: (nullable): BCP 47: the language it is in, or %NULL for that of the draft, or else the one that the person chose
 * @error: [error@StorageError]
 *
 * Says everything that the composer has to say of a text.
 *
 * Returns: (transfer full) (nullable): the report
 */
AmbCheckReport *
amb_checker_check (AmbConnection  *connection,
                   AmbDraft       *draft,
                   const char     *channel,
                   const char     *language,
                   GError        **error)
{
  g_autoptr (AmbCheckReport) report = amb_check_report_new ();
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) prompts = g_ptr_array_new ();
  g_autofree char *chosen_language = g_strdup (language);
  g_autofree char *disabled = NULL;
  AmbCheckInput input = { .text = amb_draft_get_text_for (draft, channel), .stories = stories, .prompts = prompts };
  gboolean done;

  done = prepare (connection, draft, &input, &chosen_language, &disabled, error) &&
         measure_channels (connection, draft, channel, report, error);
  if (done)
    {
      report_own_words (&input, report);
      run_checks (&input, disabled, report);
    }
  g_clear_object (&input.profile);
  g_clear_pointer (&input.reuse, amb_reuse_unref);

  return done ? g_steal_pointer (&report) : NULL;
}

static gpointer
check (AmbConnection  *connection,
       gpointer        data,
       GCancellable   *cancellable,
       GError        **error)
{
  AmbRequest *request = data;

  return amb_checker_check (connection, request->object, request->text, NULL, error);
}

/**
 * amb_checker_run_async:
 * @context: the context
 * @draft: a draft; what it holds now is checked
 * @channel: (nullable): the channel whose text to check, or %NULL for the master text, measured for every channel
 * @cancellable: (nullable): stops it: the newest wins
 * @callback: called when the report is there
 * @data: for @callback
 *
 * Says everything that the composer has to say of a text. The places in the report are bytes of the text as it is now.
 */
void
amb_checker_run_async (AmbContext          *context,
                       AmbDraft            *draft,
                       const char          *channel,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  AmbDraft *copy = amb_draft_new ();

  amb_record_assign (AMB_RECORD (copy), AMB_RECORD (draft));
  amb_request_send (amb_request_take (amb_request_new (context, 0, 0, channel), copy, g_object_unref), AMB_ACCESS_READ,
                    check, (GDestroyNotify) amb_check_report_unref, cancellable, callback, data);
}

/**
 * amb_checker_run_finish:
 * @context: the context
 * @result: from the callback
 * @error: [error@StorageError], or %G_IO_ERROR_CANCELLED
 *
 * Takes the report.
 *
 * Returns: (transfer full) (nullable): the report
 */
AmbCheckReport *
amb_checker_run_finish (AmbContext    *context,
                        GAsyncResult  *result,
                        GError       **error)
{
  return amb_request_finish (context, result, error);
}
