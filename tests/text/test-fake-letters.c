/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-fake-letters.h"

#include "random-text.h"

static void
assert_fake (const char *text,
             guint       n_found,
             const char *plain)
{
  g_autoptr (GArray) found = amb_fake_letters_find (text);
  g_autofree char *replaced = amb_fake_letters_replace (text);

  g_assert_cmpuint (found->len, ==, n_found);
  g_assert_cmpstr (replaced, ==, plain);
}

static void
test_find (void)
{
  assert_fake ("", 0, "");
  assert_fake ("plain é 日本 😀 ①", 0, "plain é 日本 😀 ①");
  assert_fake ("so 𝗯𝗼𝗹𝗱!", 1, "so bold!");
  assert_fake ("𝗯𝗼𝗹𝗱 𝘄𝗼𝗿𝗱𝘀, 𝟭𝟮", 2, "bold words, 12");
  assert_fake ("ℎ𝑒𝑙𝑙𝑜", 1, "hello");
  assert_fake ("the reals ℝ", 0, "the reals ℝ");
  assert_fake ("ⓗⓘ 🄷🄸 🅗🅘", 1, "hi HI HI");
  assert_fake ("🅰", 0, "🅰");
}

static void
test_range (void)
{
  const char *text = "a 𝗯𝗼 c";
  g_autoptr (GArray) found = amb_fake_letters_find (text);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (g_array_index (found, AmbRange, 0).start, ==, 2);
  g_assert_cmpuint (g_array_index (found, AmbRange, 0).end, ==, 10);
}

static void
test_again (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (21);

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *text = i % 2 == 0 ? make_random_text (random, 40) : make_broken_text (random, 40);
      g_autofree char *replaced = amb_fake_letters_replace (text);
      g_autoptr (GArray) found = amb_fake_letters_find (replaced);

      g_assert_cmpuint (found->len, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/fake-letters/find", test_find);
  g_test_add_func ("/text/fake-letters/range", test_range);
  g_test_add_func ("/text/fake-letters/again", test_again);

  return g_test_run ();
}
