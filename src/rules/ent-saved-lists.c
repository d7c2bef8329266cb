/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/ent-saved-lists.h"

#include "rules/ent-agreement-status.h"

typedef struct
{
  EntProject *project;
  int today;
  EntSavedList list;
  GPtrArray *lines; /* EntSavedLine */
} Collection;

void
ent_saved_line_free (EntSavedLine *line)
{
  g_object_unref (line->record);
  g_clear_pointer (&line->finding, ent_finding_free);
  g_clear_pointer (&line->due, ent_due_free);
  g_free (line);
}

static EntSavedLine *
add (Collection *self, gpointer record, const EntDate *date)
{
  EntSavedLine *line = g_new0 (EntSavedLine, 1);

  line->record = g_object_ref (record);
  if (date && ent_date_get_latest (date) != ENT_DAY_MAX)
    line->date = ent_date_get_latest (date);
  g_ptr_array_add (self->lines, line);

  return line;
}

/* What comes with the day stands on the Overview, and below "Did It Happen?". */
static void
take_findings (Collection *self, GPtrArray *findings)
{
  g_ptr_array_set_free_func (findings, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      EntFinding *finding = g_ptr_array_index (findings, i);

      if (ent_finding_rule_is_of_day (finding->rule))
        ent_finding_free (finding);
      else
        add (self, finding->record, NULL)->finding = finding;
    }
}

static void
collect_findings (Collection *self)
{
  g_autoptr (GPtrArray) findings = ent_findings_get (self->project, self->today);

  take_findings (self, findings);
}

static void
take_dues (Collection *self, GPtrArray *dues)
{
  for (guint i = 0; i < dues->len; i++)
    {
      EntDue *due = g_ptr_array_index (dues, i);

      add (self, due->record, NULL)->due = due;
    }
  g_ptr_array_set_free_func (dues, NULL);
}

static void
collect_unanswered (Collection *self)
{
  g_autoptr (GPtrArray) dues = ent_due_get (self->project, self->today);

  for (guint i = dues->len; i > 0; i--)
    if (ent_due_get_group (g_ptr_array_index (dues, i - 1)) != ENT_DUE_GROUP_ANSWER)
      g_ptr_array_remove_index (dues, i - 1);
  take_dues (self, dues);
}

static void
collect_promises (Collection *self)
{
  g_autoptr (GPtrArray) dues = ent_due_get_open_promises (self->project, self->today);

  take_dues (self, dues);
}

static void
collect_honour (Collection *self, EntOutcome *outcome)
{
  if (g_strcmp0 (outcome->kind, "honour") == 0)
    add (self, outcome, outcome->granted ? outcome->granted : outcome->delivered);
}

static void
collect_gift (Collection *self, EntOutcome *outcome)
{
  if (g_strcmp0 (outcome->kind, "gift") == 0 || g_strcmp0 (outcome->kind, "donation") == 0)
    add (self, outcome, outcome->delivered ? outcome->delivered : outcome->granted);
}

/* An article, or whatever is attached as one. */
static void
collect_press (Collection *self, EntDocument *document)
{
  g_autoptr (GPtrArray) attachments = ent_project_get_children (
      self->project, ent_record_get_id (ENT_RECORD (document)), &ent_attachment_table, "document");
  gboolean is_press = g_strcmp0 (document->kind, "press") == 0;

  for (guint i = 0; i < attachments->len && !is_press; i++)
    is_press = g_strcmp0 (((EntAttachment *) g_ptr_array_index (attachments, i))->role, "press")
               == 0;
  if (is_press)
    add (self, document, document->date);
}

static void
collect_followed (Collection *self, EntAgreement *agreement)
{
  EntRole role = ent_agreement_get_role (self->project, agreement);

  if (ent_project_get_home (self->project) != ENT_ID_NONE && role != ENT_ROLE_PARTY
      && role != ENT_ROLE_PARTNER)
    add (self, agreement, agreement->ends ? agreement->ends : agreement->signed_on);
}

/* Newest first, what has no date last. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const EntSavedLine *left = *(const EntSavedLine *const *) a;
  const EntSavedLine *right = *(const EntSavedLine *const *) b;
  EntId left_id = ent_record_get_id (left->record);
  EntId right_id = ent_record_get_id (right->record);

  if (left->date != right->date)
    return left->date > right->date ? -1 : 1;

  return left_id < right_id ? -1 : left_id > right_id;
}

typedef void (*CollectFunc) (Collection *self, gpointer record);

static const struct
{
  void (*collect) (Collection *self); /* NULL: record by record */
  const EntTable *table;
  CollectFunc collect_record;
} lists[] = {
  [ENT_SAVED_TO_COMPLETE] = { .collect = collect_findings },
  [ENT_SAVED_DID_IT_HAPPEN] = { .collect = collect_unanswered },
  [ENT_SAVED_FOLLOW_UPS] = { .collect = collect_promises },
  [ENT_SAVED_HONOURS] = { NULL, &ent_outcome_table, (CollectFunc) collect_honour },
  [ENT_SAVED_GIFTS] = { NULL, &ent_outcome_table, (CollectFunc) collect_gift },
  [ENT_SAVED_PRESS] = { NULL, &ent_document_table, (CollectFunc) collect_press },
  [ENT_SAVED_FOLLOWED] = { NULL, &ent_agreement_table, (CollectFunc) collect_followed },
};

/**
 * ent_saved_list_get:
 * @project: the graph
 * @list: which list
 * @today: the day, as GDate counts them
 *
 * Returns: (transfer full) (element-type EntSavedLine): its lines: what rules found the gravest
 *   first, what is due the nearest first, anything else the newest first
 */
GPtrArray *
ent_saved_list_get (EntProject *project, EntSavedList list, int today)
{
  Collection collection = { project, today, list,
                            g_ptr_array_new_with_free_func ((GDestroyNotify) ent_saved_line_free) };
  GListModel *records = lists[list].table ? ent_project_get_list (project, lists[list].table)
                                          : NULL;
  guint n_records = records ? g_list_model_get_n_items (records) : 0;

  if (lists[list].collect)
    {
      lists[list].collect (&collection);
      return collection.lines;
    }

  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (EntRecord) record = g_list_model_get_item (records, i);

      lists[list].collect_record (&collection, record);
    }
  g_ptr_array_sort (collection.lines, compare);

  return collection.lines;
}

/**
 * ent_saved_list_get_dismissed:
 * @project: the graph
 * @today: the day, as GDate counts them
 *
 * Returns: (transfer full) (element-type EntSavedLine): what would be to complete but was
 *   dismissed with a reason
 */
GPtrArray *
ent_saved_list_get_dismissed (EntProject *project, int today)
{
  Collection collection = { project, today, ENT_SAVED_TO_COMPLETE,
                            g_ptr_array_new_with_free_func ((GDestroyNotify) ent_saved_line_free) };
  g_autoptr (GPtrArray) findings = ent_findings_get_dismissed (project, today);

  take_findings (&collection, findings);

  return collection.lines;
}
