/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "amb-csv-writer.h"
#include "amb-entry-csv-writer.h"
#include "amb-time.h"

#define MOMENT G_GINT64_CONSTANT (1767265200000) /* 2026-01-01T12:00:00+01:00 */
#define HEADING \
  "id,kind,online,at,channel,place,audience,with,title,text,link,language,own_words,reached,reached_indirectly,stories,tags," \
  "heard,views,reactions,comments,reshares,clicks,follow_up,follow_up_at,outcome,evidence,reward,confirmed,private\r\n"

static void
assert_written (GOutputStream *stream,
                const char    *expected)
{
  g_autofree char *text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                                     g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_fields (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (AmbCsvWriter) writer = amb_csv_writer_new (stream);
  g_autoptr (GError) error = NULL;

  amb_csv_writer_add_text (writer, "plain");
  amb_csv_writer_add_text (writer, NULL);
  amb_csv_writer_add_text (writer, "");
  amb_csv_writer_add_text (writer, "a,b");
  amb_csv_writer_add_text (writer, "say \"hi\"");
  amb_csv_writer_add_text (writer, "two\nlines");
  amb_csv_writer_add_text (writer, " é ");
  amb_csv_writer_add_number (writer, 0);
  amb_csv_writer_add_number (writer, -1);
  amb_csv_writer_add_number (writer, G_MAXINT64);
  g_assert_true (amb_csv_writer_end_row (writer, &error));
  amb_csv_writer_add_text (writer, NULL);
  g_assert_true (amb_csv_writer_end_row (writer, &error));
  g_assert_true (amb_csv_writer_finish (writer, &error));

  assert_written (stream, "plain,,,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\", é ,0,,9223372036854775807\r\n\r\n");
}

static void
test_formulas (void)
{
  static const char * const texts[] = { "=1+1", "+31 6", "-5 graden", "@noor", "\tx", "=HYPERLINK(\"http://x\",\"y\")" };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (AmbCsvWriter) writer = amb_csv_writer_new (stream);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    amb_csv_writer_add_text (writer, texts[i]);
  amb_csv_writer_add_exact (writer, "-2");
  g_assert_true (amb_csv_writer_end_row (writer, &error));
  g_assert_true (amb_csv_writer_finish (writer, &error));

  assert_written (stream, "'=1+1,'+31 6,'-5 graden,'@noor,'\tx,\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",-2\r\n");
}

static void
test_empty_log (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (AmbEntryCsvWriter) writer = amb_entry_csv_writer_new (stream);
  g_autoptr (GError) error = NULL;

  g_assert_true (amb_entry_csv_writer_finish (writer, &error));
  assert_written (stream, HEADING);
}

static void
test_log (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (AmbEntryCsvWriter) writer = amb_entry_csv_writer_new (stream);
  g_autoptr (AmbEntry) entry = amb_entry_new ();
  g_autoptr (AmbEntry) bare = amb_entry_new ();
  g_autoptr (AmbHeard) heard = amb_heard_new ();
  g_autoptr (GError) error = NULL;
  AmbResult late = { MOMENT + 1, 20, 5, -1, -1, 0 };
  AmbResult early = { MOMENT, 10, 1, 1, 1, 1 };
  const char * const tags[] = { "a", "b", NULL };

  amb_record_set_id (AMB_RECORD (entry), 3);
  amb_entry_set_kind (entry, AMB_ENTRY_KIND_POST);
  amb_entry_set_online (entry, TRUE);
  amb_entry_set_at (entry, MOMENT);
  amb_entry_set_zone_offset (entry, 60);
  amb_entry_set_text (entry, AMB_ENTRY_CHANNEL, "linkedin");
  amb_entry_set_text (entry, AMB_ENTRY_TEXT, "Mooi, \"hoor\"");
  amb_entry_set_own_words (entry, 0.825);
  amb_entry_add_story (entry, 11, 1);
  amb_entry_add_story (entry, 12, 2);
  amb_entry_add_result (entry, &late);
  amb_entry_add_result (entry, &early);
  amb_entry_set_tags (entry, tags);
  amb_heard_set_text (heard, AMB_HEARD_QUOTE, "Fijn");
  amb_heard_set_text (heard, AMB_HEARD_VALUE, "Dichtbij");
  amb_heard_set_tone (heard, 2);
  g_list_store_append (amb_entry_get_heard (entry), heard);
  amb_entry_set_at (bare, MOMENT);

  g_assert_true (amb_entry_csv_writer_add (writer, entry, &error));
  g_assert_true (amb_entry_csv_writer_add (writer, bare, &error));
  g_assert_true (amb_entry_csv_writer_finish (writer, &error));
  assert_written (stream, HEADING
    "3,post,true,2026-01-01T12:00:00+01:00,linkedin,,,,,\"Mooi, \"\"hoor\"\"\",,,0.825,,,11:1 12:2,a; b,Fijn | Dichtbij | +2,"
    "20,5,,,0,,,,,,true,false\r\n"
    "0,post,true,2026-01-01T11:00:00+00:00,,,,,,,,,,,,,,,,,,,,,,,,,true,false\r\n");
}

static void
test_full_disk (void)
{
  char small[64];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (small, sizeof small, NULL, NULL);
  g_autoptr (AmbEntryCsvWriter) writer = amb_entry_csv_writer_new (stream);
  g_autoptr (GError) error = NULL;

  g_assert_false (amb_entry_csv_writer_finish (writer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-writer/fields", test_fields);
  g_test_add_func ("/csv-writer/formulas", test_formulas);
  g_test_add_func ("/entry-csv-writer/empty-log", test_empty_log);
  g_test_add_func ("/entry-csv-writer/log", test_log);
  g_test_add_func ("/entry-csv-writer/full-disk", test_full_disk);

  return g_test_run ();
}
