/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-records"

#include "config.h"

#include "amb-draft.h"

#include "amb-time.h"

#define READWRITE_FLAGS (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

/**
 * AmbDraft:
 *
 * A text that the person is writing: one master text, and a variant for each channel it is meant for.
 */
struct _AmbDraft
{
  AmbRecord parent_instance;

  AmbDraftState state;
  gint64 planned_at;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
  GListStore *variants;
  GArray *stories;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_PLANNED_AT,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
  PROP_VARIANTS,
  PROP_TEXTS,
  N_PROPERTIES = PROP_TEXTS + AMB_DRAFT_N_TEXTS
};

static const char * const text_names[] = {
  "language", "text", "zone",
};
G_STATIC_ASSERT (G_N_ELEMENTS (text_names) == AMB_DRAFT_N_TEXTS);

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbDraft, amb_draft, AMB_TYPE_RECORD)

static void
copy_variants (AmbDraft *self,
               AmbDraft *other)
{
  g_list_store_remove_all (self->variants);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (other->variants)); i++)
    {
      g_autoptr (AmbRecord) variant = g_list_model_get_item (G_LIST_MODEL (other->variants), i);
      g_autoptr (AmbVariant) copy = amb_variant_new ();

      amb_record_assign (AMB_RECORD (copy), variant);
      g_list_store_append (self->variants, copy);
    }
}

static void
amb_draft_assign (AmbRecord *record,
                  AmbRecord *from)
{
  AmbDraft *self = AMB_DRAFT (record);
  AmbDraft *other = AMB_DRAFT (from);

  amb_draft_set_state (self, other->state);
  amb_draft_set_planned_at (self, other->planned_at);
  amb_draft_set_created_at (self, other->created_at);
  amb_draft_set_updated_at (self, other->updated_at);
  amb_draft_set_deleted_at (self, other->deleted_at);
  copy_variants (self, other);
  g_array_unref (self->stories);
  self->stories = g_array_copy (other->stories);
}

static void
amb_draft_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  AmbDraft *self = AMB_DRAFT (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_PLANNED_AT:
      g_value_set_int64 (value, self->planned_at);
      break;
    case PROP_CREATED_AT:
      g_value_set_int64 (value, self->created_at);
      break;
    case PROP_UPDATED_AT:
      g_value_set_int64 (value, self->updated_at);
      break;
    case PROP_DELETED_AT:
      g_value_set_int64 (value, self->deleted_at);
      break;
    case PROP_VARIANTS:
      g_value_set_object (value, self->variants);
      break;
    default:
      g_value_set_string (value, amb_record_get_text (AMB_RECORD (self), prop_id - PROP_TEXTS));
    }
}

static void
amb_draft_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  AmbDraft *self = AMB_DRAFT (object);

  switch (prop_id)
    {
    case PROP_STATE:
      amb_draft_set_state (self, g_value_get_enum (value));
      break;
    case PROP_PLANNED_AT:
      amb_draft_set_planned_at (self, g_value_get_int64 (value));
      break;
    case PROP_CREATED_AT:
      amb_draft_set_created_at (self, g_value_get_int64 (value));
      break;
    case PROP_UPDATED_AT:
      amb_draft_set_updated_at (self, g_value_get_int64 (value));
      break;
    case PROP_DELETED_AT:
      amb_draft_set_deleted_at (self, g_value_get_int64 (value));
      break;
    default:
      amb_record_set_text (AMB_RECORD (self), prop_id - PROP_TEXTS, g_value_get_string (value));
    }
}

static void
amb_draft_finalize (GObject *object)
{
  AmbDraft *self = AMB_DRAFT (object);

  g_clear_object (&self->variants);
  g_array_unref (self->stories);

  G_OBJECT_CLASS (amb_draft_parent_class)->finalize (object);
}

