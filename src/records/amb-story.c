/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-records"

#include "config.h"

#include "amb-story.h"

#include "amb-story-private.h"
#include "amb-time.h"

#define READWRITE_FLAGS (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

enum
{
  PROP_0,
  PROP_SOURCE_ID,
  PROP_VERSION,
  PROP_KIND,
  PROP_STATUS,
  PROP_USABLE_FROM,
  PROP_USABLE_UNTIL,
  PROP_CLEARED,
  PROP_FAVOURITE,
  PROP_USED_AT,
  PROP_THEMES,
  PROP_VALUES,
  PROP_AUDIENCES,
  PROP_HASHTAGS,
  PROP_TEXTS,
  N_PROPERTIES = PROP_TEXTS + AMB_STORY_N_TEXTS
};

static const char * const text_names[] = {
  "uid", "language", "title", "message", "body", "why", "avoid", "disclosure", "contact", "contact-address", "spoken", "organisation", "my-role", "note", "dismissed",
};
G_STATIC_ASSERT (G_N_ELEMENTS (text_names) == AMB_STORY_N_TEXTS);

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbStory, amb_story, AMB_TYPE_RECORD)

static const char * const label_names[] = { "themes", "values", "audiences", "hashtags" };
static const char * const no_labels[] = { NULL };

static AmbStoryLabelKind
label_kind_of (guint prop_id)
{
  return AMB_STORY_LABEL_THEME + (prop_id - PROP_THEMES);
}

static gpointer
copy_label (gconstpointer label,
            gpointer      data)
{
  return g_strdup (label);
}

static gpointer
ref_part (gconstpointer part,
          gpointer      data)
{
  return g_object_ref ((gpointer) part);
}

static void
copy_labels (AmbStory *self,
             AmbStory *other)
{
  for (guint i = AMB_STORY_LABEL_THEME; i < N_LABEL_KINDS; i++)
    {
      if (g_strv_equal (amb_story_get_labels (self, i), amb_story_get_labels (other, i)))
        continue;

      g_clear_pointer (&self->labels[i], g_ptr_array_unref);
      self->labels[i] = other->labels[i] == NULL ? NULL : g_ptr_array_copy (other->labels[i], copy_label, NULL);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THEMES + i - AMB_STORY_LABEL_THEME]);
    }
}

static void
amb_story_assign (AmbRecord *record,
                  AmbRecord *from)
{
  AmbStory *self = AMB_STORY (record);
  AmbStory *other = AMB_STORY (from);

  amb_story_set_source_id (self, other->source_id);
  amb_story_set_version (self, other->version);
  amb_story_set_kind (self, other->kind);
  amb_story_set_status (self, other->status);
  amb_story_set_usable_from (self, other->usable_from);
  amb_story_set_usable_until (self, other->usable_until);
  amb_story_set_cleared (self, other->cleared);
  amb_story_set_favourite (self, other->favourite);
  amb_story_set_used_at (self, other->used_at);
  copy_labels (self, other);
  g_ptr_array_unref (self->parts);
  self->parts = g_ptr_array_copy (other->parts, ref_part, NULL);
}

static void
amb_story_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  AmbStory *self = AMB_STORY (object);

  switch (prop_id)
    {
    case PROP_SOURCE_ID:
      g_value_set_int64 (value, self->source_id);
      break;
    case PROP_VERSION:
      g_value_set_int (value, self->version);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_STATUS:
      g_value_set_enum (value, self->status);
      break;
    case PROP_USABLE_FROM:
      g_value_set_int64 (value, self->usable_from);
      break;
    case PROP_USABLE_UNTIL:
      g_value_set_int64 (value, self->usable_until);
      break;
    case PROP_CLEARED:
      g_value_set_boolean (value, self->cleared);
      break;
    case PROP_FAVOURITE:
      g_value_set_boolean (value, self->favourite);
      break;
    case PROP_USED_AT:
      g_value_set_int64 (value, self->used_at);
      break;
    case PROP_THEMES:
    case PROP_VALUES:
    case PROP_AUDIENCES:
    case PROP_HASHTAGS:
      g_value_set_boxed (value, amb_story_get_labels (self, label_kind_of (prop_id)));
      break;
    default:
      g_value_set_string (value, amb_record_get_text (AMB_RECORD (self), prop_id - PROP_TEXTS));
    }
}

