/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-renewal.h"

#include <glib/gi18n-lib.h>

/* What a renewal takes over of the agreement and of what hangs on it: what was agreed, and with
 * whom; nothing that is only true of the old text, such as its dates and signatures. */
static const char *const agreement_columns[] = { "kind",       "term_kind", "reciprocal",
                                                 "open_ended", "purpose",   NULL };
static const char *const party_columns[] = { "organisation", "side", "tier", "position", NULL };
static const char *const provision_columns[] = { "kind", "number",   "verb", "title",
                                                 "text", "position", NULL };
static const char *const body_columns[] = { "role",     "person",     "organisation",
                                            "function", "represents", "position",
                                            NULL };
static const char *const provision_kinds[] = { "theme", "commitment", NULL };

typedef struct
{
  EntProject *project;
  EntAction *action;
  EntAgreement *old;
  EntId draft;
  GHashTable *copies; /* EntId of a provision → EntId of its copy */
} Renewal;

static EntId
id_of (gpointer record)
{
  return ent_record_get_id (ENT_RECORD (record));
}

static gboolean
set_id (
    Renewal *self, EntId record, const EntTable *table, const char *name, EntId id, GError **error)
{
  g_autofree char *written = ent_id_to_string (id);

  return ent_action_set (self->action, record, ent_table_find_column (table, name), written, error);
}

