/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-draft-row.h"

#include <glib/gi18n-lib.h>

#include "amb-channel-rules.h"
#include "amb-draft-title.h"
#include "amb-format.h"
#include "amb-time.h"

/**
 * AmbDraftRow:
 *
 * A draft in the list: its first words, how far it is, for which channels, and when it last changed.
 */
struct _AmbDraftRow
{
  AdwBin    parent_instance;

  AmbDraft *draft;
  char     *spoken_name;
};

enum
{
  PROP_0,
  PROP_DRAFT,
  PROP_SPOKEN_NAME,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbDraftRow, amb_draft_row, ADW_TYPE_BIN)

/* GTK 4.8 leaves the rows of a list view without a name, so the child gives its own to the row around it. */
static void
name_list_row (AmbDraftRow *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (row != NULL && self->spoken_name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, self->spoken_name, -1);
}

static void
set_spoken_name (AmbDraftRow *self,
                 const char  *name)
{
  if (g_strcmp0 (self->spoken_name, name) == 0)
    return;

  g_free (self->spoken_name);
  self->spoken_name = g_strdup (name);
  name_list_row (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPOKEN_NAME]);
}

/* Closures of the template. */
static char *
format_title (AmbDraftRow *self,
              const char  *text,
              gboolean     loaded)
{
  return loaded ? amb_draft_title_make (text) : g_strdup ("");
}

static char *
format_state (AmbDraftRow   *self,
              AmbDraftState  state,
              gint64         planned_at)
{
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;

  if (state != AMB_DRAFT_STATE_PLANNED || planned_at == AMB_TIME_UNSET)
    return g_strdup (amb_draft_state_get_label (state));

  date = amb_format_day (planned_at, g_get_real_time () / 1000);
  time = amb_format_time (planned_at);

  /* Translators: a date and a time of the day: when a draft is to be shared */
  return g_strdup_printf (_("Planned for %s, %s"), date, time);
}

static char *
format_state_symbol (AmbDraftRow   *self,
                     AmbDraftState  state)
{
  return g_strdup (amb_draft_title_get_symbol (state));
}

/* The number is not needed, but makes the binding follow the list. */
static char *
format_channels (AmbDraftRow *self,
                 guint        n_variants)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GListModel *variants;

  if (self->draft == NULL)
    return NULL;

  variants = G_LIST_MODEL (amb_draft_get_variants (self->draft));
  for (guint i = 0; i < g_list_model_get_n_items (variants); i++)
    {
      g_autoptr (AmbVariant) variant = g_list_model_get_item (variants, i);

      g_ptr_array_add (names, (gpointer) amb_channel_rules_name_channel (amb_variant_get_text (variant, AMB_VARIANT_CHANNEL)));
    }
  g_ptr_array_add (names, NULL);

  return g_strjoinv (" · ", (char **) names->pdata);
}

static char *
format_changed (AmbDraftRow *self,
                gint64       updated_at)
{
  return amb_format_when (updated_at, g_get_real_time () / 1000);
}

/* Of a plan it matters when, and not when it was made: there is no room for both. */
static gboolean
is_not_planned (AmbDraftRow   *self,
                AmbDraftState  state)
{
  return state != AMB_DRAFT_STATE_PLANNED;
}

static char *
format_spoken_name (AmbDraftRow *self,
                    const char  *title,
                    const char  *state,
                    const char  *channels,
                    const char  *changed)
{
  const char *words[] = { title, state, changed, channels != NULL && *channels != '\0' ? channels : NULL, NULL };

  return title == NULL || *title == '\0' ? NULL : g_strjoinv (". ", (char **) words);
}

static void
row_notify_parent_cb (AmbDraftRow *self)
{
  name_list_row (self);
}

static void
amb_draft_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  AmbDraftRow *self = AMB_DRAFT_ROW (object);

  switch (prop_id)
    {
    case PROP_DRAFT:
      g_value_set_object (value, amb_draft_row_get_draft (self));
      break;
    case PROP_SPOKEN_NAME:
      g_value_set_string (value, self->spoken_name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_draft_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  AmbDraftRow *self = AMB_DRAFT_ROW (object);

  switch (prop_id)
    {
    case PROP_DRAFT:
      amb_draft_row_set_draft (self, g_value_get_object (value));
      break;
    case PROP_SPOKEN_NAME:
      set_spoken_name (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_draft_row_finalize (GObject *object)
{
  AmbDraftRow *self = AMB_DRAFT_ROW (object);

  g_clear_object (&self->draft);
  g_free (self->spoken_name);

  G_OBJECT_CLASS (amb_draft_row_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AMB_TYPE_DRAFT);
  g_type_ensure (G_TYPE_LIST_STORE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/drafts/amb-draft-row.ui");
  amb_format_bind_closures (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, format_changed);
  gtk_widget_class_bind_template_callback (widget_class, format_channels);
  gtk_widget_class_bind_template_callback (widget_class, format_spoken_name);
  gtk_widget_class_bind_template_callback (widget_class, format_state);
  gtk_widget_class_bind_template_callback (widget_class, format_state_symbol);
  gtk_widget_class_bind_template_callback (widget_class, format_title);
  gtk_widget_class_bind_template_callback (widget_class, is_not_planned);
  gtk_widget_class_bind_template_callback (widget_class, row_notify_parent_cb);
}

static void
amb_draft_row_class_init (AmbDraftRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = amb_draft_row_get_property;
  object_class->set_property = amb_draft_row_set_property;
  object_class->finalize = amb_draft_row_finalize;

  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, AMB_TYPE_DRAFT, flags);
  properties[PROP_SPOKEN_NAME] = g_param_spec_string ("spoken-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
amb_draft_row_init (AmbDraftRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AmbDraft *
amb_draft_row_get_draft (AmbDraftRow *self)
{
  g_return_val_if_fail (AMB_IS_DRAFT_ROW (self), NULL);

  return self->draft;
}

void
amb_draft_row_set_draft (AmbDraftRow *self,
                         AmbDraft    *draft)
{
  g_return_if_fail (AMB_IS_DRAFT_ROW (self));
  g_return_if_fail (draft == NULL || AMB_IS_DRAFT (draft));

  if (g_set_object (&self->draft, draft))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}
