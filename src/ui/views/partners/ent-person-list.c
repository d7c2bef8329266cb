/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/partners/ent-partner-lists.h"

#include <glib/gi18n-lib.h>

#include "rules/ent-contacts.h"
#include "rules/ent-holders.h"
#include "ui/views/partners/ent-partner-filter.h"
#include "ui/views/partners/ent-partner-pages.h"
#include "ui/views/partners/ent-partner-words.h"

enum
{
  COLUMN_NAME,
  COLUMN_FUNCTION,
  COLUMN_ORGANISATION,
  COLUMN_COUNTRY,
  COLUMN_LAST,
};

static const EntRecordColumn columns[] = {
  [COLUMN_NAME] = { "name", N_ ("Name"), TRUE },
  [COLUMN_FUNCTION] = { "function", N_ ("Function"), FALSE },
  [COLUMN_ORGANISATION] = { "organisation", N_ ("Organisation"), FALSE },
  [COLUMN_COUNTRY] = { "country", N_ ("Country"), FALSE },
  [COLUMN_LAST] = { "last", N_ ("Last contact"), FALSE },
};

/* Where the person works, or the organ's own organisation. */
static void
take_organisations (EntRecordItem *item, EntProject *project, const char *lang, int today)
{
  EntPartnerFacts *facts = item->facts;
  EntId home = ent_project_get_home (project);
  g_autoptr (GPtrArray) positions
      = ent_person_get_positions (project, ent_record_get_id (item->record), today);
  EntId first = ENT_ID_NONE;

  facts->relation_class = -1;
  facts->related = positions->len == 0;
  for (guint i = 0; i < positions->len; i++)
    {
      EntId id = ENT_MANDATE (g_ptr_array_index (positions, i))->organisation;
      EntRecord *organisation = ent_project_get (project, id);
      EntRecord *above = organisation
                             ? ent_project_get (project, ENT_ORGANISATION (organisation)->parent)
                             : NULL;

      if (!organisation)
        continue;
      first = first ? first : id;
      facts->related = facts->related || id == home
                       || ent_organisation_is_related (project, ENT_ORGANISATION (organisation))
                       || (above && ent_organisation_is_related (project, ENT_ORGANISATION (above)));
      ent_record_item_set_place (item, project, ENT_ORGANISATION (organisation)->place, lang);
    }
  ent_record_item_take_words (item, COLUMN_ORGANISATION,
                              first ? ent_project_dup_title (project, first, lang) : NULL, lang);
}

static void
fill (EntRecordItem *item, EntProject *project, const char *lang, int today)
{
  EntContacts contacts = ent_partner_get_contacts (project, item->record, today);
  g_autofree char *last = contacts.last_when ? ent_date_format (contacts.last_when, lang) : NULL;

  item->line = ent_person_dup_function_words (project, ENT_PERSON (item->record), lang, today);
  /* Translators: a date, which may be a year only */
  item->note = last ? g_strdup_printf (_("Last contact: %s"), last) : NULL;
  take_organisations (item, project, lang, today);
  ent_record_item_take_words (item, COLUMN_NAME, g_strdup (item->title), lang);
  ent_record_item_take_words (item, COLUMN_FUNCTION, g_strdup (item->line), lang);
  ent_record_item_take_words (item, COLUMN_COUNTRY, g_strdup (item->country), lang);
  ent_record_item_take_number (
      item, COLUMN_LAST,
      contacts.last_when ? ent_date_format_short (contacts.last_when, lang) : NULL,
      contacts.last_when ? ent_date_get_earliest (contacts.last_when) : ENT_DAY_MIN);
}

static EntRecord *
find_shown (EntProject *project, EntRecord *changed)
{
  EntId id = ENT_ID_NONE;

  if (ENT_IS_PERSON (changed))
    return changed;
  if (ENT_IS_ALIAS (changed))
    id = ENT_ALIAS (changed)->record;
  else if (ENT_IS_MANDATE (changed))
    id = ENT_MANDATE (changed)->person;
  else if (ENT_IS_PARTICIPATION (changed))
    id = ENT_PARTICIPATION (changed)->person;
  else if (ENT_IS_SIGNATORY (changed))
    id = ENT_SIGNATORY (changed)->person;

  return ent_project_get (project, id);
}

static gboolean
is_shown_widely (EntRecord *changed)
{
  return ENT_IS_ORGANISATION (changed) || ENT_IS_EVENT (changed) || ENT_IS_SIGNING (changed)
         || ENT_IS_PARTY (changed) || ENT_IS_PLACE (changed);
}

static char *
dup_count (guint n_shown, guint n_all)
{
  if (n_shown == n_all)
    return g_strdup_printf (ngettext ("%u person", "%u people", n_all), n_all);

  /* Translators: people shown, and all of them */
  return g_strdup_printf (ngettext ("%1$u of %2$u person", "%1$u of %2$u people", n_all), n_shown,
                          n_all);
}

const EntRecordSpec ent_person_list_spec = {
  .table = &ent_person_table,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .facts_size = sizeof (EntPartnerFacts),
  .fill = fill,
  .find_shown = find_shown,
  .is_shown_widely = is_shown_widely,
  .create_page = ent_person_page_new,
  .merge_label = N_ ("Mer_ge With…"),
  .delete_label = N_ ("_Delete Person"),
  .menu_tooltip = N_ ("Person Menu"),
  .page_title = N_ ("Person"),
  .unchosen_title = N_ ("No Person Selected"),
  .unchosen_text = N_ ("Choose one in the list to read and correct it."),
  .title = N_ ("Partners"),
  .icon = "avatar-default-symbolic",
  .search_label = N_ ("Search people"),
  .search_hint = N_ ("Name, function, country"),
  .dup_count = dup_count,
  .new_action = "partners.new-person",
  .new_tooltip = N_ ("New Person"),
  .new_label = N_ ("_New Person"),
  .empty_title = N_ ("No People Yet"),
  .empty_text = N_ ("A mayor, an ambassador, your contact in a city: a name is typed once and "
                    "offered ever after."),
  .nothing_text = N_ ("No person matches the search and the filters."),
  .show_all_label = N_ ("Show A_ll People"),
  .form_key = "people-view",
  .sort_key = "people-sort-column",
  .descending_key = "people-sort-descending",
};
