/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-facts-private.h"

#include <string.h>

#include "base/ent-number.h"
#include "base/ent-text.h"
#include "paper/ent-report-plan.h"
#include "paper/ent-typography.h"

/* Programmes nest; a loop of parents in a damaged project must not hang the paper. */
#define DEPTH_MAX 6

/**
 * ent_facts_new:
 * @scribe: who writes; copied
 *
 * Returns: (transfer full): nothing printed yet
 */
EntFacts *
ent_facts_new (const EntScribe *scribe)
{
  EntFacts *facts = g_new0 (EntFacts, 1);

  facts->scribe = *scribe;
  facts->printed = g_hash_table_new (NULL, NULL);
  facts->mentioned = g_hash_table_new (NULL, NULL);
  facts->told = g_hash_table_new (NULL, NULL);
  facts->claims = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  return facts;
}

void
ent_facts_free (EntFacts *facts)
{
  if (facts == NULL)
    return;

  g_hash_table_unref (facts->printed);
  g_hash_table_unref (facts->mentioned);
  g_hash_table_unref (facts->told);
  g_hash_table_unref (facts->claims);
  g_free (facts);
}

/**
 * ent_facts_claim:
 * @facts: the facts of a paper
 * @record: a record
 * @entry: the entry of the paper it is to be printed in
 *
 * The first claim stands: what hangs on a record is printed with it unless another entry asked
 * for it.
 */
void
ent_facts_claim (EntFacts *facts, EntRecord *record, EntId entry)
{
  if (!g_hash_table_contains (facts->claims, record))
    g_hash_table_insert (facts->claims, record, g_memdup2 (&entry, sizeof entry));
}

EntId
ent_facts_get_claim (EntFacts *facts, EntRecord *record)
{
  const EntId *entry = g_hash_table_lookup (facts->claims, record);

  return entry ? *entry : ENT_ID_NONE;
}

/**
 * ent_facts_begin_entry:
 * @facts: the facts of a paper
 * @entry: identity of the entry that begins
 * @subject: whom it is about, or %ENT_ID_NONE: the heading names it
 * @has_prose: whether the officer wrote a text for it, which then carries descriptions and
 *   reasons
 */
void
ent_facts_begin_entry (EntFacts *facts, EntId entry, EntId subject, gboolean has_prose)
{
  facts->entry = entry;
  facts->subject = subject;
  facts->has_prose = has_prose;
  g_hash_table_remove_all (facts->mentioned);
}

gboolean
ent_facts_is_printed (EntFacts *facts, EntRecord *record)
{
  return g_hash_table_contains (facts->printed, record);
}

/**
 * ent_facts_may_take:
 * @facts: the facts of a paper
 * @record: a record
 *
 * Returns: whether it would be printed in this entry: not yet printed, not sensitive, and not
 *   claimed by another entry
 */
gboolean
ent_facts_may_take (EntFacts *facts, EntRecord *record)
{
  EntId claim = ent_facts_get_claim (facts, record);

  return ent_scribe_may_print (record) && !ent_facts_is_printed (facts, record)
         && (claim == ENT_ID_NONE || claim == facts->entry);
}

/* Whether its description is still to be printed. */
gboolean
ent_facts_needs_prose (EntFacts *facts, EntRecord *record)
{
  return !facts->has_prose && !g_hash_table_contains (facts->told, record);
}

/**
 * ent_facts_add_prose:
 * @facts: the facts of a paper
 * @record: an event or a project of the entry, before its facts
 *
 * Its text for the report as paragraphs, where the entry has no text of its own.
 */
void
ent_facts_add_prose (EntFacts *facts, EntRecord *record)
{
  if (!ent_facts_may_take (facts, record) || !ent_facts_needs_prose (facts, record)
      || !ent_table_find_column (ent_record_get_table (record), "text"))
    return;

  g_hash_table_add (facts->told, record);
  ent_scribe_add_prose (&facts->scribe, record, "text");
}

void
ent_facts_take (EntFacts *facts, EntRecord *record)
{
  g_hash_table_add (facts->printed, record);
}

GPtrArray *
ent_facts_details_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ent_runs_free);
}

EntRuns *
ent_facts_add_detail (GPtrArray *details)
{
  EntRuns *runs = ent_runs_new ();

  g_ptr_array_add (details, runs);
  return runs;
}

