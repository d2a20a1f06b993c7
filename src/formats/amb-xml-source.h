/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/**
 * AmbXmlLimits:
 * @total: bytes of the whole document
 * @step: bytes that libxml2 may ask for before [method@XmlSource.mark] is called again
 *
 * How much of a document from outside is read at most.
 */
typedef struct
{
  gint64 total;
  gint64 step;
} AmbXmlLimits;

typedef struct _AmbXmlSource AmbXmlSource;

AmbXmlSource    *amb_xml_source_new           (GInputStream *stream, const char *name, const AmbXmlLimits *limits,
                                               GError **error);
void             amb_xml_source_free          (AmbXmlSource *self);
xmlTextReader   *amb_xml_source_create_reader (AmbXmlSource *self, GError **error);
void             amb_xml_source_mark          (AmbXmlSource *self);
gint64           amb_xml_source_get_position  (AmbXmlSource *self);
gboolean         amb_xml_source_check         (AmbXmlSource *self, GError **error);
const char      *amb_xml_source_skip_prolog   (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmbXmlSource, amb_xml_source_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlTextReader, xmlFreeTextReader)

G_END_DECLS
