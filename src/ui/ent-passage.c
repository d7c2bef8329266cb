/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-passage.h"

#include <string.h>

/* A date is at most so many words: "du 19 au 21 juillet 2024". */
#define MOST_DATE_WORDS 7

/* One passage on its way into the project. */
typedef struct
{
  EntAction *action;
  EntProject *project;
  const EntPassage *passage;
} Maker;

static gboolean
set (Maker *self,
     EntId id,
     const EntTable *table,
     const char *name,
     const char *value,
     GError **error)
{
  return ent_action_set (self->action, id, ent_table_find_column (table, name), value, error);
}

static gboolean
set_id (Maker *self, EntId id, const EntTable *table, const char *name, EntId value, GError **error)
{
  g_autofree char *written = ent_id_to_string (value);

  return value == ENT_ID_NONE || set (self, id, table, name, written, error);
}

static gboolean
set_number (
    Maker *self, EntId id, const EntTable *table, const char *name, guint value, GError **error)
{
  g_autofree char *written = g_strdup_printf ("%u", value);

  return set (self, id, table, name, written, error);
}

/* Whose words they are: @field of @record is @claim. */
static gboolean
cite (Maker *self, EntId record, const char *field, const char *claim, GError **error)
{
  const EntTable *table = &ent_citation_table;
  EntId id = ent_action_add (self->action, table, ENT_ID_NONE, error);

  return id != ENT_ID_NONE && set_id (self, id, table, "record", record, error)
         && (!field || set (self, id, table, "field", field, error))
         && set (self, id, table, "claim", claim, error)
         && set_id (self, id, table, "document", self->passage->document, error)
         && set_number (self, id, table, "page", self->passage->page, error)
         && set_number (self, id, table, "start", self->passage->start, error)
         && set_number (self, id, table, "end", self->passage->end, error)
         && set (self, id, table, "quote", self->passage->quote, error);
}

static gboolean
set_last (
    Maker *self, EntId id, const EntTable *table, const char *owner, EntId parent, GError **error)
{
  g_autoptr (GPtrArray) brothers = ent_project_get_children (self->project, parent, table, owner);

  return set_number (self, id, table, "position", brothers->len + 1, error);
}

static EntId
add_provision (Maker *self, gboolean theme, EntId on, EntId under, const char *text, GError **error)
{
  const EntTable *table = &ent_provision_table;
  const char *field = theme ? "title" : "text";
  EntId id = ent_action_add (self->action, table, ENT_ID_NONE, error);

  if (id != ENT_ID_NONE && set_id (self, id, table, "agreement", on, error)
      && set_id (self, id, table, "parent", under, error)
      && set (self, id, table, "kind", theme ? "theme" : "commitment", error)
      && set (self, id, table, field, text, error)
      && set_last (self, id, table, under ? "parent" : "agreement", under ? under : on, error)
      && cite (self, id, field, text, error))
    return id;

  return ENT_ID_NONE;
}

static EntId
add_obligation (Maker *self, EntId on, const char *text, GError **error)
{
  const EntTable *table = &ent_obligation_table;
  EntId id = ent_action_add (self->action, table, ENT_ID_NONE, error);

  if (id != ENT_ID_NONE && set_id (self, id, table, "record", on, error)
      && set (self, id, table, "kind", "duty", error) && set (self, id, table, "text", text, error)
      && cite (self, id, "text", text, error))
    return id;

  return ENT_ID_NONE;
}

/* The act of signing a person is put on: the first one, or a new one. */
static EntId
take_signing (Maker *self, EntId agreement, GError **error)
{
  g_autoptr (GPtrArray) signings = ent_project_get_children (self->project, agreement,
                                                             &ent_signing_table, "agreement");
  EntId id;

  if (signings->len > 0)
    return ent_record_get_id (g_ptr_array_index (signings, 0));
  id = ent_action_add (self->action, &ent_signing_table, ENT_ID_NONE, error);

  return id != ENT_ID_NONE && set_id (self, id, &ent_signing_table, "agreement", agreement, error)
             ? id
             : ENT_ID_NONE;
}