/* "Label: value", nothing for no value. */
void
ent_facts_add_value (EntFacts *facts, GPtrArray *details, const char *label, const char *value)
{
  EntRuns *runs;

  if (value == NULL || ent_text_is_blank (value))
    return;

  runs = ent_facts_add_detail (details);
  ent_scribe_add_label (&facts->scribe, runs, label);
  ent_runs_add (runs, ENT_RUN_PLAIN, value);
}

void
ent_facts_join (EntRuns *runs, GPtrArray *details, const char *separator)
{
  for (guint i = 0; i < details->len; i++)
    {
      const EntRuns *detail = g_ptr_array_index (details, i);

      if (ent_runs_is_empty (detail))
        continue;
      if (!ent_runs_is_empty (runs))
        ent_runs_add (runs, ENT_RUN_PLAIN, separator);
      ent_runs_add_runs (runs, detail);
    }
}

static EntId
get_place (EntRecord *record)
{
  if (record && ENT_IS_EVENT (record))
    return ENT_EVENT (record)->place;
  if (record && ENT_IS_PROJECT_RECORD (record))
    return ENT_PROJECT_RECORD (record)->place;

  return ENT_ID_NONE;
}

/* The place, unless the title names it or it is that of the whole. */
void
ent_facts_add_place (
    EntFacts *facts, EntRuns *runs, const char *title, EntId place, EntRecord *whole)
{
  g_autofree char *bare = ent_scribe_dup_title (&facts->scribe, place);
  g_autofree char *full = ent_scribe_dup_place (&facts->scribe, place);

  if (!full || place == get_place (whole))
    return;
  if (ent_scribe_mentions (title, bare) && (whole || g_str_equal (bare, full)))
    return;

  ent_runs_add (runs, ENT_RUN_PLAIN, " · ");
  ent_runs_add (runs, ENT_RUN_PLAIN, full);
}

/* The kind in words, unless the title begins to say it: "Mission" for "Mission to Masina". */
static void
add_kind (EntFacts *facts, EntRuns *runs, const char *title, EntEvent *event)
{
  g_autofree char *kind = ent_scribe_dup_choice (&facts->scribe, ENT_RECORD (event), "kind");
  g_auto (GStrv) words = kind ? g_strsplit (kind, " ", 2) : NULL;

  if (!kind || g_strcmp0 (event->kind, "slot") == 0 || g_strcmp0 (event->kind, "other") == 0)
    return;
  if (words[0] && ent_scribe_mentions (title, words[0]))
    return;

  ent_runs_add (runs, ENT_RUN_PLAIN, " · ");
  ent_runs_add (runs, ENT_RUN_PLAIN, kind);
}

static gboolean
has_state_to_say (EntEvent *event)
{
  return event->state && !g_str_equal (event->state, "held");
}

static void
add_event_title (EntFacts *facts, EntRuns *runs, EntEvent *event, gboolean nested)
{
  EntRecord *whole = nested ? ent_project_get (facts->scribe.project, event->parent) : NULL;
  g_autofree char *title = ent_record_dup_title (ENT_RECORD (event), facts->scribe.project,
                                                 facts->scribe.lang);

  ent_scribe_add_text (&facts->scribe, runs, nested ? ENT_RUN_PLAIN : ENT_RUN_BOLD,
                       ENT_RECORD (event), "title");
  if (has_state_to_say (event))
    {
      g_autofree char *state = ent_scribe_dup_choice (&facts->scribe, ENT_RECORD (event), "state");

      ent_runs_add (runs, ENT_RUN_PLAIN, " · ");
      ent_runs_add (runs, ENT_RUN_BOLD | ENT_RUN_ITALIC, state);
    }
  if (!nested)
    add_kind (facts, runs, title, event);
  ent_facts_add_place (facts, runs, title, event->place, whole);
}

static void
add_headcount (EntFacts *facts, EntEvent *event, GPtrArray *details)
{
  g_autofree char *number = NULL;

  if (event->headcount == ENT_INTEGER_NONE)
    return;

  number = ent_number_format_integer (event->headcount, facts->scribe.lang);
  ent_facts_add_value (facts, details, ent_words (facts->scribe.lang, N_ ("Head-count")), number);
}

