/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-report-lint.h"

#include "base/ent-text.h"
#include "rules/ent-findings-private.h"
#include "rules/ent-report-scope.h"

/* What is to be looked at in the reports that are being written. */

/* Shorter words are articles and initials. */
#define NAME_MIN 4

/* Heads counted in prose, in both languages: "35 participants", "12 élèves". */
#define HEADS                                                                                      \
  "\\b(\\d{1,6})\\s+(?:participant|personne|élève|membre|étudiant|people|person|pupil|member|"     \
  "student)"

static gboolean
is_draft (EntSection *section)
{
  return g_strcmp0 (section->kind, "report") == 0 && !section->parent && !section->omitted
         && !ent_report_is_issued (section);
}

static void
find_unreported (EntFindingSearch *self, EntSection *report, GPtrArray *parts)
{
  g_autoptr (GPtrArray) missing = parts->len ? ent_report_find_missing (self->project, report)
                                             : g_ptr_array_new ();

  for (guint i = 0; i < missing->len; i++)
    {
      EntFinding *finding = ent_finding_search_add (self, ENT_FINDING_NOT_REPORTED,
                                                    g_ptr_array_index (missing, i), NULL, 0);

      finding->other = g_object_ref (ENT_RECORD (report));
    }
}

static void
find_reported_twice (EntFindingSearch *self, GPtrArray *parts)
{
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      EntSection *part = g_ptr_array_index (parts, i);
      g_autoptr (GPtrArray) here = ent_report_list_told (self->project, part);

      for (guint j = 0; j < here->len && !part->omitted; j++)
        {
          EntFinding *finding;

          if (g_hash_table_add (told, g_ptr_array_index (here, j)))
            continue;
          finding = ent_finding_search_add (self, ENT_FINDING_REPORTED_TWICE,
                                            g_ptr_array_index (here, j), NULL, 0);
          finding->other = g_object_ref (ENT_RECORD (part));
        }
    }
}

/* The heads recorded of an event and of what it consists of. */
static void
collect_heads (EntFindingSearch *self, EntRecord *record, guint depth, GHashTable *heads)
{
  EntId id = ent_record_get_id (record);
  g_autoptr (GPtrArray) participations = ent_project_get_children (
      self->project, id, &ent_participation_table, "record");
  g_autoptr (GPtrArray)
      children = ent_project_get_children (self->project, id, &ent_event_table, "parent");

  if (ENT_IS_EVENT (record) && ENT_EVENT (record)->headcount != ENT_INTEGER_NONE)
    g_hash_table_add (heads, GINT_TO_POINTER ((int) ENT_EVENT (record)->headcount));
  for (guint i = 0; i < participations->len; i++)
    {
      EntParticipation *participation = g_ptr_array_index (participations, i);

      if (participation->count != ENT_INTEGER_NONE)
        g_hash_table_add (heads, GINT_TO_POINTER ((int) participation->count));
    }
  for (guint i = 0; i < children->len && depth > 0; i++)
    collect_heads (self, g_ptr_array_index (children, i), depth - 1, heads);
}

/* A number of heads that no record has, where the records have any. */
static gboolean
has_other_number (const char *text, GHashTable *heads)
{
  g_autoptr (GRegex) regex = g_regex_new (HEADS, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (g_hash_table_size (heads) == 0)
    return FALSE;
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *number = g_match_info_fetch (match, 1);

      if (!g_hash_table_contains (heads,
                                  GINT_TO_POINTER ((int) g_ascii_strtoll (number, NULL, 10))))
        return TRUE;
    }

  return FALSE;
}

/* (transfer full): the words of a text that may be names. */
static GPtrArray *
split_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = NULL;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      gboolean inside = character && g_unichar_isalpha (character);

      if (inside && !start)
        start = p;
      if (!inside && start)
        {
          if (g_unichar_isupper (g_utf8_get_char (start))
              && g_utf8_strlen (start, p - start) >= NAME_MIN)
            g_ptr_array_add (words,
                             g_utf8_normalize (start, p - start, G_NORMALIZE_DEFAULT_COMPOSE));
          start = NULL;
        }
      if (!character)
        return words;
    }
}

/* Who bears a word as a name: "prevot" → EntPerson; and, apart, each name as it is spelt. */
typedef struct
{
  GHashTable *folded;
  GHashTable *spelt;
} Names;

static void
read_names (EntFindingSearch *self, Names *names)
{
  GListModel *people = ent_project_get_list (self->project, &ent_person_table);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (EntPerson) person = g_list_model_get_item (people, i);
      const char *const texts[] = { person->family, person->given };

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          g_autoptr (GPtrArray) words = split_words (texts[j] ? texts[j] : "");

          for (guint k = 0; k < words->len; k++)
            {
              const char *word = g_ptr_array_index (words, k);

              g_hash_table_replace (names->folded, ent_text_fold (word), person);
              g_hash_table_add (names->spelt, g_utf8_casefold (word, -1));
            }
        }
    }
}

static void
find_other_spellings (EntFindingSearch *self,
                      EntSection *part,
                      const EntColumn *column,
                      const char *text,
                      const Names *names)
{
  g_autoptr (GPtrArray) words = split_words (text);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *spelt = g_utf8_casefold (g_ptr_array_index (words, i), -1);
      g_autofree char *folded = ent_text_fold (g_ptr_array_index (words, i));
      EntRecord *person = g_hash_table_lookup (names->folded, folded);
      EntFinding *finding;

      if (!person || g_hash_table_contains (names->spelt, spelt)
          || !g_hash_table_add (seen, person))
        continue;
      finding = ent_finding_search_add (self, ENT_FINDING_NAME_SPELT_TWICE, part, column, 0);
      finding->person = g_object_ref (person);
    }
}

