/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-text"

#include "config.h"

#include "amb-channel-rules.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "amb-text-data.h"

struct _AmbChannelRules
{
  char *id;
  char *name;
  /* language (utf8) to name (utf8) */
  GHashTable *translated_names;

  AmbLengthUnit unit;
  gint64 limit;
  gint64 byte_limit;
  gint64 fold;
  gint64 hashtag_limit;

  char *compose_address;
  char *text_compose_address;
  gboolean online;
};

static gint64
read_number (GKeyFile   *file,
             const char *id,
             const char *key)
{
  g_autofree char *value = g_key_file_get_value (file, id, key, NULL);

  return value == NULL ? 0 : g_ascii_strtoll (value, NULL, 10);
}

static void
read_names (AmbChannelRules *self,
            GKeyFile        *file)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, self->id, NULL, NULL);

  self->name = g_key_file_get_string (file, self->id, "Name", NULL);
  self->translated_names = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *language = NULL;

      if (!g_str_has_prefix (keys[i], "Name[") || !g_str_has_suffix (keys[i], "]"))
        continue;

      language = g_strndup (keys[i] + 5, strlen (keys[i]) - 6);
      g_hash_table_insert (self->translated_names, g_steal_pointer (&language),
                           g_key_file_get_string (file, self->id, keys[i], NULL));
    }
}

static AmbChannelRules *
read_rules (GKeyFile   *file,
            const char *id)
{
  AmbChannelRules *self = g_new0 (AmbChannelRules, 1);
  g_autofree char *unit = g_key_file_get_string (file, id, "Unit", NULL);
  g_autofree char *online = g_key_file_get_string (file, id, "Online", NULL);

  self->id = g_strdup (id);
  read_names (self, file);

  if (self->name == NULL || unit == NULL || !amb_length_unit_from_name (unit, &self->unit))
    g_error ("data/channels.ini: “%s” lacks a name or a unit", id);

  self->limit = read_number (file, id, "Limit");
  self->byte_limit = read_number (file, id, "ByteLimit");
  self->fold = read_number (file, id, "Fold");
  self->hashtag_limit = read_number (file, id, "HashtagLimit");
  self->compose_address = g_key_file_get_string (file, id, "ComposeAddress", NULL);
  self->text_compose_address = g_key_file_get_string (file, id, "TextComposeAddress", NULL);
  self->online = g_strcmp0 (online, "false") != 0;

  return self;
}

static gpointer
read_table (gpointer data)
{
  g_autoptr (GBytes) bytes = amb_text_data_load ("channels.ini");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;
  GPtrArray *table = g_ptr_array_new ();

  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, &error))
    g_error ("data/channels.ini: %s", error->message);

  ids = g_key_file_get_groups (file, NULL);
  for (gsize i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (table, read_rules (file, ids[i]));

  return table;
}

static GPtrArray *
get_table (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_table, NULL);
}

/**
 * amb_channel_rules_lookup:
 * @id: a channel, such as `linkedin`
 *
 * Finds the rules of a channel. Thread-safe.
 *
 * Returns: (transfer none) (nullable): the rules, or %NULL when the channel is one of the person's own
 */
const AmbChannelRules *
amb_channel_rules_lookup (const char *id)
{
  GPtrArray *table = get_table ();

  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < table->len; i++)
    {
      const AmbChannelRules *rules = g_ptr_array_index (table, i);

      if (g_str_equal (rules->id, id))
        return rules;
    }

  return NULL;
}

/**
 * amb_channel_rules_list:
 * @n_rules: (out) (optional): how many there are
 *
 * Lists the channels that are there from the start, in the order to show them. Thread-safe.
 *
 * Returns: (transfer none) (array length=n_rules): the rules
 */
const AmbChannelRules * const *
amb_channel_rules_list (gsize *n_rules)
{
  GPtrArray *table = get_table ();

  if (n_rules != NULL)
    *n_rules = table->len;

  return (const AmbChannelRules * const *) table->pdata;
}

/**
 * amb_channel_rules_get_id:
 * @self: the rules of a channel
 *
 * Gives the stable word for the channel, as the command line and the database use it.
 *
 * Returns: (transfer none): the word
 */
