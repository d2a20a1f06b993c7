/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The characters of one and two bytes: Latin, Greek, Cyrillic, Armenian, Arabic … */
#define AMB_WORD_TABLE_SHORT 0x800

/* General punctuation: two times 64 characters behind E2. */
#define AMB_WORD_TABLE_PUNCTUATION 0x2000
#define AMB_WORD_TABLE_PUNCTUATION_END 0x2070

/* What a character does to a word: the Word_Break property (UAX 29) as far as most scripts need it. */
typedef enum
{
  AMB_WORD_CLASS_OTHER,
  AMB_WORD_CLASS_SPACE,
  AMB_WORD_CLASS_LETTER,
  AMB_WORD_CLASS_DIGIT,
  AMB_WORD_CLASS_CONNECTOR,
  AMB_WORD_CLASS_BETWEEN_LETTERS,
  AMB_WORD_CLASS_BETWEEN_DIGITS,
  AMB_WORD_CLASS_BETWEEN_BOTH,
  AMB_WORD_CLASS_COMPLEX,
} AmbWordClass;

/* Without a letter or digit a stretch is no word; at a link sign a link may be. */
typedef enum
{
  AMB_WORD_FLAG_LETTER_OR_DIGIT = 1 << 0,
  AMB_WORD_FLAG_LINK_SIGN = 1 << 1,
} AmbWordFlags;

/* An #AmbWordClass, #AmbWordFlags and the folded character: eight bytes, because all of the table is
 * looked at all the time. */
typedef struct
{
  guint8 word_class;
  guint8 flags;
  guint8 n_bytes;
  char bytes[5];
} AmbWordCharacter;

typedef struct
{
  /* the small letter for an ASCII letter, 0 for other bytes */
  guint8 ascii_letters[256];
  AmbWordCharacter short_ones[AMB_WORD_TABLE_SHORT];
  AmbWordCharacter punctuation[AMB_WORD_TABLE_PUNCTUATION_END - AMB_WORD_TABLE_PUNCTUATION];
  AmbWordCharacter sign;
  AmbWordCharacter complex;
} AmbWordTable;

const AmbWordTable *amb_word_table_get (void);

G_END_DECLS
