/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-check-report.h"
#include "amb-context.h"
#include "amb-draft.h"

G_BEGIN_DECLS

/**
 * AmbCheckInfo:
 * @id: the word for it in settings and on the command line
 * @label: what the person reads; translate it with dgettext()
 *
 * A check that the person can switch off.
 */
typedef struct
{
  const char *id;
  const char *label;
} AmbCheckInfo;

const AmbCheckInfo *amb_checker_list_checks (gsize *n_checks);

AmbCheckReport     *amb_checker_check       (AmbConnection *connection, AmbDraft *draft, const char *channel,
                                             const char *language, GError **error);
void                amb_checker_run_async   (AmbContext *context, AmbDraft *draft, const char *channel,
                                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
AmbCheckReport     *amb_checker_run_finish  (AmbContext *context, GAsyncResult *result, GError **error);

G_END_DECLS
