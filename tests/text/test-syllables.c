/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-syllables.h"

#include "random-text.h"

static void
assert_syllables (const char *language,
                  const char *words,
                  guint       expected)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (gsize i = 0; list[i] != NULL; i++)
    {
      guint n_syllables = amb_syllables_count (list[i], strlen (list[i]), language);

      if (n_syllables != expected)
        g_error ("%s (%s) has %u syllables, not %u", list[i], language, expected, n_syllables);
    }
}

static void
test_dutch (void)
{
  assert_syllables ("nl", "de zorg leeuw nieuw mooi draai groei trouw blauw eeuw team IJs", 1);
  assert_syllables ("nl", "idee olie avond ezel ode water mooie nieuwe blauwe station bureau geëerd naïef website", 2);
  assert_syllables ("nl", "ideeën radio museum reële ruïne patiënt media eieren coöpteer Europa", 3);
  assert_syllables ("nl", "alinea januari financieel situatie officieel aquarium", 4);
  assert_syllables ("nl", "coördinatie", 5);
  assert_syllables ("nl-BE", "ziekenhuis", 3);
  assert_syllables ("nl_NL.UTF-8", "ziekenhuis", 3);
}

static void
test_english (void)
{
  assert_syllables ("en", "the a care nurse strength through quiche once cared wolves", 1);
  assert_syllables ("en", "table wanted people nation quiet science being houses handsome homework", 2);
  assert_syllables ("en", "hospital idea area radio museum everyone", 3);
  assert_syllables ("en", "community education activity usually", 4);
}

static void
test_german (void)
{
  assert_syllables ("de", "die Zeit schon Wien Haus", 1);
  assert_syllables ("de", "neue Bauer Seen Abend aber", 2);
  assert_syllables ("de", "Ideen Museum Nation Medien Studien Serie", 3);
  assert_syllables ("de", "Familie", 4);
  assert_syllables ("de", "Kollegialität", 6);
}

static void
test_french (void)
{
  assert_syllables ("fr", "le les bien oui elle vie fille eau œuvre yeux", 1);
  assert_syllables ("fr", "premier nation été accueil pays payer noël famille travail", 2);
  assert_syllables ("fr", "ouvrier février oublier travailler", 3);
  assert_syllables ("fr", "aéroport", 4);
}

static void
test_unknown (void)
{
  assert_syllables ("fy", "sikehûs", 1);
  assert_syllables (NULL, "ziekenhuis", 1);
  assert_syllables ("nl", "2026 brr", 1);
}

static void
test_any_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (19);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *bytes = make_random_bytes (random, 40);
      g_autofree char *text = make_random_text (random, 10);

      g_assert_cmpuint (amb_syllables_count (bytes, 40, "nl"), >=, 1);
      g_assert_cmpuint (amb_syllables_count (text, strlen (text), "fr"), <=, MAX (strlen (text), 1));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/syllables/dutch", test_dutch);
  g_test_add_func ("/text/syllables/english", test_english);
  g_test_add_func ("/text/syllables/german", test_german);
  g_test_add_func ("/text/syllables/french", test_french);
  g_test_add_func ("/text/syllables/unknown", test_unknown);
  g_test_add_func ("/text/syllables/any-bytes", test_any_bytes);

  return g_test_run ();
}
