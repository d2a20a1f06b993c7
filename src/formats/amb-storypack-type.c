/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-storypack-type.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "amb-record-enum-types.h"
#include "amb-record-enums.h"
#include "amb-time.h"

#define MAX_LINE 500
#define MAX_PROSE 100000
#define MAX_TAG 100
#define MAX_ADDRESS 2000
#define DATE_LENGTH 10
#define FIRST_YEAR "1900"
/* The first and the last moment that are within these years in every time zone: 1900-01-02 and 9999-12-30, UTC */
#define FIRST_MOMENT G_GINT64_CONSTANT (-2208902400000)
#define LAST_MOMENT G_GINT64_CONSTANT (253402128000000)
#define YEAR_LENGTH 4

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* As W3C XML Schema part 2, section 4.3.6, defines whiteSpace="collapse". */
static char *
collapse (const char *text)
{
  char *result = g_malloc (strlen (text) + 1);
  char *end = result;

  for (; *text != '\0'; text++)
    {
      if (!is_space (*text))
        *end++ = *text;
      else if (end != result && end[-1] != ' ')
        *end++ = ' ';
    }
  if (end != result && end[-1] == ' ')
    end--;
  *end = '\0';

  return result;
}

/* Leaves out what an editor or a program puts in to make the XML look nice: white space at both ends of the text and of
 * each line. */
static char *
trim_lines (const char *text)
{
  char *result = g_malloc (strlen (text) + 1);
  char *end = result;
  char *line = result;

  for (; *text != '\0'; text++)
    {
      if (*text == '\n')
        {
          while (end != line && is_space (end[-1]))
            end--;
          if (end != result)
            *end++ = '\n';
          line = end;
        }
      else if (end != line || !is_space (*text))
        {
          *end++ = *text;
        }
    }
  while (end != result && is_space (end[-1]))
    end--;
  *end = '\0';

  return result;
}

/**
 * amb_storypack_type_normalize:
 * @type: a type
 * @text: UTF-8 as it stands in the file
 *
 * Leaves out the white space that does not belong to a text.
 *
 * Returns: (transfer full): UTF-8
 */
char *
amb_storypack_type_normalize (AmbStorypackType  type,
                              const char       *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return type == AMB_STORYPACK_PROSE ? trim_lines (text) : collapse (text);
}

static gboolean
has_length (const char *text,
            glong       max)
{
  /* As many bytes are never more characters, and most texts are far from the limit. */
  return *text != '\0' && (strlen (text) <= (gsize) max || g_utf8_strlen (text, -1) <= max);
}

static gboolean
consists_of (const char *text,
             const char *others,
             gsize       max)
{
  gsize length = 0;

  while (g_ascii_isalnum (text[length]) || (text[length] != '\0' && strchr (others, text[length]) != NULL))
    length++;

  return text[length] == '\0' && length >= 1 && length <= max;
}

static gboolean
is_tag (const char *text)
{
  return has_length (text, MAX_TAG) && strpbrk (text, "# \t\r\n") == NULL;
}

/* xsd:language: [a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})* */
static gboolean
is_language (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (!consists_of (parts[i], "", 8) || (i == 0 && strpbrk (parts[i], "0123456789") != NULL))
        return FALSE;
    }

  return parts[0] != NULL;
}

static gboolean
is_address (const char *text)
{
  static const char * const schemes[] = { "https://", "http://", "mailto:" };

  if (!has_length (text, MAX_ADDRESS) || strpbrk (text, " <>\"{}|\\^`") != NULL)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      if (g_str_has_prefix (text, schemes[i]))
        return text[strlen (schemes[i])] != '\0';
    }

  return FALSE;
}

/* Whether it can be read does not depend on the zone, and this one costs nothing. */
static gboolean
is_moment (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  return amb_storypack_type_read_moment (text, FALSE, utc) != AMB_TIME_UNSET;
}

static gboolean
is_count (const char *text)
{
  char *end;
  gint64 count = g_ascii_strtoll (text, &end, 10);

  return end != text && *end == '\0' && count >= 1 && count <= G_MAXINT32;
}