static void
check_text (EntFindingSearch *self,
            EntSection *part,
            const char *text,
            GHashTable *heads,
            const Names *names)
{
  const EntColumn *column = ent_table_find_column (&ent_section_table, "text");

  if (!text || ent_text_is_blank (text))
    return;
  if (has_other_number (text, heads))
    ent_finding_search_add (self, ENT_FINDING_OTHER_NUMBER, part, column, 0);
  find_other_spellings (self, part, column, text, names);
}

/* What the officer wrote, in whichever language it is read first. */
static void
check_prose (EntFindingSearch *self, GPtrArray *parts)
{
  Names names = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                  g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  read_names (self, &names);
  for (guint i = 0; i < parts->len; i++)
    {
      EntSection *part = g_ptr_array_index (parts, i);
      g_autoptr (GPtrArray) told = ent_report_list_told (self->project, part);
      g_autoptr (GHashTable) heads = g_hash_table_new (NULL, NULL);

      if (part->omitted)
        continue;
      for (guint j = 0; j < told->len; j++)
        collect_heads (self, g_ptr_array_index (told, j), 3, heads);
      check_text (self, part, part->text, heads, &names);
    }
  g_hash_table_unref (names.folded);
  g_hash_table_unref (names.spelt);
}

/*
 * ent_finding_search_report:
 *
 * Adds what is to be looked at in a report before it is issued: what it does not tell or tells
 * twice, numbers that its records do not have, names spelt in another way.
 */
void
ent_finding_search_report (EntFindingSearch *self, EntSection *section)
{
  g_autoptr (GPtrArray) parts = NULL;

  if (!is_draft (section))
    return;

  parts = ent_report_list_parts (self->project, section);
  find_unreported (self, section, parts);
  find_reported_twice (self, parts);
  check_prose (self, parts);
}

/* The records whose faults show in the report: its parts, what they tell, and what that consists
 * of. */
static GHashTable *
collect_shown (EntProject *project, EntSection *report)
{
  g_autoptr (GPtrArray) parts = ent_report_list_parts (project, report);
  GHashTable *shown = g_hash_table_new (NULL, NULL);

  g_hash_table_add (shown, report);
  for (guint i = 0; i < parts->len; i++)
    {
      EntSection *part = g_ptr_array_index (parts, i);
      g_autoptr (GPtrArray) told = ent_report_list_told (project, part);

      if (part->omitted)
        continue;
      g_hash_table_add (shown, part);
      for (guint j = 0; j < told->len; j++)
        {
          EntRecord *fact = g_ptr_array_index (told, j);
          g_autoptr (GPtrArray) children = ent_project_get_children (
              project, ent_record_get_id (fact), &ent_event_table, "parent");

          g_hash_table_add (shown, fact);
          for (guint k = 0; k < children->len; k++)
            g_hash_table_add (shown, g_ptr_array_index (children, k));
        }
    }

  return shown;
}

static gboolean
is_tied (EntProject *project,
         GHashTable *shown,
         EntRecord *record,
         const EntTable *table,
         const char *owner,
         const char *column)
{
  g_autoptr (GPtrArray)
      ties = ent_project_get_children (project, ent_record_get_id (record), table, owner);

  for (guint i = 0; i < ties->len; i++)
    {
      EntId id = ent_record_get_reference (g_ptr_array_index (ties, i),
                                           ent_table_find_column (table, column));
      EntRecord *target = id ? ent_project_get (project, id) : NULL;

      if (target && g_hash_table_contains (shown, target))
        return TRUE;
    }

  return FALSE;
}

static gboolean
concerns (EntProject *project, EntSection *report, GHashTable *shown, const EntFinding *finding)
{
  EntRecord *record = finding->record;
  EntRecord *owner = NULL;

  switch (finding->rule)
    {
    case ENT_FINDING_NOT_REPORTED:
      return finding->other == ENT_RECORD (report);
    case ENT_FINDING_REPORTED_TWICE:
      return g_hash_table_contains (shown, finding->other);
    case ENT_FINDING_OTHER_NUMBER:
    case ENT_FINDING_NAME_SPELT_TWICE:
      return g_hash_table_contains (shown, record);
    case ENT_FINDING_PERSON_WITHOUT_FUNCTION:
      return is_tied (project, shown, record, &ent_participation_table, "person", "record");
    case ENT_FINDING_PICTURE_WITHOUT_ALTERNATIVE:
      return is_tied (project, shown, record, &ent_attachment_table, "document", "record");
    case ENT_FINDING_PICTURE_WITHOUT_CAPTION:
      owner = ent_project_get (project, ENT_ATTACHMENT (record)->record);
      return owner && g_hash_table_contains (shown, owner);
    case ENT_FINDING_THEME_WITHOUT_INDICATOR:
      return !report->scope || ENT_PROVISION (record)->agreement == report->scope;
    default:
      return FALSE;
    }
}

/**
 * ent_report_lint:
 * @project: the graph
 * @report: a recorded report
 * @today: the day, as GDate counts them
 *
 * Returns: (transfer full) (element-type EntFinding): of what ent_findings_get() finds, what
 *   concerns the report, in the same order
 */
GPtrArray *
ent_report_lint (EntProject *project, EntSection *report, int today)
{
  g_autoptr (GPtrArray) all = ent_findings_get (project, today);
  g_autoptr (GHashTable) shown = collect_shown (project, report);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_finding_free);

  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      EntFinding *finding = g_ptr_array_index (all, i);

      if (concerns (project, report, shown, finding))
        g_ptr_array_add (found, finding);
      else
        ent_finding_free (finding);
    }

  return found;
}
