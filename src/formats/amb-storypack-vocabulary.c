/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-storypack-vocabulary.h"

#include "amb-pack.h"
#include "amb-story.h"

/* The tables say what storypack.rnc says; a test keeps the two together. */

#define NO_FIELD (-1)
#define REQUIRED TRUE
#define OPTIONAL FALSE
#define ONE FALSE
#define MANY TRUE

#define GROUP(name, required, many, children) \
  { name, AMB_STORYPACK_ROLE_GROUP, AMB_STORYPACK_NOTHING, required, many, NO_FIELD, NO_FIELD, NULL, children }
#define TEXT(name, type, required, field, attributes) \
  { name, AMB_STORYPACK_ROLE_TEXT, type, required, ONE, field, NO_FIELD, attributes, NULL }
#define LABEL(name, type, kind) \
  { name, AMB_STORYPACK_ROLE_LABEL, type, OPTIONAL, MANY, kind, NO_FIELD, NULL, NULL }
#define PART(name, type, kind, content, attributes, children) \
  { name, AMB_STORYPACK_ROLE_PART, type, OPTIONAL, MANY, kind, content, attributes, children }
#define END { NULL, 0, 0, FALSE, FALSE, 0, 0, NULL, NULL }
#define END_ATTRIBUTE { NULL, 0, FALSE, 0 }

static const AmbStorypackAttribute pack_contact_attributes[] = {
  { "address", AMB_STORYPACK_ADDRESS, OPTIONAL, AMB_PACK_CONTACT_ADDRESS },
  END_ATTRIBUTE
};

static const AmbStorypackAttribute story_contact_attributes[] = {
  { "address", AMB_STORYPACK_ADDRESS, OPTIONAL, AMB_STORY_CONTACT_ADDRESS },
  END_ATTRIBUTE
};

static const AmbStorypackAttribute proof_attributes[] = {
  { "date", AMB_STORYPACK_DATE, OPTIONAL, NO_FIELD },
  { "href", AMB_STORYPACK_ADDRESS, OPTIONAL, AMB_STORY_PART_ADDRESS },
  END_ATTRIBUTE
};

static const AmbStorypackAttribute role_attributes[] = {
  { "name", AMB_STORYPACK_LINE, REQUIRED, AMB_STORY_PART_NAME },
  END_ATTRIBUTE
};

static const AmbStorypackAttribute variant_attributes[] = {
  { "channel", AMB_STORYPACK_IDENTIFIER, REQUIRED, AMB_STORY_PART_NAME },
  { "language", AMB_STORYPACK_LANGUAGE, OPTIONAL, AMB_STORY_PART_LANGUAGE },
  END_ATTRIBUTE
};

static const AmbStorypackAttribute link_attributes[] = {
  { "href", AMB_STORYPACK_ADDRESS, REQUIRED, AMB_STORY_PART_ADDRESS },
  END_ATTRIBUTE
};

static const AmbStorypackAttribute media_attributes[] = {
  { "file", AMB_STORYPACK_FILE, REQUIRED, AMB_STORY_PART_NAME },
  { "credit", AMB_STORYPACK_ANYTHING, OPTIONAL, AMB_STORY_PART_NOTE },
  END_ATTRIBUTE
};

static const AmbStorypackAttribute story_attributes[] = {
  { "id", AMB_STORYPACK_IDENTIFIER, REQUIRED, AMB_STORY_UID },
  { "version", AMB_STORYPACK_COUNT, REQUIRED, NO_FIELD },
  { "kind", AMB_STORYPACK_KIND, REQUIRED, NO_FIELD },
  { "status", AMB_STORYPACK_STATUS, OPTIONAL, NO_FIELD },
  { "language", AMB_STORYPACK_LANGUAGE, OPTIONAL, AMB_STORY_LANGUAGE },
  { "from", AMB_STORYPACK_MOMENT, OPTIONAL, NO_FIELD },
  { "until", AMB_STORYPACK_MOMENT, OPTIONAL, NO_FIELD },
  { "cleared", AMB_STORYPACK_BOOLEAN, OPTIONAL, NO_FIELD },
  END_ATTRIBUTE
};

static const AmbStorypackAttribute pack_attributes[] = {
  { "version", AMB_STORYPACK_FORMAT, REQUIRED, NO_FIELD },
  { "id", AMB_STORYPACK_IDENTIFIER, REQUIRED, AMB_PACK_UID },
  { "language", AMB_STORYPACK_LANGUAGE, REQUIRED, AMB_PACK_LANGUAGE },
  { "updated", AMB_STORYPACK_MOMENT, OPTIONAL, NO_FIELD },
  END_ATTRIBUTE
};

static const AmbStorypackElement question_children[] = {
  TEXT ("ask", AMB_STORYPACK_PROSE, REQUIRED, AMB_STORY_PART_NAME, NULL),
  TEXT ("answer", AMB_STORYPACK_PROSE, REQUIRED, AMB_STORY_PART_TEXT, NULL),
  END
};

static const AmbStorypackElement talk_children[] = {
  TEXT ("spoken", AMB_STORYPACK_PROSE, REQUIRED, AMB_STORY_SPOKEN, NULL),
  PART ("question", AMB_STORYPACK_NOTHING, AMB_STORY_PART_QUESTION, NO_FIELD, NULL, question_children),
  END
};

static const AmbStorypackElement desired_value_children[] = {
  TEXT ("name", AMB_STORYPACK_LINE, REQUIRED, 0, NULL),
  TEXT ("meaning", AMB_STORYPACK_PROSE, OPTIONAL, 1, NULL),
  TEXT ("behaviour", AMB_STORYPACK_PROSE, OPTIONAL, 2, NULL),
  END
};

