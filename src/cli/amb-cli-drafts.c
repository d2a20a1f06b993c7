/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "amb-cli-page.h"
#include "amb-cli-table.h"
#include "amb-cli-value.h"
#include "amb-draft-json.h"
#include "amb-draft-store.h"
#include "amb-drafting.h"
#include "amb-error.h"
#include "amb-story-store.h"
#include "amb-time.h"

/* What can be said of a draft. What was not said is NULL, and stays as it is. */
typedef struct
{
  gint64    id;
  char    **story_texts;
  char    **channels;
  char     *text;
  char     *language;
  char     *state_nick;
  char     *plan_text;

  GArray   *stories;
  int       state;
  gint64    planned_at;

  AmbDraft *draft;
} Saying;

static void
clear_saying (Saying *saying)
{
  g_strfreev (saying->story_texts);
  g_strfreev (saying->channels);
  g_free (saying->text);
  g_free (saying->language);
  g_free (saying->state_nick);
  g_free (saying->plan_text);
  g_clear_pointer (&saying->stories, g_array_unref);
  g_clear_object (&saying->draft);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Saying, clear_saying)

#define SAYING_ENTRIES(saying) \
  { "story", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &(saying).story_texts, N_("A story it is about"), N_("ID") }, \
  { "channel", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &(saying).channels, N_("Where it is to be shared"), N_("CHANNEL") }, \
  { "text", 0, 0, G_OPTION_ARG_FILENAME, &(saying).text, N_("The text, or - to read it from standard input"), N_("TEXT") }, \
  { "language", 0, 0, G_OPTION_ARG_FILENAME, &(saying).language, N_("The language it is in"), N_("LANGUAGE") }, \
  { "state", 0, 0, G_OPTION_ARG_FILENAME, &(saying).state_nick, N_("How far along it is"), N_("STATE") }, \
  { "at", 0, 0, G_OPTION_ARG_FILENAME, &(saying).plan_text, N_("When it is planned for"), N_("TIME") }

/* A lone “-” says the same as “--text -”. */
static gboolean
read_values (AmbCli   *cli,
             Saying   *saying,
             guint     text_position,
             GError  **error)
{
  const char *dash = amb_cli_get_argument (cli, text_position);

  if (dash != NULL && (!g_str_equal (dash, "-") || saying->text != NULL))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” is too much: the text comes after --text."), dash);
      return FALSE;
    }

  if (dash != NULL || g_strcmp0 (saying->text, "-") == 0)
    {
      g_free (saying->text);
      saying->text = amb_cli_value_read_text ("-", amb_cli_get_cancellable (cli), error);
      if (saying->text == NULL)
        return FALSE;
    }

  return amb_cli_value_read_ids (saying->story_texts, &saying->stories, error) &&
         amb_cli_value_read_nick (AMB_TYPE_DRAFT_STATE, saying->state_nick, &saying->state, error) &&
         (saying->plan_text == NULL || *saying->plan_text == '\0' ||
          amb_cli_value_read_time (saying->plan_text, &saying->planned_at, NULL, error));
}

static gboolean
add_story (AmbConnection  *connection,
           AmbDraft       *draft,
           gint64          story_id,
           GError        **error)
{
  GArray *stories = amb_draft_get_stories (draft);
  g_autoptr (AmbStory) story = NULL;

  for (guint i = 0; i < stories->len; i++)
    {
      if (g_array_index (stories, AmbStoryUse, i).story_id == story_id)
        return TRUE;
    }

  if (!amb_story_store_require (connection, story_id, error))
    return FALSE;
  story = amb_story_store_load (connection, story_id, error);
  if (story == NULL)
    return FALSE;

  amb_draft_add_story (draft, story_id, amb_story_get_version (story));
  if (amb_draft_get_text (draft, AMB_DRAFT_LANGUAGE) == NULL)
    amb_draft_set_text (draft, AMB_DRAFT_LANGUAGE, amb_story_get_text (story, AMB_STORY_LANGUAGE));

  return TRUE;
}

