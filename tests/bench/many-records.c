/* SPDX-License-Identifier: GPL-3.0-or-later */

/* many-records FILE N: writes a project of about N records in the shares that an office has:
 * of ten, one is an agreement and one its signature, over 60 years. The same N gives the same
 * project. All names are made up of syllables and mean nobody. */

#include <stdlib.h>

#include "store/ent-store.h"

#define SEED 20241122
/* 1 January 1966. */
#define FIRST_DAY 717702
#define DAYS (60 * 365)

typedef struct
{
  EntAction *action;
  GRand *rand;
  GArray *countries, *places, *organisations, *people, *agreements, *events;
} Maker;

static void
check (gboolean good, const char *what, GError **error)
{
  if (!good)
    g_error ("%s: %s", what, *error != NULL ? (*error)->message : "failed");
}

static const char *
pick_word (Maker *maker, const char *const *words, guint n_words)
{
  return words[g_rand_int_range (maker->rand, 0, (int) n_words)];
}

static char *
dup_name (Maker *maker)
{
  static const char *const syllables[] = { "ba", "ré",  "mon", "té", "lis", "or", "dan",
                                           "vi", "sul", "ché", "pa", "ger", "œu", "na" };
  GString *name = g_string_new (NULL);
  int n = g_rand_int_range (maker->rand, 2, 5);

  for (int i = 0; i < n; i++)
    g_string_append (name, pick_word (maker, syllables, G_N_ELEMENTS (syllables)));
  name->str[0] = g_ascii_toupper (name->str[0]);

  return g_string_free_and_steal (name);
}

static char *
dup_day (Maker *maker, int from, int to)
{
  return ent_day_to_iso (FIRST_DAY + g_rand_int_range (maker->rand, from, to));
}

/* A record and pairs of column and value, up to a NULL. */
static EntId G_GNUC_NULL_TERMINATED
add (Maker *maker, const EntTable *table, ...)
{
  g_autoptr (GError) error = NULL;
  EntId id = ent_action_add (maker->action, table, ENT_ID_NONE, &error);
  const char *name;
  va_list args;

  check (id != ENT_ID_NONE, "add", &error);
  va_start (args, table);
  while ((name = va_arg (args, const char *)))
    {
      const char *value = va_arg (args, const char *);

      if (value)
        check (
            ent_action_set (maker->action, id, ent_table_find_column (table, name), value, &error),
            name, &error);
    }
  va_end (args);

  return id;
}

static char *
dup_any (Maker *maker, GArray *ids)
{
  guint i = (guint) g_rand_int_range (maker->rand, 0, (int) ids->len);

  return ent_id_to_string (g_array_index (ids, EntId, i));
}

static void
take (GArray *ids, EntId id)
{
  g_array_append_val (ids, id);
}

static void
add_places (Maker *maker, guint n)
{
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = dup_name (maker);

      take (maker->countries, add (maker, &ent_place_table, "name", name, "kind", "country", NULL));
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = dup_name (maker);
      g_autofree char *country = dup_any (maker, maker->countries);

      take (maker->places,
            add (maker, &ent_place_table, "name", name, "kind", "city", "parent", country, NULL));
    }
}

static void
add_partners (Maker *maker, guint n_organisations, guint n_people)
{
  for (guint i = 0; i < n_organisations; i++)
    {
      g_autofree char *name = dup_name (maker);
      g_autofree char *place = dup_any (maker, maker->places);

      take (maker->organisations, add (maker, &ent_organisation_table, "name", name, "kind", "city",
                                       "place", place, NULL));
    }
  for (guint i = 0; i < n_people; i++)
    {
      g_autofree char *family = dup_name (maker);
      g_autofree char *given = dup_name (maker);
      g_autofree char *shown = g_strdup_printf ("%s %s", given, family);
      g_autofree char *place = dup_any (maker, maker->organisations);
      EntId id = add (maker, &ent_person_table, "family", family, "given", given, "shown_name",
                      shown, NULL);
      g_autofree char *person = ent_id_to_string (id);

      take (maker->people, id);
      if (i % 2 == 0)
        add (maker, &ent_mandate_table, "person", person, "organisation", place, "function",
             "Bourgmestre", NULL);
    }
}

