/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-window FILE [SCENE...]: opens a project in a real window and does what an officer does.
 * For each scene it prints how often the main loop woke, and the milliseconds of work from one
 * waking to the next rest: median, 95th of a hundred, and longest. A key pressed meanwhile waits
 * that long, and a frame is one such piece of work. Work is the time that the thread has had of
 * a processor: what else a busy machine does is not counted. */

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "ui/ent-application.h"
#include "ui/ent-window-private.h"
#include "ui/views/timeline/ent-timeline-chart.h"
#include "ui/widgets/ent-place-view.h"

#define N_EDITS 12
#define N_FRAMES 150
/* Longer than a search waits for the next letter. */
#define LETTER_MS 300

typedef struct
{
  GApplication *application;
  const char *path;
  char **wanted;
  GtkWindow *window;
  guint n_left; /* frames to come */
} Bench;

static GPollFunc rest;
static double woke;
static GArray *pieces; /* of double, milliseconds */

static double
get_work_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

static int
rest_cb (GPollFD *fds, guint n_fds, int timeout)
{
  double work = get_work_ms () - woke;
  int result;

  g_array_append_val (pieces, work);
  result = rest (fds, n_fds, timeout);
  woke = get_work_ms ();

  return result;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static void
begin (void)
{
  g_array_set_size (pieces, 0);
}

static void
report (const char *scene)
{
  guint n = pieces->len;

  g_array_sort (pieces, compare);
  g_print ("%s %u %.2f %.2f %.2f\n", scene, n, g_array_index (pieces, double, n / 2),
           g_array_index (pieces, double, n * 95 / 100), g_array_index (pieces, double, n - 1));
}

static void
pass_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
wait_ms (guint ms)
{
  gboolean passed = FALSE;

  g_timeout_add_once (ms, pass_cb, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
}

static EntSession *
get_session (Bench *bench)
{
  return ent_window_get_session (ENT_WINDOW (bench->window));
}

static void
show_place (Bench *bench, const char *place)
{
  ent_window_show_place (ENT_WINDOW (bench->window), place);
}

/* Each place for the first time, then again. */
static void
run_places (Bench *bench)
{
  guint n_places;
  const EntUiPlace *places = ent_places_get (&n_places);

  for (guint again = 0; again < 2; again++)
    for (guint i = 0; i < n_places; i++)
      {
        g_autofree char *scene = g_strdup_printf ("%s-%s", again ? "back" : "open", places[i].name);

        begin ();
        show_place (bench, places[i].name);
        wait_ms (700);
        report (scene);
      }
}

static gboolean
is_a (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type);
}

static gboolean
is_table_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_TOGGLE_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "view-list-symbolic") == 0;
}

static GtkWidget *
find (GtkWidget *widget, gboolean (*matches) (GtkWidget *, gconstpointer), gconstpointer data)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (matches (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, data);

      if (found)
        return found;
    }

  return NULL;
}

/* The table of a place, and its other form. */
static void
run_forms (Bench *bench)
{
  guint n_places;
  const EntUiPlace *places = ent_places_get (&n_places);

  for (guint i = 0; i < n_places; i++)
    {
      g_autofree char *scene = g_strconcat ("table-", places[i].name, NULL);
      GtkWidget *button;

      show_place (bench, places[i].name);
      wait_ms (700);
      button = find (GTK_WIDGET (bench->window), is_table_button, NULL);
      if (!button)
        continue;
      begin ();
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
      wait_ms (500);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
      wait_ms (500);
      report (scene);
    }
  for (guint i = 0; i < n_places; i++)
    {
      g_autofree char *scene = g_strconcat ("form-", places[i].name, NULL);

      if (!places[i].form_action)
        continue;
      show_place (bench, places[i].name);
      wait_ms (700);
      for (guint again = 0; again < 2; again++)
        {
          if (again == 0)
            begin ();
          gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.switch-form", NULL);
          wait_ms (700);
        }
      report (scene);
    }
}

static void
close_dialog (Bench *bench)
{
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (bench->window)));
  wait_ms (500);
}

static void
type_slowly (Bench *bench, GtkWidget *focus, const char *scene)
{
  g_assert (GTK_IS_EDITABLE (focus));
  begin ();
  for (const char *letter = "basul"; *letter; letter++)
    {
      int position = -1;

      gtk_editable_insert_text (GTK_EDITABLE (focus), letter, 1, &position);
      gtk_editable_set_position (GTK_EDITABLE (focus), -1);
      wait_ms (LETTER_MS);
    }
  while (*gtk_editable_get_text (GTK_EDITABLE (focus)))
    {
      gtk_editable_delete_text (GTK_EDITABLE (focus), 0, 1);
      wait_ms (LETTER_MS);
    }
  report (scene);
}

