/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a text says, held against the sample: which agreement it completes, what of it is there
 * already, and all that is accepted as one step that can be undone. */

#include <string.h>

#include "base/ent-date.h"
#include "exchange/ent-json.h"
#include "reader/ent-review.h"
#include "store/ent-store.h"
#include "sample-copy.h"

#define TITLE "Protocole de collaboration 2024-2029"

/* A page of the web on an agreement that the sample knows, and on something else below. */
#define NEWS                                                                                       \
  "Hué et Namur renouvellent leur coopération\n\n"                                                 \
  "Le premier accord de coopération entre les villes de Hué (Vietnam) et Namur (Belgique) avait "  \
  "été conclu en 2010 à Lausanne. C’est de nouveau à Lausanne que les deux villes viennent de "    \
  "signer un Protocole de coopération pour la période 2024-2029.\n\n"                              \
  "M. Le Nhat Vo, Président du Comité population de Hué, et M. Maxime Prévot, "                    \
  "Député-Bourgmestre de Namur, ont signé le Protocole de coopération 2024-2029 vendredi 24 mai "  \
  "2024.\n\n"                                                                                      \
  "Par ce Protocole de coopération 2024-2029, la Ville de Hué et la Ville de Namur ont convenu "   \
  "de développer leur coopération en priorité dans les domaines suivants :\n\n"                    \
  "  • La transition numérique, vers une ville intelligente et durable ;\n"                        \
  "  • Les échanges culturels et la gestion du patrimoine historique ;\n"                          \
  "  • L’aménagement des espaces verts.\n\n"                                                       \
  "Ces articles pourraient vous intéresser\n\n"                                                    \
  "Le ministre djiboutien de la Décentralisation a signé à Tripoli, du 16 au 20 novembre 2024, "   \
  "un accord de coopération avec la Libye.\n"

#define UNKNOWN                                                                                    \
  "CONVENTION DE PARTENARIAT 2025-2027\n\n"                                                        \
  "Entre la Ville de Burggen (Allemagne), représentée par son bourgmestre, et la Ville de Namur "  \
  "(Belgique), représentée par son bourgmestre,\n\n"                                               \
  "Il est convenu de développer la coopération dans les domaines suivants :\n\n"                   \
  "I. La forêt et le bois\nII. Les échanges de jeunes\n\n"                                         \
  "I. La forêt et le bois\n\n"                                                                     \
  "Les parties s'engagent à :\n\n"                                                                 \
  "• Échanger chaque printemps des plants d'arbres ;\n"                                            \
  "• Former les gardes forestiers des deux villes.\n\n"                                            \
  "Mme Anna Huber, bourgmestre de Burggen, et M. Jean Durbuy, échevin de Namur, ont signé la "     \
  "convention.\n\n"                                                                                \
  "Fait à Burggen, le 3 mars 2025, en deux exemplaires originaux, en français et en allemand.\n"

static char *folder;

static EntId
find (EntStore *store, const char *title)
{
  EntRecord *record = ent_project_find (ent_store_get_project (store), &ent_agreement_table, title,
                                        NULL);

  g_assert_nonnull (record);
  return ent_record_get_id (record);
}

static const EntReviewItem *
find_item (EntReview *review, EntReadingField field, guint n, guint *index)
{
  for (guint i = 0; i < ent_review_get_n_items (review); i++)
    {
      const EntReviewItem *item = ent_review_get_item (review, i);

      if (item->proposal->field != field || n-- > 0)
        continue;
      if (index)
        *index = i;
      return item;
    }

  return NULL;
}

static void
assert_state (EntReview *review, EntReadingField field, guint n, EntReviewState state)
{
  const EntReviewItem *item = find_item (review, field, n, NULL);

  g_assert_nonnull (item);
  g_test_message ("%u: %s", field, item->proposal->value);
  g_assert_cmpint (item->state, ==, state);
}

/* All that is accepted, as one step. */
static EntId
apply (EntStore *store, EntReview *review, const char *text)
{
  g_autoptr (EntImport) import = ent_import_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  EntReviewSource source = { "Page", "page.txt", "web", "press", sha256, bytes };
  EntProject *project = ent_store_get_project (store);
  g_autoptr (GError) error = NULL;
  EntId document = ent_review_add_source (import, project, &source);
  EntId agreement = ent_review_fill (review, import, document, source.role);

  ent_import_check (import, project, &error);
  g_assert_no_error (error);
  ent_store_import (store, import, "page.txt", FALSE, &error);
  g_assert_no_error (error);

  return agreement;
}

static char *
dup_json (EntStore *store)
{
  return ent_json_export_project (ent_store_get_project (store), NULL, NULL);
}

