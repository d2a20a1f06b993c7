/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-recovery-record.h"

/* What every record has is not what the person wrote. */
static gboolean
is_written (GParamSpec         *pspec,
            const char * const *without)
{
  return (pspec->flags & G_PARAM_READWRITE) == G_PARAM_READWRITE && pspec->owner_type != AMB_TYPE_RECORD &&
         !g_strv_contains (without, pspec->name);
}

static void
print_value (GKeyFile     *file,
             const char   *group,
             const char   *key,
             const GValue *value)
{
  if (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL)
    g_key_file_set_string (file, group, key, g_value_get_string (value));
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    g_key_file_set_boolean (file, group, key, g_value_get_boolean (value));
  else if (G_VALUE_HOLDS_INT (value))
    g_key_file_set_integer (file, group, key, g_value_get_int (value));
  else if (G_VALUE_HOLDS_INT64 (value))
    g_key_file_set_int64 (file, group, key, g_value_get_int64 (value));
  else if (G_VALUE_HOLDS_ENUM (value))
    g_key_file_set_integer (file, group, key, g_value_get_enum (value));
  else if (G_VALUE_HOLDS (value, G_TYPE_STRV) && g_value_get_boxed (value) != NULL)
    g_key_file_set_string_list (file, group, key, g_value_get_boxed (value), g_strv_length (g_value_get_boxed (value)));
}

static gboolean
read_value (GKeyFile   *file,
            const char *group,
            const char *key,
            GValue     *value)
{
  g_autoptr (GError) error = NULL;

  if (G_VALUE_HOLDS_STRING (value))
    g_value_take_string (value, g_key_file_get_string (file, group, key, NULL));
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, g_key_file_get_boolean (file, group, key, &error));
  else if (G_VALUE_HOLDS_INT (value))
    g_value_set_int (value, g_key_file_get_integer (file, group, key, &error));
  else if (G_VALUE_HOLDS_INT64 (value))
    g_value_set_int64 (value, g_key_file_get_int64 (file, group, key, &error));
  else if (G_VALUE_HOLDS_ENUM (value))
    g_value_set_enum (value, g_key_file_get_integer (file, group, key, &error));
  else if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    g_value_take_boxed (value, g_key_file_get_string_list (file, group, key, NULL, NULL));
  else
    return FALSE;

  return error == NULL;
}

/**
 * amb_recovery_record_print:
 * @file: a recovery file
 * @group: a group in it
 * @record: a record
 * @without: (array zero-terminated=1): the properties that the person does not write
 *
 * Puts what a person wrote into a recovery file: each property has its name for a key. Lists of other records are not
 * among them. A text that is not there has no key.
 */
void
amb_recovery_record_print (GKeyFile           *file,
                           const char         *group,
                           AmbRecord          *record,
                           const char * const *without)
{
  guint n_properties;
  g_autofree GParamSpec **properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (record), &n_properties);

  for (guint i = 0; i < n_properties; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if (!is_written (properties[i], without))
        continue;

      g_object_get_property (G_OBJECT (record), properties[i]->name, &value);
      print_value (file, group, properties[i]->name, &value);
    }
}

/**
 * amb_recovery_record_read:
 * @file: a recovery file
 * @group: a group in it
 * @record: a record, which changes to what the person wrote
 * @without: (array zero-terminated=1): the properties that stay as they are
 *
 * Reads what amb_recovery_record_print() wrote. A number that is missing, or is none, changes
 * nothing; one that can't be becomes the usual one.
 */
void
amb_recovery_record_read (GKeyFile           *file,
                          const char         *group,
                          AmbRecord          *record,
                          const char * const *without)
{
  guint n_properties;
  g_autofree GParamSpec **properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (record), &n_properties);

  for (guint i = 0; i < n_properties; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if (!is_written (properties[i], without))
        continue;

      g_value_init (&value, properties[i]->value_type);
      if (!read_value (file, group, properties[i]->name, &value))
        continue;

      g_param_value_validate (properties[i], &value);
      g_object_set_property (G_OBJECT (record), properties[i]->name, &value);
    }
}
