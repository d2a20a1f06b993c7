/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-autosave.h"

#include "amb-error.h"
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
 * Brings what a person writes to the disk within a second of each change. While the database can't be written, because
 * another program is writing, an import is running, or the disk is full, it stands in a recovery file beside it, and it
 * is tried again, even when nobody holds the autosave any more, until it is stored or the database is closed.
 */
typedef struct
{
  AmbContext       *context;
  GError           *error;
  GError           *refusal; /* until it is known whether the recovery file took it */

  gint64            saved_at;
  guint             pause_source;
  guint             patience_source;
  guint             n_saves; /* under way */
  AmbAutosaveState  state;
  gboolean          changed_since;
  gboolean          recovery_written;
} AmbAutosavePrivate;

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_STATE,
  PROP_SAVED_AT,
  PROP_ERROR,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AmbAutosave, amb_autosave, G_TYPE_OBJECT)

static void save (AmbAutosave *self);

static AmbAutosavePrivate *
get_private (AmbAutosave *self)
{
  return amb_autosave_get_instance_private (self);
}

static gboolean
is_same_error (const GError *a,
               const GError *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_error_matches (a, b->domain, b->code) && g_str_equal (a->message, b->message);
}

static void
set_state (AmbAutosave      *self,
           AmbAutosaveState  state,
           const GError     *error)
{
  AmbAutosavePrivate *priv = get_private (self);

  g_object_freeze_notify (G_OBJECT (self));
  if (!is_same_error (priv->error, error))
    {
      g_clear_error (&priv->error);
      priv->error = error == NULL ? NULL : g_error_copy (error);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
    }
  if (priv->state != state)
    {
      priv->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static AmbUnsaved *
take (AmbAutosave *self,
      gboolean     to_store)
{
  return AMB_AUTOSAVE_GET_CLASS (self)->take (self, amb_context_get_now (get_private (self)->context), to_store);
}

static gboolean
pause_over_cb (gpointer data)
{
  AmbAutosave *self = data;

  get_private (self)->pause_source = 0;
  save (self);

  return G_SOURCE_REMOVE;
}

/* Why a text is not stored matters less than that it stands nowhere but on the screen. */
static void
recovery_written_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      data)
{
  g_autoptr (AmbAutosave) self = data;
  AmbAutosavePrivate *priv = get_private (self);
  g_autoptr (GError) refusal = g_steal_pointer (&priv->refusal);
  g_autoptr (GError) error = NULL;

  amb_recovery_write_finish (result, &error);
  if (priv->n_saves > 0)
    return;

  if (refusal != NULL)
    set_state (self, AMB_AUTOSAVE_STATE_FAILED, error != NULL ? error : refusal);
  else if (error != NULL && priv->error != NULL)
    set_state (self, priv->state, error);
}

static void
write_recovery (AmbAutosave *self)
{
  AmbAutosavePrivate *priv = get_private (self);

  priv->recovery_written = TRUE;
  amb_recovery_write_async (priv->context, take (self, FALSE), recovery_written_cb, g_object_ref (self));
}

/* The database takes its time, or said no. */
static gboolean
patience_over_cb (gpointer data)
{
  AmbAutosave *self = data;

  get_private (self)->patience_source = 0;
  write_recovery (self);

  return G_SOURCE_REMOVE;
}

/* When what it belongs to is gone, or the database is closed, trying again is of no use. */
static gboolean
is_worth_trying (AmbAutosave  *self,
                 const GError *error)
{
  gboolean is_open;

  g_object_get (amb_context_get_database (get_private (self)->context), "ready", &is_open, NULL);

  return is_open && !g_error_matches (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_NOT_FOUND);
}

/* Whoever held it may let go of it: nothing is lost by that. */
static void
try_again (AmbAutosave *self)
{
  AmbAutosavePrivate *priv = get_private (self);

  if (priv->pause_source == 0)
    priv->pause_source = g_timeout_add_full (G_PRIORITY_DEFAULT, RETRY_MILLISECONDS, pause_over_cb, g_object_ref (self),
                                             g_object_unref);
}

static void
take_refusal (AmbAutosave  *self,
              const GError *error)
{
  AmbAutosavePrivate *priv = get_private (self);

  g_clear_error (&priv->refusal);
  priv->refusal = g_error_copy (error);
  write_recovery (self);
  if (is_worth_trying (self, error))
    try_again (self);
}

static void
take_success (AmbAutosave *self,
              gint64       saved_at)
{
  AmbAutosavePrivate *priv = get_private (self);

  priv->saved_at = saved_at;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED_AT]);

  if (priv->changed_since)
    {
      save (self);
      return;
    }

  if (priv->recovery_written)
    amb_recovery_remove_async (priv->context, take (self, FALSE));
  priv->recovery_written = FALSE;
  set_state (self, AMB_AUTOSAVE_STATE_SAVED, NULL);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (AmbAutosave) self = data;
  AmbAutosavePrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbUnsaved) saved = amb_recovery_save_finish (AMB_CONTEXT (object), result, &error);

  if (saved != NULL && AMB_AUTOSAVE_GET_CLASS (self)->stored != NULL)
    AMB_AUTOSAVE_GET_CLASS (self)->stored (self, saved);

  /* A flush sent another one behind this: that one tells. */
  if (--priv->n_saves > 0)
    return;

  g_clear_handle_id (&priv->patience_source, g_source_remove);
  if (saved == NULL)
    take_refusal (self, error);
  else
    take_success (self, saved->at);
}

