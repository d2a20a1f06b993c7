/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-preview-panel.h"

#include <glib/gi18n-lib.h>

#include "amb-channel-rules.h"
#include "amb-links.h"
#include "amb-persona.h"

/**
 * AmbPreviewPanel:
 *
 * A text as a reader meets it: with who wrote it, and folded where the channel folds.
 */
struct _AmbPreviewPanel
{
  AdwBin           parent_instance;

  AmbDraftSession *session;
  GSignalGroup    *session_signals;
  GCancellable    *cancellable;
  gboolean         is_unfolded;

  /* Template widgets */
  GtkLabel        *place;
  AdwAvatar       *avatar;
  GtkLabel        *name;
  GtkLabel        *headline;
  GtkLabel        *text;
  GtkButton       *more;
};

G_DEFINE_FINAL_TYPE (AmbPreviewPanel, amb_preview_panel, ADW_TYPE_BIN)

/* A channel folds between words. */
static const char *
find_fold (const char *text,
           gint64      fold)
{
  const char *place;

  if (fold <= 0 || g_utf8_strlen (text, -1) <= fold)
    return NULL;

  place = g_utf8_offset_to_pointer (text, fold);
  while (place > text && !g_unichar_isspace (g_utf8_get_char (place)))
    place = g_utf8_prev_char (place);

  return place > text ? place : g_utf8_offset_to_pointer (text, fold);
}

static PangoAttrList *
make_link_attributes (const char *text)
{
  g_autoptr (GArray) links = amb_links_find (text, AMB_LINK_KIND_ALL);
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; i < links->len; i++)
    {
      const AmbLink *link = &g_array_index (links, AmbLink, i);
      PangoAttribute *attribute = pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD);

      attribute->start_index = link->range.start;
      attribute->end_index = link->range.end;
      pango_attr_list_insert (attributes, attribute);
    }

  return attributes;
}

static void
set_text (AmbPreviewPanel *self,
          const char      *text)
{
  PangoAttrList *attributes = make_link_attributes (text);

  gtk_label_set_label (self->text, text);
  gtk_label_set_attributes (self->text, attributes);
  pango_attr_list_unref (attributes);
}

static gint64
get_fold (const char *channel)
{
  const AmbChannelRules *rules = channel == NULL ? NULL : amb_channel_rules_lookup (channel);

  return rules == NULL ? 0 : amb_channel_rules_get_fold (rules);
}

/* The main text is shown as on the first channel it is meant for. */
static char *
choose_channel (AmbPreviewPanel *self)
{
  GListModel *variants = G_LIST_MODEL (amb_draft_get_variants (amb_draft_session_get_draft (self->session)));
  g_autoptr (AmbVariant) first = g_list_model_get_item (variants, 0);
  const char *channel = amb_draft_session_get_channel (self->session);

  if (channel == NULL && first != NULL)
    channel = amb_variant_get_text (first, AMB_VARIANT_CHANNEL);

  return g_strdup (channel);
}

static void
show_place (AmbPreviewPanel *self,
            const char      *channel)
{
  g_autofree char *name = channel == NULL ? NULL : amb_draft_session_name_channel (self->session, channel);
  /* Translators: %s is a channel such as LinkedIn */
  g_autofree char *text = name == NULL ? g_strdup (_("As it will read")) : g_strdup_printf (_("On %s"), name);

  gtk_label_set_label (self->place, text);
}

static void
show_preview (AmbPreviewPanel *self)
{
  g_autofree char *channel = NULL;
  g_autofree char *folded = NULL;
  const char *text;
  const char *fold;

  if (self->session == NULL)
    return;

  channel = choose_channel (self);
  text = channel == NULL ? amb_draft_session_get_text (self->session)
                         : amb_draft_get_text_for (amb_draft_session_get_draft (self->session), channel);
  fold = find_fold (text, get_fold (channel));
  show_place (self, channel);
  gtk_widget_set_visible (GTK_WIDGET (self->more), fold != NULL);
  /* Translators: as under a post on LinkedIn that is shown in part */
  gtk_button_set_label (self->more, self->is_unfolded ? _("see less") : _("…see more"));

  if (fold == NULL || self->is_unfolded)
    set_text (self, text);
  else
    {
      folded = g_strndup (text, fold - text);
      set_text (self, folded);
    }
}

