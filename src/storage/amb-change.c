/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-storage"

#include "config.h"

#include "amb-change.h"

G_DEFINE_BOXED_TYPE (AmbChange, amb_change, amb_change_ref, amb_change_unref)

/**
 * amb_change_new:
 *
 * Makes a change that says that nothing changed.
 *
 * Returns: (transfer full): the change
 */
AmbChange *
amb_change_new (void)
{
  AmbChange *self = g_new0 (AmbChange, 1);

  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

/**
 * amb_change_ref:
 * @self: a change
 *
 * Takes a reference. Any thread.
 *
 * Returns: (transfer full): @self
 */
AmbChange *
amb_change_ref (AmbChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * amb_change_unref:
 * @self: (transfer full): a change
 *
 * Gives a reference back. Any thread.
 */
void
amb_change_unref (AmbChange *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < AMB_N_TABLES; i++)
    {
      g_clear_pointer (&self->inserted[i], g_array_unref);
      g_clear_pointer (&self->updated[i], g_array_unref);
      g_clear_pointer (&self->removed[i], g_array_unref);
    }
  g_free (self);
}

/**
 * amb_change_is_empty:
 * @self: a change
 *
 * Tells whether nothing changed.
 *
 * Returns: %TRUE when no published table was touched
 */
gboolean
amb_change_is_empty (const AmbChange *self)
{
  for (guint i = 0; i < AMB_N_TABLES; i++)
    {
      if (amb_change_touches (self, i))
        return FALSE;
    }

  return TRUE;
}

/**
 * amb_change_touches:
 * @self: a change
 * @table: a table
 *
 * Tells whether a table may differ from before.
 *
 * Returns: %TRUE when it may
 */
gboolean
amb_change_touches (const AmbChange *self,
                    AmbTable         table)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (table < AMB_N_TABLES, FALSE);

  return self->everything || self->inserted[table] != NULL || self->updated[table] != NULL ||
         self->removed[table] != NULL;
}
