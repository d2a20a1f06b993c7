/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "endless-stream.h"

#include <string.h>

struct _EndlessStream
{
  GInputStream  parent_instance;

  GString      *head;
  const char   *piece;
  const char   *tail;
  gint64        length;
  gint64        position;
};

G_DEFINE_FINAL_TYPE (EndlessStream, endless_stream, G_TYPE_INPUT_STREAM)

static char
get_byte (EndlessStream *self,
          gint64         position)
{
  gint64 in_middle = position - (gint64) self->head->len;

  if (in_middle < 0)
    return self->head->str[position];
  if (in_middle < self->length)
    return self->piece[in_middle % (gint64) strlen (self->piece)];

  return self->tail[in_middle - self->length];
}

static gssize
endless_stream_read (GInputStream  *stream,
                     void          *buffer,
                     gsize          count,
                     GCancellable  *cancellable,
                     GError       **error)
{
  EndlessStream *self = ENDLESS_STREAM (stream);
  gint64 total = self->head->len + self->length + strlen (self->tail);
  gsize n_bytes = MIN ((gint64) count, total - self->position);

  for (gsize i = 0; i < n_bytes; i++)
    ((char *) buffer)[i] = get_byte (self, self->position + i);
  self->position += n_bytes;

  return n_bytes;
}

static void
endless_stream_finalize (GObject *object)
{
  EndlessStream *self = ENDLESS_STREAM (object);

  g_string_free (self->head, TRUE);

  G_OBJECT_CLASS (endless_stream_parent_class)->finalize (object);
}

static void
endless_stream_class_init (EndlessStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = endless_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = endless_stream_read;
}

static void
endless_stream_init (EndlessStream *self)
{
}

GInputStream *
endless_stream_new (const char *head,
                    const char *piece,
                    gint64      length,
                    const char *tail)
{
  EndlessStream *self = g_object_new (ENDLESS_TYPE_STREAM, NULL);

  self->head = g_string_new (head);
  self->piece = piece;
  self->length = length;
  self->tail = tail;

  return G_INPUT_STREAM (self);
}

gint64
endless_stream_get_consumed (EndlessStream *self)
{
  return self->position;
}
