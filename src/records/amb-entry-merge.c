/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-records"

#include "config.h"

#include "amb-entry-private.h"

#include <string.h>

/* Where the padding of a struct differs, two arrays that are the same count as different: no harm is done by that. */
gboolean
amb_entry_is_same_array (GArray *a,
                         GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * g_array_get_element_size (a)) == 0);
}

static void
take_array (GArray *array,
            GArray *before,
            GArray *after)
{
  if (amb_entry_is_same_array (before, after))
    return;

  g_array_set_size (array, 0);
  g_array_append_vals (array, after->data, after->len);
}

static gboolean
is_same_strv (const char * const *a,
              const char * const *b)
{
  static const char * const none[] = { NULL };

  return g_strv_equal (a == NULL ? none : a, b == NULL ? none : b);
}

static gboolean
is_same_value (GParamSpec *pspec,
               gpointer    a,
               gpointer    b)
{
  g_auto (GValue) first = G_VALUE_INIT;
  g_auto (GValue) second = G_VALUE_INIT;

  g_object_get_property (a, pspec->name, &first);
  g_object_get_property (b, pspec->name, &second);
  if (G_VALUE_HOLDS (&first, G_TYPE_STRV))
    return is_same_strv (g_value_get_boxed (&first), g_value_get_boxed (&second));

  return g_param_values_cmp (pspec, &first, &second) == 0;
}

static gboolean
is_writable (GParamSpec *pspec)
{
  return (pspec->flags & G_PARAM_READWRITE) == G_PARAM_READWRITE && !g_str_equal (pspec->name, "loaded");
}

/* Texts, numbers and tags: what a record can be told through its properties. */
static void
take_values (gpointer self,
             gpointer before,
             gpointer after)
{
  guint n_properties;
  g_autofree GParamSpec **properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (self), &n_properties);

  for (guint i = 0; i < n_properties; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if (!is_writable (properties[i]) || is_same_value (properties[i], before, after))
        continue;

      g_object_get_property (after, properties[i]->name, &value);
      g_object_set_property (self, properties[i]->name, &value);
    }
}

static gboolean
is_same_record (gpointer a,
                gpointer b)
{
  guint n_properties;
  g_autofree GParamSpec **properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (a), &n_properties);

  for (guint i = 0; i < n_properties; i++)
    {
      if (is_writable (properties[i]) && !is_same_value (properties[i], a, b))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_same_list (GListModel *a,
              GListModel *b)
{
  if (g_list_model_get_n_items (a) != g_list_model_get_n_items (b))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (a); i++)
    {
      g_autoptr (AmbRecord) first = g_list_model_get_item (a, i);
      g_autoptr (AmbRecord) second = g_list_model_get_item (b, i);

      if (!is_same_record (first, second))
        return FALSE;
    }

  return TRUE;
}

static void
take_heard (AmbEntry *self,
            AmbEntry *before,
            AmbEntry *after)
{
  g_autoptr (AmbEntry) copy = NULL;

  if (is_same_list (G_LIST_MODEL (before->heard), G_LIST_MODEL (after->heard)))
    return;

  copy = amb_entry_copy (after);
  g_list_store_remove_all (self->heard);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (copy->heard)); i++)
    {
      g_autoptr (AmbRecord) heard = g_list_model_get_item (G_LIST_MODEL (copy->heard), i);

      g_list_store_append (self->heard, heard);
    }
}

/**
 * amb_entry_merge:
 * @self: an entry as it is stored now
 * @before: the entry as somebody read it
 * @after: what they made of it
 *
 * Makes the same change to an entry again. What somebody else changed meanwhile stays, field by field, and list by list;
 * where both did, what they made of it wins.
 */
void
amb_entry_merge (AmbEntry *self,
                 AmbEntry *before,
                 AmbEntry *after)
{
  g_return_if_fail (AMB_IS_ENTRY (self));
  g_return_if_fail (AMB_IS_ENTRY (before));
  g_return_if_fail (AMB_IS_ENTRY (after));

  take_values (self, before, after);
  take_array (self->stories, before->stories, after->stories);
  take_array (self->results, before->results, after->results);
  take_heard (self, before, after);
}
