/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/ent-sheet-private.h"

#include "base/ent-number.h"
#include "base/ent-text.h"
#include "paper/ent-agreement-lines.h"

/* What an agreement says, asks for and is tied to. */

#define DEPTH_MAX 6

static gboolean
is_kind (EntProvision *provision, const char *kind)
{
  return g_strcmp0 (provision->kind, kind) == 0;
}

/* "Considering – the wish…", "Title. Text": verb, title and text in one line. */
static EntRuns *
make_provision (EntSheet *sheet, EntProvision *self)
{
  EntRuns *runs = ent_runs_new ();
  EntRecord *record = ENT_RECORD (self);
  const char *foreign;

  if (ent_scribe_get_text (&sheet->scribe, record, "verb", &foreign))
    {
      ent_scribe_add_text (&sheet->scribe, runs, ENT_RUN_ITALIC, record, "verb");
      ent_runs_add (runs, ENT_RUN_PLAIN, " – ");
    }
  if (ent_scribe_get_text (&sheet->scribe, record, "title", &foreign))
    {
      ent_scribe_add_text (&sheet->scribe, runs, ENT_RUN_BOLD, record, "title");
      if (ent_scribe_get_text (&sheet->scribe, record, "text", &foreign))
        ent_runs_add (runs, ENT_RUN_PLAIN, ". ");
    }
  ent_scribe_add_text (&sheet->scribe, runs, ENT_RUN_PLAIN, record, "text");

  return runs;
}

static GPtrArray *
get_parts (EntSheet *sheet, EntProvision *provision)
{
  GPtrArray *parts = ent_project_get_children (sheet->scribe.project,
                                               ent_record_get_id (ENT_RECORD (provision)),
                                               &ent_provision_table, "parent");

  for (guint i = parts->len; i > 0; i--)
    if (!ent_scribe_may_print (g_ptr_array_index (parts, i - 1)))
      g_ptr_array_remove_index (parts, i - 1);

  return parts;
}

static void
add_items (EntSheet *sheet, GPtrArray *provisions, guint depth)
{
  for (guint i = 0; i < provisions->len && depth < DEPTH_MAX; i++)
    {
      EntProvision *self = g_ptr_array_index (provisions, i);
      g_autoptr (GPtrArray) parts = get_parts (sheet, self);
      g_autofree char *number = self->number ? g_strconcat (self->number, ".", NULL) : NULL;

      ent_paper_add_numbered_item (sheet->scribe.paper, number, make_provision (sheet, self));
      add_items (sheet, parts, depth + 1);
    }
}

static void
add_indicators (EntSheet *sheet, EntId id)
{
  g_autoptr (GPtrArray) indicators = ent_project_get_children (sheet->scribe.project, id,
                                                               &ent_indicator_table, "record");

  for (guint i = 0; i < indicators->len; i++)
    {
      EntRecord *self = g_ptr_array_index (indicators, i);
      EntRuns *runs;

      if (!ent_scribe_may_print (self))
        continue;
      runs = ent_runs_new ();
      ent_scribe_add_text (&sheet->scribe, runs, ENT_RUN_PLAIN, self, "title");
      if (ENT_INDICATOR (self)->unit)
        {
          ent_runs_add (runs, ENT_RUN_PLAIN, ", ");
          ent_scribe_add_text (&sheet->scribe, runs, ENT_RUN_PLAIN, self, "unit");
        }
      ent_paper_add_definition (sheet->scribe.paper,
                                ent_words (sheet->scribe.lang, N_ ("Indicator")), runs);
    }
}

/* "I. The fight against climate change" */
EntRuns *
ent_sheet_make_theme_heading (EntSheet *sheet, EntProvision *theme)
{
  EntRuns *heading = ent_runs_new ();
  const char *foreign;

  if (theme->number)
    {
      ent_runs_add (heading, ENT_RUN_PLAIN, theme->number);
      ent_runs_add (heading, ENT_RUN_PLAIN, ". ");
    }
  if (ent_scribe_get_text (&sheet->scribe, ENT_RECORD (theme), "title", &foreign))
    {
      ent_scribe_add_text (&sheet->scribe, heading, ENT_RUN_PLAIN, ENT_RECORD (theme), "title");
    }
  else
    {
      g_autofree char *title = ent_record_dup_title (ENT_RECORD (theme), sheet->scribe.project,
                                                     sheet->scribe.lang);

      ent_runs_free (heading);
      heading = ent_runs_new_text (title);
    }

  return heading;
}