static void
add_agreement (Maker *maker, guint i, const char *home)
{
  static const char *const kinds[] = { "twinning", "protocol", "mou", "convention", "accord" };
  static const char *const terms[] = { NULL, NULL, "open", "tacit" };
  g_autofree char *name = dup_name (maker);
  g_autofree char *title = g_strdup_printf ("Protocole de coopération %s %u", name, i);
  int day = g_rand_int_range (maker->rand, 0, DAYS);
  g_autofree char *signed_on = ent_day_to_iso (FIRST_DAY + day);
  g_autofree char *effective = ent_day_to_iso (FIRST_DAY + day + (int) (i % 60));
  g_autofree char *ends = i % 4 == 3 ? NULL : dup_day (maker, day + 365, day + 3000);
  g_autofree char *partner = dup_any (maker, maker->organisations);
  g_autofree char *place = dup_any (maker, maker->places);
  g_autofree char *person = dup_any (maker, maker->people);
  EntId id = add (maker, &ent_agreement_table, "title", title, "kind",
                  pick_word (maker, kinds, G_N_ELEMENTS (kinds)), "signed", signed_on, "effective",
                  effective, "ends", ends, "term_kind",
                  ends ? NULL : pick_word (maker, terms, G_N_ELEMENTS (terms)), NULL);
  g_autofree char *agreement = ent_id_to_string (id);
  g_autofree char *signing = NULL;

  add (maker, &ent_party_table, "agreement", agreement, "organisation", home, NULL);
  add (maker, &ent_party_table, "agreement", agreement, "organisation", partner, NULL);
  signing = ent_id_to_string (add (maker, &ent_signing_table, "agreement", agreement, "date",
                                   signed_on, "place", place, NULL));
  add (maker, &ent_signatory_table, "signing", signing, "person", person, "function", "Bourgmestre",
       NULL);
  if (maker->agreements->len > 0 && i % 3 == 0)
    {
      g_autofree char *older = dup_any (maker, maker->agreements);

      add (maker, &ent_link_table, "source", agreement, "target", older, "kind", "renews", NULL);
    }
  take (maker->agreements, id);
}

static void
add_event (Maker *maker, guint i)
{
  static const char *const kinds[] = { "mission", "delegation", "ceremony", "meeting" };
  static const char *const states[] = { "held", "held", "held", "planned" };
  g_autofree char *name = dup_name (maker);
  g_autofree char *title = g_strdup_printf ("Visite à %s %u", name, i);
  g_autofree char *when = dup_day (maker, 0, DAYS + 365);
  g_autofree char *place = dup_any (maker, maker->places);
  g_autofree char *person = dup_any (maker, maker->people);
  g_autofree char *organisation = dup_any (maker, maker->organisations);
  g_autofree char *event = NULL;
  EntId id;

  id = add (maker, &ent_event_table, "title", title, "kind",
            pick_word (maker, kinds, G_N_ELEMENTS (kinds)), "when", when, "state",
            pick_word (maker, states, G_N_ELEMENTS (states)), "place", place, NULL);
  event = ent_id_to_string (id);
  add (maker, &ent_participation_table, "record", event, "person", person, "organisation",
       organisation, "role", "participant", NULL);
  take (maker->events, id);
}

/* Some agreements have themes, each with a commitment that an event serves and, of some, an
 * indicator with its values. */
static void
add_theme (Maker *maker, guint i, const char *agreement)
{
  static const char *const filters[] = { "activities", "visits", "people", NULL };
  g_autofree char *name = dup_name (maker);
  g_autofree char *theme = ent_id_to_string (add (maker, &ent_provision_table, "agreement",
                                                  agreement, "kind", "theme", "title", name, NULL));
  g_autofree char *commitment = ent_id_to_string (add (maker, &ent_provision_table, "agreement",
                                                       agreement, "parent", theme, "kind",
                                                       "commitment", "title", name, NULL));
  g_autofree char *event = dup_any (maker, maker->events);

  add (maker, &ent_link_table, "source", event, "target", commitment, "kind", "serves", NULL);
  if (i % 2 == 0)
    {
      g_autofree char *indicator = ent_id_to_string (
          add (maker, &ent_indicator_table, "record", theme, "title", name, "unit", "personnes",
               "filter", filters[i / 2 % G_N_ELEMENTS (filters)], NULL));

      add (maker, &ent_measurement_table, "indicator", indicator, "kind", "target", "period",
           "2024", "value", "12", NULL);
      add (maker, &ent_measurement_table, "indicator", indicator, "kind", "actual", "period",
           "2024", "value", "7", NULL);
    }
}

