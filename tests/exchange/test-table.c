/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "exchange/ent-csv.h"
#include "exchange/ent-table-plan.h"

static EntCells *
read_cells (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  EntCells *cells = ent_cells_read (bytes, &error);

  g_assert_no_error (error);
  return cells;
}

static EntTablePlan *
plan (EntProject *project, const EntTable *table, const char *const *preset, const char *text)
{
  g_autoptr (EntCells) cells = read_cells (text);
  EntTablePlan *self = ent_table_plan_new (project, table, preset, cells);

  ent_table_plan_start (self);
  while (ent_table_plan_step (self, 2))
    ;
  return self;
}

static EntId
add (EntProject *project, const EntTable *table, EntId id, ...)
{
  g_autoptr (EntRecord) record = ent_record_new (table, id);
  const char *name;
  va_list list;

  va_start (list, id);
  while ((name = va_arg (list, const char *)))
    {
      const EntColumn *column = ent_table_find_column (table, name);
      const char *value = va_arg (list, const char *);
      EntId other;

      if (column->kind == ENT_KIND_REFERENCE && ent_id_parse (value, &other))
        ent_record_set_integer (record, column, other);
      else
        ent_record_set_string (record, column, value);
    }
  va_end (list);
  ent_project_add (project, record);
  return id;
}

static void
assert_states (EntTablePlan *self, const char *states)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < ent_table_plan_get_n_done (self); i++)
    {
      const EntTableRow *row = ent_table_plan_get_row (self, i);

      g_string_append_c (found, "NCKE"[row->state]);
      if (row->message)
        g_test_message ("%u: %s", row->row, row->message);
    }
  g_assert_cmpstr (found->str, ==, states);
}

static const char *
get (EntTablePlan *self, const EntTable *table, guint n, const char *column)
{
  EntImport *import = ent_table_plan_get_import (self);

  for (guint i = 0; i < import->records->len; i++)
    {
      const EntImportRecord *record = g_ptr_array_index (import->records, i);

      if (record->table == table && n-- == 0)
        return ent_import_record_get (record, ent_table_find_column (table, column));
    }

  return NULL;
}

static void
test_people (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntTablePlan) self = NULL;
  g_autofree char *lyon = NULL;

  add (project, &ent_organisation_table, 7, "name", "Lyon", NULL);
  add (project, &ent_alias_table, 8, "record", "0000000000007", "name", "Ville de Lyon", NULL);
  add (project, &ent_person_table, 9, "shown_name", "Jean Martin", "phone", "12", NULL);
  self = plan (project, &ent_person_table, NULL,
               "Nom;Prénom;Institution;Fonction;E-mail;Tél.;Depuis\n"
               "Dupont;Marie;VILLE DE LYON;Adjointe;m@lyon.fr;;mars 2022\n"
               "Martin;Jean;Québec;Maire;;13;3/05/2021\n"
               "Martin;Jean;Québec;Maire;;;\n"
               "Roy;Luc;;;;;pas une date\n"
               "Dupont;Marie;Lyon;Conseillère;;;\n");

  g_assert_true (ent_table_plan_get_has_titles (self));
  assert_states (self, "NCKEC");
  g_assert_cmpstr (get (self, &ent_person_table, 0, "shown_name"), ==, "Marie Dupont");
  g_assert_cmpstr (get (self, &ent_person_table, 0, "email"), ==, "m@lyon.fr");
  lyon = ent_id_to_string (7);
  g_assert_cmpstr (get (self, &ent_mandate_table, 0, "organisation"), ==, lyon);
  g_assert_cmpstr (get (self, &ent_mandate_table, 0, "since"), ==, "2022-03");
  g_assert_cmpstr (get (self, &ent_mandate_table, 1, "since"), ==, "2021-05-03");
  g_assert_cmpstr (get (self, &ent_organisation_table, 0, "name"), ==, "Québec");
  g_assert_null (get (self, &ent_organisation_table, 1, "name"));
  /* What the project says is kept, and told. */
  g_assert_cmpint (ent_table_plan_get_row (self, 1)->column, ==, 5);
  g_assert_nonnull (strstr (ent_table_plan_get_row (self, 1)->message, "12"));
  g_assert_cmpint (ent_table_plan_get_row (self, 3)->column, ==, 6);
}

