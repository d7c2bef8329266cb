/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/indicators/ent-indicator-list.h"

#include <glib/gi18n-lib.h>

#include "base/ent-text.h"
#include "rules/ent-agreement-status.h"
#include "ui/views/indicators/ent-indicator-filter.h"
#include "ui/views/indicators/ent-indicator-page.h"
#include "ui/views/indicators/ent-indicator-words.h"

enum
{
  COLUMN_TITLE,
  COLUMN_OF,
  COLUMN_LAST,
  COLUMN_PERIOD,
  COLUMN_TARGET,
  COLUMN_STATE,
};

static const EntRecordColumn columns[] = {
  [COLUMN_TITLE] = { "title", N_ ("Title"), TRUE },
  [COLUMN_OF] = { "of", N_ ("Of"), FALSE },
  [COLUMN_LAST] = { "last", N_ ("Last value"), FALSE },
  [COLUMN_PERIOD] = { "period", N_ ("Period"), FALSE },
  [COLUMN_TARGET] = { "target", N_ ("Target"), FALSE },
  [COLUMN_STATE] = { "state", N_ ("State"), FALSE },
};

static int
get_rank (const char *value)
{
  return value ? (int) CLAMP (g_ascii_strtod (value, NULL), G_MININT + 1, G_MAXINT - 1) : G_MAXINT;
}

static gboolean
is_over (EntProject *project, EntAgreement *agreement, int today)
{
  EntStatus status = agreement ? ent_agreement_get_status (project, agreement, today).status
                               : ENT_STATUS_IN_FORCE;

  return status == ENT_STATUS_ENDED || status == ENT_STATUS_TERMINATED;
}

/* The heading under which it stands: its agreement, or what it judges else. */
static char *
dup_heading (EntProject *project, EntIndicator *self, const char *lang)
{
  EntAgreement *agreement = ent_indicator_get_agreement (project, self);

  return agreement ? ent_record_dup_title (ENT_RECORD (agreement), project, lang)
                   : ent_indicator_dup_scope_words (project, self, lang);
}

static void
fill_facts (EntRecordItem *item,
            EntProject *project,
            const EntIndicatorStanding *standing,
            const char *lang,
            int today)
{
  EntIndicator *self = ENT_INDICATOR (item->record);
  EntIndicatorFacts *facts = item->facts;
  EntAgreement *agreement = ent_indicator_get_agreement (project, self);
  g_autofree char *heading = dup_heading (project, self, lang);

  facts->is_over = is_over (project, agreement, today);
  facts->is_current = standing->is_current;
  facts->agreement = agreement ? ent_record_get_id (ENT_RECORD (agreement)) : ENT_ID_NONE;
  facts->section = g_intern_string (standing->is_current ? heading : "");
}

static void
fill (EntRecordItem *item, EntProject *project, const char *lang, int today)
{
  EntIndicator *self = ENT_INDICATOR (item->record);
  g_auto (EntIndicatorBasis) basis = { NULL };
  g_auto (EntIndicatorStanding) standing = { 0 };
  const char *target = NULL;
  g_autofree char *last = NULL;
  g_autofree char *theme_key = NULL;
  g_autofree char *own_key = NULL;

  ent_indicator_basis_init (&basis, project, today);
  standing = ent_indicator_get_standing (&basis, self);
  target = standing.target ? standing.target->value : NULL;
  fill_facts (item, project, &standing, lang, today);

  last = ent_indicator_dup_last_words (&standing, self, lang);
  item->line = ent_indicator_dup_scope_words (project, self, lang);
  item->note = g_strdup_printf ("%s · %s", last, ent_indicator_state_get_words (standing.state));
  theme_key = ent_text_collate_key (item->line, lang);
  own_key = g_steal_pointer (&item->title_key);
  item->title_key = g_strconcat (theme_key, "\001", own_key, NULL);

  ent_record_item_take_words (item, COLUMN_TITLE, g_strdup (item->title), lang);
  ent_record_item_take_words (item, COLUMN_OF, g_strdup (item->line), lang);
  ent_record_item_take_number (
      item, COLUMN_LAST,
      standing.figure ? ent_indicator_dup_value_words (self, standing.figure->value, lang) : NULL,
      get_rank (standing.figure ? standing.figure->value : NULL));
  ent_record_item_take_number (
      item, COLUMN_PERIOD, standing.period ? ent_date_format_short (standing.period, lang) : NULL,
      standing.period ? ent_date_get_latest (standing.period) : ENT_DAY_MAX);
  ent_record_item_take_number (item, COLUMN_TARGET,
                               target ? ent_indicator_dup_value_words (self, target, lang) : NULL,
                               get_rank (target));
  ent_record_item_take_number (item, COLUMN_STATE,
                               g_strdup (ent_indicator_state_get_words (standing.state)),
                               (int) standing.state);
}

