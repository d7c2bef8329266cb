/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are dropped and pasted on pages, in a copy of the sample. */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/ent-attach.h"
#include "ui/views/documents/ent-document-page.h"
#include "ui/views/projects/ent-project-page.h"
#include "ui/widgets/ent-document-file.h"
#include "ui/widgets/ent-pair-group.h"
#include "sample-copy.h"
#include "ui-test.h"

/* No work of these tests takes longer. */
#define SECONDS 20

typedef struct
{
  EntProjectFile *file;
  EntSession *session;
  EntProject *project;
  EntRecord *boba;
  GtkWidget *window;
  GtkWidget *page;
  char *notice;
  char *problem;
} Fixture;

static char *folder;

static void
keep_sentence (EntSession *session, const char *sentence, char **kept)
{
  g_set_str (kept, sentence);
}

static void
keep_notice (EntSession *session, const char *sentence, gint64 id, char **kept)
{
  g_set_str (kept, sentence);
}

static gboolean
late_cb (gpointer user_data)
{
  g_error ("nothing came of it");
  return G_SOURCE_REMOVE;
}

#define wait_for(condition)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    guint late = g_timeout_add_seconds (SECONDS, late_cb, NULL);                                   \
                                                                                                   \
    while (!(condition))                                                                           \
      g_main_context_iteration (NULL, TRUE);                                                       \
    g_source_remove (late);                                                                        \
  }                                                                                                \
  G_STMT_END

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->file = open_sample_file (folder, "a.entente");
  fixture->session = ent_session_new (fixture->file);
  fixture->project = ent_session_get_project (fixture->session);
  fixture->boba = find (fixture->session, &ent_project_record_table, "Bureau de quartier de Boba");
  fixture->window = g_object_ref_sink (adw_window_new ());
  fixture->page = ent_project_page_new (fixture->session, fixture->boba);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_signal_connect (fixture->session, "notice", G_CALLBACK (keep_notice), &fixture->notice);
  g_signal_connect (fixture->session, "problem", G_CALLBACK (keep_sentence), &fixture->problem);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->window);
  /* A picture that is still being read holds on to it. */
  g_object_add_weak_pointer (G_OBJECT (fixture->session), (gpointer *) &fixture->session);
  g_object_unref (fixture->session);
  wait_for (!fixture->session);
  finish (fixture->file);
  g_clear_object (&fixture->file);
  g_clear_pointer (&fixture->notice, g_free);
  g_clear_pointer (&fixture->problem, g_free);
}

static void
wait_notice (Fixture *fixture, const char *part)
{
  wait_for (fixture->notice || fixture->problem);
  g_assert_cmpstr (fixture->problem, ==, NULL);
  g_assert_nonnull (strstr (fixture->notice, part));
  g_clear_pointer (&fixture->notice, g_free);
}

static void
wait_problem (Fixture *fixture, const char *part)
{
  wait_for (fixture->notice || fixture->problem);
  g_assert_cmpstr (fixture->notice, ==, NULL);
  g_assert_nonnull (strstr (fixture->problem, part));
  g_clear_pointer (&fixture->problem, g_free);
}

static GFile *
make_file (const char *name, const char *content, gssize size)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, size, NULL));
  return g_file_new_for_path (path);
}

static GFile *
make_picture (const char *name, guint32 colour, int width, int height)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);

  gdk_pixbuf_fill (pixbuf, colour);
  g_assert_true (gdk_pixbuf_save (pixbuf, path, "png", NULL, NULL));
  return g_file_new_for_path (path);
}

static gpointer
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        continue;
      if (type != GTK_TYPE_SHORTCUT_CONTROLLER
          || g_list_model_get_n_items (G_LIST_MODEL (controller)) == 1)
        return controller;
    }

  g_assert_not_reached ();
}

