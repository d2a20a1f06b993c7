/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _AmbWriteLock AmbWriteLock;

AmbWriteLock *amb_write_lock_new     (const char *database_path);
void          amb_write_lock_free    (AmbWriteLock *self);
gboolean      amb_write_lock_acquire (AmbWriteLock *self, GCancellable *cancellable, GError **error);
void          amb_write_lock_release (AmbWriteLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbWriteLock, amb_write_lock_free)

G_END_DECLS
