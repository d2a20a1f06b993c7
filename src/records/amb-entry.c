/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-records"

#include "config.h"

#include "amb-entry-private.h"

#include <string.h>

#include "amb-time.h"

#define READWRITE_FLAGS (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

enum
{
  PROP_0,
  PROP_KIND,
  PROP_ONLINE,
  PROP_AT,
  PROP_ZONE_OFFSET,
  PROP_OWN_WORDS,
  PROP_REACHED,
  PROP_REACHED_INDIRECTLY,
  PROP_FOLLOW_UP_AT,
  PROP_CONFIRMED,
  PROP_PRIVATE,
  PROP_DRAFT_ID,
  PROP_TAGS,
  PROP_STORIES,
  PROP_RESULTS,
  PROP_HEARD,
  PROP_TEXTS,
  N_PROPERTIES = PROP_TEXTS + AMB_ENTRY_N_TEXTS
};

static const char * const text_names[] = {
  "channel", "place", "audience", "with", "title", "text", "link", "language", "follow-up", "outcome", "evidence", "reward",
};
G_STATIC_ASSERT (G_N_ELEMENTS (text_names) == AMB_ENTRY_N_TEXTS);

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbEntry, amb_entry, AMB_TYPE_RECORD)

static const char * const no_tags[] = { NULL };

static void
copy_heard (AmbEntry *self,
            AmbEntry *other)
{
  g_list_store_remove_all (self->heard);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (other->heard)); i++)
    {
      g_autoptr (AmbRecord) heard = g_list_model_get_item (G_LIST_MODEL (other->heard), i);
      g_autoptr (AmbHeard) copy = amb_heard_new ();

      amb_record_assign (AMB_RECORD (copy), heard);
      g_list_store_append (self->heard, copy);
    }
}

static void
copy_array (AmbEntry  *self,
            GArray   **array,
            GArray    *from,
            guint      property)
{
  if (amb_entry_is_same_array (*array, from))
    return;

  g_array_unref (*array);
  *array = g_array_copy (from);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
amb_entry_assign (AmbRecord *record,
                  AmbRecord *from)
{
  AmbEntry *self = AMB_ENTRY (record);
  AmbEntry *other = AMB_ENTRY (from);

  amb_entry_set_kind (self, other->kind);
  amb_entry_set_online (self, other->online);
  amb_entry_set_at (self, other->at);
  amb_entry_set_zone_offset (self, other->zone_offset);
  amb_entry_set_own_words (self, other->own_words);
  amb_entry_set_reached (self, other->reached);
  amb_entry_set_reached_indirectly (self, other->reached_indirectly);
  amb_entry_set_follow_up_at (self, other->follow_up_at);
  amb_entry_set_confirmed (self, other->confirmed);
  amb_entry_set_private (self, other->private);
  amb_entry_set_draft_id (self, other->draft_id);
  amb_entry_set_is_row (self, other->is_row);
  amb_entry_set_tags (self, amb_entry_get_tags (other));
  copy_array (self, &self->stories, other->stories, PROP_STORIES);
  copy_array (self, &self->results, other->results, PROP_RESULTS);
  copy_heard (self, other);
}

static void
amb_entry_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  AmbEntry *self = AMB_ENTRY (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_ONLINE:
      g_value_set_boolean (value, self->online);
      break;
    case PROP_AT:
      g_value_set_int64 (value, self->at);
      break;
    case PROP_ZONE_OFFSET:
      g_value_set_int (value, self->zone_offset);
      break;
    case PROP_OWN_WORDS:
      g_value_set_double (value, self->own_words);
      break;
    case PROP_REACHED:
      g_value_set_int (value, self->reached);
      break;
    case PROP_REACHED_INDIRECTLY:
      g_value_set_int (value, self->reached_indirectly);
      break;
    case PROP_FOLLOW_UP_AT:
      g_value_set_int64 (value, self->follow_up_at);
      break;
    case PROP_CONFIRMED:
      g_value_set_boolean (value, self->confirmed);
      break;
    case PROP_PRIVATE:
      g_value_set_boolean (value, self->private);
      break;
    case PROP_DRAFT_ID:
      g_value_set_int64 (value, self->draft_id);
      break;
    case PROP_TAGS:
      g_value_set_boxed (value, self->tags);
      break;
    case PROP_STORIES:
      g_value_set_boxed (value, self->stories);
      break;
    case PROP_RESULTS:
      g_value_set_boxed (value, self->results);
      break;
    case PROP_HEARD:
      g_value_set_object (value, self->heard);
      break;
    default:
      g_value_set_string (value, amb_record_get_text (AMB_RECORD (self), prop_id - PROP_TEXTS));
    }
}

