/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "amb-check-report.h"
#include "amb-context.h"
#include "amb-draft.h"

G_BEGIN_DECLS

/* Says everything the composer has to say of a draft as it would go to @channel (NULL: of the master text, measured
 * for each of its channels). Reads the library, the profile and the preferences; latest wins: cancel the one before. */
void            amb_checker_run_async  (AmbContext *context, AmbDraft *draft, const char *channel,
                                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
AmbCheckReport *amb_checker_run_finish (AmbContext *context, GAsyncResult *result, GError **error);

/* The checks there are, in the order in which they are shown; each can be switched off in the preferences. */
typedef struct
{
  const char *id;
  const char *label; /* translate it with dgettext() */
} AmbCheckInfo;

const AmbCheckInfo *amb_checker_list_checks (gsize *n_checks);

G_END_DECLS
