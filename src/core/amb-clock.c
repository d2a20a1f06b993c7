/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-core"

#include "config.h"

#include "amb-clock.h"

#define AT_SYSTEM_TIME G_MININT64

#define MILLISECOND_BITS 41
#define COUNTER_BITS 12

struct _AmbClock
{
  GObject parent_instance;

  GMutex mutex;
  gint64 fixed;
  gint64 last_id;
};

G_DEFINE_FINAL_TYPE (AmbClock, amb_clock, G_TYPE_OBJECT)

static void
amb_clock_finalize (GObject *object)
{
  AmbClock *self = AMB_CLOCK (object);

  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (amb_clock_parent_class)->finalize (object);
}

static void
amb_clock_class_init (AmbClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amb_clock_finalize;
}

static void
amb_clock_init (AmbClock *self)
{
  g_mutex_init (&self->mutex);
  self->fixed = AT_SYSTEM_TIME;
}

/**
 * amb_clock_new:
 *
 * Makes a clock that tells the time of the system. May be read from any thread.
 *
 * Returns: (transfer full): the clock
 */
AmbClock *
amb_clock_new (void)
{
  return g_object_new (AMB_TYPE_CLOCK, NULL);
}

/**
 * amb_clock_new_fixed:
 * @now: milliseconds since 1970, UTC
 *
 * Makes a clock that stands still until [method@Clock.advance] moves it: for tests.
 *
 * Returns: (transfer full): the clock
 */
AmbClock *
amb_clock_new_fixed (gint64 now)
{
  AmbClock *self = amb_clock_new ();

  self->fixed = now;

  return self;
}

/* With the mutex locked. */
static gint64
get_now (AmbClock *self)
{
  return self->fixed == AT_SYSTEM_TIME ? g_get_real_time () / 1000 : self->fixed;
}

/**
 * amb_clock_now:
 * @self: a clock
 *
 * Tells the time.
 *
 * Returns: milliseconds since 1970, UTC
 */
gint64
amb_clock_now (AmbClock *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (AMB_IS_CLOCK (self), 0);

  locker = g_mutex_locker_new (&self->mutex);

  return get_now (self);
}

/**
 * amb_clock_make_id:
 * @self: a clock
 * @newest: the greatest id that is taken already, as far as is known, or 0
 *
 * Makes an id for a new record: 41 bits of milliseconds, 12 random bits; within a millisecond it counts on. Ids grow,
 * stay exact in the numbers of every JSON reader, are new to a database whoever writes to it, and are practically unique
 * should two databases meet one day.
 *
 * Returns: an id, greater than @newest and than all that this clock made
 */
gint64
amb_clock_make_id (AmbClock *self,
                   gint64    newest)
{
  gint64 mask = (G_GINT64_CONSTANT (1) << MILLISECOND_BITS) - 1;
  g_autoptr (GMutexLocker) locker = NULL;
  gint64 moment;

  g_return_val_if_fail (AMB_IS_CLOCK (self), 0);

  locker = g_mutex_locker_new (&self->mutex);
  moment = get_now (self) & mask;
  self->last_id = MAX (self->last_id, newest);
  if (moment > self->last_id >> COUNTER_BITS)
    self->last_id = (moment << COUNTER_BITS) | g_random_int_range (0, 1 << COUNTER_BITS);
  else
    self->last_id++;

  return self->last_id;
}

/**
 * amb_clock_advance:
 * @self: a clock made with [ctor@Clock.new_fixed]
 * @milliseconds: how far to move it
 *
 * Moves a fixed clock.
 */
void
amb_clock_advance (AmbClock *self,
                   gint64    milliseconds)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (AMB_IS_CLOCK (self));
  g_return_if_fail (self->fixed != AT_SYSTEM_TIME);

  locker = g_mutex_locker_new (&self->mutex);
  self->fixed += milliseconds;
}
