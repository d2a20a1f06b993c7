/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-entry-csv-writer.h"

#include "amb-csv-writer.h"
#include "amb-time.h"

/**
 * AmbEntryCsvWriter:
 *
 * Writes a sharing log as a table: a row for each entry. The words of the heading are part of the format: they stay
 * English, and new columns come behind the others.
 */
struct _AmbEntryCsvWriter
{
  GObject       parent_instance;

  AmbCsvWriter *csv;
  gboolean      has_heading;
};

G_DEFINE_FINAL_TYPE (AmbEntryCsvWriter, amb_entry_csv_writer, G_TYPE_OBJECT)

/* The columns that are no text of the entry. */
typedef enum
{
  COLUMN_TEXT,
  COLUMN_ID,
  COLUMN_KIND,
  COLUMN_ONLINE,
  COLUMN_AT,
  COLUMN_OWN_WORDS,
  COLUMN_REACHED,
  COLUMN_REACHED_INDIRECTLY,
  COLUMN_STORIES,
  COLUMN_TAGS,
  COLUMN_HEARD,
  COLUMN_VIEWS,
  COLUMN_REACTIONS,
  COLUMN_COMMENTS,
  COLUMN_RESHARES,
  COLUMN_CLICKS,
  COLUMN_FOLLOW_UP_AT,
  COLUMN_CONFIRMED,
  COLUMN_PRIVATE
} Column;

static const struct
{
  const char   *heading;
  Column        column;
  AmbEntryText  field;
} columns[] = {
  { "id", COLUMN_ID, 0 },
  { "kind", COLUMN_KIND, 0 },
  { "online", COLUMN_ONLINE, 0 },
  { "at", COLUMN_AT, 0 },
  { "channel", COLUMN_TEXT, AMB_ENTRY_CHANNEL },
  { "place", COLUMN_TEXT, AMB_ENTRY_PLACE },
  { "audience", COLUMN_TEXT, AMB_ENTRY_AUDIENCE },
  { "with", COLUMN_TEXT, AMB_ENTRY_WITH },
  { "title", COLUMN_TEXT, AMB_ENTRY_TITLE },
  { "text", COLUMN_TEXT, AMB_ENTRY_TEXT },
  { "link", COLUMN_TEXT, AMB_ENTRY_LINK },
  { "language", COLUMN_TEXT, AMB_ENTRY_LANGUAGE },
  { "own_words", COLUMN_OWN_WORDS, 0 },
  { "reached", COLUMN_REACHED, 0 },
  { "reached_indirectly", COLUMN_REACHED_INDIRECTLY, 0 },
  { "stories", COLUMN_STORIES, 0 },
  { "tags", COLUMN_TAGS, 0 },
  { "heard", COLUMN_HEARD, 0 },
  { "views", COLUMN_VIEWS, 0 },
  { "reactions", COLUMN_REACTIONS, 0 },
  { "comments", COLUMN_COMMENTS, 0 },
  { "reshares", COLUMN_RESHARES, 0 },
  { "clicks", COLUMN_CLICKS, 0 },
  { "follow_up", COLUMN_TEXT, AMB_ENTRY_FOLLOW_UP },
  { "follow_up_at", COLUMN_FOLLOW_UP_AT, 0 },
  { "outcome", COLUMN_TEXT, AMB_ENTRY_OUTCOME },
  { "evidence", COLUMN_TEXT, AMB_ENTRY_EVIDENCE },
  { "reward", COLUMN_TEXT, AMB_ENTRY_REWARD },
  { "confirmed", COLUMN_CONFIRMED, 0 },
  { "private", COLUMN_PRIVATE, 0 },
};

static void
add_boolean (AmbCsvWriter *csv,
             gboolean      value)
{
  amb_csv_writer_add_exact (csv, value ? "true" : "false");
}

