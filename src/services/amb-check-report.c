/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-check-report.h"

struct _AmbCheckReport
{
  gatomicrefcount  ref_count;

  GArray          *channels;
  GArray          *passages;
  GArray          *issues;

  guint            words;
  guint            copied;
  double           share;
};

G_DEFINE_BOXED_TYPE (AmbCheckReport, amb_check_report, amb_check_report_ref, amb_check_report_unref)

static void
clear_channel (AmbCheckChannel *channel)
{
  g_free (channel->channel);
}

static void
clear_passage (AmbCheckPassage *passage)
{
  g_free (passage->story_title);
}

static void
clear_issue (AmbCheckIssue *issue)
{
  g_free (issue->message);
  g_free (issue->why);
  g_free (issue->offer);
}

/**
 * amb_check_report_new:
 *
 * Makes an empty report.
 *
 * Returns: (transfer full): the report
 */
AmbCheckReport *
amb_check_report_new (void)
{
  AmbCheckReport *self = g_new0 (AmbCheckReport, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->channels = g_array_new (FALSE, FALSE, sizeof (AmbCheckChannel));
  self->passages = g_array_new (FALSE, FALSE, sizeof (AmbCheckPassage));
  self->issues = g_array_new (FALSE, FALSE, sizeof (AmbCheckIssue));
  g_array_set_clear_func (self->channels, (GDestroyNotify) clear_channel);
  g_array_set_clear_func (self->passages, (GDestroyNotify) clear_passage);
  g_array_set_clear_func (self->issues, (GDestroyNotify) clear_issue);
  self->share = 1.0;

  return self;
}

/**
 * amb_check_report_ref:
 * @self: a report
 *
 * Takes a reference. Any thread.
 *
 * Returns: (transfer full): @self
 */
AmbCheckReport *
amb_check_report_ref (AmbCheckReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * amb_check_report_unref:
 * @self: (transfer full): a report
 *
 * Gives a reference back. Any thread.
 */
void
amb_check_report_unref (AmbCheckReport *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->channels);
  g_array_unref (self->passages);
  g_array_unref (self->issues);
  g_free (self);
}

/**
 * amb_check_report_add_channel:
 * @self: a report that is being made
 * @channel: the id of a channel
 * @length: how long the text is there
 *
 * Adds how long the text is in one channel.
 */
void
amb_check_report_add_channel (AmbCheckReport  *self,
                              const char      *channel,
                              const AmbLength *length)
{
  AmbCheckChannel item = { g_strdup (channel), *length };

  g_array_append_val (self->channels, item);
}

/**
 * amb_check_report_add_passage:
 * @self: a report that is being made
 * @range: where it stands in the text
 * @story_id: the story in which it stands word for word
 * @story_title: (nullable): the title of that story
 * @words: how many words it has
 *
 * Adds a passage that was copied.
 */
void
amb_check_report_add_passage (AmbCheckReport *self,
                              const AmbRange *range,
                              gint64          story_id,
                              const char     *story_title,
                              guint           words)
{
  AmbCheckPassage item = { *range, story_id, g_strdup (story_title), words };

  g_array_append_val (self->passages, item);
}

/**
 * amb_check_report_take_issue:
 * @self: a report that is being made
 * @id: the check that says it: a static string
 * @severity: how much it matters
 * @start: the first byte of its place in the text
 * @end: the byte after the last one; the same as @start when it is about the whole text
 * @message: (transfer full): one sentence for the person
 * @why: (nullable): another that gives the reason
 *
 * Adds what a check has to say.
 */
void
amb_check_report_take_issue (AmbCheckReport *self,
                             const char     *id,
                             AmbSeverity     severity,
                             gsize           start,
                             gsize           end,
                             char           *message,
                             const char     *why)
{
  AmbCheckIssue item = { id, severity, { start, end }, message, g_strdup (why), NULL };

  g_array_append_val (self->issues, item);
}

/**
 * amb_check_report_offer:
 * @self: a report that is being made, with an issue
 * @words: (nullable): UTF-8
 *
 * Adds to the last issue the words that would settle it, so that the person can take them with one click.
 */
void
amb_check_report_offer (AmbCheckReport *self,
                        const char     *words)
{
  g_array_index (self->issues, AmbCheckIssue, self->issues->len - 1).offer = g_strdup (words);
}

/**
 * amb_check_report_set_words:
 * @self: a report that is being made
 * @words: how many words the text has
 * @copied: how many of them stand in a passage that was copied
 * @share: which share is the person's own, 0.0 to 1.0
 *
 * Sets the own words.
 */
void
amb_check_report_set_words (AmbCheckReport *self,
                            guint           words,
                            guint           copied,
                            double          share)
{
  self->words = words;
  self->copied = copied;
  self->share = share;
}

static int
compare_issues (gconstpointer a,
                gconstpointer b)
{
  const AmbCheckIssue *first = a;
  const AmbCheckIssue *second = b;

  if (first->range.start != second->range.start)
    return first->range.start < second->range.start ? -1 : 1;

  return (int) second->severity - (int) first->severity;
}

/**
 * amb_check_report_sort:
 * @self: a report that is being made
 *
 * Puts what the checks say in the order of its places in the text.
 */
void
amb_check_report_sort (AmbCheckReport *self)
{
  g_array_sort (self->issues, compare_issues);
}

/**
 * amb_check_report_get_channels:
 * @self: a report
 *
 * Gets how long the text is in each channel.
 *
 * Returns: (transfer none) (element-type AmbCheckChannel): the lengths
 */
GArray *
amb_check_report_get_channels (AmbCheckReport *self)
{
  return self->channels;
}

/**
 * amb_check_report_get_passages:
 * @self: a report
 *
 * Gets the passages that were copied, by their place.
 *
 * Returns: (transfer none) (element-type AmbCheckPassage): the passages
 */
GArray *
amb_check_report_get_passages (AmbCheckReport *self)
{
  return self->passages;
}

/**
 * amb_check_report_get_issues:
 * @self: a report
 *
 * Gets what the checks have to say, by its place.
 *
 * Returns: (transfer none) (element-type AmbCheckIssue): the issues
 */
GArray *
amb_check_report_get_issues (AmbCheckReport *self)
{
  return self->issues;
}

/**
 * amb_check_report_get_words:
 * @self: a report
 *
 * Gets how many words the text has.
 *
 * Returns: a number of words
 */
guint
amb_check_report_get_words (AmbCheckReport *self)
{
  return self->words;
}

/**
 * amb_check_report_get_copied:
 * @self: a report
 *
 * Gets how many words stand in a passage that was copied.
 *
 * Returns: a number of words
 */
guint
amb_check_report_get_copied (AmbCheckReport *self)
{
  return self->copied;
}

/**
 * amb_check_report_get_share:
 * @self: a report
 *
 * Gets which share of the words is the person's own.
 *
 * Returns: 0.0 to 1.0; 1.0 for a text without words
 */
double
amb_check_report_get_share (AmbCheckReport *self)
{
  return self->share;
}