static gboolean
apply_lists (AmbConnection  *connection,
             Saying         *saying,
             AmbDraft       *draft,
             GError        **error)
{
  for (guint i = 0; i < saying->stories->len; i++)
    {
      if (!add_story (connection, draft, g_array_index (saying->stories, gint64, i), error))
        return FALSE;
    }

  for (guint i = 0; saying->channels != NULL && saying->channels[i] != NULL; i++)
    {
      if (!amb_cli_value_require_channel (connection, saying->channels[i], error))
        return FALSE;
      amb_draft_add_variant (draft, saying->channels[i]);
    }

  return TRUE;
}

/* A new draft has one text; later a text for named channels is theirs alone. */
static void
apply_text (Saying   *saying,
            AmbDraft *draft,
            gboolean  is_new)
{
  if (saying->text == NULL)
    return;

  if (is_new || saying->channels == NULL)
    amb_draft_set_text (draft, AMB_DRAFT_TEXT, saying->text);
  for (guint i = 0; !is_new && saying->channels != NULL && saying->channels[i] != NULL; i++)
    {
      AmbVariant *variant = amb_draft_get_variant (draft, saying->channels[i]);

      amb_variant_set_follows (variant, FALSE);
      amb_variant_set_text (variant, AMB_VARIANT_TEXT, saying->text);
    }

  if (amb_draft_get_state (draft) == AMB_DRAFT_STATE_IDEA)
    amb_draft_set_state (draft, AMB_DRAFT_STATE_DRAFT);
}

/* As the window does: the plan is kept with the zone of the clock that it was made by. An empty time takes it away. */
static void
apply_plan (Saying   *saying,
            AmbDraft *draft)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gboolean planned = *saying->plan_text != '\0';

  amb_draft_set_planned_at (draft, planned ? saying->planned_at : AMB_TIME_UNSET);
  amb_draft_set_text (draft, AMB_DRAFT_ZONE, planned ? g_time_zone_get_identifier (zone) : NULL);
  if (planned)
    amb_draft_set_state (draft, AMB_DRAFT_STATE_PLANNED);
  else if (amb_draft_get_state (draft) == AMB_DRAFT_STATE_PLANNED)
    amb_draft_set_state (draft, AMB_DRAFT_STATE_DRAFT);
}

static gboolean
apply (AmbConnection  *connection,
       Saying         *saying,
       AmbDraft       *draft,
       gboolean        is_new,
       GError        **error)
{
  if (!apply_lists (connection, saying, draft, error))
    return FALSE;

  apply_text (saying, draft, is_new);
  if (saying->language != NULL)
    amb_draft_set_text (draft, AMB_DRAFT_LANGUAGE, saying->language);
  if (saying->plan_text != NULL)
    apply_plan (saying, draft);
  if (saying->state_nick != NULL)
    amb_draft_set_state (draft, saying->state);

  return amb_draft_store_save (connection, draft, error);
}

static gpointer
make (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  Saying *saying = data;
  const char *channel = saying->channels == NULL ? NULL : saying->channels[0];
  g_autoptr (AmbDraft) draft = NULL;

  if (channel != NULL && !amb_cli_value_require_channel (connection, channel, error))
    return NULL;

  draft = amb_drafting_make (connection, 0, channel, saying->text, error);
  if (draft != NULL && apply (connection, saying, draft, TRUE, error))
    saying->draft = g_steal_pointer (&draft);

  return NULL;
}

static AmbDraft *
load_draft (AmbConnection  *connection,
            gint64          id,
            GError        **error)
{
  g_autoptr (AmbDraft) draft = amb_draft_store_load (connection, id, error);

  if (draft == NULL || amb_draft_get_deleted_at (draft) == AMB_TIME_UNSET)
    return g_steal_pointer (&draft);

  g_set_error_literal (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND, _("There is no such draft."));

  return NULL;
}

static gpointer
load (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  Saying *saying = data;

  saying->draft = load_draft (connection, saying->id, error);

  return NULL;
}

