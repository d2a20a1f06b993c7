/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-storypack-builder.h"

#include "amb-time.h"
#include "amb-xml-node.h"

/* The schema has looked at the document before. What it cannot say (that a text is more than white space, that a date
 * is within the years that this program counts) is found out here, and what is missing is never trusted to be there. */

#define N_DESIRED_VALUE_TEXTS 3

static char *
read_value (xmlNode          *holder,
            AmbStorypackType  type)
{
  g_autofree char *text = amb_xml_node_get_text (holder);

  return amb_storypack_type_normalize (type, text);
}

static char *
read_attribute (xmlNode    *node,
                const char *name)
{
  xmlAttr *attribute = amb_xml_node_find (node, name);

  return attribute == NULL ? NULL : read_value ((xmlNode *) attribute, AMB_STORYPACK_LINE);
}

static gboolean
read_moment (xmlNode    *node,
             const char *name,
             gboolean    through_the_day,
             gint64     *moment)
{
  g_autofree char *text = read_attribute (node, name);

  *moment = text == NULL ? AMB_TIME_UNSET : amb_storypack_type_read_moment (text, through_the_day);

  return text == NULL || *moment != AMB_TIME_UNSET;
}

static gboolean
set_text (xmlNode                   *node,
          const AmbStorypackElement *element,
          AmbRecord                 *record,
          int                        field)
{
  g_autofree char *text = read_value (node, element->type);

  amb_record_set_text (record, field, text);

  return *text != '\0';
}

static void
set_attribute_texts (xmlNode                   *node,
                     const AmbStorypackElement *element,
                     AmbRecord                 *record)
{
  for (xmlAttr *given = node->properties; given != NULL; given = given->next)
    {
      const AmbStorypackAttribute *attribute = amb_storypack_find_attribute (element, (const char *) given->name);

      if (attribute != NULL && attribute->field >= 0)
        {
          g_autofree char *value = read_value ((xmlNode *) given, attribute->type);

          amb_record_set_text (record, attribute->field, value);
        }
    }
}

static gboolean
add_label (xmlNode                   *node,
           const AmbStorypackElement *element,
           AmbStory                  *story)
{
  g_autofree char *label = read_value (node, element->type);

  amb_story_add_label (story, element->field, label);

  return *label != '\0';
}

static gboolean
add_part (xmlNode                   *node,
          const AmbStorypackElement *element,
          AmbStory                  *story)
{
  AmbStoryPart *part = amb_story_part_new (element->field);
  gboolean complete = TRUE;
  gint64 time;

  amb_story_add_part (story, part);
  complete = read_moment (node, "date", FALSE, &time);
  amb_story_part_set_time (part, time);
  set_attribute_texts (node, element, AMB_RECORD (part));
  if (element->content >= 0)
    complete = set_text (node, element, AMB_RECORD (part), element->content) && complete;

  for (xmlNode *child = element->children == NULL ? NULL : node->children; child != NULL; child = child->next)
    {
      const AmbStorypackElement *found = NULL;

      if (child->type == XML_ELEMENT_NODE)
        found = amb_storypack_find_child (element, (const char *) child->name);
      if (found != NULL)
        complete = set_text (child, found, AMB_RECORD (part), found->field) && complete;
    }

  return complete;
}

static gboolean
add_children (xmlNode                   *node,
              const AmbStorypackElement *element,
              AmbStory                  *story)
{
  const AmbStorypackElement *expected = element->children;
  gboolean complete = TRUE;

  for (xmlNode *child = node->children; child != NULL && complete; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE)
        continue;

      while (expected->name != NULL && !xmlStrEqual (child->name, (const xmlChar *) expected->name))
        expected++;
      if (expected->name == NULL)
        return FALSE;

      if (expected->role == AMB_STORYPACK_ROLE_GROUP)
        complete = add_children (child, expected, story);
      else if (expected->role == AMB_STORYPACK_ROLE_LABEL)
        complete = add_label (child, expected, story);
      else if (expected->role == AMB_STORYPACK_ROLE_PART)
        complete = add_part (child, expected, story);
      else
        complete = set_text (child, expected, AMB_RECORD (story), expected->field);
      if (expected->role == AMB_STORYPACK_ROLE_TEXT)
        set_attribute_texts (child, expected, AMB_RECORD (story));
    }

  return complete;
}

