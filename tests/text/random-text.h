/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include <glib.h>

/* Texts made of pieces that have been trouble somewhere, in any order. */
static const char * const pieces[] = {
  "a", "B", "word", "Words", "the", "nurse", "nurses", "é", "e\xcc\x81", "É", "ß", "ẞ", "ł", "Łódź", "đ", "ø", "æ",
  "œ", "þ", "ħ", "İ", "ı", "ǆ", "ŉ", "ſ", "µ", "ª", "½", "²", "don't", "don’t", "rock’n’roll", "o'", "'t", "U.S.",
  "3.14", "1,000", "1.000,5", "a.b", "2.b", "a_b", "__", "_", "e-mail", "co\xc2\xadop", "zero\xe2\x80\x8bwidth",
  "\xef\xbb\xbf", "日本語", "ひらがな", "カタカナ", "한국어", "ไทยภาษา", "עברית", "א\"ב", "العربية", "हिन्दी",
  "привет", "ёж", "ΑΣ", "ὀδυσσεύς", "𝗯𝗼𝗹𝗱", "𝟭𝟮", "ｆｕｌｌ", "ﬁ", "👍🏽", "👨‍👩‍👧‍👦", "🇳🇱", "1️⃣", "❤️", "☺", "😀",
  " ", " ", " ", " ", "\n", "\r\n", "\t", "\xc2\xa0", "\xe3\x80\x80", "\xe2\x80\xa8", ".", ",", ";", ":", "!", "?",
  "-", "–", "—", "…", "'", "’", "‘", "\"", "“", "”", "«", "(", ")", "[", "]", "*", "/", "\\", "@", "#", "@name",
  "@name@example.social", "#OpenDay", "#1", "https://example.com/a?b=c#d", "http://", "www.example.com",
  "example.com", "user@example.com", "einde.De", "NEAR(", "AND", "OR", "NOT", "title:", "^", "{", "}", "+", "a*",
  "\"a b\"", "-x", "\x01", "\x7f", "\xc2\x85", "\xcc\x81", "\xe2\x80\x8d", "\xef\xb8\x8f", "\xf4\x8f\xbf\xbf",
};

static inline char *
make_random_text (GRand *random,
                  guint  n_pieces)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_pieces; i++)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

/* Bytes that are no text: a function may give any answer, but has to give one. */
static inline char *
make_random_bytes (GRand *random,
                   gsize  length)
{
  char *bytes = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    bytes[i] = g_rand_int_range (random, 1, 256);
  bytes[length] = '\0';

  return bytes;
}

/* A text with a byte changed and its end torn off, in no byte more than it needs: reading on behind a
 * broken character is noticed. */
static inline char *
make_broken_text (GRand *random,
                  guint  n_pieces)
{
  g_autofree char *text = make_random_text (random, n_pieces);
  gsize length = strlen (text);

  if (length > 0)
    text[g_rand_int_range (random, 0, length)] = g_rand_int_range (random, 1, 256);

  return g_strndup (text, g_rand_int_range (random, 0, length + 1));
}