static const char *
get_section (const EntRecordItem *item)
{
  return ((const EntIndicatorFacts *) item->facts)->section;
}

/* What has no value this year comes first. */
static int
compare_sections (const EntRecordItem *a, const EntRecordItem *b)
{
  return g_utf8_collate (get_section (a), get_section (b));
}

static int
compare (const EntRecordItem *a, const EntRecordItem *b)
{
  int order = compare_sections (a, b);

  return order ? order : g_strcmp0 (a->title_key, b->title_key);
}

static char *
dup_section (const EntRecordItem *item)
{
  const char *section = get_section (item);

  return g_strdup (*section ? section : _("No Value This Year"));
}

static EntRecord *
find_shown (EntProject *project, EntRecord *changed)
{
  EntRecord *above = NULL;

  if (ENT_IS_MEASUREMENT (changed))
    above = ent_project_get (project, ENT_MEASUREMENT (changed)->indicator);

  return above && ENT_IS_INDICATOR (above) ? above : NULL;
}

/* What is counted, and the names shown. */
static gboolean
is_shown_widely (EntRecord *changed)
{
  return ENT_IS_EVENT (changed) || ENT_IS_OUTCOME (changed) || ENT_IS_LINK (changed)
         || ENT_IS_PROVISION (changed) || ENT_IS_AGREEMENT (changed)
         || ENT_IS_PROJECT_RECORD (changed) || ENT_IS_PARTICIPATION (changed)
         || ENT_IS_SECTION (changed);
}

static char *
dup_count (guint n_shown, guint n_all)
{
  if (n_shown == n_all)
    return g_strdup_printf (ngettext ("%u indicator", "%u indicators", n_all), n_all);

  /* Translators: indicators shown, and all of them */
  return g_strdup_printf (ngettext ("%1$u of %2$u indicator", "%1$u of %2$u indicators", n_all),
                          n_shown, n_all);
}

const EntRecordSpec ent_indicator_list_spec = {
  .table = &ent_indicator_table,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .facts_size = sizeof (EntIndicatorFacts),
  .fill = fill,
  .compare = compare,
  .compare_sections = compare_sections,
  .dup_section = dup_section,
  .find_shown = find_shown,
  .is_shown_widely = is_shown_widely,
  .create_page = ent_indicator_page_new,
  .delete_label = N_ ("_Delete Indicator"),
  .menu_tooltip = N_ ("Indicator Menu"),
  .page_title = N_ ("Indicator"),
  .unchosen_title = N_ ("No Indicator Selected"),
  .unchosen_text = N_ ("Choose one in the list to read and correct it."),
  .title = N_ ("Indicators"),
  .icon = "entente-indicators-symbolic",
  .search_label = N_ ("Search indicators"),
  .search_hint = N_ ("Title, agreement, theme"),
  .dup_count = dup_count,
  .new_action = "indicators.new",
  .new_tooltip = N_ ("Add an Indicator"),
  .new_label = N_ ("_Add an Indicator"),
  .empty_title = N_ ("No Indicators Yet"),
  .empty_text = N_ ("Count what is recorded, such as the activities under a theme, or enter values "
                    "year by year. Nothing is shown that nobody counted."),
  .nothing_text = N_ ("No indicator matches the search and the filters."),
  .show_all_label = N_ ("Show A_ll Indicators"),
  .form_key = "indicators-view",
  .sort_key = "indicators-sort-column",
  .descending_key = "indicators-sort-descending",
};
