/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PDFs through the helper: whole ones, and all that can be the matter with one. */

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/ent-error.h"
#include "pdf-tools.h"
#include "reader/ent-pdf.h"

#define MANY_PAGES 5000
#define MOST_KILOBYTES (100 * 1024)

static EntPdf *
open_bytes (GBytes *bytes, const char *password, GError **error)
{
  g_autofd int fd = pdf_open_bytes (bytes);

  return ent_pdf_open (fd, "protocol.pdf", password, NULL, error);
}

static EntPdf *
open_text (guint n_pages)
{
  g_autoptr (GBytes) bytes = pdf_with_text (n_pages, 595, 842);
  g_autoptr (GError) error = NULL;
  EntPdf *pdf = open_bytes (bytes, NULL, &error);

  g_assert_no_error (error);

  return pdf;
}

/* A field of /proc/PID/status; NULL where it cannot be read. */
static char *
read_status (const char *pid, const char *field)
{
  g_autofree char *path = g_build_filename ("/proc", pid, "status", NULL);
  g_autofree char *status = NULL;
  g_autofree char *start = g_strconcat ("\n", field, ":\t", NULL);
  const char *found;

  if (!g_file_get_contents (path, &status, NULL, NULL) || !(found = strstr (status, start)))
    return NULL;
  found += strlen (start);

  return g_strstrip (g_strndup (found, strcspn (found, "\n")));
}

/* The one child of this process. */
static GPid
find_helper (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc", 0, NULL);
  g_autofree char *own = g_strdup_printf ("%d", (int) getpid ());
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *parent = g_ascii_isdigit (*name) ? read_status (name, "PPid") : NULL;

      if (g_strcmp0 (parent, own) == 0)
        return atoi (name);
    }
  g_assert_not_reached ();
}