static void
amb_story_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  AmbStory *self = AMB_STORY (object);

  switch (prop_id)
    {
    case PROP_SOURCE_ID:
      amb_story_set_source_id (self, g_value_get_int64 (value));
      break;
    case PROP_VERSION:
      amb_story_set_version (self, g_value_get_int (value));
      break;
    case PROP_KIND:
      amb_story_set_kind (self, g_value_get_enum (value));
      break;
    case PROP_STATUS:
      amb_story_set_status (self, g_value_get_enum (value));
      break;
    case PROP_USABLE_FROM:
      amb_story_set_usable_from (self, g_value_get_int64 (value));
      break;
    case PROP_USABLE_UNTIL:
      amb_story_set_usable_until (self, g_value_get_int64 (value));
      break;
    case PROP_CLEARED:
      amb_story_set_cleared (self, g_value_get_boolean (value));
      break;
    case PROP_FAVOURITE:
      amb_story_set_favourite (self, g_value_get_boolean (value));
      break;
    case PROP_USED_AT:
      amb_story_set_used_at (self, g_value_get_int64 (value));
      break;
    default:
      amb_record_set_text (AMB_RECORD (self), prop_id - PROP_TEXTS, g_value_get_string (value));
    }
}

static void
amb_story_finalize (GObject *object)
{
  AmbStory *self = AMB_STORY (object);

  for (guint i = 0; i < N_LABEL_KINDS; i++)
    g_clear_pointer (&self->labels[i], g_ptr_array_unref);
  g_ptr_array_unref (self->parts);

  G_OBJECT_CLASS (amb_story_parent_class)->finalize (object);
}

static void
amb_story_class_init (AmbStoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_story_get_property;
  object_class->set_property = amb_story_set_property;
  object_class->finalize = amb_story_finalize;

  AMB_RECORD_CLASS (klass)->assign = amb_story_assign;

  properties[PROP_SOURCE_ID] = g_param_spec_int64 ("source-id", NULL, NULL, G_MININT64, G_MAXINT64, 0, READWRITE_FLAGS);
  properties[PROP_VERSION] = g_param_spec_int ("version", NULL, NULL, G_MININT, G_MAXINT, 1, READWRITE_FLAGS);
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, AMB_TYPE_STORY_KIND,
    AMB_STORY_KIND_STORY, READWRITE_FLAGS);
  properties[PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, AMB_TYPE_STORY_STATUS,
    AMB_STORY_STATUS_CURRENT, READWRITE_FLAGS);
  properties[PROP_USABLE_FROM] = g_param_spec_int64 ("usable-from", NULL, NULL, G_MININT64, G_MAXINT64, AMB_TIME_UNSET, READWRITE_FLAGS);
  properties[PROP_USABLE_UNTIL] = g_param_spec_int64 ("usable-until", NULL, NULL, G_MININT64, G_MAXINT64, AMB_TIME_UNSET, READWRITE_FLAGS);
  properties[PROP_CLEARED] = g_param_spec_boolean ("cleared", NULL, NULL, TRUE, READWRITE_FLAGS);
  properties[PROP_FAVOURITE] = g_param_spec_boolean ("favourite", NULL, NULL, FALSE, READWRITE_FLAGS);
  properties[PROP_USED_AT] = g_param_spec_int64 ("used-at", NULL, NULL, G_MININT64, G_MAXINT64, AMB_TIME_UNSET, READWRITE_FLAGS);
  for (guint i = PROP_THEMES; i <= PROP_HASHTAGS; i++)
    properties[i] = g_param_spec_boxed (label_names[i - PROP_THEMES], NULL, NULL, G_TYPE_STRV,
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  amb_record_class_install_texts (AMB_RECORD_CLASS (klass), properties, text_names, AMB_STORY_N_TEXTS, PROP_TEXTS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_story_init (AmbStory *self)
{
  self->version = 1;
  self->kind = AMB_STORY_KIND_STORY;
  self->status = AMB_STORY_STATUS_CURRENT;
  self->usable_from = AMB_TIME_UNSET;
  self->usable_until = AMB_TIME_UNSET;
  self->cleared = TRUE;
  self->used_at = AMB_TIME_UNSET;
  self->parts = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * amb_story_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record
 */
AmbStory *
amb_story_new (void)
{
  return g_object_new (AMB_TYPE_STORY, NULL);
}

/**
 * amb_story_get_text:
 * @self: a record
 * @field: which text
 *
 * Gets a text.
 *
 * Returns: (nullable) (transfer none): UTF-8, or %NULL when there is none
 */
const char *
amb_story_get_text (AmbStory *self,
                    AmbStoryText field)
{
  return amb_record_get_text (AMB_RECORD (self), field);
}

/**
 * amb_story_set_text:
 * @self: a record
 * @field: which text
 * @text: (nullable): UTF-8
 *
 * Sets a text; the empty text counts as none.
 */
void
amb_story_set_text (AmbStory *self,
                    AmbStoryText field,
                    const char *text)
{
  amb_record_set_text (AMB_RECORD (self), field, text);
}

/**
 * amb_story_get_source_id:
 * @self: a record
 *
 * Gets the source that it came from.
 *
 * Returns: an id, or 0
 */
gint64
amb_story_get_source_id (AmbStory *self)
{
  g_return_val_if_fail (AMB_IS_STORY (self), 0);

  return self->source_id;
}

/**
 * amb_story_set_source_id:
 * @self: a record
 * @source_id: an id, or 0
 *
 * Sets the source that it came from.
 */
void
amb_story_set_source_id (AmbStory *self,
                         gint64 source_id)
{
  g_return_if_fail (AMB_IS_STORY (self));

  if (self->source_id == source_id)
    return;

  self->source_id = source_id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOURCE_ID]);
}

/**
 * amb_story_get_version:
 * @self: a record
 *
 * Gets the version that the organisation gave it.
 *
 * Returns: a version, counted from 1
 */
int
amb_story_get_version (AmbStory *self)
{
  g_return_val_if_fail (AMB_IS_STORY (self), 1);

  return self->version;
}

/**
 * amb_story_set_version:
 * @self: a record
 * @version: a version, counted from 1
 *
 * Sets the version that the organisation gave it.
 */
void
amb_story_set_version (AmbStory *self,
                       int version)
{
  g_return_if_fail (AMB_IS_STORY (self));

  if (self->version == version)
    return;

  self->version = version;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VERSION]);
}