static guint
count (EntStore *store, EntId id, const EntTable *table, const char *column)
{
  g_autoptr (GPtrArray)
      children = ent_project_get_children (ent_store_get_project (store), id, table, column);

  return children->len;
}

static const char *
get (EntStore *store, EntId id, const char *column)
{
  EntRecord *record = ent_project_get (ent_store_get_project (store), id);
  const EntColumn *found = ent_table_find_column (ent_record_get_table (record), column);
  EntDate *date = found->kind == ENT_KIND_DATE ? ent_record_get_date (record, found) : NULL;

  return found->kind == ENT_KIND_DATE ? (date ? ent_date_get_text (date) : NULL)
                                      : ent_record_get_string (record, found);
}

static void
delete_children (EntStore *store, EntId id, const EntTable *table, const char *column)
{
  g_autoptr (GPtrArray)
      children = ent_project_get_children (ent_store_get_project (store), id, table, column);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EntId));

  for (guint i = 0; i < children->len; i++)
    {
      EntId child = ent_record_get_id (g_ptr_array_index (children, i));

      g_array_append_val (ids, child);
    }
  for (guint i = 0; i < ids->len; i++)
    {
      EntId child = g_array_index (ids, EntId, i);

      if (ent_project_get (ent_store_get_project (store), child))
        g_assert_true (ent_store_delete (store, child, NULL, NULL));
    }
}

/* Of a page on a known agreement all is there but the wordings that differ. */
static void
test_known (void)
{
  g_autoptr (EntStore) store = open_sample_store (folder);
  g_autoptr (EntDocumentReading) reading = ent_document_reading_new (NEWS, -1);
  g_autoptr (EntReview)
      review = ent_review_new (ent_store_get_project (store), reading->agreements->pdata[0], NEWS);
  g_autofree char *before = dup_json (store);
  g_autofree char *after = NULL;
  EntId id = find (store, TITLE);
  guint n_citations = count (store, id, &ent_citation_table, "record");
  guint n_agreements = ent_project_count (ent_store_get_project (store), &ent_agreement_table);

  g_assert_cmpuint (reading->agreements->len, ==, 1);
  g_assert_true (g_str_has_prefix (NEWS + reading->end, "Ces articles"));
  g_assert_cmpint (ent_review_get_target (review), ==, id);
  assert_state (review, ENT_READING_SIGNED_ON, 0, ENT_REVIEW_SAME);
  assert_state (review, ENT_READING_SIGNED_AT, 0, ENT_REVIEW_SAME);
  assert_state (review, ENT_READING_VALID_FROM, 0, ENT_REVIEW_SAME);
  assert_state (review, ENT_READING_VALID_TO, 0, ENT_REVIEW_SAME);
  assert_state (review, ENT_READING_RENEWS, 0, ENT_REVIEW_SAME);
  assert_state (review, ENT_READING_PARTY, 0, ENT_REVIEW_SAME);
  assert_state (review, ENT_READING_PARTY, 1, ENT_REVIEW_SAME);
  assert_state (review, ENT_READING_THEME, 0, ENT_REVIEW_DIFFERS);
  assert_state (review, ENT_READING_THEME, 1, ENT_REVIEW_SAME);
  assert_state (review, ENT_READING_THEME, 2, ENT_REVIEW_SAME);
  assert_state (review, ENT_READING_SIGNATORY, 0, ENT_REVIEW_DIFFERS);
  assert_state (review, ENT_READING_SIGNATORY, 1, ENT_REVIEW_SAME);
  assert_state (review, ENT_READING_TITLE, 0, ENT_REVIEW_DIFFERS);
  g_assert_cmpint (find_item (review, ENT_READING_TITLE, 0, NULL)->choice, ==, ENT_REVIEW_VARIANT);
  g_assert_cmpuint (ent_review_count (review, ENT_REVIEW_NEW), ==, 0);

  g_assert_cmpint (apply (store, review, NEWS), ==, id);
  g_assert_cmpstr (get (store, id, "title"), ==, TITLE);
  g_assert_cmpuint (count (store, id, &ent_citation_table, "record"), ==, n_citations + 1);
  g_assert_cmpuint (ent_project_count (ent_store_get_project (store), &ent_agreement_table), ==,
                    n_agreements);
  g_assert_true (ent_store_undo (store, NULL));
  after = dup_json (store);
  g_assert_cmpstr (after, ==, before);
  ent_store_close (store);
}

