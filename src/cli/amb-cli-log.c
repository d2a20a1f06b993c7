/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "amb-cli-entry-options.h"
#include "amb-cli-log-entry.h"
#include "amb-cli-page.h"
#include "amb-cli-value.h"
#include "amb-entry-store.h"
#include "amb-time.h"

typedef struct
{
  gint64              id;
  AmbCliEntryOptions *options;
  AmbResult           result;
  AmbEntry           *entry;
} One;

static AmbEntry *
load_entry (AmbConnection  *connection,
            gint64          id,
            GError        **error)
{
  return amb_entry_store_require (connection, id, error) ? amb_entry_store_load (connection, id, error) : NULL;
}

static gpointer
load (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  One *one = data;

  one->entry = load_entry (connection, one->id, error);

  return NULL;
}

static gboolean
store (AmbConnection  *connection,
       One            *one,
       AmbEntry       *entry,
       GError        **error)
{
  if (amb_entry_store_save (connection, entry, error))
    one->entry = amb_entry_store_load (connection, amb_record_get_id (AMB_RECORD (entry)), error);

  return one->entry != NULL;
}

static gpointer
add (AmbConnection  *connection,
     gpointer        data,
     GCancellable   *cancellable,
     GError        **error)
{
  One *one = data;
  g_autoptr (AmbEntry) entry = amb_entry_new ();

  amb_entry_set_confirmed (entry, TRUE);
  if (amb_cli_entry_options_apply (one->options, connection, entry, error))
    store (connection, one, entry, error);

  return NULL;
}

static gpointer
edit (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  One *one = data;
  g_autoptr (AmbEntry) entry = load_entry (connection, one->id, error);

  if (entry != NULL && amb_cli_entry_options_apply (one->options, connection, entry, error))
    store (connection, one, entry, error);

  return NULL;
}

static gpointer
remove_one (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  One *one = data;
  g_autoptr (AmbEntry) entry = load_entry (connection, one->id, error);

  if (entry != NULL && amb_entry_store_remove (connection, one->id, TRUE, error))
    one->entry = g_steal_pointer (&entry);

  return NULL;
}

static gpointer
add_result (AmbConnection  *connection,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  One *one = data;
  g_autoptr (AmbEntry) entry = load_entry (connection, one->id, error);

  if (entry == NULL)
    return NULL;

  if (one->result.at == AMB_TIME_UNSET)
    one->result.at = amb_connection_get_now (connection);
  amb_entry_add_result (entry, &one->result);
  store (connection, one, entry, error);

  return NULL;
}

static gboolean
finish (AmbCli           *cli,
        One              *one,
        AmbAccess         access,
        AmbDatabaseFunc   func,
        GError          **error)
{
  g_autoptr (AmbEntry) entry = NULL;
  gboolean done = amb_cli_run (cli, access, func, one, error);

  entry = one->entry;
  if (done)
    amb_cli_log_entry_print (cli, entry);

  return done;
}

static gboolean
run_add (AmbCli  *cli,
         GError **error)
{
  g_autoptr (AmbCliEntryOptions) options = amb_cli_entry_options_parse (cli, 0, error);
  One one = { .options = options };

  return options != NULL && finish (cli, &one, AMB_ACCESS_WRITE, add, error);
}

static gboolean
run_edit (AmbCli  *cli,
          GError **error)
{
  g_autoptr (AmbCliEntryOptions) options = amb_cli_entry_options_parse (cli, 1, error);
  One one = { .options = options };

  return options != NULL &&
         amb_cli_value_read_id (amb_cli_get_argument (cli, 0), &one.id, error) &&
         finish (cli, &one, AMB_ACCESS_WRITE, edit, error);
}

static gboolean
run_on_one (AmbCli           *cli,
            AmbAccess         access,
            AmbDatabaseFunc   func,
            GError          **error)
{
  One one = { 0 };

  return amb_cli_parse (cli, NULL, 1, 1, error) &&
         amb_cli_value_read_id (amb_cli_get_argument (cli, 0), &one.id, error) &&
         finish (cli, &one, access, func, error);
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

/* What was not said is -1; nobody was seen less than never. */
static gboolean
check_result (const AmbResult  *result,
              GError          **error)
{
  const gint64 numbers[] = { result->views, result->reactions, result->comments, result->reshares, result->clicks };
  gint64 least = 0;
  gint64 most = -1;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      least = MIN (least, numbers[i]);
      most = MAX (most, numbers[i]);
    }
  if (most >= 0 && least >= -1)
    return TRUE;

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("Say at least one number, for example --views 120."));

  return FALSE;
}