static gboolean
is_boolean (const char *text)
{
  return g_str_equal (text, "true") || g_str_equal (text, "false") || g_str_equal (text, "1") || g_str_equal (text, "0");
}

static gboolean
is_nick (GType       type,
         const char *text)
{
  int value;

  return amb_enum_from_nick (type, text, &value);
}

/**
 * amb_storypack_type_accepts:
 * @type: a type
 * @text: UTF-8, normalized
 *
 * Tells whether a text is of a type: the same as storypack.rnc says.
 *
 * Returns: %TRUE when it is
 */
gboolean
amb_storypack_type_accepts (AmbStorypackType  type,
                            const char       *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  switch (type)
    {
    case AMB_STORYPACK_NOTHING: return *text == '\0';
    case AMB_STORYPACK_LINE: return has_length (text, MAX_LINE);
    case AMB_STORYPACK_PROSE: return has_length (text, MAX_PROSE);
    case AMB_STORYPACK_ANYTHING: return TRUE;
    case AMB_STORYPACK_TAG: return is_tag (text);
    case AMB_STORYPACK_IDENTIFIER: return g_ascii_isalnum (*text) && consists_of (text, "._:-", AMB_STORYPACK_MAX_IDENTIFIER);
    case AMB_STORYPACK_LANGUAGE: return is_language (text);
    case AMB_STORYPACK_ADDRESS: return is_address (text);
    case AMB_STORYPACK_FILE:
      return g_str_has_prefix (text, AMB_STORYPACK_MEDIA_FOLDER) && consists_of (text + strlen (AMB_STORYPACK_MEDIA_FOLDER), "._-", AMB_STORYPACK_MAX_FILE);
    case AMB_STORYPACK_MOMENT: return is_moment (text);
    case AMB_STORYPACK_DATE: return strchr (text, 'T') == NULL && is_moment (text);
    case AMB_STORYPACK_COUNT: return is_count (text);
    case AMB_STORYPACK_BOOLEAN: return is_boolean (text);
    case AMB_STORYPACK_FORMAT: return g_str_equal (text, "1");
    case AMB_STORYPACK_KIND: return is_nick (AMB_TYPE_STORY_KIND, text);
    case AMB_STORYPACK_STATUS: return is_nick (AMB_TYPE_STORY_STATUS, text);
    }

  return FALSE;
}

/**
 * amb_storypack_type_describe:
 * @type: a type
 *
 * Says in the person's language what a text of a type looks like, to follow "What is asked here is".
 *
 * Returns: the description
 */
const char *
amb_storypack_type_describe (AmbStorypackType type)
{
  switch (type)
    {
    /* Translators: these follow a colon: “what goes there: …” */
    case AMB_STORYPACK_NOTHING: return _("no text");
    case AMB_STORYPACK_LINE: return _("one line of 1 to 500 characters");
    case AMB_STORYPACK_PROSE: return _("a text of 1 to 100,000 characters");
    case AMB_STORYPACK_ANYTHING: return _("any text");
    case AMB_STORYPACK_TAG: return _("one word of at most 100 characters, without the # sign");
    case AMB_STORYPACK_IDENTIFIER: return _("at most 128 letters a–z, digits and the signs . _ : -, beginning with a letter or digit");
    case AMB_STORYPACK_LANGUAGE: return _("a language tag such as nl or en-GB");
    case AMB_STORYPACK_ADDRESS: return _("an address that begins with https://, http:// or mailto:");
    case AMB_STORYPACK_FILE: return _("the name of a file in the media folder, such as media/photo.jpg");
    case AMB_STORYPACK_MOMENT: return _("a date such as 2026-11-23, or a time such as 2026-11-23T14:00:00+01:00");
    case AMB_STORYPACK_DATE: return _("a date such as 2026-11-23");
    case AMB_STORYPACK_COUNT: return _("a whole number from 1");
    case AMB_STORYPACK_BOOLEAN: return _("true or false");
    case AMB_STORYPACK_FORMAT: return _("1");
    /* Translators: the English words are part of the file format; do not translate them */
    case AMB_STORYPACK_KIND: return _("one of story, fact, quote, message, question, role, event, vacancy");
    /* Translators: the English words are part of the file format; do not translate them */
    case AMB_STORYPACK_STATUS: return _("one of current, withdrawn");
    }

  return "";
}