/* What the record lacks is completed, and nothing of the other article comes along. */
static void
test_completes (void)
{
  g_autoptr (EntStore) store = open_sample_store (folder);
  g_autoptr (EntDocumentReading) reading = ent_document_reading_new (NEWS, -1);
  EntProject *project = ent_store_get_project (store);
  EntId id = find (store, TITLE);
  g_autoptr (EntReview) review = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char *const cleared[] = { "signed", "effective" };

  delete_children (store, id, &ent_provision_table, "agreement");
  delete_children (store, id, &ent_signing_table, "agreement");
  delete_children (store, id, &ent_link_table, "source");
  for (guint i = 0; i < G_N_ELEMENTS (cleared); i++)
    g_assert_true (ent_store_set_field (
        store, id, ent_table_find_column (&ent_agreement_table, cleared[i]), NULL, NULL));
  before = dup_json (store);
  review = ent_review_new (project, reading->agreements->pdata[0], NEWS);
  g_assert_cmpint (ent_review_get_target (review), ==, id);

  apply (store, review, NEWS);
  g_assert_cmpstr (get (store, id, "signed"), ==, "2024-05-24");
  g_assert_cmpstr (get (store, id, "effective"), ==, "2024");
  g_assert_cmpuint (count (store, id, &ent_provision_table, "agreement"), ==, 3);
  g_assert_cmpuint (count (store, id, &ent_party_table, "agreement"), ==, 2);
  {
    g_autoptr (GPtrArray)
        signings = ent_project_get_children (project, id, &ent_signing_table, "agreement");
    g_autoptr (GPtrArray) links = ent_project_get_children (project, id, &ent_link_table, "source");
    EntSigning *signing = g_ptr_array_index (signings, 0);
    g_autofree char *place = ent_project_dup_title (project, signing->place, "fr");
    g_autofree char *renewed = ent_project_dup_title (
        project, ENT_LINK (g_ptr_array_index (links, 0))->target, "fr");
    g_autoptr (GPtrArray) people = ent_project_get_children (
        project, ent_record_get_id (ENT_RECORD (signing)), &ent_signatory_table, "signing");

    g_assert_cmpuint (signings->len, ==, 1);
    g_assert_cmpstr (place, ==, "Lausanne");
    g_assert_cmpstr (renewed, ==, "Accord de coopération 2010");
    g_assert_cmpuint (people->len, ==, 2);
    g_assert_cmpint (ENT_SIGNATORY (g_ptr_array_index (people, 0))->party, !=, ENT_ID_NONE);
  }
  after = dup_json (store);
  g_assert_null (strstr (after, "djiboutien"));
  g_assert_true (ent_store_undo (store, NULL));
  g_clear_pointer (&after, g_free);
  after = dup_json (store);
  g_assert_cmpstr (after, ==, before);
  ent_store_close (store);
}

static void
test_unknown (void)
{
  g_autoptr (EntStore) store = open_sample_store (folder);
  g_autoptr (EntDocumentReading) reading = ent_document_reading_new (UNKNOWN, -1);
  EntProject *project = ent_store_get_project (store);
  g_autoptr (EntReview) review = ent_review_new (project, reading->agreements->pdata[0], UNKNOWN);
  guint n_organisations = ent_project_count (project, &ent_organisation_table);
  EntId id;

  g_assert_cmpint (ent_review_get_target (review), ==, ENT_ID_NONE);
  id = apply (store, review, UNKNOWN);
  g_assert_cmpstr (get (store, id, "kind"), ==, "convention");
  g_assert_cmpstr (get (store, id, "ends"), ==, "2027");
  g_assert_cmpuint (count (store, id, &ent_party_table, "agreement"), ==, 2);
  g_assert_cmpuint (count (store, id, &ent_copy_table, "agreement"), ==, 2);
  g_assert_cmpuint (count (store, id, &ent_attachment_table, "record"), ==, 1);
  g_assert_cmpuint (ent_project_count (project, &ent_organisation_table), ==, n_organisations + 1);
  {
    g_autoptr (GPtrArray)
        provisions = ent_project_get_children (project, id, &ent_provision_table, "agreement");
    guint n_under = 0;

    for (guint i = 0; i < provisions->len; i++)
      n_under += ENT_PROVISION (g_ptr_array_index (provisions, i))->parent != ENT_ID_NONE ? 1 : 0;
    g_assert_cmpuint (provisions->len, ==, 4);
    g_assert_cmpuint (n_under, ==, 2);
  }
  g_assert_true (ent_store_undo (store, NULL));
  g_assert_null (ent_project_get (project, id));
  ent_store_close (store);
}

