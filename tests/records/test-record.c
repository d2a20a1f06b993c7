/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-heard.h"

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
test_text (void)
{
  g_autoptr (AmbHeard) heard = amb_heard_new ();
  g_autofree char *shown = NULL;
  guint n_notified = 0;

  g_signal_connect_swapped (heard, "notify::quote", G_CALLBACK (count_cb), &n_notified);
  g_assert_null (amb_heard_get_text (heard, AMB_HEARD_QUOTE));

  amb_heard_set_text (heard, AMB_HEARD_QUOTE, "They listen");
  amb_heard_set_text (heard, AMB_HEARD_QUOTE, "They listen");
  amb_heard_set_text (heard, AMB_HEARD_GROUP, "patients");
  g_assert_cmpuint (n_notified, ==, 1);

  g_object_get (heard, "quote", &shown, NULL);
  g_assert_cmpstr (shown, ==, "They listen");

  /* The empty text is none. */
  amb_heard_set_text (heard, AMB_HEARD_QUOTE, "");
  amb_heard_set_text (heard, AMB_HEARD_QUOTE, NULL);
  g_assert_null (amb_heard_get_text (heard, AMB_HEARD_QUOTE));
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_cmpstr (amb_heard_get_text (heard, AMB_HEARD_GROUP), ==, "patients");
}

/* A caller may leave out the begin of what stands there. */
static void
test_part_of_text (void)
{
  g_autoptr (AmbHeard) heard = amb_heard_new ();

  amb_heard_set_text (heard, AMB_HEARD_QUOTE, "   They listen");
  amb_heard_set_text (heard, AMB_HEARD_QUOTE, amb_heard_get_text (heard, AMB_HEARD_QUOTE) + 3);
  g_assert_cmpstr (amb_heard_get_text (heard, AMB_HEARD_QUOTE), ==, "They listen");
}

static void
test_assign (void)
{
  g_autoptr (AmbHeard) heard = amb_heard_new ();
  g_autoptr (AmbHeard) other = amb_heard_new ();
  guint n_notified = 0;

  amb_record_set_id (AMB_RECORD (heard), 7);
  amb_record_set_loaded (AMB_RECORD (heard), TRUE);
  amb_heard_set_text (heard, AMB_HEARD_QUOTE, "They listen");
  amb_heard_set_tone (heard, -2);
  amb_heard_set_at (heard, 1000);
  amb_heard_set_entry_id (heard, 8);
  amb_heard_set_text (other, AMB_HEARD_NAME, "somebody");

  amb_record_assign (AMB_RECORD (other), AMB_RECORD (heard));
  g_assert_cmpint (amb_record_get_id (AMB_RECORD (other)), ==, 7);
  g_assert_true (amb_record_get_loaded (AMB_RECORD (other)));
  g_assert_cmpstr (amb_heard_get_text (other, AMB_HEARD_QUOTE), ==, "They listen");
  g_assert_null (amb_heard_get_text (other, AMB_HEARD_NAME));
  g_assert_cmpint (amb_heard_get_tone (other), ==, -2);
  g_assert_cmpint (amb_heard_get_at (other), ==, 1000);
  g_assert_cmpint (amb_heard_get_entry_id (other), ==, 8);

  /* Only what differs is told. */
  g_signal_connect_swapped (other, "notify", G_CALLBACK (count_cb), &n_notified);
  amb_record_assign (AMB_RECORD (other), AMB_RECORD (heard));
  g_assert_cmpuint (n_notified, ==, 0);
  amb_heard_set_tone (heard, 1);
  amb_record_assign (AMB_RECORD (other), AMB_RECORD (heard));
  g_assert_cmpuint (n_notified, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/text", test_text);
  g_test_add_func ("/record/part-of-text", test_part_of_text);
  g_test_add_func ("/record/assign", test_assign);

  return g_test_run ();
}