static void
add_project (Maker *maker, guint i)
{
  static const char *const kinds[] = { "programme", "project", "works", "tender" };
  g_autofree char *name = dup_name (maker);
  g_autofree char *funder = dup_any (maker, maker->organisations);
  g_autofree char *since = dup_day (maker, 0, DAYS);
  EntId id = add (maker, &ent_project_record_table, "kind", kinds[i % G_N_ELEMENTS (kinds)],
                  "title", name, "since", since, "budget", i % 3 ? "125000" : NULL, NULL);
  g_autofree char *project = ent_id_to_string (id);

  add (maker, &ent_subsidy_table, "project", project, "funder", funder, "amount",
       i % 2 ? "40000" : NULL, NULL);
}

/* What was promised, given and owed. */
static void
add_outcome (Maker *maker, guint i)
{
  static const char *const kinds[] = { "promise", "follow_up", "gift", "honour" };
  g_autofree char *name = dup_name (maker);
  g_autofree char *event = dup_any (maker, maker->events);
  g_autofree char *agreement = dup_any (maker, maker->agreements);
  g_autofree char *due = dup_day (maker, DAYS - 2000, DAYS + 500);

  add (maker, &ent_outcome_table, "event", event, "kind", kinds[i % G_N_ELEMENTS (kinds)], "title",
       name, "due", due, NULL);
  add (maker, &ent_obligation_table, "record", agreement, "kind", "duty", "text", name, "due", due,
       NULL);
  add (maker, &ent_note_table, "record", i % 8 ? agreement : NULL, "text", name, NULL);
}

static void
add_rest (Maker *maker, guint n)
{
  for (guint i = 0; i < n / 200; i++)
    {
      g_autofree char *agreement = dup_any (maker, maker->agreements);

      add_theme (maker, 2 * i, agreement);
      add_theme (maker, 2 * i + 1, agreement);
    }
  for (guint i = 0; i < n / 200; i++)
    add_project (maker, i);
  for (guint i = 0; i < n / 100; i++)
    add_outcome (maker, i);
}

static void
add_all (Maker *maker, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *home = NULL;

  add_places (maker, n / 50);
  add_partners (maker, n / 16, n / 10);
  home = ent_id_to_string (g_array_index (maker->organisations, EntId, 0));
  check (ent_action_set_setting (maker->action, ENT_SETTING_HOME, home, &error), "home", &error);
  for (guint i = 0; i < n / 10; i++)
    add_agreement (maker, i, home);
  for (guint i = 0; i < n / 10; i++)
    add_event (maker, i);
  for (guint i = 0; i < n / 40; i++)
    {
      g_autofree char *name = dup_name (maker);

      add (maker, &ent_document_table, "title", name, "kind", "report", NULL);
    }
  add_rest (maker, n);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  EntStore *store;
  Maker maker = { 0 };
  GArray **lists[] = { &maker.countries, &maker.places,     &maker.organisations,
                       &maker.people,    &maker.agreements, &maker.events };

  if (argc != 3)
    {
      g_printerr ("usage: many-records FILE N\n");
      return 2;
    }

  store = ent_store_create (argv[1], &error);
  check (store != NULL, argv[1], &error);
  maker.action = ent_store_begin (store, "Bench", NULL, NULL);
  maker.rand = g_rand_new_with_seed (SEED);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = g_array_new (FALSE, FALSE, sizeof (EntId));
  add_all (&maker, (guint) atoi (argv[2]));
  check (ent_action_commit (maker.action, &error), "commit", &error);
  ent_action_free (maker.action);
  ent_store_close (store);
  g_rand_free (maker.rand);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_array_unref (*lists[i]);

  return 0;
}
