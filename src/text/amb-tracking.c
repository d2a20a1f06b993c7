/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-tracking.h"

#include <string.h>

#include "amb-text-data.h"

#define EVERY_HOST "*"

/* The parameters to leave out on a host; without one, on all. */
typedef struct
{
  char *host;
  GStrv names;
} TrackingGroup;

static gpointer
load_groups (gpointer data)
{
  g_autoptr (GBytes) bytes = amb_text_data_load ("text/tracking.ini");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) hosts = NULL;
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (TrackingGroup));

  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    g_error ("data/text/tracking.ini: %s", error->message);

  hosts = g_key_file_get_groups (file, NULL);
  for (gsize i = 0; hosts[i] != NULL; i++)
    {
      TrackingGroup group = {
        g_strdup (hosts[i]), g_key_file_get_string_list (file, hosts[i], "Parameters", NULL, NULL),
      };

      g_array_append_val (groups, group);
    }

  return groups;
}

static gboolean
holds_for (const TrackingGroup *group,
           const char          *host)
{
  gsize length, suffix;

  if (g_str_equal (group->host, EVERY_HOST))
    return TRUE;

  length = strlen (host);
  suffix = strlen (group->host);

  return length >= suffix && g_ascii_strcasecmp (host + length - suffix, group->host) == 0 &&
         (length == suffix || host[length - suffix - 1] == '.');
}

static gboolean
is_name (const char *pattern,
         const char *name)
{
  gsize length = strlen (pattern);

  if (length > 0 && pattern[length - 1] == '*')
    return g_ascii_strncasecmp (pattern, name, length - 1) == 0;

  return g_ascii_strcasecmp (pattern, name) == 0;
}

/**
 * amb_tracking_has_parameter:
 * @host: the host of an address
 * @name: the name of a parameter in its query
 *
 * Tells whether a parameter is there to follow a reader and can be left out, by
 * data/text/tracking.ini. Thread-safe.
 *
 * Returns: whether it is
 */
gboolean
amb_tracking_has_parameter (const char *host,
                            const char *name)
{
  static GOnce once = G_ONCE_INIT;
  GArray *groups = g_once (&once, load_groups, NULL);

  g_return_val_if_fail (host != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < groups->len; i++)
    {
      const TrackingGroup *group = &g_array_index (groups, TrackingGroup, i);

      if (!holds_for (group, host))
        continue;

      for (gsize j = 0; group->names[j] != NULL; j++)
        if (is_name (group->names[j], name))
          return TRUE;
    }

  return FALSE;
}
