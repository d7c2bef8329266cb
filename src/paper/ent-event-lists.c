/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-number.h"
#include "base/ent-words.h"
#include "paper/ent-event-parts.h"
#include "rules/ent-follow-ups.h"

/* The parts that several papers of an event have. */

static void
add_when (EntEventPaper *self)
{
  const EntScribe *scribe = &self->scribe;
  EntSlot slot = ent_event_get_slot (scribe->project, self->event);

  if (self->event->when)
    ent_scribe_add_value (scribe, N_ ("When"), ent_scribe_dup_date (scribe, self->event->when));
  if (slot.start != ENT_TIME_NONE)
    ent_scribe_add_value (scribe, N_ ("Hours"), ent_event_paper_dup_hours (self, &slot));
}

static char *
dup_partners (EntEventPaper *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->partners->len; i++)
    {
      g_autofree char *name = ent_scribe_dup_title (
          &self->scribe, ent_record_get_id (g_ptr_array_index (self->partners, i)));

      if (name)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "", name);
    }

  return g_string_free_and_steal (names);
}

static void
add_choice (EntEventPaper *self, const char *msgid, const char *column)
{
  char *words = ent_scribe_dup_choice (&self->scribe, ENT_RECORD (self->event), column);

  if (words)
    ent_scribe_add_value (&self->scribe, msgid, words);
}

/**
 * ent_event_paper_add_summary:
 * @self: a paper of an event
 *
 * What it is, when and where, with whom, under which agreements.
 */
void
ent_event_paper_add_summary (EntEventPaper *self)
{
  const EntScribe *scribe = &self->scribe;
  g_autofree char *partners = dup_partners (self);
  char *place = ent_scribe_dup_place (scribe, self->event->place);

  add_choice (self, N_ ("Kind"), "kind");
  add_choice (self, N_ ("State"), "state");
  add_when (self);
  if (place)
    ent_scribe_add_value (scribe, N_ ("Place"), place);
  if (*partners)
    ent_scribe_add_value (scribe, N_ ("With"), g_strdup (partners));
  if (self->event->headcount != ENT_INTEGER_NONE)
    ent_scribe_add_value (scribe, N_ ("Head-count"),
                          ent_number_format_integer (self->event->headcount, scribe->lang));
  ent_paper_end_group (scribe->paper);
}

/**
 * ent_event_paper_add_people:
 * @self: a paper of an event
 * @heading: msgid
 * @travels: see ent_event_paper_get_people()
 *
 * A table of people in order of precedence.
 */
void
ent_event_paper_add_people (EntEventPaper *self, const char *heading, gboolean travels)
{
  static const char *const labels[] = { N_ ("Name"), N_ ("Function"), N_ ("Role") };
  static const double widths[] = { 36, 40, 24 };
  g_autoptr (GPtrArray) people = ent_event_paper_get_people (self, travels);
  gboolean any = FALSE;

  for (guint i = 0; i < people->len; i++)
    {
      EntParticipation *each = g_ptr_array_index (people, i);
      char *name = g_strcmp0 (each->reply, "declined") == 0 ? NULL
                                                            : ent_event_paper_dup_name (self, each);
      EntRuns *cells[3];

      if (!name)
        continue;
      if (!any)
        {
          ent_scribe_add_heading (&self->scribe, 2, heading);
          ent_scribe_begin_table (&self->scribe, labels, G_N_ELEMENTS (labels), widths);
        }
      any = TRUE;
      cells[0] = ent_scribe_take_cell (name);
      cells[1] = ent_event_paper_make_function (self, each);
      cells[2] = ent_scribe_take_cell (
          ent_scribe_dup_choice (&self->scribe, ENT_RECORD (each), "role"));
      ent_paper_add_row (self->scribe.paper, cells);
    }
  if (any)
    ent_paper_end_group (self->scribe.paper);
}

/**
 * ent_event_paper_add_notes:
 * @self: a paper of an event
 * @id: what the notes are on
 * @kinds: the kinds of notes that are printed, %NULL at the end
 *
 * A note as a paragraph; a quote with who said it.
 */
void
ent_event_paper_add_notes (EntEventPaper *self, EntId id, const char *const *kinds)
{
  const EntScribe *scribe = &self->scribe;
  g_autoptr (GPtrArray) notes = ent_scribe_get_children (scribe, id, &ent_note_table, "record");

  for (guint i = 0; i < notes->len; i++)
    {
      EntNote *note = g_ptr_array_index (notes, i);
      g_autofree char *speaker = ent_scribe_dup_person (scribe, note->speaker);
      EntRuns *runs;

      if (!g_strv_contains (kinds, note->kind ? note->kind : "note"))
        continue;
      runs = ent_runs_new ();
      ent_scribe_add_text (scribe, runs, speaker ? ENT_RUN_ITALIC : ENT_RUN_PLAIN,
                           ENT_RECORD (note), "text");
      if (speaker)
        {
          ent_runs_add (runs, ENT_RUN_PLAIN, " – ");
          ent_runs_add (runs, ENT_RUN_PLAIN, speaker);
        }
      ent_paper_add_paragraph (scribe->paper, ENT_PARAGRAPH_BODY, runs);
    }
}