static void
add_ordinal (EntFacts *facts, EntEvent *event, const char *title, GPtrArray *details)
{
  g_autofree char *series = ent_scribe_dup_title (&facts->scribe, event->series);
  g_autofree char *ordinal = NULL;
  g_autofree char *value = NULL;

  if (!series || event->ordinal == ENT_INTEGER_NONE)
    return;
  ordinal = ent_number_format_ordinal (event->ordinal, facts->scribe.lang);
  if (ent_scribe_mentions (title, ordinal))
    return;

  value = g_strdup_printf ("%s (%s)", series, ordinal);
  ent_facts_add_value (facts, details, ent_words (facts->scribe.lang, N_ ("Series")), value);
}

/* A slot with people of its own is told like an event; the others make one line. */
static gboolean
is_plain_slot (EntFacts *facts, EntEvent *event)
{
  EntId id = ent_record_get_id (ENT_RECORD (event));
  g_autoptr (GPtrArray) details = ent_facts_details_new ();
  g_autoptr (GPtrArray) outcomes = NULL;

  if (g_strcmp0 (event->kind, "slot") != 0)
    return FALSE;
  ent_facts_add_people (facts, ENT_RECORD (event), details);
  outcomes = ent_project_get_children (facts->scribe.project, id, &ent_outcome_table, "event");

  return details->len == 0 && outcomes->len == 0;
}

/* Whether the day of a part says more than that of the whole. */
static gboolean
date_says_more (const EntDate *part, const EntDate *whole)
{
  if (!part || !whole)
    return part != NULL;

  return ent_date_get_earliest (part) > ent_date_get_earliest (whole)
         || ent_date_get_latest (part) < ent_date_get_latest (whole);
}

static void
add_programme (EntFacts *facts, GPtrArray *children, const EntDate *whole, GPtrArray *details)
{
  g_autoptr (GPtrArray) slots = ent_facts_details_new ();
  EntRuns *runs;

  for (guint i = 0; i < children->len; i++)
    {
      EntEvent *slot = g_ptr_array_index (children, i);
      EntRuns *value;

      if (!ent_facts_may_take (facts, ENT_RECORD (slot)) || !is_plain_slot (facts, slot))
        continue;
      ent_facts_take (facts, ENT_RECORD (slot));
      value = ent_facts_add_detail (slots);
      if (date_says_more (slot->when, whole))
        {
          g_autofree char *date = ent_scribe_dup_date (&facts->scribe, slot->when);

          ent_runs_add (value, ENT_RUN_PLAIN, date);
          ent_runs_add (value, ENT_RUN_PLAIN, ", ");
        }
      if (slot->start_time)
        {
          ent_runs_add (value, ENT_RUN_PLAIN, slot->start_time);
          ent_runs_add (value, ENT_RUN_PLAIN, " ");
        }
      ent_scribe_add_text (&facts->scribe, value, ENT_RUN_PLAIN, ENT_RECORD (slot), "title");
    }
  if (slots->len == 0)
    return;

  runs = ent_facts_add_detail (details);
  {
    g_autoptr (EntRuns) joined = ent_runs_new ();

    ent_facts_join (joined, slots, ent_typography_get_semicolon (facts->scribe.lang));
    ent_scribe_add_label (&facts->scribe, runs, ent_words (facts->scribe.lang, N_ ("Programme")));
    ent_runs_add_runs (runs, joined);
  }
}

static void add_event (
    EntFacts *facts, EntEvent *event, const EntDate *whole, guint depth, EntRuns *runs);

static void
add_event_details (EntFacts *facts, EntEvent *event, GPtrArray *children, GPtrArray *details)
{
  g_autofree char *title = ent_record_dup_title (ENT_RECORD (event), facts->scribe.project,
                                                 facts->scribe.lang);

  ent_facts_add_signings (facts, event, details);
  ent_facts_add_people (facts, ENT_RECORD (event), details);
  add_headcount (facts, event, details);
  add_ordinal (facts, event, title, details);
  ent_facts_add_contexts (facts, ENT_RECORD (event), details);
  if (ent_facts_needs_prose (facts, ENT_RECORD (event)))
    ent_scribe_add_text (&facts->scribe, ent_facts_add_detail (details), ENT_RUN_PLAIN,
                         ENT_RECORD (event), "text");
  add_programme (facts, children, event->when, details);
  ent_facts_add_outcomes (facts, event, details);
  ent_facts_add_documents (facts, ENT_RECORD (event), details);
}

