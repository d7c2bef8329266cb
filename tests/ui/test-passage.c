/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of a page become records of the sample, with the passage as their source, as one step
 * that can be undone. Needs no display. */

#include "ui/ent-passage.h"
#include "sample-copy.h"

#define QUOTE "se réunir chaque année à Namur"

static char *folder;

static EntId
find_first (EntProject *project, const EntTable *table)
{
  g_autoptr (EntRecord) record = g_list_model_get_item (ent_project_get_list (project, table), 0);

  return ent_record_get_id (record);
}

static guint
count (EntProject *project, const EntTable *table)
{
  return g_list_model_get_n_items (ent_project_get_list (project, table));
}

/* The source that came last; it must be anchored to the passage. */
static EntCitation *
check_source (EntProject *project, EntId document, guint n_before)
{
  GListModel *list = ent_project_get_list (project, &ent_citation_table);
  EntCitation *found = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, n_before + 1);
  for (guint i = 0; i < n_before + 1; i++)
    {
      g_autoptr (EntCitation) citation = g_list_model_get_item (list, i);

      if (g_strcmp0 (citation->quote, QUOTE) == 0)
        found = citation;
    }
  g_assert_nonnull (found);
  g_assert_cmpint (found->document, ==, document);
  g_assert_cmpint (found->page, ==, 3);
  g_assert_cmpint (found->start_offset, ==, 120);
  g_assert_cmpint (found->end_offset, ==, 150);

  return found;
}

static void
check_kind (EntPassageKind kind,
            const EntTable *on_table,
            const EntTable *made,
            const char *text,
            const char *field)
{
  g_autoptr (EntStore) store = open_sample_store (folder);
  EntProject *project = ent_store_get_project (store);
  EntId document = find_first (project, &ent_document_table);
  EntId on = find_first (project, on_table);
  guint n_made = made ? count (project, made) : 0;
  guint n_sources = count (project, &ent_citation_table);
  EntPassage passage = { document, 3, 120, 150, QUOTE };
  g_autoptr (GError) error = NULL;
  g_autoptr (EntAction) action = ent_store_begin (store, "Add “%s”", text, NULL);
  EntCitation *source;

  g_assert_true (ent_passage_suits (kind, on_table));
  g_assert_cmpint (ent_passage_add (action, project, &passage, kind, on, ENT_ID_NONE, text, &error),
                   !=, ENT_ID_NONE);
  g_assert_no_error (error);
  g_assert_true (ent_action_commit (action, &error));
  g_assert_no_error (error);
  source = check_source (project, document, n_sources);
  g_assert_cmpstr (source->field, ==, field);
  g_assert_cmpstr (source->claim, ==, text);
  if (made)
    {
      EntRecord *record = ent_project_get (project, source->record);

      g_assert_cmpuint (count (project, made), ==, n_made + 1);
      g_assert_true (ent_record_is (record, made));
    }
  else
    g_assert_cmpint (source->record, ==, on);

  g_assert_true (ent_store_undo (store, &error));
  g_assert_cmpuint (count (project, &ent_citation_table), ==, n_sources);
  g_assert_true (!made || count (project, made) == n_made);
  ent_store_close (store);
}

static void
test_kinds (void)
{
  const EntTable *agreement = &ent_agreement_table;
  const EntTable *event = &ent_event_table;

  check_kind (ENT_PASSAGE_COMMITMENT, agreement, &ent_provision_table, "Se réunir", "text");
  check_kind (ENT_PASSAGE_THEME, agreement, &ent_provision_table, "Climat", "title");
  check_kind (ENT_PASSAGE_OBLIGATION, agreement, &ent_obligation_table, "Un rapport", "text");
  check_kind (ENT_PASSAGE_OBLIGATION, event, &ent_obligation_table, "Un rapport", "text");
  check_kind (ENT_PASSAGE_SIGNED, agreement, NULL, "2024-05-03", "signed");
  check_kind (ENT_PASSAGE_ENDS, agreement, NULL, "2026-12-31", "ends");
  check_kind (ENT_PASSAGE_PERSON, agreement, &ent_signatory_table, "Anne Durand", "person");
  check_kind (ENT_PASSAGE_PERSON, event, &ent_participation_table, "Anne Durand", "person");
  check_kind (ENT_PASSAGE_SOURCE, agreement, NULL, "Se réunir", NULL);
  check_kind (ENT_PASSAGE_SOURCE, event, NULL, "Se réunir", NULL);
}

static void
test_suits (void)
{
  g_assert_false (ent_passage_suits (ENT_PASSAGE_COMMITMENT, &ent_event_table));
  g_assert_false (ent_passage_suits (ENT_PASSAGE_ENDS, &ent_event_table));
  g_assert_false (ent_passage_suits (ENT_PASSAGE_SOURCE, &ent_person_table));
}

static void
assert_date (const char *quote, const char *edtf)
{
  g_autofree char *found = ent_passage_find_date (quote);
  g_autoptr (EntDate) date = found ? ent_date_new_typed (found, NULL) : NULL;

  g_assert_cmpstr (date ? ent_date_get_text (date) : NULL, ==, edtf);
}

static void
test_date (void)
{
  assert_date ("Signé à Namur le 3 mai 2024.", "2024-05-03");
  assert_date ("prend fin le 31 décembre 2026, sauf accord", "2026-12-31");
  assert_date ("on 28 November 2023 in Terrebonne", "2023-11-28");
  assert_date ("en mai 2024", "2024-05");
  assert_date ("article 2", NULL);
  assert_date ("sans date", NULL);
  assert_date ("", NULL);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = make_folder ();

  g_test_add_func ("/passage/kinds", test_kinds);
  g_test_add_func ("/passage/suits", test_suits);
  g_test_add_func ("/passage/date", test_date);

  status = g_test_run ();
  remove_folder (folder);

  return status;
}