static void
test_whole_names (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntTablePlan)
      self = plan (project, &ent_person_table, NULL, "Nom,Courriel\nMarie Dupont,m@lyon.fr\n");

  g_assert_cmpstr (ent_table_plan_get_field (self, 0)->name, ==, "shown_name");
  assert_states (self, "N");
}

static void
test_countries (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntTablePlan)
      self = plan (project, &ent_organisation_table, NULL,
                   "Commune\tPays\tType de relation\n"
                   "Lyon\tFrance\tVille cousine\nHué\tViệt Nam\tnetwork\nHUE\tviet nam\t\n");

  assert_states (self, "NNK");
  g_assert_cmpstr (get (self, &ent_organisation_table, 0, "relation_class"), ==, "cousin");
  g_assert_cmpstr (get (self, &ent_place_table, 0, "kind"), ==, "country");
  g_assert_cmpuint (ent_table_plan_count_others (self), ==, 2);
}

static void
test_agreements (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntTablePlan) self = NULL;

  add (project, &ent_organisation_table, 7, "name", "Lyon", NULL);
  add (project, &ent_agreement_table, 8, "title", "Jumelage", "kind", "twinning", NULL);
  add (project, &ent_party_table, 9, "agreement", "0000000000008", "organisation", "0000000000007",
       NULL);
  self = plan (project, &ent_agreement_table, NULL,
               "Titre,Partenaire,Type,Signée le,Fin\n"
               "Jumelage,Lyon,Jumelage,3 mai 2024,31/12/2027\n"
               "Jumelage,Québec,Jumelage,\"May 3, 2024\",2027\n"
               "Pacte,Lyon,,2024,\n");

  assert_states (self, "CNE");
  g_assert_cmpstr (get (self, &ent_agreement_table, 0, "signed"), ==, "2024-05-03");
  g_assert_cmpstr (get (self, &ent_party_table, 0, "tier"), ==, "party");
}

static void
test_guests (void)
{
  static const char *const preset[] = { "record", "0000000000005", "role", "guest", NULL };
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntTablePlan) self = NULL;

  add (project, &ent_event_table, 5, "title", "Fête", "kind", "reception", NULL);
  add (project, &ent_person_table, 6, "shown_name", "Marie Dupont", NULL);
  add (project, &ent_participation_table, 7, "record", "0000000000005", "person", "0000000000006",
       "role", "guest", NULL);
  self = plan (project, &ent_participation_table, preset,
               "Nom,Prénom,Organisation,Fonction,Réponse\n"
               "Dupont,Marie,Lyon,Adjointe,Peut-être\nRoy,Luc,Lyon,,Accepted\n"
               "Roy,Luc,Lyon,,Accepted\n");

  assert_states (self, "ENK");
  g_assert_cmpint (ent_table_plan_get_row (self, 0)->column, ==, 4);
  g_assert_cmpstr (get (self, &ent_participation_table, 0, "position"), ==, "2");
  g_assert_cmpstr (get (self, &ent_participation_table, 0, "role"), ==, "guest");
  g_assert_cmpstr (get (self, &ent_person_table, 0, "family"), ==, "Roy");
}

static void
test_names_that_several_bear (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntTablePlan) self = NULL;

  add (project, &ent_person_table, 6, "shown_name", "Jean Martin", NULL);
  add (project, &ent_person_table, 7, "shown_name", "Jéan MARTIN", NULL);
  self = plan (project, &ent_person_table, NULL, "Nom complet,Tél\nJean Martin,1\nX,2\n");

  assert_states (self, "EN");
  g_assert_nonnull (strstr (ent_table_plan_get_row (self, 0)->message, "Jean Martin"));
}

static void
test_values_of_all (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntTablePlan)
      self = plan (project, &ent_event_table, NULL, "Intitulé,Date\nVisite,3/5/2024\n");
  g_autoptr (GPtrArray) lacking = ent_table_plan_get_lacking (self);

  assert_states (self, "E");
  g_assert_cmpuint (lacking->len, ==, 1);
  g_assert_cmpstr (((EntTableField *) g_ptr_array_index (lacking, 0))->name, ==, "kind");
  g_assert_true (ent_table_plan_set_value (self, "kind", "Visite", NULL));
  while (ent_table_plan_step (self, 1))
    ;
  assert_states (self, "N");
  g_assert_cmpstr (get (self, &ent_event_table, 0, "kind"), ==, "visit");
}

