/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes pictures of every view of the program in several widths, light and dark:
 *   pictures PROJECT FOLDER [SCENE…]
 * It drives the same actions as the officer does and takes what the window draws, so that no
 * desktop is needed. A view that warns while it is drawn ends it. */

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "ui/ent-application.h"
#include "ui/ent-window.h"

typedef struct
{
  const char *name;
  const char *action; /* of the window or application, NULL for none */
  const char *target; /* a string, NULL for none */
} Scene;

static const Scene scenes[] = {
  { "overview", "win.show-place", "overview" },
  { "agreements", "win.show-place", "agreements" },
  { "agreement", NULL, NULL },
  { "partners", "win.show-place", "partners" },
  { "indicators", "win.show-place", "indicators" },
  { "reports", "win.show-place", "reports" },
  { "export", "win.export-report", NULL },
  { "preferences", "app.preferences", NULL },
  { "about", "app.about", NULL },
};

static const struct
{
  int width, height;
} sizes[] = { { 1280, 800 }, { 800, 700 }, { 360, 640 } };

typedef struct
{
  GApplication *application;
  const char *project;
  const char *folder;
  char **wanted;
  const char *language;
} Job;

static void
wait_ms (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

static void
take (GtkWindow *window, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  int height = gtk_widget_get_height (GTK_WIDGET (window));

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

static void
act (GtkWindow *window, const Scene *scene)
{
  if (scene->action == NULL)
    return;
  if (scene->target != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), scene->action, "s", scene->target);
  else
    gtk_widget_activate_action (GTK_WIDGET (window), scene->action, NULL);
}

/* The first agreement by its id, so that every run shows the same one. */
static void
show_agreement (GtkWindow *window)
{
  EntSession *session = ent_window_get_session (ENT_WINDOW (window));
  GListModel *list = ent_project_get_list (ent_session_get_project (session),
                                           &ent_agreement_table);
  EntRecord *first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntRecord) record = g_list_model_get_item (list, i);

      if (first == NULL || ent_record_get_id (record) < ent_record_get_id (first))
        first = record;
    }
  if (first != NULL)
    ent_session_show (session, ent_record_get_id (first));
}

static void
take_scene (Job *job, GtkWindow *window, const Scene *scene)
{
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint dark = 0; dark < 2; dark++)
      {
        g_autofree char *name
            = g_strdup_printf ("%s-%d-%s-%s.png", scene->name, sizes[s].width,
                               dark ? "dark" : "light", job->language);
        g_autofree char *path = g_build_filename (job->folder, name, NULL);
        AdwDialog *dialog;

        adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                            dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                 : ADW_COLOR_SCHEME_FORCE_LIGHT);
        gtk_window_set_default_size (window, sizes[s].width, sizes[s].height);
        wait_ms (150);
        if (g_str_equal (scene->name, "agreement"))
          show_agreement (window);
        else
          act (window, scene);
        wait_ms (500);
        take (window, path);
        dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
        /* Resizing a window while a dialog goes is not what is tried here. */
        if (dialog != NULL)
          adw_dialog_close (dialog);
        wait_ms (dialog != NULL ? 500 : 50);
      }
}

static gboolean
run_cb (gpointer user_data)
{
  Job *job = user_data;
  GtkApplication *application = GTK_APPLICATION (job->application);
  g_autoptr (GFile) file = g_file_new_for_path (job->project);
  static const Scene welcome = { "welcome", NULL, NULL };

  g_application_hold (job->application);
  if (job->wanted[0] == NULL || g_strv_contains ((const char *const *) job->wanted, "welcome"))
    {
      g_application_activate (job->application);
      take_scene (job, gtk_application_get_active_window (application), &welcome);
    }

  ent_application_open_file (ENT_APPLICATION (application), file);
  wait_ms (300);
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    if (job->wanted[0] == NULL
        || g_strv_contains ((const char *const *) job->wanted, scenes[i].name))
      take_scene (job, gtk_application_get_active_window (application), &scenes[i]);

  gtk_window_destroy (gtk_application_get_active_window (application));
  g_application_release (job->application);
  g_application_quit (job->application);

  return G_SOURCE_REMOVE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (EntApplication) application = NULL;
  Job job = { 0 };

  if (argc < 3)
    {
      g_printerr ("usage: pictures PROJECT FOLDER [SCENE…]\n");
      return 2;
    }

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ENTENTE_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_mkdir_with_parents (argv[2], 0777);

  application = ent_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  job.application = G_APPLICATION (application);
  job.project = argv[1];
  job.folder = argv[2];
  job.wanted = argv + 3;
  job.language = ent_words_interface_language ();
  g_application_register (job.application, NULL, NULL);
  g_idle_add (run_cb, &job);

  return g_application_run (job.application, 1, argv);
}
