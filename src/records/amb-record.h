/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define AMB_TYPE_RECORD (amb_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (AmbRecord, amb_record, AMB, RECORD, GObject)

/**
 * AmbRecordClass:
 * @n_texts: how many of the text fields of [class@Record] the class uses
 * @text_properties: (array length=n_texts): the string property that shows each text field
 * @assign: takes over every other field from a record of the same type, and notifies what differs
 */
struct _AmbRecordClass
{
  GObjectClass parent_class;

  guint        n_texts;
  GParamSpec **text_properties;
  void       (*assign) (AmbRecord *self, AmbRecord *from);
};

gint64      amb_record_get_id     (AmbRecord *self);
void        amb_record_set_id     (AmbRecord *self, gint64 id);
gboolean    amb_record_get_loaded (AmbRecord *self);
void        amb_record_set_loaded (AmbRecord *self, gboolean loaded);
const char *amb_record_get_text   (AmbRecord *self, guint field);
void        amb_record_set_text   (AmbRecord *self, guint field, const char *text);
void        amb_record_assign     (AmbRecord *self, AmbRecord *from);

void        amb_record_class_install_texts (AmbRecordClass *klass, GParamSpec **properties_out, const char * const *names,
                                            guint n_texts, guint first_property);

G_END_DECLS