static void
amb_entry_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  AmbEntry *self = AMB_ENTRY (object);

  switch (prop_id)
    {
    case PROP_KIND:
      amb_entry_set_kind (self, g_value_get_enum (value));
      break;
    case PROP_ONLINE:
      amb_entry_set_online (self, g_value_get_boolean (value));
      break;
    case PROP_AT:
      amb_entry_set_at (self, g_value_get_int64 (value));
      break;
    case PROP_ZONE_OFFSET:
      amb_entry_set_zone_offset (self, g_value_get_int (value));
      break;
    case PROP_OWN_WORDS:
      amb_entry_set_own_words (self, g_value_get_double (value));
      break;
    case PROP_REACHED:
      amb_entry_set_reached (self, g_value_get_int (value));
      break;
    case PROP_REACHED_INDIRECTLY:
      amb_entry_set_reached_indirectly (self, g_value_get_int (value));
      break;
    case PROP_FOLLOW_UP_AT:
      amb_entry_set_follow_up_at (self, g_value_get_int64 (value));
      break;
    case PROP_CONFIRMED:
      amb_entry_set_confirmed (self, g_value_get_boolean (value));
      break;
    case PROP_PRIVATE:
      amb_entry_set_private (self, g_value_get_boolean (value));
      break;
    case PROP_DRAFT_ID:
      amb_entry_set_draft_id (self, g_value_get_int64 (value));
      break;
    case PROP_TAGS:
      amb_entry_set_tags (self, g_value_get_boxed (value) == NULL ? no_tags : g_value_get_boxed (value));
      break;
    default:
      amb_record_set_text (AMB_RECORD (self), prop_id - PROP_TEXTS, g_value_get_string (value));
    }
}

static void
amb_entry_finalize (GObject *object)
{
  AmbEntry *self = AMB_ENTRY (object);

  g_strfreev (self->tags);
  g_array_unref (self->stories);
  g_array_unref (self->results);
  g_object_unref (self->heard);

  G_OBJECT_CLASS (amb_entry_parent_class)->finalize (object);
}

