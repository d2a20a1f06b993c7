/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AmbTable:
 *
 * A table whose changes are published.
 */
typedef enum
{
  AMB_TABLE_STORY,
  AMB_TABLE_DRAFT,
  AMB_TABLE_ENTRY,
  AMB_TABLE_HEARD,
  AMB_TABLE_PROFILE,
  AMB_TABLE_CHANNEL,
  AMB_TABLE_SETTING,
  AMB_TABLE_SOURCE,
  AMB_N_TABLES
} AmbTable;

/**
 * AmbChange:
 * @everything: another program wrote: every table may differ, and no ids are known
 * @inserted: (element-type gint64) (array fixed-size=8): ids of new rows, by table; %NULL where there are none
 * @updated: (element-type gint64): ids of changed rows, soft deletion among them
 * @removed: (element-type gint64): ids of rows that are gone
 *
 * What one transaction changed.
 */
typedef struct
{
  gatomicrefcount ref_count;
  gboolean        everything;
  GArray         *inserted[AMB_N_TABLES];
  GArray         *updated[AMB_N_TABLES];
  GArray         *removed[AMB_N_TABLES];
} AmbChange;

#define AMB_TYPE_CHANGE (amb_change_get_type ())
GType      amb_change_get_type (void);
AmbChange *amb_change_new      (void);
AmbChange *amb_change_ref      (AmbChange *self);
void       amb_change_unref    (AmbChange *self);
gboolean   amb_change_is_empty (const AmbChange *self);
gboolean   amb_change_touches  (const AmbChange *self, AmbTable table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbChange, amb_change_unref)

G_END_DECLS
