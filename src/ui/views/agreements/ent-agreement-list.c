/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agreements/ent-agreement-list.h"

#include <glib/gi18n-lib.h>

#include "ui/views/agreements/ent-agreement-page.h"
#include "ui/widgets/ent-agreement-words.h"

enum
{
  COLUMN_TITLE,
  COLUMN_PARTNER,
  COLUMN_COUNTRY,
  COLUMN_SIGNED,
  COLUMN_ENDS,
  COLUMN_STATE,
};

static const EntRecordColumn columns[] = {
  [COLUMN_TITLE] = { "title", N_ ("Title"), TRUE },
  [COLUMN_PARTNER] = { "partner", N_ ("Partner"), FALSE },
  [COLUMN_COUNTRY] = { "country", N_ ("Country"), FALSE },
  [COLUMN_SIGNED] = { "signed", N_ ("Signed"), FALSE },
  [COLUMN_ENDS] = { "ends", N_ ("Ends"), FALSE },
  [COLUMN_STATE] = { "state", N_ ("State"), FALSE },
};

static void
take_country (EntRecordItem *item, EntProject *project, const char *lang)
{
  g_autoptr (GPtrArray)
      counterparts = ent_agreement_get_counterparts (project, ENT_AGREEMENT (item->record));

  for (guint i = 0; i < counterparts->len; i++)
    {
      EntOrganisation *organisation = g_ptr_array_index (counterparts, i);

      ent_record_item_set_place (item, project, organisation->place, lang);
    }
}

static char *
format_short (const EntDate *date, const char *lang)
{
  return date ? ent_date_format_short (date, lang) : NULL;
}

static void
fill (EntRecordItem *item, EntProject *project, const char *lang, int today)
{
  EntAgreement *agreement = ENT_AGREEMENT (item->record);
  EntAgreementStatus status = ent_agreement_get_status (project, agreement, today);
  EntAgreementFacts *facts = item->facts;
  int signed_day = agreement->signed_on ? ent_date_get_earliest (agreement->signed_on)
                                        : ENT_DAY_MAX;

  facts->status = status.status;
  /* As long as nobody said which city is ours, every agreement may be. */
  facts->role = ent_project_get_home (project) != ENT_ID_NONE
                    ? ent_agreement_get_role (project, agreement)
                    : ENT_ROLE_PARTY;
  facts->days_left = status.days_left;

  item->line = ent_agreement_dup_partner_words (project, agreement, lang);
  item->note = ent_agreement_dup_status_words (project, agreement, today);
  item->order = ent_agreement_get_next_date (project, agreement, today);
  take_country (item, project, lang);

  ent_record_item_take_words (item, COLUMN_TITLE, g_strdup (item->title), lang);
  ent_record_item_take_words (item, COLUMN_PARTNER, g_strdup (item->line), lang);
  ent_record_item_take_words (item, COLUMN_COUNTRY, g_strdup (item->country), lang);
  ent_record_item_take_number (item, COLUMN_SIGNED, format_short (agreement->signed_on, lang),
                               signed_day);
  ent_record_item_take_number (item, COLUMN_ENDS, format_short (agreement->ends, lang),
                               status.ends);
  ent_record_item_take_number (item, COLUMN_STATE, g_strdup (item->note), (int) status.status);
}

static EntRecord *
find_shown (EntProject *project, EntRecord *changed)
{
  const EntColumn *owner;
  EntRecord *above;

  if (ENT_IS_AGREEMENT (changed))
    return changed;
  if (!ENT_IS_PARTY (changed) && !ENT_IS_SIGNING (changed) && !ENT_IS_OBLIGATION (changed)
      && !ENT_IS_ALIAS (changed))
    return NULL;

  owner = ent_table_get_owner (ent_record_get_table (changed));
  above = ent_project_get (project, ent_record_get_reference (changed, owner));
  return above && ENT_IS_AGREEMENT (above) ? above : NULL;
}

/* A name that many agreements show. */
static gboolean
is_shown_widely (EntRecord *changed)
{
  return ENT_IS_ORGANISATION (changed) || ENT_IS_PLACE (changed);
}

static char *
dup_count (guint n_shown, guint n_all)
{
  if (n_shown == n_all)
    return g_strdup_printf (ngettext ("%u agreement", "%u agreements", n_all), n_all);

  /* Translators: agreements shown, and all of them */
  return g_strdup_printf (ngettext ("%1$u of %2$u agreement", "%1$u of %2$u agreements", n_all),
                          n_shown, n_all);
}

const EntRecordSpec ent_agreement_list_spec = {
  .table = &ent_agreement_table,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .facts_size = sizeof (EntAgreementFacts),
  .fill = fill,
  .find_shown = find_shown,
  .is_shown_widely = is_shown_widely,
  .create_page = ent_agreement_page_new,
  .delete_label = N_ ("_Delete Agreement"),
  .menu_tooltip = N_ ("Agreement Menu"),
  .page_title = N_ ("Agreement"),
  .unchosen_title = N_ ("No Agreement Selected"),
  .unchosen_text = N_ ("Choose one in the list to read and correct it."),
  .title = N_ ("Agreements"),
  .icon = "text-x-generic-symbolic",
  .search_label = N_ ("Search agreements"),
  .search_hint = N_ ("Title, partner, country"),
  .dup_count = dup_count,
  .new_action = "win.new-agreement",
  .new_tooltip = N_ ("New Agreement"),
  .new_label = N_ ("_New Agreement"),
  .empty_title = N_ ("No Agreements Yet"),
  .empty_text = N_ ("A protocol, a twinning, a memorandum: begin with the one you look for most "
                    "often."),
  .nothing_text = N_ ("No agreement matches the search and the filters."),
  .show_all_label = N_ ("Show A_ll Agreements"),
  .form_key = "agreements-view",
  .sort_key = "agreements-sort-column",
  .descending_key = "agreements-sort-descending",
};
