/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-window-private.h"
#include "ui/ent-reading-dialog.h"

#include <glib/gi18n-lib.h>

#include "paper/ent-agreement-sheet.h"
#include "paper/ent-annual-report.h"
#include "ui/ent-file-names.h"
#include "ui/ent-settings.h"

static const EntPaperWords report_words = {
  .title = N_ ("Export Annual Report"),
  .busy = N_ ("Exporting the Report…"),
  .done = N_ ("Report Exported"),
  .failed = N_ ("Report Not Exported"),
};

static const EntPaperWords sheet_words = {
  .title = N_ ("Export Agreement Sheet"),
  .busy = N_ ("Exporting the Agreement Sheet…"),
  .done = N_ ("Agreement Sheet Exported"),
  .failed = N_ ("Agreement Sheet Not Exported"),
};

/* "Namur" rather than "City of Namur", where the project says where that is. */
static char *
dup_city (EntProject *project, const char *lang)
{
  EntRecord *home = ent_project_get (project, ent_project_get_home (project));
  EntId place = ENT_IS_ORGANISATION (home) ? ENT_ORGANISATION (home)->place : ENT_ID_NONE;

  if (place != ENT_ID_NONE)
    return ent_project_dup_title (project, place, lang);

  return home != NULL ? ent_record_dup_title (home, project, lang) : NULL;
}

/* "Rapport annuel 2024 – Namur.pdf": in the language of the paper. */
static char *
make_report_name (EntProject *project, int year, const char *lang)
{
  g_autofree char *city = dup_city (project, lang);
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
  g_autofree char *name
      = make_report_name (ent_session_get_project (self->session), year, lang);

  ent_paper_export_ask (self->paper_export, paper, &report_words, name);
}

void
ent_window_write_report (EntWindow *self, int year, const char *lang, GFile *file)
{
  g_autoptr (EntPaper) paper = build_report (self, year, lang);

  ent_paper_export_write (self->paper_export, paper, &report_words, file);
}

/* In the language in which the agreement is read here. */
void
ent_window_ask_sheet (EntWindow *self, EntId id)
{
  EntProject *project = ent_session_get_project (self->session);
  const char *lang = ent_session_get_lang (self->session);
  EntRecord *record = ent_project_get (project, id);
  g_autoptr (EntPaper) paper = NULL;
  g_autofree char *title = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *name = NULL;

  if (!ENT_IS_AGREEMENT (record))
    return;

  paper = ent_agreement_sheet_build (project, ENT_AGREEMENT (record), lang,
                                     ent_session_get_today (self->session));
  title = ent_record_dup_title (record, project, lang);
  clean = ent_file_name_clean (title);
  name = g_strconcat (clean, ".pdf", NULL);
  ent_paper_export_ask (self->paper_export, paper, &sheet_words, name);
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
