/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-records"

#include "config.h"

#include "amb-pack.h"

#include "amb-time.h"

#define READWRITE_FLAGS (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

/**
 * AmbPack:
 *
 * The heading of a story pack: who gives it out. The stories carry its id as their source.
 */
struct _AmbPack
{
  AmbRecord parent_instance;

  gint64 updated_at;
  GPtrArray *desired_values;
};

enum
{
  PROP_0,
  PROP_UPDATED_AT,
  PROP_TEXTS,
  N_PROPERTIES = PROP_TEXTS + AMB_PACK_N_TEXTS
};

static const char * const text_names[] = {
  "uid", "language", "title", "organisation", "description", "contact", "contact-address", "origin",
};
G_STATIC_ASSERT (G_N_ELEMENTS (text_names) == AMB_PACK_N_TEXTS);

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbPack, amb_pack, AMB_TYPE_RECORD)

static void
free_desired_value (AmbDesiredValue *value)
{
  g_free (value->name);
  g_free (value->meaning);
  g_free (value->behaviour);
  g_free (value);
}

static void
amb_pack_assign (AmbRecord *record,
                 AmbRecord *from)
{
  AmbPack *self = AMB_PACK (record);
  AmbPack *other = AMB_PACK (from);

  amb_pack_set_updated_at (self, other->updated_at);
  g_ptr_array_unref (self->desired_values);
  self->desired_values = g_ptr_array_ref (other->desired_values);
}

static void
amb_pack_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  AmbPack *self = AMB_PACK (object);

  switch (prop_id)
    {
    case PROP_UPDATED_AT:
      g_value_set_int64 (value, self->updated_at);
      break;
    default:
      g_value_set_string (value, amb_record_get_text (AMB_RECORD (self), prop_id - PROP_TEXTS));
    }
}

static void
amb_pack_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  AmbPack *self = AMB_PACK (object);

  switch (prop_id)
    {
    case PROP_UPDATED_AT:
      amb_pack_set_updated_at (self, g_value_get_int64 (value));
      break;
    default:
      amb_record_set_text (AMB_RECORD (self), prop_id - PROP_TEXTS, g_value_get_string (value));
    }
}

static void
amb_pack_finalize (GObject *object)
{
  AmbPack *self = AMB_PACK (object);

  g_ptr_array_unref (self->desired_values);

  G_OBJECT_CLASS (amb_pack_parent_class)->finalize (object);
}

static void
amb_pack_class_init (AmbPackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_pack_get_property;
  object_class->set_property = amb_pack_set_property;
  object_class->finalize = amb_pack_finalize;

  AMB_RECORD_CLASS (klass)->assign = amb_pack_assign;

  properties[PROP_UPDATED_AT] = g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, AMB_TIME_UNSET, READWRITE_FLAGS);
  amb_record_class_install_texts (AMB_RECORD_CLASS (klass), properties, text_names, AMB_PACK_N_TEXTS, PROP_TEXTS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_pack_init (AmbPack *self)
{
  self->updated_at = AMB_TIME_UNSET;
  self->desired_values = g_ptr_array_new_with_free_func ((GDestroyNotify) free_desired_value);
}

/**
 * amb_pack_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record
 */
AmbPack *
amb_pack_new (void)
{
  return g_object_new (AMB_TYPE_PACK, NULL);
}

/**
 * amb_pack_get_text:
 * @self: a record
 * @field: which text
 *
 * Gets a text.
 *
 * Returns: (nullable) (transfer none): UTF-8, or %NULL when there is none
 */
const char *
amb_pack_get_text (AmbPack *self,
                   AmbPackText field)
{
  return amb_record_get_text (AMB_RECORD (self), field);
}

/**
 * amb_pack_set_text:
 * @self: a record
 * @field: which text
 * @text: (nullable): UTF-8
 *
 * Sets a text; the empty text counts as none.
 */
void
amb_pack_set_text (AmbPack *self,
                   AmbPackText field,
                   const char *text)
{
  amb_record_set_text (AMB_RECORD (self), field, text);
}

/**
 * amb_pack_get_updated_at:
 * @self: a record
 *
 * Gets when the organisation last changed it.
 *
 * Returns: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 */
gint64
amb_pack_get_updated_at (AmbPack *self)
{
  g_return_val_if_fail (AMB_IS_PACK (self), AMB_TIME_UNSET);

  return self->updated_at;
}

/**
 * amb_pack_set_updated_at:
 * @self: a record
 * @updated_at: milliseconds since 1970, UTC, or %AMB_TIME_UNSET
 *
 * Sets when the organisation last changed it.
 */
void
amb_pack_set_updated_at (AmbPack *self,
                         gint64 updated_at)
{
  g_return_if_fail (AMB_IS_PACK (self));

  if (self->updated_at == updated_at)
    return;

  self->updated_at = updated_at;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UPDATED_AT]);
}


/**
 * amb_pack_add_desired_value:
 * @self: a pack
 * @name: one or a few words
 * @meaning: (nullable): what the organisation means by it
 * @behaviour: (nullable): how it shows in what people do
 *
 * Adds something that the organisation wants to be known for.
 */
void
amb_pack_add_desired_value (AmbPack    *self,
                            const char *name,
                            const char *meaning,
                            const char *behaviour)
{
  AmbDesiredValue *value;

  g_return_if_fail (AMB_IS_PACK (self));
  g_return_if_fail (name != NULL);

  value = g_new0 (AmbDesiredValue, 1);
  value->name = g_strdup (name);
  value->meaning = g_strdup (meaning);
  value->behaviour = g_strdup (behaviour);
  g_ptr_array_add (self->desired_values, value);
}

/**
 * amb_pack_get_n_desired_values:
 * @self: a pack
 *
 * Counts what the organisation wants to be known for.
 *
 * Returns: how many there are
 */
guint
amb_pack_get_n_desired_values (AmbPack *self)
{
  g_return_val_if_fail (AMB_IS_PACK (self), 0);

  return self->desired_values->len;
}

/**
 * amb_pack_get_desired_value:
 * @self: a pack
 * @position: counted from 0
 *
 * Gets something that the organisation wants to be known for.
 *
 * Returns: (transfer none): the value
 */
const AmbDesiredValue *
amb_pack_get_desired_value (AmbPack *self,
                            guint    position)
{
  g_return_val_if_fail (AMB_IS_PACK (self), NULL);
  g_return_val_if_fail (position < self->desired_values->len, NULL);

  return g_ptr_array_index (self->desired_values, position);
}
