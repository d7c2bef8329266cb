/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/reports/ent-report-edit.h"

#include <glib/gi18n-lib.h>

#include "ui/views/reports/ent-report-edit-private.h"

EntReportEdit
ent_report_edit_begin (EntSession *session, const char *label, EntRecord *record, const char *words)
{
  EntProject *project = ent_session_get_project (session);
  g_autofree char *title = words ? g_strdup (words) : ent_record_dup_title (record, project, NULL);
  EntAction *action = ent_store_begin (ent_session_get_store (session), label, title, NULL);

  return (EntReportEdit) { session, project, action, NULL };
}

gboolean
ent_report_edit_finish (EntReportEdit *self)
{
  gboolean done = !self->error && ent_action_commit (self->action, &self->error);

  if (!done)
    ent_session_report (self->session, self->error);
  g_clear_error (&self->error);
  g_clear_pointer (&self->action, ent_action_free);

  return done;
}

void
ent_report_edit_set (
    EntReportEdit *self, const EntTable *table, EntId id, const char *column, const char *value)
{
  if (!self->error)
    ent_action_set (self->action, id, ent_table_find_column (table, column), value, &self->error);
}

void
ent_report_edit_set_id (
    EntReportEdit *self, const EntTable *table, EntId id, const char *column, EntId target)
{
  g_autofree char *written = target ? ent_id_to_string (target) : NULL;

  ent_report_edit_set (self, table, id, column, written ? written : "");
}

static void
set_position (EntReportEdit *self, EntId id, guint position)
{
  g_autofree char *written = g_strdup_printf ("%u", position);

  ent_report_edit_set (self, &ent_section_table, id, "position", written);
}

EntId
ent_report_edit_add_part (EntReportEdit *self, EntId parent, const char *kind, guint position)
{
  EntId id = self->error
                 ? ENT_ID_NONE
                 : ent_action_add (self->action, &ent_section_table, ENT_ID_NONE, &self->error);

  if (id == ENT_ID_NONE)
    return id;
  if (parent)
    {
      ent_report_edit_set_id (self, &ent_section_table, id, "parent", parent);
      set_position (self, id, position);
    }
  ent_report_edit_set (self, &ent_section_table, id, "kind", kind);

  return id;
}

void
ent_report_edit_add_link (EntReportEdit *self, EntId part, EntRecord *record)
{
  EntId id = self->error
                 ? ENT_ID_NONE
                 : ent_action_add (self->action, &ent_link_table, ENT_ID_NONE, &self->error);

  if (id == ENT_ID_NONE)
    return;
  ent_report_edit_set_id (self, &ent_link_table, id, "source", part);
  ent_report_edit_set_id (self, &ent_link_table, id, "target", ent_record_get_id (record));
  ent_report_edit_set (self, &ent_link_table, id, "kind", "reports_on");
}

/* Reports are made in two languages. */
const char *
ent_report_edit_get_other_lang (const char *lang)
{
  return g_str_equal (lang, "fr") ? "en" : "fr";
}

static GPtrArray *
get_parts (EntProject *project, EntId parent)
{
  return ent_project_get_children (project, parent, &ent_section_table, "parent");
}

static guint
get_last_position (EntReportEdit *self, EntId parent)
{
  g_autoptr (GPtrArray) parts = get_parts (self->project, parent);
  EntSection *last = parts->len ? g_ptr_array_index (parts, parts->len - 1) : NULL;

  return last ? (guint) CLAMP (last->position, 0, 1e6) : 0;
}

void
ent_report_edit_add_entry (EntReportEdit *self,
                           EntId section,
                           EntReportEntry *entry,
                           guint position)
{
  EntId id = ent_report_edit_add_part (self, section, "entry", position);

  ent_report_edit_set_id (self, &ent_section_table, id, "record", entry->id);
  for (guint i = 0; i < entry->records->len; i++)
    {
      EntRecord *record = g_ptr_array_index (entry->records, i);

      if (ent_record_get_id (record) != entry->id)
        ent_report_edit_add_link (self, id, record);
    }
}

/* A section that is about a record takes its heading; the others are written in both languages,
 * @other has them in that which the project is not in. */