const char *
amb_channel_rules_get_id (const AmbChannelRules *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

static const char *
find_translated_name (const AmbChannelRules *self,
                      const char            *locale)
{
  g_auto (GStrv) variants = g_get_locale_variants (locale);

  for (gsize i = 0; variants[i] != NULL; i++)
    {
      const char *name = g_hash_table_lookup (self->translated_names, variants[i]);

      if (name != NULL)
        return name;
    }

  return NULL;
}

/**
 * amb_channel_rules_get_name:
 * @self: the rules of a channel
 * @locale: (nullable): a locale such as `nl_NL.UTF-8`, or %NULL for the person's own
 *
 * Gives the name to show.
 *
 * Returns: (transfer none): the name
 */
const char *
amb_channel_rules_get_name (const AmbChannelRules *self,
                            const char            *locale)
{
  const char * const own[] = { locale, NULL };
  const char * const *locales = locale == NULL ? g_get_language_names () : own;

  g_return_val_if_fail (self != NULL, NULL);

  for (gsize i = 0; locales[i] != NULL; i++)
    {
      const char *name = find_translated_name (self, locales[i]);

      if (name != NULL)
        return name;

      /* The plain name is English: who reads English before Dutch doesn't want the Dutch one. */
      if (g_str_has_prefix (locales[i], "en"))
        break;
    }

  return self->name;
}

/**
 * amb_channel_rules_name_channel:
 * @id: (nullable): a channel, such as `linkedin`, or one of the person's own
 *
 * Gives the name to show for a channel, in the person's language; one of their own has its name for an id. Thread-safe.
 *
 * Returns: (transfer none) (nullable): the name, which may be @id, or %NULL when that is %NULL
 */
const char *
amb_channel_rules_name_channel (const char *id)
{
  const AmbChannelRules *rules = id == NULL ? NULL : amb_channel_rules_lookup (id);

  return rules == NULL ? id : amb_channel_rules_get_name (rules, NULL);
}

/**
 * amb_channel_rules_get_unit:
 * @self: the rules of a channel
 *
 * Tells what the channel counts.
 *
 * Returns: the unit
 */
AmbLengthUnit
amb_channel_rules_get_unit (const AmbChannelRules *self)
{
  g_return_val_if_fail (self != NULL, AMB_LENGTH_UNIT_CODE_POINTS);

  return self->unit;
}

/**
 * amb_channel_rules_get_unit_note:
 * @self: the rules of a channel
 *
 * Explains in one translated line how the channel counts, for a tooltip.
 *
 * Returns: (transfer none): the line
 */
const char *
amb_channel_rules_get_unit_note (const AmbChannelRules *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->byte_limit > 0)
    return _("Every character counts as one, an emoji too; the whole may not be too many bytes either.");

  switch (self->unit)
    {
    case AMB_LENGTH_UNIT_CODE_POINTS:
      return _("Every character counts as one; most emoji are made of several.");

    case AMB_LENGTH_UNIT_UTF16:
      return _("A letter counts as one; most emoji and imitation bold letters count as two or more.");

    case AMB_LENGTH_UNIT_GRAPHEMES:
      return _("Every character counts as one, an emoji too.");

    case AMB_LENGTH_UNIT_BYTES:
      return _("A plain letter counts as one, an accented letter as two, a curly quote as three and an emoji as four or more.");

    case AMB_LENGTH_UNIT_X_WEIGHT:
      return _("A link counts as 23, an emoji as two, and so do “…” and “€”.");

    case AMB_LENGTH_UNIT_MASTODON:
      return _("A link counts as 23, a mention counts without its server, an emoji as one.");

    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * amb_channel_rules_get_limit:
 * @self: the rules of a channel
 *
 * Tells how long a text may be, in the unit of the channel.
 *
 * Returns: the limit, or 0 when there is none
 */
gint64
amb_channel_rules_get_limit (const AmbChannelRules *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->limit;
}

/**
 * amb_channel_rules_get_byte_limit:
 * @self: the rules of a channel
 *
 * Tells how many bytes of UTF-8 a text may be beside the limit in the unit of the channel.
 *
 * Returns: the limit, or 0 when there is none
 */
gint64
amb_channel_rules_get_byte_limit (const AmbChannelRules *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->byte_limit;
}

/**
 * amb_channel_rules_get_fold:
 * @self: the rules of a channel
 *
 * Tells how many characters are shown before a reader has to ask for more. The channels publish no
 * such number: it is good for a preview and no rule.
 *
 * Returns: the number of characters, or 0 when the whole text is shown
 */
gint64
amb_channel_rules_get_fold (const AmbChannelRules *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->fold;
}

/**
 * amb_channel_rules_get_hashtag_limit:
 * @self: the rules of a channel
 *
 * Tells how many hashtags a text may have.
 *
 * Returns: the limit, or 0 when there is none
 */
gint64
amb_channel_rules_get_hashtag_limit (const AmbChannelRules *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->hashtag_limit;
}

/**
 * amb_channel_rules_get_compose_address:
 * @self: the rules of a channel
 *
 * Gives the template of the address that opens the channel's composer; [func@compose_address] fills
 * it in.
 *
 * Returns: (transfer none) (nullable): the template, or %NULL when there is no such address
 */
const char *
amb_channel_rules_get_compose_address (const AmbChannelRules *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->compose_address;
}

/**
 * amb_channel_rules_get_text_compose_address:
 * @self: the rules of a channel
 *
 * Gives the template to use instead of [func@ChannelRules.get_compose_address] when that has a place
 * for a link and there is none, or none beside the text.
 *
 * Returns: (transfer none) (nullable): the template, or %NULL when there is no such address
 */
const char *
amb_channel_rules_get_text_compose_address (const AmbChannelRules *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text_compose_address;
}

/**
 * amb_channel_rules_is_online:
 * @self: the rules of a channel
 *
 * Tells whether the channel is on a network, rather than face to face.
 *
 * Returns: whether it is
 */
gboolean
amb_channel_rules_is_online (const AmbChannelRules *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->online;
}
