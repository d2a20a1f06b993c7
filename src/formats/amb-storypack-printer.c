/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-storypack-printer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "amb-storypack-vocabulary.h"
#include "amb-time.h"

/* The way back of amb-storypack-builder.c, along the same tables. */

typedef struct
{
  GString   *xml;
  GPtrArray *problems;
  guint      depth;
} Printer;

/* XML 1.0, section 2.2: what is no Char cannot be written, not even escaped. */
static gboolean
is_xml_char (gunichar c)
{
  return c == '\t' || c == '\n' || (c >= 0x20 && c != 0xfffe && c != 0xffff);
}

static char *
clean (const char       *text,
       AmbStorypackType  type)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) kept = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (is_xml_char (g_utf8_get_char (p)))
        g_string_append_len (kept, p, g_utf8_next_char (p) - p);
      else if (*p == '\r' && p[1] != '\n')
        g_string_append_c (kept, '\n');
    }

  return amb_storypack_type_normalize (type, kept->str);
}

static void
append_escaped (GString    *xml,
                const char *text)
{
  for (; *text != '\0'; text++)
    {
      switch (*text)
        {
        case '&': g_string_append (xml, "&amp;"); break;
        case '<': g_string_append (xml, "&lt;"); break;
        case '>': g_string_append (xml, "&gt;"); break;
        case '"': g_string_append (xml, "&quot;"); break;
        default: g_string_append_c (xml, *text);
        }
    }
}

/* Only line ends and tabs in attributes need more; the types of attributes have none after clean(). */
static void
print_value (Printer          *printer,
             const char       *name,
             AmbStorypackType  type,
             const char       *text)
{
  g_autofree char *value = clean (text, type);

  if (!amb_storypack_type_accepts (type, value))
    amb_storypack_problems_add (printer->problems, 0, _("“%s” does not hold what belongs there: %s."), name,
                                amb_storypack_type_describe (type));
  append_escaped (printer->xml, value);
}

static void
print_attribute (Printer          *printer,
                 const char       *name,
                 AmbStorypackType  type,
                 const char       *text)
{
  if (text == NULL)
    return;

  g_string_append_printf (printer->xml, " %s=\"", name);
  print_value (printer, name, type, text);
  g_string_append_c (printer->xml, '"');
}

static void
print_indent (Printer *printer)
{
  g_string_append_printf (printer->xml, "%*s", (int) printer->depth * 2, "");
}

static void
print_start (Printer                   *printer,
             const AmbStorypackElement *element,
             AmbRecord                 *record)
{
  print_indent (printer);
  g_string_append_printf (printer->xml, "<%s", element->name);
  for (const AmbStorypackAttribute *attribute = element->attributes; attribute != NULL && attribute->name != NULL; attribute++)
    {
      const char *text = record == NULL || attribute->field < 0 ? NULL : amb_record_get_text (record, attribute->field);

      if (attribute->required && attribute->field >= 0 && text == NULL)
        amb_storypack_problems_add (printer->problems, 0, _("“%s” has no “%s”."), element->name, attribute->name);
      print_attribute (printer, attribute->name, attribute->type, text);
    }
}

static void
print_end (Printer    *printer,
           const char *name)
{
  g_string_append_printf (printer->xml, "</%s>\n", name);
}

static void
print_text (Printer                   *printer,
            const AmbStorypackElement *element,
            AmbRecord                 *attributes,
            const char                *text)
{
  if (text == NULL && !element->required)
    return;

  if (text == NULL)
    amb_storypack_problems_add (printer->problems, 0, _("“%s” is empty."), element->name);
  print_start (printer, element, attributes);
  g_string_append_c (printer->xml, '>');
  print_value (printer, element->name, element->type, text == NULL ? "" : text);
  print_end (printer, element->name);
}

static void
print_labels (Printer                   *printer,
              const AmbStorypackElement *element,
              AmbStory                  *story)
{
  const char * const *labels = amb_story_get_labels (story, element->field);

  for (guint i = 0; labels[i] != NULL; i++)
    print_text (printer, element, NULL, labels[i]);
}