void
ent_report_edit_add_section_of_rules (EntReportEdit *self,
                                      EntId report,
                                      EntReportEntry *section,
                                      EntReportEntry *other,
                                      guint position)
{
  EntId id = ent_report_edit_add_part (self, report, "section", position);

  if (section->id)
    ent_report_edit_set_id (self, &ent_section_table, id, "record", section->id);
  else
    {
      const EntColumn *heading = ent_table_find_column (&ent_section_table, "heading");
      const char *lang = ent_project_get_lang (self->project);

      ent_report_edit_set (self, &ent_section_table, id, "heading", section->heading);
      if (!self->error && other)
        ent_action_set_translation (self->action, id, heading,
                                    ent_report_edit_get_other_lang (lang), other->heading,
                                    &self->error);
    }
  for (guint i = 0; i < section->entries->len; i++)
    ent_report_edit_add_entry (self, id, g_ptr_array_index (section->entries, i), i + 1);
}

/* The report itself: its scope and period; its title follows from them. */
EntId
ent_report_edit_add_report (EntReportEdit *self, const EntReportScope *scope)
{
  EntId id = ent_report_edit_add_part (self, ENT_ID_NONE, "report", 0);
  g_autoptr (EntDate) period = ent_report_scope_get_period (scope);

  ent_report_edit_set_id (self, &ent_section_table, id, "scope", scope->id);
  ent_report_edit_set (self, &ent_section_table, id, "period", ent_date_get_text (period));
  ent_report_edit_set (self, &ent_section_table, id, "state", "draft");

  return id;
}

static gboolean
is_told (EntReportEntry *entry)
{
  return entry->kind == ENT_REPORT_SECTION || entry->kind == ENT_REPORT_ENTRY;
}

/**
 * ent_report_edit_compose:
 * @session: the session
 * @scope: what the report is about
 *
 * Writes down the sections and entries that the rules make of a report, so that they can be
 * changed; a report that is recorded without any gets them.
 *
 * Returns: id of the report, %ENT_ID_NONE where it was refused
 */
EntId
ent_report_edit_compose (EntSession *session, const EntReportScope *scope)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_project_get_lang (project);
  EntScribe scribe = { project, NULL, lang, ent_session_get_today (session) };
  EntScribe other_scribe = { project, NULL, ent_report_edit_get_other_lang (lang),
                             ent_session_get_today (session) };
  g_autoptr (EntReportPlan) plan = ent_report_plan_new (&scribe, scope, NULL, FALSE);
  g_autoptr (EntReportPlan) other = ent_report_plan_new (&other_scribe, scope, NULL, FALSE);
  g_autofree char *title = ent_report_dup_title (&scribe, scope, plan->report);
  EntReportEdit edit;
  EntId report;

  if (plan->composed)
    return ent_record_get_id (ENT_RECORD (plan->report));

  /* Translators: line of the history; %s is the title of a report. */
  edit = ent_report_edit_begin (session, N_ ("Compose “%s”"), NULL, title);
  report = plan->report ? ent_record_get_id (ENT_RECORD (plan->report))
                        : ent_report_edit_add_report (&edit, scope);
  for (guint i = 0; i < plan->sections->len; i++)
    {
      EntReportEntry *section = g_ptr_array_index (plan->sections, i);

      if (is_told (section))
        ent_report_edit_add_section_of_rules (
            &edit, report, section,
            i < other->sections->len ? g_ptr_array_index (other->sections, i) : NULL, i + 1);
    }

  return ent_report_edit_finish (&edit) ? report : ENT_ID_NONE;
}

/**
 * ent_report_edit_set_omitted:
 * @session: the session
 * @part: a part of a report
 * @omitted: whether it is left out
 *
 * Returns: whether it was done
 */
gboolean
ent_report_edit_set_omitted (EntSession *session, EntSection *part, gboolean omitted)
{
  /* Translators: line of the history; %s is the heading of a part of a report. */
  const char *label = omitted ? N_ ("Leave Out “%s”") : N_ ("Put Back “%s”");
  EntReportEdit edit = ent_report_edit_begin (session, label, ENT_RECORD (part), NULL);

  ent_report_edit_set (&edit, &ent_section_table, ent_record_get_id (ENT_RECORD (part)), "omitted",
                       omitted ? "1" : "0");

  return ent_report_edit_finish (&edit);
}