static void
drop (Fixture *fixture, GFile *first, ...)
{
  GtkDropTarget *target = find_controller (fixture->page, GTK_TYPE_DROP_TARGET);
  g_autoptr (GSList) files = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;
  va_list args;

  va_start (args, first);
  for (GFile *file = first; file; file = va_arg (args, GFile *))
    files = g_slist_append (files, file);
  va_end (args);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
  g_assert_true (taken);
}

static gboolean
paste (Fixture *fixture)
{
  GListModel *shortcuts = find_controller (fixture->page, GTK_TYPE_SHORTCUT_CONTROLLER);
  g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, 0);

  return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, fixture->page, NULL);
}

static guint
count (Fixture *fixture)
{
  return ent_project_count (fixture->project, &ent_document_table);
}

static EntDocument *
find_document (Fixture *fixture, const char *title)
{
  EntRecord *record = ent_project_find (fixture->project, &ent_document_table, title, NULL);

  g_assert_nonnull (record);
  return ENT_DOCUMENT (record);
}

static void
test_drop (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GFile) one = make_file ("Un programme 🎉.txt", "un", -1);
  g_autoptr (GFile) two = make_file ("Deux.txt", "deux", -1);
  g_autoptr (GFile) twin = make_file ("Jumeau.txt", "un", -1);
  g_autoptr (GFile) nothing = make_file ("Rien.txt", "", 0);
  g_autoptr (GFile) directory = g_file_new_for_path (folder);
  guint before = count (fixture);

  drop (fixture, one, two, NULL);
  wait_notice (fixture, "2 Files Attached");
  g_assert_cmpuint (count (fixture), ==, before + 2);
  ent_session_undo (fixture->session);
  g_assert_cmpuint (count (fixture), ==, before);
  ent_session_redo (fixture->session);

  drop (fixture, twin, NULL);
  wait_notice (fixture, "“Un programme 🎉”: identical to the file attached on");
  g_assert_cmpuint (count (fixture), ==, before + 2);

  /* All or nothing. */
  drop (fixture, two, nothing, NULL);
  wait_problem (fixture, "“Rien.txt” is empty");
  drop (fixture, directory, NULL);
  wait_problem (fixture, "is a folder");
  g_assert_cmpuint (count (fixture), ==, before + 2);
}

static void
test_paste (Fixture *fixture, gconstpointer user_data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->window);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 20, 10);
  g_autoptr (GBytes) pixels = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  EntDocument *document;

  gdk_clipboard_set_text (clipboard, "a text");
  g_assert_false (paste (fixture));

  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  pixels = gdk_pixbuf_read_pixel_bytes (pixbuf);
  texture = gdk_memory_texture_new (20, 10, GDK_MEMORY_R8G8B8, pixels,
                                    (gsize) gdk_pixbuf_get_rowstride (pixbuf));
  gdk_clipboard_set_texture (clipboard, texture);
  g_assert_true (paste (fixture));
  wait_notice (fixture, "“Pasted picture 2026-11-22” Attached");
  document = find_document (fixture, "Pasted picture 2026-11-22");
  g_assert_cmpstr (document->kind, ==, "photo");
  g_assert_cmpstr (document->file_name, ==, "Pasted picture 2026-11-22.png");
}

static GtkWidget *
find_widget (GtkWidget *top, GType type, const char *label)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (top, type)
      && (!label || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (top)), label) == 0))
    return top;
  for (GtkWidget *child = gtk_widget_get_first_child (top); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, label);

      if (found)
        return found;
    }

  return NULL;
}

static void
answer (Fixture *fixture, const char *label)
{
  AdwDialog *dialog;
  GtkWidget *button;

  wait_for ((dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))));
  button = find_widget (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  wait_for (!adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
}

static void
test_large (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GFile) file = make_file ("Film.bin", "film", -1);
  guint before = count (fixture);

  g_assert_cmpint (truncate (g_file_peek_path (file), ENT_INTAKE_WARN_BYTES + 1), ==, 0);
  drop (fixture, file, NULL);
  answer (fixture, "_Cancel");
  g_assert_cmpuint (count (fixture), ==, before);
  drop (fixture, file, NULL);
  answer (fixture, "_Attach");
  wait_notice (fixture, "“Film” Attached");
  g_assert_cmpuint (count (fixture), ==, before + 1);
}

