/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-draft-session.h"

#include <string.h>

#include "amb-channel-rules.h"
#include "amb-persona.h"

/**
 * AmbDraftSession:
 *
 * A draft that is being written: in which of its texts the person is, what is still to be saved, and what the checks say.
 *
 * The composer and everything around the text look at the same session; all changes of the draft pass through it.
 * ::changed is emitted after each change of a text, of the channels or of their limits.
 */
struct _AmbDraftSession
{
  GObject       parent_instance;

  AmbContext   *context;
  AmbDraft     *draft;
  AmbAutosave  *autosave;
  AmbLiveCheck *check;

  /* The person's own channels: their limits, names and addresses */
  GListStore   *own_channels;
  GCancellable *cancellable;

  char         *channel;
};

enum
{
  PROP_0,
  PROP_CHANNEL,
  N_PROPERTIES
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbDraftSession, amb_draft_session, G_TYPE_OBJECT)

static void
emit_changed (AmbDraftSession *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
  amb_draft_session_check (self);
}

static const char *
get_main_text (AmbDraftSession *self)
{
  const char *text = amb_draft_get_text (self->draft, AMB_DRAFT_TEXT);

  return text == NULL ? "" : text;
}

static void
set_variant (AmbVariant *variant,
             gboolean    follows,
             const char *text)
{
  g_object_freeze_notify (G_OBJECT (variant));
  amb_variant_set_follows (variant, follows);
  amb_variant_set_text (variant, AMB_VARIANT_TEXT, text);
  g_object_thaw_notify (G_OBJECT (variant));
}

static void
list_channels_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (AmbDraftSession) self = data;
  g_autoptr (GListStore) channels = NULL;
  g_autoptr (GError) error = NULL;

  channels = amb_persona_list_channels_finish (self->context, result, &error);
  if (channels == NULL)
    {
      g_debug ("The person's channels could not be read: %s", error->message);
      return;
    }

  g_set_object (&self->own_channels, channels);
  emit_changed (self);
}

