/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/partners/ent-partner-lists.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/ent-choices.h"
#include "model/ent-country.h"
#include "rules/ent-contacts.h"
#include "ui/views/partners/ent-partner-filter.h"
#include "ui/views/partners/ent-partner-pages.h"

enum
{
  COLUMN_NAME,
  COLUMN_RELATION,
  COLUMN_COUNTRY,
  COLUMN_SINCE,
  COLUMN_LAST,
  COLUMN_NEXT,
};

static const EntRecordColumn columns[] = {
  [COLUMN_NAME] = { "name", N_ ("Name"), TRUE },
  [COLUMN_RELATION] = { "relation", N_ ("Relation"), FALSE },
  [COLUMN_COUNTRY] = { "country", N_ ("Country"), FALSE },
  [COLUMN_SINCE] = { "since", N_ ("Relation since"), FALSE },
  [COLUMN_LAST] = { "last", N_ ("Last contact"), FALSE },
  [COLUMN_NEXT] = { "next", N_ ("Next contact"), FALSE },
};

static const EntRecordAct acts[] = {
  { N_ ("_Change of Holder…"), "partners.change-holder" },
  { NULL, NULL },
};

static int
find_class (const char *value)
{
  for (int i = 0; value && ent_choices_relation_class[i].value; i++)
    if (g_str_equal (ent_choices_relation_class[i].value, value))
      return i;

  return -1;
}

static void
take_facts (EntRecordItem *item, EntProject *project, int today)
{
  EntOrganisation *organisation = ENT_ORGANISATION (item->record);
  EntPartnerFacts *facts = item->facts;
  g_autoptr (GPtrArray)
      networks = ent_organisation_get_networks (project, ent_record_get_id (item->record), today);
  g_autoptr (GPtrArray)
      agreements = ent_organisation_get_agreements (project, ent_record_get_id (item->record));

  facts->related = ent_organisation_is_related (project, organisation);
  facts->relation_class = find_class (organisation->relation_class);
  facts->n_networks = MIN (networks->len, ENT_PARTNER_NETWORKS);
  for (guint i = 0; i < facts->n_networks; i++)
    facts->networks[i] = ent_record_get_id (g_ptr_array_index (networks, i));
  facts->has_point = ent_place_get_point (project, organisation->place, &facts->lat, &facts->lon);
  facts->n_agreements = agreements->len;
}

static char *
format_short (const EntDate *date, const char *lang)
{
  return date ? ent_date_format_short (date, lang) : NULL;
}

static void
fill (EntRecordItem *item, EntProject *project, const char *lang, int today)
{
  EntOrganisation *organisation = ENT_ORGANISATION (item->record);
  const EntPartnerFacts *facts = item->facts;
  EntContacts contacts = ent_partner_get_contacts (project, item->record, today);
  g_autofree char *last = contacts.last_when ? ent_date_format (contacts.last_when, lang) : NULL;
  const char *relation = NULL;
  int since = organisation->origin ? ent_date_get_earliest (organisation->origin) : ENT_DAY_MAX;

  take_facts (item, project, today);
  ent_record_item_set_place (item, project, organisation->place, lang);
  if (facts->relation_class >= 0)
    relation = ent_choice_get_words (&ent_choices_relation_class[facts->relation_class],
                                     ent_words_interface_language ());

  item->line = g_strdup_printf ("%s%s%s", item->country ? item->country : "",
                                item->country && relation ? " · " : "", relation ? relation : "");
  /* Translators: a date, which may be a year only */
  item->note = last ? g_strdup_printf (_("Last contact: %s"), last)
                    : g_strdup (_("No contact recorded"));
  item->order = contacts.last_when ? ent_date_get_earliest (contacts.last_when) : ENT_DAY_MIN;

  ent_record_item_take_words (item, COLUMN_NAME, g_strdup (item->title), lang);
  ent_record_item_take_words (item, COLUMN_RELATION, g_strdup (relation), lang);
  ent_record_item_take_words (item, COLUMN_COUNTRY, g_strdup (item->country), lang);
  ent_record_item_take_number (item, COLUMN_SINCE, format_short (organisation->origin, lang),
                               since);
  ent_record_item_take_number (item, COLUMN_LAST, format_short (contacts.last_when, lang),
                               item->order);
  ent_record_item_take_number (item, COLUMN_NEXT, format_short (contacts.next_when, lang),
                               contacts.next_when ? ent_date_get_earliest (contacts.next_when)
                                                  : ENT_DAY_MAX);
}

