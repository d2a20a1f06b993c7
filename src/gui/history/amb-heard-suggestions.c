/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-heard-suggestions.h"

#include <glib/gi18n-lib.h>

#include "amb-library.h"

/* Translators: groups of people somebody may have spoken with */
static const char * const groups[] = {
  N_("Patients"),
  N_("Clients"),
  N_("Students"),
  N_("Neighbours"),
  N_("Family"),
  N_("Friends"),
  N_("Colleagues elsewhere"),
  N_("Partners"),
  N_("Applicants"),
  N_("Journalists"),
};

static void
list_labels_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (GtkStringList) values = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) labels = amb_library_list_labels_finish (AMB_CONTEXT (object), result, &error);

  if (labels == NULL)
    {
      g_debug ("The values of the stories cannot be listed: %s", error->message);
      return;
    }

  for (guint i = 0; i < labels->len; i++)
    {
      AmbLabelCount *label = g_ptr_array_index (labels, i);

      gtk_string_list_append (values, label->label);
    }
}

/**
 * amb_heard_suggestions_list_groups:
 *
 * Lists groups of people that one speaks with.
 *
 * Returns: (transfer full): a list of #GtkStringObject
 */
GListModel *
amb_heard_suggestions_list_groups (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    gtk_string_list_append (list, _(groups[i]));

  return G_LIST_MODEL (list);
}

/**
 * amb_heard_suggestions_list_values:
 * @context: where the stories are
 *
 * Lists the values that the organisation's stories show, most frequent first. The list is empty at first and fills as
 * soon as they are read.
 *
 * Returns: (transfer full): a list of #GtkStringObject
 */
GListModel *
amb_heard_suggestions_list_values (AmbContext *context)
{
  GtkStringList *values = gtk_string_list_new (NULL);

  g_return_val_if_fail (AMB_IS_CONTEXT (context), G_LIST_MODEL (values));

  amb_library_list_labels_async (context, AMB_STORY_LABEL_VALUE, NULL, list_labels_cb, g_object_ref (values));

  return G_LIST_MODEL (values);
}