/* Several agreements of one text are one step, and what they share is made once. */
static void
test_several (void)
{
  g_autoptr (EntStore) store = open_sample_store (folder);
  g_autoptr (EntDocumentReading) reading = ent_document_reading_new (UNKNOWN, -1);
  EntProject *project = ent_store_get_project (store);
  g_autoptr (EntImport) import = ent_import_new ();
  guint n_organisations = ent_project_count (project, &ent_organisation_table);
  guint n_agreements = ent_project_count (project, &ent_agreement_table);
  EntReviewSource source = { "Page", "page.txt", "web", "press", "00", NULL };
  EntId document = ent_review_add_source (import, project, &source);
  g_autofree char *before = dup_json (store);
  g_autofree char *after = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (EntReview)
          review = ent_review_new (project, reading->agreements->pdata[0], UNKNOWN);

      ent_review_fill (review, import, document, NULL);
    }
  g_assert_true (ent_import_check (import, project, NULL));
  g_assert_true (ent_store_import (store, import, "page.txt", FALSE, NULL));
  g_assert_cmpuint (ent_project_count (project, &ent_organisation_table), ==, n_organisations + 1);
  g_assert_cmpuint (ent_project_count (project, &ent_agreement_table), ==, n_agreements + 2);
  g_assert_true (ent_store_undo (store, NULL));
  after = dup_json (store);
  g_assert_cmpstr (after, ==, before);
  ent_store_close (store);
}

/* A name with a slip is no other person before the officer says so. */
static void
test_like (void)
{
  static const char text[] =
      "M. Le Nhat Vo, Président du Comité de Hué, et M. Maxim Prévot, Bourgmestre de Namur, ont "
      "signé le Protocole de coopération 2024-2029 entre la Ville de Hué et la Ville de Namur le "
      "24 mai 2024 à Lausanne.\n";
  g_autoptr (EntStore) store = open_sample_store (folder);
  g_autoptr (EntDocumentReading) reading = ent_document_reading_new (text, -1);
  g_autoptr (EntReview)
      review = ent_review_new (ent_store_get_project (store), reading->agreements->pdata[0], text);
  guint i = 0;
  const EntReviewItem *item = find_item (review, ENT_READING_SIGNATORY, 1, &i);

  g_assert_nonnull (item);
  g_assert_cmpint (item->known, ==, ENT_ID_NONE);
  g_assert_cmpuint (item->candidates->len, ==, 1);
  g_assert_cmpint (item->choice, ==, ENT_REVIEW_LEAVE);
  ent_review_set_known (review, i, g_array_index (item->candidates, EntId, 0));
  g_assert_cmpint (item->state, ==, ENT_REVIEW_DIFFERS);
  /* Another agreement of the same parties may be meant, too. */
  g_assert_cmpuint (ent_review_get_targets (review)->len, ==, 2);
  ent_store_close (store);
}

static void
test_choices (void)
{
  g_autoptr (EntStore) store = open_sample_store (folder);
  g_autoptr (EntDocumentReading) reading = ent_document_reading_new (NEWS, -1);
  g_autoptr (EntReview)
      review = ent_review_new (ent_store_get_project (store), reading->agreements->pdata[0], NEWS);
  EntId id = find (store, TITLE);
  guint title = 0, person = 0;

  find_item (review, ENT_READING_TITLE, 0, &title);
  ent_review_set_choice (review, title, ENT_REVIEW_TAKE);
  find_item (review, ENT_READING_SIGNATORY, 1, &person);
  ent_review_set_known (review, person, ENT_ID_NONE);
  g_assert_cmpint (ent_review_get_item (review, person)->state, ==, ENT_REVIEW_NEW);
  ent_review_set_choice (review, person, ENT_REVIEW_LEAVE);
  apply (store, review, NEWS);
  g_assert_cmpstr (get (store, id, "title"), ==, "Protocole de coopération");
  g_assert_true (ent_store_undo (store, NULL));

  ent_review_set_target (review, ENT_ID_NONE);
  g_assert_cmpuint (ent_review_count (review, ENT_REVIEW_SAME), ==, 0);
  g_assert_cmpint (apply (store, review, NEWS), !=, id);
  ent_store_close (store);
}

static void
test_empty (void)
{
  const char *const texts[] = { "", " \n\n ", "Le marché de Noël ouvre samedi à dix heures." };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (EntDocumentReading) reading = ent_document_reading_new (texts[i], -1);

      g_assert_true (ent_agreement_reading_is_empty (reading->agreements->pdata[0]));
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = make_folder ();
  g_test_add_func ("/reader/review/known", test_known);
  g_test_add_func ("/reader/review/completes", test_completes);
  g_test_add_func ("/reader/review/unknown", test_unknown);
  g_test_add_func ("/reader/review/several", test_several);
  g_test_add_func ("/reader/review/like", test_like);
  g_test_add_func ("/reader/review/choices", test_choices);
  g_test_add_func ("/reader/review/empty", test_empty);
  result = g_test_run ();
  remove_folder (folder);

  return result;
}
