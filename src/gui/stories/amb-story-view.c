/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-view.h"

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-format.h"
#include "amb-library.h"
#include "amb-presenter.h"
#include "amb-story-about.h"
#include "amb-story-dismiss-dialog.h"
#include "amb-story-opening.h"
#include "amb-story-own-text.h"
#include "amb-story-parts.h"
#include "amb-story-passage.h"
#include "amb-talk-card.h"

/**
 * AmbStoryView:
 *
 * A story as a page to read, with what the person adds to it.
 *
 * It follows the change feed. When only the person's own additions changed, the story on the page is updated in place,
 * so that nothing that is unfolded or being typed is disturbed.
 */
struct _AmbStoryView
{
  AdwBin             parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  AmbStoryOwnText   *my_role;
  AmbStoryOwnText   *note;

  AmbContext        *context;
  AmbStory          *story;
  GCancellable      *cancellable;
};

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_STORY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbStoryView, amb_story_view, ADW_TYPE_BIN)

static gint64
get_story_id (AmbStoryView *self)
{
  return self->story == NULL ? 0 : amb_record_get_id (AMB_RECORD (self->story));
}

/* Closures of the template. */
static char *
format_child_name (AmbStoryView *self,
                   AmbStory     *story)
{
  return g_strdup (story == NULL ? "none" : "story");
}

/* Loading. */
static gboolean
has_same_texts (AmbStoryPart *a,
                AmbStoryPart *b)
{
  for (guint i = 0; i < AMB_STORY_PART_N_TEXTS; i++)
    if (g_strcmp0 (amb_record_get_text (AMB_RECORD (a), i), amb_record_get_text (AMB_RECORD (b), i)) != 0)
      return FALSE;

  return amb_story_part_get_kind (a) == amb_story_part_get_kind (b) &&
         amb_story_part_get_time (a) == amb_story_part_get_time (b);
}

static gboolean
has_same_parts (AmbStory *a,
                AmbStory *b)
{
  if (amb_story_get_n_parts (a) != amb_story_get_n_parts (b))
    return FALSE;

  for (guint i = 0; i < amb_story_get_n_parts (a); i++)
    if (!has_same_texts (amb_story_get_part (a, i), amb_story_get_part (b, i)))
      return FALSE;

  return TRUE;
}

static void
show_story (AmbStoryView *self,
            AmbStory     *story)
{
  gboolean is_same = story != NULL && get_story_id (self) == amb_record_get_id (AMB_RECORD (story));

  if (is_same && has_same_parts (self->story, story))
    {
      amb_record_assign (AMB_RECORD (self->story), AMB_RECORD (story));
      return;
    }

  g_set_object (&self->story, story);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORY]);
  if (!is_same)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
load_story_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (AmbStoryView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbStory) story = amb_library_load_story_finish (self->context, result, &error);

  if (story != NULL)
    show_story (self, story);
  else if (g_error_matches (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND))
    show_story (self, NULL);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    amb_presenter_show_error (GTK_WIDGET (self), error);
}

static gboolean
has_id (GArray *ids,
        gint64  id)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

static gboolean
touches_story (const AmbChange *change,
               gint64           story_id)
{
  return change->everything || has_id (change->updated[AMB_TABLE_STORY], story_id) ||
         has_id (change->removed[AMB_TABLE_STORY], story_id);
}

static void
database_changed_cb (AmbStoryView *self,
                     AmbChange    *change)
{
  if (self->story != NULL && touches_story (change, get_story_id (self)))
    amb_story_view_load (self, get_story_id (self));
}

/* What the person adds. */
static void
set_own_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (AmbStoryView) self = data;
  g_autoptr (GError) error = NULL;

  if (!amb_library_set_own_finish (self->context, result, &error))
    {
      amb_presenter_show_error (GTK_WIDGET (self), error);
      amb_story_view_load (self, get_story_id (self));
    }
}

typedef struct
{
  AmbStoryView *self;
  gint64        story_id;
} Dismissal;

static void
dismissal_free (gpointer data)
{
  Dismissal *dismissal = data;

  g_object_unref (dismissal->self);
  g_free (dismissal);
}

static void
set_dismissed (AmbStoryView *self,
               gint64        story_id,
               const char   *reason)
{
  amb_library_set_own_text_async (self->context, story_id, AMB_STORY_DISMISSED, reason, NULL, set_own_cb,
                                  g_object_ref (self));
}

static void
undo_dismissal (gpointer data)
{
  Dismissal *dismissal = data;

  set_dismissed (dismissal->self, dismissal->story_id, NULL);
}

static void
dismiss_dialog_response_cb (AmbStoryDismissDialog *dialog,
                            const char            *response,
                            gpointer               data)
{
  Dismissal *dismissal = data;

  if (g_str_equal (response, "dismiss"))
    {
      Dismissal *undo = g_new0 (Dismissal, 1);

      undo->self = g_object_ref (dismissal->self);
      undo->story_id = dismissal->story_id;
      set_dismissed (dismissal->self, dismissal->story_id, amb_story_dismiss_dialog_get_reason (dialog));
      amb_presenter_show_undo (GTK_WIDGET (dismissal->self), _("Marked as not for you"), undo_dismissal, undo,
                               dismissal_free);
    }
}

static void
bring_back_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  AmbStoryView *self = AMB_STORY_VIEW (widget);

  set_dismissed (self, get_story_id (self), NULL);
}

