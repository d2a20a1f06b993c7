/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-autosave.h"

#include "amb-drafting.h"
#include "amb-recovery.h"
#include "amb-time.h"

/* How long to gather keystrokes, and how long the database may take before the recovery file is written: together they
 * stay under the second within which every keystroke is on the disk. */
#define PAUSE_MILLISECONDS 400
#define PATIENCE_MILLISECONDS 400
#define RETRY_MILLISECONDS 2000

/**
 * AmbAutosave:
 *
 * Brings a draft to the disk within a second of each change. While the database can't be written, because another
 * program is writing, an import is running, or the disk is full, the text stands in a recovery file beside it.
 */
struct _AmbAutosave
{
  GObject           parent_instance;

  /* Owned */
  AmbContext       *context;
  AmbDraft         *draft;
  char             *error;

  gint64            saved_at;
  guint             pause_source;
  guint             patience_source;
  guint             n_saves; /* under way */
  AmbAutosaveState  state;
  gboolean          changed_since;
  gboolean          recovery_written;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_SAVED_AT,
  PROP_ERROR,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbAutosave, amb_autosave, G_TYPE_OBJECT)

static void save (AmbAutosave *self);

static void
set_state (AmbAutosave      *self,
           AmbAutosaveState  state,
           const char       *error)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
  if (g_strcmp0 (self->error, error) != 0)
    {
      g_free (self->error);
      self->error = g_strdup (error);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static gboolean
pause_over_cb (gpointer data)
{
  AmbAutosave *self = data;

  self->pause_source = 0;
  save (self);

  return G_SOURCE_REMOVE;
}

static void
write_recovery (AmbAutosave *self)
{
  self->recovery_written = TRUE;
  amb_recovery_write_async (self->context, self->draft);
}

/* The database takes its time, or said no. */
static gboolean
patience_over_cb (gpointer data)
{
  AmbAutosave *self = data;

  self->patience_source = 0;
  write_recovery (self);

  return G_SOURCE_REMOVE;
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (AmbAutosave) self = data;
  g_autoptr (GError) error = NULL;
  gint64 saved_at = amb_drafting_save_finish (AMB_CONTEXT (object), result, &error);

  /* A flush sent another one behind this: that one tells. */
  if (--self->n_saves > 0)
    return;

  g_clear_handle_id (&self->patience_source, g_source_remove);
  if (saved_at == AMB_TIME_UNSET)
    {
      write_recovery (self);
      set_state (self, AMB_AUTOSAVE_STATE_FAILED, error->message);
      if (self->pause_source == 0)
        self->pause_source = g_timeout_add (RETRY_MILLISECONDS, pause_over_cb, self);
      return;
    }

  self->saved_at = saved_at;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED_AT]);

  if (self->changed_since)
    {
      save (self);
      return;
    }

  if (self->recovery_written)
    amb_recovery_remove_async (self->context, amb_record_get_id (AMB_RECORD (self->draft)));
  self->recovery_written = FALSE;
  set_state (self, AMB_AUTOSAVE_STATE_SAVED, NULL);
}

static void
send (AmbAutosave *self)
{
  self->n_saves++;
  self->changed_since = FALSE;
  set_state (self, AMB_AUTOSAVE_STATE_SAVING, NULL);
  if (self->patience_source == 0)
    self->patience_source = g_timeout_add (PATIENCE_MILLISECONDS, patience_over_cb, self);
  amb_drafting_save_async (self->context, self->draft, NULL, saved_cb, g_object_ref (self));
}

/* One save at a time: what changes meanwhile goes with the next. */
static void
save (AmbAutosave *self)
{
  if (self->n_saves > 0)
    self->changed_since = TRUE;
  else
    send (self);
}

static void
draft_changed_cb (AmbAutosave *self)
{
  /* While the database takes its time or says no, the recovery file follows what is typed. */
  if ((self->n_saves > 0 || self->error != NULL) && self->patience_source == 0)
    self->patience_source = g_timeout_add (PATIENCE_MILLISECONDS, patience_over_cb, self);

  if (self->n_saves > 0)
    self->changed_since = TRUE;
  else
    set_state (self, AMB_AUTOSAVE_STATE_CHANGED, self->error);

  if (self->pause_source == 0 && self->n_saves == 0)
    self->pause_source = g_timeout_add (PAUSE_MILLISECONDS, pause_over_cb, self);
}

