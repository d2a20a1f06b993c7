/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-storypack-schema.h"

#include <gio/gio.h>

#include "amb-formats-resources.h"

#define SCHEMA_PATH "/io/github/ambassadortoolkit/Ambassador/formats/storypack.rng"

/**
 * amb_storypack_schema_new:
 *
 * Compiles the RELAX NG schema of the story pack, which takes a millisecond. libxml2 does not promise that a compiled
 * schema can be shared between threads, so each reader has its own; while one is compiled the tables of data types that
 * the library keeps for the process are made, so that happens in one thread at a time. May be called from any thread.
 *
 * Returns: (transfer full): the schema
 */
xmlRelaxNG *
amb_storypack_schema_new (void)
{
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);
  g_autoptr (GBytes) source = NULL;
  xmlRelaxNGParserCtxt *context;
  xmlRelaxNG *schema;
  gsize size;
  const char *text;

  xmlInitParser ();
  source = g_resource_lookup_data (amb_formats_get_resource (), SCHEMA_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  text = g_bytes_get_data (source, &size);
  context = xmlRelaxNGNewMemParserCtxt (text, size);
  schema = xmlRelaxNGParse (context);
  xmlRelaxNGFreeParserCtxt (context);
  g_assert (schema != NULL);

  return schema;
}
