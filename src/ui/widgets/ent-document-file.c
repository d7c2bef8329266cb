/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-document-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/ent-error.h"
#include "base/ent-text.h"
#include "store/ent-extract.h"

/* What file systems take as one name. */
#define LONGEST_NAME 255

/* Files older than that were opened by a program that has ended. */
#define STALE_SECONDS (24 * 60 * 60)

typedef struct
{
  GtkWidget *window; /* weak */
  EntSession *session;
  char *path;    /* the private copy */
  char *name;    /* of the file, as people know it */
  GFile *target; /* where it is saved, NULL: it is opened */
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_clear_weak_pointer (&errand->window);
  g_clear_object (&errand->session);
  g_clear_object (&errand->target);
  g_free (errand->path);
  g_free (errand->name);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

/* Cuts a name down to what a file system takes; the ending stays. */
static char *
cut_name (const char *name)
{
  const char *dot = strrchr (name, '.');
  gsize ending = dot && strlen (dot) < 16 ? strlen (dot) : 0;
  gsize room = LONGEST_NAME - ending;
  g_autofree char *start = NULL;
  const char *end;

  if (strlen (name) <= LONGEST_NAME)
    return g_strdup (name);

  end = g_utf8_find_prev_char (name, name + room + 1);
  start = g_strndup (name, (gsize) (end - name));
  return g_strconcat (start, ending ? dot : "", NULL);
}

/**
 * ent_document_dup_file_name:
 * @document: a document with a file
 *
 * Returns: (transfer full): a name under which the file can be written anywhere; what came from
 *   elsewhere may hold anything
 */
char *
ent_document_dup_file_name (EntDocument *document)
{
  const char *given = ent_text_is_blank (document->file_name) ? document->title
                                                              : document->file_name;
  g_autofree char *name = g_utf8_make_valid (given ? given : "", -1);

  for (char *p = name; *p; p++)
    if (*p == '/' || *p == '\\' || g_ascii_iscntrl (*p))
      *p = '_';
  g_strstrip (name);
  if (name[0] == '\0' || g_str_equal (name, ".") || g_str_equal (name, ".."))
    return g_strdup ("document");

  return cut_name (name);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      g_unlink (child);
    }
  g_rmdir (path);
}

/* What was opened on another day is read by nobody any more. */
static void
remove_stale (const char *parent)
{
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (parent, name, NULL);
      GStatBuf status;

      if (g_stat (path, &status) == 0 && now - status.st_mtime > STALE_SECONDS)
        remove_folder (path);
    }
}

/**
 * ent_document_make_folder:
 * @error: return location
 *
 * Returns: (transfer full): a new folder that only this user may enter; those of other days
 *   are removed
 */
char *
ent_document_make_folder (GError **error)
{
  g_autofree char *parent = g_build_filename (g_get_user_cache_dir (), "entente", "opened", NULL);
  g_autofree char *path = g_build_filename (parent, "XXXXXX", NULL);

  if (g_mkdir_with_parents (parent, 0700) == 0)
    {
      remove_stale (parent);
      if (g_mkdtemp (path))
        return g_steal_pointer (&path);
    }
  g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
               _("The document’s file could not be copied (%s)."), g_strerror (errno));

  return NULL;
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) cause = NULL;
  g_autoptr (GError) error = NULL;

  if (gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &cause)
      || g_error_matches (cause, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  error = g_error_new (ENT_ERROR, ENT_ERROR_FAILED,
                       _("No program opened “%s” (%s): save a copy of it and open that."),
                         errand->name, cause->message);
  ent_session_report (errand->session, error);
}