void
ent_sheet_add_commitments (EntSheet *sheet, EntProvision *theme)
{
  g_autoptr (GPtrArray) parts = get_parts (sheet, theme);

  ent_paper_end_group (sheet->scribe.paper);
  add_items (sheet, parts, 0);
}

static void
add_theme (EntSheet *sheet, EntProvision *theme)
{
  ent_paper_add_heading_runs (sheet->scribe.paper, 3, ent_sheet_make_theme_heading (sheet, theme));
  ent_scribe_add_prose (&sheet->scribe, ENT_RECORD (theme), "text");
  ent_sheet_add_commitments (sheet, theme);
  add_indicators (sheet, ent_record_get_id (ENT_RECORD (theme)));
}

static void
add_of_kinds (EntSheet *sheet, GPtrArray *roots, const char *const *kinds, const char *heading)
{
  gboolean any = FALSE;

  for (guint i = 0; i < roots->len; i++)
    {
      EntProvision *self = g_ptr_array_index (roots, i);
      g_autoptr (GPtrArray) single = g_ptr_array_new ();

      if (!g_strv_contains (kinds, self->kind ? self->kind : ""))
        continue;
      if (!any)
        ent_scribe_add_heading (&sheet->scribe, 2, heading);
      any = TRUE;
      g_ptr_array_add (single, self);
      add_items (sheet, single, 0);
    }
}

/* Recitals, then themes with their commitments, then what else the text says. */
void
ent_sheet_add_provisions (EntSheet *sheet)
{
  static const char *const recitals[] = { "recital", NULL };
  static const char *const others[] = { "commitment", "clause", "question",
                                        "proposal",   "change", NULL };
  g_autoptr (GPtrArray) roots = ent_sheet_get_children (sheet, &ent_provision_table, "agreement");
  gboolean any = FALSE;

  for (guint i = roots->len; i > 0; i--)
    if (ENT_PROVISION (g_ptr_array_index (roots, i - 1))->parent)
      g_ptr_array_remove_index (roots, i - 1);

  add_of_kinds (sheet, roots, recitals, N_ ("Preamble"));
  for (guint i = 0; i < roots->len; i++)
    {
      EntProvision *self = g_ptr_array_index (roots, i);

      if (!is_kind (self, "theme"))
        continue;
      if (!any)
        ent_scribe_add_heading (&sheet->scribe, 2, N_ ("Themes and Commitments"));
      any = TRUE;
      add_theme (sheet, self);
    }
  add_of_kinds (sheet, roots, others, N_ ("Other Provisions"));
  add_indicators (sheet, sheet->id);
}

static char *
dup_rhythm (EntSheet *sheet, EntObligation *self)
{
  gint64 least = self->per_year_min;
  gint64 most = self->per_year_max;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (least == ENT_INTEGER_NONE && most == ENT_INTEGER_NONE)
    return NULL;
  if (least == ENT_INTEGER_NONE || most == ENT_INTEGER_NONE || least == most)
    {
      gint64 times = least == ENT_INTEGER_NONE ? most : least;

      first = ent_number_format_integer (times, sheet->scribe.lang);
      /* Translators: %s: how many times */
      return g_strdup_printf (ent_words_plural (sheet->scribe.lang, "%s time a year",
                                                "%s times a year", MAX (times, 0)),
                              first);
    }

  first = ent_number_format_integer (least, sheet->scribe.lang);
  last = ent_number_format_integer (most, sheet->scribe.lang);
  /* Translators: %s, %s: least and most times */
  return g_strdup_printf (ent_words (sheet->scribe.lang, N_ ("%s to %s times a year")), first,
                          last);
}

