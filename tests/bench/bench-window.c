/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <adwaita.h>

#include "amb-application.h"
#include "amb-entry-list.h"
#include "amb-entry-row.h"
#include "amb-importer.h"

/* Measurements with a window, for tools/bench: each prints numbers, one name and value a line. The caller gives the
 * moment at which it started the program in BENCH_START, in microseconds of the monotonic clock. */

#define SETTLE_SECONDS 4
#define TYPING_MILLISECONDS 120
#define WATCH_MILLISECONDS 1
#define N_FRAMES 600
#define PIXELS_PER_FRAME 400

typedef struct
{
  GtkApplication *application;
  GArray         *times;
  gint64          last;
  guint           n_frames;
  guint           n_typed;
  gboolean        reported;
} Bench;

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
print_times (GArray *times)
{
  g_array_sort (times, compare_doubles);
  printf ("p50 %.3f\np99 %.3f\nworst %.3f\n",
          g_array_index (times, double, times->len / 2),
          g_array_index (times, double, MIN ((guint) (times->len * 0.99), times->len - 1)),
          g_array_index (times, double, times->len - 1));
}

/* Resident memory of this process, in kilobytes (proc(5)). */
static glong
get_resident_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  line = strstr (status, "VmRSS:");

  return strtol (line + strlen ("VmRSS:"), NULL, 10);
}

static gboolean
settled_cb (gpointer data)
{
  Bench *bench = data;

  printf ("memory %ld\n", get_resident_memory ());
  g_application_quit (G_APPLICATION (bench->application));

  return G_SOURCE_REMOVE;
}

static void
first_frame_cb (GdkFrameClock *clock,
                gpointer       data)
{
  Bench *bench = data;

  if (bench->reported)
    return;

  bench->reported = TRUE;
  printf ("frame %.3f\n", (g_get_monotonic_time () - g_ascii_strtoll (g_getenv ("BENCH_START"), NULL, 10)) / 1000.0);
  g_timeout_add_seconds (SETTLE_SECONDS, settled_cb, bench);
}

static void
realized_cb (GtkWidget *window,
             gpointer   data)
{
  g_signal_connect (gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (window))), "after-paint",
                    G_CALLBACK (first_frame_cb), data);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 gpointer        data)
{
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), data);
}

static void
activate_empty_cb (GtkApplication *application,
                   gpointer        data)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1080, 720);
  gtk_window_present (GTK_WINDOW (window));
}

/* The longest time between two turns of the main loop while much is going on. */
static gboolean
watch_cb (gpointer data)
{
  Bench *bench = data;
  gint64 now = g_get_monotonic_time ();
  double gap = (now - bench->last) / 1000.0 - WATCH_MILLISECONDS;

  bench->last = now;
  gap = MAX (gap, 0);
  g_array_append_val (bench->times, gap);

  return G_SOURCE_CONTINUE;
}

static gboolean
type_cb (gpointer data)
{
  static const char typed[] = "voor de zorg en het water   ";
  Bench *bench = data;
  GtkWindow *window = gtk_application_get_active_window (bench->application);
  GtkWidget *focus = window == NULL ? NULL : gtk_window_get_focus (window);

  if (GTK_IS_EDITABLE (focus))
    {
      int length = bench->n_typed % strlen (typed);
      g_autofree char *text = g_strndup (typed, length);

      gtk_editable_set_text (GTK_EDITABLE (focus), text);
      bench->n_typed++;
    }
  else if (window != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.search-stories", NULL);
    }

  return G_SOURCE_CONTINUE;
}

static void
imported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmbImportResult) done = amb_importer_run_finish (AMB_IMPORTER (object), result, &error);

  if (done == NULL)
    g_error ("%s", error->message);
  print_times (bench->times);
  printf ("stories %" G_GINT64_FORMAT "\ntyped %u\n", done->added + done->updated + done->unchanged, bench->n_typed);
  g_application_quit (G_APPLICATION (bench->application));
}

static gboolean
start_import_cb (gpointer data)
{
  Bench *bench = data;
  GtkWindow *window = gtk_application_get_active_window (bench->application);
  g_autoptr (AmbContext) context = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("BENCH_PACK"));
  g_autoptr (AmbImporter) importer = NULL;

  g_object_get (window, "context", &context, NULL);
  importer = amb_importer_new (context, file);
  bench->last = g_get_monotonic_time ();
  g_timeout_add_full (G_PRIORITY_HIGH, WATCH_MILLISECONDS, watch_cb, bench, NULL);
  g_timeout_add (TYPING_MILLISECONDS, type_cb, bench);
  amb_importer_run_async (importer, FALSE, NULL, imported_cb, bench);

  return G_SOURCE_REMOVE;
}

/* Frames of a list that scrolls: from the beginning of one to the end of its painting. */
static void
before_paint_cb (GdkFrameClock *clock,
                 gpointer       data)
{
  Bench *bench = data;

  bench->last = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                gpointer       data)
{
  Bench *bench = data;
  double milliseconds = (g_get_monotonic_time () - bench->last) / 1000.0;

  /* The first frames make the rows. */
  if (++bench->n_frames > 60)
    g_array_append_val (bench->times, milliseconds);
}

