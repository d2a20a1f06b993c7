/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-story-opening.h"

#include <glib/gi18n-lib.h>

#include "amb-format.h"
#include "amb-story-mark.h"
#include "amb-story-parts.h"

/**
 * AmbStoryOpening:
 *
 * How the page of a story begins: whose it is, its message, how long it may be shared, and what it rests on.
 */
struct _AmbStoryOpening
{
  AmbStorySection parent_instance;
};

G_DEFINE_FINAL_TYPE (AmbStoryOpening, amb_story_opening, AMB_TYPE_STORY_SECTION)

static gint64
get_now (AmbStoryOpening *self)
{
  return amb_context_get_now (amb_story_section_get_context (AMB_STORY_SECTION (self)));
}

/* Closures of the template. */
static char *
format_origin (AmbStoryOpening *self,
               AmbStoryKind     kind,
               const char      *organisation)
{
  const char *label = amb_story_kind_get_label (kind);

  return organisation == NULL ? g_strdup (label) : g_strdup_printf ("%s · %s", label, organisation);
}

static char *
format_dismissed (AmbStoryOpening *self,
                  const char      *reason)
{
  /* Translators: %s is the reason, a short sentence */
  return reason == NULL ? NULL : g_strdup_printf (_("Not for me: %s"), reason);
}

/* The arguments make the binding follow the fields that the mark is made of. */
static char *
format_validity (AmbStoryOpening *self,
                 AmbStoryStatus   status,
                 gint64           usable_from,
                 gint64           usable_until,
                 gboolean         cleared)
{
  AmbStory *story = amb_story_section_get_story (AMB_STORY_SECTION (self));

  return story == NULL ? NULL : amb_story_mark_explain (story, get_now (self));
}

static char *
format_validity_symbol (AmbStoryOpening *self,
                        const char      *validity)
{
  AmbStory *story = amb_story_section_get_story (AMB_STORY_SECTION (self));
  const char *symbol = story == NULL ? NULL : amb_story_mark_get_symbol (amb_story_mark_get (story, get_now (self)));

  return g_strdup (symbol == NULL ? "emblem-ok-symbolic" : symbol);
}

static void
amb_story_opening_class_init (AmbStoryOpeningClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (AMB_TYPE_STORY_PARTS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/stories/amb-story-opening.ui");
  amb_format_bind_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, format_dismissed);
  gtk_widget_class_bind_template_callback (widget_class, format_origin);
  gtk_widget_class_bind_template_callback (widget_class, format_validity);
  gtk_widget_class_bind_template_callback (widget_class, format_validity_symbol);
}

static void
amb_story_opening_init (AmbStoryOpening *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
