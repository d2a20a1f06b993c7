/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-storypack-parser.h"

#include <glib/gi18n-lib.h>

#include "amb-error.h"
#include "amb-storypack-builder.h"
#include "amb-storypack-inspector.h"
#include "amb-storypack-schema.h"
#include "amb-xml-fault.h"
#include "amb-xml-node.h"
#include "amb-xml-source.h"

#define MAX_STORIES 1000000
#define MAX_DEPTH 16

/* A pack of 100,000 stories has about 250 MB, a long story 20 kB. libxml2 takes three seconds over a tag of 2 MB that is
 * made to be slow, and four times as long over twice of that. */
static const AmbXmlLimits limits = { .total = G_GINT64_CONSTANT (2) * 1024 * 1024 * 1024, .step = 2 * 1024 * 1024 };

/**
 * AmbStorypackParser:
 *
 * Makes records of the XML of a story pack, one story after the other, and holds it to the schema.
 */
struct _AmbStorypackParser
{
  char          *name;
  GPtrArray     *problems;
  gboolean       goes_on;

  AmbXmlSource  *source;
  xmlRelaxNG    *schema;
  xmlTextReader *xml;
  AmbXmlFaults   faults;

  GTimeZone     *zone;
  AmbPack       *pack;
  GHashTable    *uids;
  GHashTable    *media;
  guint          seen;
  int            line;
  gboolean       at_end;
};

/* The source knows why it stopped; libxml2 only knows that it did. */
static gboolean
check_syntax (AmbStorypackParser  *self,
              GError             **error)
{
  AmbXmlFault *fault = &self->faults.syntax;

  if (!amb_xml_source_check (self->source, error))
    return FALSE;
  if (fault->detail == NULL)
    return TRUE;

  if (fault->is_encoding)
    g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_MALFORMED,
                 _("The text of “%s” is not in the encoding that its first line names (line %d): save it as UTF-8."),
                 self->name, fault->line);
  else
    g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_MALFORMED,
                 _("“%s” is damaged in line %d: copy or download it again, or ask its maker for a correct file."),
                 self->name, fault->line);

  return FALSE;
}

/* Where several things are wrong the person hears of the first; the checker collects them all. */
static gboolean
settle_problems (AmbStorypackParser  *self,
                 GError             **error)
{
  AmbStorypackProblem *problem;

  if (self->goes_on || self->problems->len == 0)
    return TRUE;

  problem = g_ptr_array_index (self->problems, 0);
  g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_INVALID,
               /* Translators: the last is a whole sentence that says what is wrong */
               _("“%s” has a mistake in line %d that its maker must correct: %s"),
               self->name, problem->line, problem->message);

  return FALSE;
}

/* Goes to the next node: into an element, or past it. */
static gboolean
move (AmbStorypackParser  *self,
      gboolean             into,
      GError             **error)
{
  int result;

  amb_xml_source_mark (self->source);
  result = into ? xmlTextReaderRead (self->xml) : xmlTextReaderNext (self->xml);
  self->at_end = result != 1;
  if (!check_syntax (self, error))
    return FALSE;

  if (result < 0)
    g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_MALFORMED,
                 _("“%s” is incomplete or damaged: copy or download it again."), self->name);
  else if (!self->at_end && xmlTextReaderDepth (self->xml) > MAX_DEPTH)
    g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_TOO_LARGE,
                 _("“%s” is nested too deeply to be a story pack: ask its maker for a correct file."), self->name);
  else
    return TRUE;

  return FALSE;
}

static gboolean
is_at (AmbStorypackParser *self,
       xmlReaderTypes      type)
{
  return !self->at_end && xmlTextReaderNodeType (self->xml) == (int) type;
}

/* Before the schema has its say: what is no pack at all should not hear of missing attributes. */
static gboolean
check_root (AmbStorypackParser  *self,
            xmlNode             *node,
            GError             **error)
{
  g_autofree char *copy = NULL;
  g_autofree char *version = NULL;
  xmlAttr *attribute = node == NULL ? NULL : amb_xml_node_find (node, "version");

  if (attribute != NULL)
    version = g_strstrip (g_strdup (amb_xml_node_get_text ((xmlNode *) attribute, &copy)));

  if (node == NULL || !xmlStrEqual (node->name, (const xmlChar *) amb_storypack_get_root ()->name) ||
      node->ns == NULL || !g_str_has_prefix ((const char *) node->ns->href, AMB_STORYPACK_NAMESPACE_OF_ANY_VERSION))
    g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNKNOWN,
                 _("“%s” is not a story pack. Ask your communications colleagues for one."), self->name);
  else if (!amb_xml_node_is_element (node, AMB_STORYPACK_NAMESPACE) || (version != NULL && !g_str_equal (version, "1")))
    g_set_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNSUPPORTED,
                 _("“%s” is a story pack of another version than this Ambassador can read: look for a newer Ambassador."), self->name);
  else
    return TRUE;

  return FALSE;
}

/* The schema says whether a pack is valid, the inspector says it better; only what that has no words for is told in those
 * of libxml2. After a first mistake libxml2 no longer knows where it is, so the checker goes on with the inspector alone. */
