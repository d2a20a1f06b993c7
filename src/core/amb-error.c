/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-error.h"

G_DEFINE_QUARK (amb-storage-error-quark, amb_storage_error)
G_DEFINE_QUARK (amb-format-error-quark, amb_format_error)
G_DEFINE_QUARK (amb-service-error-quark, amb_service_error)
