/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-profile-saver.h"

#include "amb-database.h"
#include "amb-persona.h"
#include "amb-profile-difference.h"

#define CONTEXT_KEY "amb-profile-saver"

/* More are never under way at a time. */
#define MOST_SENT 4

/**
 * AmbProfileSaver:
 *
 * Keeps a profile that is being edited and the database the same: what the person writes is stored within a second, and
 * what another program stores shows at once. Where both changed, what the person writes here stays.
 *
 * Everybody who edits the profile has the same one: what one place could not store yet, another one must not forget.
 */
struct _AmbProfileSaver
{
  AmbAutosave   parent_instance;

  AmbProfile   *profile;
  /* What the database holds, as far as is known here, and what is on its way there. */
  AmbProfile   *stored;
  GPtrArray    *sent;

  GCancellable *loading;
  gboolean      loaded;
  gboolean      merging;
  gboolean      keep;
};

enum
{
  PROP_0,
  PROP_LOADED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbProfileSaver, amb_profile_saver, AMB_TYPE_AUTOSAVE)

static void
profile_changed_cb (AmbProfileSaver *self)
{
  if (!self->merging)
    amb_autosave_touch (AMB_AUTOSAVE (self));
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
      amb_autosave_fail (AMB_AUTOSAVE (self), error);
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
  amb_persona_load_async (amb_autosave_get_context (AMB_AUTOSAVE (self)), self->loading, load_cb, g_object_ref (self));
}

static void
database_changed_cb (AmbProfileSaver *self,
                     AmbChange       *change)
{
  if (amb_change_touches (change, AMB_TABLE_PROFILE))
    load_profile (self);
}

static AmbUnsaved *
amb_profile_saver_take (AmbAutosave *autosave,
                        gint64       now,
                        gboolean     to_store)
{
  AmbProfileSaver *self = AMB_PROFILE_SAVER (autosave);
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_object_unref);
  AmbUnsaved *unsaved;

  g_ptr_array_add (known, g_object_ref (self->stored));
  for (guint i = 0; i < self->sent->len; i++)
    g_ptr_array_add (known, g_object_ref (g_ptr_array_index (self->sent, i)));

  unsaved = amb_unsaved_new_profile (self->profile, known, self->keep, now);
  if (to_store)
    {
      if (self->sent->len == MOST_SENT)
        g_ptr_array_remove_index (self->sent, 0);
      g_ptr_array_add (self->sent, g_object_ref (amb_unsaved_get_profile (unsaved)));
    }

  return unsaved;
}

static void
amb_profile_saver_stored (AmbAutosave      *autosave,
                          const AmbUnsaved *unsaved)
{
  AmbProfileSaver *self = AMB_PROFILE_SAVER (autosave);

  g_set_object (&self->stored, amb_unsaved_get_profile (unsaved));
  if (amb_unsaved_get_keep (unsaved))
    self->keep = FALSE;
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_profile_saver_constructed (GObject *object)
{
  AmbProfileSaver *self = AMB_PROFILE_SAVER (object);
  AmbContext *context = amb_autosave_get_context (AMB_AUTOSAVE (self));

  G_OBJECT_CLASS (amb_profile_saver_parent_class)->constructed (object);

  g_object_set_data (G_OBJECT (context), CONTEXT_KEY, self);
  g_signal_connect_object (amb_context_get_database (context), "changed", G_CALLBACK (database_changed_cb), self,
                           G_CONNECT_SWAPPED);
  load_profile (self);
}

static void
amb_profile_saver_finalize (GObject *object)
{
  AmbProfileSaver *self = AMB_PROFILE_SAVER (object);

  g_object_set_data (G_OBJECT (amb_autosave_get_context (AMB_AUTOSAVE (self))), CONTEXT_KEY, NULL);
  g_signal_handlers_disconnect_by_data (self->profile, self);
  g_clear_object (&self->loading);
  g_object_unref (self->profile);
  g_object_unref (self->stored);
  g_ptr_array_unref (self->sent);

  G_OBJECT_CLASS (amb_profile_saver_parent_class)->finalize (object);
}

static void
amb_profile_saver_class_init (AmbProfileSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_profile_saver_get_property;
  object_class->constructed = amb_profile_saver_constructed;
  object_class->finalize = amb_profile_saver_finalize;

  AMB_AUTOSAVE_CLASS (klass)->take = amb_profile_saver_take;
  AMB_AUTOSAVE_CLASS (klass)->stored = amb_profile_saver_stored;

  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_profile_saver_init (AmbProfileSaver *self)
{
  self->profile = amb_profile_new ();
  self->stored = amb_profile_new ();
  self->sent = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_swapped (self->profile, "changed", G_CALLBACK (profile_changed_cb), self);
}

/**
 * amb_profile_saver_get:
 * @context: where the profile is kept
 *
 * Starts to keep the profile, or goes on with the one who keeps it already. It is empty until #AmbProfileSaver:loaded.
 *
 * Returns: (transfer full): the saver
 */
AmbProfileSaver *
amb_profile_saver_get (AmbContext *context)
{
  AmbProfileSaver *self;

  g_return_val_if_fail (AMB_IS_CONTEXT (context), NULL);

  self = g_object_get_data (G_OBJECT (context), CONTEXT_KEY);

  return self != NULL ? g_object_ref (self) : g_object_new (AMB_TYPE_PROFILE_SAVER, "context", context, NULL);
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

/**
 * amb_profile_saver_get_loaded:
 * @self: a saver
 *
 * Tells whether the profile holds what was stored before.
 *
 * Returns: %TRUE when it does
 */
gboolean
amb_profile_saver_get_loaded (AmbProfileSaver *self)
{
  g_return_val_if_fail (AMB_IS_PROFILE_SAVER (self), FALSE);

  return self->loaded;
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

  amb_autosave_flush (AMB_AUTOSAVE (self));
  differences = amb_profile_difference_list (self->profile, profile);
  self->keep = self->keep || differences->len > 0;
  for (guint i = 0; i < differences->len; i++)
    {
      const AmbProfileDifference *difference = g_ptr_array_index (differences, i);

      amb_profile_set_list (self->profile, difference->field->id, difference->language,
                            amb_profile_get_list (profile, difference->field->id, difference->language));
    }
  amb_autosave_flush (AMB_AUTOSAVE (self));
}
