/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ent-error.h"
#include "cli/ent-cli.h"
#include "exchange/ent-csv.h"
#include "exchange/ent-json.h"
#include "exchange/ent-papers.h"
#include "rules/ent-report-years.h"

/* What is asked for. */
typedef struct
{
  EntArguments *arguments;
  EntStore *store;
  EntProject *project;
  const char *paper;
  const char *what; /* the word after the name of the paper, NULL for none */
  const char *out;
  const char *ending; /* of OUT; NULL for the standard output */
  const char *lang;
  int today;
  int year;
} Order;

/* Records as they are, not as something to read: beside the papers. */
typedef struct
{
  const char *name;
  const char *ending;
  gboolean takes_word; /* a type */
  gboolean (*make) (const Order *order, GError **error);
} Dump;

/* Written over, the project would be lost. */
static gboolean
is_project (const Order *order, const char *path)
{
  g_autoptr (GFile) file = ent_cli_get_file (order->arguments);
  GStatBuf project, out;

  return g_file_peek_path (file) && g_stat (g_file_peek_path (file), &project) == 0
         && g_stat (path, &out) == 0 && project.st_dev == out.st_dev
         && project.st_ino == out.st_ino;
}

/* The sentence for OUT, from what the system says. */
static gboolean
refuse_out (const Order *order, const GError *cause, GError **error)
{
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT)
      || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                 _("“%s” cannot be written: make its folder first."), order->out);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ISDIR))
    g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                 _("“%s” cannot be written: it is a folder. Choose another name."), order->out);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (error, ENT_ERROR, ENT_ERROR_NO_SPACE,
                 _("“%s” cannot be written: the disk is full. Make room, or choose another place."),
                   order->out);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES)
           || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_PERM)
           || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    g_set_error (error, ENT_ERROR, ENT_ERROR_READ_ONLY,
                 _("“%s” cannot be written: you have no right to write in that folder. Choose "
                   "another place."),
                   order->out);
  else
    g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED,
                 _("“%s” cannot be written (%s)."), order->out, cause->message);

  return FALSE;
}

/* OUT is the old file until the new one is whole. A link is followed, not replaced. */
static gboolean
write_out (const Order *order, const char *data, gsize size, GError **error)
{
  g_autofree char *followed = realpath (order->out, NULL);
  g_autoptr (GError) cause = NULL;

  if (g_str_equal (order->out, "-"))
    {
      fwrite (data, 1, size, stdout);
      return TRUE;
    }
  if (is_project (order, order->out))
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_IN_USE,
                   _("“%s” is the project itself: choose another name."), order->out);
      return FALSE;
    }

  return g_file_set_contents_full (followed ? followed : order->out, data, (gssize) size,
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0666, &cause)
         || refuse_out (order, cause, error);
}

static gboolean
write_bytes (const Order *order, GBytes *bytes, GError **error)
{
  return bytes
         && write_out (order, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

/* Puts the record that is named into @wanted; gives the paper of its type. */
static const EntPaperKind *
find_kind (const Order *order, EntPaperOrder *wanted, GError **error)
{
  const EntPaperKind *kind;
  g_autofree char *types = NULL;

  if (order->what)
    {
      wanted->record = ent_cli_find_record (order->project, order->what, error);
      if (!wanted->record)
        return NULL;
    }

  kind = ent_papers_find_of (order->paper, wanted->record, order->ending);
  if (kind)
    return kind;

  types = ent_papers_dup_types (order->paper);
  g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
               _("“%s” is made of a record of type “%s”, and %s is of type “%s”."), order->paper,
                 types, order->what, ent_record_get_type_name (wanted->record));
  return NULL;
}

static gboolean
make_paper (const Order *order, GError **error)
{
  EntPaperOrder wanted = { order->project, NULL,        order->lang,
                           order->today,   order->year, ent_store_get_last_entry (order->store) };
  const EntPaperKind *kind = find_kind (order, &wanted, error);
  g_autoptr (EntPaper) paper = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!kind)
    return FALSE;

  if (kind->build)
    {
      paper = kind->build (&wanted);
      bytes = ent_papers_write (paper, order->ending ? order->ending : "", NULL, error);
      if (ent_paper_get_hint (paper))
        g_printerr ("ententectl: %s\n", ent_paper_get_hint (paper));
    }
  else
    bytes = kind->make (&wanted);

  return write_bytes (order, bytes, error);
}

static GBytes *
get_blob (const char *sha256, gpointer store)
{
  return ent_store_get_blob (store, sha256, NULL);
}

static gboolean
make_project (const Order *order, GError **error)
{
  g_autofree char *text = ent_json_export_project (order->project, get_blob, order->store);

  return write_out (order, text, strlen (text), error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  EntId left = ent_record_get_id (*(EntRecord *const *) a);
  EntId right = ent_record_get_id (*(EntRecord *const *) b);

  return left < right ? -1 : left > right;
}

static gboolean
make_table (const Order *order, GError **error)
{
  const EntTable *table = ent_cli_find_table (order->what, error);
  GListModel *list = table ? ent_project_get_list (order->project, table) : NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *csv = NULL;

  if (!table)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (records, g_list_model_get_item (list, i));
  g_ptr_array_sort (records, compare_ids);
  csv = ent_csv_export (order->project, table, records);

  return write_out (order, csv, strlen (csv), error);
}

static const Dump dumps[] = {
  { "table", ".csv", TRUE, make_table },
  { "project", ".json", FALSE, make_project },
};

static const Dump *
find_dump (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (dumps); i++)
    if (g_str_equal (dumps[i].name, name))
      return &dumps[i];

  return NULL;
}

