/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-text.h"
#include "paper/ent-report-plan.h"
#include "rules/ent-activity.h"

/* The sections of a report that nobody composed. */

typedef enum
{
  SECTION_INTERMUNICIPAL,
  SECTION_NETWORK,
  SECTION_SPECIFIC,
  SECTION_COUSIN,
  SECTION_PROTOCOL,
  SECTION_RECEPTION,
  SECTION_ACTION,
  SECTION_COOPERATION,
  N_SECTIONS
} Section;

static const char *const headings[N_SECTIONS] = {
  N_ ("Intermunicipal Agreements"),
  N_ ("International Networks"),
  N_ ("Specific Relations"),
  N_ ("Cousin Cities"),
  N_ ("Protocol Receptions and Consular Activities"),
  N_ ("International Receptions"),
  N_ ("Other Activities"),
  N_ ("Municipal International Cooperation"),
};

typedef struct
{
  const char *value;
  Section section;
} Rule;

static const Rule class_rules[] = {
  { "intermunicipal", SECTION_INTERMUNICIPAL },
  { "network", SECTION_NETWORK },
  { "specific", SECTION_SPECIFIC },
  { "cousin", SECTION_COUSIN },
  { "cooperation", SECTION_COOPERATION },
};

static const Rule kind_rules[] = {
  { "courtesy", SECTION_PROTOCOL },         { "ceremony", SECTION_PROTOCOL },
  { "celebration", SECTION_PROTOCOL },      { "anniversary", SECTION_PROTOCOL },
  { "statutory_meeting", SECTION_NETWORK }, { "international_day", SECTION_NETWORK },
  { "reception", SECTION_RECEPTION },       { "delegation", SECTION_RECEPTION },
  { "visit", SECTION_RECEPTION },           { "formal_session", SECTION_RECEPTION },
};

static gboolean
find_rule (const Rule *rules, gsize n_rules, const char *value, Section *section)
{
  for (gsize i = 0; value && i < n_rules; i++)
    if (g_str_equal (rules[i].value, value))
      {
        *section = rules[i].section;
        return TRUE;
      }

  return FALSE;
}

static EntReportEntry *
find_entry (EntReportEntry *place, EntId id)
{
  for (guint i = 0; i < place->entries->len; i++)
    {
      EntReportEntry *entry = g_ptr_array_index (place->entries, i);

      if (entry->id == id)
        return entry;
    }

  return NULL;
}

/* Under the heading of its subject: a partner, or the record itself. */
static void
put (const EntScribe *scribe, EntReportEntry *place, EntRecord *subject, EntRecord *record)
{
  EntId id = ent_record_get_id (subject);
  EntReportEntry *entry = find_entry (place, id);

  if (!entry)
    {
      g_autofree char *heading = ent_record_dup_title (subject, scribe->project, scribe->lang);

      entry = ent_report_entry_new (heading, NULL, id);
      entry->kind = ENT_REPORT_ENTRY;
      g_ptr_array_add (place->entries, entry);
    }
  g_ptr_array_add (entry->records, record);
}

static EntReportEntry *
add_section (GPtrArray *sections, const char *heading, EntId id)
{
  EntReportEntry *section = ent_report_entry_new (heading, NULL, id);

  section->kind = ENT_REPORT_SECTION;
  g_ptr_array_add (sections, section);
  return section;
}

static Section
get_section (EntRecord *record, EntRecord **partner)
{
  Section section = ENT_IS_PROJECT_RECORD (record) ? SECTION_COOPERATION : SECTION_ACTION;

  if (*partner
      && find_rule (class_rules, G_N_ELEMENTS (class_rules),
                    ENT_ORGANISATION (*partner)->relation_class, &section))
    return section;
  if (!ENT_IS_EVENT (record))
    return section;

  *partner = NULL;
  find_rule (kind_rules, G_N_ELEMENTS (kind_rules), ENT_EVENT (record)->kind, &section);
  return section;
}

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const EntScribe *scribe = user_data;
  const EntReportEntry *left = *(EntReportEntry *const *) a;
  const EntReportEntry *right = *(EntReportEntry *const *) b;

  return ent_text_collate (left->heading, right->heading, scribe->lang);
}

/* The office: by the class of the partner, then by the kind of event. */
static void
fill_office (const EntScribe *scribe, GPtrArray *sections, GPtrArray *records)
{
  for (guint i = 0; i < N_SECTIONS; i++)
    add_section (sections, ent_words (scribe->lang, headings[i]), ENT_ID_NONE);
  for (guint i = 0; i < records->len; i++)
    {
      EntRecord *record = g_ptr_array_index (records, i);
      EntRecord *partner = ent_report_get_partner (scribe->project, record);
      Section section = get_section (record, &partner);

      put (scribe, g_ptr_array_index (sections, section), partner ? partner : record, record);
    }
}