static const AmbStorypackElement story_children[] = {
  TEXT ("title", AMB_STORYPACK_LINE, REQUIRED, AMB_STORY_TITLE, NULL),
  TEXT ("message", AMB_STORYPACK_PROSE, REQUIRED, AMB_STORY_MESSAGE, NULL),
  TEXT ("body", AMB_STORYPACK_PROSE, OPTIONAL, AMB_STORY_BODY, NULL),
  TEXT ("why", AMB_STORYPACK_PROSE, OPTIONAL, AMB_STORY_WHY, NULL),
  TEXT ("avoid", AMB_STORYPACK_PROSE, OPTIONAL, AMB_STORY_AVOID, NULL),
  TEXT ("disclosure", AMB_STORYPACK_LINE, OPTIONAL, AMB_STORY_DISCLOSURE, NULL),
  TEXT ("contact", AMB_STORYPACK_LINE, OPTIONAL, AMB_STORY_CONTACT, story_contact_attributes),
  LABEL ("theme", AMB_STORYPACK_LINE, AMB_STORY_LABEL_THEME),
  LABEL ("value", AMB_STORYPACK_LINE, AMB_STORY_LABEL_VALUE),
  LABEL ("audience", AMB_STORYPACK_LINE, AMB_STORY_LABEL_AUDIENCE),
  LABEL ("hashtag", AMB_STORYPACK_TAG, AMB_STORY_LABEL_HASHTAG),
  PART ("proof", AMB_STORYPACK_PROSE, AMB_STORY_PART_PROOF, AMB_STORY_PART_TEXT, proof_attributes, NULL),
  PART ("role", AMB_STORYPACK_PROSE, AMB_STORY_PART_ROLE, AMB_STORY_PART_TEXT, role_attributes, NULL),
  PART ("prompt", AMB_STORYPACK_PROSE, AMB_STORY_PART_PROMPT, AMB_STORY_PART_TEXT, NULL, NULL),
  PART ("variant", AMB_STORYPACK_PROSE, AMB_STORY_PART_VARIANT, AMB_STORY_PART_TEXT, variant_attributes, NULL),
  GROUP ("talk", OPTIONAL, ONE, talk_children),
  PART ("link", AMB_STORYPACK_LINE, AMB_STORY_PART_LINK, AMB_STORY_PART_NAME, link_attributes, NULL),
  PART ("media", AMB_STORYPACK_PROSE, AMB_STORY_PART_MEDIA, AMB_STORY_PART_TEXT, media_attributes, NULL),
  END
};

static const AmbStorypackElement pack_children[] = {
  TEXT ("title", AMB_STORYPACK_LINE, REQUIRED, AMB_PACK_TITLE, NULL),
  TEXT ("organisation", AMB_STORYPACK_LINE, REQUIRED, AMB_PACK_ORGANISATION, NULL),
  TEXT ("description", AMB_STORYPACK_PROSE, OPTIONAL, AMB_PACK_DESCRIPTION, NULL),
  TEXT ("contact", AMB_STORYPACK_LINE, OPTIONAL, AMB_PACK_CONTACT, pack_contact_attributes),
  { "desired-value", AMB_STORYPACK_ROLE_DESIRED_VALUE, AMB_STORYPACK_NOTHING, OPTIONAL, MANY, NO_FIELD, NO_FIELD, NULL,
    desired_value_children },
  { "story", AMB_STORYPACK_ROLE_STORY, AMB_STORYPACK_NOTHING, OPTIONAL, MANY, NO_FIELD, NO_FIELD, story_attributes,
    story_children },
  END
};

static const AmbStorypackElement root = {
  "storypack", AMB_STORYPACK_ROLE_GROUP, AMB_STORYPACK_NOTHING, REQUIRED, ONE, NO_FIELD, NO_FIELD, pack_attributes,
  pack_children
};

/**
 * amb_storypack_get_root:
 *
 * Gets the element that is the whole pack.
 *
 * Returns: the element
 */
const AmbStorypackElement *
amb_storypack_get_root (void)
{
  return &root;
}

/**
 * amb_storypack_get_story:
 *
 * Gets the element of one story.
 *
 * Returns: the element
 */
const AmbStorypackElement *
amb_storypack_get_story (void)
{
  return amb_storypack_find_child (&root, "story");
}

/**
 * amb_storypack_find_child:
 * @parent: an element
 * @name: a name
 *
 * Finds what may stand in an element.
 *
 * Returns: (nullable): the element, or %NULL when there is none of that name
 */
const AmbStorypackElement *
amb_storypack_find_child (const AmbStorypackElement *parent,
                          const char                *name)
{
  for (const AmbStorypackElement *child = parent->children; child != NULL && child->name != NULL; child++)
    {
      if (g_str_equal (child->name, name))
        return child;
    }

  return NULL;
}

/**
 * amb_storypack_find_attribute:
 * @element: an element
 * @name: a name
 *
 * Finds an attribute of an element.
 *
 * Returns: (nullable): the attribute, or %NULL when there is none of that name
 */
const AmbStorypackAttribute *
amb_storypack_find_attribute (const AmbStorypackElement *element,
                              const char                *name)
{
  for (const AmbStorypackAttribute *attribute = element->attributes; attribute != NULL && attribute->name != NULL; attribute++)
    {
      if (g_str_equal (attribute->name, name))
        return attribute;
    }

  return NULL;
}