static gboolean
is_known (const char *name, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *all = NULL;
  guint n_papers;
  const EntPaperKind *papers = ent_papers_get (&n_papers);

  for (guint i = 0; i < n_papers; i++)
    if (!g_ptr_array_find_with_equal_func (names, papers[i].name, g_str_equal, NULL))
      g_ptr_array_add (names, (gpointer) papers[i].name);
  for (guint i = 0; i < G_N_ELEMENTS (dumps); i++)
    g_ptr_array_add (names, (gpointer) dumps[i].name);
  if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    return TRUE;

  g_ptr_array_add (names, NULL);
  all = g_strjoinv (", ", (char **) names->pdata);
  g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
               _("There is no paper “%s”; there are: %s."), name, all);
  return FALSE;
}

static gboolean
takes (const Order *order, const Dump *dump, gboolean word)
{
  return dump ? dump->takes_word == word : ent_papers_find (order->paper, word, NULL) != NULL;
}

static gboolean
has_right_ending (const Order *order, const Dump *dump)
{
  if (dump)
    return !order->ending || g_ascii_strcasecmp (order->ending, dump->ending) == 0;

  return ent_papers_find (order->paper, order->what != NULL, order->ending) != NULL;
}

static gboolean
check_order (const Order *order, const Dump *dump, GError **error)
{
  g_autofree char *endings = dump ? g_strdup (dump->ending) : ent_papers_dup_endings (order->paper);

  if (!order->out)
    g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                 _("Where to write is missing: give it with “-o”."));
  else if (!order->what && !takes (order, dump, FALSE))
    g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                 _("“%s” needs to know of which: see “ententectl help export”."), order->paper);
  else if (order->what && !takes (order, dump, TRUE))
    g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                 _("“%s” takes no “%s”."), order->paper, order->what);
  else if (!has_right_ending (order, dump))
    g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                 _("“%s” is written as %s, but the name “%s” does not end so."), order->paper,
                   endings, order->out);
  else
    return TRUE;

  return FALSE;
}

/* What the options say, or what goes without saying. */
static gboolean
read_options (EntArguments *arguments, Order *order, GError **error)
{
  guint year;

  order->today = ent_cli_get_today (arguments, error);
  if (!order->today
      || !ent_arguments_get_number (
          arguments, "year", (guint) ent_report_last_complete_year (order->today), &year, error))
    return FALSE;

  order->year = (int) year;
  order->lang = ent_arguments_get_value (arguments, "lang");
  if (year <= 9999
      && (!order->lang || g_str_equal (order->lang, "fr") || g_str_equal (order->lang, "en")))
    return TRUE;

  if (year > 9999)
    g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE, _("%u is not a year."), year);
  else
    g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                 _("Papers are made in “fr” or “en”, not in “%s”."), order->lang);
  return FALSE;
}

/* A name without one ends in nothing that is right. */
static const char *
get_ending (const char *out)
{
  const char *ending = out ? strrchr (out, '.') : NULL;

  return !out || g_str_equal (out, "-") ? NULL : ending ? ending : "";
}

static EntExit
run (EntArguments *arguments, GError **error)
{
  Order order = { .arguments = arguments,
                  .paper = ent_arguments_get (arguments, 1),
                  .what = ent_arguments_get (arguments, 2),
                  .out = ent_arguments_get_value (arguments, "output") };
  const Dump *dump = find_dump (order.paper);
  g_autoptr (EntReading) reading = NULL;

  order.ending = get_ending (order.out);
  if (!is_known (order.paper, error) || !check_order (&order, dump, error)
      || !read_options (arguments, &order, error))
    return ENT_EXIT_USAGE;
  reading = ent_cli_read (arguments, error);
  if (!reading)
    return ENT_EXIT_DONE;

  order.store = reading->store;
  order.project = reading->project;
  if (!order.lang)
    order.lang = ent_project_get_lang (order.project);
  if (!(dump ? dump->make (&order, error) : make_paper (&order, error)))
    return (*error)->domain == ENT_ERROR ? ENT_EXIT_DONE : ENT_EXIT_REFUSED;

  return ENT_EXIT_DONE;
}

static const EntOption options[] = {
  { "output", 'o', "OUT", N_ ("Where to write; “-” for the standard output") },
  { "year", '\0', "YEAR", N_ ("Year of the report; the last complete one by default") },
  { "lang", '\0', "fr|en", N_ ("Language of the paper; that of the project by default") },
  { "today", '\0', "DAY", N_ ("Take this day, such as 2026-12-31, for today") },
  { NULL },
};

const EntCommand ent_cmd_export = {
  .name = "export",
  .arguments = "FILE PAPER [ID|TYPE] [--year YEAR] [--lang fr|en] [--today DAY] -o OUT",
  .n_min = 2,
  .n_max = 3,
  .options = options,
  .summary = N_ ("write a paper, a table or the whole project"),
  .details = N_ (
      "PAPER is “annual-report”, “annual-report ID” of one agreement, “agreement ID” or “brief "
      "ID” (.pdf, .odt), “calendar” (.ics) of the agenda and all deadlines or “calendar ID” of one "
      "event, the “mission ID”, "
      "“mission-booklet ID”, “mission-report ID”, “guests ID” (also .csv, for labels) or “thank-you ID” of an "
      "event, “handover” for a successor, “table TYPE” (.csv) or “project” (.json), the "
      "complete project. The ending of its name says how it is written."),
  .run = run,
};