static gboolean
set_validity (xmlNode  *node,
              AmbStory *story)
{
  g_autofree char *cleared = read_attribute (node, "cleared");
  gint64 from;
  gint64 until;

  if (!read_moment (node, "from", FALSE, &from) || !read_moment (node, "until", TRUE, &until))
    return FALSE;

  amb_story_set_usable_from (story, from);
  amb_story_set_usable_until (story, until);
  amb_story_set_cleared (story, cleared == NULL || *cleared == 't' || *cleared == '1');

  return TRUE;
}

static gboolean
set_kind (xmlNode  *node,
          AmbStory *story)
{
  g_autofree char *version = read_attribute (node, "version");
  g_autofree char *kind = read_attribute (node, "kind");
  g_autofree char *status = read_attribute (node, "status");
  int value = AMB_STORY_STATUS_CURRENT;

  if (version == NULL || (status != NULL && !amb_enum_from_nick (AMB_TYPE_STORY_STATUS, status, &value)))
    return FALSE;
  amb_story_set_status (story, value);
  amb_story_set_version (story, (int) g_ascii_strtoll (version, NULL, 10));

  if (!amb_enum_from_nick (AMB_TYPE_STORY_KIND, kind, &value))
    return FALSE;
  amb_story_set_kind (story, value);

  return TRUE;
}

/**
 * amb_storypack_build_story:
 * @node: the element of a story, with all that it holds
 * @language: (nullable): BCP 47: the language of the pack
 *
 * Makes a record of a story that the schema has accepted.
 *
 * Returns: (transfer full) (nullable): the story, or %NULL when something in it cannot be used
 */
AmbStory *
amb_storypack_build_story (xmlNode    *node,
                           const char *language)
{
  const AmbStorypackElement *element = amb_storypack_get_story ();
  g_autoptr (AmbStory) story = amb_story_new ();

  amb_story_set_text (story, AMB_STORY_LANGUAGE, language);
  set_attribute_texts (node, element, AMB_RECORD (story));
  if (!set_kind (node, story) || !set_validity (node, story) || !add_children (node, element, story))
    return NULL;
  if (amb_story_get_text (story, AMB_STORY_UID) == NULL || amb_story_get_text (story, AMB_STORY_TITLE) == NULL)
    return NULL;

  return g_steal_pointer (&story);
}

/**
 * amb_storypack_build_pack:
 * @node: the root element
 * @pack: the record to fill in
 *
 * Takes over what the attributes of the root element say.
 *
 * Returns: %TRUE unless something in it cannot be used
 */
gboolean
amb_storypack_build_pack (xmlNode *node,
                          AmbPack *pack)
{
  gint64 updated_at;

  if (!read_moment (node, "updated", FALSE, &updated_at))
    return FALSE;

  amb_pack_set_updated_at (pack, updated_at);
  set_attribute_texts (node, amb_storypack_get_root (), AMB_RECORD (pack));

  return TRUE;
}

static gboolean
add_desired_value (xmlNode                   *node,
                   const AmbStorypackElement *element,
                   AmbPack                   *pack)
{
  char *texts[N_DESIRED_VALUE_TEXTS] = { NULL };
  gboolean complete = TRUE;

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      const AmbStorypackElement *found = NULL;

      if (child->type == XML_ELEMENT_NODE)
        found = amb_storypack_find_child (element, (const char *) child->name);
      if (found == NULL)
        continue;

      g_free (texts[found->field]);
      texts[found->field] = read_value (child, found->type);
      complete = complete && *texts[found->field] != '\0';
    }

  complete = complete && texts[0] != NULL;
  if (complete)
    amb_pack_add_desired_value (pack, texts[0], texts[1], texts[2]);
  for (guint i = 0; i < N_DESIRED_VALUE_TEXTS; i++)
    g_free (texts[i]);

  return complete;
}

/**
 * amb_storypack_build_pack_part:
 * @node: an element that stands before the stories, with all that it holds
 * @element: what it is
 * @pack: the record to fill in
 *
 * Takes over what stands before the stories.
 *
 * Returns: %TRUE unless something in it cannot be used
 */
gboolean
amb_storypack_build_pack_part (xmlNode                   *node,
                               const AmbStorypackElement *element,
                               AmbPack                   *pack)
{
  if (element->role == AMB_STORYPACK_ROLE_DESIRED_VALUE)
    return add_desired_value (node, element, pack);

  set_attribute_texts (node, element, AMB_RECORD (pack));

  return set_text (node, element, AMB_RECORD (pack), element->field);
}
