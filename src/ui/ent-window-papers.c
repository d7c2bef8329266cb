/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-window-private.h"
#include "ui/ent-reading-dialog.h"
#include "ui/widgets/ent-document-file.h"

#include <glib/gi18n-lib.h>

#include "exchange/ent-papers.h"
#include "paper/ent-annual-report.h"
#include "paper/ent-scribe.h"
#include "rules/ent-report-years.h"
#include "ui/ent-file-names.h"
#include "ui/ent-settings.h"

/* "Rapport annuel 2024 – Namur.pdf": in the language of the paper. */
static char *
make_report_name (EntProject *project, int year, const char *lang)
{
  const EntScribe scribe = { project, NULL, lang, 0 };
  g_autofree char *city = ent_scribe_dup_home_city (&scribe);
  g_autofree char *name = NULL;

  if (city != NULL)
    /* Translators: name of a file; %1$d is a year and %2$s a city. */
    name = g_strdup_printf (ent_words (lang, N_ ("Annual report %1$d – %2$s.pdf")), year, city);
  else
    /* Translators: name of a file; %d is a year. */
    name = g_strdup_printf (ent_words (lang, N_ ("Annual report %d.pdf")), year);

  return ent_file_name_clean (name);
}

static EntPaper *
build_report (EntWindow *self, int year, const char *lang)
{
  g_settings_set_string (ent_settings_get (), "report-language", lang);

  return ent_annual_report_build (ent_session_get_project (self->session), year, lang,
                                  ent_session_get_today (self->session));
}

void
ent_window_ask_report (EntWindow *self, int year, const char *lang)
{
  g_autoptr (EntPaper) paper = build_report (self, year, lang);
  g_autofree char *name = make_report_name (ent_session_get_project (self->session), year, lang);

  ent_paper_export_ask (self->paper_export, paper, name);
}

void
ent_window_write_report (EntWindow *self, int year, const char *lang, GFile *file)
{
  g_autoptr (EntPaper) paper = build_report (self, year, lang);

  ent_paper_export_write (self->paper_export, paper, file);
}

/**
 * ent_window_export_paper:
 * @self: the window
 * @name: which paper
 * @ending: as which file, such as ".pdf"
 * @id: of which record; %ENT_ID_NONE for a paper of the project
 * @file: (nullable): where it goes; %NULL to ask
 *
 * Makes a paper in the language in which the project is read here.
 */
void
ent_window_export_paper (
    EntWindow *self, const char *name, const char *ending, EntId id, GFile *file)
{
  EntPaperOrder order = { .project = ent_session_get_project (self->session),
                          .lang = ent_session_get_lang (self->session),
                          .today = ent_session_get_today (self->session),
                          .version = ent_store_get_last_entry (
                              ent_session_get_store (self->session)) };
  const EntPaperKind *kind;
  g_autoptr (EntPaper) paper = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *stem = NULL, *clean = NULL, *proposed = NULL;

  order.record = ent_project_get (order.project, id);
  kind = ent_papers_find_of (name, order.record, ending);
  order.year = ENT_IS_AGREEMENT (order.record)
                   ? ent_agreement_get_report_year (order.project, ENT_AGREEMENT (order.record),
                                                    order.today)
                   : ent_report_last_complete_year (order.today);
  if (!kind || (id != ENT_ID_NONE && !order.record))
    return;

  stem = ent_papers_dup_name (kind, &order);
  clean = ent_file_name_clean (stem);
  proposed = g_strconcat (clean, ending, NULL);
  if (kind->build)
    paper = kind->build (&order);
  else
    bytes = kind->make (&order);
  if (file && paper)
    ent_paper_export_write (self->paper_export, paper, file);
  else if (file)
    ent_paper_export_write_bytes (self->paper_export, bytes, file);
  else if (paper)
    ent_paper_export_ask (self->paper_export, paper, proposed);
  else
    ent_paper_export_ask_bytes (self->paper_export, bytes, proposed);
}

/**
 * ent_window_read:
 * @self: the window
 * @id: a document with a PDF
 * @page: the page it opens at, from 1; 0 for the start
 * @start: the words that are lit there
 * @end: the first character after them
 *
 * Shows the pages of a document.
 */
void
ent_window_read (EntWindow *self, gint64 id, guint page, guint start, guint end)
{
  EntRecord *document = ent_project_get (ent_session_get_project (self->session), id);

  if (document && ENT_IS_DOCUMENT (document))
    adw_dialog_present (
        ent_reading_dialog_new (self->session, ENT_DOCUMENT (document), page, start, end),
        GTK_WIDGET (self));
}

/**
 * ent_window_show_page:
 * @self: the window
 * @id: a document
 * @page: a page of its file, from 1
 * @words: what was looked for, as it was typed
 *
 * Goes to the document, and where it is a PDF to its page, with the words lit.
 */
void
ent_window_show_page (EntWindow *self, gint64 id, guint page, const char *words)
{
  EntRecord *document = ent_project_get (ent_session_get_project (self->session), id);
  AdwDialog *dialog;

  ent_session_show (self->session, id);
  if (!document || !ENT_IS_DOCUMENT (document) || !ent_document_is_pdf (ENT_DOCUMENT (document)))
    return;
  dialog = ent_reading_dialog_new (self->session, ENT_DOCUMENT (document), page, 0, 0);
  ent_reading_dialog_look_for (ENT_READING_DIALOG (dialog), words);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
