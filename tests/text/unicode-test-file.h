/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include <glib.h>

/* Reads the test files of Unicode that Debian's unicode-data installs; a test without them fails. */
static inline GStrv
read_unicode_lines (const char *name)
{
  g_autofree char *path = g_build_filename ("/usr/share/unicode", name, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);

  return g_strsplit (content, "\n", -1);
}

/* Decodes “÷ 0061 × 0308 ÷”; the bytes where there is a break are added to @breaks. */
static inline char *
decode_unicode_line (const char *line,
                     GArray     *breaks)
{
  GString *text = g_string_new (NULL);
  const char *p = line;

  while (*p != '\0' && *p != '#' && *p != ';')
    {
      if (g_str_has_prefix (p, "÷"))
        g_array_append_val (breaks, text->len);

      if (g_ascii_isxdigit (*p))
        {
          char *end;

          g_string_append_unichar (text, g_ascii_strtoull (p, &end, 16));
          p = end;
        }
      else
        {
          p = g_utf8_next_char (p);
        }
    }

  return g_string_free (text, FALSE);
}