static void
test_whole (void)
{
  g_autoptr (EntPdf) pdf = open_text (3);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPdfPage) page = ent_pdf_read_page (pdf, 1, TRUE, NULL, &error);
  g_autoptr (GBytes) picture = NULL;
  g_autofree char *text = NULL;
  gboolean scan = TRUE;
  int width, height;

  g_assert_no_error (error);
  g_assert_cmpuint (ent_pdf_get_n_pages (pdf), ==, 3);
  g_assert_true (g_str_has_prefix (page->text, "Page 2, article 1:"));
  g_assert_cmpuint (page->n_boxes, ==, (guint) g_utf8_strlen (page->text, -1));
  g_assert_cmpfloat_with_epsilon (page->boxes[0].x1, 50, 2);
  g_assert_cmpfloat_with_epsilon (page->boxes[0].y2, 60, 6);
  g_assert_cmpfloat_with_epsilon (page->width, 595, 1);

  picture = ent_pdf_draw_page (pdf, 0, 300, &width, &height, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (width, ==, 300);
  g_assert_cmpint (height, ==, 424);
  g_assert_cmpuint (g_bytes_get_size (picture), ==, 300 * 424 * 4);

  text = ent_pdf_read_text (pdf, 2, &scan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (scan);
  g_assert_nonnull (strstr (text, "\fPage 2, article 1:"));
  g_assert_null (strstr (text, "Page 3"));
  g_assert_null (ent_pdf_read_page (pdf, 3, TRUE, NULL, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_DAMAGED);
}

static void
test_scan (void)
{
  g_autoptr (GBytes) bytes = pdf_of_scans (2);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPdf) pdf = open_bytes (bytes, NULL, &error);
  g_autofree char *text = NULL;
  gboolean scan = FALSE;

  g_assert_no_error (error);
  text = ent_pdf_read_text (pdf, 10, &scan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (scan);
}

static void
test_encrypted (void)
{
  g_autoptr (GBytes) bytes = pdf_with_text (1, 595, 842);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("entente-pdf-XXXXXX", NULL);
  g_autofree char *open = g_build_filename (folder, "open.pdf", NULL);
  g_autofree char *locked = g_build_filename (folder, "locked.pdf", NULL);
  const char *command[] = {
    "qpdf", "--encrypt", "secret", "owner", "256", "--", open, locked, NULL
  };
  g_autofree char *content = NULL;
  g_autoptr (GBytes) encrypted = NULL;
  g_autoptr (EntPdf) pdf = NULL;
  gsize length;
  int status = -1;

  g_assert_true (g_file_set_contents (open, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                     &status, NULL))
    {
      g_test_skip ("no qpdf");
      return;
    }
  g_assert_cmpint (status, ==, 0);
  g_assert_true (g_file_get_contents (locked, &content, &length, NULL));
  encrypted = g_bytes_new (content, length);
  g_unlink (open);
  g_unlink (locked);
  g_rmdir (folder);

  g_assert_null (open_bytes (encrypted, NULL, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_PASSWORD);
  g_clear_error (&error);
  g_assert_null (open_bytes (encrypted, "wrong", &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_PASSWORD);
  g_clear_error (&error);
  pdf = open_bytes (encrypted, "secret", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ent_pdf_get_n_pages (pdf), ==, 1);
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) bytes = pdf_with_text (4, 595, 842);

  for (gsize length = 0; length < g_bytes_get_size (bytes); length += 1 + length / 2)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (EntPdf) pdf = open_bytes (part, NULL, &error);

      if (pdf == NULL)
        {
          g_assert_error (error, ENT_ERROR, ENT_ERROR_DAMAGED);
          g_assert_nonnull (strstr (error->message, "protocol.pdf"));
        }
    }
}

static void
test_huge_page (void)
{
  g_autoptr (GBytes) bytes = pdf_with_text (1, 100, 14000);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPdf) pdf = open_bytes (bytes, NULL, &error);
  g_autoptr (GBytes) picture = NULL;
  int width, height;

  g_assert_no_error (error);
  picture = ent_pdf_draw_page (pdf, 0, 4000, &width, &height, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (height, >, width);
  g_assert_cmpuint (g_bytes_get_size (picture), <=, 40u * 1000 * 1000 * 4);
  g_assert_null (ent_pdf_draw_page (pdf, 0, 100000, &width, &height, NULL, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_DAMAGED);
}

static void
test_killed (void)
{
  g_autoptr (EntPdf) pdf = open_text (3);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPdfPage) page = NULL;

  kill (find_helper (), SIGKILL);
  g_assert_null (ent_pdf_read_page (pdf, 0, TRUE, NULL, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_DAMAGED);
  g_clear_error (&error);
  page = ent_pdf_read_page (pdf, 0, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (page->text, "Page 1,"));
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (20 * 1000);
  g_cancellable_cancel (data);

  return NULL;
}

/* Cancelled before and in the middle; then the document is read as if nothing had been. */
static void
test_cancel (void)
{
  g_autoptr (EntPdf) pdf = open_text (2000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPdfPage) page = NULL;
  GThread *thread;

  g_cancellable_cancel (cancellable);
  g_assert_null (ent_pdf_read_page (pdf, 0, TRUE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_cancellable_reset (cancellable);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_null (ent_pdf_read_text (pdf, G_MAXUINT, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_thread_join (thread);

  page = ent_pdf_read_page (pdf, 1999, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (page->text, "Page 2000,"));
}

static void
count_cb (guint page, guint n_pages, gpointer data)
{
  guint *n_told = data;

  g_assert_cmpuint (page, ==, ++*n_told);
}

static void
test_many_pages (void)
{
  g_autoptr (EntPdf) pdf = open_text (MANY_PAGES);
  g_autoptr (GError) error = NULL;
  g_autofree char *pid = g_strdup_printf ("%d", (int) find_helper ());
  g_autofree char *text = NULL;
  g_autofree char *peak = NULL;
  guint n_told = 0;

  g_assert_cmpuint (ent_pdf_get_n_pages (pdf), ==, MANY_PAGES);
  text = ent_pdf_read_text (pdf, G_MAXUINT, NULL, count_cb, &n_told, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_told, ==, MANY_PAGES);
  g_assert_nonnull (strstr (text, "\fPage 5000, article 1:"));
  peak = read_status (pid, "VmHWM");
  g_test_message ("the helper took %s at most", peak);
  g_assert_nonnull (peak);
  g_assert_cmpint (atoi (peak), <, MOST_KILOBYTES);
}

static void
test_no_pdf (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("SQLite format 3", 16);
  g_autoptr (GError) error = NULL;

  g_assert_null (open_bytes (bytes, NULL, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_DAMAGED);
  g_assert_true (ent_pdf_is_pdf ("\n%PDF-1.7", 9));
  g_assert_false (ent_pdf_is_pdf ("PDF", 3));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf/whole", test_whole);
  g_test_add_func ("/pdf/scan", test_scan);
  g_test_add_func ("/pdf/encrypted", test_encrypted);
  g_test_add_func ("/pdf/truncated", test_truncated);
  g_test_add_func ("/pdf/huge-page", test_huge_page);
  g_test_add_func ("/pdf/killed", test_killed);
  g_test_add_func ("/pdf/cancel", test_cancel);
  g_test_add_func ("/pdf/many-pages", test_many_pages);
  g_test_add_func ("/pdf/no-pdf", test_no_pdf);

  return g_test_run ();
}