static void
run_typing (Bench *bench)
{
  guint n_places;
  const EntUiPlace *places = ent_places_get (&n_places);

  for (guint i = 0; i < n_places; i++)
    {
      g_autofree char *scene = g_strconcat ("search-", places[i].name, NULL);
      GtkWidget *place = ent_window_get_place (ENT_WINDOW (bench->window), places[i].name);

      if (!ENT_IS_PLACE_VIEW (place) || !ent_place_view_can_search (ENT_PLACE_VIEW (place)))
        continue;
      show_place (bench, places[i].name);
      ent_place_view_search (ENT_PLACE_VIEW (place));
      wait_ms (700);
      type_slowly (bench, gtk_window_get_focus (bench->window), scene);
    }
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.search-project", NULL);
  wait_ms (700);
  type_slowly (bench, gtk_window_get_focus (bench->window), "search-all");
  close_dialog (bench);
}

static EntRecord *
get_record (Bench *bench, const EntTable *table, guint i)
{
  GListModel *list = ent_project_get_list (ent_session_get_project (get_session (bench)), table);
  g_autoptr (EntRecord)
      record = g_list_model_get_item (list, (i * 7919 + 11) % g_list_model_get_n_items (list));

  return record;
}

static void
edit (Bench *bench, const EntTable *table, const char *name, const char *scene)
{
  const EntColumn *column = ent_table_find_column (table, name);
  g_autofree char *undone = g_strconcat ("undo-", scene, NULL);
  g_autofree char *edited = g_strconcat ("edit-", scene, NULL);

  begin ();
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *typed = g_strdup_printf ("Corrigé %u", i);

      ent_session_set_field (get_session (bench), get_record (bench, table, i), column, typed,
                             NULL);
      wait_ms (120);
    }
  report (edited);
  begin ();
  for (guint i = 0; i < N_EDITS; i++)
    {
      ent_session_undo (get_session (bench));
      wait_ms (120);
    }
  report (undone);
}

/* Pages of records: the home city last, on which every agreement hangs. */
static void
run_pages (Bench *bench)
{
  static const EntTable *const tables[] = { &ent_agreement_table,      &ent_event_table,
                                            &ent_organisation_table,   &ent_person_table,
                                            &ent_document_table,       &ent_note_table,
                                            &ent_project_record_table, &ent_indicator_table,
                                            &ent_place_table };
  EntProject *project = ent_session_get_project (get_session (bench));

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *scene = g_strconcat ("page-", tables[i]->name, NULL);

      /* The place itself is not what is measured. */
      for (guint j = 0; j < 4; j++)
        {
          ent_session_show (get_session (bench),
                            ent_record_get_id (get_record (bench, tables[i], j)));
          wait_ms (j == 0 ? 1000 : 400);
          if (j == 0)
            begin ();
        }
      report (scene);
    }
  begin ();
  ent_session_show (get_session (bench), ent_project_get_home (project));
  wait_ms (1000);
  report ("page-home");
}

/* The themes of all agreements, year by year. */
static void
run_coverage (Bench *bench)
{
  show_place (bench, "indicators");
  wait_ms (1000);
  begin ();
  gtk_widget_activate_action (ent_window_get_place (ENT_WINDOW (bench->window), "indicators"),
                              "indicators.coverage", NULL);
  wait_ms (1000);
  report ("coverage");
  close_dialog (bench);
}

static void
run_deletions (Bench *bench)
{
  static const EntTable *const tables[] = { &ent_agreement_table, &ent_event_table,
                                            &ent_person_table, &ent_indicator_table };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *scene = g_strconcat ("delete-", tables[i]->name, NULL);

      begin ();
      for (guint j = 0; j < 4; j++)
        {
          ent_session_delete (get_session (bench),
                              ent_record_get_id (get_record (bench, tables[i], j)));
          wait_ms (300);
          ent_session_undo (get_session (bench));
          wait_ms (300);
        }
      report (scene);
    }
}

/* The Overview in sight, and time for the numbers of the lists. */
static void
run_counts (Bench *bench)
{
  const EntColumn *column = ent_table_find_column (&ent_agreement_table, "title");

  show_place (bench, "overview");
  wait_ms (1000);
  begin ();
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *typed = g_strdup_printf ("Corrigé %u", i);

      ent_session_set_field (get_session (bench), get_record (bench, &ent_agreement_table, i),
                             column, typed, NULL);
      wait_ms (900);
    }
  report ("counts");
}

