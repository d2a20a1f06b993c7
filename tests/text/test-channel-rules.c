/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-channel-rules.h"

static void
test_order (void)
{
  static const char * const ids[] = {
    "linkedin", "x", "mastodon", "bluesky", "threads", "facebook", "instagram", "whatsapp", "telegram", "email",
    "website", "intranet", "in-person",
  };
  gsize n_rules;
  const AmbChannelRules * const *rules = amb_channel_rules_list (&n_rules);

  g_assert_cmpuint (n_rules, ==, G_N_ELEMENTS (ids));
  for (gsize i = 0; i < n_rules; i++)
    {
      g_assert_cmpstr (amb_channel_rules_get_id (rules[i]), ==, ids[i]);
      g_assert_true (amb_channel_rules_lookup (ids[i]) == rules[i]);
      g_assert_nonnull (amb_channel_rules_get_name (rules[i], NULL));
      g_assert_nonnull (amb_channel_rules_get_unit_note (rules[i]));
    }
}

static void
test_unknown (void)
{
  g_assert_null (amb_channel_rules_lookup ("town-crier"));
  g_assert_null (amb_channel_rules_lookup (""));
}

static void
test_facts (void)
{
  const AmbChannelRules *linkedin = amb_channel_rules_lookup ("linkedin");
  const AmbChannelRules *bluesky = amb_channel_rules_lookup ("bluesky");
  const AmbChannelRules *instagram = amb_channel_rules_lookup ("instagram");
  const AmbChannelRules *threads = amb_channel_rules_lookup ("threads");
  const AmbChannelRules *mastodon = amb_channel_rules_lookup ("mastodon");
  const AmbChannelRules *x = amb_channel_rules_lookup ("x");

  g_assert_cmpint (amb_channel_rules_get_unit (linkedin), ==, AMB_LENGTH_UNIT_UTF16);
  g_assert_cmpint (amb_channel_rules_get_limit (linkedin), ==, 3000);
  g_assert_cmpint (amb_channel_rules_get_byte_limit (linkedin), ==, 0);
  g_assert_cmpint (amb_channel_rules_get_fold (linkedin), ==, 210);
  g_assert_cmpint (amb_channel_rules_get_unit (x), ==, AMB_LENGTH_UNIT_X_WEIGHT);
  g_assert_cmpint (amb_channel_rules_get_limit (x), ==, 280);
  g_assert_cmpint (amb_channel_rules_get_unit (mastodon), ==, AMB_LENGTH_UNIT_MASTODON);
  g_assert_cmpint (amb_channel_rules_get_limit (mastodon), ==, 500);
  g_assert_cmpint (amb_channel_rules_get_unit (threads), ==, AMB_LENGTH_UNIT_BYTES);
  g_assert_cmpint (amb_channel_rules_get_limit (threads), ==, 500);
  g_assert_cmpint (amb_channel_rules_get_unit (bluesky), ==, AMB_LENGTH_UNIT_GRAPHEMES);
  g_assert_cmpint (amb_channel_rules_get_limit (bluesky), ==, 300);
  g_assert_cmpint (amb_channel_rules_get_byte_limit (bluesky), ==, 3000);
  g_assert_cmpint (amb_channel_rules_get_hashtag_limit (instagram), ==, 5);
  g_assert_null (amb_channel_rules_get_compose_address (instagram));
  g_assert_cmpstr (amb_channel_rules_get_compose_address (amb_channel_rules_lookup ("email")), ==,
                   "mailto:?subject={subject}&body={text}");
}

static void
test_online (void)
{
  g_assert_true (amb_channel_rules_is_online (amb_channel_rules_lookup ("intranet")));
  g_assert_false (amb_channel_rules_is_online (amb_channel_rules_lookup ("in-person")));
}

static void
test_names (void)
{
  const AmbChannelRules *in_person = amb_channel_rules_lookup ("in-person");

  g_assert_cmpstr (amb_channel_rules_get_name (in_person, "nl"), ==, "In het echt");
  g_assert_cmpstr (amb_channel_rules_get_name (in_person, "nl_BE.UTF-8"), ==, "In het echt");
  g_assert_cmpstr (amb_channel_rules_get_name (in_person, "en_GB"), ==, "In person");
  g_assert_cmpstr (amb_channel_rules_get_name (in_person, "ja"), ==, "In person");
  g_assert_cmpstr (amb_channel_rules_get_name (amb_channel_rules_lookup ("x"), "nl"), ==, "X");

  g_assert_cmpstr (amb_channel_rules_name_channel ("linkedin"), ==, "LinkedIn");
  g_assert_cmpstr (amb_channel_rules_name_channel ("Town crier"), ==, "Town crier");
  g_assert_cmpstr (amb_channel_rules_name_channel (""), ==, "");
  g_assert_null (amb_channel_rules_name_channel (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/channel-rules/order", test_order);
  g_test_add_func ("/text/channel-rules/unknown", test_unknown);
  g_test_add_func ("/text/channel-rules/facts", test_facts);
  g_test_add_func ("/text/channel-rules/online", test_online);
  g_test_add_func ("/text/channel-rules/names", test_names);

  return g_test_run ();
}
