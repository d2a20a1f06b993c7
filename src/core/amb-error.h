/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AmbStorageError:
 * @AMB_STORAGE_ERROR_FAILED: the disk or SQLite said no
 * @AMB_STORAGE_ERROR_BUSY: another program is writing
 * @AMB_STORAGE_ERROR_FULL: the disk is full
 * @AMB_STORAGE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @AMB_STORAGE_ERROR_NOT_OURS: the file is no Ambassador database
 * @AMB_STORAGE_ERROR_TOO_NEW: a newer version wrote the file
 * @AMB_STORAGE_ERROR_DAMAGED: the file is damaged
 * @AMB_STORAGE_ERROR_NOT_FOUND: no such row
 * @AMB_STORAGE_ERROR_CLOSED: the database is closed
 * @AMB_STORAGE_ERROR_TOO_OLD: an older version wrote the file, and it was not brought to the newest form yet
 * @AMB_STORAGE_ERROR_EMPTY: the file holds nothing any more
 *
 * What can go wrong in the storage layer. The message says what, where and what to do.
 */
typedef enum
{
  AMB_STORAGE_ERROR_FAILED,
  AMB_STORAGE_ERROR_BUSY,
  AMB_STORAGE_ERROR_FULL,
  AMB_STORAGE_ERROR_READ_ONLY,
  AMB_STORAGE_ERROR_NOT_OURS,
  AMB_STORAGE_ERROR_TOO_NEW,
  AMB_STORAGE_ERROR_DAMAGED,
  AMB_STORAGE_ERROR_NOT_FOUND,
  AMB_STORAGE_ERROR_CLOSED,
  AMB_STORAGE_ERROR_TOO_OLD,
  AMB_STORAGE_ERROR_EMPTY,
} AmbStorageError;

#define AMB_STORAGE_ERROR (amb_storage_error_quark ())
GQuark amb_storage_error_quark (void);

/**
 * AmbFormatError:
 * @AMB_FORMAT_ERROR_UNKNOWN: the content is of no known format
 * @AMB_FORMAT_ERROR_MALFORMED: the bytes break the rules of their syntax (XML, zip, UTF-8)
 * @AMB_FORMAT_ERROR_INVALID: well-formed, but not what the schema asks
 * @AMB_FORMAT_ERROR_TOO_LARGE: beyond a cap on size, depth, count or ratio
 * @AMB_FORMAT_ERROR_UNSAFE: a path that leaves the archive, a document type, an external entity
 * @AMB_FORMAT_ERROR_UNSUPPORTED: a version of the format that is not known here
 *
 * What can be wrong with a file from outside. The message names file, line and what to do.
 */
typedef enum
{
  AMB_FORMAT_ERROR_UNKNOWN,
  AMB_FORMAT_ERROR_MALFORMED,
  AMB_FORMAT_ERROR_INVALID,
  AMB_FORMAT_ERROR_TOO_LARGE,
  AMB_FORMAT_ERROR_UNSAFE,
  AMB_FORMAT_ERROR_UNSUPPORTED,
} AmbFormatError;

#define AMB_FORMAT_ERROR (amb_format_error_quark ())
GQuark amb_format_error_quark (void);

/**
 * AmbServiceError:
 * @AMB_SERVICE_ERROR_INVALID: what was asked makes no sense, and the message says why
 * @AMB_SERVICE_ERROR_NOT_RECOVERED: what was written before an unclean end is kept, but could not be brought back
 * @AMB_SERVICE_ERROR_NOT_KEPT: what is being written stands on the screen only
 *
 * What can go wrong in a verb of the services layer beyond storage and formats.
 */
typedef enum
{
  AMB_SERVICE_ERROR_INVALID,
  AMB_SERVICE_ERROR_NOT_RECOVERED,
  AMB_SERVICE_ERROR_NOT_KEPT,
} AmbServiceError;

#define AMB_SERVICE_ERROR (amb_service_error_quark ())
GQuark amb_service_error_quark (void);

G_END_DECLS