static void
print_part (Printer                   *printer,
            const AmbStorypackElement *element,
            AmbStoryPart              *part)
{
  AmbRecord *record = AMB_RECORD (part);

  print_start (printer, element, record);
  if (amb_story_part_get_time (part) != AMB_TIME_UNSET && amb_storypack_find_attribute (element, "date") != NULL)
    {
      g_autofree char *date = amb_time_to_date (amb_story_part_get_time (part), NULL);

      print_attribute (printer, "date", AMB_STORYPACK_DATE, date);
    }
  g_string_append_c (printer->xml, '>');

  if (element->children == NULL)
    {
      const char *text = amb_record_get_text (record, element->content);

      print_value (printer, element->name, element->type, text == NULL ? "" : text);
    }
  else
    {
      g_string_append_c (printer->xml, '\n');
      printer->depth++;
      for (const AmbStorypackElement *child = element->children; child->name != NULL; child++)
        print_text (printer, child, NULL, amb_record_get_text (record, child->field));
      printer->depth--;
      print_indent (printer);
    }
  print_end (printer, element->name);
}

static void
print_parts (Printer                   *printer,
             const AmbStorypackElement *element,
             AmbStory                  *story)
{
  for (guint i = 0; i < amb_story_get_n_parts (story); i++)
    {
      AmbStoryPart *part = amb_story_get_part (story, i);

      if ((int) amb_story_part_get_kind (part) == element->field)
        print_part (printer, element, part);
    }
}

static gboolean
has_part (AmbStory         *story,
          AmbStoryPartKind  kind)
{
  for (guint i = 0; i < amb_story_get_n_parts (story); i++)
    {
      if (amb_story_part_get_kind (amb_story_get_part (story, i)) == kind)
        return TRUE;
    }

  return FALSE;
}

static void print_children (Printer *printer, const AmbStorypackElement *element, AmbStory *story);

/* The only group within a story is the talk card. */
static void
print_talk (Printer                   *printer,
            const AmbStorypackElement *element,
            AmbStory                  *story)
{
  if (amb_story_get_text (story, AMB_STORY_SPOKEN) == NULL && !has_part (story, AMB_STORY_PART_QUESTION))
    return;

  print_start (printer, element, NULL);
  g_string_append (printer->xml, ">\n");
  print_children (printer, element, story);
  print_indent (printer);
  print_end (printer, element->name);
}

static void
print_children (Printer                   *printer,
                const AmbStorypackElement *element,
                AmbStory                  *story)
{
  printer->depth++;
  for (const AmbStorypackElement *child = element->children; child->name != NULL; child++)
    {
      switch (child->role)
        {
        case AMB_STORYPACK_ROLE_GROUP:
          print_talk (printer, child, story);
          break;
        case AMB_STORYPACK_ROLE_TEXT:
          print_text (printer, child, AMB_RECORD (story), amb_record_get_text (AMB_RECORD (story), child->field));
          break;
        case AMB_STORYPACK_ROLE_LABEL:
          print_labels (printer, child, story);
          break;
        case AMB_STORYPACK_ROLE_PART:
          print_parts (printer, child, story);
          break;
        case AMB_STORYPACK_ROLE_DESIRED_VALUE:
        case AMB_STORYPACK_ROLE_STORY:
          g_assert_not_reached ();
        }
    }
  printer->depth--;
}

static void
print_moment (Printer    *printer,
              const char *name,
              gint64      moment,
              gboolean    through_the_day)
{
  g_autofree char *text = NULL;

  if (moment == AMB_TIME_UNSET)
    return;

  text = amb_storypack_type_write_moment (moment, through_the_day);
  print_attribute (printer, name, AMB_STORYPACK_MOMENT, text);
}

