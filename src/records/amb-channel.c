/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-records"

#include "config.h"

#include "amb-channel.h"

#include "amb-time.h"

#define READWRITE_FLAGS (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

/**
 * AmbChannel:
 *
 * A place where the person shares: one of the channels that the program knows, or one of their own.
 */
struct _AmbChannel
{
  AmbRecord parent_instance;

  int limit;
  int position;
};

enum
{
  PROP_0,
  PROP_LIMIT,
  PROP_POSITION,
  PROP_TEXTS,
  N_PROPERTIES = PROP_TEXTS + AMB_CHANNEL_N_TEXTS
};

static const char * const text_names[] = {
  "channel", "name", "handle", "address", "language",
};
G_STATIC_ASSERT (G_N_ELEMENTS (text_names) == AMB_CHANNEL_N_TEXTS);

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbChannel, amb_channel, AMB_TYPE_RECORD)

static void
amb_channel_assign (AmbRecord *record,
                    AmbRecord *from)
{
  AmbChannel *self = AMB_CHANNEL (record);
  AmbChannel *other = AMB_CHANNEL (from);

  amb_channel_set_limit (self, other->limit);
  amb_channel_set_position (self, other->position);
}

static void
amb_channel_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  AmbChannel *self = AMB_CHANNEL (object);

  switch (prop_id)
    {
    case PROP_LIMIT:
      g_value_set_int (value, self->limit);
      break;
    case PROP_POSITION:
      g_value_set_int (value, self->position);
      break;
    default:
      g_value_set_string (value, amb_record_get_text (AMB_RECORD (self), prop_id - PROP_TEXTS));
    }
}

static void
amb_channel_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  AmbChannel *self = AMB_CHANNEL (object);

  switch (prop_id)
    {
    case PROP_LIMIT:
      amb_channel_set_limit (self, g_value_get_int (value));
      break;
    case PROP_POSITION:
      amb_channel_set_position (self, g_value_get_int (value));
      break;
    default:
      amb_record_set_text (AMB_RECORD (self), prop_id - PROP_TEXTS, g_value_get_string (value));
    }
}

static void
amb_channel_class_init (AmbChannelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_channel_get_property;
  object_class->set_property = amb_channel_set_property;

  AMB_RECORD_CLASS (klass)->assign = amb_channel_assign;

  properties[PROP_LIMIT] = g_param_spec_int ("limit", NULL, NULL, G_MININT, G_MAXINT, 0, READWRITE_FLAGS);
  properties[PROP_POSITION] = g_param_spec_int ("position", NULL, NULL, G_MININT, G_MAXINT, 0, READWRITE_FLAGS);
  amb_record_class_install_texts (AMB_RECORD_CLASS (klass), properties, text_names, AMB_CHANNEL_N_TEXTS, PROP_TEXTS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_channel_init (AmbChannel *self)
{

}

/**
 * amb_channel_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record
 */
AmbChannel *
amb_channel_new (void)
{
  return g_object_new (AMB_TYPE_CHANNEL, NULL);
}

/**
 * amb_channel_get_text:
 * @self: a record
 * @field: which text
 *
 * Gets a text.
 *
 * Returns: (nullable) (transfer none): UTF-8, or %NULL when there is none
 */
const char *
amb_channel_get_text (AmbChannel *self,
                      AmbChannelText field)
{
  return amb_record_get_text (AMB_RECORD (self), field);
}

/**
 * amb_channel_set_text:
 * @self: a record
 * @field: which text
 * @text: (nullable): UTF-8
 *
 * Sets a text; the empty text counts as none.
 */
void
amb_channel_set_text (AmbChannel *self,
                      AmbChannelText field,
                      const char *text)
{
  amb_record_set_text (AMB_RECORD (self), field, text);
}

/**
 * amb_channel_get_limit:
 * @self: a record
 *
 * Gets the limit of the person's own instance or account.
 *
 * Returns: a length in the unit of the channel, or 0 for that of the channel
 */
int
amb_channel_get_limit (AmbChannel *self)
{
  g_return_val_if_fail (AMB_IS_CHANNEL (self), 0);

  return self->limit;
}

/**
 * amb_channel_set_limit:
 * @self: a record
 * @limit: a length in the unit of the channel, or 0 for that of the channel
 *
 * Sets the limit of the person's own instance or account.
 */
void
amb_channel_set_limit (AmbChannel *self,
                       int limit)
{
  g_return_if_fail (AMB_IS_CHANNEL (self));

  if (self->limit == limit)
    return;

  self->limit = limit;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIMIT]);
}

/**
 * amb_channel_get_position:
 * @self: a record
 *
 * Gets where it stands among the others.
 *
 * Returns: counted from 0
 */
int
amb_channel_get_position (AmbChannel *self)
{
  g_return_val_if_fail (AMB_IS_CHANNEL (self), 0);

  return self->position;
}

/**
 * amb_channel_set_position:
 * @self: a record
 * @position: counted from 0
 *
 * Sets where it stands among the others.
 */
void
amb_channel_set_position (AmbChannel *self,
                          int position)
{
  g_return_if_fail (AMB_IS_CHANNEL (self));

  if (self->position == position)
    return;

  self->position = position;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

