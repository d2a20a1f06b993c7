/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-entry-facts.h"

#include <float.h>

#include <glib/gi18n-lib.h>

#include "amb-channel-rules.h"
#include "amb-fact.h"
#include "amb-format.h"
#include "amb-links.h"
#include "amb-time.h"

/**
 * AmbEntryFacts:
 *
 * What is known of an entry beside its text, one under the other.
 */
struct _AmbEntryFacts
{
  AdwBin    parent_instance;

  AmbEntry *entry;
};

enum
{
  PROP_0,
  PROP_ENTRY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbEntryFacts, amb_entry_facts, ADW_TYPE_BIN)

/* Closures of the template. */
static char *
format_channel (AmbEntryFacts *self,
                const char    *channel)
{
  return g_strdup (amb_channel_rules_name_channel (channel));
}

/* “100%” must not hide that a passage was copied. */
static char *
format_own_words (AmbEntryFacts *self,
                  double         share)
{
  return share < 0 ? NULL : g_strdup_printf (_("%d%%"), (int) (share * 100 + DBL_EPSILON * 100));
}

static char *
format_people (AmbEntryFacts *self,
               int            people)
{
  return people < 0 ? NULL : amb_format_number (people);
}

static char *
format_follow_up (AmbEntryFacts *self,
                  const char    *text,
                  gint64         at)
{
  g_autofree char *date = amb_format_date (at);

  if (text == NULL || at == AMB_TIME_UNSET)
    return g_strdup (text == NULL ? date : text);

  /* Translators: what to do, and on which day */
  return g_strdup_printf (_("%s (%s)"), text, date);
}

static char *
format_tags (AmbEntryFacts  *self,
             char          **tags)
{
  return tags == NULL ? NULL : g_strjoinv (", ", tags);
}

/* An address that cannot be opened safely is a text like any other. */
static char *
format_plain_link (AmbEntryFacts *self,
                   const char    *link)
{
  return link != NULL && amb_links_is_openable (link) ? NULL : g_strdup (link);
}

static void
amb_entry_facts_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  AmbEntryFacts *self = AMB_ENTRY_FACTS (object);

  switch (property_id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_entry_facts_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  AmbEntryFacts *self = AMB_ENTRY_FACTS (object);

  switch (property_id)
    {
    case PROP_ENTRY:
      g_set_object (&self->entry, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_entry_facts_dispose (GObject *object)
{
  AmbEntryFacts *self = AMB_ENTRY_FACTS (object);

  g_clear_object (&self->entry);

  G_OBJECT_CLASS (amb_entry_facts_parent_class)->dispose (object);
}

static void
amb_entry_facts_class_init (AmbEntryFactsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amb_entry_facts_get_property;
  object_class->set_property = amb_entry_facts_set_property;
  object_class->dispose = amb_entry_facts_dispose;

  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, AMB_TYPE_ENTRY,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (AMB_TYPE_ENTRY);
  g_type_ensure (AMB_TYPE_FACT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/history/amb-entry-facts.ui");
  gtk_widget_class_bind_template_callback (widget_class, format_channel);
  gtk_widget_class_bind_template_callback (widget_class, format_follow_up);
  gtk_widget_class_bind_template_callback (widget_class, format_own_words);
  gtk_widget_class_bind_template_callback (widget_class, format_people);
  gtk_widget_class_bind_template_callback (widget_class, format_plain_link);
  gtk_widget_class_bind_template_callback (widget_class, format_tags);
}

static void
amb_entry_facts_init (AmbEntryFacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