static gboolean
run_result (AmbCli  *cli,
            GError **error)
{
  g_autofree char *at = NULL;
  One one = { .result = { AMB_TIME_UNSET, -1, -1, -1, -1, -1 } };
  const GOptionEntry entries[] = {
    { "views", 0, 0, G_OPTION_ARG_INT64, &one.result.views, N_("How often it was seen"), N_("N") },
    { "reactions", 0, 0, G_OPTION_ARG_INT64, &one.result.reactions, N_("Likes and the like"), N_("N") },
    { "comments", 0, 0, G_OPTION_ARG_INT64, &one.result.comments, N_("Replies"), N_("N") },
    { "reshares", 0, 0, G_OPTION_ARG_INT64, &one.result.reshares, N_("How often it was passed on"), N_("N") },
    { "clicks", 0, 0, G_OPTION_ARG_INT64, &one.result.clicks, N_("How often its link was followed"), N_("N") },
    { "at", 0, 0, G_OPTION_ARG_FILENAME, &at, N_("When the numbers were read: now unless you say otherwise"), N_("TIME") },
    { NULL }
  };

  return amb_cli_parse (cli, entries, 1, 1, error) &&
         amb_cli_value_read_id (amb_cli_get_argument (cli, 0), &one.id, error) &&
         check_result (&one.result, error) &&
         (at == NULL || amb_cli_value_read_time (at, &one.result.at, NULL, error)) &&
         finish (cli, &one, AMB_ACCESS_WRITE, add_result, error);
}

typedef struct
{
  AmbEntryFilter *filter;
  AmbCliPage      page;
  GPtrArray      *entries;
  guint           total;
} Listing;

static gpointer
list (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  Listing *listing = data;
  g_autoptr (GArray) ids = amb_entry_store_query (connection, listing->filter, error);
  guint first;
  guint end;

  if (ids == NULL)
    return NULL;

  listing->total = ids->len;
  amb_cli_page_cut (&listing->page, ids->len, &first, &end);
  for (guint i = first; i < end; i++)
    {
      AmbEntry *entry = amb_entry_store_load (connection, g_array_index (ids, gint64, i), error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (listing->entries, entry);
    }

  return NULL;
}

static gboolean
run_list (AmbCli  *cli,
          GError **error)
{
  g_autofree char *since = NULL;
  g_autofree char *until = NULL;
  g_autofree char *kind_nick = NULL;
  g_autoptr (AmbEntryFilter) filter = amb_entry_filter_new ();
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  Listing listing = { filter, AMB_CLI_PAGE_INIT, found, 0 };
  int kind = 0;
  const GOptionEntry entries[] = {
    { "since", 0, 0, G_OPTION_ARG_FILENAME, &since, N_("Only from this day on"), N_("DATE") },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &until, N_("Only up to and including this day"), N_("DATE") },
    { "channel", 0, 0, G_OPTION_ARG_FILENAME, &filter->channel, N_("Only on this channel"), N_("CHANNEL") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &kind_nick, N_("Only of this kind"), N_("KIND") },
    { "search", 0, 0, G_OPTION_ARG_FILENAME, &filter->search, N_("Only with these words"), N_("QUERY") },
    AMB_CLI_PAGE_ENTRIES (listing.page),
    { NULL }
  };

  if (!amb_cli_parse (cli, entries, 0, 0, error) ||
      !amb_cli_page_check (&listing.page, error) ||
      !amb_cli_value_read_nick (AMB_TYPE_ENTRY_KIND, kind_nick, &kind, error) ||
      (since != NULL && !amb_cli_value_read_time (since, &filter->since, NULL, error)) ||
      (until != NULL && !amb_cli_value_read_until (until, &filter->until, error)))
    return FALSE;

  filter->kind = kind;
  if (!amb_cli_run (cli, AMB_ACCESS_READ, list, &listing, error))
    return FALSE;
  amb_cli_log_entry_print_list (cli, found, listing.total);

  return TRUE;
}

const AmbCliCommand amb_cli_log_commands[] = {
  { "log add", NULL, N_("Add an entry that had no draft"), run_add },
  { "log list", NULL, N_("List the entries, the newest first"), run_list },
  { "log show", N_("ID"), N_("Show an entry"), run_show },
  { "log edit", N_("ID"), N_("Change an entry"), run_edit },
  { "log remove", N_("ID"), N_("Remove an entry"), run_remove },
  { "log result", N_("ID"), N_("Note how an entry did until now"), run_result },
  { NULL }
};
