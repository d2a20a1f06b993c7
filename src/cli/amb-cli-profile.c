/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-commands.h"

#include <glib/gi18n-lib.h>

#include "amb-channel-store.h"
#include "amb-cli-table.h"
#include "amb-cli-value.h"
#include "amb-error.h"
#include "amb-json-object.h"
#include "amb-persona.h"
#include "amb-profile-json.h"

/* Larger than any photo that a camera makes of a face. */
#define MOST_PHOTO_BYTES (16 * 1024 * 1024)

typedef struct
{
  const AmbProfileField *field;
  const char            *language;
  char                 **values;
  GBytes                *photo;

  AmbProfile            *profile;
  GListStore            *channels;
} Change;

static gboolean
load_whole (AmbConnection  *connection,
            Change         *change,
            GError        **error)
{
  change->profile = amb_profile_store_load (connection, error);
  change->channels = change->profile == NULL ? NULL : amb_channel_store_list (connection, error);

  return change->channels != NULL;
}

static gpointer
load (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  load_whole (connection, data, error);

  return NULL;
}

static gpointer
set (AmbConnection  *connection,
     gpointer        data,
     GCancellable   *cancellable,
     GError        **error)
{
  Change *change = data;
  g_autofree char *photo = NULL;
  const char * const photos[] = { NULL, NULL };
  const char * const *values = change->photo == NULL ? (const char * const *) change->values : photos;

  if (!load_whole (connection, change, error))
    return NULL;

  amb_profile_set_list (change->profile, change->field->id, change->language, values);
  if (change->photo != NULL)
    {
      photo = amb_persona_store_photo (connection, change->photo, error);
      if (photo == NULL)
        return NULL;
      amb_profile_set_text (change->profile, change->field->id, NULL, photo);
    }
  amb_profile_store_save (connection, change->profile, FALSE, error);

  return NULL;
}

static void
add_field (AmbCliTable           *table,
           AmbProfile            *profile,
           const AmbProfileField *field,
           const char            *language)
{
  g_autofree char *label = language == NULL ? g_strdup (_(field->label))
                                            : g_strdup_printf ("%s (%s)", _(field->label), language);

  amb_cli_table_add_list (table, label, amb_profile_get_list (profile, field->id, language));
}

static void
print_text (AmbCli *cli,
            Change *change)
{
  g_autoptr (AmbCliTable) table = amb_cli_table_new (2);
  g_auto (GStrv) languages = amb_profile_get_languages (change->profile);
  gsize n_fields;
  const AmbProfileField *fields = amb_profile_get_fields (&n_fields);

  for (gsize i = 0; i < n_fields; i++)
    {
      if (!fields[i].per_language)
        add_field (table, change->profile, &fields[i], NULL);
      for (guint j = 0; fields[i].per_language && languages[j] != NULL; j++)
        add_field (table, change->profile, &fields[i], languages[j]);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (change->channels)); i++)
    {
      g_autoptr (AmbChannel) channel = g_list_model_get_item (G_LIST_MODEL (change->channels), i);

      amb_cli_table_add (table, amb_channel_get_text (channel, AMB_CHANNEL_CHANNEL),
                         amb_channel_get_text (channel, AMB_CHANNEL_HANDLE));
    }
  amb_cli_table_print (table, cli, FALSE);
}

static gboolean
finish (AmbCli           *cli,
        Change           *change,
        AmbAccess         access,
        AmbDatabaseFunc   func,
        GError          **error)
{
  g_autoptr (AmbProfile) profile = NULL;
  g_autoptr (GListStore) channels = NULL;
  gboolean done = amb_cli_run (cli, access, func, change, error);

  profile = change->profile;
  channels = change->channels;
  if (done && amb_cli_wants_json (cli))
    amb_cli_print_json (cli, amb_profile_to_json (profile, G_LIST_MODEL (channels)));
  else if (done)
    print_text (cli, change);

  return done;
}

static gboolean
run_show (AmbCli  *cli,
          GError **error)
{
  Change change = { 0 };

  return amb_cli_parse (cli, NULL, 0, 0, error) && finish (cli, &change, AMB_ACCESS_READ, load, error);
}

static const AmbProfileField *
find_field (const char  *id,
            GError     **error)
{
  const AmbProfileField *field = amb_profile_find_field (id);
  g_autoptr (GString) known = NULL;
  const AmbProfileField *fields;
  gsize n_fields;

  if (field != NULL)
    return field;

  known = g_string_new (NULL);
  fields = amb_profile_get_fields (&n_fields);
  for (gsize i = 0; i < n_fields; i++)
    g_string_append_printf (known, "%s%s", i == 0 ? "" : ", ", fields[i].id);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” is not one of: %s."), id, known->str);

  return NULL;
}

