/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define AMB_STORYPACK_MEDIA_FOLDER "media/"

/* How many characters an identifier has at most, and the name of a file behind its folder. */
#define AMB_STORYPACK_MAX_IDENTIFIER 128
#define AMB_STORYPACK_MAX_FILE 200

/**
 * AmbStorypackType:
 * @AMB_STORYPACK_NOTHING: no text of its own
 * @AMB_STORYPACK_LINE: one line of 1 to 500 characters
 * @AMB_STORYPACK_PROSE: 1 to 100,000 characters, with line ends
 * @AMB_STORYPACK_ANYTHING: one line of any length
 * @AMB_STORYPACK_TAG: a hashtag without its sign
 * @AMB_STORYPACK_IDENTIFIER: letters, digits and . _ : -
 * @AMB_STORYPACK_LANGUAGE: BCP 47
 * @AMB_STORYPACK_ADDRESS: http, https or mailto
 * @AMB_STORYPACK_FILE: a file in the folder of media
 * @AMB_STORYPACK_MOMENT: a date, or a date and time
 * @AMB_STORYPACK_DATE: a date
 * @AMB_STORYPACK_COUNT: a whole number from 1
 * @AMB_STORYPACK_BOOLEAN: true or false
 * @AMB_STORYPACK_FORMAT: the version of the format: 1
 * @AMB_STORYPACK_KIND: a kind of story
 * @AMB_STORYPACK_STATUS: a status of a story
 *
 * The types of text in a story pack, as storypack.rnc names them.
 */
typedef enum
{
  AMB_STORYPACK_NOTHING,
  AMB_STORYPACK_LINE,
  AMB_STORYPACK_PROSE,
  AMB_STORYPACK_ANYTHING,
  AMB_STORYPACK_TAG,
  AMB_STORYPACK_IDENTIFIER,
  AMB_STORYPACK_LANGUAGE,
  AMB_STORYPACK_ADDRESS,
  AMB_STORYPACK_FILE,
  AMB_STORYPACK_MOMENT,
  AMB_STORYPACK_DATE,
  AMB_STORYPACK_COUNT,
  AMB_STORYPACK_BOOLEAN,
  AMB_STORYPACK_FORMAT,
  AMB_STORYPACK_KIND,
  AMB_STORYPACK_STATUS,
} AmbStorypackType;

char       *amb_storypack_type_normalize    (AmbStorypackType type, const char *text);
gboolean    amb_storypack_type_accepts      (AmbStorypackType type, const char *text);
const char *amb_storypack_type_describe     (AmbStorypackType type);
gint64      amb_storypack_type_read_moment  (const char *text, gboolean through_the_day, GTimeZone *zone);
char       *amb_storypack_type_write_moment (gint64 moment, gboolean through_the_day);

G_END_DECLS
