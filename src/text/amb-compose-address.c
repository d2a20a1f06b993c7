/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-compose-address.h"

#include <string.h>

#include "amb-links.h"

/* A placeholder of the templates in channels.ini, and what stands there. */
typedef struct
{
  const char *placeholder;
  const char *value;
} Substitution;

/* Lines end with LF, but RFC 6068 section 5 asks for CR LF in a mail. */
static char *
normalize_line_ends (const char *text,
                     gboolean    is_mail)
{
  GString *lines = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\r' && p[1] == '\n')
        continue;

      if (*p == '\r' || *p == '\n')
        g_string_append (lines, is_mail ? "\r\n" : "\n");
      else
        g_string_append_c (lines, *p);
    }

  return g_string_free (lines, FALSE);
}

/* The link goes where the channel has a place for it, and otherwise behind the text. */
static char *
prepare_text (const char *text,
              const char *link,
              const char *template)
{
  gboolean is_mail = g_str_has_prefix (template, "mailto:");
  g_autofree char *whole = NULL;

  if (link != NULL && strstr (template, "{link}") == NULL && strstr (text, link) == NULL)
    whole = g_strconcat (text, *text == '\0' ? "" : "\n\n", link, NULL);

  return normalize_line_ends (whole == NULL ? text : whole, is_mail);
}

/* A channel that takes nothing but a link gets the first one of the text. */
static char *
find_link (const char *text)
{
  g_autoptr (GArray) links = amb_links_find (text, AMB_LINK_KIND_URL);

  for (guint i = 0; i < links->len; i++)
    {
      AmbRange range = g_array_index (links, AmbLink, i).range;
      g_autofree char *link = g_strndup (text + range.start, range.end - range.start);

      if (amb_links_is_openable (link))
        return g_steal_pointer (&link);
    }

  return NULL;
}

/* A host and perhaps a port: whatever else somebody wrote there does not go into an address. */
static gboolean
is_host (const char *instance)
{
  return instance != NULL && *instance != '\0' &&
         strspn (instance, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:") == strlen (instance);
}

/* The template that has a place for what there is, or NULL. */
static const char *
choose_template (const AmbChannelRules *rules,
                 const char            *instance,
                 const char            *text,
                 const char            *link)
{
  const char *template = amb_channel_rules_get_compose_address (rules);
  const char *for_text = amb_channel_rules_get_text_compose_address (rules);

  if (template == NULL || (strstr (template, "{instance}") != NULL && !is_host (instance)))
    return NULL;

  if (strstr (template, "{link}") == NULL)
    return template;

  /* A link that stands in the text is not to stand there twice. */
  if (link == NULL || (for_text != NULL && strstr (text, link) != NULL))
    return for_text;

  return template;
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

/**
 * amb_compose_address:
 * @rules: a channel
 * @instance: (nullable): the host of the person's instance, for channels that have several
 * @subject: (nullable): UTF-8, for mail
 * @text: (nullable): UTF-8
 * @link: (nullable): an address to share along; where the channel has no place for it, it follows
 *   the text
 *
 * Makes the address of the compose page of a channel, with everything percent-encoded as RFC 3986,
 * section 2, and RFC 6068 ask: a space is %20, the end of a line %0A and in a mail %0D%0A.
 * Thread-safe.
 *
 * Returns: (transfer full) (nullable): the address, or %NULL when the channel has none, or none
 *   without an instance or a link
 */
char *
amb_compose_address (const AmbChannelRules *rules,
                     const char            *instance,
                     const char            *subject,
                     const char            *text,
                     const char            *link)
{
  g_autofree char *found_link = NULL;
  g_autofree char *prepared = NULL;
  g_autofree char *text_value = NULL;
  g_autofree char *link_value = NULL;
  g_autofree char *subject_value = g_uri_escape_string (subject == NULL ? "" : subject, NULL, FALSE);
  const char *template;
  GString *address;

  g_return_val_if_fail (rules != NULL, NULL);

  text = text == NULL ? "" : text;
  if (link == NULL || *link == '\0')
    link = found_link = find_link (text);

  template = choose_template (rules, instance, text, link);
  if (template == NULL)
    return NULL;

  prepared = prepare_text (text, link, template);
  text_value = g_uri_escape_string (prepared, NULL, FALSE);
  link_value = g_uri_escape_string (link == NULL ? "" : link, NULL, FALSE);

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