static void
amb_draft_session_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  AmbDraftSession *self = AMB_DRAFT_SESSION (object);

  switch (prop_id)
    {
    case PROP_CHANNEL:
      g_value_set_string (value, amb_draft_session_get_channel (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_draft_session_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  AmbDraftSession *self = AMB_DRAFT_SESSION (object);

  switch (prop_id)
    {
    case PROP_CHANNEL:
      amb_draft_session_set_channel (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_draft_session_dispose (GObject *object)
{
  AmbDraftSession *self = AMB_DRAFT_SESSION (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (amb_draft_session_parent_class)->dispose (object);
}

static void
amb_draft_session_finalize (GObject *object)
{
  AmbDraftSession *self = AMB_DRAFT_SESSION (object);

  g_clear_object (&self->context);
  g_clear_object (&self->draft);
  g_clear_object (&self->autosave);
  g_clear_object (&self->check);
  g_clear_object (&self->own_channels);
  g_clear_object (&self->cancellable);
  g_free (self->channel);

  G_OBJECT_CLASS (amb_draft_session_parent_class)->finalize (object);
}

static void
amb_draft_session_class_init (AmbDraftSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_draft_session_get_property;
  object_class->set_property = amb_draft_session_set_property;
  object_class->dispose = amb_draft_session_dispose;
  object_class->finalize = amb_draft_session_finalize;

  properties[PROP_CHANNEL] = g_param_spec_string ("channel", NULL, NULL, NULL,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
amb_draft_session_init (AmbDraftSession *self)
{
  self->own_channels = g_list_store_new (AMB_TYPE_CHANNEL);
  self->cancellable = g_cancellable_new ();
}

AmbDraftSession *
amb_draft_session_new (AmbContext *context,
                       AmbDraft   *draft)
{
  AmbDraftSession *self;

  g_return_val_if_fail (AMB_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (AMB_IS_DRAFT (draft), NULL);

  self = g_object_new (AMB_TYPE_DRAFT_SESSION, NULL);
  self->context = g_object_ref (context);
  self->draft = g_object_ref (draft);
  self->autosave = amb_autosave_new (context, draft);
  self->check = amb_live_check_new (context, draft);

  amb_draft_session_check (self);
  amb_persona_list_channels_async (context, self->cancellable, list_channels_cb, g_object_ref (self));

  return self;
}

AmbContext *
amb_draft_session_get_context (AmbDraftSession *self)
{
  g_return_val_if_fail (AMB_IS_DRAFT_SESSION (self), NULL);

  return self->context;
}

AmbDraft *
amb_draft_session_get_draft (AmbDraftSession *self)
{
  g_return_val_if_fail (AMB_IS_DRAFT_SESSION (self), NULL);

  return self->draft;
}

AmbAutosave *
amb_draft_session_get_autosave (AmbDraftSession *self)
{
  g_return_val_if_fail (AMB_IS_DRAFT_SESSION (self), NULL);

  return self->autosave;
}

AmbLiveCheck *
amb_draft_session_get_check (AmbDraftSession *self)
{
  g_return_val_if_fail (AMB_IS_DRAFT_SESSION (self), NULL);

  return self->check;
}

const char *
amb_draft_session_get_channel (AmbDraftSession *self)
{
  g_return_val_if_fail (AMB_IS_DRAFT_SESSION (self), NULL);

  return self->channel;
}

void
amb_draft_session_set_channel (AmbDraftSession *self,
                               const char      *channel)
{
  g_return_if_fail (AMB_IS_DRAFT_SESSION (self));
  g_return_if_fail (channel == NULL || amb_draft_get_variant (self->draft, channel) != NULL);

  if (g_strcmp0 (self->channel, channel) == 0)
    return;

  g_free (self->channel);
  self->channel = g_strdup (channel);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANNEL]);
  amb_draft_session_check (self);
}

const char *
amb_draft_session_get_text (AmbDraftSession *self)
{
  g_return_val_if_fail (AMB_IS_DRAFT_SESSION (self), "");

  return self->channel == NULL ? get_main_text (self) : amb_draft_get_text_for (self->draft, self->channel);
}

/* What the person typed, in the text they are in. A text that is undone to what the main text says follows it again. */
void
amb_draft_session_set_text (AmbDraftSession *self,
                            const char      *text)
{
  g_return_if_fail (AMB_IS_DRAFT_SESSION (self));
  g_return_if_fail (text != NULL);

  if (g_str_equal (amb_draft_session_get_text (self), text))
    return;

  if (self->channel != NULL)
    {
      amb_draft_session_set_own_text (self, self->channel, text);
      return;
    }

  /* What is written down is more than an idea. */
  if (amb_draft_get_state (self->draft) == AMB_DRAFT_STATE_IDEA)
    amb_draft_set_state (self->draft, AMB_DRAFT_STATE_DRAFT);
  amb_draft_set_text (self->draft, AMB_DRAFT_TEXT, text);
  emit_changed (self);
}

gboolean
amb_draft_session_is_own (AmbDraftSession *self,
                          const char      *channel)
{
  AmbVariant *variant;

  g_return_val_if_fail (AMB_IS_DRAFT_SESSION (self), FALSE);
  g_return_val_if_fail (channel != NULL, FALSE);

  variant = amb_draft_get_variant (self->draft, channel);

  return variant != NULL && !amb_variant_get_follows (variant);
}

void
amb_draft_session_follow (AmbDraftSession *self,
                          const char      *channel)
{
  amb_draft_session_set_own_text (self, channel, get_main_text (self));
}

void
amb_draft_session_set_own_text (AmbDraftSession *self,
                                const char      *channel,
                                const char      *text)
{
  AmbVariant *variant;

  g_return_if_fail (AMB_IS_DRAFT_SESSION (self));
  g_return_if_fail (channel != NULL);
  g_return_if_fail (text != NULL);

  variant = amb_draft_get_variant (self->draft, channel);
  if (variant == NULL)
    return;

  if (g_str_equal (text, get_main_text (self)))
    set_variant (variant, TRUE, NULL);
  else
    set_variant (variant, FALSE, text);
  emit_changed (self);
}

void
amb_draft_session_add_channel (AmbDraftSession *self,
                               const char      *channel)
{
  g_autoptr (AmbVariant) variant = NULL;

  g_return_if_fail (AMB_IS_DRAFT_SESSION (self));
  g_return_if_fail (channel != NULL);

  if (amb_draft_get_variant (self->draft, channel) != NULL)
    return;

  variant = amb_variant_new ();
  amb_variant_set_text (variant, AMB_VARIANT_CHANNEL, channel);
  g_list_store_append (amb_draft_get_variants (self->draft), variant);
  emit_changed (self);
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

  if (g_strcmp0 (self->channel, channel) == 0)
    amb_draft_session_set_channel (self, NULL);
  g_list_store_remove (amb_draft_get_variants (self->draft), position);
  emit_changed (self);
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

/* Call it before the text that comes from the story goes in: the change of the text is what gets both saved. */
void
amb_draft_session_add_story (AmbDraftSession *self,
                             gint64           story_id,
                             int              version)
{
  g_return_if_fail (AMB_IS_DRAFT_SESSION (self));

  amb_draft_add_story (self->draft, story_id, version);
}

/* Checks anew: after something else than the text changed. */
void
amb_draft_session_check (AmbDraftSession *self)
{
  g_return_if_fail (AMB_IS_DRAFT_SESSION (self));

  amb_live_check_request (self->check, self->channel);
}

void
amb_draft_session_flush (AmbDraftSession *self)
{
  g_return_if_fail (AMB_IS_DRAFT_SESSION (self));

  amb_autosave_flush (self->autosave);
}

gboolean
amb_draft_session_is_saved (AmbDraftSession *self)
{
  g_return_val_if_fail (AMB_IS_DRAFT_SESSION (self), TRUE);

  return amb_autosave_get_state (self->autosave) == AMB_AUTOSAVE_STATE_SAVED;
}