static void
settle_schema (AmbStorypackParser *self)
{
  AmbXmlFault *fault = &self->faults.schema;

  if (fault->detail != NULL && self->problems->len == 0)
    /* Translators: this is an English text of the XML library */
    amb_storypack_problems_add (self->problems, fault->line, _("It does not follow the schema: %s."), fault->detail);
  amb_xml_fault_clear (fault);
}

static gboolean
read_root (AmbStorypackParser  *self,
           GError             **error)
{
  xmlNode *node;

  do
    {
      if (!move (self, TRUE, error))
        return FALSE;
    }
  while (!self->at_end && !is_at (self, XML_READER_TYPE_ELEMENT));

  node = xmlTextReaderCurrentNode (self->xml);
  if (!check_root (self, node, error))
    return FALSE;

  self->line = amb_xml_node_get_line (node);
  if (!amb_storypack_build_pack (node, self->pack, self->zone))
    amb_storypack_inspect_attributes (node, amb_storypack_get_root (), self->problems);
  settle_schema (self);

  return settle_problems (self, error) && move (self, TRUE, error);
}

static void
remember_media (AmbStorypackParser *self,
                AmbStory           *story)
{
  for (guint i = 0; i < amb_story_get_n_parts (story); i++)
    {
      AmbStoryPart *part = amb_story_get_part (story, i);

      if (amb_story_part_get_kind (part) == AMB_STORY_PART_MEDIA)
        g_hash_table_add (self->media, g_strdup (amb_record_get_text (AMB_RECORD (part), AMB_STORY_PART_NAME)));
    }
}

static AmbStory *
build_story (AmbStorypackParser *self,
             xmlNode            *node)
{
  const char *language = amb_pack_get_text (self->pack, AMB_PACK_LANGUAGE);
  g_autoptr (AmbStory) story = amb_storypack_build_story (node, language, self->zone);
  const char *uid;

  self->line = amb_xml_node_get_line (node);
  if (story == NULL)
    return NULL;

  uid = amb_story_get_text (story, AMB_STORY_UID);
  if (g_hash_table_size (self->uids) >= MAX_STORIES)
    amb_storypack_problems_add (self->problems, self->line, _("There are more stories than can be read here."));
  else if (!g_hash_table_add (self->uids, g_strdup (uid)))
    amb_storypack_problems_add (self->problems, self->line, _("The story “%s” is there twice."), uid);
  remember_media (self, story);

  return g_steal_pointer (&story);
}

/* Takes the node where the reader stands over into the pack, or makes a story of it, and moves on. */
static gboolean
read_node (AmbStorypackParser  *self,
           AmbStory           **story,
           GError             **error)
{
  const AmbStorypackElement *element;
  xmlNode *node = xmlTextReaderExpand (self->xml);
  guint before = self->problems->len;
  gboolean taken = FALSE;

  if (!check_syntax (self, error))
    return FALSE;
  if (node == NULL || amb_xml_node_is_ignorable (node))
    return move (self, FALSE, error);

  element = amb_storypack_inspect_place (node, amb_storypack_get_root (), &self->seen, self->problems);
  if (element == amb_storypack_get_story ())
    taken = (*story = build_story (self, node)) != NULL;
  else if (element != NULL)
    taken = amb_storypack_build_pack_part (node, element, self->pack);
  if (element != NULL && !taken)
    amb_storypack_inspect (node, element, self->problems);
  settle_schema (self);
  if (self->problems->len != before)
    g_clear_object (story);

  /* The schema's word on what an element holds comes while the reader moves past it, and with it that on the attributes
   * of the next: it waits until that was looked at too. */
  return settle_problems (self, error) && move (self, FALSE, error);
}

static gboolean
is_within (AmbStorypackParser *self)
{
  return !self->at_end && !is_at (self, XML_READER_TYPE_END_ELEMENT);
}

static gboolean
is_at_story (AmbStorypackParser *self)
{
  return is_at (self, XML_READER_TYPE_ELEMENT) &&
         xmlStrEqual (xmlTextReaderConstLocalName (self->xml), (const xmlChar *) amb_storypack_get_story ()->name);
}

/* What comes behind the last story can still be wrong. */
static gboolean
read_end (AmbStorypackParser  *self,
          GError             **error)
{
  while (!self->at_end)
    {
      if (!move (self, TRUE, error))
        return FALSE;
    }
  settle_schema (self);

  return settle_problems (self, error);
}

/* Reads up to the first story. */
static gboolean
read_heading (AmbStorypackParser  *self,
              GError             **error)
{
  g_autoptr (AmbStory) none = NULL;
  int line;

  if (!read_root (self, error))
    return FALSE;

  line = self->line;
  while (is_within (self) && !is_at_story (self))
    {
      if (!read_node (self, &none, error))
        return FALSE;
    }
  amb_storypack_inspect_missing (line, amb_storypack_get_root (), self->seen, self->problems);

  return settle_problems (self, error) && (is_within (self) || read_end (self, error));
}

