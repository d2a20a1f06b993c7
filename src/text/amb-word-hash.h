/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* FNV-1a, 64 bit, over the bytes of the folded word: the same on every machine and in every version,
 * because what is made of it is stored. */
#define AMB_WORD_HASH_START G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define AMB_WORD_HASH_PRIME G_GUINT64_CONSTANT (0x00000100000001b3)

static inline guint64
amb_word_hash_add (guint64 hash,
                   guint8  byte)
{
  return (hash ^ byte) * AMB_WORD_HASH_PRIME;
}

/* Spreads the bits: FNV leaves the last byte in the low ones (the finalizer of MurmurHash3). */
static inline guint64
amb_word_hash_finish (guint64 hash)
{
  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  hash ^= hash >> 33;

  return hash;
}

G_END_DECLS
