/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-storypack-builder.h"

#include "amb-time.h"
#include "amb-xml-node.h"

/* libxml2 validates an element only when the reader moves past it, and then it is gone. So nothing here is trusted to be
 * as the schema wants it: what is not makes no record, and amb-storypack-inspector.c says why. */

#define N_DESIRED_VALUE_TEXTS 3

typedef gboolean (*TakeFunc) (xmlNode *node, const AmbStorypackElement *element, gpointer data);

typedef struct
{
  AmbStory  *story;
  GTimeZone *zone;
} StoryBuilder;

/* Gets the value, or NULL when it is not of the type. */
static char *
read_value (xmlNode          *holder,
            AmbStorypackType  type)
{
  g_autofree char *copy = NULL;
  g_autofree char *value = NULL;

  if (amb_xml_node_has_elements (holder))
    return NULL;

  value = amb_storypack_type_normalize (type, amb_xml_node_get_text (holder, &copy));

  return amb_storypack_type_accepts (type, value) ? g_steal_pointer (&value) : NULL;
}

static char *
read_attribute (xmlNode    *node,
                const char *name)
{
  xmlAttr *attribute = amb_xml_node_find (node, name);

  return attribute == NULL ? NULL : read_value ((xmlNode *) attribute, AMB_STORYPACK_ANYTHING);
}

static gint64
read_moment (xmlNode    *node,
             const char *name,
             gboolean    through_the_day,
             GTimeZone  *zone)
{
  g_autofree char *text = read_attribute (node, name);

  return text == NULL ? AMB_TIME_UNSET : amb_storypack_type_read_moment (text, through_the_day, zone);
}

static gboolean
take_text (xmlNode                   *node,
           const AmbStorypackElement *element,
           AmbRecord                 *record,
           int                        field)
{
  g_autofree char *text = read_value (node, element->type);

  amb_record_set_text (record, field, text);

  return text != NULL;
}