/* In cents; money is decimal text. */
static gboolean
add_amount (GHashTable *sums, EntExpense *expense)
{
  const char *currency = expense->currency ? expense->currency : "";
  const char *sum = g_hash_table_lookup (sums, currency);
  char *total = expense->amount ? ent_number_add (sum ? sum : "0", expense->amount) : NULL;

  if (total)
    g_hash_table_insert (sums, g_strdup (currency), total);

  return total != NULL;
}

static void
add_sums (EntEventPaper *self, GHashTable *sums)
{
  g_autoptr (GList)
      currencies = g_list_sort (g_hash_table_get_keys (sums), (GCompareFunc) g_strcmp0);

  for (GList *l = currencies; l; l = l->next)
    {
      const char *currency = l->data;
      EntRuns *cells[4] = { ent_runs_new_styled (
          ENT_RUN_BOLD, ent_words_context (self->scribe.lang, "costs", NC_ ("costs", "Total"))) };
      g_autofree char *words = ent_scribe_dup_money (
          &self->scribe, g_hash_table_lookup (sums, currency), *currency ? currency : NULL);

      cells[3] = ent_runs_new_styled (ENT_RUN_BOLD, words);
      cells[1] = ent_runs_new ();
      cells[2] = ent_runs_new ();
      ent_paper_add_row (self->scribe.paper, cells);
    }
}

static void
add_cost (EntEventPaper *self, EntExpense *expense)
{
  const EntScribe *scribe = &self->scribe;
  EntRuns *cells[4];

  cells[0] = ent_runs_new ();
  ent_scribe_add_text (scribe, cells[0], ENT_RUN_PLAIN, ENT_RECORD (expense), "title");
  if (expense->budget_line)
    {
      ent_runs_add (cells[0], ENT_RUN_PLAIN, ent_runs_is_empty (cells[0]) ? "" : "\n");
      ent_runs_add (cells[0], ENT_RUN_ITALIC, expense->budget_line);
    }
  cells[1] = ent_scribe_take_cell (ent_scribe_dup_choice (scribe, ENT_RECORD (expense), "kind"));
  cells[2] = ent_scribe_take_cell (ent_scribe_dup_title (scribe, expense->payer));
  cells[3] = ent_scribe_take_cell (
      ent_scribe_dup_money (scribe, expense->amount, expense->currency));
  ent_paper_add_row (scribe->paper, cells);
}

/**
 * ent_event_paper_add_costs:
 * @self: a paper of an event
 * @heading: msgid
 * @kinds: "planned", "spent"; %NULL at the end
 *
 * The costs of these kinds, with the total of the last kind for each currency.
 */
void
ent_event_paper_add_costs (EntEventPaper *self, const char *heading, const char *const *kinds)
{
  static const char *const labels[] = { N_ ("Item"), N_ ("Kind"), N_ ("Paid by"), N_ ("Amount") };
  static const double widths[] = { 38, 16, 26, 20 };
  g_autoptr (GPtrArray) costs = ent_event_paper_get_children (self, &ent_expense_table, "record");
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gboolean any = FALSE;

  for (guint k = 0; kinds[k]; k++)
    {
      guint n_known = 0;

      g_hash_table_remove_all (sums);
      for (guint i = 0; i < costs->len; i++)
        {
          EntExpense *expense = g_ptr_array_index (costs, i);

          if (g_strcmp0 (expense->kind, kinds[k]) != 0)
            continue;
          if (!any)
            {
              ent_scribe_add_heading (&self->scribe, 2, heading);
              ent_scribe_begin_table (&self->scribe, labels, G_N_ELEMENTS (labels), widths);
            }
          any = TRUE;
          add_cost (self, expense);
          if (add_amount (sums, expense))
            n_known++;
        }
      if (n_known > 1)
        add_sums (self, sums);
    }
  if (any)
    ent_paper_end_group (self->scribe.paper);
}

/**
 * ent_event_paper_add_documents:
 * @self: a paper of an event
 *
 * What is attached to it.
 */
void
ent_event_paper_add_documents (EntEventPaper *self)
{
  const EntScribe *scribe = &self->scribe;
  g_autoptr (GPtrArray)
      attachments = ent_event_paper_get_children (self, &ent_attachment_table, "record");
  gboolean any = FALSE;

  for (guint i = 0; i < attachments->len; i++)
    {
      EntAttachment *each = g_ptr_array_index (attachments, i);
      EntRecord *document = ent_project_get (scribe->project, each->document);
      EntRuns *runs;

      if (!ent_scribe_may_print (document))
        continue;
      if (!any)
        ent_scribe_add_heading (scribe, 2, N_ ("Documents"));
      any = TRUE;
      runs = ent_runs_new ();
      ent_scribe_add_document (scribe, runs, ENT_DOCUMENT (document));
      ent_paper_add_list_item (scribe->paper, runs);
    }
  if (any)
    ent_paper_end_group (scribe->paper);
}