static void
send (AmbAutosave *self)
{
  AmbAutosavePrivate *priv = get_private (self);

  priv->n_saves++;
  priv->changed_since = FALSE;
  /* What failed before has failed until it is stored: nobody wants to see it change every other second. */
  set_state (self, priv->error == NULL ? AMB_AUTOSAVE_STATE_SAVING : AMB_AUTOSAVE_STATE_FAILED, priv->error);
  if (priv->patience_source == 0)
    priv->patience_source = g_timeout_add (PATIENCE_MILLISECONDS, patience_over_cb, self);
  amb_recovery_save_async (priv->context, take (self, TRUE), NULL, saved_cb, g_object_ref (self));
}

/* One save at a time: what changes meanwhile goes with the next. */
static void
save (AmbAutosave *self)
{
  AmbAutosavePrivate *priv = get_private (self);

  if (priv->n_saves > 0)
    priv->changed_since = TRUE;
  else
    send (self);
}

/* A closed database takes nothing any more: whoever writes flushes before. */
static void
database_notify_ready_cb (AmbAutosave *self)
{
  AmbAutosavePrivate *priv = get_private (self);
  gboolean is_open;

  g_object_get (amb_context_get_database (priv->context), "ready", &is_open, NULL);
  if (!is_open)
    g_clear_handle_id (&priv->pause_source, g_source_remove);
}