static void
test_no_titles (void)
{
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntTablePlan)
      self = plan (project, &ent_person_table, NULL, "Marie Dupont,m@lyon.fr\nLuc Roy,l@x.be\n");

  g_assert_false (ent_table_plan_get_has_titles (self));
  assert_states (self, "NN");
  g_assert_cmpstr (get (self, &ent_person_table, 1, "email"), ==, "l@x.be");
}

static void
test_guess_type (void)
{
  const struct
  {
    const char *titles;
    const EntTable *table;
  } cases[] = {
    { "Nom;Prénom;Fonction", &ent_person_table },
    { "Commune;Pays", &ent_organisation_table },
    { "Titre;Partenaire;Signée le;Date de fin", &ent_agreement_table },
    { "Activité;Date;Lieu;Participants", &ent_event_table },
    { "foo;bar;baz", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntCells) cells = read_cells (cases[i].titles);

      g_assert_true (ent_table_guess (cells) == cases[i].table);
    }
}

static char *
random_text (GRand *random)
{
  static const char *const pieces[] = { "é", "\"", ",", ";",  "=",     "'", "-",
                                        "@", "a",  "1", " b", "Ville", "\n" };
  GString *text = g_string_new ("x");

  for (int i = g_rand_int_range (random, 0, 8); i > 0; i--)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  g_string_append (text, "x");

  return g_string_free_and_steal (text);
}

/* An export of a list comes into an empty project as the same rows. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (EntProject) project = ent_project_new ();
  g_autoptr (EntProject) empty = ent_project_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autofree char *csv = NULL;
  g_autoptr (EntTablePlan) self = NULL;
  EntImport *import;

  for (EntId id = 1; id <= 300; id++)
    {
      g_autofree char *name = random_text (random);
      g_autofree char *why = random_text (random);
      g_autofree char *above = ent_id_to_string ((EntId) g_rand_int_range (random, 1, 301));

      g_strdelimit (name, "\n", ' ');
      add (project, &ent_organisation_table, id, "name", name, "why", why, "kind",
           id % 2 ? "city" : "region", id % 3 ? "parent" : "level", id % 3 ? above : "municipal",
           NULL);
      ent_record_set_translation (ent_project_get (project, id), "name", "en", why);
      g_ptr_array_add (records, ent_project_get (project, id));
    }
  csv = ent_csv_export (project, &ent_organisation_table, records);
  self = plan (empty, &ent_organisation_table, NULL, csv);

  g_assert_cmpuint (ent_table_plan_count (self, ENT_ROW_NEW), ==, 300);
  import = ent_table_plan_get_import (self);
  g_assert_cmpuint (import->records->len, ==, 300);
  g_assert_true (ent_import_check (import, empty, NULL));
  for (guint i = 0; i < import->records->len; i++)
    {
      const EntImportRecord *record = g_ptr_array_index (import->records, i);
      EntRecord *original = ent_project_get (project, record->id);

      for (guint j = 0; j < ent_organisation_table.n_columns; j++)
        {
          const EntColumn *column = &ent_organisation_table.columns[j];
          g_autofree char *value = ent_record_dup_value (original, column);

          g_assert_cmpstr (ent_import_record_get (record, column), ==, value);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/people", test_people);
  g_test_add_func ("/table/whole-names", test_whole_names);
  g_test_add_func ("/table/countries", test_countries);
  g_test_add_func ("/table/agreements", test_agreements);
  g_test_add_func ("/table/guests", test_guests);
  g_test_add_func ("/table/names-that-several-bear", test_names_that_several_bear);
  g_test_add_func ("/table/values-of-all", test_values_of_all);
  g_test_add_func ("/table/no-titles", test_no_titles);
  g_test_add_func ("/table/guess-type", test_guess_type);
  g_test_add_func ("/table/round-trip", test_round_trip);

  return g_test_run ();
}
