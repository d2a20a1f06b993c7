/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-xml-fault.h"

#define MAX_DETAIL 200

/* libxml2 2.12 made the error constant. */
#if LIBXML_VERSION >= 21200
typedef const xmlError LibxmlError;
#else
typedef xmlError LibxmlError;
#endif

static char *
make_detail (const char *message)
{
  g_autofree char *valid = g_utf8_make_valid (message == NULL ? "" : message, -1);
  g_autofree char *start = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_DETAIL));

  g_strdelimit (start, "\n\r\t", ' ');

  return g_strdup (g_strstrip (start));
}

/* libxml2 2.9 gives bytes that are no UTF-8 the number of a character that may not stand in XML. */
static gboolean
is_encoding_fault (const LibxmlError *error)
{
  return error->code == XML_ERR_INVALID_ENCODING || error->domain == XML_FROM_I18N ||
         (error->domain == XML_FROM_IO && error->code == XML_IO_ENCODER) ||
         (error->code == XML_ERR_INVALID_CHAR && error->message != NULL && strstr (error->message, "UTF-8") != NULL);
}

static void
error_cb (void        *data,
          LibxmlError *error)
{
  AmbXmlFaults *faults = data;
  AmbXmlFault *fault = error->domain == XML_FROM_RELAXNGV ? &faults->schema : &faults->syntax;

  if (error->level < XML_ERR_ERROR || fault->detail != NULL)
    return;

  fault->line = error->line;
  fault->detail = make_detail (error->message);
  fault->is_encoding = is_encoding_fault (error);
}

/**
 * amb_xml_faults_watch:
 * @faults: where to keep what is found; must outlive @reader
 * @reader: a reader
 *
 * Keeps the first fault of each kind that a reader finds, instead of printing it.
 */
void
amb_xml_faults_watch (AmbXmlFaults  *faults,
                      xmlTextReader *reader)
{
  xmlTextReaderSetStructuredErrorHandler (reader, error_cb, faults);
}

/**
 * amb_xml_faults_clear:
 * @faults: the faults of a reader
 *
 * Forgets them all.
 */
void
amb_xml_faults_clear (AmbXmlFaults *faults)
{
  amb_xml_fault_clear (&faults->syntax);
  amb_xml_fault_clear (&faults->schema);
}

/**
 * amb_xml_fault_clear:
 * @fault: a fault
 *
 * Forgets it, so that the next of its kind is kept.
 */
void
amb_xml_fault_clear (AmbXmlFault *fault)
{
  g_clear_pointer (&fault->detail, g_free);
  fault->line = 0;
  fault->is_encoding = FALSE;
}