/* Whether it serves the theme or a commitment under it. */
static gboolean
serves (const EntScribe *scribe, EntRecord *record, EntProvision *theme)
{
  g_autoptr (GPtrArray) links = ent_project_get_children (
      scribe->project, ent_record_get_id (record), &ent_link_table, "source");

  for (guint i = 0; i < links->len; i++)
    {
      EntId target = ENT_LINK (g_ptr_array_index (links, i))->target;
      EntRecord *provision = ent_project_get (scribe->project, target);

      if (provision && ENT_IS_PROVISION (provision)
          && ent_provision_is_under (scribe->project, ENT_PROVISION (provision), theme))
        return TRUE;
    }

  return FALSE;
}

/* An agreement: its themes, each with what serves it, then the rest. */
static void
fill_agreement (const EntScribe *scribe, EntId id, GPtrArray *sections, GPtrArray *records)
{
  g_autoptr (GPtrArray) provisions = ent_project_get_children (scribe->project, id,
                                                               &ent_provision_table, "agreement");
  g_autoptr (GHashTable) placed = g_hash_table_new (NULL, NULL);
  EntReportEntry *rest;

  for (guint i = 0; i < provisions->len; i++)
    {
      EntProvision *theme = g_ptr_array_index (provisions, i);
      g_autofree char *heading = NULL;
      EntReportEntry *section;

      if (g_strcmp0 (theme->kind, "theme") != 0 || !ent_scribe_may_print (ENT_RECORD (theme)))
        continue;
      heading = ent_record_dup_title (ENT_RECORD (theme), scribe->project, scribe->lang);
      section = add_section (sections, heading, ent_record_get_id (ENT_RECORD (theme)));
      for (guint j = 0; j < records->len; j++)
        {
          EntRecord *record = g_ptr_array_index (records, j);

          if (serves (scribe, record, theme) && g_hash_table_add (placed, record))
            put (scribe, section, record, record);
        }
    }

  rest = add_section (sections, ent_words (scribe->lang, headings[SECTION_ACTION]), ENT_ID_NONE);
  for (guint i = 0; i < records->len; i++)
    if (!g_hash_table_contains (placed, g_ptr_array_index (records, i)))
      put (scribe, rest, g_ptr_array_index (records, i), g_ptr_array_index (records, i));
}

/* A partner or a project: by what the records are. */
static void
fill_by_type (const EntScribe *scribe, GPtrArray *sections, GPtrArray *records)
{
  const EntTable *tables[] = { &ent_agreement_table, &ent_event_table, &ent_outcome_table,
                               &ent_project_record_table };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      EntReportEntry *section = add_section (sections, ent_words (scribe->lang, tables[i]->plural),
                                             ENT_ID_NONE);

      for (guint j = 0; j < records->len; j++)
        {
          EntRecord *record = g_ptr_array_index (records, j);

          if (ent_record_is (record, tables[i]))
            put (scribe, section, record, record);
        }
    }
}

/* In the order of the alphabet; what has its own order, the days, keeps it. */
static void
sort_entries (const EntScribe *scribe, GPtrArray *sections, gboolean by_name)
{
  for (guint i = 0; i < sections->len; i++)
    {
      EntReportEntry *section = g_ptr_array_index (sections, i);

      if (by_name)
        g_ptr_array_sort_with_data (section->entries, compare_entries, (gpointer) scribe);
      for (guint j = 0; j < section->entries->len; j++)
        {
          EntReportEntry *entry = g_ptr_array_index (section->entries, j);

          ent_report_sort (entry->records, scribe);
        }
    }
}

/**
 * ent_report_default_sections:
 * @scribe: who writes
 * @scope: what the report is about
 *
 * Everything there is to tell stands in exactly one section. A section without anything is left
 * out, but for the themes of an agreement: that nothing was done under one is what its report
 * is to say.
 *
 * Returns: (transfer full) (element-type EntReportEntry): the sections
 */
GPtrArray *
ent_report_default_sections (const EntScribe *scribe, const EntReportScope *scope)
{
  g_autoptr (GPtrArray) records = ent_report_scope_collect (scribe->project, scope);
  EntRecord *subject = scope->id ? ent_project_get (scribe->project, scope->id) : NULL;
  GPtrArray *sections = ent_report_entries_new ();

  if (scope->id)
    ent_report_sort (records, scribe);
  if (subject && ENT_IS_AGREEMENT (subject))
    fill_agreement (scribe, scope->id, sections, records);
  else if (subject)
    fill_by_type (scribe, sections, records);
  else
    fill_office (scribe, sections, records);

  for (guint i = sections->len; i > 0; i--)
    {
      EntReportEntry *section = g_ptr_array_index (sections, i - 1);

      if (section->entries->len == 0 && section->id == ENT_ID_NONE)
        g_ptr_array_remove_index (sections, i - 1);
    }
  sort_entries (scribe, sections, scope->id == ENT_ID_NONE);

  return sections;
}
