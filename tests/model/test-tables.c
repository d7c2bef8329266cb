/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "base/ent-error.h"
#include "model/ent-types.h"

/* A value every column of a kind takes, as it is written. */
static const char *
sample_value (const EntColumn *column)
{
  switch (column->kind)
    {
    case ENT_KIND_TEXT:
    case ENT_KIND_LONG_TEXT:
      return column->flags & ENT_COLUMN_TIME   ? "09:30"
             : column->flags & ENT_COLUMN_ZONE ? "Asia/Bangkok"
                                               : "Hué";
    case ENT_KIND_CHOICE:
      return column->choices[0].value;
    case ENT_KIND_DATE:
      return "2024-05-24";
    case ENT_KIND_DECIMAL:
    case ENT_KIND_MONEY:
      return "1250.5";
    case ENT_KIND_INTEGER:
      return "35";
    case ENT_KIND_REAL:
      return "50.5";
    case ENT_KIND_REFERENCE:
      return "0000000000017";
    case ENT_KIND_FLAG:
      return "true";
    }

  g_assert_not_reached ();
}

static void
put (EntRecord *record, const EntColumn *column, const char *canonical)
{
  EntId id;

  switch (column->kind)
    {
    case ENT_KIND_INTEGER:
      ent_record_set_integer (record, column, g_ascii_strtoll (canonical, NULL, 10));
      break;
    case ENT_KIND_FLAG:
      ent_record_set_integer (record, column, g_str_equal (canonical, "true"));
      break;
    case ENT_KIND_REFERENCE:
      g_assert_true (ent_id_parse (canonical, &id));
      ent_record_set_integer (record, column, id);
      break;
    case ENT_KIND_REAL:
      ent_record_set_real (record, column, g_ascii_strtod (canonical, NULL));
      break;
    case ENT_KIND_TEXT:
    case ENT_KIND_LONG_TEXT:
    case ENT_KIND_CHOICE:
    case ENT_KIND_DATE:
    case ENT_KIND_DECIMAL:
    case ENT_KIND_MONEY:
      ent_record_set_string (record, column, canonical);
      break;
    }
}

static void
test_names (void)
{
  g_autoptr (GHashTable) types = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      g_autoptr (GHashTable) columns = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_true (g_hash_table_add (types, (gpointer) tables[i]->name));
      g_assert_true (ent_table_find (tables[i]->name) == tables[i]);
      g_assert_cmpuint (tables[i]->n_columns, >, 0);
      for (guint j = 0; j < tables[i]->n_columns; j++)
        {
          const EntColumn *column = &tables[i]->columns[j];

          g_assert_true (g_hash_table_add (columns, (gpointer) column->name));
          g_assert_true (ent_table_find_column (tables[i], column->name) == column);
          g_assert_cmpint (column->kind == ENT_KIND_CHOICE, ==, column->choices != NULL);
          g_assert_cmpint (column->kind == ENT_KIND_REFERENCE, ==, column->target != NULL);
          if (column->target && !g_str_equal (column->target, "record"))
            g_assert_nonnull (ent_table_find (column->target));
        }
    }
}

static void
test_values (void)
{
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      EntRecord *record = ent_record_new (tables[i], 7);

      for (guint j = 0; j < tables[i]->n_columns; j++)
        {
          const EntColumn *column = &tables[i]->columns[j];
          g_autofree char *canonical = NULL;
          g_autofree char *back = NULL;
          g_autoptr (GError) error = NULL;

          g_assert_false (ent_record_has_value (record, column));
          g_assert_null (ent_record_dup_value (record, column));
          g_assert_true (
              ent_column_parse (column, sample_value (column), &canonical, &error));
          g_assert_no_error (error);
          put (record, column, canonical);
          back = ent_record_dup_value (record, column);
          g_assert_cmpstr (back, ==, canonical);
          ent_record_set_unknown (record, column);
          g_assert_false (ent_record_has_value (record, column));
          put (record, column, canonical);
        }
      g_assert_finalize_object (record);
    }
}