void
ent_sheet_add_duties (EntSheet *sheet)
{
  static const char *const labels[] = { N_ ("What is owed"), N_ ("Owed by"), N_ ("How often"),
                                        N_ ("Due"), N_ ("Settled on") };
  static const double widths[] = { 40, 20, 16, 14, 14 };
  const EntScribe *scribe = &sheet->scribe;
  g_autoptr (GPtrArray) duties = ent_sheet_get_children (sheet, &ent_obligation_table, "record");

  if (duties->len == 0)
    return;

  ent_scribe_add_heading (&sheet->scribe, 2, N_ ("Duties"));
  ent_scribe_begin_table (&sheet->scribe, labels, G_N_ELEMENTS (labels), widths);
  for (guint i = 0; i < duties->len; i++)
    {
      EntObligation *self = g_ptr_array_index (duties, i);
      EntRuns *cells[5] = { ent_runs_new () };

      ent_scribe_add_text (scribe, cells[0], ENT_RUN_PLAIN, ENT_RECORD (self), "text");
      cells[1] = ent_scribe_take_cell (ent_scribe_dup_title (scribe, self->owner));
      cells[2] = ent_scribe_take_cell (dup_rhythm (sheet, self));
      cells[3] = ent_scribe_take_cell (ent_scribe_dup_date (scribe, self->due));
      cells[4] = ent_scribe_take_cell (ent_scribe_dup_date (scribe, self->settled));
      ent_paper_add_row (scribe->paper, cells);
    }
}

/* Who follows it up on each side, who is consulted, who answers questions. */
void
ent_sheet_add_bodies (EntSheet *sheet)
{
  const EntScribe *scribe = &sheet->scribe;
  g_autoptr (GPtrArray) bodies = ent_sheet_get_children (sheet, &ent_participation_table, "record");

  if (bodies->len == 0)
    return;

  ent_scribe_add_heading (&sheet->scribe, 2, N_ ("Follow-up"));
  for (guint i = 0; i < bodies->len; i++)
    {
      EntParticipation *self = g_ptr_array_index (bodies, i);
      g_autofree char *role = ent_scribe_dup_choice (scribe, ENT_RECORD (self), "role");
      g_autofree char *person = ent_scribe_dup_person (scribe, self->person);
      g_autofree char *body = ent_scribe_dup_title (scribe, self->organisation);
      g_autofree char *side = ent_scribe_dup_title (scribe, self->represents);
      g_autofree char *period = ent_scribe_dup_period (scribe, self->since, self->until);
      EntRuns *runs = ent_runs_new_text (person);

      if (self->function)
        {
          ent_runs_add (runs, ENT_RUN_PLAIN, person ? ", " : NULL);
          ent_scribe_add_text (scribe, runs, ENT_RUN_PLAIN, ENT_RECORD (self), "function");
        }
      if (body)
        {
          ent_runs_add (runs, ENT_RUN_PLAIN, ent_runs_is_empty (runs) ? NULL : ", ");
          ent_runs_add (runs, ENT_RUN_PLAIN, body);
        }
      if (side && !ent_scribe_mentions (body, side))
        {
          g_autofree char *words = g_strdup_printf (" (%s)", side);

          ent_runs_add (runs, ENT_RUN_PLAIN, words);
        }
      if (period)
        {
          ent_runs_add (runs, ENT_RUN_PLAIN, " · ");
          ent_runs_add (runs, ENT_RUN_PLAIN, period);
        }
      ent_paper_add_definition (scribe->paper, role ? role : "", runs);
    }
}

typedef struct
{
  const char *kind;
  const char *there; /* this agreement is the source */
  const char *back;  /* it is the target */
} LinkWords;

static const LinkWords link_words[] = {
  { "renews", N_ ("Renews"), N_ ("Renewed by") },
  { "replaces", N_ ("Replaces"), N_ ("Replaced by") },
  { "amends", N_ ("Amends"), N_ ("Amended by") },
  { "implements", N_ ("Implements"), N_ ("Implemented by") },
  { "succeeds", N_ ("Succeeds"), N_ ("Succeeded by") },
  { "follows", N_ ("Follows on from"), N_ ("Followed by") },
};

static char *
dup_linked (EntSheet *sheet, EntRecord *record)
{
  g_autofree char *title = ent_record_dup_title (record, sheet->scribe.project, sheet->scribe.lang);
  g_autofree char *date = NULL;

  if (ENT_IS_AGREEMENT (record))
    date = ent_agreement_line_signed (&sheet->scribe, ENT_AGREEMENT (record));
  if (!date || ent_scribe_mentions (title, date))
    return g_steal_pointer (&title);

  return g_strdup_printf ("%s (%s)", title, date);
}

