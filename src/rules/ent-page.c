/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-page.h"

/* From a line of a programme to its event, from a theme to its agreement; a circle ends there. */
#define MAX_DEPTH 16

/**
 * ent_page_has:
 * @record: a record
 *
 * Returns: whether its type has pages of its own; the others stand on the page of one that has
 */
gboolean
ent_page_has (EntRecord *record)
{
  return ENT_IS_AGREEMENT (record) || ENT_IS_EVENT (record) || ENT_IS_ORGANISATION (record)
         || ENT_IS_PERSON (record) || ENT_IS_PROJECT_RECORD (record) || ENT_IS_INDICATOR (record)
         || ENT_IS_DOCUMENT (record);
}

static EntRecord *
climb (EntProject *project, EntRecord *record)
{
  for (guint depth = 0; record && depth < MAX_DEPTH; depth++)
    {
      const EntColumn *owner;

      if (ent_page_has (record))
        return record;
      owner = ent_table_get_owner (ent_record_get_table (record));
      record = owner ? ent_project_get (project, ent_record_get_reference (record, owner)) : NULL;
    }

  return NULL;
}

static EntRecord *
climb_from (EntProject *project, EntId id)
{
  EntRecord *record = ent_project_get (project, id);

  return record ? climb (project, record) : NULL;
}

/* An outcome without an event stands where it is linked to. */
static EntRecord *
climb_links (EntProject *project, EntRecord *record)
{
  g_autoptr (GPtrArray) links = ent_project_get_children (project, ent_record_get_id (record),
                                                          &ent_link_table, "source");

  for (guint i = 0; i < links->len; i++)
    {
      EntRecord *page = climb_from (project, ((EntLink *) g_ptr_array_index (links, i))->target);

      if (page)
        return page;
    }

  return NULL;
}

static EntRecord *
climb_outcome (EntProject *project, EntOutcome *outcome)
{
  const EntId others[] = { outcome->parent, outcome->receiver, outcome->honoured, outcome->giver };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      EntRecord *page = climb_from (project, others[i]);

      if (page)
        return page;
    }

  return NULL;
}

/**
 * ent_page_find:
 * @project: the graph
 * @record: a record of it
 *
 * Returns: the record on whose page it is to be read and corrected: itself, else what it hangs
 *   on or is linked to; %ENT_ID_NONE where there is none
 */
EntId
ent_page_find (EntProject *project, EntRecord *record)
{
  EntRecord *page = climb (project, record);

  if (!page)
    page = climb_links (project, record);
  if (!page && ENT_IS_OUTCOME (record))
    page = climb_outcome (project, ENT_OUTCOME (record));

  return page ? ent_record_get_id (page) : ENT_ID_NONE;
}