static void
test_properties (void)
{
  g_autoptr (EntRecord) record = ent_record_new (&ent_event_table, 7);
  g_autofree char *title = NULL;
  g_autoptr (EntRecord) place = ent_record_new (&ent_place_table, 8);
  gint64 headcount = 0;

  ent_record_set_string (record, ent_table_find_column (&ent_event_table, "title"), "CivCom");
  g_object_get (record, "title", &title, "headcount", &headcount, NULL);
  g_assert_cmpstr (title, ==, "CivCom");
  g_assert_cmpint (headcount, ==, ENT_INTEGER_NONE);
  g_assert_true (isnan (ent_record_get_real (
      place,
      ent_table_find_column (&ent_place_table, "lat"))));
}

typedef struct
{
  const EntTable *table;
  const char *column;
  const char *typed;
  const char *canonical; /* NULL: refused */
  int code;
} ParseCase;

static const ParseCase parse_cases[] = {
  { &ent_agreement_table, "title", "  ", NULL, ENT_ERROR_CONSTRAINT },
  { &ent_agreement_table, "kind", "twinning", "twinning", 0 },
  { &ent_agreement_table, "kind", "marriage", NULL, ENT_ERROR_INVALID_VALUE },
  { &ent_agreement_table, "signed", "24 mai 2024", "2024-05-24", 0 },
  { &ent_agreement_table, "signed", "sometime", NULL, ENT_ERROR_INVALID_VALUE },
  { &ent_agreement_table, "reciprocal", "oui", "true", 0 },
  { &ent_agreement_table, "reciprocal", "perhaps", NULL, ENT_ERROR_INVALID_VALUE },
  { &ent_agreement_table, "title", "two\nlines", "two lines", 0 },
  { &ent_event_table, "headcount", "35", "35", 0 },
  { &ent_event_table, "headcount", "35.5", NULL, ENT_ERROR_INVALID_VALUE },
  { &ent_event_table, "headcount", "-3", NULL, ENT_ERROR_INVALID_VALUE },
  { &ent_event_table, "start", "9h30", "09:30", 0 },
  { &ent_event_table, "start", "9 h 05", "09:05", 0 },
  { &ent_event_table, "start", "14:00", "14:00", 0 },
  { &ent_event_table, "start", "8h", "08:00", 0 },
  { &ent_event_table, "start", "25:00", NULL, ENT_ERROR_INVALID_VALUE },
  { &ent_event_table, "start", "9:60", NULL, ENT_ERROR_INVALID_VALUE },
  { &ent_event_table, "start", "14:00x", NULL, ENT_ERROR_INVALID_VALUE },
  { &ent_event_table, "start", "noon", NULL, ENT_ERROR_INVALID_VALUE },
  { &ent_event_table, "place", "nowhere", NULL, ENT_ERROR_INVALID_VALUE },
  { &ent_place_table, "lat", "50,4674", "50.4674", 0 },
  { &ent_place_table, "lat", "50.467", "50.467", 0 },
  { &ent_place_table, "lat", "north", NULL, ENT_ERROR_INVALID_VALUE },
  { &ent_subsidy_table, "amount", "12 500,50", "12500.5", 0 },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      const ParseCase *row = &parse_cases[i];
      const EntColumn *column = ent_table_find_column (row->table, row->column);
      g_autofree char *canonical = NULL;
      g_autoptr (GError) error = NULL;
      gboolean taken = ent_column_parse (column, row->typed, &canonical, &error);

      g_test_message ("%s = “%s”", row->column, row->typed);
      g_assert_cmpint (taken, ==, row->canonical != NULL);
      if (taken && column->kind == ENT_KIND_REAL)
        g_assert_cmpfloat_with_epsilon (g_ascii_strtod (canonical, NULL),
                                        g_ascii_strtod (row->canonical, NULL), 1e-9);
      else
        g_assert_cmpstr (canonical, ==, row->canonical);
      if (!taken)
        g_assert_error (error, ENT_ERROR, row->code);
    }
}