static void
more_clicked_cb (AmbPreviewPanel *self)
{
  self->is_unfolded = !self->is_unfolded;
  show_preview (self);
}

static void
show_person (AmbPreviewPanel *self,
             AmbProfile      *profile)
{
  const char *language = amb_draft_get_text (amb_draft_session_get_draft (self->session), AMB_DRAFT_LANGUAGE);
  const char *name = amb_profile_get_text (profile, "name", NULL);
  const char *headline = amb_profile_get_text (profile, "headline", language);

  adw_avatar_set_text (self->avatar, name);
  adw_avatar_set_show_initials (self->avatar, name != NULL);
  gtk_label_set_label (self->name, name == NULL ? _("You") : name);
  gtk_label_set_label (self->headline, headline == NULL ? "" : headline);
  gtk_widget_set_visible (GTK_WIDGET (self->headline), headline != NULL);
}

static void
load_persona_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (AmbPreviewPanel) self = data;
  g_autoptr (AmbProfile) profile = NULL;
  g_autoptr (GError) error = NULL;

  if (self->session == NULL)
    return;

  profile = amb_persona_load_finish (amb_draft_session_get_context (self->session), result, &error);
  if (profile != NULL)
    show_person (self, profile);
  else
    g_debug ("The profile could not be read: %s", error->message);
}

/* Looked up each time it is shown: it may have been edited on its own page, and each draft has a language of its own. */
static void
load_persona (AmbPreviewPanel *self)
{
  if (self->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    amb_persona_load_async (amb_draft_session_get_context (self->session), self->cancellable,
                            load_persona_cb, g_object_ref (self));
}

static void
amb_preview_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (amb_preview_panel_parent_class)->map (widget);

  load_persona (AMB_PREVIEW_PANEL (widget));
}

static void
amb_preview_panel_dispose (GObject *object)
{
  AmbPreviewPanel *self = AMB_PREVIEW_PANEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (amb_preview_panel_parent_class)->dispose (object);
}

static void
amb_preview_panel_finalize (GObject *object)
{
  g_clear_object (&AMB_PREVIEW_PANEL (object)->cancellable);

  G_OBJECT_CLASS (amb_preview_panel_parent_class)->finalize (object);
}

static void
amb_preview_panel_class_init (AmbPreviewPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = amb_preview_panel_dispose;
  object_class->finalize = amb_preview_panel_finalize;
  widget_class->map = amb_preview_panel_map;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/drafts/amb-preview-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbPreviewPanel, avatar);
  gtk_widget_class_bind_template_child (widget_class, AmbPreviewPanel, headline);
  gtk_widget_class_bind_template_child (widget_class, AmbPreviewPanel, more);
  gtk_widget_class_bind_template_child (widget_class, AmbPreviewPanel, name);
  gtk_widget_class_bind_template_child (widget_class, AmbPreviewPanel, place);
  gtk_widget_class_bind_template_child (widget_class, AmbPreviewPanel, text);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
amb_preview_panel_init (AmbPreviewPanel *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->session_signals = g_signal_group_new (AMB_TYPE_DRAFT_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "changed", G_CALLBACK (show_preview), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::channel", G_CALLBACK (show_preview), self);
}

void
amb_preview_panel_set_session (AmbPreviewPanel *self,
                               AmbDraftSession *session)
{
  g_return_if_fail (AMB_IS_PREVIEW_PANEL (self));
  g_return_if_fail (session == NULL || AMB_IS_DRAFT_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  self->is_unfolded = FALSE;
  show_preview (self);
  load_persona (self);
}
