/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-preferences.h"

#include "amb-request.h"
#include "amb-setting-store.h"

/**
 * AmbPreferences:
 *
 * What the person chose once. It stands in their database, so that the window and the command line agree. A change is
 * stored by itself; one that another program makes is followed.
 */
struct _AmbPreferences
{
  GObject       parent_instance;

  /* Owned */
  AmbContext   *context;
  GCancellable *cancellable;
  char         *values[3];
  char        **disabled_checks;

  guint         n_stores; /* under way */
};

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_CHECK_LANGUAGE,
  PROP_DEFAULT_CHANNEL,
  PROP_DISABLED_CHECKS,
  N_PROPERTIES
};

/* Settings by property, from PROP_CHECK_LANGUAGE on. */
static const char * const setting_names[] = { "check-language", "default-channel", "disabled-checks" };

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbPreferences, amb_preferences, G_TYPE_OBJECT)

static void
split_disabled_checks (AmbPreferences *self)
{
  const char *value = self->values[PROP_DISABLED_CHECKS - PROP_CHECK_LANGUAGE];

  g_strfreev (self->disabled_checks);
  self->disabled_checks = value == NULL || *value == '\0' ? g_new0 (char *, 1) : g_strsplit (value, " ", -1);
}

static gboolean
take_value (AmbPreferences *self,
            guint           prop_id,
            const char     *value)
{
  char **stored = &self->values[prop_id - PROP_CHECK_LANGUAGE];

  if (value != NULL && *value == '\0')
    value = NULL;
  if (g_strcmp0 (*stored, value) == 0)
    return FALSE;

  g_free (*stored);
  *stored = g_strdup (value);
  if (prop_id == PROP_DISABLED_CHECKS)
    split_disabled_checks (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);

  return TRUE;
}

static gpointer
load (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (setting_names); i++)
    {
      char *value;

      if (!amb_setting_store_get (connection, setting_names[i], &value, error))
        return NULL;
      g_ptr_array_add (values, value);
    }

  return g_steal_pointer (&values);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (AmbPreferences) self = data;
  g_autoptr (GPtrArray) values = amb_request_finish (AMB_CONTEXT (object), result, NULL);

  /* What was read before the person's choice was stored is older than that. */
  for (guint i = 0; values != NULL && self->n_stores == 0 && i < values->len; i++)
    take_value (self, PROP_CHECK_LANGUAGE + i, g_ptr_array_index (values, i));
}

static void
reload (AmbPreferences *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  amb_request_send (amb_request_new (self->context, 0, 0, NULL), AMB_ACCESS_READ, load,
                    (GDestroyNotify) g_ptr_array_unref, self->cancellable, loaded_cb, g_object_ref (self));
}

static gpointer
store (AmbConnection  *connection,
       gpointer        data,
       GCancellable   *cancellable,
       GError        **error)
{
  AmbRequest *request = data;

  return amb_request_done (amb_setting_store_set (connection, setting_names[request->number], request->text, error));
}

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (AmbPreferences) self = data;
  g_autoptr (GError) error = NULL;

  if (!amb_request_is_done (AMB_CONTEXT (object), result, &error))
    g_message ("A preference was not stored: %s", error->message);

  /* What was not stored is not so: the person sees it, and can choose again. */
  if (--self->n_stores == 0)
    reload (self);
}

static void
set_value (AmbPreferences *self,
           guint           prop_id,
           const char     *value)
{
  if (!take_value (self, prop_id, value))
    return;

  self->n_stores++;
  amb_request_send (amb_request_new (self->context, 0, prop_id - PROP_CHECK_LANGUAGE, value), AMB_ACCESS_WRITE, store,
                    NULL, NULL, stored_cb, g_object_ref (self));
}

static void
database_changed_cb (AmbPreferences *self,
                     AmbChange      *change)
{
  if (amb_change_touches (change, AMB_TABLE_SETTING))
    reload (self);
}

