/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-commands.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "amb-cli-import.h"
#include "amb-cli-page.h"
#include "amb-cli-story.h"
#include "amb-cli-table.h"
#include "amb-cli-value.h"
#include "amb-json-object.h"
#include "amb-library.h"
#include "amb-search-query.h"
#include "amb-story-json.h"
#include "amb-story-store.h"

/* An excerpt fits in a line of a wide terminal, and in a row of any list. */
#define EXCERPT_CHARACTERS 160

typedef struct
{
  AmbStoryFilter *filter;
  AmbCliPage      page;
  GPtrArray      *stories;
  GArray         *scores;
  guint           total;
} Listing;

static gpointer
list (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  Listing *listing = data;
  g_autoptr (GArray) scores = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ids = amb_story_store_query (connection, listing->filter, scores, error);
  guint first;
  guint end;

  if (ids == NULL)
    return NULL;

  listing->total = ids->len;
  amb_cli_page_cut (&listing->page, ids->len, &first, &end);
  for (guint i = first; i < end; i++)
    {
      AmbStory *story = amb_story_store_load (connection, g_array_index (ids, gint64, i), error);

      if (story == NULL)
        return NULL;
      g_ptr_array_add (listing->stories, story);
      if (i < scores->len)
        g_array_append_val (listing->scores, g_array_index (scores, double, i));
    }

  return NULL;
}

static gboolean
parse_filter (AmbCli   *cli,
              Listing  *listing,
              guint     n_arguments,
              GError  **error)
{
  AmbStoryFilter *filter = listing->filter;
  g_autofree char *kind_nick = NULL;
  int kind = 0;
  const GOptionEntry entries[] = {
    { "theme", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &filter->themes, N_("Only of this theme; of any of them when given again"), N_("THEME") },
    { "audience", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &filter->audiences, N_("Only for this audience; for any of them when given again"), N_("AUDIENCE") },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &filter->language, N_("Only in this language"), N_("LANGUAGE") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &kind_nick, N_("Only of this kind"), N_("KIND") },
    { "usable", 0, 0, G_OPTION_ARG_NONE, &filter->usable, N_("Only what may be shared now"), NULL },
    { "unused", 0, 0, G_OPTION_ARG_NONE, &filter->unused, N_("Only what you did not use before"), NULL },
    AMB_CLI_PAGE_ENTRIES (listing->page),
    { NULL }
  };

  if (!amb_cli_parse (cli, entries, n_arguments, n_arguments, error) ||
      !amb_cli_page_check (&listing->page, error) ||
      !amb_cli_value_read_nick (AMB_TYPE_STORY_KIND, kind_nick, &kind, error))
    return FALSE;

  filter->kind = kind;
  filter->now = g_get_real_time () / 1000;
  filter->search = g_strdup (amb_cli_get_argument (cli, 0));

  return TRUE;
}

/* The words may stand in any of these; the message is what tells most when they stand elsewhere. */
static char *
make_excerpt (AmbSearchQuery *query,
              AmbStory       *story)
{
  static const AmbStoryText fields[] = {
    AMB_STORY_MESSAGE, AMB_STORY_BODY, AMB_STORY_WHY, AMB_STORY_SPOKEN, AMB_STORY_AVOID, AMB_STORY_MY_ROLE, AMB_STORY_NOTE,
  };
  const char *message = amb_story_get_text (story, AMB_STORY_MESSAGE);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = amb_story_get_text (story, fields[i]);
      g_autoptr (GArray) found = text == NULL ? NULL : amb_search_query_find (query, text);

      if (found != NULL && found->len > 0)
        return amb_search_query_excerpt (query, text, EXCERPT_CHARACTERS);
    }

  return amb_search_query_excerpt (query, message == NULL ? "" : message, EXCERPT_CHARACTERS);
}

static JsonObject *
make_found (AmbSearchQuery *query,
            Listing        *listing,
            guint           position)
{
  AmbStory *story = g_ptr_array_index (listing->stories, position);
  g_autofree char *excerpt = make_excerpt (query, story);
  JsonObject *object = json_object_new ();

  amb_json_object_set_id (object, "id", amb_record_get_id (AMB_RECORD (story)));
  amb_json_object_set_text (object, "uid", amb_story_get_text (story, AMB_STORY_UID));
  amb_json_object_set_text (object, "title", amb_story_get_text (story, AMB_STORY_TITLE));
  json_object_set_string_member (object, "excerpt", excerpt);
  if (position < listing->scores->len)
    json_object_set_double_member (object, "score", g_array_index (listing->scores, double, position));

  return object;
}

