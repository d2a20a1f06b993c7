/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/**
 * AmbXmlFault:
 * @line: counted from 1
 * @detail: (nullable): what libxml2 says of it, in English, or %NULL when there is no fault
 * @is_encoding: whether it is about the encoding of the text
 *
 * The first thing that libxml2 found wrong.
 */
typedef struct
{
  int      line;
  char    *detail;
  gboolean is_encoding;
} AmbXmlFault;

/**
 * AmbXmlFaults:
 * @syntax: what makes it no XML
 * @schema: what the schema does not allow
 *
 * What libxml2 found wrong with a document.
 */
typedef struct
{
  AmbXmlFault syntax;
  AmbXmlFault schema;
} AmbXmlFaults;

void amb_xml_faults_watch (AmbXmlFaults *faults, xmlTextReader *reader);
void amb_xml_faults_clear (AmbXmlFaults *faults);
void amb_xml_fault_clear  (AmbXmlFault *fault);

G_END_DECLS
