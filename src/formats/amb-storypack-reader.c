/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-formats"

#include "config.h"

#include "amb-storypack-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "amb-archive.h"
#include "amb-error.h"
#include "amb-storypack-builder.h"
#include "amb-storypack-inspector.h"
#include "amb-storypack-schema.h"
#include "amb-xml-fault.h"
#include "amb-xml-node.h"
#include "amb-xml-source.h"

#define NAMESPACE_OF_ANY_VERSION "https://ambassadortoolkit.github.io/ns/storypack/"
#define ZIP_SIGNATURE "PK\x03\x04"
#define EMPTY_ZIP_SIGNATURE "PK\x05\x06"
#define ZIP_SIGNATURE_LENGTH 4
#define MAX_MEDIA_SIZE (32 * 1024 * 1024)
#define MAX_STORIES 1000000
#define MAX_DEPTH 16

/* A pack of 100,000 stories has about 250 MB, a long story 20 kB. libxml2 takes three seconds over a tag of 2 MB that is
 * made to be slow, and four times as long over twice of that. */
static const AmbXmlLimits limits = { .total = G_GINT64_CONSTANT (2) * 1024 * 1024 * 1024, .step = 2 * 1024 * 1024 };

/**
 * AmbStorypackReader:
 *
 * Reads a story pack from outside, story by story: the XML of it, or the zip file that holds the XML and its media.
 *
 * The pack is checked against its schema (data/storypack/storypack.rng) while it is read, so a mistake at its end comes
 * to light only there: what was read before must not be kept then. A reader may be used on any thread, by one at a time.
 */
struct _AmbStorypackReader
{
  GObject       parent_instance;

  char         *name;
  GInputStream *stream;
  AmbArchive   *archive;
  AmbXmlSource *source;
  xmlRelaxNG   *schema;
  xmlTextReader *xml;
  AmbXmlFaults  faults;

  GTimeZone    *zone;
  AmbPack      *pack;
  GHashTable   *uids;
  GHashTable   *media;
  guint         seen;
  int           line;
  gboolean      at_end;
  gboolean      reads_media;

  GPtrArray    *problems;
  gboolean      is_checking;
  GError       *error;
};

G_DEFINE_FINAL_TYPE (AmbStorypackReader, amb_storypack_reader, G_TYPE_OBJECT)

/* The checker wants to hear of everything; and that the rest could not be read is one more thing. */
static gboolean
fail (AmbStorypackReader  *self,
      GError              *reason,
      GError             **error)
{
  if (self->is_checking && reason->domain == AMB_FORMAT_ERROR)
    amb_storypack_problems_add (self->problems, self->faults.syntax.line, "%s", reason->message);
  g_clear_error (&self->error);
  self->error = g_error_copy (reason);
  g_propagate_error (error, reason);

  return FALSE;
}

/* The source knows why it stopped; libxml2 only knows that it did. */
static gboolean
check_syntax (AmbStorypackReader  *self,
              GError             **error)
{
  AmbXmlFault *fault = &self->faults.syntax;
  GError *reason = NULL;

  if (!amb_xml_source_check (self->source, &reason))
    return fail (self, reason, error);
  if (fault->detail == NULL)
    return TRUE;

  if (fault->is_encoding)
    reason = g_error_new (AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_MALFORMED,
                          _("The text of “%s” is not in the encoding that its first line names (line %d): save it as UTF-8."),
                          self->name, fault->line);
  else
    /* Translators: the last is an English text of the XML library */
    reason = g_error_new (AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_MALFORMED,
                          _("“%s” is damaged in line %d: copy or download it again, or ask its maker for a correct file (%s)."),
                          self->name, fault->line, fault->detail);

  return fail (self, reason, error);
}

/* Where several things are wrong the person hears of the first; the checker collects them all. */
static gboolean
settle_problems (AmbStorypackReader  *self,
                 GError             **error)
{
  AmbStorypackProblem *problem;

  if (self->is_checking || self->problems->len == 0)
    return TRUE;

  problem = g_ptr_array_index (self->problems, 0);

  return fail (self, g_error_new (AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_INVALID,
                                  /* Translators: the last is a whole sentence that says what is wrong */
                                  _("“%s” has a mistake in line %d that its maker must correct: %s"),
                                  self->name, problem->line, problem->message), error);
}