static gint64
read_date (const char *text,
           GTimeZone  *local)
{
  g_autofree char *date = g_strndup (text, DATE_LENGTH);
  const char *offset = text + strlen (date);
  g_autoptr (GTimeZone) zone = NULL;

  if (*offset == '\0')
    return amb_time_from_iso8601 (date, local);
  /* Anything else would be looked up as a file of the time zone database. */
  if (strspn (offset, "Z+-:0123456789") != strlen (offset))
    return AMB_TIME_UNSET;

  zone = g_time_zone_new_identifier (offset);

  return zone == NULL ? AMB_TIME_UNSET : amb_time_from_iso8601 (date, zone);
}

/* A date with an offset of its own is not a day of the local zone: there a day has 24 hours. */
static gint64
find_end_of_day (const char *date,
                 gint64      midnight,
                 GTimeZone  *zone)
{
  if (strlen (date) > DATE_LENGTH)
    return midnight + AMB_TIME_DAY;

  return amb_time_start_of_day (midnight + AMB_TIME_DAY * 3 / 2, zone);
}

/* XML Schema knows years of any length, and before Christ; GLib writes the years before 1000 with fewer digits. */
static gboolean
has_usual_year (const char *text)
{
  return strspn (text, "0123456789") == YEAR_LENGTH && strncmp (text, FIRST_YEAR, YEAR_LENGTH) >= 0;
}

/**
 * amb_storypack_type_read_moment:
 * @text: a date or a date and time, as xsd:date and xsd:dateTime write them
 * @through_the_day: whether a date alone means the end of that day instead of its beginning
 * @zone: (nullable): the zone of a text that names none, or %NULL for the local one, which takes longer
 *
 * Reads a moment of the years 1900 to 9999. Some write the last day of these for "for ever": it is a day earlier here,
 * where every time zone can name it.
 *
 * Returns: milliseconds since 1970, UTC, or %AMB_TIME_UNSET when @text is no moment
 */
gint64
amb_storypack_type_read_moment (const char *text,
                                gboolean    through_the_day,
                                GTimeZone  *zone)
{
  gint64 moment;

  g_return_val_if_fail (text != NULL, AMB_TIME_UNSET);

  if (!has_usual_year (text))
    return AMB_TIME_UNSET;

  if (strchr (text, 'T') != NULL)
    moment = amb_time_from_iso8601 (text, zone);
  else
    moment = read_date (text, zone);
  if (through_the_day && moment != AMB_TIME_UNSET && strchr (text, 'T') == NULL)
    moment = find_end_of_day (text, moment, zone);

  return moment == AMB_TIME_UNSET ? AMB_TIME_UNSET : CLAMP (moment, FIRST_MOMENT, LAST_MOMENT);
}

/**
 * amb_storypack_type_write_moment:
 * @moment: milliseconds since 1970, UTC
 * @through_the_day: whether a date alone means the end of that day instead of its beginning
 *
 * Writes a moment: as a date when it is a midnight of the person's own time zone, as RFC 3339 otherwise.
 *
 * Returns: (transfer full): the text, which [func@storypack_type_read_moment] reads as the same moment
 */
char *
amb_storypack_type_write_moment (gint64   moment,
                                 gboolean through_the_day)
{
  g_autofree char *text = NULL;
  int milliseconds = ((moment % 1000) + 1000) % 1000;

  if (milliseconds == 0 && amb_time_start_of_day (moment, NULL) == moment)
    return amb_time_to_date (through_the_day ? moment - 1 : moment, NULL);

  text = amb_time_to_rfc3339 (moment, NULL);
  if (milliseconds == 0)
    return g_steal_pointer (&text);

  return g_strdup_printf ("%.19s.%03d%s", text, milliseconds, text + 19);
}
