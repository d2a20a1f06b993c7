/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "amb-channel-store.h"
#include "amb-drafting.h"
#include "amb-setting-store.h"
#include "amb-test-context.h"

typedef struct
{
  const char * const *channels; /* of the profile */
  const char         *chosen;   /* in the preferences */
  const char         *asked;    /* for this draft */
  const char         *expected;
} Wish;

static void
add_channel (AmbConnection *connection,
             const char    *id,
             int            position)
{
  g_autoptr (AmbChannel) channel = amb_channel_new ();
  g_autoptr (GError) error = NULL;

  amb_channel_set_text (channel, AMB_CHANNEL_CHANNEL, id);
  amb_channel_set_position (channel, position);
  amb_channel_store_save (connection, channel, &error);
  g_assert_no_error (error);
}

static char *
list_variants (AmbDraft *draft)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GListModel *variants = G_LIST_MODEL (amb_draft_get_variants (draft));

  for (guint i = 0; i < g_list_model_get_n_items (variants); i++)
    {
      g_autoptr (AmbVariant) variant = g_list_model_get_item (variants, i);

      g_ptr_array_add (ids, (gpointer) amb_variant_get_text (variant, AMB_VARIANT_CHANNEL));
    }
  g_ptr_array_add (ids, NULL);

  return g_strjoinv (" ", (char **) ids->pdata);
}

static gpointer
make (AmbConnection  *connection,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  const Wish *wish = data;
  g_autoptr (AmbDraft) draft = NULL;
  g_autofree char *channels = NULL;

  for (int i = 0; wish->channels != NULL && wish->channels[i] != NULL; i++)
    add_channel (connection, wish->channels[i], i);
  if (wish->chosen != NULL)
    g_assert_true (amb_setting_store_set (connection, "default-channel", wish->chosen, error));

  draft = amb_drafting_make (connection, 0, wish->asked, NULL, error);
  g_assert_nonnull (draft);
  channels = list_variants (draft);
  g_assert_cmpstr (channels, ==, wish->expected);

  return NULL;
}

static void
check (Wish wish)
{
  g_autoptr (AmbTestContext) test = amb_test_context_new ();
  g_autoptr (GError) error = NULL;

  amb_database_run (test->database, AMB_ACCESS_WRITE, make, &wish, NULL, &error);
  g_assert_no_error (error);
}

/* Two accounts on one channel are one variant; a channel of the person's own is one like the others. */
static void
test_channels (void)
{
  static const char * const own[] = { "mastodon", "linkedin", "mastodon", "Intranet", NULL };

  check ((Wish) { NULL, NULL, NULL, "linkedin" });
  check ((Wish) { own, NULL, NULL, "mastodon linkedin Intranet" });
  check ((Wish) { own, "x", NULL, "x" });
  check ((Wish) { own, "x", "bluesky", "bluesky" });
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/drafting/channels", test_channels);

  return g_test_run ();
}