/* With every place open, as after a morning's work. */
static void
run_edits (Bench *bench)
{
  guint n_places;
  const EntUiPlace *places = ent_places_get (&n_places);

  for (guint i = 0; i < n_places; i++)
    {
      show_place (bench, places[i].name);
      wait_ms (300);
    }
  show_place (bench, "agreements");
  wait_ms (500);
  edit (bench, &ent_agreement_table, "title", "agreement");
  edit (bench, &ent_event_table, "title", "event");
  edit (bench, &ent_organisation_table, "name", "partner");
  edit (bench, &ent_place_table, "name", "place");
  edit (bench, &ent_project_record_table, "title", "project");
  edit (bench, &ent_indicator_table, "title", "indicator");
  edit (bench, &ent_document_table, "title", "document");
}

static gboolean
pan_cb (GtkWidget *chart, GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;
  GtkAdjustment *x = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (chart));
  GtkAdjustment *y = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (chart));

  gtk_adjustment_set_value (x, gtk_adjustment_get_value (x) - 13);
  gtk_adjustment_set_value (y, gtk_adjustment_get_value (y) + 7);
  bench->n_left--;

  return bench->n_left > 0;
}

static gboolean
zoom_cb (GtkWidget *chart, GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;

  ent_timeline_chart_zoom (ENT_TIMELINE_CHART (chart), bench->n_left % 60 < 30 ? 1.06 : 1 / 1.06);
  bench->n_left--;

  return bench->n_left > 0;
}

/* What is not a frame but a piece of work all the same is told by the frames' own clock. */
static void
run_frames (Bench *bench, GtkWidget *chart, GtkTickCallback callback, const char *scene)
{
  bench->n_left = N_FRAMES;
  begin ();
  gtk_widget_add_tick_callback (chart, callback, bench, NULL);
  while (bench->n_left > 0)
    g_main_context_iteration (NULL, TRUE);
  /* Of each frame the longest piece: what is shorter is the answer of the display. */
  g_array_sort (pieces, compare);
  g_array_remove_range (pieces, 0, pieces->len - MIN (pieces->len, N_FRAMES));
  report (scene);
}

static void
run_timeline (Bench *bench)
{
  GtkWidget *chart;

  show_place (bench, "timeline");
  wait_ms (1000);
  chart = find (GTK_WIDGET (bench->window), is_a, &(GType) { ENT_TYPE_TIMELINE_CHART });
  g_assert (chart != NULL);
  run_frames (bench, chart, pan_cb, "pan");
  run_frames (bench, chart, zoom_cb, "zoom");
  ent_timeline_chart_fit (ENT_TIMELINE_CHART (chart));
  wait_ms (300);
  run_frames (bench, chart, pan_cb, "pan-all");
}

static const struct
{
  const char *name;
  void (*run) (Bench *bench);
} scenes[] = {
  { "timeline", run_timeline }, { "places", run_places }, { "forms", run_forms },
  { "pages", run_pages },       { "search", run_typing }, { "counts", run_counts },
  { "coverage", run_coverage }, { "edits", run_edits },   { "deletions", run_deletions },
};

static gboolean
is_wanted (Bench *bench, const char *scene)
{
  return bench->wanted[0] == NULL || g_strv_contains ((const char *const *) bench->wanted, scene);
}

static gboolean
run_cb (gpointer user_data)
{
  Bench *bench = user_data;
  g_autoptr (GFile) file = g_file_new_for_path (bench->path);

  g_application_hold (bench->application);
  begin ();
  ent_application_open_file (ENT_APPLICATION (bench->application), file);
  while (!bench->window || !get_session (bench))
    {
      g_main_context_iteration (NULL, TRUE);
      bench->window = gtk_application_get_active_window (GTK_APPLICATION (bench->application));
    }
  gtk_window_set_default_size (bench->window, 1280, 800);
  wait_ms (1500);
  report ("open");
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    if (is_wanted (bench, scenes[i].name))
      scenes[i].run (bench);
  g_object_add_weak_pointer (G_OBJECT (bench->window), (gpointer *) &bench->window);
  gtk_window_close (bench->window);
  while (bench->window)
    g_main_context_iteration (NULL, TRUE);
  g_application_release (bench->application);
  g_application_quit (bench->application);

  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  g_autoptr (EntApplication) application = NULL;
  Bench bench = { 0 };

  if (argc < 2)
    {
      g_printerr ("usage: bench-window FILE [SCENE...]\nscenes:");
      for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
        g_printerr (" %s", scenes[i].name);
      g_printerr ("\n");
      return 2;
    }

  pieces = g_array_new (FALSE, FALSE, sizeof (double));
  rest = g_main_context_get_poll_func (NULL);
  woke = get_work_ms ();
  g_main_context_set_poll_func (NULL, rest_cb);
  application = ent_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  bench.application = G_APPLICATION (application);
  bench.path = argv[1];
  bench.wanted = argv + 2;
  g_application_register (bench.application, NULL, NULL);
  g_idle_add (run_cb, &bench);

  return g_application_run (bench.application, 1, argv);
}
