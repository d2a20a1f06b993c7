/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-profile-saver.h"

#include "amb-database.h"
#include "amb-persona.h"
#include "amb-profile-difference.h"
#include "amb-time.h"

/* Long enough to gather keystrokes, short enough for each to be on the disk within a second. */
#define PAUSE_MILLISECONDS 400
#define RETRY_MILLISECONDS 5000

/**
 * AmbProfileSaver:
 *
 * Keeps a profile that is being edited and the database the same: what the person writes is stored within a second, and
 * what another program stores shows at once. Where both changed, what the person writes here stays.
 */
struct _AmbProfileSaver
{
  GObject       parent_instance;

  AmbContext   *context;
  AmbProfile   *profile;
  /* What the database holds, as far as is known here. */
  AmbProfile   *stored;

  GCancellable *loading;
  GError       *error;
  gint64        saved_at;
  guint         pause_source;
  gboolean      loaded;
  gboolean      merging;
  gboolean      saving;
  gboolean      keep;
};

enum
{
  PROP_0,
  PROP_LOADED,
  PROP_SAVED_AT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbProfileSaver, amb_profile_saver, G_TYPE_OBJECT)

/* A save that is under way, with what it stores. */
typedef struct
{
  AmbProfileSaver *saver;
  AmbProfile      *profile;
  gboolean         keep;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->saver);
  g_object_unref (save->profile);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static void schedule (AmbProfileSaver *self, guint milliseconds);

static void
take_answer (AmbProfileSaver *self,
             GError          *error)
{
  g_clear_error (&self->error);
  self->error = error;
  if (error == NULL)
    self->saved_at = amb_context_get_now (self->context);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED_AT]);
}

static void
save_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Save) save = data;
  AmbProfileSaver *self = save->saver;
  GError *error = NULL;

  self->saving = FALSE;
  if (amb_persona_save_finish (AMB_CONTEXT (object), result, &error))
    {
      g_set_object (&self->stored, save->profile);
    }
  else
    {
      g_debug ("The profile is not stored yet: %s", error->message);
      self->keep = self->keep || save->keep;
    }
  take_answer (self, error);

  if (!amb_profile_equal (self->profile, self->stored))
    schedule (self, error == NULL ? PAUSE_MILLISECONDS : RETRY_MILLISECONDS);
}

static void
save_profile (AmbProfileSaver *self)
{
  Save *save;

  g_clear_handle_id (&self->pause_source, g_source_remove);
  if (self->saving)
    return;

  save = g_new (Save, 1);
  save->saver = g_object_ref (self);
  save->profile = amb_profile_copy (self->profile);
  save->keep = self->keep;
  self->saving = TRUE;
  amb_persona_save_async (self->context, save->profile, self->keep, NULL, save_cb, save);
  self->keep = FALSE;
}

/* Jobs of the database keep their order: this one comes after one that is under way. */
static void
save_at_once (AmbProfileSaver *self)
{
  self->saving = FALSE;
  save_profile (self);
}

static gboolean
pause_cb (gpointer data)
{
  AmbProfileSaver *self = data;

  self->pause_source = 0;
  save_profile (self);

  return G_SOURCE_REMOVE;
}

static void
schedule (AmbProfileSaver *self,
          guint            milliseconds)
{
  if (self->pause_source == 0)
    self->pause_source = g_timeout_add (milliseconds, pause_cb, self);
}

static void
profile_changed_cb (AmbProfileSaver *self)
{
  if (!self->merging)
    schedule (self, PAUSE_MILLISECONDS);
}

/* Takes over what somebody else changed, text by text, where the person did not change it as well. */
static void
merge (AmbProfileSaver *self,
       AmbProfile      *theirs)
{
  g_autoptr (GPtrArray) differences = amb_profile_difference_list (self->stored, theirs);

  self->merging = TRUE;
  for (guint i = 0; i < differences->len; i++)
    {
      const AmbProfileDifference *difference = g_ptr_array_index (differences, i);
      const char *field = difference->field->id;
      const char * const *ours = amb_profile_get_list (self->profile, field, difference->language);

      if (g_strv_equal (ours, amb_profile_get_list (self->stored, field, difference->language)))
        amb_profile_set_list (self->profile, field, difference->language,
                              amb_profile_get_list (theirs, field, difference->language));
    }
  self->merging = FALSE;
  g_set_object (&self->stored, theirs);
}

