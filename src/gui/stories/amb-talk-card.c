/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-talk-card.h"

#include <glib/gi18n-lib.h>

#include "amb-format.h"
#include "amb-presenter.h"
#include "amb-speaking-time.h"
#include "amb-story-parts.h"

/**
 * AmbTalkCard:
 *
 * How to tell a story aloud: the spoken version, how long it takes, and what people will ask.
 */
struct _AmbTalkCard
{
  AmbStorySection parent_instance;
};

G_DEFINE_FINAL_TYPE (AmbTalkCard, amb_talk_card, AMB_TYPE_STORY_SECTION)

/* Rounded as one would say it: nobody speaks to the second. */
static char *
format_duration (AmbTalkCard *self,
                 const char  *spoken,
                 const char  *language)
{
  guint seconds = spoken == NULL ? 0 : amb_speaking_time (spoken, language);

  if (seconds == 0)
    return NULL;
  if (seconds < 58)
    {
      guint rounded = MAX (5, (seconds + 2) / 5 * 5);

      /* Translators: how long it takes to say a text aloud */
      return g_strdup_printf (ngettext ("About %u second", "About %u seconds", rounded), rounded);
    }
  else
    {
      guint minutes = (seconds + 30) / 60;

      /* Translators: how long it takes to say a text aloud */
      return g_strdup_printf (ngettext ("About %u minute", "About %u minutes", minutes), minutes);
    }
}

static gboolean
has_talk (AmbTalkCard *self,
          const char  *spoken,
          gboolean     has_questions)
{
  return has_questions || (spoken != NULL && *spoken != '\0');
}

static void
copy_button_clicked_cb (AmbTalkCard *self)
{
  AmbStory *story = amb_story_section_get_story (AMB_STORY_SECTION (self));
  const char *spoken = amb_story_get_text (story, AMB_STORY_SPOKEN);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), spoken == NULL ? "" : spoken);
  amb_presenter_show_toast (GTK_WIDGET (self), _("Spoken version copied"));
}

static void
amb_talk_card_class_init (AmbTalkCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (AMB_TYPE_STORY_PARTS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/stories/amb-talk-card.ui");
  amb_format_bind_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, copy_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_duration);
  gtk_widget_class_bind_template_callback (widget_class, has_talk);
}

static void
amb_talk_card_init (AmbTalkCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
