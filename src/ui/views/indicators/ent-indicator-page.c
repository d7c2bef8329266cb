/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/indicators/ent-indicator-page.h"

#include <glib/gi18n-lib.h>

#include "ui/views/indicators/ent-indicator-lines.h"
#include "ui/views/indicators/ent-indicator-values.h"
#include "ui/views/indicators/ent-indicator-words.h"
#include "ui/widgets/ent-child-specs.h"

#define COLUMNS(...)                                                                               \
  (const char *const[])                                                                            \
  {                                                                                                \
    __VA_ARGS__, NULL                                                                              \
  }

/* What is read at first sight. */
static const EntPagePart first_parts[] = {
  { .collect = ent_indicator_collect_scope },
  { .create = ent_indicator_values_new },
  { .lines_title = N_ ("What the figures leave out"), .collect = ent_indicator_collect_gaps },
  { .collect = NULL },
};

static const EntPagePart parts[] = {
  { .lines_title = N_ ("By territory"), .collect = ent_indicator_collect_wholes },
  { .list = { .title = N_ ("Baseline"),
              .table = &ent_measurement_table,
              .owner = "indicator",
              .filter_column = "kind",
              .filter_value = "baseline",
              .add_label = N_ ("Add Baseline…"),
              .asked = COLUMNS ("period", "value"),
              .subtitles = COLUMNS ("value", "comment") } },
  { .list = { .title = N_ ("Evidence"),
              .table = &ent_attachment_table,
              .owner = "record",
              .add_label = N_ ("Add Evidence…"),
              .opens = "document",
              .attaches = TRUE,
              .subtitles = COLUMNS ("role", "caption") } },
  { .known = &ent_child_notes },
  { .known = &ent_child_sources },
  { .collect = NULL },
};

static const EntPageFields fields[] = {
  { N_ ("Definition"), COLUMNS ("definition", "direction", "aggregation") },
  { NULL, NULL },
};

static void
fill_head (EntPageHead *head, EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  EntIndicator *self = ENT_INDICATOR (record);
  const char *lang = ent_session_get_lang (session);
  g_auto (EntIndicatorBasis) basis = { NULL };
  g_auto (EntIndicatorStanding) standing = { 0 };
  g_autofree char *last = NULL;
  g_autofree char *target = NULL;

  ent_indicator_basis_init (&basis, project, ent_session_get_today (session));
  standing = ent_indicator_get_standing (&basis, self);
  last = ent_indicator_dup_last_words (&standing, self, lang);
  target = ent_indicator_dup_target_words (&standing, self, lang);
  head->subtitle = g_strdup (self->filter ? _("Counted from the records") : _("Entered"));
  head->status = g_strdup (ent_indicator_state_get_words (standing.state));
  head->facts = g_strdup_printf ("%s · %s%s%s", last, target, standing.is_current ? "" : " · ",
                                 standing.is_current ? "" : _("no value this year"));
}

static const EntPageSpec spec = {
  .table = &ent_indicator_table,
  .fill_head = fill_head,
  .open_columns = COLUMNS ("title", "filter", "unit"),
  .fields = fields,
  .first_parts = first_parts,
  .parts = parts,
};

/**
 * ent_indicator_page_new:
 * @session: the session
 * @indicator: an indicator of its project
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
ent_indicator_page_new (EntSession *session, EntRecord *indicator)
{
  return ent_record_page_new (session, indicator, &spec);
}
