/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-waiting.h"

#include "amb-draft-list.h"
#include "amb-today.h"

/* Changes come in bursts: one look afterwards is enough. */
#define DELAY_MILLISECONDS 300

struct _AmbWaiting
{
  GObject       parent_instance;

  AmbContext   *context;
  AmbDraftList *drafts;
  GCancellable *cancellable;
  guint         source;
  guint         today;
};

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_TODAY,
  PROP_DRAFTS,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbWaiting, amb_waiting, G_TYPE_OBJECT)

static guint
count_items (AmbToday   *today,
             const char *property)
{
  g_autoptr (GListModel) items = NULL;

  g_object_get (today, property, &items, NULL);

  return items == NULL ? 0 : g_list_model_get_n_items (items);
}

static void
today_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (AmbWaiting) self = data;
  g_autoptr (AmbToday) today = amb_today_load_finish (AMB_CONTEXT (object), result, NULL);
  guint count;

  /* A failed look leaves the count as it was: the page itself says what is wrong. */
  if (today == NULL)
    return;

  count = count_items (today, "due") + count_items (today, "follow-ups") + count_items (today, "unconfirmed");
  if (count == self->today)
    return;

  self->today = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TODAY]);
}

static gboolean
look (gpointer data)
{
  AmbWaiting *self = data;

  self->source = 0;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  amb_today_load_async (self->context, self->cancellable, today_loaded_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
database_changed_cb (AmbWaiting  *self,
                     AmbChange   *change,
                     AmbDatabase *database)
{
  if (self->source == 0 &&
      (amb_change_touches (change, AMB_TABLE_DRAFT) || amb_change_touches (change, AMB_TABLE_ENTRY)))
    self->source = g_timeout_add (DELAY_MILLISECONDS, look, self);
}

static void
drafts_changed_cb (AmbWaiting *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFTS]);
}

static void
amb_waiting_constructed (GObject *object)
{
  AmbWaiting *self = AMB_WAITING (object);

  G_OBJECT_CLASS (amb_waiting_parent_class)->constructed (object);

  self->drafts = amb_draft_list_new (self->context);
  amb_draft_list_set_filter (self->drafts, AMB_DRAFT_STATE_DRAFT, NULL);
  g_signal_connect_object (self->drafts, "items-changed", G_CALLBACK (drafts_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (amb_context_get_database (self->context), "changed", G_CALLBACK (database_changed_cb),
                           self, G_CONNECT_SWAPPED);
  look (self);
}

static void
amb_waiting_dispose (GObject *object)
{
  AmbWaiting *self = AMB_WAITING (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->drafts);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (amb_waiting_parent_class)->dispose (object);
}

static void
amb_waiting_finalize (GObject *object)
{
  AmbWaiting *self = AMB_WAITING (object);

  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (amb_waiting_parent_class)->finalize (object);
}

static void
amb_waiting_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  AmbWaiting *self = AMB_WAITING (object);

  switch (property_id)
    {
    case PROP_TODAY:
      g_value_set_uint (value, self->today);
      break;
    case PROP_DRAFTS:
      g_value_set_uint (value, g_list_model_get_n_items (G_LIST_MODEL (self->drafts)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_waiting_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  AmbWaiting *self = AMB_WAITING (object);

  switch (property_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_waiting_class_init (AmbWaitingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = amb_waiting_constructed;
  object_class->dispose = amb_waiting_dispose;
  object_class->finalize = amb_waiting_finalize;
  object_class->get_property = amb_waiting_get_property;
  object_class->set_property = amb_waiting_set_property;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, AMB_TYPE_CONTEXT,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TODAY] = g_param_spec_uint ("today", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DRAFTS] = g_param_spec_uint ("drafts", NULL, NULL, 0, G_MAXUINT, 0,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_waiting_init (AmbWaiting *self)
{
  self->cancellable = g_cancellable_new ();
}

AmbWaiting *
amb_waiting_new (AmbContext *context)
{
  return g_object_new (AMB_TYPE_WAITING, "context", context, NULL);
}
