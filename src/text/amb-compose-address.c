/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-compose-address.h"

#include <string.h>

/* A placeholder of the templates in channels.ini, and what stands there. */
typedef struct
{
  const char *placeholder;
  const char *value;
} Substitution;

/* RFC 6068 section 5 asks for CR LF in a mail, %0D%0A when encoded; everywhere else a line ends with LF. */
static char *
prepare_text (const char *text,
              const char *link,
              gboolean    is_mail,
              gboolean    has_place_for_link)
{
  g_autofree char *whole = NULL;
  g_auto (GStrv) lines = NULL;

  if (link != NULL && !has_place_for_link && strstr (text, link) == NULL)
    whole = g_strconcat (text, *text == '\0' ? "" : "\n\n", link, NULL);
  else
    whole = g_strdup (text);

  if (!is_mail)
    return g_steal_pointer (&whole);

  lines = g_strsplit (whole, "\n", -1);

  return g_strjoinv ("\r\n", lines);
}

static void
append_substituted (GString            *address,
                    const char         *template,
                    const Substitution *substitutions,
                    guint               n_substitutions)
{
  const char *rest = template;

  while (*rest != '\0')
    {
      guint i;

      for (i = 0; i < n_substitutions; i++)
        {
          if (g_str_has_prefix (rest, substitutions[i].placeholder))
            break;
        }

      if (i < n_substitutions)
        {
          g_string_append (address, substitutions[i].value);
          rest += strlen (substitutions[i].placeholder);
        }
      else
        {
          g_string_append_c (address, *rest++);
        }
    }
}

/* A host and perhaps a port: whatever else somebody wrote there does not go into an address. */
static gboolean
is_host (const char *instance)
{
  return instance != NULL && *instance != '\0' &&
         strspn (instance, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:") == strlen (instance);
}

/**
 * amb_compose_address:
 * @rules: a channel
 * @instance: (nullable): the host of the person's instance, for channels that have several
 * @subject: (nullable): UTF-8, for mail
 * @text: (nullable): UTF-8
 * @link: (nullable): an address to share along; where the channel has no place for it, it follows the text
 *
 * Makes the address of the compose page of a channel, with everything percent-encoded as RFC 3986 section 2 asks: a
 * space is %20. Thread-safe.
 *
 * Returns: (transfer full) (nullable): the address, or %NULL when the channel has none, or none
 * without an instance or a link
 */
char *
amb_compose_address (const AmbChannelRules *rules,
                     const char            *instance,
                     const char            *subject,
                     const char            *text,
                     const char            *link)
{
  const char *template = amb_channel_rules_get_compose_address (rules);
  g_autofree char *prepared = NULL;
  g_autofree char *text_value = NULL;
  g_autofree char *link_value = g_uri_escape_string (link == NULL ? "" : link, NULL, FALSE);
  g_autofree char *subject_value = g_uri_escape_string (subject == NULL ? "" : subject, NULL, FALSE);
  GString *address;

  if (template == NULL || (strstr (template, "{instance}") != NULL && !is_host (instance)) ||
      (link == NULL && strstr (template, "{text}") == NULL))
    return NULL;

  prepared = prepare_text (text == NULL ? "" : text, link, g_str_has_prefix (template, "mailto:"),
                           strstr (template, "{link}") != NULL);
  text_value = g_uri_escape_string (prepared, NULL, FALSE);
  address = g_string_new (NULL);
  append_substituted (address, template,
                      (const Substitution[]) {
                        { "{instance}", instance },
                        { "{subject}", subject_value },
                        { "{text}", text_value },
                        { "{link}", link_value },
                      }, 4);

  return g_string_free (address, FALSE);
}