static void
copy_message_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  amb_story_view_copy_message (AMB_STORY_VIEW (widget));
}

static void
follow_database (AmbStoryView *self)
{
  if (self->context != NULL)
    g_signal_connect_object (amb_context_get_database (self->context), "changed", G_CALLBACK (database_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
amb_story_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AmbStoryView *self = AMB_STORY_VIEW (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_STORY:
      g_value_set_object (value, self->story);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_story_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  AmbStoryView *self = AMB_STORY_VIEW (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      if (g_set_object (&self->context, g_value_get_object (value)))
        follow_database (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_story_view_dispose (GObject *object)
{
  AmbStoryView *self = AMB_STORY_VIEW (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (amb_story_view_parent_class)->dispose (object);
}

static void
amb_story_view_finalize (GObject *object)
{
  AmbStoryView *self = AMB_STORY_VIEW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_object (&self->story);

  G_OBJECT_CLASS (amb_story_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AMB_TYPE_STORY);
  g_type_ensure (AMB_TYPE_STORY_ABOUT);
  g_type_ensure (AMB_TYPE_STORY_OPENING);
  g_type_ensure (AMB_TYPE_STORY_OWN_TEXT);
  g_type_ensure (AMB_TYPE_STORY_PARTS);
  g_type_ensure (AMB_TYPE_STORY_PASSAGE);
  g_type_ensure (AMB_TYPE_TALK_CARD);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/stories/amb-story-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbStoryView, scroller);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryView, my_role);
  gtk_widget_class_bind_template_child (widget_class, AmbStoryView, note);
  amb_format_bind_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, format_child_name);
}

static void
amb_story_view_class_init (AmbStoryViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_story_view_get_property;
  object_class->set_property = amb_story_view_set_property;
  object_class->dispose = amb_story_view_dispose;
  object_class->finalize = amb_story_view_finalize;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, AMB_TYPE_CONTEXT,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STORY] = g_param_spec_object ("story", NULL, NULL, AMB_TYPE_STORY,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "story.bring-back", NULL, bring_back_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "story.copy-message", NULL, copy_message_action);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
amb_story_view_init (AmbStoryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set (self->my_role, "field", AMB_STORY_MY_ROLE, NULL);
  g_object_set (self->note, "field", AMB_STORY_NOTE, NULL);
}

/**
 * amb_story_view_load:
 * @self: a view
 * @story_id: a story, or 0 to show none
 *
 * Loads a story and shows it. The newest call wins.
 */
void
amb_story_view_load (AmbStoryView *self,
                     gint64        story_id)
{
  g_return_if_fail (AMB_IS_STORY_VIEW (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (story_id == 0)
    {
      show_story (self, NULL);
      return;
    }

  self->cancellable = g_cancellable_new ();
  amb_library_load_story_async (self->context, story_id, self->cancellable, load_story_cb, g_object_ref (self));
}

/**
 * amb_story_view_get_story:
 * @self: a view
 *
 * Gets the story on the page.
 *
 * Returns: (transfer none) (nullable): the story
 */
AmbStory *
amb_story_view_get_story (AmbStoryView *self)
{
  g_return_val_if_fail (AMB_IS_STORY_VIEW (self), NULL);

  return self->story;
}

/**
 * amb_story_view_set_favourite:
 * @self: a view
 * @favourite: whether the story is a favourite
 *
 * Makes the story a favourite or not, at once on the page and soon on disk.
 */
void
amb_story_view_set_favourite (AmbStoryView *self,
                              gboolean      favourite)
{
  g_return_if_fail (AMB_IS_STORY_VIEW (self));

  if (self->story == NULL || amb_story_get_favourite (self->story) == favourite)
    return;

  amb_story_set_favourite (self->story, favourite);
  amb_library_set_favourite_async (self->context, get_story_id (self), favourite, NULL, set_own_cb,
                                   g_object_ref (self));
}

/**
 * amb_story_view_dismiss:
 * @self: a view
 *
 * Asks why the story is not for the person, and keeps the answer.
 */
void
amb_story_view_dismiss (AmbStoryView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;
  Dismissal *dismissal;

  g_return_if_fail (AMB_IS_STORY_VIEW (self));

  if (self->story == NULL)
    return;

  dismissal = g_new0 (Dismissal, 1);
  dismissal->self = g_object_ref (self);
  dismissal->story_id = get_story_id (self);

  dialog = amb_story_dismiss_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  g_signal_connect_data (dialog, "response", G_CALLBACK (dismiss_dialog_response_cb), dismissal,
                         (GClosureNotify) (GCallback) dismissal_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * amb_story_view_copy_message:
 * @self: a view
 *
 * Puts the message of the story on the clipboard.
 */
void
amb_story_view_copy_message (AmbStoryView *self)
{
  const char *message;

  g_return_if_fail (AMB_IS_STORY_VIEW (self));

  message = self->story == NULL ? NULL : amb_story_get_text (self->story, AMB_STORY_MESSAGE);
  if (message == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), message);
  amb_presenter_show_toast (GTK_WIDGET (self), _("Message copied"));
}

/**
 * amb_story_view_flush:
 * @self: a view
 *
 * Starts saving what the person typed and is not saved yet.
 */
void
amb_story_view_flush (AmbStoryView *self)
{
  g_return_if_fail (AMB_IS_STORY_VIEW (self));

  amb_story_own_text_flush (self->my_role);
  amb_story_own_text_flush (self->note);
}