/**
 * amb_story_get_kind:
 * @self: a record
 *
 * Gets what it is.
 *
 * Returns: a kind
 */
AmbStoryKind
amb_story_get_kind (AmbStory *self)
{
  g_return_val_if_fail (AMB_IS_STORY (self), AMB_STORY_KIND_STORY);

  return self->kind;
}

/**
 * amb_story_set_kind:
 * @self: a record
 * @kind: a kind
 *
 * Sets what it is.
 */
void
amb_story_set_kind (AmbStory *self,
                    AmbStoryKind kind)
{
  g_return_if_fail (AMB_IS_STORY (self));

  if (self->kind == kind)
    return;

  self->kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

/**
 * amb_story_get_status:
 * @self: a record
 *
 * Gets whether the organisation still stands by it.
 *
 * Returns: a status
 */
AmbStoryStatus
amb_story_get_status (AmbStory *self)
{
  g_return_val_if_fail (AMB_IS_STORY (self), AMB_STORY_STATUS_CURRENT);

  return self->status;
}

/**
 * amb_story_set_status:
 * @self: a record
 * @status: a status
 *
 * Sets whether the organisation still stands by it.
 */
void
amb_story_set_status (AmbStory *self,
                      AmbStoryStatus status)
{
  g_return_if_fail (AMB_IS_STORY (self));

  if (self->status == status)
    return;

  self->status = status;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

/**
 * amb_story_get_usable_from:
 * @self: a record
 *
 * Gets when it may first be shared.
 *
 * Returns: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 */
gint64
amb_story_get_usable_from (AmbStory *self)
{
  g_return_val_if_fail (AMB_IS_STORY (self), AMB_TIME_UNSET);

  return self->usable_from;
}

/**
 * amb_story_set_usable_from:
 * @self: a record
 * @usable_from: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 *
 * Sets when it may first be shared.
 */
void
amb_story_set_usable_from (AmbStory *self,
                           gint64 usable_from)
{
  g_return_if_fail (AMB_IS_STORY (self));

  if (self->usable_from == usable_from)
    return;

  self->usable_from = usable_from;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_USABLE_FROM]);
}

/**
 * amb_story_get_usable_until:
 * @self: a record
 *
 * Gets until when it may be shared.
 *
 * Returns: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 */