static void
add_lineage_of (EntSheet *sheet, const LinkWords *words, gboolean back, gboolean *any)
{
  g_autoptr (GPtrArray)
      links = ent_sheet_get_children (sheet, &ent_link_table, back ? "target" : "source");

  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);
      EntRecord *other = ent_project_get (sheet->scribe.project,
                                          back ? link->source : link->target);

      if (g_strcmp0 (link->kind, words->kind) != 0 || !ent_scribe_may_print (other)
          || !ENT_IS_AGREEMENT (other))
        continue;
      if (!*any)
        ent_scribe_add_heading (&sheet->scribe, 2, N_ ("Lineage"));
      *any = TRUE;
      ent_scribe_add_value (&sheet->scribe, back ? words->back : words->there,
                            dup_linked (sheet, other));
    }
}

void
ent_sheet_add_lineage (EntSheet *sheet)
{
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (link_words); i++)
    {
      add_lineage_of (sheet, &link_words[i], FALSE, &any);
      add_lineage_of (sheet, &link_words[i], TRUE, &any);
    }
}

static char *
dup_language (EntSheet *sheet, const char *code)
{
  if (g_strcmp0 (code, "fr") == 0)
    return g_strdup (ent_words (sheet->scribe.lang, N_ ("French")));
  if (g_strcmp0 (code, "en") == 0)
    return g_strdup (ent_words (sheet->scribe.lang, N_ ("English")));

  return g_strdup (code);
}

void
ent_sheet_add_copies (EntSheet *sheet)
{
  static const char *const labels[] = { N_ ("Number"), N_ ("Language"), N_ ("Held by"),
                                        N_ ("Shelf mark"), N_ ("Document") };
  static const double widths[] = { 14, 14, 28, 18, 26 };
  const EntScribe *scribe = &sheet->scribe;
  g_autoptr (GPtrArray) copies = ent_sheet_get_children (sheet, &ent_copy_table, "agreement");

  if (copies->len == 0)
    return;

  ent_scribe_add_heading (&sheet->scribe, 2, N_ ("Original Copies"));
  ent_scribe_begin_table (&sheet->scribe, labels, G_N_ELEMENTS (labels), widths);
  for (guint i = 0; i < copies->len; i++)
    {
      EntCopy *self = g_ptr_array_index (copies, i);
      EntRuns *cells[] = {
        ent_scribe_take_cell (g_strdup (self->number)),
        ent_scribe_take_cell (dup_language (sheet, self->language)),
        ent_scribe_take_cell (ent_scribe_dup_title (scribe, self->holder)),
        ent_scribe_take_cell (g_strdup (self->shelf)),
        ent_scribe_take_cell (ent_scribe_dup_title (scribe, self->document)),
      };

      ent_paper_add_row (scribe->paper, cells);
    }
}

static void
add_decisions (EntSheet *sheet)
{
  const EntScribe *scribe = &sheet->scribe;
  g_autoptr (GPtrArray) decisions = ent_sheet_get_children (sheet, &ent_decision_table, "record");

  for (guint i = 0; i < decisions->len; i++)
    {
      EntDecision *self = g_ptr_array_index (decisions, i);
      g_autofree char *kind = ent_scribe_dup_choice (scribe, ENT_RECORD (self), "kind");
      g_autofree char *body = ent_scribe_dup_title (scribe, self->body);
      g_autofree char *date = ent_scribe_dup_date (scribe, self->date);
      const char *const parts[] = { self->number, body, date };
      EntRuns *runs = ent_runs_new ();

      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          ent_runs_add (runs, ENT_RUN_PLAIN, parts[j] && !ent_runs_is_empty (runs) ? ", " : NULL);
          ent_runs_add (runs, ENT_RUN_PLAIN, parts[j]);
        }
      ent_paper_add_definition (scribe->paper, kind ? kind : "", runs);
    }
}

