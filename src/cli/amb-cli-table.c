/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-table.h"

#include "amb-time.h"

#define GAP 2

struct _AmbCliTable
{
  GPtrArray *cells; /* row after row */
  guint      n_columns;
};

/**
 * amb_cli_table_new:
 * @n_columns: how many
 *
 * Makes a table.
 *
 * Returns: (transfer full): the table
 */
AmbCliTable *
amb_cli_table_new (guint n_columns)
{
  AmbCliTable *self = g_new0 (AmbCliTable, 1);

  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->n_columns = n_columns;

  return self;
}

/**
 * amb_cli_table_free:
 * @self: (transfer full): a table
 *
 * Frees a table.
 */
void
amb_cli_table_free (AmbCliTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * amb_cli_table_add:
 * @self: a table
 * @first: (nullable): what stands in the first column
 * @...: what stands in the others, one (nullable) text each
 *
 * Adds a row.
 */
void
amb_cli_table_add (AmbCliTable *self,
                   const char  *first,
                   ...)
{
  va_list arguments;

  g_ptr_array_add (self->cells, g_strdup (first == NULL ? "" : first));

  va_start (arguments, first);
  for (guint i = 1; i < self->n_columns; i++)
    {
      const char *text = va_arg (arguments, const char *);

      g_ptr_array_add (self->cells, g_strdup (text == NULL ? "" : text));
    }
  va_end (arguments);
}

/**
 * amb_cli_table_add_field:
 * @self: a table of two columns
 * @label: what it is
 * @text: (nullable): what it holds; nothing adds nothing
 *
 * Adds a row of a record.
 */
void
amb_cli_table_add_field (AmbCliTable *self,
                         const char  *label,
                         const char  *text)
{
  if (text != NULL && *text != '\0')
    amb_cli_table_add (self, label, text);
}

/**
 * amb_cli_table_add_list:
 * @self: a table of two columns
 * @label: what it is
 * @texts: (array zero-terminated=1): what it holds
 *
 * Adds a row with a list.
 */
void
amb_cli_table_add_list (AmbCliTable        *self,
                        const char         *label,
                        const char * const *texts)
{
  g_autofree char *joined = g_strjoinv (", ", (char **) texts);

  amb_cli_table_add_field (self, label, joined);
}

/**
 * amb_cli_table_add_time:
 * @self: a table of two columns
 * @label: what it is
 * @time: milliseconds since 1970, UTC, or %AMB_TIME_UNSET, which adds nothing
 *
 * Adds a row with a time.
 */
void
amb_cli_table_add_time (AmbCliTable *self,
                        const char  *label,
                        gint64       time)
{
  g_autofree char *text = amb_cli_table_format_time (time, NULL);

  amb_cli_table_add_field (self, label, text);
}

/**
 * amb_cli_table_add_id:
 * @self: a table of two columns
 * @label: what it is
 * @id: a record
 *
 * Adds a row with an id.
 */
void
amb_cli_table_add_id (AmbCliTable *self,
                      const char  *label,
                      gint64       id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  amb_cli_table_add (self, label, text);
}

static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0' && *p != '\n'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (character))
        width += g_unichar_iswide (character) ? 2 : 1;
    }

  return width;
}

static guint *
measure_columns (AmbCliTable *self)
{
  guint *widths = g_new0 (guint, self->n_columns);

  for (guint i = 0; i < self->cells->len; i++)
    widths[i % self->n_columns] = MAX (widths[i % self->n_columns], measure (g_ptr_array_index (self->cells, i)));

  return widths;
}

static void
print_last (AmbCli      *cli,
            AmbCliStyle  style,
            const char  *text,
            guint        indent)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  amb_cli_print (cli, style, "%s", lines[0] == NULL ? "" : lines[0]);
  amb_cli_print (cli, AMB_CLI_PLAIN, "\n");
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    amb_cli_print (cli, style, "%*s%s\n", *lines[i] == '\0' ? 0 : (int) indent, "", lines[i]);
}

/**
 * amb_cli_table_print:
 * @self: a table
 * @cli: the call
 * @heading: whether the first row names the columns; else the first column names what the others hold
 *
 * Prints a table. What stands in the last column may have several lines.
 */
void
amb_cli_table_print (AmbCliTable *self,
                     AmbCli      *cli,
                     gboolean     heading)
{
  g_autofree guint *widths = measure_columns (self);
  guint indent = 0;

  for (guint column = 0; column + 1 < self->n_columns; column++)
    indent += widths[column] + GAP;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const char *text = g_ptr_array_index (self->cells, i);
      guint column = i % self->n_columns;
      AmbCliStyle style = heading && i < self->n_columns ? AMB_CLI_HEADING : column == 0 ? AMB_CLI_DIM : AMB_CLI_PLAIN;

      if (column + 1 == self->n_columns)
        {
          print_last (cli, style, text, indent);
          continue;
        }
      amb_cli_print (cli, style, "%s", text);
      amb_cli_print (cli, AMB_CLI_PLAIN, "%*s", (int) (widths[column] - measure (text) + GAP), "");
    }
}

/**
 * amb_cli_table_format_time:
 * @time: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 * @zone: (nullable): on whose clock, or %NULL for the local one
 *
 * Writes a time in a way that stands in columns and reads the same in every language.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL for no time
 */
char *
amb_cli_table_format_time (gint64     time,
                           GTimeZone *zone)
{
  g_autofree char *text = time == AMB_TIME_UNSET ? NULL : amb_time_to_rfc3339 (time, zone);

  if (text == NULL || *text == '\0')
    return NULL;

  /* 2026-11-23T14:02:00+01:00 → 2026-11-23 14:02 */
  text[10] = ' ';

  return g_strndup (text, 16);
}

/**
 * amb_cli_table_shorten:
 * @text: (nullable): UTF-8
 * @most: how many characters there is room for
 *
 * Makes a text fit in one line of a list.
 *
 * Returns: (transfer full) (nullable): the text, with “…” where it was cut
 */
char *
amb_cli_table_shorten (const char *text,
                       guint       most)
{
  g_autofree char *line = NULL;
  g_autofree char *begin = NULL;

  if (text == NULL)
    return NULL;

  line = g_strdelimit (g_strdup (text), "\n\r\t", ' ');
  if (g_utf8_strlen (line, -1) <= (glong) most)
    return g_steal_pointer (&line);

  begin = g_utf8_substring (line, 0, most - 1);

  return g_strconcat (begin, "…", NULL);
}