gint64
amb_story_get_usable_until (AmbStory *self)
{
  g_return_val_if_fail (AMB_IS_STORY (self), AMB_TIME_UNSET);

  return self->usable_until;
}

/**
 * amb_story_set_usable_until:
 * @self: a record
 * @usable_until: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 *
 * Sets until when it may be shared.
 */
void
amb_story_set_usable_until (AmbStory *self,
                            gint64 usable_until)
{
  g_return_if_fail (AMB_IS_STORY (self));

  if (self->usable_until == usable_until)
    return;

  self->usable_until = usable_until;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_USABLE_UNTIL]);
}

/**
 * amb_story_get_cleared:
 * @self: a record
 *
 * Gets whether it is cleared for public use.
 *
 * Returns: %TRUE when it may go outside
 */
gboolean
amb_story_get_cleared (AmbStory *self)
{
  g_return_val_if_fail (AMB_IS_STORY (self), TRUE);

  return self->cleared;
}

/**
 * amb_story_set_cleared:
 * @self: a record
 * @cleared: %TRUE when it may go outside
 *
 * Sets whether it is cleared for public use.
 */
void
amb_story_set_cleared (AmbStory *self,
                       gboolean cleared)
{
  g_return_if_fail (AMB_IS_STORY (self));

  if (self->cleared == cleared)
    return;

  self->cleared = cleared;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLEARED]);
}

/**
 * amb_story_get_favourite:
 * @self: a record
 *
 * Gets whether it is a favourite of the person.
 *
 * Returns: %TRUE when it is
 */
gboolean
amb_story_get_favourite (AmbStory *self)
{
  g_return_val_if_fail (AMB_IS_STORY (self), FALSE);

  return self->favourite;
}

/**
 * amb_story_set_favourite:
 * @self: a record
 * @favourite: %TRUE when it is
 *
 * Sets whether it is a favourite of the person.
 */
void
amb_story_set_favourite (AmbStory *self,
                         gboolean favourite)
{
  g_return_if_fail (AMB_IS_STORY (self));

  if (self->favourite == favourite)
    return;

  self->favourite = favourite;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAVOURITE]);
}

/**
 * amb_story_get_used_at:
 * @self: a record
 *
 * Gets when the person last shared something made of it.
 *
 * Returns: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 */
gint64
amb_story_get_used_at (AmbStory *self)
{
  g_return_val_if_fail (AMB_IS_STORY (self), AMB_TIME_UNSET);

  return self->used_at;
}

/**
 * amb_story_set_used_at:
 * @self: a record
 * @used_at: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 *
 * Sets when the person last shared something made of it.
 */
void
amb_story_set_used_at (AmbStory *self,
                       gint64 used_at)
{
  g_return_if_fail (AMB_IS_STORY (self));

  if (self->used_at == used_at)
    return;

  self->used_at = used_at;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_USED_AT]);
}


/**
 * amb_story_get_labels:
 * @self: a story
 * @kind: which labels
 *
 * Gets the labels of one kind, in the order of the pack.
 *
 * Returns: (transfer none) (array zero-terminated=1): the labels; valid until one is added
 */
const char * const *
amb_story_get_labels (AmbStory          *self,
                      AmbStoryLabelKind  kind)
{
  g_return_val_if_fail (AMB_IS_STORY (self), NULL);
  g_return_val_if_fail (kind < N_LABEL_KINDS, NULL);

  return self->labels[kind] == NULL ? no_labels : (const char * const *) self->labels[kind]->pdata;
}

/**
 * amb_story_add_label:
 * @self: a story
 * @kind: which labels
 * @label: what to add
 *
 * Adds a label after the others of its kind.
 */
void
amb_story_add_label (AmbStory          *self,
                     AmbStoryLabelKind  kind,
                     const char        *label)
{
  GPtrArray *labels;

  g_return_if_fail (AMB_IS_STORY (self));
  g_return_if_fail (kind < N_LABEL_KINDS);
  g_return_if_fail (label != NULL);

  if (self->labels[kind] == NULL)
    {
      self->labels[kind] = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->labels[kind], NULL);
    }

  labels = self->labels[kind];
  g_ptr_array_insert (labels, labels->len - 1, g_strdup (label));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THEMES + kind - AMB_STORY_LABEL_THEME]);
}
