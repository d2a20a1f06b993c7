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
 * amb_xml_node_is_ignorable:
 * @node: a node
 *
 * Tells whether a node means nothing where only elements may stand: white space, a comment, a processing instruction.
 *
 * Returns: %TRUE when it does
 */
gboolean
amb_xml_node_is_ignorable (xmlNode *node)
{
  switch ((int) node->type)
    {
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE:
      return xmlIsBlankNode (node);
    case XML_COMMENT_NODE:
    case XML_PI_NODE:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * amb_xml_node_has_elements:
 * @node: an element or attribute
 *
 * Tells whether there is more in a node than text.
 *
 * Returns: %TRUE when there is
 */
gboolean
amb_xml_node_has_elements (xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_ELEMENT_NODE)
        return TRUE;
    }

  return FALSE;
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
 * @node: an element or attribute
 * @copy: (out) (transfer full) (nullable): what to free after use
 *
 * Gets the text in a node; that of elements within it too. It is copied only when it stands there in pieces.
 *
 * Returns: (transfer none): UTF-8
 */
const char *
amb_xml_node_get_text (xmlNode  *node,
                       char    **copy)
{
  xmlNode *child = node->children;
  xmlChar *content;

  *copy = NULL;
  if (child == NULL)
    return "";
  if (child->next == NULL && (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE))
    return (const char *) child->content;

  content = xmlNodeGetContent (node);
  *copy = g_strdup (content == NULL ? "" : (const char *) content);
  xmlFree (content);

  return *copy;
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