static void
watch_variants (AmbAutosave *self)
{
  GListModel *variants = G_LIST_MODEL (amb_draft_get_variants (self->draft));

  for (guint i = 0; i < g_list_model_get_n_items (variants); i++)
    {
      g_autoptr (AmbVariant) variant = g_list_model_get_item (variants, i);

      g_signal_handlers_disconnect_by_func (variant, draft_changed_cb, self);
      g_signal_connect_object (variant, "notify", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
variants_changed_cb (AmbAutosave *self)
{
  watch_variants (self);
  draft_changed_cb (self);
}

static void
amb_autosave_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  AmbAutosave *self = AMB_AUTOSAVE (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_int (value, self->state);
      break;
    case PROP_SAVED_AT:
      g_value_set_int64 (value, self->saved_at);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_autosave_finalize (GObject *object)
{
  AmbAutosave *self = AMB_AUTOSAVE (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_handle_id (&self->patience_source, g_source_remove);
  g_clear_object (&self->draft);
  g_clear_object (&self->context);
  g_free (self->error);

  G_OBJECT_CLASS (amb_autosave_parent_class)->finalize (object);
}

static void
amb_autosave_class_init (AmbAutosaveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = amb_autosave_get_property;
  object_class->finalize = amb_autosave_finalize;

  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, AMB_AUTOSAVE_STATE_SAVED, AMB_AUTOSAVE_STATE_FAILED,
                                             AMB_AUTOSAVE_STATE_SAVED, flags);
  properties[PROP_SAVED_AT] = g_param_spec_int64 ("saved-at", NULL, NULL, G_MININT64, G_MAXINT64, AMB_TIME_UNSET, flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_autosave_init (AmbAutosave *self)
{
  self->saved_at = AMB_TIME_UNSET;
}

/**
 * amb_autosave_new:
 * @context: the context
 * @draft: a draft that is stored already; it is watched from now on
 *
 * Begins to save a draft.
 *
 * Returns: (transfer full): the autosave
 */
AmbAutosave *
amb_autosave_new (AmbContext *context,
                  AmbDraft   *draft)
{
  AmbAutosave *self = g_object_new (AMB_TYPE_AUTOSAVE, NULL);

  self->context = g_object_ref (context);
  self->draft = g_object_ref (draft);
  self->saved_at = amb_draft_get_updated_at (draft);

  g_signal_connect_object (draft, "notify", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (amb_draft_get_variants (draft), "items-changed", G_CALLBACK (variants_changed_cb), self,
                           G_CONNECT_SWAPPED);
  watch_variants (self);

  return self;
}

/**
 * amb_autosave_get_state:
 * @self: an autosave
 *
 * Tells how safe the draft is.
 *
 * Returns: the state
 */
AmbAutosaveState
amb_autosave_get_state (AmbAutosave *self)
{
  g_return_val_if_fail (AMB_IS_AUTOSAVE (self), AMB_AUTOSAVE_STATE_SAVED);

  return self->state;
}

/**
 * amb_autosave_get_saved_at:
 * @self: an autosave
 *
 * Tells when the draft was last stored.
 *
 * Returns: milliseconds since 1970, UTC
 */
gint64
amb_autosave_get_saved_at (AmbAutosave *self)
{
  g_return_val_if_fail (AMB_IS_AUTOSAVE (self), AMB_TIME_UNSET);

  return self->saved_at;
}

/**
 * amb_autosave_get_error:
 * @self: an autosave
 *
 * Tells why the draft could not be stored.
 *
 * Returns: (transfer none) (nullable): one sentence, or %NULL when all is well
 */
const char *
amb_autosave_get_error (AmbAutosave *self)
{
  g_return_val_if_fail (AMB_IS_AUTOSAVE (self), NULL);

  return self->error;
}

/**
 * amb_autosave_flush:
 * @self: an autosave
 *
 * Stores what is not stored yet without waiting for the next keystroke: call it before the draft leaves the screen.
 * Closing the database waits for it. As that may take as long as somebody else writes, the recovery file is written
 * too.
 */
void
amb_autosave_flush (AmbAutosave *self)
{
  g_return_if_fail (AMB_IS_AUTOSAVE (self));

  if (self->pause_source != 0 || self->changed_since)
    {
      g_clear_handle_id (&self->pause_source, g_source_remove);
      write_recovery (self);
      send (self);
    }
}