static gboolean
copy_translations (
    Renewal *self, EntRecord *record, EntId copy, const EntColumn *column, GError **error)
{
  g_autoptr (GPtrArray) translations = ent_record_dup_translations (record);

  for (guint i = 0; i < translations->len; i++)
    {
      const EntTranslation *translation = g_ptr_array_index (translations, i);

      if (g_str_equal (translation->field, column->name)
          && !ent_action_set_translation (self->action, copy, column, translation->lang,
                                          translation->text, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
copy_columns (
    Renewal *self, EntRecord *record, EntId copy, const char *const *names, GError **error)
{
  const EntTable *table = ent_record_get_table (record);
  const EntTag *tags;
  guint n_tags;

  for (guint i = 0; names[i]; i++)
    {
      const EntColumn *column = ent_table_find_column (table, names[i]);
      g_autofree char *value = ent_record_dup_value (record, column);

      if (value && !ent_action_set (self->action, copy, column, value, error))
        return FALSE;
      if ((column->flags & ENT_COLUMN_TRANSLATABLE)
          && !copy_translations (self, record, copy, column, error))
        return FALSE;
    }

  tags = ent_record_get_tags (record, &n_tags);
  for (guint i = 0; i < n_tags; i++)
    if (!ent_action_set_tag (self->action, copy, tags[i].term, tags[i].weight, error))
      return FALSE;

  return TRUE;
}

static EntId
copy_child (
    Renewal *self, EntRecord *child, const char *owner, const char *const *names, GError **error)
{
  const EntTable *table = ent_record_get_table (child);
  EntId copy = ent_action_add (self->action, table, ENT_ID_NONE, error);

  if (copy == ENT_ID_NONE || !set_id (self, copy, table, owner, self->draft, error)
      || !copy_columns (self, child, copy, names, error))
    return ENT_ID_NONE;

  return copy;
}

static gboolean
copy_parties (Renewal *self, GError **error)
{
  g_autoptr (GPtrArray) parties = ent_project_get_children (self->project, id_of (self->old),
                                                            &ent_party_table, "agreement");

  for (guint i = 0; i < parties->len; i++)
    if (!copy_child (self, g_ptr_array_index (parties, i), "agreement", party_columns, error))
      return FALSE;

  return TRUE;
}

static gboolean
copy_bodies (Renewal *self, GError **error)
{
  g_autoptr (GPtrArray) bodies = ent_project_get_children (self->project, id_of (self->old),
                                                           &ent_participation_table, "record");

  for (guint i = 0; i < bodies->len; i++)
    {
      EntParticipation *body = g_ptr_array_index (bodies, i);

      if (g_strcmp0 (body->role, "follow_up") == 0
          && !copy_child (self, ENT_RECORD (body), "record", body_columns, error))
        return FALSE;
    }

  return TRUE;
}

/* First all of them, then who stands under whom. */
static gboolean
copy_provisions (Renewal *self, GError **error)
{
  g_autoptr (GPtrArray) provisions = ent_project_get_children (self->project, id_of (self->old),
                                                               &ent_provision_table, "agreement");

  for (guint i = 0; i < provisions->len; i++)
    {
      EntProvision *provision = g_ptr_array_index (provisions, i);
      EntId *copy;

      if (!provision->kind || !g_strv_contains (provision_kinds, provision->kind))
        continue;
      copy = g_new (EntId, 1);
      *copy = copy_child (self, ENT_RECORD (provision), "agreement", provision_columns, error);
      g_hash_table_insert (self->copies, provision, copy);
      if (*copy == ENT_ID_NONE)
        return FALSE;
    }

  for (guint i = 0; i < provisions->len; i++)
    {
      EntProvision *provision = g_ptr_array_index (provisions, i);
      const EntId *copy = g_hash_table_lookup (self->copies, provision);
      EntRecord *parent = ent_project_get (self->project, provision->parent);
      const EntId *above = parent ? g_hash_table_lookup (self->copies, parent) : NULL;

      if (copy && above && !set_id (self, *copy, &ent_provision_table, "parent", *above, error))
        return FALSE;
    }

  return TRUE;
}

static int
get_year_after (EntAgreement *agreement)
{
  GDate date;

  if (!agreement->ends || ent_date_is_open_ended (agreement->ends))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) ent_date_get_latest (agreement->ends) + 1);

  return g_date_get_year (&date);
}

/* A period in the title becomes the one that begins: "2024-2026" becomes "2027-…". */
static char *
dup_next_title (EntAgreement *agreement, const char *title)
{
  g_autoptr (GRegex) period = g_regex_new ("\\b\\d{4} ?[-–/] ?\\d{4}\\b", 0, 0, NULL);
  const int year = get_year_after (agreement);
  g_autofree char *next = NULL;

  if (year == 0)
    return g_strdup (title);
  next = g_strdup_printf ("%d-…", year);

  return g_regex_replace_literal (period, title, -1, 0, next, 0, NULL);
}

static gboolean
set_titles (Renewal *self, GError **error)
{
  const EntColumn *column = ent_table_find_column (&ent_agreement_table, "title");
  g_autoptr (GPtrArray) translations = ent_record_dup_translations (ENT_RECORD (self->old));
  g_autofree char *title = dup_next_title (self->old, self->old->title);

  if (!ent_action_set (self->action, self->draft, column, title, error))
    return FALSE;
  for (guint i = 0; i < translations->len; i++)
    {
      const EntTranslation *translation = g_ptr_array_index (translations, i);
      g_autofree char *text = dup_next_title (self->old, translation->text);

      if (g_str_equal (translation->field, column->name)
          && !ent_action_set_translation (self->action, self->draft, column, translation->lang,
                                          text, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
link_draft (Renewal *self, GError **error)
{
  EntId link = ent_action_add (self->action, &ent_link_table, ENT_ID_NONE, error);

  return link != ENT_ID_NONE && set_id (self, link, &ent_link_table, "source", self->draft, error)
         && set_id (self, link, &ent_link_table, "target", id_of (self->old), error)
         && ent_action_set (self->action, link, ent_table_find_column (&ent_link_table, "kind"),
                            "renews", error);
}

static gboolean
set_stages (Renewal *self, int remind_on, GError **error)
{
  const EntColumn *stage = ent_table_find_column (&ent_agreement_table, "stage");
  const EntColumn *decide_by = ent_table_find_column (&ent_agreement_table, "decide_by");
  g_autofree char *day = ent_day_to_iso (remind_on);

  return ent_action_set (self->action, self->draft, stage, "draft", error)
         && ent_action_set (self->action, id_of (self->old), stage, "negotiation", error)
         && ent_action_set (self->action, id_of (self->old), decide_by, day, error);
}

/**
 * ent_renewal_create:
 * @store: the store of the project
 * @agreement: an agreement of it
 * @remind_on: the day until which @agreement keeps quiet, as GDate counts them
 * @error: return location
 *
 * Makes the draft that renews an agreement, as one undo step: with its parties, themes,
 * commitments and follow-up bodies and the link to it, without dates and signatures. The old
 * agreement is in negotiation from then on.
 *
 * Returns: id of the draft, %ENT_ID_NONE where it was refused
 */
EntId
ent_renewal_create (EntStore *store, EntAgreement *agreement, int remind_on, GError **error)
{
  EntProject *project = ent_store_get_project (store);
  g_autofree char *title = ent_record_dup_title (ENT_RECORD (agreement), project, NULL);
  /* Translators: line of the history; %s is the title of an agreement. */
  g_autoptr (EntAction) action = ent_store_begin (store, N_ ("Renew “%s”"), title, NULL);
  g_autoptr (GHashTable) copies = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Renewal renewal = { project, action, agreement, ENT_ID_NONE, copies };

  renewal.draft = ent_action_add (action, &ent_agreement_table, ENT_ID_NONE, error);
  if (renewal.draft == ENT_ID_NONE || !set_titles (&renewal, error)
      || !copy_columns (&renewal, ENT_RECORD (agreement), renewal.draft, agreement_columns, error)
      || !copy_parties (&renewal, error) || !copy_provisions (&renewal, error)
      || !copy_bodies (&renewal, error) || !link_draft (&renewal, error)
      || !set_stages (&renewal, remind_on, error) || !ent_action_commit (action, error))
    return ENT_ID_NONE;

  return renewal.draft;
}

/**
 * ent_renewal_find:
 * @project: the graph
 * @agreement: an agreement of it
 *
 * Returns: (transfer none) (nullable): the agreement that renews it, %NULL for none
 */
EntAgreement *
ent_renewal_find (EntProject *project, EntAgreement *agreement)
{
  g_autoptr (GPtrArray)
      links = ent_project_get_children (project, id_of (agreement), &ent_link_table, "target");

  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);
      EntRecord *source = ent_project_get (project, link->source);

      if (g_strcmp0 (link->kind, "renews") == 0 && source && ENT_IS_AGREEMENT (source))
        return ENT_AGREEMENT (source);
    }

  return NULL;
}