static gboolean
read_photo (const char    *path,
            GBytes       **photo,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GInputStream) stream = amb_cli_value_open (path, cancellable, error);
  g_autofree guint8 *bytes = NULL;
  g_autofree char *type = NULL;
  gsize size;

  if (stream == NULL)
    return FALSE;
  bytes = g_malloc (MOST_PHOTO_BYTES + 1);
  if (!g_input_stream_read_all (stream, bytes, MOST_PHOTO_BYTES + 1, &size, cancellable, error))
    return FALSE;

  type = g_content_type_guess (NULL, bytes, size, NULL);
  if (size <= MOST_PHOTO_BYTES && g_str_has_prefix (type, "image/"))
    {
      *photo = g_bytes_new (bytes, size);
      return TRUE;
    }

  g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNKNOWN,
               _("“%s” cannot be your photo. Choose a picture that is not too large."), path);

  return FALSE;
}

/* A field that holds a list takes all its texts at once; the others one. An empty text clears a field. */
static gboolean
read_change (AmbCli  *cli,
             Change  *change,
             GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *value = amb_cli_get_argument (cli, 1);

  change->field = find_field (amb_cli_get_argument (cli, 0), error);
  if (change->field == NULL)
    return FALSE;

  if (!change->field->many && amb_cli_get_n_arguments (cli) > 2)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” holds one text: put it in quotes."),
                   change->field->id);
      return FALSE;
    }

  for (guint i = 1; i < amb_cli_get_n_arguments (cli); i++)
    g_strv_builder_add (builder, amb_cli_get_argument (cli, i));
  change->values = g_strv_builder_end (builder);

  return *value == '\0' || !g_str_equal (change->field->id, "photo") ||
         read_photo (value, &change->photo, amb_cli_get_cancellable (cli), error);
}

static gboolean
run_set (AmbCli  *cli,
         GError **error)
{
  g_autofree char *language = NULL;
  Change change = { 0 };
  gboolean done;
  const GOptionEntry entries[] = {
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &language, N_("The language it is in: yours unless you say otherwise"), N_("LANGUAGE") },
    { NULL }
  };

  if (!amb_cli_parse (cli, entries, 2, G_MAXUINT, error))
    return FALSE;

  if (language == NULL)
    language = amb_cli_value_get_language ();
  change.language = language;
  done = read_change (cli, &change, error) && finish (cli, &change, AMB_ACCESS_WRITE, set, error);
  g_strfreev (change.values);
  g_clear_pointer (&change.photo, g_bytes_unref);

  return done;
}

typedef struct
{
  GArray    *versions;
  GPtrArray *profiles;
} History;

static gpointer
load_history (AmbConnection  *connection,
              gpointer        data,
              GCancellable   *cancellable,
              GError        **error)
{
  History *history = data;

  history->versions = amb_profile_store_list_versions (connection, error);
  for (guint i = 0; history->versions != NULL && i < history->versions->len; i++)
    {
      const AmbProfileVersion *version = &g_array_index (history->versions, AmbProfileVersion, i);
      AmbProfile *profile = amb_profile_store_load_version (connection, version->id, error);

      if (profile == NULL)
        return NULL;
      g_ptr_array_add (history->profiles, profile);
    }

  return NULL;
}

static void
print_history_json (AmbCli  *cli,
                    History *history)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; i < history->versions->len; i++)
    {
      const AmbProfileVersion *version = &g_array_index (history->versions, AmbProfileVersion, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "id", version->id);
      amb_json_object_set_time (object, "saved_at", version->saved_at, NULL);
      json_object_set_member (object, "profile", amb_profile_to_json (g_ptr_array_index (history->profiles, i), NULL));
      json_array_add_object_element (array, object);
    }
  amb_cli_print_json (cli, json_node_init_array (json_node_alloc (), array));
}

static void
print_history_text (AmbCli  *cli,
                    History *history)
{
  g_autoptr (AmbCliTable) table = amb_cli_table_new (3);

  amb_cli_table_add (table, _("Number"), _("Changed"), _("Headline"));
  for (guint i = 0; i < history->versions->len; i++)
    {
      const AmbProfileVersion *version = &g_array_index (history->versions, AmbProfileVersion, i);
      AmbProfile *profile = g_ptr_array_index (history->profiles, i);
      g_auto (GStrv) languages = amb_profile_get_languages (profile);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, version->id);
      g_autofree char *time = amb_cli_table_format_time (version->saved_at, NULL);

      amb_cli_table_add (table, id, time, languages[0] == NULL ? NULL : amb_profile_get_text (profile, "headline", languages[0]));
    }
  amb_cli_table_print (table, cli, TRUE);
}

static gboolean
run_history (AmbCli  *cli,
             GError **error)
{
  g_autoptr (GPtrArray) profiles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) versions = NULL;
  History history = { NULL, profiles };
  gboolean done = amb_cli_parse (cli, NULL, 0, 0, error) &&
                  amb_cli_run (cli, AMB_ACCESS_READ, load_history, &history, error);

  versions = history.versions;
  if (done && amb_cli_wants_json (cli))
    print_history_json (cli, &history);
  else if (done)
    print_history_text (cli, &history);

  return done;
}

const AmbCliCommand amb_cli_profile_commands[] = {
  { "profile show", NULL, N_("Show your profile"), run_show },
  { "profile set", N_("FIELD VALUE…"), N_("Change one field of your profile"), run_set },
  { "profile history", NULL, N_("List the versions of your profile"), run_history },
  { NULL }
};