static void
add_event (EntFacts *facts, EntEvent *event, const EntDate *whole, guint depth, EntRuns *runs)
{
  g_autoptr (GPtrArray) details = ent_facts_details_new ();
  g_autoptr (GPtrArray) children = ent_project_get_children (
      facts->scribe.project, ent_record_get_id (ENT_RECORD (event)), &ent_event_table, "parent");
  gboolean nested = depth > 0;

  ent_report_sort (children, &facts->scribe);
  ent_facts_take (facts, ENT_RECORD (event));
  add_event_title (facts, runs, event, nested);
  if (nested && date_says_more (event->when, whole))
    {
      g_autofree char *date = ent_scribe_dup_date (&facts->scribe, event->when);

      ent_runs_add (runs, ENT_RUN_PLAIN, " · ");
      ent_runs_add (runs, ENT_RUN_PLAIN, date);
    }
  add_event_details (facts, event, children, details);
  if (nested && details->len)
    {
      g_autoptr (EntRuns) joined = ent_runs_new ();

      ent_facts_join (joined, details, " · ");
      ent_runs_add (runs, ENT_RUN_PLAIN, "\n\u2003");
      ent_runs_add_runs (runs, joined);
    }
  else
    ent_facts_join (runs, details, "\n");

  for (guint i = 0; i < children->len && depth < DEPTH_MAX; i++)
    {
      EntEvent *child = g_ptr_array_index (children, i);

      if (!ent_facts_may_take (facts, ENT_RECORD (child)))
        continue;
      ent_runs_add (runs, ENT_RUN_PLAIN, depth == 0 ? "\n– " : "\n\u2003– ");
      add_event (facts, child, event->when, depth + 1, runs);
    }
}

static void
print_event (EntFacts *facts, EntEvent *event)
{
  g_autofree char *date = ent_scribe_dup_date (&facts->scribe, event->when);
  g_autofree char *term = NULL;
  EntRuns *runs = ent_runs_new ();

  term = date ? ent_scribe_capitalise (date)
              : g_strdup (ent_words (facts->scribe.lang, N_ ("Date not recorded")));
  add_event (facts, event, NULL, 0, runs);
  ent_paper_add_definition (facts->scribe.paper, term, runs);
}

/* Whether what it is part of is told in this entry, and it with that. */
static gboolean
has_whole_here (EntFacts *facts, EntEvent *event)
{
  for (guint depth = 0; event->parent && depth < DEPTH_MAX; depth++)
    {
      EntRecord *parent = ent_project_get (facts->scribe.project, event->parent);

      if (!parent || !ENT_IS_EVENT (parent))
        return FALSE;
      if (ent_facts_get_claim (facts, parent) == facts->entry && ent_scribe_may_print (parent)
          && !ent_facts_is_printed (facts, parent))
        return TRUE;
      event = ENT_EVENT (parent);
    }

  return FALSE;
}

/**
 * ent_facts_add:
 * @facts: the facts of a paper
 * @record: an event, outcome, project, subsidy or agreement
 *
 * One row for it and what hangs on it, unless it has been printed, is sensitive or is another
 * entry's.
 */
void
ent_facts_add (EntFacts *facts, EntRecord *record)
{
  if (!ent_facts_may_take (facts, record))
    return;
  if (ENT_IS_EVENT (record) && has_whole_here (facts, ENT_EVENT (record)))
    return;

  if (ENT_IS_EVENT (record))
    print_event (facts, ENT_EVENT (record));
  else if (ENT_IS_OUTCOME (record))
    ent_facts_print_outcome (facts, ENT_OUTCOME (record));
  else if (ENT_IS_PROJECT_RECORD (record))
    ent_facts_print_project (facts, ENT_PROJECT_RECORD (record));
  else if (ENT_IS_SUBSIDY (record))
    ent_facts_print_subsidy (facts, ENT_SUBSIDY (record));
  else if (ENT_IS_AGREEMENT (record))
    ent_facts_print_agreement (facts, ENT_AGREEMENT (record));
}