/* Goes to the next node: into an element, or past it. */
static gboolean
move (AmbStorypackReader  *self,
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
    return fail (self, g_error_new (AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_MALFORMED,
                                    _("“%s” is damaged: copy or download it again."), self->name), error);
  if (!self->at_end && xmlTextReaderDepth (self->xml) > MAX_DEPTH)
    return fail (self, g_error_new (AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_TOO_LARGE,
                                    _("“%s” is nested too deeply to be a story pack."), self->name), error);

  return TRUE;
}

static gboolean
is_at (AmbStorypackReader *self,
       xmlReaderTypes      type)
{
  return !self->at_end && xmlTextReaderNodeType (self->xml) == (int) type;
}

/* Before the schema has its say: what is no pack at all should not hear of missing attributes. */
static gboolean
check_root (AmbStorypackReader  *self,
            xmlNode             *node,
            GError             **error)
{
  g_autofree char *copy = NULL;
  g_autofree char *version = NULL;
  xmlAttr *attribute = amb_xml_node_find (node, "version");
  gboolean is_ours = xmlStrEqual (node->name, (const xmlChar *) amb_storypack_get_root ()->name) &&
                     node->ns != NULL && g_str_has_prefix ((const char *) node->ns->href, NAMESPACE_OF_ANY_VERSION);

  if (!is_ours)
    return fail (self, g_error_new (AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNKNOWN, _("“%s” is no story pack."), self->name), error);

  if (attribute != NULL)
    version = g_strstrip (g_strdup (amb_xml_node_get_text ((xmlNode *) attribute, &copy)));
  if (amb_xml_node_is_element (node, AMB_STORYPACK_NAMESPACE) && (version == NULL || g_str_equal (version, "1")))
    return TRUE;

  return fail (self, g_error_new (AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNSUPPORTED,
                                  _("“%s” is a story pack of another version than this Ambassador can read: look for a newer Ambassador."),
                                  self->name), error);
}

/* The schema says whether a pack is valid, the inspector says it better; only what that has no words for is told in those
 * of libxml2. After a first mistake libxml2 no longer knows where it is, so the checker goes on with the inspector alone. */
static void
settle_schema (AmbStorypackReader *self)
{
  AmbXmlFault *fault = &self->faults.schema;

  if (fault->detail != NULL && self->problems->len == 0)
    /* Translators: this is an English text of the XML library */
    amb_storypack_problems_add (self->problems, fault->line, _("It does not follow the schema: %s."), fault->detail);
  amb_xml_fault_clear (fault);
}

static gboolean
read_root (AmbStorypackReader  *self,
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
  if (node == NULL)
    return fail (self, g_error_new (AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNKNOWN, _("“%s” is no story pack."), self->name), error);
  if (!check_root (self, node, error))
    return FALSE;

  self->line = amb_xml_node_get_line (node);
  if (!amb_storypack_build_pack (node, self->pack, self->zone))
    amb_storypack_inspect_attributes (node, amb_storypack_get_root (), self->problems);
  settle_schema (self);

  return settle_problems (self, error) && move (self, TRUE, error);
}

