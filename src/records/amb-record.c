/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-records"

#include "config.h"

#include "amb-record.h"

/**
 * AmbRecord:
 *
 * Something that the database keeps, as the rest of the program sees it.
 *
 * A record is known by its id, has a fixed number of text fields (empty texts are %NULL), and whatever else its
 * class adds. A list makes records that hold nothing but their id and fills them in later: #AmbRecord:loaded says
 * which it is. A record belongs to one thread at a time.
 */

typedef struct
{
  gint64   id;
  char   **texts;
  gboolean loaded;
} AmbRecordPrivate;

enum
{
  PROP_0,
  PROP_ID,
  PROP_LOADED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AmbRecord, amb_record, G_TYPE_OBJECT)

static void
amb_record_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  AmbRecord *self = AMB_RECORD (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, amb_record_get_id (self));
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, amb_record_get_loaded (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_record_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_ID:
      amb_record_set_id (AMB_RECORD (object), g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_record_finalize (GObject *object)
{
  AmbRecord *self = AMB_RECORD (object);
  AmbRecordPrivate *priv = amb_record_get_instance_private (self);
  guint n_texts = AMB_RECORD_GET_CLASS (self)->n_texts;

  for (guint i = 0; priv->texts != NULL && i < n_texts; i++)
    g_free (priv->texts[i]);
  g_free (priv->texts);

  G_OBJECT_CLASS (amb_record_parent_class)->finalize (object);
}

static void
amb_record_class_init (AmbRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_record_get_property;
  object_class->set_property = amb_record_set_property;
  object_class->finalize = amb_record_finalize;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_record_init (AmbRecord *self)
{
}

/* The class of the instance is known only once g_type_create_instance() has reached the last init. */
static char **
ensure_texts (AmbRecord *self)
{
  AmbRecordPrivate *priv = amb_record_get_instance_private (self);

  if (priv->texts == NULL)
    priv->texts = g_new0 (char *, MAX (AMB_RECORD_GET_CLASS (self)->n_texts, 1));

  return priv->texts;
}

/**
 * amb_record_get_id:
 * @self: a record
 *
 * Gets the id: 53 bits, ordered by the time it was given out.
 *
 * Returns: the id, or 0 when the record was never stored
 */
gint64
amb_record_get_id (AmbRecord *self)
{
  AmbRecordPrivate *priv = amb_record_get_instance_private (self);

  g_return_val_if_fail (AMB_IS_RECORD (self), 0);

  return priv->id;
}

/**
 * amb_record_set_id:
 * @self: a record
 * @id: its id
 *
 * Sets the id: the store does, and whoever makes a record to be filled in.
 */
void
amb_record_set_id (AmbRecord *self,
                   gint64     id)
{
  AmbRecordPrivate *priv = amb_record_get_instance_private (self);

  g_return_if_fail (AMB_IS_RECORD (self));

  if (priv->id == id)
    return;

  priv->id = id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
}

/**
 * amb_record_get_loaded:
 * @self: a record
 *
 * Tells whether the record holds more than its id.
 *
 * Returns: %TRUE once the fields are there
 */
gboolean
amb_record_get_loaded (AmbRecord *self)
{
  AmbRecordPrivate *priv = amb_record_get_instance_private (self);

  g_return_val_if_fail (AMB_IS_RECORD (self), FALSE);

  return priv->loaded;
}

/**
 * amb_record_set_loaded:
 * @self: a record
 * @loaded: whether it holds more than its id
 *
 * Marks the record as filled in.
 */
void
amb_record_set_loaded (AmbRecord *self,
                       gboolean   loaded)
{
  AmbRecordPrivate *priv = amb_record_get_instance_private (self);

  g_return_if_fail (AMB_IS_RECORD (self));

  if (priv->loaded == loaded)
    return;

  priv->loaded = loaded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

/**
 * amb_record_get_text:
 * @self: a record
 * @field: which text field, as the class numbers them
 *
 * Gets a text.
 *
 * Returns: (nullable) (transfer none): UTF-8, or %NULL when there is none
 */
const char *
amb_record_get_text (AmbRecord *self,
                     guint      field)
{
  AmbRecordPrivate *priv = amb_record_get_instance_private (self);

  g_return_val_if_fail (AMB_IS_RECORD (self), NULL);
  g_return_val_if_fail (field < AMB_RECORD_GET_CLASS (self)->n_texts, NULL);

  return priv->texts == NULL ? NULL : priv->texts[field];
}

/**
 * amb_record_set_text:
 * @self: a record
 * @field: which text field, as the class numbers them
 * @text: (nullable): UTF-8; the empty text is stored as %NULL
 *
 * Sets a text and notifies its property when it differs.
 */
void
amb_record_set_text (AmbRecord  *self,
                     guint       field,
                     const char *text)
{
  g_autofree char *before = NULL;
  char **texts;

  g_return_if_fail (AMB_IS_RECORD (self));
  g_return_if_fail (field < AMB_RECORD_GET_CLASS (self)->n_texts);

  if (text != NULL && *text == '\0')
    text = NULL;

  texts = ensure_texts (self);
  if (g_strcmp0 (texts[field], text) == 0)
    return;

  /* The new text may be a part of the one before. */
  before = texts[field];
  texts[field] = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), AMB_RECORD_GET_CLASS (self)->text_properties[field]);
}

/**
 * amb_record_assign:
 * @self: a record
 * @from: a record of the same type
 *
 * Takes over everything @from holds, and notifies only what differs: a row on the screen keeps its object.
 */
void
amb_record_assign (AmbRecord *self,
                   AmbRecord *from)
{
  AmbRecordClass *klass;

  g_return_if_fail (AMB_IS_RECORD (self));
  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (from));

  if (self == from)
    return;

  klass = AMB_RECORD_GET_CLASS (self);

  g_object_freeze_notify (G_OBJECT (self));
  amb_record_set_id (self, amb_record_get_id (from));
  for (guint i = 0; i < klass->n_texts; i++)
    amb_record_set_text (self, i, amb_record_get_text (from, i));
  if (klass->assign != NULL)
    klass->assign (self, from);
  amb_record_set_loaded (self, amb_record_get_loaded (from));
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * amb_record_class_install_texts:
 * @klass: a class of records
 * @properties_out: the array of the class's properties; the text ones are made here
 * @names: (array length=n_texts): the name of each text property, a static string
 * @n_texts: how many there are
 * @first_property: the property id of the first of them
 *
 * Makes the string properties of the text fields. Call it before g_object_class_install_properties().
 */
void
amb_record_class_install_texts (AmbRecordClass     *klass,
                                GParamSpec        **properties_out,
                                const char * const *names,
                                guint               n_texts,
                                guint               first_property)
{
  klass->n_texts = n_texts;
  klass->text_properties = properties_out + first_property;

  for (guint i = 0; i < n_texts; i++)
    klass->text_properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                                     G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}