/* A document takes one file as its own. */
static void
test_document (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GFile) file = make_file ("Scan.txt", "scan", -1);
  g_autoptr (GFile) other = make_file ("Autre.txt", "autre", -1);
  EntDocument *document = find_document (fixture, "Déclaration du 102e Bureau de l’AIMF");

  fixture->page = ent_document_page_new (fixture->session, ENT_RECORD (document));
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
  drop (fixture, file, other, NULL);
  wait_problem (fixture, "A document has one file");
  drop (fixture, file, NULL);
  wait_for (document->sha256);
  g_assert_cmpstr (document->file_name, ==, "Scan.txt");
  ent_session_undo (fixture->session);
  g_assert_null (document->sha256);
}

static void
set_pair (Fixture *fixture, const char *title, const char *side)
{
  EntRecord *document = ENT_RECORD (find_document (fixture, title));
  g_autoptr (GPtrArray) attachments = ent_project_get_children (
      fixture->project, ent_record_get_id (document), &ent_attachment_table, "document");

  g_assert_cmpuint (attachments->len, ==, 1);
  g_assert_true (ent_session_set_field (fixture->session, g_ptr_array_index (attachments, 0),
                                        ent_table_find_column (&ent_attachment_table, "pair"), side,
                                        NULL));
}

/* A large picture is small on the page. */
static void
test_pair (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GFile) before = make_picture ("Avant les travaux.png", 0x884422ff, 3000, 1500);
  g_autoptr (GFile) after = make_picture ("Après les travaux.png", 0x228844ff, 300, 600);
  GtkWidget *group = find_widget (fixture->page, ENT_TYPE_PAIR_GROUP, NULL);
  GtkWidget *picture;

  drop (fixture, before, after, NULL);
  wait_notice (fixture, "2 Files Attached");
  set_pair (fixture, "Avant les travaux", "before");
  set_pair (fixture, "Après les travaux", "after");
  g_assert_true (gtk_widget_get_visible (group));
  wait_for ((picture = find_widget (group, GTK_TYPE_PICTURE, NULL)));
  g_assert_cmpint (
      gdk_paintable_get_intrinsic_width (gtk_picture_get_paintable (GTK_PICTURE (picture))), <=,
      360);
  g_assert_nonnull (gtk_picture_get_alternative_text (GTK_PICTURE (picture)));
}

/* What a project from elsewhere calls its files. */
static void
test_file_names (void)
{
  g_autofree char *longest = g_strdup_printf ("%0300d.pdf", 1);
  const char *names[][2] = {
    { "../../etc/passwd", ".._.._etc_passwd" },
    { "..", "document" },
    { "a\nb\\c.pdf", "a_b_c.pdf" },
    { "été 🎉.pdf", "été 🎉.pdf" },
    { longest, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (EntDocument) document = g_object_new (ENT_TYPE_DOCUMENT, NULL);
      g_autofree char *name = NULL;

      document->file_name = g_strdup (names[i][0]);
      name = ent_document_dup_file_name (document);
      g_assert_cmpuint (strlen (name), <=, 255);
      g_assert_null (strchr (name, '/'));
      if (names[i][1])
        g_assert_cmpstr (name, ==, names[i][1]);
      else
        g_assert_true (g_str_has_suffix (name, ".pdf"));
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (EntApplication) application = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  folder = make_folder ();
  application = start_application (folder);

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  add ("/ui/attach/drop", test_drop);
  add ("/ui/attach/paste", test_paste);
  add ("/ui/attach/large", test_large);
  add ("/ui/attach/document", test_document);
  add ("/ui/attach/pair", test_pair);
  g_test_add_func ("/ui/attach/file-names", test_file_names);

  status = g_test_run ();
  g_free (folder);

  return status;
}