/**
 * ent_report_edit_add_table:
 * @session: the session
 * @report: a report that says nothing yet of a table
 * @kind: which table
 * @omitted: whether it is left out
 *
 * Returns: id of the part that is the table, %ENT_ID_NONE where it was refused
 */
EntId
ent_report_edit_add_table (EntSession *session,
                           EntSection *report,
                           EntReportKind kind,
                           gboolean omitted)
{
  EntId root = ent_record_get_id (ENT_RECORD (report));
  /* Translators: line of the history; %s is the title of a report. */
  EntReportEdit edit = ent_report_edit_begin (session, N_ ("Change Tables of “%s”"),
                                              ENT_RECORD (report), NULL);
  EntId id = ent_report_edit_add_part (&edit, root, ent_report_kind_get_name (kind),
                                       get_last_position (&edit, root) + 1);

  if (id)
    ent_report_edit_set (&edit, &ent_section_table, id, "omitted", omitted ? "1" : "0");

  return ent_report_edit_finish (&edit) ? id : ENT_ID_NONE;
}

/**
 * ent_report_edit_place:
 * @session: the session
 * @part: a section or entry
 * @parent: the section or report it goes to
 * @before: (nullable): what it is to stand before there, %NULL for the end
 *
 * Returns: whether it was done
 */
gboolean
ent_report_edit_place (EntSession *session, EntSection *part, EntId parent, EntSection *before)
{
  EntProject *project = ent_session_get_project (session);
  g_autoptr (GPtrArray) siblings = get_parts (project, parent);
  EntId id = ent_record_get_id (ENT_RECORD (part));
  guint index = siblings->len;
  EntReportEdit edit;

  if (part == before || parent == id)
    return FALSE;

  g_ptr_array_remove (siblings, part);
  if (!before || !g_ptr_array_find (siblings, before, &index))
    index = siblings->len;
  g_ptr_array_insert (siblings, (int) index, part);

  /* Translators: line of the history; %s is the heading of a part of a report. */
  edit = ent_report_edit_begin (session, N_ ("Move “%s”"), ENT_RECORD (part), NULL);
  if (part->parent != parent)
    ent_report_edit_set_id (&edit, &ent_section_table, id, "parent", parent);
  for (guint i = 0; i < siblings->len; i++)
    {
      EntSection *sibling = g_ptr_array_index (siblings, i);

      if (sibling->position != i + 1)
        set_position (&edit, ent_record_get_id (ENT_RECORD (sibling)), i + 1);
    }

  return ent_report_edit_finish (&edit);
}

/* The section next to that of an entry. */
static EntSection *
find_neighbour (EntProject *project, EntSection *section, int step)
{
  g_autoptr (GPtrArray) siblings = get_parts (project, section->parent);
  guint index;

  if (!g_ptr_array_find (siblings, section, &index))
    return NULL;
  for (int i = (int) index + step; i >= 0 && i < (int) siblings->len; i += step)
    {
      EntSection *sibling = g_ptr_array_index (siblings, i);

      if (g_strcmp0 (sibling->kind, "section") == 0)
        return sibling;
    }

  return NULL;
}

/**
 * ent_report_edit_step:
 * @session: the session
 * @part: a section or entry
 * @step: -1 for up, 1 for down
 *
 * Moves it by one; an entry goes from the end of its section to the next one.
 *
 * Returns: whether it moved
 */
gboolean
ent_report_edit_step (EntSession *session, EntSection *part, int step)
{
  EntProject *project = ent_session_get_project (session);
  g_autoptr (GPtrArray) siblings = get_parts (project, part->parent);
  g_autoptr (GPtrArray) others = NULL;
  EntRecord *above = ent_project_get (project, part->parent);
  EntSection *neighbour;
  guint index;
  int target;

  if (!g_ptr_array_find (siblings, part, &index))
    return FALSE;
  target = (int) index + (step < 0 ? -1 : 2);
  if (target >= 0 && target <= (int) siblings->len)
    return ent_report_edit_place (
        session, part, part->parent,
        target < (int) siblings->len ? g_ptr_array_index (siblings, target) : NULL);

  neighbour = ENT_SECTION (above)->parent ? find_neighbour (project, ENT_SECTION (above), step)
                                          : NULL;
  if (!neighbour)
    return FALSE;
  others = get_parts (project, ent_record_get_id (ENT_RECORD (neighbour)));

  return ent_report_edit_place (session, part, ent_record_get_id (ENT_RECORD (neighbour)),
                                step > 0 && others->len ? g_ptr_array_index (others, 0) : NULL);
}