/* On an agreement the person has signed, in an event she took part. */
static EntId
add_person (Maker *self, EntId on, const char *name, GError **error)
{
  EntRecord *record = ent_project_get (self->project, on);
  gboolean signs = !record || ENT_IS_AGREEMENT (record);
  const EntTable *table = signs ? &ent_signatory_table : &ent_participation_table;
  const char *owner = signs ? "signing" : "record";
  EntId person = ent_action_take_named (self->action, &ent_person_table, name, NULL, error);
  EntId parent = person == ENT_ID_NONE ? ENT_ID_NONE : signs ? take_signing (self, on, error) : on;
  EntId id = parent == ENT_ID_NONE ? ENT_ID_NONE
                                   : ent_action_add (self->action, table, ENT_ID_NONE, error);

  if (id != ENT_ID_NONE && set_id (self, id, table, owner, parent, error)
      && set_id (self, id, table, "person", person, error)
      && (signs || set (self, id, table, "role", "participant", error))
      && set_last (self, id, table, owner, parent, error) && cite (self, id, "person", name, error))
    return id;

  return ENT_ID_NONE;
}

static EntId
set_date (Maker *self, EntId on, const char *field, const char *text, GError **error)
{
  if (set (self, on, &ent_agreement_table, field, text, error)
      && cite (self, on, field, text, error))
    return on;

  return ENT_ID_NONE;
}

/**
 * ent_passage_suits:
 * @kind: what words become
 * @table: a type of records
 *
 * Returns: whether it can be made on a record of that type
 */
gboolean
ent_passage_suits (EntPassageKind kind, const EntTable *table)
{
  if (table == &ent_agreement_table)
    return TRUE;

  return table == &ent_event_table
         && (kind == ENT_PASSAGE_OBLIGATION || kind == ENT_PASSAGE_PERSON
             || kind == ENT_PASSAGE_SOURCE);
}

/**
 * ent_passage_find_date:
 * @quote: words in French or English
 *
 * Returns: (transfer full) (nullable): the date among them as one types it, the longest one first
 */
char *
ent_passage_find_date (const char *quote)
{
  g_auto (GStrv) words = g_strsplit_set (quote, " \t\n", -1);
  guint n = g_strv_length (words);

  for (guint length = MIN (n, MOST_DATE_WORDS); length > 0; length--)
    for (guint i = 0; i + length <= n; i++)
      {
        g_autoptr (GString) candidate = g_string_new (NULL);
        g_autoptr (EntDate) date = NULL;

        for (guint j = 0; j < length; j++)
          g_string_append_printf (candidate, "%s%s", j > 0 ? " " : "", words[i + j]);
        while (candidate->len > 0 && strchr (".,;:)", candidate->str[candidate->len - 1]))
          g_string_truncate (candidate, candidate->len - 1);
        /* A number alone is a year only if it looks like one. */
        if (!strpbrk (candidate->str, "0123456789") || (length == 1 && candidate->len < 4))
          continue;
        date = ent_date_new_typed (candidate->str, NULL);
        if (date)
          return g_string_free_and_steal (g_steal_pointer (&candidate));
      }

  return NULL;
}

/**
 * ent_passage_add:
 * @action: an action
 * @project: the graph
 * @passage: words of a page
 * @kind: what they become
 * @on: the agreement or event
 * @under: the theme a commitment is put under, or none
 * @text: the words as they were corrected
 * @error: return location
 *
 * Makes the record, with the passage as its source.
 *
 * Returns: the record on whose page it is seen, %ENT_ID_NONE when it is refused
 */
EntId
ent_passage_add (EntAction *action,
                 EntProject *project,
                 const EntPassage *passage,
                 EntPassageKind kind,
                 EntId on,
                 EntId under,
                 const char *text,
                 GError **error)
{
  Maker self = { action, project, passage };

  switch (kind)
    {
    case ENT_PASSAGE_COMMITMENT:
      return add_provision (&self, FALSE, on, under, text, error);
    case ENT_PASSAGE_THEME:
      return add_provision (&self, TRUE, on, ENT_ID_NONE, text, error);
    case ENT_PASSAGE_OBLIGATION:
      return add_obligation (&self, on, text, error);
    case ENT_PASSAGE_SIGNED:
      return set_date (&self, on, "signed", text, error);
    case ENT_PASSAGE_ENDS:
      return set_date (&self, on, "ends", text, error);
    case ENT_PASSAGE_PERSON:
      return add_person (&self, on, text, error);
    case ENT_PASSAGE_SOURCE:
      return cite (&self, on, NULL, text, error) ? on : ENT_ID_NONE;
    default:
      g_return_val_if_reached (ENT_ID_NONE);
    }
}
