/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-value.h"

#include <string.h>
#include <unistd.h>

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>

#include "amb-channel-rules.h"
#include "amb-channel-store.h"
#include "amb-error.h"
#include "amb-time.h"

/* Longer than any post or article; what is longer is no text that somebody wrote. */
#define MOST_TEXT_BYTES (16 * 1024 * 1024)

/**
 * amb_cli_value_read_id:
 * @text: what was typed
 * @id: (out): the id
 * @error: %G_OPTION_ERROR
 *
 * Reads the id of a record.
 *
 * Returns: %TRUE when it is one
 */
gboolean
amb_cli_value_read_id (const char  *text,
                       gint64      *id,
                       GError     **error)
{
  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("“%s” is not a number to look for: the lists show them."), text);

  return FALSE;
}

/**
 * amb_cli_value_read_ids:
 * @texts: (nullable) (array zero-terminated=1): what was typed
 * @ids: (out) (transfer full) (element-type gint64): the ids
 * @error: %G_OPTION_ERROR
 *
 * Reads the ids of some records.
 *
 * Returns: %TRUE when all are ids
 */
gboolean
amb_cli_value_read_ids (char   **texts,
                        GArray **ids,
                        GError **error)
{
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      gint64 id;

      if (!amb_cli_value_read_id (texts[i], &id, error))
        return FALSE;
      g_array_append_val (read, id);
    }
  *ids = g_steal_pointer (&read);

  return TRUE;
}

static char *
list_nicks (GType type)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GString *nicks = g_string_new (NULL);

  for (guint i = 0; i < klass->n_values; i++)
    g_string_append_printf (nicks, "%s%s", i == 0 ? "" : ", ", klass->values[i].value_nick);

  return g_string_free (nicks, FALSE);
}

/**
 * amb_cli_value_read_nick:
 * @type: an enumeration
 * @text: (nullable): what was typed, or %NULL for nothing
 * @value: (inout): the value; it stays as it is when nothing was typed
 * @error: %G_OPTION_ERROR
 *
 * Reads a word that stands for a value.
 *
 * Returns: %TRUE when there is such a value
 */
gboolean
amb_cli_value_read_nick (GType        type,
                         const char  *text,
                         int         *value,
                         GError     **error)
{
  g_autofree char *nicks = NULL;

  if (text == NULL || amb_enum_from_nick (type, text, value))
    return TRUE;

  nicks = list_nicks (type);
  /* Translators: the first is what was typed, the second a list of words */
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” is not one of: %s."), text, nicks);

  return FALSE;
}

/* RFC 3339 wants seconds, which nobody types. */
static char *
add_seconds (const char *text)
{
  gsize length = strlen ("YYYY-MM-DDThh:mm");

  if (strlen (text) < length || text[13] != ':' || text[length] == ':')
    return g_strdup (text);

  return g_strdup_printf ("%.*s:00%s", (int) length, text, text + length);
}

static int
find_zone_offset (const char *text,
                  gint64      time)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (text, local);

  if (moment == NULL)
    moment = g_date_time_new_from_unix_local (time / 1000);

  return moment == NULL ? 0 : g_date_time_get_utc_offset (moment) / G_TIME_SPAN_MINUTE;
}

/**
 * amb_cli_value_read_time:
 * @text: what was typed: a date, a date and time, or both with an offset as RFC 3339 has it
 * @time: (out): milliseconds since 1970, UTC; of a date alone its midnight
 * @zone_offset: (out) (optional): minutes east of UTC on the clock that is meant
 * @error: %G_OPTION_ERROR
 *
 * Reads a time.
 *
 * Returns: %TRUE when it is one
 */
gboolean
amb_cli_value_read_time (const char  *text,
                         gint64      *time,
                         int         *zone_offset,
                         GError     **error)
{
  g_autofree char *whole = add_seconds (text);

  *time = amb_time_from_iso8601 (whole, NULL);
  if (*time == AMB_TIME_UNSET)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("“%s” is not a time: write it as 2026-11-23 or 2026-11-23T14:02+01:00."), text);
      return FALSE;
    }
  if (zone_offset != NULL)
    *zone_offset = find_zone_offset (whole, *time);

  return TRUE;
}

/**
 * amb_cli_value_read_until:
 * @text: what was typed
 * @time: (out): milliseconds since 1970, UTC: the first moment that counts no more
 * @error: %G_OPTION_ERROR
 *
 * Reads the end of a period. A date alone means until that day is over.
 *
 * Returns: %TRUE when it is a time
 */
gboolean
amb_cli_value_read_until (const char  *text,
                          gint64      *time,
                          GError     **error)
{
  g_autoptr (GDateTime) midnight = NULL;
  g_autoptr (GDateTime) next = NULL;

  if (!amb_cli_value_read_time (text, time, NULL, error))
    return FALSE;
  if (strlen (text) > strlen ("YYYY-MM-DD"))
    return TRUE;

  /* A day need not have 24 hours. */
  midnight = g_date_time_new_from_unix_local (*time / 1000);
  next = midnight == NULL ? NULL : g_date_time_add_days (midnight, 1);
  if (next != NULL)
    *time = g_date_time_to_unix (next) * 1000;

  return TRUE;
}