static void
print_json (AmbCli         *cli,
            Listing        *listing,
            AmbSearchQuery *query)
{
  JsonArray *stories = json_array_new ();

  for (guint i = 0; i < listing->stories->len; i++)
    {
      if (query != NULL)
        json_array_add_object_element (stories, make_found (query, listing, i));
      else
        json_array_add_element (stories, amb_story_to_json (g_ptr_array_index (listing->stories, i)));
    }
  amb_cli_print_json (cli, amb_cli_page_to_json (listing->total, "stories", stories));
}

static void
print_text (AmbCli         *cli,
            Listing        *listing,
            AmbSearchQuery *query)
{
  g_autoptr (AmbCliTable) table = amb_cli_table_new (4);

  amb_cli_table_add (table, _("Number"), _("Kind"), _("Title"), query != NULL ? _("Found") : _("Themes"));
  for (guint i = 0; i < listing->stories->len; i++)
    {
      AmbStory *story = g_ptr_array_index (listing->stories, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, amb_record_get_id (AMB_RECORD (story)));
      g_autofree char *title = amb_cli_table_shorten (amb_story_get_text (story, AMB_STORY_TITLE), 50);
      g_autofree char *last = query != NULL
                                ? make_excerpt (query, story)
                                : g_strjoinv (", ", (char **) amb_story_get_labels (story, AMB_STORY_LABEL_THEME));

      amb_cli_table_add (table, id, amb_story_kind_get_label (amb_story_get_kind (story)), title, last);
    }
  amb_cli_table_print (table, cli, TRUE);
  amb_cli_print (cli, AMB_CLI_DIM, ngettext ("%u story\n", "%u stories\n", listing->total), listing->total);
}

static gboolean
run_listing (AmbCli    *cli,
             gboolean   search,
             GError   **error)
{
  g_autoptr (AmbStoryFilter) filter = amb_story_filter_new ();
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) scores = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (AmbSearchQuery) query = NULL;
  Listing listing = { filter, AMB_CLI_PAGE_INIT, stories, scores, 0 };

  if (search)
    amb_cli_protect_argument (cli);
  if (!parse_filter (cli, &listing, search ? 1 : 0, error) ||
      !amb_cli_run (cli, AMB_ACCESS_READ, list, &listing, error))
    return FALSE;

  query = search ? amb_search_query_parse (filter->search) : NULL;
  if (amb_cli_wants_json (cli))
    print_json (cli, &listing, query);
  else
    print_text (cli, &listing, query);

  return TRUE;
}

static gboolean
run_search (AmbCli  *cli,
            GError **error)
{
  return run_listing (cli, TRUE, error);
}

static gboolean
run_list (AmbCli  *cli,
          GError **error)
{
  return run_listing (cli, FALSE, error);
}

typedef struct
{
  gint64    id;
  AmbStory *story;
  char     *language;
} One;

static gpointer
load (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  One *one = data;

  if (amb_story_store_require (connection, one->id, error))
    one->story = amb_story_store_load (connection, one->id, error);

  return NULL;
}

static gpointer
remove_one (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  One *one = data;

  load (connection, data, cancellable, error);
  if (one->story != NULL)
    amb_story_store_remove (connection, one->id, TRUE, error);

  return NULL;
}

static gpointer
add (AmbConnection  *connection,
     gpointer        data,
     GCancellable   *cancellable,
     GError        **error)
{
  One *one = data;
  g_autoptr (AmbStory) given = g_steal_pointer (&one->story);

  if (amb_story_get_text (given, AMB_STORY_LANGUAGE) == NULL)
    amb_story_set_text (given, AMB_STORY_LANGUAGE, one->language);
  one->story = amb_library_add_story (connection, given, error);

  return NULL;
}

static void
print_one (AmbCli   *cli,
           AmbStory *story)
{
  if (amb_cli_wants_json (cli))
    amb_cli_print_json (cli, amb_story_to_json (story));
  else
    amb_cli_story_print (cli, story);
}

static gboolean
run_on_one (AmbCli           *cli,
            AmbAccess         access,
            AmbDatabaseFunc   func,
            GError          **error)
{
  One one = { 0 };
  gboolean done = amb_cli_parse (cli, NULL, 1, 1, error) &&
                  amb_cli_value_read_id (amb_cli_get_argument (cli, 0), &one.id, error) &&
                  amb_cli_run (cli, access, func, &one, error);

  if (done)
    print_one (cli, one.story);
  g_clear_object (&one.story);

  return done;
}

