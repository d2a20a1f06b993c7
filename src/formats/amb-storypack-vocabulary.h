/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-storypack-type.h"

G_BEGIN_DECLS

#define AMB_STORYPACK_NAMESPACE_OF_ANY_VERSION "https://ambassadortoolkit.github.io/ns/storypack/"
#define AMB_STORYPACK_NAMESPACE AMB_STORYPACK_NAMESPACE_OF_ANY_VERSION "1"
#define AMB_STORYPACK_PACK_FILE "pack.xml"

/**
 * AmbStorypackRole:
 * @AMB_STORYPACK_ROLE_GROUP: holds others, and nothing of its own
 * @AMB_STORYPACK_ROLE_TEXT: a text of the record
 * @AMB_STORYPACK_ROLE_LABEL: a label of the story
 * @AMB_STORYPACK_ROLE_PART: a part of the story
 * @AMB_STORYPACK_ROLE_DESIRED_VALUE: something the organisation wants to be known for
 * @AMB_STORYPACK_ROLE_STORY: a story
 *
 * What an element becomes.
 */
typedef enum
{
  AMB_STORYPACK_ROLE_GROUP,
  AMB_STORYPACK_ROLE_TEXT,
  AMB_STORYPACK_ROLE_LABEL,
  AMB_STORYPACK_ROLE_PART,
  AMB_STORYPACK_ROLE_DESIRED_VALUE,
  AMB_STORYPACK_ROLE_STORY,
} AmbStorypackRole;

/**
 * AmbStorypackAttribute:
 * @name: its name
 * @type: of its value
 * @required: whether it must be there
 * @field: the text of the record or part that it is; of no account for attributes that are no text
 *
 * An attribute of an element.
 */
typedef struct
{
  const char       *name;
  AmbStorypackType  type;
  gboolean          required;
  int               field;
} AmbStorypackAttribute;

/**
 * AmbStorypackElement:
 * @name: its name
 * @role: what it becomes
 * @type: of its text
 * @required: whether it must be there
 * @many: whether there can be more than one
 * @field: the text field, label kind or part kind that it becomes
 * @content: of a part: the text of the part that its text becomes
 * @attributes: (nullable): its attributes, ended by one without a name
 * @children: (nullable): what stands in it, in this order, ended by one without a name
 *
 * An element of a story pack: the one place that says which part of the file is which part of the record.
 */
typedef struct _AmbStorypackElement AmbStorypackElement;
struct _AmbStorypackElement
{
  const char                  *name;
  AmbStorypackRole             role;
  AmbStorypackType             type;
  gboolean                     required;
  gboolean                     many;
  int                          field;
  int                          content;
  const AmbStorypackAttribute *attributes;
  const AmbStorypackElement   *children;
};

const AmbStorypackElement   *amb_storypack_get_root       (void);
const AmbStorypackElement   *amb_storypack_get_story      (void);
const AmbStorypackElement   *amb_storypack_find_child     (const AmbStorypackElement *parent, const char *name);
const AmbStorypackAttribute *amb_storypack_find_attribute (const AmbStorypackElement *element, const char *name);

G_END_DECLS