static void
load_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (AmbProfileSaver) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbProfile) theirs = amb_persona_load_finish (AMB_CONTEXT (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (theirs == NULL)
    {
      take_answer (self, g_steal_pointer (&error));
      return;
    }

  merge (self, theirs);
  self->loaded = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

static void
load_profile (AmbProfileSaver *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  amb_persona_load_async (self->context, self->loading, load_cb, g_object_ref (self));
}

static void
database_changed_cb (AmbProfileSaver *self,
                     AmbChange       *change)
{
  if (amb_change_touches (change, AMB_TABLE_PROFILE))
    load_profile (self);
}

static void
amb_profile_saver_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  AmbProfileSaver *self = AMB_PROFILE_SAVER (object);

  switch (property_id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, self->loaded);
      break;
    case PROP_SAVED_AT:
      g_value_set_int64 (value, self->saved_at);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_profile_saver_finalize (GObject *object)
{
  AmbProfileSaver *self = AMB_PROFILE_SAVER (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->profile, self);
  g_clear_object (&self->loading);
  g_clear_error (&self->error);
  g_object_unref (self->profile);
  g_object_unref (self->stored);
  g_object_unref (self->context);

  G_OBJECT_CLASS (amb_profile_saver_parent_class)->finalize (object);
}

static void
amb_profile_saver_class_init (AmbProfileSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_profile_saver_get_property;
  object_class->finalize = amb_profile_saver_finalize;

  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SAVED_AT] = g_param_spec_int64 ("saved-at", NULL, NULL, G_MININT64, G_MAXINT64, AMB_TIME_UNSET,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_profile_saver_init (AmbProfileSaver *self)
{
  self->profile = amb_profile_new ();
  self->stored = amb_profile_new ();
  self->saved_at = AMB_TIME_UNSET;
  g_signal_connect_swapped (self->profile, "changed", G_CALLBACK (profile_changed_cb), self);
}

/**
 * amb_profile_saver_new:
 * @context: where the profile is kept
 *
 * Starts to keep a profile. It is empty until #AmbProfileSaver:loaded.
 *
 * Returns: (transfer full): the saver
 */
AmbProfileSaver *
amb_profile_saver_new (AmbContext *context)
{
  AmbProfileSaver *self;

  g_return_val_if_fail (AMB_IS_CONTEXT (context), NULL);

  self = g_object_new (AMB_TYPE_PROFILE_SAVER, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (amb_context_get_database (context), "changed", G_CALLBACK (database_changed_cb), self,
                           G_CONNECT_SWAPPED);
  load_profile (self);

  return self;
}

/**
 * amb_profile_saver_get_profile:
 * @self: a saver
 *
 * Gets the profile to edit: every change of it is stored.
 *
 * Returns: (transfer none): the profile
 */
AmbProfile *
amb_profile_saver_get_profile (AmbProfileSaver *self)
{
  g_return_val_if_fail (AMB_IS_PROFILE_SAVER (self), NULL);

  return self->profile;
}

gboolean
amb_profile_saver_get_loaded (AmbProfileSaver *self)
{
  g_return_val_if_fail (AMB_IS_PROFILE_SAVER (self), FALSE);

  return self->loaded;
}

/**
 * amb_profile_saver_get_saved_at:
 * @self: a saver
 *
 * Tells when the profile was stored last; the property notifies as well when storing failed.
 *
 * Returns: milliseconds since 1970, UTC, or %AMB_TIME_UNSET when nothing was stored yet
 */
gint64
amb_profile_saver_get_saved_at (AmbProfileSaver *self)
{
  g_return_val_if_fail (AMB_IS_PROFILE_SAVER (self), AMB_TIME_UNSET);

  return self->saved_at;
}

/**
 * amb_profile_saver_get_error:
 * @self: a saver
 *
 * Tells why the profile could not be stored; it is tried again by itself.
 *
 * Returns: (nullable) (transfer none): the error, or %NULL when all is well
 */
const GError *
amb_profile_saver_get_error (AmbProfileSaver *self)
{
  g_return_val_if_fail (AMB_IS_PROFILE_SAVER (self), NULL);

  return self->error;
}

/**
 * amb_profile_saver_replace:
 * @self: a saver
 * @profile: another profile
 *
 * Makes the profile the same as another, and stores it at once as a version of its own. What was written before and is
 * not stored yet stays in the version before it.
 */
void
amb_profile_saver_replace (AmbProfileSaver *self,
                           AmbProfile      *profile)
{
  g_autoptr (GPtrArray) differences = NULL;

  g_return_if_fail (AMB_IS_PROFILE_SAVER (self));

  amb_profile_saver_flush (self);
  differences = amb_profile_difference_list (self->profile, profile);
  for (guint i = 0; i < differences->len; i++)
    {
      const AmbProfileDifference *difference = g_ptr_array_index (differences, i);

      amb_profile_set_list (self->profile, difference->field->id, difference->language,
                            amb_profile_get_list (profile, difference->field->id, difference->language));
    }
  self->keep = TRUE;
  save_at_once (self);
}

/**
 * amb_profile_saver_flush:
 * @self: a saver
 *
 * Stores what is not stored yet without waiting. Closing the database waits for it.
 */
void
amb_profile_saver_flush (AmbProfileSaver *self)
{
  g_return_if_fail (AMB_IS_PROFILE_SAVER (self));

  if (self->pause_source != 0)
    save_at_once (self);
}
