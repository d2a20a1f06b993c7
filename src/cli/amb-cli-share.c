/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "amb-cli-log-entry.h"
#include "amb-cli-value.h"
#include "amb-draft-store.h"
#include "amb-entry-store.h"
#include "amb-error.h"
#include "amb-sharing.h"
#include "amb-time.h"

typedef struct
{
  gint64    draft_id;
  char     *channel;
  char     *link;
  gint64    at;
  int       zone_offset;
  AmbEntry *entry;
} Share;

static AmbDraft *
load_draft (AmbConnection  *connection,
            gint64          id,
            GError        **error)
{
  g_autoptr (AmbDraft) draft = amb_draft_store_load (connection, id, error);

  if (draft == NULL)
    return NULL;
  if (amb_draft_get_deleted_at (draft) != AMB_TIME_UNSET)
    g_set_error_literal (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND, _("There is no such draft."));

  return amb_draft_get_deleted_at (draft) == AMB_TIME_UNSET ? g_steal_pointer (&draft) : NULL;
}

/* A time that was said is more certain than that of the permalink. */
static gboolean
confirm (AmbConnection  *connection,
         Share          *share,
         AmbEntry       *entry,
         GError        **error)
{
  if (share->at == AMB_TIME_UNSET)
    return amb_sharing_confirm (connection, entry, share->link, error);

  amb_entry_set_at (entry, share->at);
  amb_entry_set_zone_offset (entry, share->zone_offset);
  amb_entry_set_text (entry, AMB_ENTRY_LINK, share->link);

  return amb_sharing_confirm (connection, entry, NULL, error);
}

static gpointer
share_draft (AmbConnection  *connection,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  Share *share = data;
  g_autoptr (AmbDraft) draft = NULL;
  g_autoptr (AmbEntry) entry = NULL;

  if (!amb_cli_value_require_channel (connection, share->channel, error))
    return NULL;

  draft = load_draft (connection, share->draft_id, error);
  entry = draft == NULL ? NULL : amb_sharing_make_entry (connection, draft, share->channel, error);
  if (entry != NULL && confirm (connection, share, entry, error))
    share->entry = amb_entry_store_load (connection, amb_record_get_id (AMB_RECORD (entry)), error);

  return NULL;
}

static gboolean
run_share (AmbCli  *cli,
           GError **error)
{
  g_autofree char *channel = NULL;
  g_autofree char *link = NULL;
  g_autofree char *at = NULL;
  g_autoptr (AmbEntry) entry = NULL;
  Share share = { .at = AMB_TIME_UNSET };
  gboolean done;
  const GOptionEntry entries[] = {
    { "channel", 0, 0, G_OPTION_ARG_FILENAME, &channel, N_("Where it was shared"), N_("CHANNEL") },
    { "link", 0, 0, G_OPTION_ARG_FILENAME, &link, N_("The address of what was shared"), N_("URL") },
    { "at", 0, 0, G_OPTION_ARG_FILENAME, &at, N_("When it was shared"), N_("TIME") },
    { NULL }
  };

  if (!amb_cli_parse (cli, entries, 1, 1, error) ||
      !amb_cli_value_read_id (amb_cli_get_argument (cli, 0), &share.draft_id, error) ||
      (at != NULL && !amb_cli_value_read_time (at, &share.at, &share.zone_offset, error)))
    return FALSE;

  if (channel == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("Say where it was shared with --channel."));
      return FALSE;
    }

  share.channel = channel;
  share.link = link;
  done = amb_cli_run (cli, AMB_ACCESS_WRITE, share_draft, &share, error);
  entry = share.entry;
  if (done)
    amb_cli_log_entry_print (cli, entry);

  return done;
}

const AmbCliCommand amb_cli_share_commands[] = {
  { "share", N_("DRAFT"), N_("Log a draft as shared, with its text as it stands"), run_share },
  { NULL }
};
