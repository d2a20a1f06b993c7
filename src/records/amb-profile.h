/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AmbProfileField:
 * @id: the word for it on the command line and in files
 * @label: what the person reads; translate it with dgettext()
 * @hint: (nullable): what to write there
 * @limit: how many characters the place it is for takes, or 0
 * @many: whether it holds a list
 * @per_language: whether it is written in each language anew
 * @long_text: whether it takes several lines
 *
 * One field of the profile. The table of [func@Profile.get_fields] is all there is to a field.
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *hint;
  guint       limit;
  gboolean    many;
  gboolean    per_language;
  gboolean    long_text;
} AmbProfileField;

typedef void (*AmbProfileFunc) (const char *field, const char *language, guint position, const char *text, gpointer data);

#define AMB_TYPE_PROFILE (amb_profile_get_type ())
G_DECLARE_FINAL_TYPE (AmbProfile, amb_profile, AMB, PROFILE, GObject)

AmbProfile            *amb_profile_new           (void);
AmbProfile            *amb_profile_copy          (AmbProfile *self);
const AmbProfileField *amb_profile_get_fields    (gsize *n_fields);
const AmbProfileField *amb_profile_find_field    (const char *id);
const char            *amb_profile_get_text      (AmbProfile *self, const char *field, const char *language);
void                   amb_profile_set_text      (AmbProfile *self, const char *field, const char *language, const char *text);
const char * const    *amb_profile_get_list      (AmbProfile *self, const char *field, const char *language);
void                   amb_profile_set_list      (AmbProfile *self, const char *field, const char *language, const char * const *texts);
char                 **amb_profile_get_languages (AmbProfile *self);
void                   amb_profile_foreach       (AmbProfile *self, AmbProfileFunc func, gpointer data);
gboolean               amb_profile_equal         (AmbProfile *self, AmbProfile *other);

G_END_DECLS
