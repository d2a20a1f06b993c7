/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-services"

#include "config.h"

#include "amb-context.h"

/**
 * AmbContext:
 *
 * What every verb, list and page needs to know of its surroundings: the database and the clock. It is handed on as a
 * construct-only property; nothing is global, so a test makes its own.
 */
struct _AmbContext
{
  GObject      parent_instance;

  /* Owned */
  AmbDatabase *database;
  AmbClock    *clock;
};

G_DEFINE_FINAL_TYPE (AmbContext, amb_context, G_TYPE_OBJECT)

static void
amb_context_finalize (GObject *object)
{
  AmbContext *self = AMB_CONTEXT (object);

  g_clear_object (&self->database);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (amb_context_parent_class)->finalize (object);
}

static void
amb_context_class_init (AmbContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amb_context_finalize;
}

static void
amb_context_init (AmbContext *self)
{
}

/**
 * amb_context_new:
 * @database: the database; whoever made it closes it
 * @clock: the clock
 *
 * Makes a context.
 *
 * Returns: (transfer full): the context
 */
AmbContext *
amb_context_new (AmbDatabase *database,
                 AmbClock    *clock)
{
  AmbContext *self = g_object_new (AMB_TYPE_CONTEXT, NULL);

  self->database = g_object_ref (database);
  self->clock = g_object_ref (clock);

  return self;
}

/**
 * amb_context_get_database:
 * @self: a context
 *
 * Gets the database.
 *
 * Returns: (transfer none): the database
 */
AmbDatabase *
amb_context_get_database (AmbContext *self)
{
  g_return_val_if_fail (AMB_IS_CONTEXT (self), NULL);

  return self->database;
}

/**
 * amb_context_get_clock:
 * @self: a context
 *
 * Gets the clock.
 *
 * Returns: (transfer none): the clock
 */
AmbClock *
amb_context_get_clock (AmbContext *self)
{
  g_return_val_if_fail (AMB_IS_CONTEXT (self), NULL);

  return self->clock;
}

/**
 * amb_context_get_now:
 * @self: a context
 *
 * Tells the time.
 *
 * Returns: milliseconds since 1970, UTC
 */
gint64
amb_context_get_now (AmbContext *self)
{
  g_return_val_if_fail (AMB_IS_CONTEXT (self), 0);

  return amb_clock_now (self->clock);
}

/**
 * amb_context_make_id:
 * @self: a context
 *
 * Makes an id for what a person begins to write; see amb_clock_make_id(). What has its id before it is stored is the
 * same record however often it is sent.
 *
 * Returns: an id
 */
gint64
amb_context_make_id (AmbContext *self)
{
  g_return_val_if_fail (AMB_IS_CONTEXT (self), 0);

  return amb_clock_make_id (self->clock, 0);
}

/**
 * amb_context_get_default_path:
 * @folder: (nullable): the folder that the person chose, or %NULL or "" for the usual one
 *
 * Tells where the person's database is: `ambassador.db` in `$XDG_DATA_HOME/ambassador`, or in the folder they chose.
 *
 * Returns: (transfer full): a path
 */
char *
amb_context_get_default_path (const char *folder)
{
  if (folder != NULL && *folder != '\0')
    return g_build_filename (folder, "ambassador.db", NULL);

  return g_build_filename (g_get_user_data_dir (), "ambassador", "ambassador.db", NULL);
}
