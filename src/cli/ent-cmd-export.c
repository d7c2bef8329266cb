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
#include "paper/ent-agreement-sheet.h"
#include "paper/ent-annual-report.h"
#include "paper/ent-paper.h"
#include "rules/ent-report-years.h"

/* What the makers of a paper are given. */
typedef struct
{
  EntArguments *arguments;
  EntStore *store;
  EntProject *project;
  const char *what; /* the word after the name of the paper, NULL for none */
  const char *out;
  const char *lang;
  int today;
  int year;
} Order;

typedef struct
{
  const char *name;
  const char *form;   /* the ending of OUT */
  gboolean takes_word; /* an id, or a type */
  gboolean (*make) (const Order *order, GError **error);
} Paper;

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
    g_set_error (error, ENT_ERROR, ENT_ERROR_FAILED, _("“%s” cannot be written (%s)."),
                 order->out, cause->message);

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
write_paper (const Order *order, EntPaper *paper, GError **error)
{
  g_autoptr (GBytes) bytes = ent_paper_to_pdf (paper, NULL, error);

  return bytes
         && write_out (order, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

static gboolean
make_annual_report (const Order *order, GError **error)
{
  g_autoptr (EntPaper) paper
      = ent_annual_report_build (order->project, order->year, order->lang, order->today);

  return write_paper (order, paper, error);
}

static gboolean
make_agreement_sheet (const Order *order, GError **error)
{
  EntRecord *record = ent_cli_find_record (order->project, order->what, error);
  g_autoptr (EntPaper) paper = NULL;

  if (!record)
    return FALSE;
  if (!ENT_IS_AGREEMENT (record))
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                   _("The record %s is not an agreement but of type “%s”."), order->what,
                   ent_record_get_type_name (record));
      return FALSE;
    }

  paper = ent_agreement_sheet_build (order->project, ENT_AGREEMENT (record), order->lang,
                                     order->today);
  return write_paper (order, paper, error);
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

static const Paper papers[] = {
  { "annual-report", ".pdf", FALSE, make_annual_report },
  { "agreement", ".pdf", TRUE, make_agreement_sheet },
  { "table", ".csv", TRUE, make_table },
  { "project", ".json", FALSE, make_project },
};

static const Paper *
find_paper (const char *name, GError **error)
{
  const char *names[G_N_ELEMENTS (papers) + 1] = { NULL };
  g_autofree char *all = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      names[i] = papers[i].name;
      if (g_str_equal (papers[i].name, name))
        return &papers[i];
    }

  all = g_strjoinv (", ", (char **) names);
  g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
               _("There is no paper “%s”; there are: %s."), name, all);
  return NULL;
}

static gboolean
check_order (const Paper *paper, const Order *order, GError **error)
{
  const char *ending = order->out ? strrchr (order->out, '.') : NULL;

  if (!order->out)
    g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                 _("Where to write is missing: give it with “-o”."));
  else if (paper->takes_word && !order->what)
    g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                 _("“%s” needs to know of which: see “ententectl help export”."), paper->name);
  else if (!paper->takes_word && order->what)
    g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE, _("“%s” takes no “%s”."), paper->name,
                 order->what);
  else if (!g_str_equal (order->out, "-")
           && (!ending || g_ascii_strcasecmp (ending, paper->form) != 0))
    g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                 _("“%s” is written as %s, but the name “%s” does not end so."), paper->name, paper->form,
                 order->out);
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
      || !ent_arguments_get_number (arguments, "year",
                                    (guint) ent_report_last_complete_year (order->today), &year,
                                    error))
    return FALSE;

  order->year = (int) year;
  order->lang = ent_arguments_get_value (arguments, "lang");
  if (year <= 9999 && (!order->lang || g_str_equal (order->lang, "fr")
                       || g_str_equal (order->lang, "en")))
    return TRUE;

  if (year > 9999)
    g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE, _("%u is not a year."), year);
  else
    g_set_error (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                 _("Papers are made in “fr” or “en”, not in “%s”."), order->lang);
  return FALSE;
}

static EntExit
run (EntArguments *arguments, GError **error)
{
  const Paper *paper = find_paper (ent_arguments_get (arguments, 1), error);
  Order order = { .arguments = arguments,
                  .what = ent_arguments_get (arguments, 2),
                  .out = ent_arguments_get_value (arguments, "output") };
  g_autoptr (EntReading) reading = NULL;

  if (!paper || !check_order (paper, &order, error) || !read_options (arguments, &order, error))
    return ENT_EXIT_USAGE;
  reading = ent_cli_read (arguments, error);
  if (!reading)
    return ENT_EXIT_DONE;

  order.store = reading->store;
  order.project = reading->project;
  if (!order.lang)
    order.lang = ent_project_get_lang (order.project);
  if (!paper->make (&order, error))
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
  .details = N_ ("PAPER is “annual-report” (.pdf), “agreement ID” (.pdf), “table TYPE” (.csv) or "
                 "“project” (.json), the complete project."),
  .run = run,
};