static void
amb_preferences_constructed (GObject *object)
{
  AmbPreferences *self = AMB_PREFERENCES (object);

  G_OBJECT_CLASS (amb_preferences_parent_class)->constructed (object);

  split_disabled_checks (self);
  g_signal_connect_object (amb_context_get_database (self->context), "changed", G_CALLBACK (database_changed_cb), self,
                           G_CONNECT_SWAPPED);
  reload (self);
}

static void
amb_preferences_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  AmbPreferences *self = AMB_PREFERENCES (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_CHECK_LANGUAGE:
    case PROP_DEFAULT_CHANNEL:
      g_value_set_string (value, self->values[prop_id - PROP_CHECK_LANGUAGE]);
      break;
    case PROP_DISABLED_CHECKS:
      g_value_set_boxed (value, self->disabled_checks);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_preferences_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  AmbPreferences *self = AMB_PREFERENCES (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_CHECK_LANGUAGE:
    case PROP_DEFAULT_CHANNEL:
      set_value (self, prop_id, g_value_get_string (value));
      break;
    case PROP_DISABLED_CHECKS:
      {
        char **checks = g_value_get_boxed (value);
        g_autofree char *joined = checks == NULL ? NULL : g_strjoinv (" ", checks);

        set_value (self, prop_id, joined);
      }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_preferences_finalize (GObject *object)
{
  AmbPreferences *self = AMB_PREFERENCES (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->values); i++)
    g_free (self->values[i]);
  g_strfreev (self->disabled_checks);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (amb_preferences_parent_class)->finalize (object);
}

static void
amb_preferences_class_init (AmbPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = amb_preferences_constructed;
  object_class->get_property = amb_preferences_get_property;
  object_class->set_property = amb_preferences_set_property;
  object_class->finalize = amb_preferences_finalize;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, AMB_TYPE_CONTEXT,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHECK_LANGUAGE] = g_param_spec_string ("check-language", NULL, NULL, NULL, flags);
  properties[PROP_DEFAULT_CHANNEL] = g_param_spec_string ("default-channel", NULL, NULL, NULL, flags);
  properties[PROP_DISABLED_CHECKS] = g_param_spec_boxed ("disabled-checks", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_preferences_init (AmbPreferences *self)
{
}

/**
 * amb_preferences_new:
 * @context: the context
 *
 * Makes the preferences; what is stored arrives a moment later, with a notification of each property that differs.
 *
 * Returns: (transfer full): the preferences
 */
AmbPreferences *
amb_preferences_new (AmbContext *context)
{
  return g_object_new (AMB_TYPE_PREFERENCES, "context", context, NULL);
}

/**
 * amb_preferences_is_check_enabled:
 * @self: the preferences
 * @check: the id of a check
 *
 * Tells whether a check is on.
 *
 * Returns: %FALSE when the person switched it off
 */
gboolean
amb_preferences_is_check_enabled (AmbPreferences *self,
                                  const char     *check)
{
  g_return_val_if_fail (AMB_IS_PREFERENCES (self), FALSE);

  return !g_strv_contains ((const char * const *) self->disabled_checks, check);
}

/**
 * amb_preferences_set_check_enabled:
 * @self: the preferences
 * @check: the id of a check
 * @enabled: whether it is on
 *
 * Switches a check on or off.
 */
void
amb_preferences_set_check_enabled (AmbPreferences *self,
                                   const char     *check,
                                   gboolean        enabled)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) checks = NULL;

  g_return_if_fail (AMB_IS_PREFERENCES (self));

  for (guint i = 0; self->disabled_checks[i] != NULL; i++)
    {
      if (!g_str_equal (self->disabled_checks[i], check))
        g_strv_builder_add (builder, self->disabled_checks[i]);
    }
  if (!enabled)
    g_strv_builder_add (builder, check);

  checks = g_strv_builder_end (builder);
  g_object_set (self, "disabled-checks", checks, NULL);
}