/**
 * amb_storypack_parser_new:
 * @name: what the person calls the file, for messages
 * @problems: (element-type AmbStorypackProblem): where to add what the schema does not allow
 * @goes_on: whether to leave out what is wrong and go on, or to stop with an error
 *
 * Makes a parser. It belongs to one thread at a time.
 *
 * Returns: (transfer full): the parser
 */
AmbStorypackParser *
amb_storypack_parser_new (const char *name,
                          GPtrArray  *problems,
                          gboolean    goes_on)
{
  AmbStorypackParser *self = g_new0 (AmbStorypackParser, 1);

  self->name = g_strdup (name);
  self->problems = g_ptr_array_ref (problems);
  self->goes_on = goes_on;
  self->schema = amb_storypack_schema_new ();
  self->zone = g_time_zone_new_local ();
  self->pack = amb_pack_new ();
  self->uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->media = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * amb_storypack_parser_free:
 * @self: a parser
 *
 * Frees a parser.
 */
void
amb_storypack_parser_free (AmbStorypackParser *self)
{
  g_clear_pointer (&self->xml, xmlFreeTextReader);
  g_clear_pointer (&self->schema, xmlRelaxNGFree);
  g_clear_pointer (&self->source, amb_xml_source_free);
  amb_xml_faults_clear (&self->faults);
  g_time_zone_unref (self->zone);
  g_object_unref (self->pack);
  g_hash_table_unref (self->uids);
  g_hash_table_unref (self->media);
  g_ptr_array_unref (self->problems);
  g_free (self->name);
  g_free (self);
}

/**
 * amb_storypack_parser_open:
 * @self: a new parser
 * @stream: the XML; not closed
 * @error: return location for an error
 *
 * Reads up to the first story.
 *
 * Returns: %TRUE unless there was an error
 */
gboolean
amb_storypack_parser_open (AmbStorypackParser  *self,
                           GInputStream        *stream,
                           GError             **error)
{
  g_return_val_if_fail (self->source == NULL, FALSE);

  self->source = amb_xml_source_new (stream, self->name, &limits, error);
  if (self->source == NULL)
    return FALSE;
  self->xml = amb_xml_source_create_reader (self->source, error);
  if (self->xml == NULL)
    return FALSE;

  amb_xml_faults_watch (&self->faults, self->xml);
  xmlTextReaderRelaxNGSetSchema (self->xml, self->schema);

  return read_heading (self, error);
}

/**
 * amb_storypack_parser_get_pack:
 * @self: a parser
 *
 * Gets the heading of the pack.
 *
 * Returns: (transfer none): the pack
 */
AmbPack *
amb_storypack_parser_get_pack (AmbStorypackParser *self)
{
  return self->pack;
}

/**
 * amb_storypack_parser_next:
 * @self: a parser
 * @story: (out) (transfer full) (nullable): the next story, or %NULL behind the last
 * @error: return location for an error
 *
 * Reads the next story. Do not call it after an error.
 *
 * Returns: %TRUE unless there was an error
 */
gboolean
amb_storypack_parser_next (AmbStorypackParser  *self,
                           AmbStory           **story,
                           GError             **error)
{
  g_autoptr (AmbStory) read = NULL;

  *story = NULL;
  while (is_within (self) && read == NULL)
    {
      if (!read_node (self, &read, error))
        return FALSE;
    }
  if (read == NULL && !read_end (self, error))
    return FALSE;

  *story = g_steal_pointer (&read);

  return TRUE;
}

/**
 * amb_storypack_parser_is_at_end:
 * @self: a parser
 *
 * Tells whether all of the XML was read.
 *
 * Returns: %TRUE when it was
 */
gboolean
amb_storypack_parser_is_at_end (AmbStorypackParser *self)
{
  return self->at_end;
}

/**
 * amb_storypack_parser_names_media:
 * @self: a parser
 * @file: the name of a media file
 *
 * Tells whether one of the stories read so far names a file.
 *
 * Returns: %TRUE when one does
 */
gboolean
amb_storypack_parser_names_media (AmbStorypackParser *self,
                                  const char         *file)
{
  return g_hash_table_contains (self->media, file);
}

/**
 * amb_storypack_parser_get_position:
 * @self: a parser
 *
 * Tells how much of the stream was read.
 *
 * Returns: bytes
 */
gint64
amb_storypack_parser_get_position (AmbStorypackParser *self)
{
  return self->source == NULL ? 0 : amb_xml_source_get_position (self->source);
}

/**
 * amb_storypack_parser_get_line:
 * @self: a parser
 *
 * Gets the line on which the story read last begins.
 *
 * Returns: a line, counted from 1
 */
int
amb_storypack_parser_get_line (AmbStorypackParser *self)
{
  return self->line;
}

/**
 * amb_storypack_parser_get_fault_line:
 * @self: a parser
 *
 * Gets the line on which the XML turned out to be none.
 *
 * Returns: a line, counted from 1, or 0 when it did not
 */
int
amb_storypack_parser_get_fault_line (AmbStorypackParser *self)
{
  return self->faults.syntax.line;
}