static gboolean
has_required_attributes (xmlNode                   *node,
                         const AmbStorypackElement *element)
{
  for (const AmbStorypackAttribute *attribute = element->attributes; attribute != NULL && attribute->name != NULL; attribute++)
    {
      if (attribute->required && amb_xml_node_find (node, attribute->name) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Takes over those that are texts, and looks at all of them. */
static gboolean
take_attributes (xmlNode                   *node,
                 const AmbStorypackElement *element,
                 AmbRecord                 *record)
{
  for (xmlAttr *given = node->properties; given != NULL; given = given->next)
    {
      const AmbStorypackAttribute *attribute = amb_storypack_find_attribute (element, (const char *) given->name);
      g_autofree char *value = NULL;

      if (attribute == NULL || given->ns != NULL)
        return FALSE;

      value = read_value ((xmlNode *) given, attribute->type);
      if (value == NULL)
        return FALSE;
      if (attribute->field >= 0)
        amb_record_set_text (record, attribute->field, value);
    }

  return has_required_attributes (node, element);
}

/* Goes through the elements in a node, which stand in the order of the vocabulary. */
static gboolean
take_children (xmlNode                   *node,
               const AmbStorypackElement *element,
               TakeFunc                   take,
               gpointer                   data)
{
  const AmbStorypackElement *expected = element->children;

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (amb_xml_node_is_ignorable (child))
        continue;
      if (!amb_xml_node_is_element (child, AMB_STORYPACK_NAMESPACE))
        return FALSE;

      while (expected->name != NULL && !xmlStrEqual (child->name, (const xmlChar *) expected->name))
        {
          if (expected->required)
            return FALSE;
          expected++;
        }
      if (expected->name == NULL || !take (child, expected, data))
        return FALSE;
      if (!expected->many)
        expected++;
    }

  while (expected->name != NULL && !expected->required)
    expected++;

  return expected->name == NULL;
}

static gboolean
take_part_child (xmlNode                   *node,
                 const AmbStorypackElement *element,
                 gpointer                   part)
{
  return node->properties == NULL && take_text (node, element, part, element->field);
}

static gboolean
add_part (xmlNode                   *node,
          const AmbStorypackElement *element,
          StoryBuilder              *builder)
{
  AmbStoryPart *part = amb_story_part_new (element->field);

  amb_story_add_part (builder->story, part);
  if (!take_attributes (node, element, AMB_RECORD (part)))
    return FALSE;

  amb_story_part_set_time (part, read_moment (node, "date", FALSE, builder->zone));
  if (element->children != NULL)
    return take_children (node, element, take_part_child, part);

  return take_text (node, element, AMB_RECORD (part), element->content);
}

static gboolean
add_label (xmlNode                   *node,
           const AmbStorypackElement *element,
           AmbStory                  *story)
{
  g_autofree char *label = read_value (node, element->type);

  if (label == NULL || node->properties != NULL)
    return FALSE;

  amb_story_add_label (story, element->field, label);

  return TRUE;
}

static gboolean
take_story_child (xmlNode                   *node,
                  const AmbStorypackElement *element,
                  gpointer                   data)
{
  StoryBuilder *builder = data;
  AmbRecord *record = AMB_RECORD (builder->story);

  switch (element->role)
    {
    case AMB_STORYPACK_ROLE_GROUP:
      return node->properties == NULL && take_children (node, element, take_story_child, builder);
    case AMB_STORYPACK_ROLE_TEXT:
      return take_attributes (node, element, record) && take_text (node, element, record, element->field);
    case AMB_STORYPACK_ROLE_LABEL:
      return add_label (node, element, builder->story);
    case AMB_STORYPACK_ROLE_PART:
      return add_part (node, element, builder);
    case AMB_STORYPACK_ROLE_DESIRED_VALUE:
    case AMB_STORYPACK_ROLE_STORY:
      return FALSE;
    }

  return FALSE;
}

static void
set_kind (xmlNode  *node,
          AmbStory *story)
{
  g_autofree char *version = read_attribute (node, "version");
  g_autofree char *kind = read_attribute (node, "kind");
  g_autofree char *status = read_attribute (node, "status");
  int value;

  amb_story_set_version (story, (int) g_ascii_strtoll (version, NULL, 10));
  if (amb_enum_from_nick (AMB_TYPE_STORY_KIND, kind, &value))
    amb_story_set_kind (story, value);
  if (amb_enum_from_nick (AMB_TYPE_STORY_STATUS, status, &value))
    amb_story_set_status (story, value);
}

static void
set_validity (xmlNode   *node,
              AmbStory  *story,
              GTimeZone *zone)
{
  g_autofree char *cleared = read_attribute (node, "cleared");

  amb_story_set_usable_from (story, read_moment (node, "from", FALSE, zone));
  amb_story_set_usable_until (story, read_moment (node, "until", TRUE, zone));
  amb_story_set_cleared (story, cleared == NULL || *cleared == 't' || *cleared == '1');
}

/**
 * amb_storypack_build_story:
 * @node: the element of a story, with all that it holds
 * @language: (nullable): BCP 47: the language of the pack
 * @zone: the zone of times that name none
 *
 * Makes a record of a story.
 *
 * Returns: (transfer full) (nullable): the story, or %NULL when something in it is not as it should be
 */
AmbStory *
amb_storypack_build_story (xmlNode    *node,
                           const char *language,
                           GTimeZone  *zone)
{
  const AmbStorypackElement *element = amb_storypack_get_story ();
  g_autoptr (AmbStory) story = amb_story_new ();
  StoryBuilder builder = { story, zone };

  amb_story_set_text (story, AMB_STORY_LANGUAGE, language);
  if (!take_attributes (node, element, AMB_RECORD (story)))
    return NULL;

  set_kind (node, story);
  set_validity (node, story, zone);

  return take_children (node, element, take_story_child, &builder) ? g_steal_pointer (&story) : NULL;
}

/**
 * amb_storypack_build_pack:
 * @node: the root element
 * @pack: the record to fill in
 * @zone: the zone of times that name none
 *
 * Takes over what the attributes of the root element say.
 *
 * Returns: %TRUE unless something in it is not as it should be
 */
gboolean
amb_storypack_build_pack (xmlNode   *node,
                          AmbPack   *pack,
                          GTimeZone *zone)
{
  if (!take_attributes (node, amb_storypack_get_root (), AMB_RECORD (pack)))
    return FALSE;

  amb_pack_set_updated_at (pack, read_moment (node, "updated", FALSE, zone));

  return TRUE;
}

static gboolean
take_desired_value_child (xmlNode                   *node,
                          const AmbStorypackElement *element,
                          gpointer                   texts)
{
  char **text = (char **) texts + element->field;

  *text = read_value (node, element->type);

  return *text != NULL && node->properties == NULL;
}

static gboolean
add_desired_value (xmlNode                   *node,
                   const AmbStorypackElement *element,
                   AmbPack                   *pack)
{
  char *texts[N_DESIRED_VALUE_TEXTS] = { NULL };
  gboolean complete = node->properties == NULL && take_children (node, element, take_desired_value_child, texts);

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
 * Returns: %TRUE unless something in it is not as it should be
 */
gboolean
amb_storypack_build_pack_part (xmlNode                   *node,
                               const AmbStorypackElement *element,
                               AmbPack                   *pack)
{
  if (element->role == AMB_STORYPACK_ROLE_DESIRED_VALUE)
    return add_desired_value (node, element, pack);

  return take_attributes (node, element, AMB_RECORD (pack)) && take_text (node, element, AMB_RECORD (pack), element->field);
}