/* A story that the person wrote has no id of a pack; its own serves as well. */
static void
print_story_start (Printer    *printer,
                   AmbStory   *story,
                   const char *language)
{
  const char *uid = amb_story_get_text (story, AMB_STORY_UID);
  const char *own_language = amb_story_get_text (story, AMB_STORY_LANGUAGE);
  g_autofree char *id = uid != NULL ? g_strdup (uid) : g_strdup_printf ("%" G_GINT64_FORMAT, amb_record_get_id (AMB_RECORD (story)));

  print_indent (printer);
  g_string_append (printer->xml, "<story");
  print_attribute (printer, "id", AMB_STORYPACK_IDENTIFIER, id);
  g_string_append_printf (printer->xml, " version=\"%d\"", MAX (amb_story_get_version (story), 1));
  print_attribute (printer, "kind", AMB_STORYPACK_KIND, amb_enum_get_nick (AMB_TYPE_STORY_KIND, amb_story_get_kind (story)));
  if (amb_story_get_status (story) == AMB_STORY_STATUS_WITHDRAWN)
    g_string_append (printer->xml, " status=\"withdrawn\"");
  if (g_strcmp0 (own_language, language) != 0)
    print_attribute (printer, "language", AMB_STORYPACK_LANGUAGE, own_language);
  print_moment (printer, "from", amb_story_get_usable_from (story), FALSE);
  print_moment (printer, "until", amb_story_get_usable_until (story), TRUE);
  if (!amb_story_get_cleared (story))
    g_string_append (printer->xml, " cleared=\"false\"");
  g_string_append (printer->xml, ">\n");
}

static void
print_desired_values (Printer                   *printer,
                      const AmbStorypackElement *element,
                      AmbPack                   *pack)
{
  for (guint i = 0; i < amb_pack_get_n_desired_values (pack); i++)
    {
      const AmbDesiredValue *value = amb_pack_get_desired_value (pack, i);
      const char *texts[] = { value->name, value->meaning, value->behaviour };

      print_start (printer, element, NULL);
      g_string_append (printer->xml, ">\n");
      printer->depth++;
      for (const AmbStorypackElement *child = element->children; child->name != NULL; child++)
        print_text (printer, child, NULL, texts[child->field]);
      printer->depth--;
      print_indent (printer);
      print_end (printer, element->name);
    }
}

/**
 * amb_storypack_print_heading:
 * @pack: a pack
 * @xml: where to print
 * @problems: (element-type AmbStorypackProblem): where to add what cannot stand in a pack
 *
 * Prints what stands before the stories.
 */
void
amb_storypack_print_heading (AmbPack   *pack,
                             GString   *xml,
                             GPtrArray *problems)
{
  Printer printer = { xml, problems, 1 };
  const AmbStorypackElement *root = amb_storypack_get_root ();

  g_string_append (xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  g_string_append_printf (xml, "<%s xmlns=\"%s\" version=\"1\"", root->name, AMB_STORYPACK_NAMESPACE);
  for (const AmbStorypackAttribute *attribute = root->attributes; attribute->name != NULL; attribute++)
    {
      if (attribute->field >= 0)
        print_attribute (&printer, attribute->name, attribute->type, amb_pack_get_text (pack, attribute->field));
      if (attribute->field >= 0 && attribute->required && amb_pack_get_text (pack, attribute->field) == NULL)
        amb_storypack_problems_add (problems, 0, _("“%s” has no “%s”."), root->name, attribute->name);
    }
  print_moment (&printer, "updated", amb_pack_get_updated_at (pack), FALSE);
  g_string_append (xml, ">\n");

  for (const AmbStorypackElement *child = root->children; child->name != NULL; child++)
    {
      if (child->role == AMB_STORYPACK_ROLE_TEXT)
        print_text (&printer, child, AMB_RECORD (pack), amb_pack_get_text (pack, child->field));
      else if (child->role == AMB_STORYPACK_ROLE_DESIRED_VALUE)
        print_desired_values (&printer, child, pack);
    }
}

/**
 * amb_storypack_print_story:
 * @story: a story
 * @language: (nullable): BCP 47: the language of the pack
 * @xml: where to print
 * @problems: (element-type AmbStorypackProblem): where to add what cannot stand in a pack
 *
 * Prints a story. Characters that XML cannot hold are left out. What the person added to the story stays theirs.
 */
void
amb_storypack_print_story (AmbStory   *story,
                           const char *language,
                           GString    *xml,
                           GPtrArray  *problems)
{
  Printer printer = { xml, problems, 1 };
  const AmbStorypackElement *element = amb_storypack_get_story ();

  print_story_start (&printer, story, language);
  print_children (&printer, element, story);
  print_indent (&printer);
  print_end (&printer, element->name);
}

/**
 * amb_storypack_print_end:
 * @xml: where to print
 *
 * Prints what stands behind the stories.
 */
void
amb_storypack_print_end (GString *xml)
{
  g_string_append_printf (xml, "</%s>\n", amb_storypack_get_root ()->name);
}
