/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-draft-session-private.h"

#include "amb-draft-autosave.h"
#include "amb-persona.h"

/**
 * AmbDraftSession:
 *
 * A draft that is being written: in which of its texts the person is, what is still to be saved, and what the checks say.
 *
 * The composer and everything around the text look at the same session; all changes of the draft pass through it.
 * ::changed is emitted after each change of a text, of the channels or of their limits.
 */

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
  amb_draft_session_emit_changed (self);
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
  g_cancellable_cancel (self->following);

  G_OBJECT_CLASS (amb_draft_session_parent_class)->dispose (object);
}

static void
amb_draft_session_finalize (GObject *object)
{
  AmbDraftSession *self = AMB_DRAFT_SESSION (object);

  g_clear_object (&self->context);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->removed_texts, g_hash_table_unref);
  g_clear_object (&self->autosave);
  g_clear_object (&self->check);
  g_clear_object (&self->own_channels);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->following);
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
  self->removed_texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
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
  self->autosave = amb_draft_autosave_new (context, draft);
  self->check = amb_live_check_new (context, draft);

  amb_draft_session_check (self);
  amb_persona_list_channels_async (context, self->cancellable, list_channels_cb, g_object_ref (self));
  amb_draft_session_follow_others (self);

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

  /* What is written down is more than an idea. */
  if (amb_draft_get_state (self->draft) == AMB_DRAFT_STATE_IDEA)
    amb_draft_set_state (self->draft, AMB_DRAFT_STATE_DRAFT);

  if (self->channel != NULL)
    {
      amb_draft_session_set_own_text (self, self->channel, text);
      return;
    }

  amb_draft_set_text (self->draft, AMB_DRAFT_TEXT, text);
  amb_draft_session_emit_changed (self);
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
  amb_draft_session_emit_changed (self);
}

/* For amb-draft-session-channels.c too. */
void
amb_draft_session_emit_changed (AmbDraftSession *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
  amb_draft_session_check (self);
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