static void
amb_autosave_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  AmbAutosavePrivate *priv = get_private (AMB_AUTOSAVE (object));

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, priv->context);
      break;
    case PROP_STATE:
      g_value_set_int (value, priv->state);
      break;
    case PROP_SAVED_AT:
      g_value_set_int64 (value, priv->saved_at);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, priv->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_autosave_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  AmbAutosavePrivate *priv = get_private (AMB_AUTOSAVE (object));

  switch (prop_id)
    {
    case PROP_CONTEXT:
      priv->context = g_value_dup_object (value);
      break;
    case PROP_SAVED_AT:
      priv->saved_at = g_value_get_int64 (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_autosave_constructed (GObject *object)
{
  AmbAutosavePrivate *priv = get_private (AMB_AUTOSAVE (object));

  G_OBJECT_CLASS (amb_autosave_parent_class)->constructed (object);

  g_signal_connect_object (amb_context_get_database (priv->context), "notify::ready",
                           G_CALLBACK (database_notify_ready_cb), object, G_CONNECT_SWAPPED);
}

static void
amb_autosave_finalize (GObject *object)
{
  AmbAutosavePrivate *priv = get_private (AMB_AUTOSAVE (object));

  g_clear_handle_id (&priv->pause_source, g_source_remove);
  g_clear_handle_id (&priv->patience_source, g_source_remove);
  g_clear_object (&priv->context);
  g_clear_error (&priv->error);
  g_clear_error (&priv->refusal);

  G_OBJECT_CLASS (amb_autosave_parent_class)->finalize (object);
}

static void
amb_autosave_class_init (AmbAutosaveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = amb_autosave_get_property;
  object_class->set_property = amb_autosave_set_property;
  object_class->constructed = amb_autosave_constructed;
  object_class->finalize = amb_autosave_finalize;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, AMB_TYPE_CONTEXT,
                                                  flags | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, AMB_AUTOSAVE_STATE_SAVED, AMB_AUTOSAVE_STATE_FAILED,
                                             AMB_AUTOSAVE_STATE_SAVED, flags);
  properties[PROP_SAVED_AT] = g_param_spec_int64 ("saved-at", NULL, NULL, G_MININT64, G_MAXINT64, AMB_TIME_UNSET,
                                                  flags | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_autosave_init (AmbAutosave *self)
{
}

/**
 * amb_autosave_get_state:
 * @self: an autosave
 *
 * Tells how safe it is what the person wrote.
 *
 * Returns: the state
 */
AmbAutosaveState
amb_autosave_get_state (AmbAutosave *self)
{
  g_return_val_if_fail (AMB_IS_AUTOSAVE (self), AMB_AUTOSAVE_STATE_SAVED);

  return get_private (self)->state;
}

/**
 * amb_autosave_get_saved_at:
 * @self: an autosave
 *
 * Tells of which moment it is what was last stored.
 *
 * Returns: milliseconds since 1970, UTC, or %AMB_TIME_UNSET when nothing was stored yet
 */
gint64
amb_autosave_get_saved_at (AmbAutosave *self)
{
  g_return_val_if_fail (AMB_IS_AUTOSAVE (self), AMB_TIME_UNSET);

  return get_private (self)->saved_at;
}

/**
 * amb_autosave_get_error:
 * @self: an autosave
 *
 * Tells why it could not be stored; it is tried again by itself.
 *
 * Returns: (transfer none) (nullable): the error, or %NULL when all is well
 */
const GError *
amb_autosave_get_error (AmbAutosave *self)
{
  g_return_val_if_fail (AMB_IS_AUTOSAVE (self), NULL);

  return get_private (self)->error;
}

/**
 * amb_autosave_get_context:
 * @self: an autosave
 *
 * Gets where it saves.
 *
 * Returns: (transfer none): the context
 */
AmbContext *
amb_autosave_get_context (AmbAutosave *self)
{
  g_return_val_if_fail (AMB_IS_AUTOSAVE (self), NULL);

  return get_private (self)->context;
}

/**
 * amb_autosave_touch:
 * @self: an autosave
 *
 * Tells it that the person wrote something.
 */
void
amb_autosave_touch (AmbAutosave *self)
{
  AmbAutosavePrivate *priv = get_private (self);

  g_return_if_fail (AMB_IS_AUTOSAVE (self));

  /* While the database takes its time or says no, the recovery file follows what is typed. */
  if ((priv->n_saves > 0 || priv->error != NULL || priv->refusal != NULL) && priv->patience_source == 0)
    priv->patience_source = g_timeout_add (PATIENCE_MILLISECONDS, patience_over_cb, self);

  if (priv->n_saves > 0)
    {
      priv->changed_since = TRUE;
      return;
    }

  set_state (self, AMB_AUTOSAVE_STATE_CHANGED, priv->error);
  if (priv->pause_source == 0)
    priv->pause_source = g_timeout_add (PAUSE_MILLISECONDS, pause_over_cb, self);
}

/**
 * amb_autosave_fail:
 * @self: an autosave
 * @error: why
 *
 * Tells that what is to be written cannot even be read.
 */
void
amb_autosave_fail (AmbAutosave  *self,
                   const GError *error)
{
  g_return_if_fail (AMB_IS_AUTOSAVE (self));

  set_state (self, AMB_AUTOSAVE_STATE_FAILED, error);
}

/**
 * amb_autosave_flush:
 * @self: an autosave
 *
 * Stores what is not stored yet without waiting for the next keystroke: call it before what the person writes leaves the
 * screen. Closing the database waits for it. As that may take as long as somebody else writes, the recovery file is
 * written too.
 */
void
amb_autosave_flush (AmbAutosave *self)
{
  AmbAutosavePrivate *priv = get_private (self);

  g_return_if_fail (AMB_IS_AUTOSAVE (self));

  if (priv->pause_source != 0 || priv->changed_since)
    {
      g_clear_handle_id (&priv->pause_source, g_source_remove);
      write_recovery (self);
      send (self);
    }
  else if (priv->patience_source != 0)
    {
      /* It is under way; from now on perhaps nobody has patience any more. */
      g_clear_handle_id (&priv->patience_source, g_source_remove);
      write_recovery (self);
    }
}