static void
launch (Errand *errand)
{
  g_autoptr (GFile) file = g_file_new_for_path (errand->path);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  /* What is changed in the copy would not come back: so that it is not, one may only read it. */
  g_chmod (errand->path, 0400);
  gtk_file_launcher_launch (launcher, GTK_WINDOW (errand->window), NULL, launched_cb, errand);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autofree char *folder = g_path_get_dirname (errand->path);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  g_task_propagate_boolean (G_TASK (result), &cause);
  remove_folder (folder);
  if (!errand->window)
    return;
  if (cause)
    {
      error = g_error_new (ENT_ERROR, ENT_ERROR_FAILED,
                           _("“%s” could not be saved there (%s): choose another place."),
                             errand->name, cause->message);
      ent_session_report (errand->session, error);
      return;
    }

  sentence = g_strdup_printf (_("Copy of “%s” Saved"), errand->name);
  ent_session_tell (errand->session, sentence, ENT_ID_NONE);
}

/* The place may be far away. */
static void
copy_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Errand *errand = task_data;
  g_autoptr (GFile) file = g_file_new_for_path (errand->path);
  g_autoptr (GFileInputStream) from = NULL;
  g_autoptr (GFileOutputStream) to = NULL;
  GError *error = NULL;

  from = g_file_read (file, cancellable, &error);
  to = from ? g_file_replace (errand->target, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, &error)
            : NULL;
  if (to
      && g_output_stream_splice (G_OUTPUT_STREAM (to), G_INPUT_STREAM (from),
                                 G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, cancellable, &error)
             >= 0)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copy_to_target (Errand *errand)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, copied_cb, errand);

  g_task_set_source_tag (task, copy_to_target);
  g_task_set_task_data (task, errand, NULL);
  g_task_run_in_thread (task, copy_worker);
}

static void
extracted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;

  if (!ent_store_extract_finish (ENT_STORE (source), result, &error))
    {
      if (errand->window)
        ent_session_report (errand->session, error);
    }
  else if (errand->window && errand->target)
    copy_to_target (g_steal_pointer (&errand));
  else if (errand->window)
    launch (g_steal_pointer (&errand));
}

/* Takes the file out, held against its hash, then does what it is for. */
static void
start (GtkWidget *widget, EntSession *session, EntDocument *document, GFile *target)
{
  g_autoptr (Errand) errand = g_new0 (Errand, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = ent_document_make_folder (&error);
  EntStore *store = ent_session_get_store (session);

  if (!folder)
    {
      ent_session_report (session, error);
      return;
    }

  g_set_weak_pointer (&errand->window, GTK_WIDGET (gtk_widget_get_root (widget)));
  errand->session = g_object_ref (session);
  errand->name = ent_document_dup_file_name (document);
  errand->path = g_build_filename (folder, errand->name, NULL);
  g_set_object (&errand->target, target);
  ent_store_extract_async (store, document->sha256, errand->path, NULL, extracted_cb, errand);
  g_steal_pointer (&errand);
}

/**
 * ent_document_open:
 * @widget: a widget of the window
 * @session: the session
 * @document: a document with a file
 *
 * Opens a private copy with the program for files of its kind, once its bytes were held against
 * their hash; what does not match is told, and not opened.
 */
void
ent_document_open (GtkWidget *widget, EntSession *session, EntDocument *document)
{
  g_return_if_fail (document->sha256 != NULL);

  start (widget, session, document, NULL);
}

typedef struct
{
  GtkWidget *window; /* weak */
  EntSession *session;
  EntDocument *document;
} Choice;

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Choice *choice = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) target = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (target && choice->window)
    start (choice->window, choice->session, choice->document, target);
  else
    ent_session_report (choice->session, error);

  g_clear_weak_pointer (&choice->window);
  g_object_unref (choice->session);
  g_object_unref (choice->document);
  g_free (choice);
}

/**
 * ent_document_save_copy:
 * @widget: a widget of the window
 * @session: the session
 * @document: a document with a file
 *
 * Asks where, and writes the file there, held against its hash.
 */
void
ent_document_save_copy (GtkWidget *widget, EntSession *session, EntDocument *document)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = ent_document_dup_file_name (document);
  Choice *choice = g_new0 (Choice, 1);

  g_set_weak_pointer (&choice->window, GTK_WIDGET (gtk_widget_get_root (widget)));
  choice->session = g_object_ref (session);
  choice->document = g_object_ref (document);
  gtk_file_dialog_set_title (dialog, _("Save a Copy"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (choice->window), NULL, chosen_cb, choice);
}