static void
test_languages (void)
{
  g_autoptr (EntRecord) record = ent_record_new (&ent_agreement_table, 7);
  const EntColumn *title = ent_table_find_column (&ent_agreement_table, "title");
  g_autoptr (GPtrArray) translations = NULL;
  const char *found = NULL;

  ent_record_set_string (record, title, "Protocole");
  g_assert_cmpstr (ent_record_get_text (record, title, "en", &found), ==, "Protocole");
  g_assert_cmpstr (found, ==, "");

  ent_record_set_translation (record, "title", "en", "Protocol");
  g_assert_cmpstr (ent_record_get_text (record, title, "en", &found), ==, "Protocol");
  g_assert_null (found);
  g_assert_cmpstr (ent_record_get_text (record, title, NULL, NULL), ==, "Protocole");

  translations = ent_record_dup_translations (record);
  g_assert_cmpuint (translations->len, ==, 1);
  ent_record_set_translation (record, "title", "en", NULL);
  g_assert_null (ent_record_get_translation (record, "title", "en"));
}

static void
test_tags (void)
{
  g_autoptr (EntRecord) record = ent_record_new (&ent_agreement_table, 7);
  const EntTag *tags;
  guint n_tags;

  ent_record_set_tag (record, 30, 2);
  ent_record_set_tag (record, 10, 0);
  ent_record_set_tag (record, 30, 1);
  tags = ent_record_get_tags (record, &n_tags);
  g_assert_cmpuint (n_tags, ==, 2);
  g_assert_cmpint (tags[0].term, ==, 10);
  g_assert_cmpint (tags[1].weight, ==, 1);
  ent_record_clear_tag (record, 10);
  ent_record_get_tags (record, &n_tags);
  g_assert_cmpuint (n_tags, ==, 1);
}

/* Every kind has its fields, which are columns that the type does not require anyway. */
static void
test_kind_fields (void)
{
  guint n_tables;
  const EntTable *const *tables = ent_tables_get (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);
      const EntColumn *kind = ent_table_find_column (tables[i], "kind");
      const EntKindFields *fields = tables[i]->kind_fields;

      if (!fields)
        continue;
      for (; fields->kind; fields++)
        {
          g_assert_nonnull (ent_column_find_choice (kind, fields->kind));
          g_assert_true (g_hash_table_add (kinds, (gpointer) fields->kind));
          for (guint j = 0; j < ENT_MAX_KIND_FIELDS && fields->columns[j]; j++)
            {
              const EntColumn *column = ent_table_find_column (tables[i], fields->columns[j]);

              g_assert_nonnull (column);
              g_assert_cmpuint (column->flags & (ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER), ==, 0);
              g_assert_true (ent_table_asks (tables[i], fields->kind, column));
            }
        }
      for (const EntChoice *choice = kind->choices; choice->value; choice++)
        g_assert_true (g_hash_table_contains (kinds, choice->value));
    }
}

static void
test_outcome_fields (void)
{
  EntRecord *outcome = ent_record_new (&ent_outcome_table, 7);
  const EntColumn *kind = ent_table_find_column (&ent_outcome_table, "kind");
  const EntColumn *title = ent_table_find_column (&ent_outcome_table, "title");
  const EntColumn *due = ent_table_find_column (&ent_outcome_table, "due");
  const EntColumn *honoured = ent_table_find_column (&ent_outcome_table, "honoured");

  g_assert_true (ent_record_shows (outcome, title));
  g_assert_false (ent_record_shows (outcome, due));
  put (outcome, kind, "follow_up");
  g_assert_true (ent_record_shows (outcome, due));
  g_assert_false (ent_record_shows (outcome, honoured));

  /* What is filled stays in sight, whatever the kind. */
  put (outcome, due, "2026-11");
  put (outcome, kind, "honour");
  g_assert_true (ent_record_shows (outcome, honoured));
  g_assert_true (ent_record_shows (outcome, due));

  g_object_unref (outcome);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/tables/names", test_names);
  g_test_add_func ("/model/tables/values", test_values);
  g_test_add_func ("/model/tables/properties", test_properties);
  g_test_add_func ("/model/tables/parse", test_parse);
  g_test_add_func ("/model/tables/languages", test_languages);
  g_test_add_func ("/model/tables/tags", test_tags);
  g_test_add_func ("/model/tables/kind-fields", test_kind_fields);
  g_test_add_func ("/model/tables/outcome-fields", test_outcome_fields);
  return g_test_run ();
}