static void
remember_media (AmbStorypackReader *self,
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
build_story (AmbStorypackReader *self,
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
    amb_storypack_problems_add (self->problems, self->line, _("The story “%s” stands there a second time."), uid);
  remember_media (self, story);

  return g_steal_pointer (&story);
}

/* Takes the node where the reader stands over into the pack, or makes a story of it, and moves on. */
static gboolean
read_node (AmbStorypackReader  *self,
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
is_within (AmbStorypackReader *self)
{
  return !self->at_end && !is_at (self, XML_READER_TYPE_END_ELEMENT);
}

static gboolean
is_at_story (AmbStorypackReader *self)
{
  return is_at (self, XML_READER_TYPE_ELEMENT) &&
         xmlStrEqual (xmlTextReaderConstLocalName (self->xml), (const xmlChar *) amb_storypack_get_story ()->name);
}

/* What comes behind the last story can still be wrong. */
static gboolean
read_end (AmbStorypackReader  *self,
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
read_heading (AmbStorypackReader  *self,
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

static gboolean
open_xml (AmbStorypackReader  *self,
          GInputStream        *stream,
          GError             **error)
{
  GError *reason = NULL;

  self->source = amb_xml_source_new (stream, self->name, &limits, &reason);
  if (self->source == NULL)
    return fail (self, reason, error);

  self->schema = amb_storypack_schema_new ();
  self->xml = amb_xml_source_create_reader (self->source, &reason);
  if (self->xml == NULL)
    return fail (self, reason, error);

  amb_xml_faults_watch (&self->faults, self->xml);
  xmlTextReaderRelaxNGSetSchema (self->xml, self->schema);

  return read_heading (self, error);
}

static gboolean
open_zip (AmbStorypackReader  *self,
          GError             **error)
{
  g_autoptr (GInputStream) entry = NULL;
  GError *reason = NULL;

  self->archive = amb_archive_new (self->stream, self->name, &reason);
  if (self->archive != NULL && !amb_archive_contains (self->archive, AMB_STORYPACK_PACK_FILE))
    reason = g_error_new (AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_UNKNOWN,
                          _("“%s” is no story pack: there is no “pack.xml” in it."), self->name);
  if (reason != NULL || !amb_archive_find (self->archive, AMB_STORYPACK_PACK_FILE, &reason))
    return fail (self, reason, error);

  entry = amb_archive_open_entry (self->archive);

  return open_xml (self, entry, error);
}

static gboolean
is_zip (const char *bytes,
        gsize       n_bytes)
{
  return n_bytes >= ZIP_SIGNATURE_LENGTH && (memcmp (bytes, ZIP_SIGNATURE, ZIP_SIGNATURE_LENGTH) == 0 ||
                                             memcmp (bytes, EMPTY_ZIP_SIGNATURE, ZIP_SIGNATURE_LENGTH) == 0);
}

static gboolean
open_stream (AmbStorypackReader  *self,
             GError             **error)
{
  g_autoptr (GInputStream) buffered = NULL;
  const char *bytes;
  gsize n_bytes;

  if (G_IS_SEEKABLE (self->stream) && g_seekable_can_seek (G_SEEKABLE (self->stream)))
    {
      char signature[ZIP_SIGNATURE_LENGTH];

      if (!g_input_stream_read_all (self->stream, signature, sizeof signature, &n_bytes, NULL, error) ||
          !g_seekable_seek (G_SEEKABLE (self->stream), 0, G_SEEK_SET, NULL, error))
        return FALSE;

      return is_zip (signature, n_bytes) ? open_zip (self, error) : open_xml (self, self->stream, error);
    }

  buffered = g_buffered_input_stream_new (self->stream);
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (buffered), FALSE);
  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), -1, NULL, error) < 0)
    return FALSE;
  bytes = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &n_bytes);

  return is_zip (bytes, n_bytes) ? open_zip (self, error) : open_xml (self, buffered, error);
}

static void
amb_storypack_reader_finalize (GObject *object)
{
  AmbStorypackReader *self = AMB_STORYPACK_READER (object);

  g_clear_pointer (&self->xml, xmlFreeTextReader);
  g_clear_pointer (&self->schema, xmlRelaxNGFree);
  g_clear_pointer (&self->source, amb_xml_source_free);
  amb_xml_faults_clear (&self->faults);
  g_clear_object (&self->archive);
  g_clear_object (&self->stream);
  g_clear_object (&self->pack);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_hash_table_unref (self->uids);
  g_hash_table_unref (self->media);
  g_clear_error (&self->error);
  g_free (self->name);

  G_OBJECT_CLASS (amb_storypack_reader_parent_class)->finalize (object);
}

static void
amb_storypack_reader_class_init (AmbStorypackReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amb_storypack_reader_finalize;
}

