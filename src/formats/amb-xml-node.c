/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-xml-node.h"

/**
 * amb_xml_node_is_element:
 * @node: a node
 * @name_space: a namespace
 *
 * Tells whether a node is an element of a vocabulary.
 *
 * Returns: %TRUE when it is
 */
gboolean
amb_xml_node_is_element (xmlNode    *node,
                         const char *name_space)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL && xmlStrEqual (node->ns->href, (const xmlChar *) name_space);
}

/**
 * amb_xml_node_get_line:
 * @node: a node
 *
 * Gets the line on which a node begins.
 *
 * Returns: a line, counted from 1
 */
int
amb_xml_node_get_line (xmlNode *node)
{
  return (int) CLAMP (xmlGetLineNo (node), 0, G_MAXINT);
}

/**
 * amb_xml_node_get_text:
 * @node: (not nullable): an element or attribute
 *
 * Gets the text in it; that of elements within it too.
 *
 * Returns: (transfer full): UTF-8
 */
char *
amb_xml_node_get_text (xmlNode *node)
{
  xmlNode *child = node->children;
  xmlChar *content;
  char *text;

  if (child == NULL)
    return g_strdup ("");
  if (child->next == NULL && child->type == XML_TEXT_NODE)
    return g_strdup ((const char *) child->content);

  content = xmlNodeGetContent (node);
  text = g_strdup (content == NULL ? "" : (const char *) content);
  xmlFree (content);

  return text;
}

/**
 * amb_xml_node_find:
 * @node: an element
 * @attribute: a name without a namespace
 *
 * Finds an attribute.
 *
 * Returns: (nullable): the attribute, or %NULL when there is none
 */
xmlAttr *
amb_xml_node_find (xmlNode    *node,
                   const char *attribute)
{
  for (xmlAttr *candidate = node->properties; candidate != NULL; candidate = candidate->next)
    {
      if (candidate->ns == NULL && xmlStrEqual (candidate->name, (const xmlChar *) attribute))
        return candidate;
    }

  return NULL;
}
