/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-channel-choice.h"

#include "amb-channel-rules.h"
#include "amb-persona.h"

static void
list_channels_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (GListStore) choices = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) channels = amb_persona_list_channels_finish (AMB_CONTEXT (object), result, &error);

  if (channels == NULL)
    {
      g_debug ("The person's channels cannot be listed: %s", error->message);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (channels)); i++)
    {
      g_autoptr (AmbChannel) channel = g_list_model_get_item (G_LIST_MODEL (channels), i);

      amb_channel_choice_ensure (choices, amb_channel_get_text (channel, AMB_CHANNEL_CHANNEL));
    }
}

/**
 * amb_channel_choice_list:
 * @none: the words for no channel at all, to stand before the channels
 *
 * Lists the channels that the program knows.
 *
 * Returns: (transfer full): a list of [class@Choice]
 */
GListStore *
amb_channel_choice_list (const char *none)
{
  GListStore *choices = amb_choice_list_new ();
  const char *locale = g_get_language_names ()[0];
  gsize n_rules = 0;
  const AmbChannelRules * const *rules = amb_channel_rules_list (&n_rules);

  amb_choice_list_add (choices, NULL, none);
  for (gsize i = 0; i < n_rules; i++)
    amb_choice_list_add (choices, amb_channel_rules_get_id (rules[i]), amb_channel_rules_get_name (rules[i], locale));

  return choices;
}

/**
 * amb_channel_choice_ensure:
 * @choices: a list of channels
 * @id: (nullable): the id of a channel
 *
 * Adds a channel when the list does not have it: an entry may be of a channel that is gone. A channel of the person's
 * own has its name for an id.
 */
void
amb_channel_choice_ensure (GListStore *choices,
                           const char *id)
{
  g_return_if_fail (G_IS_LIST_STORE (choices));

  if (id != NULL && amb_choice_list_find (G_LIST_MODEL (choices), id) == GTK_INVALID_LIST_POSITION)
    amb_choice_list_add (choices, id, id);
}

/**
 * amb_channel_choice_add_own:
 * @choices: a list of channels
 * @context: where the person's channels are
 *
 * Adds the person's own channels, as soon as they are read.
 */
void
amb_channel_choice_add_own (GListStore *choices,
                            AmbContext *context)
{
  g_return_if_fail (G_IS_LIST_STORE (choices));

  amb_persona_list_channels_async (context, NULL, list_channels_cb, g_object_ref (choices));
}
