/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-database.h"

G_BEGIN_DECLS

#define AMB_DATABASE_N_READERS 2

struct _AmbDatabase
{
  GObject       parent_instance;

  /* Owned */
  char         *path;
  AmbClock     *clock;
  GMainContext *context;
  GAsyncQueue  *writes;
  GAsyncQueue  *reads;
  GThread      *writer;
  GThread      *readers[AMB_DATABASE_N_READERS];
  GTask        *last;     /* ends the writing thread, when those that read have ended */
  GPtrArray    *closings; /* GTask: who waits until it is closed */
  GFileMonitor *monitor;
  GError       *error;
  AmbDatabase  *before;   /* closes before this one opens */

  GMutex        mutex;
  GCond         changed;
  gboolean      writer_tried;
  gboolean      ended;

  gint64        data_version; /* of the writing thread */
  gint64        close_time;   /* monotonic */
  gint          unclean;
  gint          remote;
  gint          n_reading;    /* threads */
  gint          closed;
  gboolean      ready;
  gboolean      look_queued;
};

void amb_database_publish       (AmbDatabase *self, AmbChange *change);
void amb_database_start_threads (AmbDatabase *self);
void amb_database_end_threads   (AmbDatabase *self, GAsyncReadyCallback callback);
void amb_database_join_threads  (AmbDatabase *self);

G_END_DECLS