void
ent_sheet_add_documents (EntSheet *sheet)
{
  const EntScribe *scribe = &sheet->scribe;
  g_autoptr (GPtrArray)
      attachments = ent_sheet_get_children (sheet, &ent_attachment_table, "record");
  g_autoptr (GPtrArray) decisions = ent_sheet_get_children (sheet, &ent_decision_table, "record");

  if (attachments->len + decisions->len == 0)
    return;

  ent_scribe_add_heading (&sheet->scribe, 2, N_ ("Decisions and Documents"));
  add_decisions (sheet);
  for (guint i = 0; i < attachments->len; i++)
    {
      EntAttachment *self = g_ptr_array_index (attachments, i);
      EntRecord *document = ent_project_get (scribe->project, self->document);
      g_autofree char *role = ent_scribe_dup_choice (scribe, ENT_RECORD (self), "role");
      EntRuns *runs = ent_runs_new ();

      if (ent_scribe_may_print (document))
        ent_scribe_add_document (scribe, runs, ENT_DOCUMENT (document));
      ent_paper_add_definition (scribe->paper,
                                role ? role : ent_words (scribe->lang, N_ ("Document")), runs);
    }
}

static char *
dup_source (EntSheet *sheet, EntCitation *self)
{
  g_autofree char *title = ent_scribe_dup_title (&sheet->scribe, self->document);
  g_autofree char *page = NULL;

  if (!title || self->page == ENT_INTEGER_NONE)
    return g_steal_pointer (&title);

  page = ent_number_format_integer (self->page, sheet->scribe.lang);
  /* Translators: %s, %s: title of a document, page number */
  return g_strdup_printf (ent_words (sheet->scribe.lang, N_ ("%s, p. %s")), title, page);
}

static char *
dup_field (EntSheet *sheet, EntCitation *self)
{
  const EntColumn *column = self->field ? ent_table_find_column (&ent_agreement_table, self->field)
                                        : NULL;

  return column ? g_strdup (ent_words (sheet->scribe.lang, column->label)) : g_strdup (self->field);
}

static guint
get_column_index (EntCitation *self)
{
  for (guint i = 0; self->field && i < ent_agreement_table.n_columns; i++)
    if (g_str_equal (ent_agreement_table.columns[i].name, self->field))
      return i;

  return ent_agreement_table.n_columns;
}

static int
compare_citations (gconstpointer a, gconstpointer b)
{
  EntCitation *left = *(EntCitation *const *) a;
  EntCitation *right = *(EntCitation *const *) b;
  guint left_index = get_column_index (left);
  guint right_index = get_column_index (right);

  if (left_index != right_index)
    return left_index < right_index ? -1 : 1;
  if (left->preferred != right->preferred)
    return left->preferred ? -1 : 1;

  return g_strcmp0 (left->claim, right->claim);
}

/* What the sources say of it where they differ or need a word; the preferred claim is in bold. */
void
ent_sheet_add_variants (EntSheet *sheet)
{
  static const char *const labels[] = { N_ ("Field"), N_ ("Claim"), N_ ("Source"), N_ ("Reason") };
  static const double widths[] = { 16, 32, 28, 24 };
  g_autoptr (GPtrArray) citations = ent_sheet_get_children (sheet, &ent_citation_table, "record");
  gboolean any = FALSE;

  g_ptr_array_sort (citations, compare_citations);
  for (guint i = 0; i < citations->len; i++)
    {
      EntCitation *self = g_ptr_array_index (citations, i);
      EntRuns *cells[4];

      if (!self->claim || ent_text_is_blank (self->claim))
        continue;
      if (!any)
        {
          ent_scribe_add_heading (&sheet->scribe, 2, N_ ("Claims and Sources"));
          ent_scribe_begin_table (&sheet->scribe, labels, G_N_ELEMENTS (labels), widths);
        }
      any = TRUE;
      cells[0] = ent_scribe_take_cell (dup_field (sheet, self));
      cells[1] = ent_runs_new_styled (self->preferred ? ENT_RUN_BOLD : ENT_RUN_PLAIN, self->claim);
      cells[2] = ent_scribe_take_cell (dup_source (sheet, self));
      cells[3] = ent_scribe_take_cell (g_strdup (self->reason));
      ent_paper_add_row (sheet->scribe.paper, cells);
    }
}
