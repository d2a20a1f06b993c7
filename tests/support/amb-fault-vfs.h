/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmbFault:
 * @AMB_FAULT_NONE: nothing goes wrong
 * @AMB_FAULT_FULL: the disk is full from the chosen operation on
 * @AMB_FAULT_IO: the disk fails from the chosen operation on
 * @AMB_FAULT_READ: the chosen read fails; everything after it goes well
 * @AMB_FAULT_KILL: the process dies at the chosen operation, half way through its write
 *
 * What goes wrong.
 */
typedef enum
{
  AMB_FAULT_NONE,
  AMB_FAULT_FULL,
  AMB_FAULT_IO,
  AMB_FAULT_READ,
  AMB_FAULT_KILL,
} AmbFault;

void  amb_fault_vfs_install (void);
void  amb_fault_vfs_arm     (AmbFault fault, guint operation);
guint amb_fault_vfs_count   (void);

G_END_DECLS
