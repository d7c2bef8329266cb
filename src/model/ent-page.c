/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-page.h"

#include "model/ent-types.h"

/* Nothing hangs deeper than a record on a signing on an agreement, but a tree of sections. */
#define DEEPEST 100

/**
 * ent_table_owns_page:
 * @table: a type of record
 *
 * Returns: whether a record of this type has a page of its own
 */
gboolean
ent_table_owns_page (const EntTable *table)
{
  return table == &ent_agreement_table || table == &ent_event_table
         || table == &ent_organisation_table || table == &ent_person_table
         || table == &ent_project_record_table || table == &ent_indicator_table
         || table == &ent_document_table;
}

/* What the record hangs on: of two such references the nearer one stands last. */
static EntRecord *
get_owner (EntRecord *record, EntProject *project)
{
  const EntTable *table = ent_record_get_table (record);
  EntRecord *owner = NULL;

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].flags & ENT_COLUMN_OWNER)
      {
        EntId id = ent_record_get_reference (record, &table->columns[i]);
        EntRecord *other = id != ENT_ID_NONE ? ent_project_get (project, id) : NULL;

        owner = other ? other : owner;
      }

  return owner;
}

/* What is only picked from a list, as a place is, is seen where it was picked. */
static EntRecord *
find_referrer (EntRecord *record, EntProject *project)
{
  guint n_referrers;
  const EntReferrer *referrers = ent_project_get_referrers (project, ent_record_get_id (record),
                                                            &n_referrers);

  for (guint i = 0; i < n_referrers; i++)
    if (ent_table_owns_page (ent_record_get_table (referrers[i].record)))
      return referrers[i].record;

  return NULL;
}

static EntRecord *
climb (EntRecord *record, EntProject *project)
{
  for (guint depth = 0; record && depth < DEEPEST; depth++)
    {
      if (ent_table_owns_page (ent_record_get_table (record)))
        return record;
      record = get_owner (record, project);
    }

  return NULL;
}

static EntRecord *
climb_from (EntId id, EntProject *project)
{
  return id != ENT_ID_NONE ? climb (ent_project_get (project, id), project) : NULL;
}

/* An outcome without an event stands where it is linked to. */
static EntRecord *
climb_links (EntRecord *record, EntProject *project)
{
  g_autoptr (GPtrArray) links = ent_project_get_children (project, ent_record_get_id (record),
                                                          &ent_link_table, "source");

  for (guint i = 0; i < links->len; i++)
    {
      EntRecord *page = climb_from (((EntLink *) g_ptr_array_index (links, i))->target, project);

      if (page)
        return page;
    }

  return NULL;
}

static EntRecord *
climb_outcome (EntOutcome *outcome, EntProject *project)
{
  const EntId others[] = { outcome->parent, outcome->receiver, outcome->honoured, outcome->giver };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      EntRecord *page = climb_from (others[i], project);

      if (page)
        return page;
    }

  return NULL;
}

/**
 * ent_record_find_page:
 * @record: a record
 * @project: its project
 *
 * Where a record is read and corrected: on its own page; on that of the record it hangs on, or is
 * linked to; on one that refers to it. A note or a section of a report that hangs on nothing is
 * seen as such.
 *
 * Returns: (transfer none) (nullable): the record whose page it is, %NULL when nothing shows it
 */
EntRecord *
ent_record_find_page (EntRecord *record, EntProject *project)
{
  EntRecord *page = climb (record, project);

  if (!page)
    page = climb_links (record, project);
  if (!page && ENT_IS_OUTCOME (record))
    page = climb_outcome (ENT_OUTCOME (record), project);
  if (!page && (ENT_IS_NOTE (record) || ENT_IS_SECTION (record)))
    page = record;

  return page ? page : find_referrer (record, project);
}