static gboolean
scroll_cb (GtkWidget     *view,
           GdkFrameClock *clock,
           gpointer       data)
{
  Bench *bench = data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + PIXELS_PER_FRAME);
  if (bench->n_frames < N_FRAMES)
    return G_SOURCE_CONTINUE;

  print_times (bench->times);
  printf ("frames %u\n", bench->times->len);
  g_application_quit (G_APPLICATION (bench->application));

  return G_SOURCE_REMOVE;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, amb_entry_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  amb_entry_row_set_entry (AMB_ENTRY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  amb_entry_row_set_entry (AMB_ENTRY_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
scrolling_realized_cb (GtkWidget *view,
                       gpointer   data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), data);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), data);
  gtk_widget_add_tick_callback (view, scroll_cb, data, NULL);
}

static void
show_list (Bench      *bench,
           GListModel *model)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *window = adw_application_window_new (bench->application);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (model)), factory);
  g_signal_connect (view, "realize", G_CALLBACK (scrolling_realized_cb), bench);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 720);
  gtk_window_present (GTK_WINDOW (window));
}

static void
loading_changed_cb (AmbRecordList *list,
                    GParamSpec    *pspec,
                    gpointer       data)
{
  if (!amb_record_list_get_loading (list) && g_list_model_get_n_items (G_LIST_MODEL (list)) > 0)
    {
      g_signal_handlers_disconnect_by_func (list, loading_changed_cb, data);
      show_list (data, g_object_ref (G_LIST_MODEL (list)));
    }
}

static void
activate_stored_list_cb (GtkApplication *application,
                         gpointer        data)
{
  g_autoptr (AmbClock) clock = amb_clock_new ();
  AmbDatabase *database = amb_database_new (g_getenv ("BENCH_DATABASE"), clock);
  AmbContext *context = amb_context_new (database, clock);
  AmbEntryList *list = amb_entry_list_new (context);

  g_application_hold (G_APPLICATION (application));
  g_signal_connect (list, "notify::loading", G_CALLBACK (loading_changed_cb), data);
}

static void
activate_memory_list_cb (GtkApplication *application,
                         gpointer        data)
{
  GListStore *store = g_list_store_new (AMB_TYPE_ENTRY);
  guint n_entries = atoi (g_getenv ("BENCH_ENTRIES"));
  g_autoptr (GPtrArray) entries = g_ptr_array_new_full (n_entries, g_object_unref);

  for (guint i = 0; i < n_entries; i++)
    {
      AmbEntry *entry = amb_entry_new ();
      g_autofree char *text = g_strdup_printf ("Entry %u: what I told my colleagues about street %u", i, i % 977);

      amb_entry_set_kind (entry, 1 + i % 14);
      amb_entry_set_text (entry, AMB_ENTRY_CHANNEL, i % 2 == 0 ? "linkedin" : "mastodon");
      amb_entry_set_text (entry, AMB_ENTRY_TEXT, text);
      amb_entry_set_at (entry, G_GINT64_CONSTANT (1795438920000) - (gint64) i * 300000);
      amb_record_set_loaded (AMB_RECORD (entry), TRUE);
      g_ptr_array_add (entries, entry);
    }
  g_list_store_splice (store, 0, 0, entries->pdata, entries->len);
  show_list (data, G_LIST_MODEL (store));
}

static GtkApplication *
make_application (GCallback  activate,
                  Bench     *bench)
{
  AdwApplication *application = adw_application_new ("io.github.ambassadortoolkit.Bench", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", activate, bench);

  return GTK_APPLICATION (application);
}

int
main (int   argc,
      char *argv[])
{
  const char *what = argc == 2 ? argv[1] : "";
  char *arguments[] = { argv[0], (char *) "--database", (char *) g_getenv ("BENCH_DATABASE"), NULL };
  Bench bench = { .times = g_array_new (FALSE, FALSE, sizeof (double)) };
  gboolean whole = g_str_equal (what, "frame") || g_str_equal (what, "import");

  setlocale (LC_ALL, "");
  if (whole)
    bench.application = GTK_APPLICATION (amb_application_new ());
  else if (g_str_equal (what, "frame-empty"))
    bench.application = make_application (G_CALLBACK (activate_empty_cb), &bench);
  else if (g_str_equal (what, "scroll"))
    bench.application = make_application (G_CALLBACK (activate_stored_list_cb), &bench);
  else if (g_str_equal (what, "scroll-memory"))
    bench.application = make_application (G_CALLBACK (activate_memory_list_cb), &bench);
  else
    return 2;

  if (g_str_has_prefix (what, "frame"))
    g_signal_connect (bench.application, "window-added", G_CALLBACK (window_added_cb), &bench);
  if (g_str_equal (what, "import"))
    g_timeout_add_seconds (SETTLE_SECONDS, start_import_cb, &bench);

  return g_application_run (G_APPLICATION (bench.application), whole ? 3 : 1, arguments);
}