static void
amb_storypack_reader_init (AmbStorypackReader *self)
{
  self->zone = g_time_zone_new_local ();
  self->pack = amb_pack_new ();
  self->uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->media = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static AmbStorypackReader *
create_reader (GInputStream  *stream,
               const char    *name,
               GPtrArray     *problems,
               GError       **error)
{
  g_autoptr (AmbStorypackReader) self = g_object_new (AMB_TYPE_STORYPACK_READER, NULL);

  self->stream = g_object_ref (stream);
  self->name = g_strdup (name);
  self->is_checking = problems != NULL;
  self->problems = problems == NULL ? amb_storypack_problems_new () : g_ptr_array_ref (problems);

  return open_stream (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * amb_storypack_reader_recognizes:
 * @head: (array length=n_bytes): the first bytes of a file, 4096 or so
 * @n_bytes: how many there are
 * @stream: (nullable): the whole file, seekable, to look further; it is left anywhere
 *
 * Tells whether a file means to be a story pack, right or wrong: by the namespace near its beginning, or by the file
 * that a zip has in it.
 *
 * Returns: %TRUE when it does
 */
gboolean
amb_storypack_reader_recognizes (const char   *head,
                                 gsize         n_bytes,
                                 GInputStream *stream)
{
  g_autoptr (GString) text = g_string_sized_new (n_bytes);
  g_autoptr (AmbArchive) archive = NULL;

  g_return_val_if_fail (head != NULL || n_bytes == 0, FALSE);

  if (is_zip (head, n_bytes))
    {
      archive = stream == NULL ? NULL : amb_archive_new (stream, "", NULL);

      return archive != NULL && amb_archive_contains (archive, AMB_STORYPACK_PACK_FILE);
    }

  /* In UTF-16 every other byte of it is 0. */
  for (gsize i = 0; i < n_bytes; i++)
    {
      if (head[i] != '\0')
        g_string_append_c (text, head[i]);
    }

  return strstr (text->str, NAMESPACE_OF_ANY_VERSION) != NULL;
}

/**
 * amb_storypack_reader_new:
 * @stream: the bytes of a pack; not closed. A zip file must be seekable
 * @name: what the person calls it, for messages
 * @error: return location for an error
 *
 * Opens a story pack and reads up to the first story. Whether it is XML or zip is found out by its content. May be
 * called from any thread; blocks.
 *
 * Returns: (transfer full) (nullable): the reader, or %NULL with an %AMB_FORMAT_ERROR whose message names file and line
 *   and says what to do, or a %G_IO_ERROR
 */
AmbStorypackReader *
amb_storypack_reader_new (GInputStream  *stream,
                          const char    *name,
                          GError       **error)
{
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return create_reader (stream, name, NULL, error);
}

/**
 * amb_storypack_reader_new_for_file:
 * @file: a story pack
 * @cancellable: (nullable): to give up opening the file
 * @error: return location for an error
 *
 * Opens the story pack in a file, as [ctor@StorypackReader.new].
 *
 * Returns: (transfer full) (nullable): the reader, or %NULL with an error
 */
AmbStorypackReader *
amb_storypack_reader_new_for_file (GFile         *file,
                                   GCancellable  *cancellable,
                                   GError       **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *base_name = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;

  base_name = g_file_get_basename (file);
  name = g_filename_display_name (base_name);

  return amb_storypack_reader_new (G_INPUT_STREAM (stream), name, error);
}

/**
 * amb_storypack_reader_new_checking:
 * @stream: the bytes of a pack; not closed. A zip file must be seekable
 * @name: what the person calls it, for messages
 * @problems: (element-type AmbStorypackProblem): where to add what is wrong
 * @error: return location for an error
 *
 * Opens a story pack to find everything that is wrong with it: where [ctor@StorypackReader.new] gives up this goes on,
 * and leaves out the stories that cannot be used. What is no XML or no zip file is an error here too.
 *
 * Returns: (transfer full) (nullable): the reader, or %NULL with an error
 */
AmbStorypackReader *
amb_storypack_reader_new_checking (GInputStream  *stream,
                                   const char    *name,
                                   GPtrArray     *problems,
                                   GError       **error)
{
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  return create_reader (stream, name, problems, error);
}

/**
 * amb_storypack_reader_get_pack:
 * @self: a reader
 *
 * Gets the heading of the pack.
 *
 * Returns: (transfer none): the pack
 */
AmbPack *
amb_storypack_reader_get_pack (AmbStorypackReader *self)
{
  g_return_val_if_fail (AMB_IS_STORYPACK_READER (self), NULL);

  return self->pack;
}

/**
 * amb_storypack_reader_next:
 * @self: a reader
 * @story: (out) (transfer full) (nullable): the next story, or %NULL behind the last
 * @error: return location for an error
 *
 * Reads the next story. Its times are those that the pack names: a date alone is the whole day in the person's own time
 * zone. After an error the same error comes again.
 *
 * Returns: %TRUE unless there was an error
 */
gboolean
amb_storypack_reader_next (AmbStorypackReader  *self,
                           AmbStory           **story,
                           GError             **error)
{
  g_autoptr (AmbStory) read = NULL;

  g_return_val_if_fail (AMB_IS_STORYPACK_READER (self), FALSE);
  g_return_val_if_fail (story != NULL, FALSE);

  *story = NULL;
  if (self->error != NULL)
    {
      g_propagate_error (error, g_error_copy (self->error));
      return FALSE;
    }

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
 * amb_storypack_reader_next_media:
 * @self: a reader that has come to the end of its stories
 * @file: (out) (transfer full) (nullable): the name that stories know it by, or %NULL behind the last
 * @bytes: (out) (transfer full) (nullable): what is in it
 * @mime_type: (out) (transfer full) (nullable): its type, guessed from its name and content
 * @error: return location for an error
 *
 * Reads the next of the media files that a story of the pack names.
 *
 * Returns: %TRUE unless there was an error
 */
gboolean
amb_storypack_reader_next_media (AmbStorypackReader  *self,
                                 char               **file,
                                 GBytes             **bytes,
                                 char               **mime_type,
                                 GError             **error)
{
  g_autofree char *type = NULL;
  const char *path = NULL;

  g_return_val_if_fail (AMB_IS_STORYPACK_READER (self), FALSE);
  g_return_val_if_fail (self->at_end, FALSE);
  g_return_val_if_fail (file != NULL && bytes != NULL && mime_type != NULL, FALSE);

  *file = NULL;
  *bytes = NULL;
  *mime_type = NULL;
  if (self->archive == NULL)
    return TRUE;
  if (!self->reads_media && !amb_archive_rewind (self->archive, error))
    return FALSE;
  self->reads_media = TRUE;

  do
    {
      if (!amb_archive_next (self->archive, &path, error))
        return FALSE;
    }
  while (path != NULL && !g_hash_table_contains (self->media, path));

  if (path == NULL)
    return TRUE;
  *bytes = amb_archive_read_entry (self->archive, MAX_MEDIA_SIZE, error);
  if (*bytes == NULL)
    return FALSE;

  type = g_content_type_guess (path, g_bytes_get_data (*bytes, NULL), MIN (g_bytes_get_size (*bytes), 4096), NULL);
  *mime_type = g_content_type_get_mime_type (type);
  *file = g_strdup (path);

  return TRUE;
}

/**
 * amb_storypack_reader_get_archive:
 * @self: a reader
 *
 * Gets the zip file that the pack stands in, to look at its list of files.
 *
 * Returns: (transfer none) (nullable): the archive, or %NULL when the pack is XML alone
 */
AmbArchive *
amb_storypack_reader_get_archive (AmbStorypackReader *self)
{
  g_return_val_if_fail (AMB_IS_STORYPACK_READER (self), NULL);

  return self->archive;
}

/**
 * amb_storypack_reader_get_position:
 * @self: a reader
 *
 * Tells how far the reading is, for a progress bar: compare it with the size of the file.
 *
 * Returns: bytes of the file
 */
gint64
amb_storypack_reader_get_position (AmbStorypackReader *self)
{
  g_return_val_if_fail (AMB_IS_STORYPACK_READER (self), 0);

  return self->archive == NULL ? amb_xml_source_get_position (self->source) : amb_archive_get_position (self->archive);
}

/**
 * amb_storypack_reader_get_line:
 * @self: a reader
 *
 * Gets the line of the XML on which the story read last begins.
 *
 * Returns: a line, counted from 1
 */
int
amb_storypack_reader_get_line (AmbStorypackReader *self)
{
  g_return_val_if_fail (AMB_IS_STORYPACK_READER (self), 0);

  return self->line;
}