static void
amb_entry_class_init (AmbEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_entry_get_property;
  object_class->set_property = amb_entry_set_property;
  object_class->finalize = amb_entry_finalize;

  AMB_RECORD_CLASS (klass)->assign = amb_entry_assign;

  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, AMB_TYPE_ENTRY_KIND,
    AMB_ENTRY_KIND_POST, READWRITE_FLAGS);
  properties[PROP_ONLINE] = g_param_spec_boolean ("online", NULL, NULL, TRUE, READWRITE_FLAGS);
  properties[PROP_AT] = g_param_spec_int64 ("at", NULL, NULL, G_MININT64, G_MAXINT64, AMB_TIME_UNSET, READWRITE_FLAGS);
  properties[PROP_ZONE_OFFSET] = g_param_spec_int ("zone-offset", NULL, NULL, G_MININT, G_MAXINT, 0, READWRITE_FLAGS);
  properties[PROP_OWN_WORDS] = g_param_spec_double ("own-words", NULL, NULL, -1.0, G_MAXDOUBLE, -1.0, READWRITE_FLAGS);
  properties[PROP_REACHED] = g_param_spec_int ("reached", NULL, NULL, G_MININT, G_MAXINT, -1, READWRITE_FLAGS);
  properties[PROP_REACHED_INDIRECTLY] = g_param_spec_int ("reached-indirectly", NULL, NULL, G_MININT, G_MAXINT, -1, READWRITE_FLAGS);
  properties[PROP_FOLLOW_UP_AT] = g_param_spec_int64 ("follow-up-at", NULL, NULL, G_MININT64, G_MAXINT64, AMB_TIME_UNSET, READWRITE_FLAGS);
  properties[PROP_CONFIRMED] = g_param_spec_boolean ("confirmed", NULL, NULL, TRUE, READWRITE_FLAGS);
  properties[PROP_PRIVATE] = g_param_spec_boolean ("private", NULL, NULL, FALSE, READWRITE_FLAGS);
  properties[PROP_DRAFT_ID] = g_param_spec_int64 ("draft-id", NULL, NULL, G_MININT64, G_MAXINT64, 0, READWRITE_FLAGS);
  properties[PROP_TAGS] = g_param_spec_boxed ("tags", NULL, NULL, G_TYPE_STRV, READWRITE_FLAGS);
  properties[PROP_STORIES] = g_param_spec_boxed ("stories", NULL, NULL, G_TYPE_ARRAY,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RESULTS] = g_param_spec_boxed ("results", NULL, NULL, G_TYPE_ARRAY,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HEARD] = g_param_spec_object ("heard", NULL, NULL, G_TYPE_LIST_MODEL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  amb_record_class_install_texts (AMB_RECORD_CLASS (klass), properties, text_names, AMB_ENTRY_N_TEXTS, PROP_TEXTS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_entry_init (AmbEntry *self)
{
  self->kind = AMB_ENTRY_KIND_POST;
  self->online = TRUE;
  self->at = AMB_TIME_UNSET;
  self->own_words = -1.0;
  self->reached = -1;
  self->reached_indirectly = -1;
  self->follow_up_at = AMB_TIME_UNSET;
  self->confirmed = TRUE;
  self->stories = amb_story_uses_new ();
  self->results = g_array_new (FALSE, FALSE, sizeof (AmbResult));
  self->heard = g_list_store_new (AMB_TYPE_HEARD);
}

/**
 * amb_entry_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record
 */
AmbEntry *
amb_entry_new (void)
{
  return g_object_new (AMB_TYPE_ENTRY, NULL);
}

/**
 * amb_entry_get_text:
 * @self: a record
 * @field: which text
 *
 * Gets a text.
 *
 * Returns: (nullable) (transfer none): UTF-8, or %NULL when there is none
 */
const char *
amb_entry_get_text (AmbEntry *self,
                    AmbEntryText field)
{
  return amb_record_get_text (AMB_RECORD (self), field);
}

/**
 * amb_entry_set_text:
 * @self: a record
 * @field: which text
 * @text: (nullable): UTF-8
 *
 * Sets a text; the empty text counts as none.
 */
void
amb_entry_set_text (AmbEntry *self,
                    AmbEntryText field,
                    const char *text)
{
  amb_record_set_text (AMB_RECORD (self), field, text);
}

/**
 * amb_entry_get_kind:
 * @self: a record
 *
 * Gets what it was.
 *
 * Returns: a kind
 */
AmbEntryKind
amb_entry_get_kind (AmbEntry *self)
{
  g_return_val_if_fail (AMB_IS_ENTRY (self), AMB_ENTRY_KIND_POST);

  return self->kind;
}

/**
 * amb_entry_set_kind:
 * @self: a record
 * @kind: a kind
 *
 * Sets what it was.
 */
void
amb_entry_set_kind (AmbEntry *self,
                    AmbEntryKind kind)
{
  g_return_if_fail (AMB_IS_ENTRY (self));

  if (self->kind == kind)
    return;

  self->kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

/**
 * amb_entry_get_online:
 * @self: a record
 *
 * Gets whether it happened online.
 *
 * Returns: %TRUE when online
 */
gboolean
amb_entry_get_online (AmbEntry *self)
{
  g_return_val_if_fail (AMB_IS_ENTRY (self), TRUE);

  return self->online;
}

/**
 * amb_entry_set_online:
 * @self: a record
 * @online: %TRUE when online
 *
 * Sets whether it happened online.
 */
void
amb_entry_set_online (AmbEntry *self,
                      gboolean online)
{
  g_return_if_fail (AMB_IS_ENTRY (self));

  if (self->online == online)
    return;

  self->online = online;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLINE]);
}

/**
 * amb_entry_get_at:
 * @self: a record
 *
 * Gets when it happened.
 *
 * Returns: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 */
gint64
amb_entry_get_at (AmbEntry *self)
{
  g_return_val_if_fail (AMB_IS_ENTRY (self), AMB_TIME_UNSET);

  return self->at;
}

/**
 * amb_entry_set_at:
 * @self: a record
 * @at: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 *
 * Sets when it happened.
 */
void
amb_entry_set_at (AmbEntry *self,
                  gint64 at)
{
  g_return_if_fail (AMB_IS_ENTRY (self));

  if (self->at == at)
    return;

  self->at = at;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AT]);
}