static void
amb_draft_class_init (AmbDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_draft_get_property;
  object_class->set_property = amb_draft_set_property;
  object_class->finalize = amb_draft_finalize;

  AMB_RECORD_CLASS (klass)->assign = amb_draft_assign;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, AMB_TYPE_DRAFT_STATE,
    AMB_DRAFT_STATE_IDEA, READWRITE_FLAGS);
  properties[PROP_PLANNED_AT] = g_param_spec_int64 ("planned-at", NULL, NULL, G_MININT64, G_MAXINT64, AMB_TIME_UNSET, READWRITE_FLAGS);
  properties[PROP_CREATED_AT] = g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, AMB_TIME_UNSET, READWRITE_FLAGS);
  properties[PROP_UPDATED_AT] = g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, AMB_TIME_UNSET, READWRITE_FLAGS);
  properties[PROP_DELETED_AT] = g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, AMB_TIME_UNSET, READWRITE_FLAGS);
  properties[PROP_VARIANTS] = g_param_spec_object ("variants", NULL, NULL, G_TYPE_LIST_MODEL,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  amb_record_class_install_texts (AMB_RECORD_CLASS (klass), properties, text_names, AMB_DRAFT_N_TEXTS, PROP_TEXTS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_draft_init (AmbDraft *self)
{
  self->state = AMB_DRAFT_STATE_IDEA;
  self->planned_at = AMB_TIME_UNSET;
  self->created_at = AMB_TIME_UNSET;
  self->updated_at = AMB_TIME_UNSET;
  self->deleted_at = AMB_TIME_UNSET;
  self->variants = g_list_store_new (AMB_TYPE_VARIANT);
  self->stories = amb_story_uses_new ();
}

/**
 * amb_draft_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record
 */
AmbDraft *
amb_draft_new (void)
{
  return g_object_new (AMB_TYPE_DRAFT, NULL);
}

/**
 * amb_draft_get_text:
 * @self: a record
 * @field: which text
 *
 * Gets a text.
 *
 * Returns: (nullable) (transfer none): UTF-8, or %NULL when there is none
 */
const char *
amb_draft_get_text (AmbDraft *self,
                    AmbDraftText field)
{
  return amb_record_get_text (AMB_RECORD (self), field);
}

/**
 * amb_draft_set_text:
 * @self: a record
 * @field: which text
 * @text: (nullable): UTF-8
 *
 * Sets a text; the empty text counts as none.
 */
void
amb_draft_set_text (AmbDraft *self,
                    AmbDraftText field,
                    const char *text)
{
  amb_record_set_text (AMB_RECORD (self), field, text);
}

/**
 * amb_draft_get_state:
 * @self: a record
 *
 * Gets how far it is.
 *
 * Returns: a state
 */
AmbDraftState
amb_draft_get_state (AmbDraft *self)
{
  g_return_val_if_fail (AMB_IS_DRAFT (self), AMB_DRAFT_STATE_IDEA);

  return self->state;
}

/**
 * amb_draft_set_state:
 * @self: a record
 * @state: a state
 *
 * Sets how far it is.
 */
void
amb_draft_set_state (AmbDraft *self,
                     AmbDraftState state)
{
  g_return_if_fail (AMB_IS_DRAFT (self));

  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/**
 * amb_draft_get_planned_at:
 * @self: a record
 *
 * Gets when it is to be shared.
 *
 * Returns: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 */
gint64
amb_draft_get_planned_at (AmbDraft *self)
{
  g_return_val_if_fail (AMB_IS_DRAFT (self), AMB_TIME_UNSET);

  return self->planned_at;
}

/**
 * amb_draft_set_planned_at:
 * @self: a record
 * @planned_at: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 *
 * Sets when it is to be shared.
 */
void
amb_draft_set_planned_at (AmbDraft *self,
                          gint64 planned_at)
{
  g_return_if_fail (AMB_IS_DRAFT (self));

  if (self->planned_at == planned_at)
    return;

  self->planned_at = planned_at;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLANNED_AT]);
}

/**
 * amb_draft_get_created_at:
 * @self: a record
 *
 * Gets when it was begun.
 *
 * Returns: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 */
gint64
amb_draft_get_created_at (AmbDraft *self)
{
  g_return_val_if_fail (AMB_IS_DRAFT (self), AMB_TIME_UNSET);

  return self->created_at;
}

/**
 * amb_draft_set_created_at:
 * @self: a record
 * @created_at: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 *
 * Sets when it was begun.
 */
void
amb_draft_set_created_at (AmbDraft *self,
                          gint64 created_at)
{
  g_return_if_fail (AMB_IS_DRAFT (self));

  if (self->created_at == created_at)
    return;

  self->created_at = created_at;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CREATED_AT]);
}

/**
 * amb_draft_get_updated_at:
 * @self: a record
 *
 * Gets when it last changed.
 *
 * Returns: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 */
gint64
amb_draft_get_updated_at (AmbDraft *self)
{
  g_return_val_if_fail (AMB_IS_DRAFT (self), AMB_TIME_UNSET);

  return self->updated_at;
}

/**
 * amb_draft_set_updated_at:
 * @self: a record
 * @updated_at: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 *
 * Sets when it last changed.
 */
