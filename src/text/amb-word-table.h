/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define AMB_WORD_TABLE_LATIN 0x250
#define AMB_WORD_TABLE_PUNCTUATION 0x2000
#define AMB_WORD_TABLE_PUNCTUATION_END 0x2070

/* What a character does to a word: the Word_Break property (UAX 29) as far as the scripts written
 * with Latin letters need it. */
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

typedef struct
{
  guint8 word_class;
  guint8 is_link_sign;
  guint8 n_bytes;
  char bytes[5];
} AmbWordCharacter;

typedef struct
{
  AmbWordCharacter latin[AMB_WORD_TABLE_LATIN];
  AmbWordCharacter punctuation[AMB_WORD_TABLE_PUNCTUATION_END - AMB_WORD_TABLE_PUNCTUATION];
  AmbWordCharacter complex;
} AmbWordTable;

const AmbWordTable *amb_word_table_get (void);

G_END_DECLS
