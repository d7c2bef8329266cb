/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/partners/ent-partner-words.h"

#include <glib/gi18n-lib.h>

#include "rules/ent-holders.h"

/**
 * ent_relation_dup_words:
 * @organisation: an organisation
 * @lang: "fr" or "en", of the dates
 *
 * Returns: (transfer full) (nullable): "Intermunicipal agreement · since 1999"
 */
char *
ent_relation_dup_words (EntOrganisation *organisation, const char *lang)
{
  const EntColumn *column = ent_table_find_column (&ent_organisation_table, "relation_class");
  g_autofree char *relation
      = organisation->relation_class
            ? ent_column_display (column, organisation->relation_class,
                                  ent_words_interface_language ())
            : NULL;
  g_autofree char *origin
      = organisation->origin ? ent_date_format (organisation->origin, lang) : NULL;

  if (!origin)
    return g_steal_pointer (&relation);
  if (!relation)
    /* Translators: a date, often a year only: “Relation since: 1999” */
    return g_strdup_printf (_("Relation since: %s"), origin);

  /* Translators: a relation and the date it began, often a year only */
  return g_strdup_printf (_("%1$s · since: %2$s"), relation, origin);
}

/**
 * ent_contact_dup_words:
 * @project: the graph
 * @record: (nullable): an event, a signing or an agreement
 * @when: (nullable): its date
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full) (nullable): "3 December 2024 · Conference at Université Laval"
 */
char *
ent_contact_dup_words (EntProject *project, EntRecord *record, EntDate *when, const char *lang)
{
  g_autofree char *date = when ? ent_date_format (when, lang) : NULL;
  g_autofree char *title = NULL;

  if (!record)
    return NULL;

  title = ENT_IS_SIGNING (record)
              ? ent_project_dup_title (project, ENT_SIGNING (record)->agreement, lang)
              : ent_record_dup_title (record, project, lang);
  if (!date)
    return g_steal_pointer (&title);

  return g_strdup_printf ("%s · %s", date, title ? title : "");
}

/**
 * ent_counts_dup_words:
 * @contacts: what passed between us
 *
 * Returns: (transfer full) (nullable): "Received 4 · sent 2, since 2019"
 */
char *
ent_counts_dup_words (const EntContacts *contacts)
{
  if (!contacts->n_received && !contacts->n_sent)
    return NULL;
  if (!contacts->since)
    /* Translators: numbers of visits */
    return g_strdup_printf (_("Received: %1$u · sent: %2$u"), contacts->n_received,
                            contacts->n_sent);

  /* Translators: numbers of visits, and the year of the first of them */
  return g_strdup_printf (_("Received: %1$u · sent: %2$u · since %3$d"), contacts->n_received,
                          contacts->n_sent, contacts->since);
}

static const char *
get_standing_words (EntMandate *mandate)
{
  const EntColumn *column = ent_table_find_column (&ent_mandate_table, "standing");
  const EntChoice *choice = ent_column_find_choice (column, mandate->standing);

  if (!choice || g_str_equal (choice->value, "full"))
    return NULL;

  return ent_choice_get_words (choice, ent_words_interface_language ());
}

/**
 * ent_mandate_dup_holder_words:
 * @project: the graph
 * @mandate: a position held
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full): "Mathieu Traversy, Mayor of Terrebonne · since: 2021"
 */
char *
ent_mandate_dup_holder_words (EntProject *project, EntMandate *mandate, const char *lang)
{
  const EntColumn *function = ent_table_find_column (&ent_mandate_table, "function");
  g_autofree char *name = ent_project_dup_title (project, mandate->person, lang);
  const char *title = ent_record_get_text (ENT_RECORD (mandate), function, lang, NULL);
  const char *standing = get_standing_words (mandate);
  g_autoptr (GString) words = g_string_new (name);

  if (title)
    g_string_append_printf (words, "%s%s", words->len ? ", " : "", title);
  if (standing)
    g_string_append_printf (words, " · %s", standing);
  if (mandate->since)
    {
      g_autofree char *since = ent_date_format (mandate->since, lang);

      g_string_append (words, " · ");
      /* Translators: a date, often a year only */
      g_string_append_printf (words, _("since: %s"), since);
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * ent_person_dup_function_words:
 * @project: the graph
 * @person: a person
 * @lang: "fr" or "en"
 * @today: the day
 *
 * Returns: (transfer full) (nullable): what the person holds on @today
 */
char *
ent_person_dup_function_words (EntProject *project,
                               EntPerson *person,
                               const char *lang,
                               int today)
{
  const EntColumn *function = ent_table_find_column (&ent_mandate_table, "function");
  g_autoptr (GPtrArray) positions
      = ent_person_get_positions (project, ent_record_get_id (ENT_RECORD (person)), today);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < positions->len; i++)
    {
      const char *title
          = ent_record_get_text (g_ptr_array_index (positions, i), function, lang, NULL);

      if (title)
        g_string_append_printf (words, "%s%s", words->len ? ", " : "", title);
    }
  if (words->len == 0)
    return NULL;

  return g_string_free_and_steal (g_steal_pointer (&words));
}

static char *
dup_function_at (EntProject *project, EntRecord *mandate, EntId other, const char *lang)
{
  const EntColumn *column = ent_table_find_column (&ent_mandate_table, "function");
  const char *function = ent_record_get_text (mandate, column, lang, NULL);
  g_autofree char *name = ent_project_dup_title (project, other, lang);

  if (function && name)
    return g_strdup_printf ("%s, %s", function, name);

  return name ? g_steal_pointer (&name) : g_strdup (function);
}

/* On the page of the person: "Mayor, Ville de Namur". */
char *
ent_mandate_dup_position_words (EntProject *project, EntRecord *record, const char *lang)
{
  return dup_function_at (project, record, ENT_MANDATE (record)->organisation, lang);
}

/* On the page of the organisation: "Maxime Prévot, Mayor". */
char *
ent_mandate_dup_person_words (EntProject *project, EntRecord *record, const char *lang)
{
  const EntColumn *column = ent_table_find_column (&ent_mandate_table, "function");
  const char *function = ent_record_get_text (record, column, lang, NULL);
  g_autofree char *name = ent_project_dup_title (project, ENT_MANDATE (record)->person, lang);

  return name && function ? g_strdup_printf ("%s, %s", name, function) : g_steal_pointer (&name);
}

/* On the page of the member: what it is in. */
char *
ent_membership_dup_whole_words (EntProject *project, EntRecord *record, const char *lang)
{
  return ent_project_dup_title (project, ENT_MEMBERSHIP (record)->whole, lang);
}

/* On the page of the network: who is in it. */
char *
ent_membership_dup_member_words (EntProject *project, EntRecord *record, const char *lang)
{
  return ent_project_dup_title (project, ENT_MEMBERSHIP (record)->member, lang);
}