static void
add_time (AmbCsvWriter *csv,
          AmbEntry     *entry,
          gint64        time)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (amb_entry_get_zone_offset (entry) * 60);
  g_autofree char *text = time == AMB_TIME_UNSET ? NULL : amb_time_to_rfc3339 (time, zone);

  amb_csv_writer_add_exact (csv, text);
}

static void
add_own_words (AmbCsvWriter *csv,
               double        share)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE] = "";

  if (share >= 0.0)
    g_ascii_formatd (text, sizeof text, "%.4g", share);
  amb_csv_writer_add_exact (csv, text);
}

/* "id:version", separated by spaces */
static void
add_stories (AmbCsvWriter *csv,
             AmbEntry     *entry)
{
  GArray *uses = amb_entry_get_stories (entry);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < uses->len; i++)
    {
      const AmbStoryUse *use = &g_array_index (uses, AmbStoryUse, i);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT ":%d", i == 0 ? "" : " ", use->story_id, use->version);
    }
  amb_csv_writer_add_exact (csv, text->str);
}

static void
add_tags (AmbCsvWriter *csv,
          AmbEntry     *entry)
{
  g_autofree char *text = g_strjoinv ("; ", (char **) amb_entry_get_tags (entry));

  amb_csv_writer_add_text (csv, text);
}

/* A line for each thing heard: quote, group, name and value, as far as they are known, and the tone. */
static void
add_heard (AmbCsvWriter *csv,
           AmbEntry     *entry)
{
  static const AmbHeardText fields[] = { AMB_HEARD_QUOTE, AMB_HEARD_GROUP, AMB_HEARD_NAME, AMB_HEARD_VALUE };
  GListModel *list = G_LIST_MODEL (amb_entry_get_heard (entry));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AmbHeard) heard = g_list_model_get_item (list, i);

      if (i > 0)
        g_string_append_c (text, '\n');
      for (gsize j = 0; j < G_N_ELEMENTS (fields); j++)
        {
          if (amb_heard_get_text (heard, fields[j]) != NULL)
            g_string_append_printf (text, "%s | ", amb_heard_get_text (heard, fields[j]));
        }
      g_string_append_printf (text, "%+d", amb_heard_get_tone (heard));
    }
  amb_csv_writer_add_text (csv, text->str);
}

static const AmbResult *
get_last_result (AmbEntry *entry)
{
  static const AmbResult unknown = { AMB_TIME_UNSET, -1, -1, -1, -1, -1 };
  GArray *results = amb_entry_get_results (entry);
  const AmbResult *last = &unknown;

  for (guint i = 0; i < results->len; i++)
    {
      const AmbResult *result = &g_array_index (results, AmbResult, i);

      if (result->at >= last->at)
        last = result;
    }

  return last;
}

static void
add_field (AmbCsvWriter *csv,
           AmbEntry     *entry,
           Column        column,
           AmbEntryText  field)
{
  switch (column)
    {
    case COLUMN_TEXT:
      amb_csv_writer_add_text (csv, amb_entry_get_text (entry, field));
      break;
    case COLUMN_ID:
      amb_csv_writer_add_number (csv, amb_record_get_id (AMB_RECORD (entry)));
      break;
    case COLUMN_KIND:
      amb_csv_writer_add_exact (csv, amb_enum_get_nick (AMB_TYPE_ENTRY_KIND, amb_entry_get_kind (entry)));
      break;
    case COLUMN_ONLINE:
      add_boolean (csv, amb_entry_get_online (entry));
      break;
    case COLUMN_AT:
      add_time (csv, entry, amb_entry_get_at (entry));
      break;
    case COLUMN_OWN_WORDS:
      add_own_words (csv, amb_entry_get_own_words (entry));
      break;
    case COLUMN_REACHED:
      amb_csv_writer_add_number (csv, amb_entry_get_reached (entry));
      break;
    case COLUMN_REACHED_INDIRECTLY:
      amb_csv_writer_add_number (csv, amb_entry_get_reached_indirectly (entry));
      break;
    case COLUMN_STORIES:
      add_stories (csv, entry);
      break;
    case COLUMN_TAGS:
      add_tags (csv, entry);
      break;
    case COLUMN_HEARD:
      add_heard (csv, entry);
      break;
    case COLUMN_VIEWS:
      amb_csv_writer_add_number (csv, get_last_result (entry)->views);
      break;
    case COLUMN_REACTIONS:
      amb_csv_writer_add_number (csv, get_last_result (entry)->reactions);
      break;
    case COLUMN_COMMENTS:
      amb_csv_writer_add_number (csv, get_last_result (entry)->comments);
      break;
    case COLUMN_RESHARES:
      amb_csv_writer_add_number (csv, get_last_result (entry)->reshares);
      break;
    case COLUMN_CLICKS:
      amb_csv_writer_add_number (csv, get_last_result (entry)->clicks);
      break;
    case COLUMN_FOLLOW_UP_AT:
      add_time (csv, entry, amb_entry_get_follow_up_at (entry));
      break;
    case COLUMN_CONFIRMED:
      add_boolean (csv, amb_entry_get_confirmed (entry));
      break;
    case COLUMN_PRIVATE:
      add_boolean (csv, amb_entry_get_private (entry));
      break;
    }
}