static gboolean
run_show (AmbCli  *cli,
          GError **error)
{
  return run_on_one (cli, AMB_ACCESS_READ, load, error);
}

static gboolean
run_remove (AmbCli  *cli,
            GError **error)
{
  return run_on_one (cli, AMB_ACCESS_WRITE, remove_one, error);
}

static gboolean
add_story (AmbCli      *cli,
           const char  *text,
           const char  *name,
           GError     **error)
{
  g_autofree char *language = amb_cli_value_get_language ();
  One one = { 0, amb_story_from_json (text, name, error), language };
  gboolean done = one.story != NULL && amb_cli_run (cli, AMB_ACCESS_WRITE, add, &one, error);

  if (done)
    print_one (cli, one.story);
  g_clear_object (&one.story);

  return done;
}

static gboolean
add_pack (AmbCli  *cli,
          GFile   *file,
          GError **error)
{
  g_autoptr (AmbImportResult) result = amb_cli_import_file (cli, file, "storypack", FALSE, error);
  JsonArray *sources;

  if (result == NULL)
    return FALSE;

  g_free (result->source);
  result->source = g_strdup (amb_cli_get_argument (cli, 0));
  if (!amb_cli_wants_json (cli))
    {
      amb_cli_import_print (cli, result);
      return TRUE;
    }

  sources = json_array_new ();
  json_array_add_object_element (sources, amb_cli_import_to_json (result));
  amb_cli_print_json (cli, json_node_init_array (json_node_alloc (), sources));
  json_array_unref (sources);

  return TRUE;
}

/* A pack is read from a file, for it may have to be read from its middle: what comes in gets one for that long, by the
 * name that the person knows it by. */
static gboolean
add_pack_stream (AmbCli        *cli,
                 GInputStream  *stream,
                 GError       **error)
{
  g_autofree char *folder = g_dir_make_tmp ("ambassador-XXXXXX", error);
  g_autofree char *path = folder == NULL ? NULL : g_build_filename (folder, "-", NULL);
  g_autoptr (GFile) file = path == NULL ? NULL : g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) copy = NULL;
  gboolean done;

  if (file == NULL)
    return FALSE;

  copy = g_file_create (file, G_FILE_CREATE_PRIVATE, amb_cli_get_cancellable (cli), error);
  done = copy != NULL &&
         g_output_stream_splice (G_OUTPUT_STREAM (copy), stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                 amb_cli_get_cancellable (cli), error) >= 0 &&
         add_pack (cli, file, error);
  g_unlink (path);
  g_rmdir (folder);

  return done;
}

/* A story begins with a brace; a pack with “<”, or as a zip file does. */
static gboolean
begins_as_json (GBufferedInputStream *stream)
{
  gsize length;
  const char *bytes = g_buffered_input_stream_peek_buffer (stream, &length);
  gsize i = 0;

  while (i < length && g_ascii_isspace (bytes[i]))
    i++;

  return i < length && (bytes[i] == '{' || bytes[i] == '[');
}

static gboolean
run_add (AmbCli  *cli,
         GError **error)
{
  GCancellable *cancellable = amb_cli_get_cancellable (cli);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GInputStream) buffered = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *text = NULL;
  const char *path;

  if (!amb_cli_parse (cli, NULL, 1, 1, error))
    return FALSE;

  path = amb_cli_get_argument (cli, 0);
  stream = amb_cli_value_open (path, cancellable, error);
  if (stream == NULL)
    return FALSE;

  buffered = g_buffered_input_stream_new (stream);
  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), -1, cancellable, error) < 0)
    return FALSE;

  if (begins_as_json (G_BUFFERED_INPUT_STREAM (buffered)))
    {
      text = amb_cli_value_read_stream (buffered, path, cancellable, error);
      return text != NULL && add_story (cli, text, path, error);
    }

  if (g_str_equal (path, "-"))
    return add_pack_stream (cli, buffered, error);

  file = g_file_new_for_commandline_arg (path);

  return add_pack (cli, file, error);
}

const AmbCliCommand amb_cli_story_commands[] = {
  { "stories search", N_("QUERY"), N_("Find stories, the best match first"), run_search },
  { "stories list", NULL, N_("List stories, the newest first"), run_list },
  { "stories show", N_("ID"), N_("Show a story"), run_show },
  { "stories add", N_("FILE|-"), N_("Add a story (JSON) or a story pack"), run_add },
  { "stories remove", N_("ID"), N_("Remove a story"), run_remove },
  { NULL }
};