static gpointer
edit (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  Saying *saying = data;
  g_autoptr (AmbDraft) draft = load_draft (connection, saying->id, error);

  if (draft != NULL && apply (connection, saying, draft, FALSE, error))
    saying->draft = g_steal_pointer (&draft);

  return NULL;
}

static gpointer
discard (AmbConnection  *connection,
         gpointer        data,
         GCancellable   *cancellable,
         GError        **error)
{
  Saying *saying = data;
  g_autoptr (AmbDraft) draft = load_draft (connection, saying->id, error);

  if (draft != NULL && amb_draft_store_discard (connection, saying->id, TRUE, error))
    saying->draft = amb_draft_store_load (connection, saying->id, error);

  return NULL;
}

static void
print_text (AmbCli   *cli,
            AmbDraft *draft)
{
  GListModel *variants = G_LIST_MODEL (amb_draft_get_variants (draft));
  GArray *stories = amb_draft_get_stories (draft);
  g_autoptr (AmbCliTable) table = amb_cli_table_new (2);

  amb_cli_table_add_id (table, _("Number"), amb_record_get_id (AMB_RECORD (draft)));
  amb_cli_table_add_field (table, _("State"), amb_draft_state_get_label (amb_draft_get_state (draft)));
  amb_cli_table_add_field (table, _("Language"), amb_draft_get_text (draft, AMB_DRAFT_LANGUAGE));
  amb_cli_table_add_time (table, _("Planned for"), amb_draft_get_planned_at (draft));
  amb_cli_table_add_time (table, _("Changed"), amb_draft_get_updated_at (draft));
  amb_cli_table_add_time (table, _("Discarded"), amb_draft_get_deleted_at (draft));
  for (guint i = 0; i < stories->len; i++)
    amb_cli_table_add_id (table, _("Story"), g_array_index (stories, AmbStoryUse, i).story_id);
  amb_cli_table_add_field (table, _("Text"), amb_draft_get_text (draft, AMB_DRAFT_TEXT));
  for (guint i = 0; i < g_list_model_get_n_items (variants); i++)
    {
      g_autoptr (AmbVariant) variant = g_list_model_get_item (variants, i);
      const char *text = amb_variant_get_text (variant, AMB_VARIANT_TEXT);

      amb_cli_table_add_field (table, amb_variant_get_text (variant, AMB_VARIANT_CHANNEL),
                               amb_variant_get_follows (variant) ? _("The same text") : text);
    }
  amb_cli_table_print (table, cli, FALSE);
}

static gboolean
finish (AmbCli           *cli,
        Saying           *saying,
        AmbAccess         access,
        AmbDatabaseFunc   func,
        GError          **error)
{
  if (!amb_cli_run (cli, access, func, saying, error))
    return FALSE;

  if (amb_cli_wants_json (cli))
    amb_cli_print_json (cli, amb_draft_to_json (saying->draft));
  else
    print_text (cli, saying->draft);

  return TRUE;
}

static gboolean
run_new (AmbCli  *cli,
         GError **error)
{
  g_auto (Saying) saying = { 0 };
  const GOptionEntry entries[] = { SAYING_ENTRIES (saying), { NULL } };

  return amb_cli_parse (cli, entries, 0, 1, error) &&
         read_values (cli, &saying, 0, error) &&
         finish (cli, &saying, AMB_ACCESS_WRITE, make, error);
}

static gboolean
run_edit (AmbCli  *cli,
          GError **error)
{
  g_auto (Saying) saying = { 0 };
  const GOptionEntry entries[] = { SAYING_ENTRIES (saying), { NULL } };

  return amb_cli_parse (cli, entries, 1, 2, error) &&
         amb_cli_value_read_id (amb_cli_get_argument (cli, 0), &saying.id, error) &&
         read_values (cli, &saying, 1, error) &&
         finish (cli, &saying, AMB_ACCESS_WRITE, edit, error);
}

