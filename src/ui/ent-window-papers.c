/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-window-private.h"

#include <glib/gi18n-lib.h>

#include "paper/ent-annual-report.h"
#include "ui/ent-file-names.h"
#include "ui/ent-settings.h"

static const EntPaperWords report_words = {
  .title = N_ ("Export Annual Report"),
  .busy = N_ ("Exporting the Report…"),
  .done = N_ ("Report Exported"),
  .failed = N_ ("Report Not Exported"),
};

/* "Rapport annuel 2024 – Namur.pdf": in the language of the paper. */
static char *
make_report_name (EntProject *project, int year, const char *lang)
{
  EntId home = ent_project_get_home (project);
  g_autofree char *city
      = home != ENT_ID_NONE ? ent_project_dup_title (project, home, lang) : NULL;
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
