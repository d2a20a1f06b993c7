/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-text-list.h"

#include <glib/gi18n-lib.h>

#include "amb-list-item-row.h"
#include "amb-presenter.h"

/**
 * AmbTextList:
 *
 * A short list of texts that the person keeps: themes, values, subjects they do not touch. Each is a row; the last row
 * adds one.
 */
struct _AmbTextList
{
  AdwBin               parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *group;
  GtkListBox          *list;
  AdwEntryRow         *add_row;

  GPtrArray           *rows; /* AmbListItemRow, borrowed */
  gboolean             filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmbTextList, amb_text_list, ADW_TYPE_BIN)

static void
announce_change (AmbTextList *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
place_rows (AmbTextList *self)
{
  const char *title = adw_preferences_group_get_title (self->group);

  for (guint i = 0; i < self->rows->len; i++)
    amb_list_item_row_place (g_ptr_array_index (self->rows, i), title, i, self->rows->len);
}

/* A text that was taken away, and where it stood. */
typedef struct
{
  AmbTextList *list;
  char        *text;
  guint        position;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_object_unref (undo->list);
  g_free (undo->text);
  g_free (undo);
}

/* Only this text comes back: what the person wrote in the others since then stays. */
static void
undo_remove (gpointer data)
{
  Undo *undo = data;
  g_auto (GStrv) texts = amb_text_list_get_texts (undo->list);
  g_autoptr (GPtrArray) restored = g_ptr_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (restored, texts[i]);
  g_ptr_array_insert (restored, MIN (undo->position, restored->len), undo->text);
  g_ptr_array_add (restored, NULL);

  amb_text_list_set_texts (undo->list, (const char * const *) restored->pdata);
  announce_change (undo->list);
}

static void
row_changed_cb (AmbTextList *self)
{
  announce_change (self);
}

static void
row_moved_cb (AmbTextList    *self,
              int             distance,
              AmbListItemRow *row)
{
  g_auto (GStrv) texts = amb_text_list_get_texts (self);
  guint position;
  gint64 other;
  char *text;

  if (!g_ptr_array_find (self->rows, row, &position))
    return;
  other = (gint64) position + distance;
  if (other < 0 || other >= self->rows->len)
    return;

  text = texts[position];
  texts[position] = texts[other];
  texts[other] = text;
  amb_text_list_set_texts (self, (const char * const *) texts);
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, other));
  announce_change (self);
}

static void
row_removed_cb (AmbTextList    *self,
                AmbListItemRow *row)
{
  Undo *undo = g_new (Undo, 1);
  guint position = 0;

  g_ptr_array_find (self->rows, row, &position);
  undo->list = g_object_ref (self);
  undo->text = g_strdup (amb_list_item_row_get_text (row));
  undo->position = position;

  g_ptr_array_remove (self->rows, row);
  gtk_widget_grab_focus (position < self->rows->len ? g_ptr_array_index (self->rows, position)
                                                    : GTK_WIDGET (self->add_row));
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  place_rows (self);
  announce_change (self);
  amb_presenter_show_undo (GTK_WIDGET (self), _("Removed"), undo_remove, undo, undo_free);
}

static void
add_item (AmbTextList *self,
          const char  *text)
{
  GtkWidget *row = amb_list_item_row_new (text);

  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "moved", G_CALLBACK (row_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (row_removed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  /* The row that adds stays the last. */
  gtk_list_box_insert (self->list, row, self->rows->len - 1);
}

static void
take_new_item (AmbTextList *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_row))));

  if (*text == '\0')
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
  add_item (self, text);
  place_rows (self);
  announce_change (self);
}

static void
add_row_apply_cb (AmbTextList *self)
{
  take_new_item (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->add_row));
}

/* What was typed but not added is not lost when the person goes on. */
static void
add_row_leave_cb (AmbTextList *self)
{
  take_new_item (self);
}

static void
amb_text_list_finalize (GObject *object)
{
  g_ptr_array_unref (AMB_TEXT_LIST (object)->rows);

  G_OBJECT_CLASS (amb_text_list_parent_class)->finalize (object);
}

static void
amb_text_list_class_init (AmbTextListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = amb_text_list_finalize;

  /**
   * AmbTextList::changed:
   * @self: a list
   *
   * The person changed the list.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/profile/amb-text-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbTextList, group);
  gtk_widget_class_bind_template_child (widget_class, AmbTextList, list);
  gtk_widget_class_bind_template_child (widget_class, AmbTextList, add_row);
  gtk_widget_class_bind_template_callback (widget_class, add_row_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_row_leave_cb);
}

static void
amb_text_list_init (AmbTextList *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amb_text_list_new:
 * @title: what the list is
 * @hint: (nullable): what belongs in it
 *
 * Makes an empty list.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
amb_text_list_new (const char *title,
                   const char *hint)
{
  AmbTextList *self = g_object_new (AMB_TYPE_TEXT_LIST, NULL);

  adw_preferences_group_set_title (self->group, title);
  adw_preferences_group_set_description (self->group, hint);

  return GTK_WIDGET (self);
}

/**
 * amb_text_list_get_texts:
 * @self: a list
 *
 * Gets the texts, as they are now.
 *
 * Returns: (transfer full) (array zero-terminated=1): UTF-8
 */
char **
amb_text_list_get_texts (AmbTextList *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (AMB_IS_TEXT_LIST (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    g_strv_builder_add (builder, amb_list_item_row_get_text (g_ptr_array_index (self->rows, i)));

  return g_strv_builder_end (builder);
}

/**
 * amb_text_list_flush:
 * @self: a list
 *
 * Takes in what was typed but not added yet: call it before the list leaves the screen.
 */
void
amb_text_list_flush (AmbTextList *self)
{
  g_return_if_fail (AMB_IS_TEXT_LIST (self));

  take_new_item (self);
}

/* A text that was emptied is still a row: it may be about to be filled again. */
static gboolean
shows_texts (AmbTextList        *self,
             const char * const *texts)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *text = amb_list_item_row_get_text (g_ptr_array_index (self->rows, i));

      if (*text == '\0')
        continue;
      if (texts[n] == NULL || !g_str_equal (texts[n], text))
        return FALSE;
      n++;
    }

  return texts[n] == NULL;
}

/**
 * amb_text_list_set_texts:
 * @self: a list
 * @texts: (array zero-terminated=1): UTF-8
 *
 * Shows these texts. Rows that show them already stay as they are, with the cursor in them.
 */
void
amb_text_list_set_texts (AmbTextList        *self,
                         const char * const *texts)
{
  g_return_if_fail (AMB_IS_TEXT_LIST (self));

  if (shows_texts (self, texts))
    return;

  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; texts[i] != NULL; i++)
    add_item (self, texts[i]);
  place_rows (self);
  self->filling = FALSE;
}
