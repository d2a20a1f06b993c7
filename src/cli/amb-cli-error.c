/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-error.h"

#include <gio/gio.h>

#include "amb-cli.h"
#include "amb-error.h"

/* What scripts know an error by; the numbers are those of amb-error.h. */
static const struct
{
  const char *code;
  int         status;
} storage_errors[] = {
  [AMB_STORAGE_ERROR_FAILED] = { "failed", AMB_CLI_FAILED },
  [AMB_STORAGE_ERROR_BUSY] = { "busy", AMB_CLI_FAILED },
  [AMB_STORAGE_ERROR_FULL] = { "full", AMB_CLI_FAILED },
  [AMB_STORAGE_ERROR_READ_ONLY] = { "read-only", AMB_CLI_FAILED },
  [AMB_STORAGE_ERROR_NOT_OURS] = { "not-ours", AMB_CLI_BAD_DATABASE },
  [AMB_STORAGE_ERROR_TOO_NEW] = { "too-new", AMB_CLI_BAD_DATABASE },
  [AMB_STORAGE_ERROR_DAMAGED] = { "damaged", AMB_CLI_BAD_DATABASE },
  [AMB_STORAGE_ERROR_NOT_FOUND] = { "not-found", AMB_CLI_FAILED },
  [AMB_STORAGE_ERROR_CLOSED] = { "closed", AMB_CLI_FAILED },
  [AMB_STORAGE_ERROR_TOO_OLD] = { "too-old", AMB_CLI_BAD_DATABASE },
};

static const char * const format_codes[] = {
  [AMB_FORMAT_ERROR_UNKNOWN] = "unknown-format",
  [AMB_FORMAT_ERROR_MALFORMED] = "malformed",
  [AMB_FORMAT_ERROR_INVALID] = "invalid",
  [AMB_FORMAT_ERROR_TOO_LARGE] = "too-large",
  [AMB_FORMAT_ERROR_UNSAFE] = "unsafe",
  [AMB_FORMAT_ERROR_UNSUPPORTED] = "unsupported",
};

static const char *
get_io_code (int code)
{
  switch (code)
    {
    case G_IO_ERROR_CANCELLED:
      return "interrupted";
    case G_IO_ERROR_NOT_FOUND:
      return "not-found";
    case G_IO_ERROR_NO_SPACE:
      return "full";
    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
      return "denied";
    default:
      return "failed";
    }
}

/**
 * amb_cli_error_get_status:
 * @error: an error
 *
 * Tells with which status the program ends after an error.
 *
 * Returns: an exit status
 */
int
amb_cli_error_get_status (const GError *error)
{
  if (error->domain == G_OPTION_ERROR || error->domain == AMB_SERVICE_ERROR)
    return AMB_CLI_WRONG_USAGE;
  if (error->domain == AMB_FORMAT_ERROR)
    return AMB_CLI_BAD_INPUT;
  if (error->domain == AMB_STORAGE_ERROR && (gsize) error->code < G_N_ELEMENTS (storage_errors))
    return storage_errors[error->code].status;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return AMB_CLI_INTERRUPTED;

  return AMB_CLI_FAILED;
}

/**
 * amb_cli_error_get_code:
 * @error: an error
 *
 * Gets the word that scripts know an error by.
 *
 * Returns: a word that stays the same in every language and version
 */
const char *
amb_cli_error_get_code (const GError *error)
{
  if (error->domain == G_OPTION_ERROR || error->domain == AMB_SERVICE_ERROR)
    return "usage";
  if (error->domain == AMB_FORMAT_ERROR && (gsize) error->code < G_N_ELEMENTS (format_codes))
    return format_codes[error->code];
  if (error->domain == AMB_STORAGE_ERROR && (gsize) error->code < G_N_ELEMENTS (storage_errors))
    return storage_errors[error->code].code;
  if (error->domain == G_IO_ERROR)
    return get_io_code (error->code);

  return "failed";
}

/**
 * amb_cli_error_get_line:
 * @error: an error
 *
 * Gets what an error says, as one line that no terminal takes for anything but text.
 *
 * Returns: (transfer full): UTF-8
 */
char *
amb_cli_error_get_line (const GError *error)
{
  g_autofree char *valid = g_utf8_make_valid (error->message, -1);
  GString *line = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      g_string_append_unichar (line, g_unichar_iscntrl (character) ? ' ' : character);
    }

  return g_string_free (line, FALSE);
}

/**
 * amb_cli_error_to_json:
 * @error: an error
 *
 * Makes the JSON of an error.
 *
 * Returns: (transfer full): `{"code","message"}`
 */
JsonObject *
amb_cli_error_to_json (const GError *error)
{
  g_autofree char *message = g_utf8_make_valid (error->message, -1);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "code", amb_cli_error_get_code (error));
  json_object_set_string_member (object, "message", message);

  return object;
}