/**
 * ent_report_edit_add_section:
 * @session: the session
 * @report: a report
 *
 * Returns: id of a new section at its end, %ENT_ID_NONE where it was refused
 */
EntId
ent_report_edit_add_section (EntSession *session, EntSection *report)
{
  EntId root = ent_record_get_id (ENT_RECORD (report));
  /* Translators: line of the history; %s is the title of a report. */
  EntReportEdit edit = ent_report_edit_begin (session, N_ ("Add Section to “%s”"),
                                              ENT_RECORD (report), NULL);
  EntId id = ent_report_edit_add_part (&edit, root, "section", get_last_position (&edit, root) + 1);

  ent_report_edit_set (&edit, &ent_section_table, id, "heading",
                       ent_session_get_first_words (session, N_ ("New Section")));

  return ent_report_edit_finish (&edit) ? id : ENT_ID_NONE;
}

/* The part under @parent that is about this record. */
static EntSection *
find_part (EntProject *project, EntId parent, EntId about)
{
  g_autoptr (GPtrArray) parts = get_parts (project, parent);

  for (guint i = 0; i < parts->len; i++)
    {
      EntSection *part = g_ptr_array_index (parts, i);

      if (part->record == about)
        return part;
    }

  return NULL;
}

/* How much of what the rules put into one section the part itself tells. */
static guint
count_told (EntProject *project, EntSection *part, EntReportEntry *rules)
{
  g_autoptr (GPtrArray) told = ent_report_list_told (project, part);
  guint n = 0;

  for (guint i = 0; i < rules->entries->len; i++)
    {
      EntReportEntry *entry = g_ptr_array_index (rules->entries, i);

      for (guint j = 0; j < told->len; j++)
        if (g_ptr_array_find (entry->records, g_ptr_array_index (told, j), NULL))
          n++;
    }

  return n;
}

static guint
count_shared (EntProject *project, EntSection *part, EntReportEntry *rules)
{
  g_autoptr (GPtrArray) parts = ent_report_list_parts (project, part);
  guint n = count_told (project, part, rules);

  for (guint i = 0; i < parts->len; i++)
    n += count_told (project, g_ptr_array_index (parts, i), rules);

  return n;
}

/* Headings are the officer's; the section that has most of the rules' one is the same. */
EntSection *
ent_report_edit_find_section (EntProject *project, EntId root, EntReportEntry *rules)
{
  g_autoptr (GPtrArray) parts = get_parts (project, root);
  EntSection *best = NULL;
  guint most = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      EntSection *part = g_ptr_array_index (parts, i);
      guint n = count_shared (project, part, rules);

      if ((rules->id && part->record == rules->id) || n > most)
        {
          best = part;
          most = rules->id && part->record == rules->id ? G_MAXUINT : n;
        }
    }

  return best;
}

/* Where the rules would tell it: in which section, and under whose heading. */
static EntSection *
find_place (EntProject *project, EntId root, EntRecord *record, GPtrArray *rules, EntId *about)
{
  for (guint i = 0; i < rules->len; i++)
    {
      EntReportEntry *section = g_ptr_array_index (rules, i);

      for (guint j = 0; j < section->entries->len; j++)
        {
          EntReportEntry *entry = g_ptr_array_index (section->entries, j);

          if (!g_ptr_array_find (entry->records, record, NULL))
            continue;
          *about = entry->id;
          return ent_report_edit_find_section (project, root, section);
        }
    }

  return NULL;
}

