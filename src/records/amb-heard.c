/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-records"

#include "config.h"

#include "amb-heard.h"

#include "amb-time.h"

#define READWRITE_FLAGS (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

/**
 * AmbHeard:
 *
 * What somebody outside said of the organisation.
 */
struct _AmbHeard
{
  AmbRecord parent_instance;

  gint64 entry_id;
  int tone;
  gint64 at;
};

enum
{
  PROP_0,
  PROP_ENTRY_ID,
  PROP_TONE,
  PROP_AT,
  PROP_TEXTS,
  N_PROPERTIES = PROP_TEXTS + AMB_HEARD_N_TEXTS
};

static const char * const text_names[] = {
  "quote", "group", "name", "value", "cause", "action",
};
G_STATIC_ASSERT (G_N_ELEMENTS (text_names) == AMB_HEARD_N_TEXTS);

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbHeard, amb_heard, AMB_TYPE_RECORD)

static void
amb_heard_assign (AmbRecord *record,
                  AmbRecord *from)
{
  AmbHeard *self = AMB_HEARD (record);
  AmbHeard *other = AMB_HEARD (from);

  amb_heard_set_entry_id (self, other->entry_id);
  amb_heard_set_tone (self, other->tone);
  amb_heard_set_at (self, other->at);
}

static void
amb_heard_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  AmbHeard *self = AMB_HEARD (object);

  switch (prop_id)
    {
    case PROP_ENTRY_ID:
      g_value_set_int64 (value, self->entry_id);
      break;
    case PROP_TONE:
      g_value_set_int (value, self->tone);
      break;
    case PROP_AT:
      g_value_set_int64 (value, self->at);
      break;
    default:
      g_value_set_string (value, amb_record_get_text (AMB_RECORD (self), prop_id - PROP_TEXTS));
    }
}

static void
amb_heard_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  AmbHeard *self = AMB_HEARD (object);

  switch (prop_id)
    {
    case PROP_ENTRY_ID:
      amb_heard_set_entry_id (self, g_value_get_int64 (value));
      break;
    case PROP_TONE:
      amb_heard_set_tone (self, g_value_get_int (value));
      break;
    case PROP_AT:
      amb_heard_set_at (self, g_value_get_int64 (value));
      break;
    default:
      amb_record_set_text (AMB_RECORD (self), prop_id - PROP_TEXTS, g_value_get_string (value));
    }
}

static void
amb_heard_class_init (AmbHeardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_heard_get_property;
  object_class->set_property = amb_heard_set_property;

  AMB_RECORD_CLASS (klass)->assign = amb_heard_assign;

  properties[PROP_ENTRY_ID] = g_param_spec_int64 ("entry-id", NULL, NULL, G_MININT64, G_MAXINT64, 0, READWRITE_FLAGS);
  properties[PROP_TONE] = g_param_spec_int ("tone", NULL, NULL, G_MININT, G_MAXINT, 0, READWRITE_FLAGS);
  properties[PROP_AT] = g_param_spec_int64 ("at", NULL, NULL, G_MININT64, G_MAXINT64, AMB_TIME_UNSET, READWRITE_FLAGS);
  amb_record_class_install_texts (AMB_RECORD_CLASS (klass), properties, text_names, AMB_HEARD_N_TEXTS, PROP_TEXTS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_heard_init (AmbHeard *self)
{
  self->at = AMB_TIME_UNSET;
}

/**
 * amb_heard_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record
 */
AmbHeard *
amb_heard_new (void)
{
  return g_object_new (AMB_TYPE_HEARD, NULL);
}

/**
 * amb_heard_get_text:
 * @self: a record
 * @field: which text
 *
 * Gets a text.
 *
 * Returns: (nullable) (transfer none): UTF-8, or %NULL when there is none
 */
const char *
amb_heard_get_text (AmbHeard *self,
                    AmbHeardText field)
{
  return amb_record_get_text (AMB_RECORD (self), field);
}

/**
 * amb_heard_set_text:
 * @self: a record
 * @field: which text
 * @text: (nullable): UTF-8
 *
 * Sets a text; the empty text counts as none.
 */
void
amb_heard_set_text (AmbHeard *self,
                    AmbHeardText field,
                    const char *text)
{
  amb_record_set_text (AMB_RECORD (self), field, text);
}

/**
 * amb_heard_get_entry_id:
 * @self: a record
 *
 * Gets the entry of the log in which it was heard.
 *
 * Returns: an id, or 0
 */
gint64
amb_heard_get_entry_id (AmbHeard *self)
{
  g_return_val_if_fail (AMB_IS_HEARD (self), 0);

  return self->entry_id;
}

/**
 * amb_heard_set_entry_id:
 * @self: a record
 * @entry_id: an id, or 0
 *
 * Sets the entry of the log in which it was heard.
 */
void
amb_heard_set_entry_id (AmbHeard *self,
                        gint64 entry_id)
{
  g_return_if_fail (AMB_IS_HEARD (self));

  if (self->entry_id == entry_id)
    return;

  self->entry_id = entry_id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY_ID]);
}

/**
 * amb_heard_get_tone:
 * @self: a record
 *
 * Gets its tone.
 *
 * Returns: −2 (very negative) to +2 (very positive)
 */
int
amb_heard_get_tone (AmbHeard *self)
{
  g_return_val_if_fail (AMB_IS_HEARD (self), 0);

  return self->tone;
}

/**
 * amb_heard_set_tone:
 * @self: a record
 * @tone: −2 (very negative) to +2 (very positive)
 *
 * Sets its tone.
 */
void
amb_heard_set_tone (AmbHeard *self,
                    int tone)
{
  g_return_if_fail (AMB_IS_HEARD (self));

  if (self->tone == tone)
    return;

  self->tone = tone;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TONE]);
}

/**
 * amb_heard_get_at:
 * @self: a record
 *
 * Gets when it was heard.
 *
 * Returns: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 */
gint64
amb_heard_get_at (AmbHeard *self)
{
  g_return_val_if_fail (AMB_IS_HEARD (self), AMB_TIME_UNSET);

  return self->at;
}

/**
 * amb_heard_set_at:
 * @self: a record
 * @at: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 *
 * Sets when it was heard.
 */
void
amb_heard_set_at (AmbHeard *self,
                  gint64 at)
{
  g_return_if_fail (AMB_IS_HEARD (self));

  if (self->at == at)
    return;

  self->at = at;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AT]);
}

