/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks at every scene of the program in several widths, light and dark:
 *   pictures [OPTION…] PROJECT [SCENE…]
 * It drives the same actions as the officer does, takes what the window draws, so that no
 * desktop is needed, and looks through its widgets for text that is cut off, lies on other text
 * or is not translated. A view that warns while it is drawn ends it. */

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "pictures-faults.h"
#include "pictures-scenes.h"
#include "ui/ent-application.h"

/* Time of a window to be laid out anew, in milliseconds; nothing moves. */
#define LAYOUT_MS 250

/* At what looks wrong, on a machine that has much to do. */
#define MORE_LOOKS 6

static const struct
{
  int width, height;
} sizes[] = { { 1280, 800 }, { 800, 700 }, { 360, 640 } };

static char *folder;
static int only_width;
static int other_height;
static gboolean only_light;
static char **arguments;

static const GOptionEntry options[] = {
  { "folder", 'f', 0, G_OPTION_ARG_FILENAME, &folder, "Save the pictures there", "FOLDER" },
  { "width", 'w', 0, G_OPTION_ARG_INT, &only_width, "At this width alone", "PIXELS" },
  { "height", 'h', 0, G_OPTION_ARG_INT, &other_height, "As high, to see more of a page", "PIXELS" },
  { "light", 'l', 0, G_OPTION_ARG_NONE, &only_light, "Light alone", NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
  { NULL },
};

typedef struct
{
  GtkApplication *application;
  PicturesWords *words;
  const char *language;
  guint n_faults;
} Job;

static char scene_name[64];

/* A warning ends the program: say where it was. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  if (level & (G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR))
    g_printerr ("%s:\n", scene_name);

  return g_log_writer_default (level, fields, n_fields, user_data);
}

static void
save (GtkWindow *window, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  int height = gtk_widget_get_height (GTK_WIDGET (window));

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (!node)
    g_error ("nothing is drawn");
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

/* The one that lies over the others, such as the window of the shortcuts. */
static GtkWindow *
get_upper (GtkWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) each = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (each) == window
          && gtk_widget_get_mapped (GTK_WIDGET (each)))
        return each;
    }

  return window;
}

static void
painted_cb (gboolean *is_painted)
{
  *is_painted = TRUE;
}

/* Until all is laid out and drawn. */
static void
wait_painted (GtkWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gboolean is_painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb),
                                             &is_painted);

  gtk_widget_queue_draw (GTK_WIDGET (window));
  for (guint i = 0; i < 100 && !is_painted; i++)
    pictures_wait (20);
  g_signal_handler_disconnect (clock, handler);
}

/* What is still being laid out gets another look: a fault stays. */
static GPtrArray *
find_faults (Job *job, GtkWindow *window, GtkWidget *root)
{
  GPtrArray *faults = pictures_faults_find (root, job->words);

  for (guint i = 0; i < MORE_LOOKS && faults->len > 0; i++)
    {
      g_ptr_array_unref (faults);
      pictures_wait (LAYOUT_MS);
      wait_painted (window);
      faults = pictures_faults_find (root, job->words);
    }

  return faults;
}

static void
look (Job *job, GtkWindow *window)
{
  GtkWindow *upper = get_upper (window);
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_autoptr (GPtrArray) faults
      = find_faults (job, window, dialog ? GTK_WIDGET (dialog) : GTK_WIDGET (upper));

  for (guint i = 0; i < faults->len; i++)
    g_print ("%s: %s\n", scene_name, (const char *) g_ptr_array_index (faults, i));
  job->n_faults += faults->len;
  if (folder)
    {
      g_autofree char *name = g_strconcat (scene_name, ".png", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      save (upper, path);
    }
  if (upper != window)
    gtk_window_destroy (upper);
  if (dialog)
    adw_dialog_force_close (dialog);
  pictures_wait (50);
}

/* What is inside the frame is to be as wide and high: some desktops draw a border around it. */
static void
set_size (GtkWindow *window, int width, int height)
{
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
  int border;

  gtk_window_set_default_size (window, width, height);
  pictures_wait (150);
  border = MAX (0, width - gtk_widget_get_width (content));
  gtk_window_set_default_size (window, width + border, height + border);
  pictures_wait (100);
}

static void
take_scene (Job *job, const PicturesScene *scene)
{
  GtkWindow *window = gtk_application_get_active_window (job->application);

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint dark = 0; dark < (only_light ? 1 : 2); dark++)
      {
        if (only_width && sizes[s].width != only_width)
          continue;
        g_snprintf (scene_name, sizeof scene_name, "%s-%d-%s-%s", scene->name, sizes[s].width,
                    dark ? "dark" : "light", job->language);
        adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                            dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                 : ADW_COLOR_SCHEME_FORCE_LIGHT);
        set_size (window, sizes[s].width, other_height ? other_height : sizes[s].height);
        if (ENT_IS_WINDOW (window) && ent_window_get_session (ENT_WINDOW (window)))
          pictures_scene_enter (scene, ENT_WINDOW (window));
        pictures_wait (LAYOUT_MS);
        wait_painted (window);
        look (job, window);
      }
}

static gboolean
is_wanted (const char *scene)
{
  return !arguments[1] || g_strv_contains ((const char *const *) arguments + 1, scene);
}

/* What a scene enters stays out of the project that was named. */
static GFile *
copy_project (const char *path)
{
  g_autofree char *directory = g_dir_make_tmp ("entente-pictures-XXXXXX", NULL);
  g_autofree char *copied = g_build_filename (directory, "Namur 2024.entente", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) file = g_file_new_for_path (copied);
  g_autoptr (GError) error = NULL;

  g_file_copy (from, file, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_chmod (copied, 0644);

  return g_steal_pointer (&file);
}

static gboolean
run_cb (gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GFile) file = copy_project (arguments[0]);
  static const PicturesScene welcome = { "welcome" };

  g_application_hold (G_APPLICATION (job->application));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_application_activate (G_APPLICATION (job->application));
  if (is_wanted ("welcome"))
    take_scene (job, &welcome);

  ent_application_open_file (ENT_APPLICATION (job->application), file);
  pictures_wait (300);
  for (guint i = 0; i < n_pictures_scenes; i++)
    if (is_wanted (pictures_scenes[i].name))
      take_scene (job, &pictures_scenes[i]);

  gtk_window_destroy (gtk_application_get_active_window (job->application));
  g_application_release (G_APPLICATION (job->application));
  g_application_quit (G_APPLICATION (job->application));

  return G_SOURCE_REMOVE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new ("PROJECT [SCENE…]");
  g_autoptr (EntApplication) application = NULL;
  g_autoptr (PicturesWords) words = NULL;
  g_autoptr (GError) error = NULL;
  Job job = { 0 };

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ENTENTE_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || !arguments)
    {
      g_printerr ("pictures: %s\n", error ? error->message : "which project?");
      return 2;
    }
  if (folder)
    g_mkdir_with_parents (folder, 0777);
  g_log_set_writer_func (write_log, NULL, NULL);
  g_setenv ("ENTENTE_TODAY", "2026-11-22", TRUE);

  application = ent_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  job.application = GTK_APPLICATION (application);
  job.language = ent_words_interface_language ();
  if (g_str_equal (job.language, "fr"))
    words = pictures_words_load (ENTENTE_LOCALEDIR "/fr/LC_MESSAGES/entente.mo");
  g_assert_true (words || !g_str_equal (job.language, "fr"));
  job.words = words;
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_idle_add (run_cb, &job);
  g_application_run (G_APPLICATION (application), 1, argv);

  return job.n_faults ? 1 : 0;
}