static gboolean
ensure_heading (AmbEntryCsvWriter  *self,
                GError            **error)
{
  if (self->has_heading)
    return TRUE;

  self->has_heading = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    amb_csv_writer_add_exact (self->csv, columns[i].heading);

  return amb_csv_writer_end_row (self->csv, error);
}

static void
amb_entry_csv_writer_finalize (GObject *object)
{
  AmbEntryCsvWriter *self = AMB_ENTRY_CSV_WRITER (object);

  g_clear_object (&self->csv);

  G_OBJECT_CLASS (amb_entry_csv_writer_parent_class)->finalize (object);
}

static void
amb_entry_csv_writer_class_init (AmbEntryCsvWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amb_entry_csv_writer_finalize;
}

static void
amb_entry_csv_writer_init (AmbEntryCsvWriter *self)
{
}

/**
 * amb_entry_csv_writer_new:
 * @stream: where to write; not closed
 *
 * Begins a table. Any thread; blocks.
 *
 * Returns: (transfer full): the writer
 */
AmbEntryCsvWriter *
amb_entry_csv_writer_new (GOutputStream *stream)
{
  AmbEntryCsvWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_object_new (AMB_TYPE_ENTRY_CSV_WRITER, NULL);
  self->csv = amb_csv_writer_new (stream);

  return self;
}

/**
 * amb_entry_csv_writer_add:
 * @self: a writer
 * @entry: an entry
 * @error: return location for an error
 *
 * Writes an entry. Its times are those of the clock where it happened; of its results the last is written.
 *
 * Returns: %TRUE, or %FALSE with a %G_IO_ERROR
 */
gboolean
amb_entry_csv_writer_add (AmbEntryCsvWriter  *self,
                          AmbEntry           *entry,
                          GError            **error)
{
  g_return_val_if_fail (AMB_IS_ENTRY_CSV_WRITER (self), FALSE);
  g_return_val_if_fail (AMB_IS_ENTRY (entry), FALSE);

  if (!ensure_heading (self, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    add_field (self->csv, entry, columns[i].column, columns[i].field);

  return amb_csv_writer_end_row (self->csv, error);
}

/**
 * amb_entry_csv_writer_finish:
 * @self: a writer
 * @error: return location for an error
 *
 * Writes what is left; an empty log is its heading.
 *
 * Returns: %TRUE, or %FALSE with a %G_IO_ERROR
 */
gboolean
amb_entry_csv_writer_finish (AmbEntryCsvWriter  *self,
                             GError            **error)
{
  g_return_val_if_fail (AMB_IS_ENTRY_CSV_WRITER (self), FALSE);

  return ensure_heading (self, error) && amb_csv_writer_finish (self->csv, error);
}
