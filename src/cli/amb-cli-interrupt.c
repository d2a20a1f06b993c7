/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-cli"

#include "config.h"

#include "amb-cli-interrupt.h"

#include <signal.h>
#include <unistd.h>

#include "amb-cli.h"

/* Whoever started the program may not want it to end by a signal: nohup does so with SIGHUP, and a shell with the Ctrl+C
 * of what it runs in the background. A signal that is waited for would come in all the same. */
static void
fill_signals (sigset_t *signals)
{
  static const int numbers[] = { SIGINT, SIGTERM, SIGHUP };
  struct sigaction action;

  sigemptyset (signals);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (sigaction (numbers[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
        sigaddset (signals, numbers[i]);
    }
}

/* The first signal lets the program end in order; whoever sends a second one does not want to wait for that. SQLite
 * takes back what was not committed either way. */
static gpointer
wait_thread (gpointer data)
{
  g_autoptr (GCancellable) cancellable = data;
  sigset_t signals;
  int number;

  fill_signals (&signals);
  while (sigwait (&signals, &number) != 0)
    continue;
  g_cancellable_cancel (cancellable);

  while (sigwait (&signals, &number) != 0)
    continue;
  _exit (AMB_CLI_INTERRUPTED);

  return NULL;
}

/**
 * amb_cli_interrupt_watch:
 * @cancellable: what to cancel
 *
 * Makes Ctrl+C cancel what the program is doing. Called before there is any other thread: they inherit which signals
 * they leave to this one.
 */
void
amb_cli_interrupt_watch (GCancellable *cancellable)
{
  sigset_t signals;

  fill_signals (&signals);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("amb-signals", wait_thread, g_object_ref (cancellable)));
}
