/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-records"

#include "config.h"

#include "amb-variant.h"

#include "amb-time.h"

#define READWRITE_FLAGS (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

/**
 * AmbVariant:
 *
 * The text of a draft for one channel. It follows the master text of the draft until the person edits it: while
 * #AmbVariant:follows is %TRUE, #AmbVariant:text is %NULL.
 */
struct _AmbVariant
{
  AmbRecord parent_instance;

  gboolean follows;
};

enum
{
  PROP_0,
  PROP_FOLLOWS,
  PROP_TEXTS,
  N_PROPERTIES = PROP_TEXTS + AMB_VARIANT_N_TEXTS
};

static const char * const text_names[] = {
  "channel", "text",
};
G_STATIC_ASSERT (G_N_ELEMENTS (text_names) == AMB_VARIANT_N_TEXTS);

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbVariant, amb_variant, AMB_TYPE_RECORD)

static void
amb_variant_assign (AmbRecord *record,
                    AmbRecord *from)
{
  AmbVariant *self = AMB_VARIANT (record);
  AmbVariant *other = AMB_VARIANT (from);

  amb_variant_set_follows (self, other->follows);
}

static void
amb_variant_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  AmbVariant *self = AMB_VARIANT (object);

  switch (prop_id)
    {
    case PROP_FOLLOWS:
      g_value_set_boolean (value, self->follows);
      break;
    default:
      g_value_set_string (value, amb_record_get_text (AMB_RECORD (self), prop_id - PROP_TEXTS));
    }
}

static void
amb_variant_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  AmbVariant *self = AMB_VARIANT (object);

  switch (prop_id)
    {
    case PROP_FOLLOWS:
      amb_variant_set_follows (self, g_value_get_boolean (value));
      break;
    default:
      amb_record_set_text (AMB_RECORD (self), prop_id - PROP_TEXTS, g_value_get_string (value));
    }
}

static void
amb_variant_class_init (AmbVariantClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_variant_get_property;
  object_class->set_property = amb_variant_set_property;

  AMB_RECORD_CLASS (klass)->assign = amb_variant_assign;

  properties[PROP_FOLLOWS] = g_param_spec_boolean ("follows", NULL, NULL, TRUE, READWRITE_FLAGS);
  amb_record_class_install_texts (AMB_RECORD_CLASS (klass), properties, text_names, AMB_VARIANT_N_TEXTS, PROP_TEXTS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_variant_init (AmbVariant *self)
{
  self->follows = TRUE;
}

/**
 * amb_variant_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record
 */
AmbVariant *
amb_variant_new (void)
{
  return g_object_new (AMB_TYPE_VARIANT, NULL);
}

/**
 * amb_variant_get_text:
 * @self: a record
 * @field: which text
 *
 * Gets a text.
 *
 * Returns: (nullable) (transfer none): UTF-8, or %NULL when there is none
 */
const char *
amb_variant_get_text (AmbVariant *self,
                      AmbVariantText field)
{
  return amb_record_get_text (AMB_RECORD (self), field);
}

/**
 * amb_variant_set_text:
 * @self: a record
 * @field: which text
 * @text: (nullable): UTF-8
 *
 * Sets a text; the empty text counts as none.
 */
void
amb_variant_set_text (AmbVariant *self,
                      AmbVariantText field,
                      const char *text)
{
  amb_record_set_text (AMB_RECORD (self), field, text);
}

/**
 * amb_variant_get_follows:
 * @self: a record
 *
 * Gets whether it still follows the master text.
 *
 * Returns: %TRUE until it is edited
 */
gboolean
amb_variant_get_follows (AmbVariant *self)
{
  g_return_val_if_fail (AMB_IS_VARIANT (self), TRUE);

  return self->follows;
}

/**
 * amb_variant_set_follows:
 * @self: a record
 * @follows: %TRUE until it is edited
 *
 * Sets whether it still follows the master text.
 */
void
amb_variant_set_follows (AmbVariant *self,
                         gboolean follows)
{
  g_return_if_fail (AMB_IS_VARIANT (self));

  if (self->follows == follows)
    return;

  self->follows = follows;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLLOWS]);
}

