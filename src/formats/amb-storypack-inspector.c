/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-storypack-inspector.h"

#include <glib/gi18n-lib.h>

#include "amb-xml-node.h"

/* libxml2 says that a pack is not valid, in words that its maker cannot do much with. This says what is wrong with it. */

static void
inspect_value (const char       *name,
               AmbStorypackType  type,
               xmlNode          *holder,
               int               line,
               GPtrArray        *problems)
{
  g_autofree char *copy = NULL;
  g_autofree char *value = amb_storypack_type_normalize (type, amb_xml_node_get_text (holder, &copy));

  if (amb_storypack_type_accepts (type, value))
    return;

  if (*value == '\0')
    amb_storypack_problems_add (problems, line, _("“%s” is empty."), name);
  else
    /* Translators: the first is the name of a part of the file, the second says what belongs there: “one line of 1 to 500
     * characters” */
    amb_storypack_problems_add (problems, line, _("“%s” does not hold what belongs there: %s."), name,
                                amb_storypack_type_describe (type));
}

static void
inspect_text (xmlNode                   *node,
              const AmbStorypackElement *element,
              GPtrArray                 *problems)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_ELEMENT_NODE)
        {
          amb_storypack_problems_add (problems, amb_xml_node_get_line (child), _("“%s” can’t be inside “%s”, which is plain text."),
                                      (const char *) child->name, element->name);
          return;
        }
    }

  inspect_value (element->name, element->type, node, amb_xml_node_get_line (node), problems);
}

static void
inspect_children (xmlNode                   *node,
                  const AmbStorypackElement *element,
                  GPtrArray                 *problems)
{
  guint seen = 0;

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      const AmbStorypackElement *found;

      if (amb_xml_node_is_ignorable (child))
        continue;

      found = amb_storypack_inspect_place (child, element, &seen, problems);
      if (found != NULL)
        amb_storypack_inspect (child, found, problems);
    }
  amb_storypack_inspect_missing (amb_xml_node_get_line (node), element, seen, problems);
}

/**
 * amb_storypack_inspect:
 * @node: an element of the document with all that it holds
 * @element: what it should be
 * @problems: (element-type AmbStorypackProblem): where to add what is wrong
 *
 * Finds everything that is wrong with an element and what stands in it.
 */
void
amb_storypack_inspect (xmlNode                   *node,
                       const AmbStorypackElement *element,
                       GPtrArray                 *problems)
{
  amb_storypack_inspect_attributes (node, element, problems);

  if (element->children != NULL)
    inspect_children (node, element, problems);
  else
    inspect_text (node, element, problems);
}

/**
 * amb_storypack_inspect_attributes:
 * @node: an element of the document
 * @element: what it should be
 * @problems: (element-type AmbStorypackProblem): where to add what is wrong
 *
 * Finds what is wrong with the attributes of an element.
 */
void
amb_storypack_inspect_attributes (xmlNode                   *node,
                                  const AmbStorypackElement *element,
                                  GPtrArray                 *problems)
{
  int line = amb_xml_node_get_line (node);

  for (xmlAttr *given = node->properties; given != NULL; given = given->next)
    {
      const AmbStorypackAttribute *attribute = amb_storypack_find_attribute (element, (const char *) given->name);

      if (attribute == NULL || given->ns != NULL)
        amb_storypack_problems_add (problems, line, _("“%s” has an attribute “%s”, which is not known there."),
                                    element->name, (const char *) given->name);
      else
        inspect_value (attribute->name, attribute->type, (xmlNode *) given, line, problems);
    }

  for (const AmbStorypackAttribute *attribute = element->attributes; attribute != NULL && attribute->name != NULL; attribute++)
    {
      if (attribute->required && amb_xml_node_find (node, attribute->name) == NULL)
        amb_storypack_problems_add (problems, line, _("“%s” has no attribute “%s”."), element->name, attribute->name);
    }
}

static void
note_place (int                        line,
            const AmbStorypackElement *parent,
            const AmbStorypackElement *found,
            guint                     *seen,
            GPtrArray                 *problems)
{
  guint bit = 1u << (found - parent->children);

  if ((*seen & bit) != 0 && !found->many)
    amb_storypack_problems_add (problems, line, _("“%s” is there twice."), found->name);
  else if (*seen >= bit << 1)
    amb_storypack_problems_add (problems, line, _("“%s” comes too late: it belongs before “%s”."), found->name,
                                parent->children[g_bit_nth_msf (*seen, -1)].name);

  *seen |= bit;
}

/**
 * amb_storypack_inspect_place:
 * @node: a node of the document
 * @parent: what it stands in
 * @seen: (inout): which of the children of @parent stand before it, a bit each; 0 for the first
 * @problems: (element-type AmbStorypackProblem): where to add what is wrong
 *
 * Finds out what a node is and whether it may stand where it stands.
 *
 * Returns: (nullable): what it is, or %NULL when it is nothing known
 */
const AmbStorypackElement *
amb_storypack_inspect_place (xmlNode                   *node,
                             const AmbStorypackElement *parent,
                             guint                     *seen,
                             GPtrArray                 *problems)
{
  const AmbStorypackElement *found = NULL;
  int line = amb_xml_node_get_line (node);

  if (node->type != XML_ELEMENT_NODE)
    {
      amb_storypack_problems_add (problems, line, _("There is text in “%s” outside of its parts."), parent->name);
      return NULL;
    }

  if (amb_xml_node_is_element (node, AMB_STORYPACK_NAMESPACE))
    found = amb_storypack_find_child (parent, (const char *) node->name);

  if (found == NULL)
    amb_storypack_problems_add (problems, line, _("“%s” is not known within “%s”."), (const char *) node->name, parent->name);
  else
    note_place (line, parent, found, seen, problems);

  return found;
}

/**
 * amb_storypack_inspect_missing:
 * @line: where @parent begins
 * @parent: an element
 * @seen: which of its children there are, as [func@storypack_inspect_place] noted them
 * @problems: (element-type AmbStorypackProblem): where to add what is wrong
 *
 * Finds what must stand in an element and does not.
 */
void
amb_storypack_inspect_missing (int                        line,
                               const AmbStorypackElement *parent,
                               guint                      seen,
                               GPtrArray                 *problems)
{
  for (guint i = 0; parent->children[i].name != NULL; i++)
    {
      if (parent->children[i].required && (seen & (1u << i)) == 0)
        amb_storypack_problems_add (problems, line, _("“%s” has no “%s”."), parent->name, parent->children[i].name);
    }
}