/**
 * amb_entry_get_zone_offset:
 * @self: a record
 *
 * Gets the zone of the day on which it happened.
 *
 * Returns: minutes east of UTC
 */
int
amb_entry_get_zone_offset (AmbEntry *self)
{
  g_return_val_if_fail (AMB_IS_ENTRY (self), 0);

  return self->zone_offset;
}

/**
 * amb_entry_set_zone_offset:
 * @self: a record
 * @zone_offset: minutes east of UTC
 *
 * Sets the zone of the day on which it happened.
 */
void
amb_entry_set_zone_offset (AmbEntry *self,
                           int zone_offset)
{
  g_return_if_fail (AMB_IS_ENTRY (self));

  if (self->zone_offset == zone_offset)
    return;

  self->zone_offset = zone_offset;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZONE_OFFSET]);
}

/**
 * amb_entry_get_own_words:
 * @self: a record
 *
 * Gets which share of the text was the person's own.
 *
 * Returns: 0.0 to 1.0, or −1.0 when it was not measured
 */
double
amb_entry_get_own_words (AmbEntry *self)
{
  g_return_val_if_fail (AMB_IS_ENTRY (self), -1.0);

  return self->own_words;
}

/**
 * amb_entry_set_own_words:
 * @self: a record
 * @own_words: 0.0 to 1.0, or −1.0 when it was not measured
 *
 * Sets which share of the text was the person's own.
 */
void
amb_entry_set_own_words (AmbEntry *self,
                         double own_words)
{
  g_return_if_fail (AMB_IS_ENTRY (self));

  if (self->own_words == own_words)
    return;

  self->own_words = own_words;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OWN_WORDS]);
}

/**
 * amb_entry_get_reached:
 * @self: a record
 *
 * Gets how many people it reached directly.
 *
 * Returns: a number of people, or −1 when it is not known
 */
int
amb_entry_get_reached (AmbEntry *self)
{
  g_return_val_if_fail (AMB_IS_ENTRY (self), -1);

  return self->reached;
}

/**
 * amb_entry_set_reached:
 * @self: a record
 * @reached: a number of people, or −1 when it is not known
 *
 * Sets how many people it reached directly.
 */
void
amb_entry_set_reached (AmbEntry *self,
                       int reached)
{
  g_return_if_fail (AMB_IS_ENTRY (self));

  if (self->reached == reached)
    return;

  self->reached = reached;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REACHED]);
}

/**
 * amb_entry_get_reached_indirectly:
 * @self: a record
 *
 * Gets how many people it reached through others.
 *
 * Returns: a number of people, or −1 when it is not known
 */
int
amb_entry_get_reached_indirectly (AmbEntry *self)
{
  g_return_val_if_fail (AMB_IS_ENTRY (self), -1);

  return self->reached_indirectly;
}

/**
 * amb_entry_set_reached_indirectly:
 * @self: a record
 * @reached_indirectly: a number of people, or −1 when it is not known
 *
 * Sets how many people it reached through others.
 */
void
amb_entry_set_reached_indirectly (AmbEntry *self,
                                  int reached_indirectly)
{
  g_return_if_fail (AMB_IS_ENTRY (self));

  if (self->reached_indirectly == reached_indirectly)
    return;

  self->reached_indirectly = reached_indirectly;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REACHED_INDIRECTLY]);
}

/**
 * amb_entry_get_follow_up_at:
 * @self: a record
 *
 * Gets when to come back to it.
 *
 * Returns: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 */
gint64
amb_entry_get_follow_up_at (AmbEntry *self)
{
  g_return_val_if_fail (AMB_IS_ENTRY (self), AMB_TIME_UNSET);

  return self->follow_up_at;
}

/**
 * amb_entry_set_follow_up_at:
 * @self: a record
 * @follow_up_at: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 *
 * Sets when to come back to it.
 */
void
amb_entry_set_follow_up_at (AmbEntry *self,
                            gint64 follow_up_at)
{
  g_return_if_fail (AMB_IS_ENTRY (self));

  if (self->follow_up_at == follow_up_at)
    return;

  self->follow_up_at = follow_up_at;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLLOW_UP_AT]);
}