static EntSection *
find_last_section (EntProject *project, EntId root)
{
  g_autoptr (GPtrArray) parts = get_parts (project, root);

  for (guint i = parts->len; i > 0; i--)
    {
      EntSection *part = g_ptr_array_index (parts, i - 1);

      if (g_strcmp0 (part->kind, "section") == 0)
        return part;
    }

  return NULL;
}

/**
 * ent_report_edit_tell:
 * @session: the session
 * @report: a composed report
 * @record: what it does not tell
 *
 * Puts a record where the rules would have put it: into the entry of its partner, else as an entry
 * of its own at the end of the section.
 *
 * Returns: id of the entry, %ENT_ID_NONE where it was refused
 */
EntId
ent_report_edit_tell (EntSession *session, EntSection *report, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  EntId root = ent_record_get_id (ENT_RECORD (report));
  EntScribe scribe = { project, NULL, ent_project_get_lang (project),
                       ent_session_get_today (session) };
  EntReportScope scope;
  g_autoptr (GPtrArray) rules = NULL;
  EntId about = ent_record_get_id (record);
  EntSection *section, *entry;
  EntId id;
  /* Translators: line of the history; %s is what a report is to tell. */
  EntReportEdit edit = ent_report_edit_begin (session, N_ ("Report on “%s”"), record, NULL);

  ent_report_scope_read (project, report, &scope);
  rules = ent_report_default_sections (&scribe, &scope);
  section = find_place (project, root, record, rules, &about);
  if (!section)
    section = find_last_section (project, root);
  if (section)
    root = ent_record_get_id (ENT_RECORD (section));
  entry = find_part (project, root, about);
  if (entry)
    {
      id = ent_record_get_id (ENT_RECORD (entry));
      ent_report_edit_add_link (&edit, id, record);
    }
  else
    {
      id = ent_report_edit_add_part (&edit, root, "entry", get_last_position (&edit, root) + 1);
      ent_report_edit_set_id (&edit, &ent_section_table, id, "record", about);
      if (about != ent_record_get_id (record))
        ent_report_edit_add_link (&edit, id, record);
    }

  return ent_report_edit_finish (&edit) ? id : ENT_ID_NONE;
}

/* What the facts of an entry say of themselves in just that language. */
static char *
dup_texts (EntProject *project, EntSection *entry, const char *lang)
{
  EntScribe scribe = { project, NULL, lang, 0 };
  g_autoptr (GPtrArray) told = ent_report_list_told (project, entry);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  ent_report_sort (told, &scribe);
  for (guint i = 0; i < told->len; i++)
    {
      EntRecord *fact = g_ptr_array_index (told, i);
      const char *foreign = NULL;
      const char *text = ent_table_find_column (ent_record_get_table (fact), "text")
                             ? ent_scribe_get_text (&scribe, fact, "text", &foreign)
                             : NULL;

      if (text && !foreign)
        g_ptr_array_add (texts, (gpointer) text);
    }
  g_ptr_array_add (texts, NULL);

  return g_strjoinv ("\n\n", (char **) texts->pdata);
}

/**
 * ent_report_edit_take_text:
 * @session: the session
 * @entry: an entry without a text of its own
 *
 * The entry begins with the texts of what it tells, and is changed for this report alone.
 *
 * Returns: whether it was done
 */
gboolean
ent_report_edit_take_text (EntSession *session, EntSection *entry)
{
  EntProject *project = ent_session_get_project (session);
  EntId id = ent_record_get_id (ENT_RECORD (entry));
  const char *lang = ent_project_get_lang (project);
  const char *other = ent_report_edit_get_other_lang (lang);
  g_autofree char *text = dup_texts (project, entry, lang);
  g_autofree char *translation = dup_texts (project, entry, other);
  /* Translators: line of the history; %s is the heading of a part of a report. */
  EntReportEdit edit = ent_report_edit_begin (session, N_ ("Begin Text of “%s”"),
                                              ENT_RECORD (entry), NULL);

  ent_report_edit_set (&edit, &ent_section_table, id, "text", text);
  if (*translation && !edit.error)
    ent_action_set_translation (edit.action, id, ent_table_find_column (&ent_section_table, "text"),
                                other, translation, &edit.error);

  return ent_report_edit_finish (&edit);
}
