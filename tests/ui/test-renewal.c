/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The draft that renews an agreement of the sample: what it takes over and what not, as one step
 * that can be undone. Needs no display. */

#include "rules/ent-due.h"
#include "ui/ent-renewal.h"
#include "sample-copy.h"

#define TITLE "Protocole de coopération 2024-2026"
#define TODAY "2026-11-22"
#define REMIND_ON "2026-12-20"

static char *folder;

static int
day_of (const char *text)
{
  int day;

  g_assert_true (ent_day_parse_iso (text, &day));
  return day;
}

static guint
count_children (EntProject *project,
                EntId id,
                const EntTable *table,
                const char *column,
                const char *name,
                const char *value)
{
  g_autoptr (GPtrArray) children = ent_project_get_children (project, id, table, column);
  guint n = 0;

  for (guint i = 0; i < children->len; i++)
    {
      EntRecord *child = g_ptr_array_index (children, i);
      const EntColumn *kind = name ? ent_table_find_column (table, name) : NULL;

      if (!kind || g_strcmp0 (ent_record_get_string (child, kind), value) == 0)
        n++;
    }

  return n;
}

/* Every commitment stands under a theme of the draft, not under one of the old text. */
static void
check_tree (EntProject *project, EntId draft)
{
  g_autoptr (GPtrArray)
      provisions = ent_project_get_children (project, draft, &ent_provision_table, "agreement");

  g_assert_cmpuint (provisions->len, ==, 12);
  for (guint i = 0; i < provisions->len; i++)
    {
      EntProvision *provision = g_ptr_array_index (provisions, i);
      EntRecord *parent = ent_project_get (project, provision->parent);

      if (g_str_equal (provision->kind, "theme"))
        {
          g_assert_null (parent);
          g_assert_nonnull (provision->number);
          continue;
        }
      g_assert_nonnull (parent);
      g_assert_cmpint (ENT_PROVISION (parent)->agreement, ==, draft);
    }
}

static gboolean
is_on_card (EntProject *project, EntRecord *agreement, const char *day)
{
  g_autoptr (GPtrArray) dues = ent_due_get (project, day_of (day));

  for (guint i = 0; i < dues->len; i++)
    if (((const EntDue *) g_ptr_array_index (dues, i))->record == agreement
        && ((const EntDue *) g_ptr_array_index (dues, i))->rule != ENT_DUE_NEGOTIATION)
      return TRUE;

  return FALSE;
}

static void
test_renewal (void)
{
  g_autoptr (EntStore) store = open_sample_store (folder);
  EntProject *project = ent_store_get_project (store);
  g_autoptr (GError) error = NULL;
  EntRecord *old = ent_project_find (project, &ent_agreement_table, TITLE, &error);
  guint n_agreements = ent_project_count (project, &ent_agreement_table);
  EntAgreement *draft;
  EntId id;

  g_assert_no_error (error);
  g_assert_true (is_on_card (project, old, TODAY));
  id = ent_renewal_create (store, ENT_AGREEMENT (old), day_of (REMIND_ON), &error);
  g_assert_no_error (error);
  draft = ENT_AGREEMENT (ent_project_get (project, id));

  g_assert_cmpstr (draft->title, ==, "Protocole de coopération 2027-…");
  g_assert_cmpstr (ent_record_get_translation (ENT_RECORD (draft), "title", "en"), ==,
                   "Cooperation Protocol 2027-…");
  g_assert_cmpstr (draft->stage, ==, "draft");
  g_assert_cmpstr (draft->kind, ==, "protocol");
  g_assert_null (draft->signed_on);
  g_assert_null (draft->effective);
  g_assert_null (draft->ends);
  g_assert_cmpuint (
      count_children (project, id, &ent_party_table, "agreement", NULL, NULL), ==,
      count_children (project, ent_record_get_id (old), &ent_party_table, "agreement", NULL, NULL));
  g_assert_cmpuint (
      count_children (project, id, &ent_provision_table, "agreement", "kind", "theme"), ==, 3);
  g_assert_cmpuint (
      count_children (project, id, &ent_provision_table, "agreement", "kind", "commitment"), ==, 9);
  g_assert_cmpuint (
      count_children (project, id, &ent_participation_table, "record", "role", "follow_up"), ==, 2);
  g_assert_cmpuint (count_children (project, id, &ent_participation_table, "record", NULL, NULL),
                    ==, 2);
  g_assert_cmpuint (count_children (project, id, &ent_signing_table, "agreement", NULL, NULL), ==,
                    0);
  g_assert_cmpuint (count_children (project, id, &ent_obligation_table, "record", NULL, NULL), ==,
                    0);
  g_assert_cmpuint (count_children (project, id, &ent_link_table, "source", "kind", "renews"), ==,
                    1);
  check_tree (project, id);

  g_assert_cmpstr (ENT_AGREEMENT (old)->stage, ==, "negotiation");
  g_assert_false (is_on_card (project, old, TODAY));
  g_assert_true (is_on_card (project, old, REMIND_ON));

  g_assert_cmpuint (ent_store_count_undo (store), ==, 1);
  g_assert_true (ent_store_undo (store, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ent_project_count (project, &ent_agreement_table), ==, n_agreements);
  g_assert_true (is_on_card (project, old, TODAY));
  ent_store_close (store);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = make_folder ();

  g_test_add_func ("/ui/renewal", test_renewal);
  status = g_test_run ();
  remove_folder (folder);

  return status;
}