/**
 * amb_entry_get_confirmed:
 * @self: a record
 *
 * Gets whether the person confirmed that it went out.
 *
 * Returns: %FALSE while the channel was only opened
 */
gboolean
amb_entry_get_confirmed (AmbEntry *self)
{
  g_return_val_if_fail (AMB_IS_ENTRY (self), TRUE);

  return self->confirmed;
}

/**
 * amb_entry_set_confirmed:
 * @self: a record
 * @confirmed: %FALSE while the channel was only opened
 *
 * Sets whether the person confirmed that it went out.
 */
void
amb_entry_set_confirmed (AmbEntry *self,
                         gboolean confirmed)
{
  g_return_if_fail (AMB_IS_ENTRY (self));

  if (self->confirmed == confirmed)
    return;

  self->confirmed = confirmed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFIRMED]);
}

/**
 * amb_entry_get_private:
 * @self: a record
 *
 * Gets whether it stays out of every report.
 *
 * Returns: %TRUE when it stays out of reports
 */
gboolean
amb_entry_get_private (AmbEntry *self)
{
  g_return_val_if_fail (AMB_IS_ENTRY (self), FALSE);

  return self->private;
}

/**
 * amb_entry_set_private:
 * @self: a record
 * @private: %TRUE when it stays out of reports
 *
 * Sets whether it stays out of every report.
 */
void
amb_entry_set_private (AmbEntry *self,
                       gboolean private)
{
  g_return_if_fail (AMB_IS_ENTRY (self));

  if (self->private == private)
    return;

  self->private = private;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRIVATE]);
}

/**
 * amb_entry_get_is_row:
 * @self: an entry
 *
 * Tells whether the entry holds only what a list shows: not its tags, and not what was heard.
 *
 * Returns: %TRUE when there may be more of it
 */
gboolean
amb_entry_get_is_row (AmbEntry *self)
{
  g_return_val_if_fail (AMB_IS_ENTRY (self), FALSE);

  return self->is_row;
}

/**
 * amb_entry_set_is_row:
 * @self: an entry
 * @is_row: whether it holds only what a list shows
 *
 * Marks an entry: the store does. One that is a row can't be saved, for that would remove the rest.
 */
void
amb_entry_set_is_row (AmbEntry *self,
                      gboolean  is_row)
{
  g_return_if_fail (AMB_IS_ENTRY (self));

  self->is_row = is_row;
}

/**
 * amb_entry_get_draft_id:
 * @self: a record
 *
 * Gets the draft it was made of.
 *
 * Returns: an id, or 0
 */
gint64
amb_entry_get_draft_id (AmbEntry *self)
{
  g_return_val_if_fail (AMB_IS_ENTRY (self), 0);

  return self->draft_id;
}

/**
 * amb_entry_set_draft_id:
 * @self: a record
 * @draft_id: an id, or 0
 *
 * Sets the draft it was made of.
 */
void
amb_entry_set_draft_id (AmbEntry *self,
                        gint64 draft_id)
{
  g_return_if_fail (AMB_IS_ENTRY (self));

  if (self->draft_id == draft_id)
    return;

  self->draft_id = draft_id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT_ID]);
}

/**
 * amb_entry_get_tags:
 * @self: an entry
 *
 * Gets the person's own tags.
 *
 * Returns: (transfer none) (array zero-terminated=1): the tags, never %NULL
 */
const char * const *
amb_entry_get_tags (AmbEntry *self)
{
  g_return_val_if_fail (AMB_IS_ENTRY (self), NULL);

  return self->tags == NULL ? no_tags : (const char * const *) self->tags;
}

/**
 * amb_entry_set_tags:
 * @self: an entry
 * @tags: (array zero-terminated=1): the tags
 *
 * Sets the person's own tags.
 */
void
amb_entry_set_tags (AmbEntry           *self,
                    const char * const *tags)
{
  char **copy;

  g_return_if_fail (AMB_IS_ENTRY (self));
  g_return_if_fail (tags != NULL);

  if (g_strv_equal (tags, amb_entry_get_tags (self)))
    return;

  copy = g_strdupv ((char **) tags);
  g_strfreev (self->tags);
  self->tags = copy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TAGS]);
}