/**
 * amb_cli_value_open:
 * @path: a file, or "-" for standard input
 * @cancellable: (nullable): stops it
 * @error: #GIOErrorEnum
 *
 * Opens what is to be read.
 *
 * Returns: (transfer full) (nullable): the stream
 */
GInputStream *
amb_cli_value_open (const char    *path,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (path, "-"))
    return g_unix_input_stream_new (STDIN_FILENO, FALSE);

  file = g_file_new_for_commandline_arg (path);
  if (g_file_peek_path (file) != NULL)
    return (GInputStream *) g_file_read (file, cancellable, error);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _("“%s” can’t be read from there: save it as a file first."), path);

  return NULL;
}

static GString *
read_all (GInputStream  *stream,
          const char    *path,
          GCancellable  *cancellable,
          GError       **error)
{
  GString *text = g_string_new (NULL);
  char buffer[16 * 1024];
  gssize size;

  while ((size = g_input_stream_read (stream, buffer, sizeof buffer, cancellable, error)) > 0)
    {
      g_string_append_len (text, buffer, size);
      if (text->len > MOST_TEXT_BYTES)
        {
          g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_TOO_LARGE, _("“%s” is too large for a text."), path);
          size = -1;
          break;
        }
    }

  if (size < 0)
    {
      g_string_free (text, TRUE);
      return NULL;
    }

  return text;
}

/**
 * amb_cli_value_read_stream:
 * @stream: a stream
 * @name: what the person knows it by
 * @cancellable: (nullable): stops it
 * @error: [error@FormatError] when it is no text, or #GIOErrorEnum
 *
 * Reads a text to its end. The line break that an editor puts there does not belong to it.
 *
 * Returns: (transfer full) (nullable): UTF-8
 */
char *
amb_cli_value_read_stream (GInputStream  *stream,
                           const char    *name,
                           GCancellable  *cancellable,
                           GError       **error)
{
  GString *text = read_all (stream, name, cancellable, error);

  if (text == NULL)
    return NULL;

  if (!g_utf8_validate (text->str, text->len, NULL))
    {
      g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_MALFORMED, _("“%s” is not a text in UTF-8."), name);
      g_string_free (text, TRUE);
      return NULL;
    }

  if (g_str_has_suffix (text->str, "\n"))
    g_string_truncate (text, text->len - (g_str_has_suffix (text->str, "\r\n") ? 2 : 1));

  return g_string_free (text, FALSE);
}

/**
 * amb_cli_value_read_text:
 * @path: a file, or "-" for standard input
 * @cancellable: (nullable): stops it
 * @error: as of [func@cli_value_read_stream]
 *
 * Reads a text from a file.
 *
 * Returns: (transfer full) (nullable): UTF-8
 */
char *
amb_cli_value_read_text (const char    *path,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (GInputStream) stream = amb_cli_value_open (path, cancellable, error);

  return stream == NULL ? NULL : amb_cli_value_read_stream (stream, path, cancellable, error);
}

/**
 * amb_cli_value_get_language:
 *
 * Gets the language of the person's surroundings.
 *
 * Returns: (transfer full): BCP 47, without a region
 */
char *
amb_cli_value_get_language (void)
{
  const char *name = g_get_language_names ()[0];

  if (g_str_equal (name, "C") || g_str_has_prefix (name, "C.") || g_str_equal (name, "POSIX"))
    return g_strdup ("en");

  return g_strndup (name, strcspn (name, "_.@"));
}

/**
 * amb_cli_value_require_channel:
 * @connection: a connection
 * @channel: the id of a channel
 * @error: [error@ServiceError] when there is no such channel
 *
 * Makes sure that a channel is one that the program knows or one of the person's own.
 *
 * Returns: %TRUE when it is
 */
gboolean
amb_cli_value_require_channel (AmbConnection  *connection,
                               const char     *channel,
                               GError        **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AmbChannel) own = NULL;
  g_autoptr (GString) known = NULL;
  const AmbChannelRules * const *rules;
  gsize n_rules;

  if (amb_channel_rules_lookup (channel) != NULL)
    return TRUE;

  own = amb_channel_store_find (connection, channel, &local_error);
  if (own != NULL)
    return TRUE;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  known = g_string_new (NULL);
  rules = amb_channel_rules_list (&n_rules);
  for (gsize i = 0; i < n_rules; i++)
    g_string_append_printf (known, "%s%s", i == 0 ? "" : ", ", amb_channel_rules_get_id (rules[i]));
  g_set_error (error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_INVALID,
               _("There is no channel “%s”. There are: %s, and your own."), channel, known->str);

  return FALSE;
}