/* A project from elsewhere may hold anything: only what a browser shows is followed. */
gboolean
ent_document_has_link (EntDocument *document)
{
  g_autofree char *scheme = document->url ? g_uri_parse_scheme (document->url) : NULL;

  return scheme && (g_str_equal (scheme, "https") || g_str_equal (scheme, "http"))
         && g_uri_is_valid (document->url, G_URI_FLAGS_NONE, NULL);
}

static void
followed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntSession) session = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error))
    ent_session_report (session, error);
}

void
ent_document_follow (GtkWidget *widget, EntSession *session, EntDocument *document)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (document->url);
  GtkRoot *window = gtk_widget_get_root (widget);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (window), NULL, followed_cb,
                           g_object_ref (session));
}

/**
 * ent_document_is_pdf:
 * @document: a document
 *
 * Returns: whether it has a file that is said to be a PDF
 */
gboolean
ent_document_is_pdf (EntDocument *document)
{
  const char *name = ent_text_is_blank (document->file_name) ? document->title
                                                             : document->file_name;
  g_autofree char *lower = name ? g_utf8_strdown (name, -1) : NULL;

  return document->sha256 && lower && g_str_has_suffix (lower, ".pdf");
}

static EntDocument *
take_pdf (EntProject *project, EntId id)
{
  EntRecord *document = ent_project_get (project, id);

  return document && ENT_IS_DOCUMENT (document) && ent_document_is_pdf (ENT_DOCUMENT (document))
             ? ENT_DOCUMENT (document)
             : NULL;
}

/* The PDF that a record is, attaches or comes from, and the passage where it comes from one. */
static EntDocument *
find_pdf (EntProject *project, EntRecord *record, EntCitation **citation)
{
  g_autoptr (GPtrArray) citations = NULL;

  *citation = NULL;
  if (ENT_IS_DOCUMENT (record))
    return take_pdf (project, ent_record_get_id (record));
  if (ENT_IS_ATTACHMENT (record))
    return take_pdf (project, ENT_ATTACHMENT (record)->document);
  if (ENT_IS_CITATION (record))
    {
      *citation = ENT_CITATION (record);
      return take_pdf (project, (*citation)->document);
    }

  citations = ent_project_get_children (project, ent_record_get_id (record), &ent_citation_table,
                                        "record");
  for (guint i = 0; i < citations->len; i++)
    {
      EntDocument *document;

      *citation = g_ptr_array_index (citations, i);
      document = take_pdf (project, (*citation)->document);
      if (document && (*citation)->page != ENT_INTEGER_NONE)
        return document;
    }

  return NULL;
}

/**
 * ent_document_get_read_label:
 * @project: the graph
 * @record: any record
 *
 * Returns: (nullable): what ent_document_read() does with it, %NULL where there is no PDF to read
 */
const char *
ent_document_get_read_label (EntProject *project, EntRecord *record)
{
  EntCitation *citation;

  if (!find_pdf (project, record, &citation))
    return NULL;

  return citation ? _("Show Passage") : _("Read");
}

static guint
get_number (gint64 number)
{
  return number == ENT_INTEGER_NONE || number < 0 || number > G_MAXINT ? 0 : (guint) number;
}

/**
 * ent_document_read:
 * @session: the session
 * @record: a record that ent_document_get_read_label() has words for
 *
 * Asks for the pages of its PDF; those of a passage open there, with the words lit.
 */
void
ent_document_read (EntSession *session, EntRecord *record)
{
  EntCitation *citation;
  EntDocument *document = find_pdf (ent_session_get_project (session), record, &citation);

  if (document)
    ent_session_read (session, ent_record_get_id (ENT_RECORD (document)),
                      citation ? get_number (citation->page) : 0,
                      citation ? get_number (citation->start_offset) : 0,
                      citation ? get_number (citation->end_offset) : 0);
}
