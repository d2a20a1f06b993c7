/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

gboolean    amb_xml_node_is_element   (xmlNode *node, const char *name_space);
gboolean    amb_xml_node_is_ignorable (xmlNode *node);
gboolean    amb_xml_node_has_elements (xmlNode *node);
int         amb_xml_node_get_line     (xmlNode *node);
const char *amb_xml_node_get_text     (xmlNode *node, char **copy);
xmlAttr    *amb_xml_node_find         (xmlNode *node, const char *attribute);

G_END_DECLS
