/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-database.h"

G_BEGIN_DECLS

/**
 * AmbJob:
 * @access: how it uses the database
 * @func: what it does; %NULL ends the thread that takes it
 * @data: for @func
 * @data_free: (nullable): frees @data
 * @result_free: (nullable): frees a result that nobody takes
 *
 * A job on its way to a thread of the database.
 */
typedef struct
{
  AmbAccess        access;
  AmbDatabaseFunc  func;
  gpointer         data;
  GDestroyNotify   data_free;
  GDestroyNotify   result_free;
} AmbJob;

void     amb_job_free   (AmbJob *self);
gpointer amb_job_run    (AmbJob *self, AmbConnection *connection, GCancellable *cancellable, GError **error);
void     amb_job_send   (GMainContext *context, GSourceFunc func, gpointer data, GDestroyNotify data_free);
void     amb_job_answer (GTask *task, gpointer result, GError *error);

G_END_DECLS
