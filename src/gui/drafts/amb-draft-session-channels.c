/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-draft-session-private.h"

#include <string.h>

#include "amb-channel-rules.h"

/* A channel that comes back brings the text along that it had for its own. */
void
amb_draft_session_add_channel (AmbDraftSession *self,
                               const char      *channel)
{
  g_autoptr (AmbVariant) variant = NULL;
  const char *text;

  g_return_if_fail (AMB_IS_DRAFT_SESSION (self));
  g_return_if_fail (channel != NULL);

  if (amb_draft_get_variant (self->draft, channel) != NULL)
    return;

  variant = amb_variant_new ();
  amb_variant_set_text (variant, AMB_VARIANT_CHANNEL, channel);
  text = g_hash_table_lookup (self->removed_texts, channel);
  if (text != NULL)
    {
      amb_variant_set_follows (variant, FALSE);
      amb_variant_set_text (variant, AMB_VARIANT_TEXT, text);
      g_hash_table_remove (self->removed_texts, channel);
    }
  g_list_store_append (amb_draft_get_variants (self->draft), variant);
  amb_draft_session_emit_changed (self);
}

void
amb_draft_session_remove_channel (AmbDraftSession *self,
                                  const char      *channel)
{
  AmbVariant *variant;
  guint position;

  g_return_if_fail (AMB_IS_DRAFT_SESSION (self));
  g_return_if_fail (channel != NULL);

  variant = amb_draft_get_variant (self->draft, channel);
  if (variant == NULL || !g_list_store_find (amb_draft_get_variants (self->draft), variant, &position))
    return;

  if (!amb_variant_get_follows (variant))
    g_hash_table_replace (self->removed_texts, g_strdup (channel),
                          g_strdup (amb_draft_get_text_for (self->draft, channel)));
  if (g_strcmp0 (self->channel, channel) == 0)
    amb_draft_session_set_channel (self, NULL);
  g_list_store_remove (amb_draft_get_variants (self->draft), position);
  amb_draft_session_emit_changed (self);
}

/* Nothing is known of a channel of the person's own making but the limit they gave it. */
static void
measure_unknown (const char *text,
                 gint64      limit,
                 AmbLength  *length)
{
  *length = (AmbLength) { .limit = limit, .unit = AMB_LENGTH_UNIT_GRAPHEMES };
  length->length = amb_length_count (length->unit, text, -1);
  if (limit > 0)
    length->remaining = limit - length->length;
  length->over = length->remaining < 0;
}

/* How long the text for a channel is, with the person's own limit where they gave one. It takes microseconds. */
void
amb_draft_session_measure (AmbDraftSession *self,
                           const char      *channel,
                           AmbLength       *length)
{
  const AmbChannelRules *rules;
  AmbChannel *own_channel;
  const char *text;
  int own_limit;

  g_return_if_fail (AMB_IS_DRAFT_SESSION (self));
  g_return_if_fail (channel != NULL);
  g_return_if_fail (length != NULL);

  own_channel = amb_draft_session_find_own_channel (self, channel);
  own_limit = own_channel == NULL ? 0 : amb_channel_get_limit (own_channel);
  rules = amb_channel_rules_lookup (channel);
  text = amb_draft_get_text_for (self->draft, channel);
  if (rules != NULL)
    amb_length_measure (rules, own_limit, text, length);
  else
    measure_unknown (text, own_limit, length);
}

GListModel *
amb_draft_session_get_own_channels (AmbDraftSession *self)
{
  g_return_val_if_fail (AMB_IS_DRAFT_SESSION (self), NULL);

  return G_LIST_MODEL (self->own_channels);
}

AmbChannel *
amb_draft_session_find_own_channel (AmbDraftSession *self,
                                    const char      *channel)
{
  g_return_val_if_fail (AMB_IS_DRAFT_SESSION (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->own_channels)); i++)
    {
      g_autoptr (AmbChannel) own_channel = g_list_model_get_item (G_LIST_MODEL (self->own_channels), i);

      if (g_strcmp0 (amb_channel_get_text (own_channel, AMB_CHANNEL_CHANNEL), channel) == 0)
        return own_channel;
    }

  return NULL;
}

char *
amb_draft_session_name_channel (AmbDraftSession *self,
                                const char      *channel)
{
  const AmbChannelRules *rules;
  AmbChannel *own_channel;
  const char *name;

  g_return_val_if_fail (AMB_IS_DRAFT_SESSION (self), NULL);
  g_return_val_if_fail (channel != NULL, NULL);

  rules = amb_channel_rules_lookup (channel);
  if (rules != NULL)
    return g_strdup (amb_channel_rules_get_name (rules, NULL));

  own_channel = amb_draft_session_find_own_channel (self, channel);
  name = own_channel == NULL ? NULL : amb_channel_get_text (own_channel, AMB_CHANNEL_NAME);

  return g_strdup (name == NULL ? channel : name);
}

/* Mastodon has many instances: that of the person stands in their address, or behind the last @ of their handle. */
char *
amb_draft_session_find_instance (AmbDraftSession *self,
                                 const char      *channel)
{
  AmbChannel *own_channel = amb_draft_session_find_own_channel (self, channel);
  const char *address = own_channel == NULL ? NULL : amb_channel_get_text (own_channel, AMB_CHANNEL_ADDRESS);
  const char *handle = own_channel == NULL ? NULL : amb_channel_get_text (own_channel, AMB_CHANNEL_HANDLE);
  g_autoptr (GUri) uri = address == NULL ? NULL : g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  const char *at = handle == NULL ? NULL : strrchr (handle, '@');

  if (uri != NULL)
    return g_strdup (g_uri_get_host (uri));
  if (address != NULL)
    return g_strdup (address);

  return at != NULL && at > handle && at[1] != '\0' ? g_strdup (at + 1) : NULL;
}