static gboolean
run_on_one (AmbCli           *cli,
            AmbAccess         access,
            AmbDatabaseFunc   func,
            GError          **error)
{
  g_auto (Saying) saying = { 0 };

  return amb_cli_parse (cli, NULL, 1, 1, error) &&
         amb_cli_value_read_id (amb_cli_get_argument (cli, 0), &saying.id, error) &&
         finish (cli, &saying, access, func, error);
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
  return run_on_one (cli, AMB_ACCESS_WRITE, discard, error);
}

typedef struct
{
  int         state;
  AmbCliPage  page;
  GPtrArray  *drafts;
  guint       total;
} Listing;

static gpointer
list (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  Listing *listing = data;
  g_autoptr (GArray) ids = amb_draft_store_query (connection, listing->state, NULL, FALSE, error);
  guint first;
  guint end;

  if (ids == NULL)
    return NULL;

  listing->total = ids->len;
  amb_cli_page_cut (&listing->page, ids->len, &first, &end);
  for (guint i = first; i < end; i++)
    {
      AmbDraft *draft = amb_draft_store_load (connection, g_array_index (ids, gint64, i), error);

      if (draft == NULL)
        return NULL;
      g_ptr_array_add (listing->drafts, draft);
    }

  return NULL;
}

static void
print_list (AmbCli  *cli,
            Listing *listing)
{
  g_autoptr (AmbCliTable) table = amb_cli_table_new (4);

  amb_cli_table_add (table, _("Number"), _("State"), _("Changed"), _("Text"));
  for (guint i = 0; i < listing->drafts->len; i++)
    {
      AmbDraft *draft = g_ptr_array_index (listing->drafts, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, amb_record_get_id (AMB_RECORD (draft)));
      g_autofree char *time = amb_cli_table_format_time (amb_draft_get_updated_at (draft), NULL);
      g_autofree char *text = amb_cli_table_shorten (amb_draft_get_text (draft, AMB_DRAFT_TEXT), 70);

      amb_cli_table_add (table, id, amb_draft_state_get_label (amb_draft_get_state (draft)), time, text);
    }
  amb_cli_table_print (table, cli, TRUE);
  amb_cli_print (cli, AMB_CLI_DIM, ngettext ("%u draft\n", "%u drafts\n", listing->total), listing->total);
}

static gboolean
run_list (AmbCli  *cli,
          GError **error)
{
  g_autofree char *state = NULL;
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  Listing listing = { 0, { G_MAXUINT, 0 }, drafts, 0 };
  const GOptionEntry entries[] = {
    { "state", 0, 0, G_OPTION_ARG_FILENAME, &state, N_("Only drafts in this state"), N_("STATE") },
    AMB_CLI_PAGE_ENTRIES (listing.page),
    { NULL }
  };

  if (!amb_cli_parse (cli, entries, 0, 0, error) ||
      !amb_cli_page_check (&listing.page, error) ||
      !amb_cli_value_read_nick (AMB_TYPE_DRAFT_STATE, state, &listing.state, error) ||
      !amb_cli_run (cli, AMB_ACCESS_READ, list, &listing, error))
    return FALSE;

  if (amb_cli_wants_json (cli))
    {
      JsonArray *array = json_array_new ();

      for (guint i = 0; i < drafts->len; i++)
        json_array_add_element (array, amb_draft_to_json (g_ptr_array_index (drafts, i)));
      amb_cli_print_json (cli, amb_cli_page_to_json (listing.total, "drafts", array));
    }
  else
    {
      print_list (cli, &listing);
    }

  return TRUE;
}

const AmbCliCommand amb_cli_draft_commands[] = {
  { "drafts new", N_("[-]"), N_("Begin a draft"), run_new },
  { "drafts list", NULL, N_("List the drafts, those changed last first"), run_list },
  { "drafts show", N_("ID"), N_("Show a draft"), run_show },
  { "drafts edit", N_("ID [-]"), N_("Change a draft; with --channel the text is for that channel alone"), run_edit },
  { "drafts remove", N_("ID"), N_("Discard a draft"), run_remove },
  { NULL }
};