static EntRecord *
find_shown (EntProject *project, EntRecord *changed)
{
  EntId id = ENT_ID_NONE;

  if (ENT_IS_ORGANISATION (changed))
    return changed;
  if (ENT_IS_ALIAS (changed))
    id = ENT_ALIAS (changed)->record;
  else if (ENT_IS_MEMBERSHIP (changed))
    id = ENT_MEMBERSHIP (changed)->member;

  return ent_project_get (project, id);
}

/* An event, an agreement and what hangs on them are contacts of many. */
static gboolean
is_shown_widely (EntRecord *changed)
{
  return ENT_IS_EVENT (changed) || ENT_IS_PARTICIPATION (changed) || ENT_IS_AGREEMENT (changed)
         || ENT_IS_PARTY (changed) || ENT_IS_SIGNING (changed) || ENT_IS_LINK (changed)
         || ENT_IS_PLACE (changed);
}

static char *
dup_count (guint n_shown, guint n_all)
{
  if (n_shown == n_all)
    return g_strdup_printf (ngettext ("%u organisation", "%u organisations", n_all), n_all);

  /* Translators: organisations shown, and all of them */
  return g_strdup_printf (
      ngettext ("%1$u of %2$u organisation", "%1$u of %2$u organisations", n_all), n_shown, n_all);
}

/* Those whose country is not recorded come last. */
static int
compare_countries (const EntRecordItem *a, const EntRecordItem *b)
{
  const EntRecordCell *left = &a->cells[COLUMN_COUNTRY];
  const EntRecordCell *right = &b->cells[COLUMN_COUNTRY];

  if (!left->key || !right->key)
    return (left->key == NULL) - (right->key == NULL);

  return strcmp (left->key, right->key);
}

static int
compare_by_country (const EntRecordItem *a, const EntRecordItem *b)
{
  int order = compare_countries (a, b);

  return order ? order : strcmp (a->title_key, b->title_key);
}

static char *
dup_country (const EntRecordItem *item)
{
  return g_strdup (item->country ? item->country : _("Country Not Recorded"));
}

/* clang-format off */
/* What both orders of the list have in common. */
#define ORGANISATIONS \
  .table = &ent_organisation_table, \
  .columns = columns, \
  .n_columns = G_N_ELEMENTS (columns), \
  .facts_size = sizeof (EntPartnerFacts), \
  .fill = fill, \
  .find_shown = find_shown, \
  .is_shown_widely = is_shown_widely, \
  .create_page = ent_organisation_page_new, \
  .acts = acts, \
  .merge_label = N_ ("Mer_ge With…"), \
  .delete_label = N_ ("_Delete Organisation"), \
  .menu_tooltip = N_ ("Organisation Menu"), \
  .page_title = N_ ("Organisation"), \
  .unchosen_title = N_ ("No Organisation Selected"), \
  .unchosen_text = N_ ("Choose one in the list to read its story and correct it."), \
  .title = N_ ("Partners"), \
  .icon = "system-users-symbolic", \
  .search_label = N_ ("Search organisations"), \
  .search_hint = N_ ("Name, other name, country"), \
  .dup_count = dup_count, \
  .new_action = "partners.new-organisation", \
  .new_tooltip = N_ ("New Organisation"), \
  .new_label = N_ ("_New Organisation"), \
  .empty_title = N_ ("No Organisations Yet"), \
  .empty_text = N_ ("A city, an embassy, a network: begin with your own city, then the partner you " \
                    "meet most often."), \
  .nothing_text = N_ ("No organisation matches the search and the filters."), \
  .show_all_label = N_ ("Show A_ll Organisations"), \
  .form_key = "organisations-view", \
  .sort_key = "organisations-sort-column", \
  .descending_key = "organisations-sort-descending",
/* clang-format on */

const EntRecordSpec ent_organisation_list_spec = { ORGANISATIONS };

const EntRecordSpec ent_country_list_spec = {
  ORGANISATIONS.compare = compare_by_country,
  .compare_sections = compare_countries,
  .dup_section = dup_country,
};
