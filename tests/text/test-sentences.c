/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-sentences.h"

#include "random-text.h"

static void
assert_sentences (const char *language,
                  const char *text,
                  const char *expected)
{
  g_autoptr (GArray) sentences = amb_sentences_split (text, language);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    {
      AmbRange range = g_array_index (sentences, AmbRange, i);

      if (i > 0)
        g_string_append_c (joined, '|');
      g_string_append_len (joined, text + range.start, range.end - range.start);
    }

  g_assert_cmpstr (joined->str, ==, expected);
}

static void
test_any_language (void)
{
  assert_sentences (NULL, "", "");
  assert_sentences (NULL, " \n ", "");
  assert_sentences (NULL, "One. Two! Three? Four", "One.|Two!|Three?|Four");
  assert_sentences (NULL, "A title\n\nA sentence.\nAnother one", "A title|A sentence.|Another one");
  assert_sentences (NULL, "Great day! 🎉 👏", "Great day!");
  assert_sentences (NULL, "It costs 3.50 euro. Cheap.", "It costs 3.50 euro.|Cheap.");
  assert_sentences (NULL, "He said: “Come.” She went.", "He said: “Come.”|She went.");
  assert_sentences (NULL, "Dr. Smith was there. Good.", "Dr. Smith was there.|Good.");
  assert_sentences (NULL, "Two things:\n 1. One.\n 12. Two.", "Two things:|1. One.|12. Two.");
  assert_sentences (NULL, "1. One. How many? 3. Good.", "1. One.|How many?|3.|Good.");
  assert_sentences (NULL, "1.\nOne.", "1.|One.");
  assert_sentences (NULL, "これは文です。次の文です。", "これは文です。|次の文です。");
}

static void
test_languages (void)
{
  assert_sentences ("nl", "Dhr. J. Jansen werkt o.a. Op zaal. Mooi.", "Dhr. J. Jansen werkt o.a. Op zaal.|Mooi.");
  assert_sentences ("nl-NL", "Dat is bijv. Utrecht. Ja.", "Dat is bijv. Utrecht.|Ja.");
  assert_sentences ("en", "Dat is bijv. Utrecht. Ja.", "Dat is bijv.|Utrecht.|Ja.");
  assert_sentences ("nl", "Koffie, thee, enz. Daarna gingen we.", "Koffie, thee, enz.|Daarna gingen we.");
  assert_sentences ("en", "Mrs. Jones, i.e. Ann, came. So did I. Then we left.",
                    "Mrs. Jones, i.e. Ann, came.|So did I.|Then we left.");
  assert_sentences ("de", "Am 3. Oktober ist z. B. Feiertag. Gut.", "Am 3. Oktober ist z. B. Feiertag.|Gut.");
  assert_sentences ("de", "Das war 2020. Danach kam viel.", "Das war 2020.|Danach kam viel.");
  assert_sentences ("fr", "M. Dupont et Mme. Durand sont là. Bien.", "M. Dupont et Mme. Durand sont là.|Bien.");
  assert_sentences ("nl", "Met dhr.\n\nVolgende alinea.", "Met dhr.|Volgende alinea.");
}

/* Words that are abbreviations only before a number, and letters that are words. */
static void
test_words_too (void)
{
  assert_sentences ("nl", "De zaal was vol. Iedereen bleef.", "De zaal was vol.|Iedereen bleef.");
  assert_sentences ("nl", "Zie art. 12. Daar staat het.", "Zie art. 12.|Daar staat het.");
  assert_sentences ("nl", "Tien euro max. Meld je aan voor max. 10 GB.", "Tien euro max.|Meld je aan voor max. 10 GB.");
  assert_sentences ("nl", "Kom naar het event. Het is gratis.", "Kom naar het event.|Het is gratis.");
  assert_sentences ("nl", "Graag hoor ik van u. Bel gerust.", "Graag hoor ik van u.|Bel gerust.");
  assert_sentences ("en", "The answer is no. We go on with no. 5 Main Street.",
                    "The answer is no.|We go on with no. 5 Main Street.");
  assert_sentences ("en", "I love art. It helps.", "I love art.|It helps.");
  assert_sentences ("de", "Jeder auf seine Art. Gut so.", "Jeder auf seine Art.|Gut so.");
  assert_sentences ("fr", "Il y en a. Nous partons.", "Il y en a.|Nous partons.");
}

static void
test_quotation_marks (void)
{
  assert_sentences ("nl", "“Dr. Jansen komt.” Goed.", "“Dr. Jansen komt.”|Goed.");
  assert_sentences ("nl", "Ze zei: ‘Dhr. Jansen komt.’ Goed.", "Ze zei: ‘Dhr. Jansen komt.’|Goed.");
  assert_sentences ("nl", "Bij haar („J. Jansen“) kan dat. Goed.", "Bij haar („J. Jansen“) kan dat.|Goed.");
  assert_sentences ("fr", "«M. Dupont est là.» Bien.", "«M. Dupont est là.»|Bien.");
  assert_sentences ("en", "Well ... Good.", "Well ...|Good.");
}

static void
test_ranges (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (18);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *text = i % 4 == 0 ? make_broken_text (random, 50) : make_random_text (random, 50);
      g_autoptr (GArray) sentences = amb_sentences_split (text, i % 2 == 0 ? "nl" : "de");
      gsize end = 0;

      for (guint j = 0; j < sentences->len; j++)
        {
          AmbRange range = g_array_index (sentences, AmbRange, j);

          g_assert_cmpuint (range.start, >=, end);
          g_assert_cmpuint (range.end, >, range.start);
          g_assert_cmpuint (range.end, <=, strlen (text));
          if (i % 4 != 0)
            g_assert_true (g_utf8_validate (text + range.start, range.end - range.start, NULL));
          end = range.end;
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/sentences/any-language", test_any_language);
  g_test_add_func ("/text/sentences/languages", test_languages);
  g_test_add_func ("/text/sentences/words-too", test_words_too);
  g_test_add_func ("/text/sentences/quotation-marks", test_quotation_marks);
  g_test_add_func ("/text/sentences/ranges", test_ranges);

  return g_test_run ();
}