void
amb_draft_set_updated_at (AmbDraft *self,
                          gint64 updated_at)
{
  g_return_if_fail (AMB_IS_DRAFT (self));

  if (self->updated_at == updated_at)
    return;

  self->updated_at = updated_at;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UPDATED_AT]);
}

/**
 * amb_draft_get_deleted_at:
 * @self: a record
 *
 * Gets when it was discarded.
 *
 * Returns: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 */
gint64
amb_draft_get_deleted_at (AmbDraft *self)
{
  g_return_val_if_fail (AMB_IS_DRAFT (self), AMB_TIME_UNSET);

  return self->deleted_at;
}

/**
 * amb_draft_set_deleted_at:
 * @self: a record
 * @deleted_at: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 *
 * Sets when it was discarded.
 */
void
amb_draft_set_deleted_at (AmbDraft *self,
                          gint64 deleted_at)
{
  g_return_if_fail (AMB_IS_DRAFT (self));

  if (self->deleted_at == deleted_at)
    return;

  self->deleted_at = deleted_at;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DELETED_AT]);
}

/**
 * amb_draft_get_variants:
 * @self: a draft
 *
 * Gets the variants: one for each channel that the draft is meant for.
 *
 * Returns: (transfer none): a list of [class@Variant]
 */
GListStore *
amb_draft_get_variants (AmbDraft *self)
{
  g_return_val_if_fail (AMB_IS_DRAFT (self), NULL);

  return self->variants;
}

/**
 * amb_draft_get_variant:
 * @self: a draft
 * @channel: the id of a channel
 *
 * Finds the variant for a channel.
 *
 * Returns: (transfer none) (nullable): the variant, or %NULL when the draft is not meant for that channel
 */
AmbVariant *
amb_draft_get_variant (AmbDraft   *self,
                       const char *channel)
{
  g_return_val_if_fail (AMB_IS_DRAFT (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->variants)); i++)
    {
      g_autoptr (AmbVariant) variant = g_list_model_get_item (G_LIST_MODEL (self->variants), i);

      if (g_strcmp0 (amb_variant_get_text (variant, AMB_VARIANT_CHANNEL), channel) == 0)
        return variant;
    }

  return NULL;
}

/**
 * amb_draft_add_variant:
 * @self: a draft
 * @channel: the id of a channel
 *
 * Means a draft for one more channel, unless it is meant for that already: two accounts on one channel share what is
 * written for it.
 */
void
amb_draft_add_variant (AmbDraft   *self,
                       const char *channel)
{
  g_autoptr (AmbVariant) variant = NULL;

  g_return_if_fail (AMB_IS_DRAFT (self));

  if (amb_draft_get_variant (self, channel) != NULL)
    return;

  variant = amb_variant_new ();
  amb_variant_set_text (variant, AMB_VARIANT_CHANNEL, channel);
  g_list_store_append (self->variants, variant);
}

/**
 * amb_draft_get_text_for:
 * @self: a draft
 * @channel: the id of a channel
 *
 * Gets the text as it goes to a channel: that of its variant, or the master text.
 *
 * Returns: (transfer none): UTF-8, never %NULL
 */
const char *
amb_draft_get_text_for (AmbDraft   *self,
                        const char *channel)
{
  AmbVariant *variant = amb_draft_get_variant (self, channel);
  const char *text;

  if (variant != NULL && !amb_variant_get_follows (variant))
    text = amb_variant_get_text (variant, AMB_VARIANT_TEXT);
  else
    text = amb_draft_get_text (self, AMB_DRAFT_TEXT);

  return text == NULL ? "" : text;
}

/**
 * amb_draft_get_stories:
 * @self: a record
 *
 * Gets the stories that it uses, with the version that was used.
 *
 * Returns: (transfer none) (element-type AmbStoryUse): the stories, in the order they came in
 */
GArray *
amb_draft_get_stories (AmbDraft *self)
{
  g_return_val_if_fail (AMB_IS_DRAFT (self), NULL);

  return self->stories;
}

/**
 * amb_draft_add_story:
 * @self: a record
 * @story_id: a story
 * @version: the version that was used
 *
 * Adds a story; one that is there already only gets the newer version.
 */
void
amb_draft_add_story (AmbDraft *self,
                     gint64 story_id,
                     int version)
{
  g_return_if_fail (AMB_IS_DRAFT (self));

  amb_story_uses_add (self->stories, story_id, version);
}
