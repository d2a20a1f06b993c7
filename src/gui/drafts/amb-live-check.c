/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-live-check.h"

#include "amb-presenter.h"

/* Long enough for a fast typist to come to the end of a word, short enough to seem immediate. */
#define PAUSE_MILLISECONDS 150

/**
 * AmbLiveCheck:
 *
 * What the program has to say of a draft, kept up to date while somebody types.
 *
 * A check begins when the person pauses; the one before is given up. #AmbLiveCheck:report stays what it was until the
 * next one is there, and [method@LiveCheck.is_current] tells whether its places still fit the text.
 */
struct _AmbLiveCheck
{
  GObject         parent_instance;

  AmbContext     *context;
  AmbDraft       *draft;
  char           *channel;

  /* What was found */
  AmbCheckReport *report;
  char           *error;
  gboolean        is_current;

  /* What is under way */
  GCancellable   *cancellable;
  guint           pause;
};

enum
{
  PROP_0,
  PROP_REPORT,
  PROP_ERROR,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbLiveCheck, amb_live_check, G_TYPE_OBJECT)

static void
set_error (AmbLiveCheck *self,
           const GError *error)
{
  g_autofree char *text = error == NULL ? NULL : amb_presenter_describe (error);

  if (g_strcmp0 (self->error, text) == 0)
    return;

  g_free (self->error);
  self->error = g_steal_pointer (&text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
set_report (AmbLiveCheck   *self,
            AmbCheckReport *report)
{
  g_clear_pointer (&self->report, amb_check_report_unref);
  self->report = amb_check_report_ref (report);
  self->is_current = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REPORT]);
}

static void
checker_run_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (AmbLiveCheck) self = data;
  g_autoptr (AmbCheckReport) report = NULL;
  g_autoptr (GError) error = NULL;

  report = amb_checker_run_finish (self->context, result, &error);
  /* A request since then means that this is about a text that is no more, though it may have been ready by then. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  set_error (self, error);
  if (report != NULL)
    set_report (self, report);
}

static void
cancel (AmbLiveCheck *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pause, g_source_remove);
}

static gboolean
pause_over_cb (gpointer data)
{
  AmbLiveCheck *self = data;

  self->pause = 0;
  self->cancellable = g_cancellable_new ();
  amb_checker_run_async (self->context, self->draft, self->channel, self->cancellable,
                         checker_run_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
amb_live_check_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AmbLiveCheck *self = AMB_LIVE_CHECK (object);

  switch (prop_id)
    {
    case PROP_REPORT:
      g_value_set_boxed (value, self->report);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amb_live_check_dispose (GObject *object)
{
  AmbLiveCheck *self = AMB_LIVE_CHECK (object);

  cancel (self);

  G_OBJECT_CLASS (amb_live_check_parent_class)->dispose (object);
}

static void
amb_live_check_finalize (GObject *object)
{
  AmbLiveCheck *self = AMB_LIVE_CHECK (object);

  g_clear_object (&self->context);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->report, amb_check_report_unref);
  g_free (self->channel);
  g_free (self->error);

  G_OBJECT_CLASS (amb_live_check_parent_class)->finalize (object);
}

static void
amb_live_check_class_init (AmbLiveCheckClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_live_check_get_property;
  object_class->dispose = amb_live_check_dispose;
  object_class->finalize = amb_live_check_finalize;

  properties[PROP_REPORT] = g_param_spec_boxed ("report", NULL, NULL, AMB_TYPE_CHECK_REPORT,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_live_check_init (AmbLiveCheck *self)
{
}

AmbLiveCheck *
amb_live_check_new (AmbContext *context,
                    AmbDraft   *draft)
{
  AmbLiveCheck *self;

  g_return_val_if_fail (AMB_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (AMB_IS_DRAFT (draft), NULL);

  self = g_object_new (AMB_TYPE_LIVE_CHECK, NULL);
  self->context = g_object_ref (context);
  self->draft = g_object_ref (draft);

  return self;
}

/* Call it whenever the text may have changed; @channel is NULL for the main text. */
void
amb_live_check_request (AmbLiveCheck *self,
                        const char   *channel)
{
  g_return_if_fail (AMB_IS_LIVE_CHECK (self));

  cancel (self);
  self->is_current = FALSE;
  if (g_strcmp0 (self->channel, channel) != 0)
    {
      g_free (self->channel);
      self->channel = g_strdup (channel);
    }
  self->pause = g_timeout_add (PAUSE_MILLISECONDS, pause_over_cb, self);
}

AmbCheckReport *
amb_live_check_get_report (AmbLiveCheck *self)
{
  g_return_val_if_fail (AMB_IS_LIVE_CHECK (self), NULL);

  return self->report;
}

const char *
amb_live_check_get_error (AmbLiveCheck *self)
{
  g_return_val_if_fail (AMB_IS_LIVE_CHECK (self), NULL);

  return self->error;
}

gboolean
amb_live_check_is_current (AmbLiveCheck *self)
{
  g_return_val_if_fail (AMB_IS_LIVE_CHECK (self), FALSE);

  return self->is_current;
}
