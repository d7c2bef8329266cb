/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/partners/ent-holder-change.h"

#include <glib/gi18n-lib.h>

#include "base/ent-error.h"
#include "base/ent-text.h"

static gboolean
set (EntAction *action,
     EntId id,
     const EntTable *table,
     const char *name,
     const char *typed,
     GError **error)
{
  return ent_action_set (action, id, ent_table_find_column (table, name), typed, error);
}

static gboolean
set_reference (EntAction *action, EntId id, const char *name, EntId target, GError **error)
{
  g_autofree char *typed = ent_id_to_string (target);

  return set (action, id, &ent_mandate_table, name, typed, error);
}

/* The eve of a day; a month or a year is shared by both. */
static char *
dup_last_day (const char *from)
{
  g_autoptr (EntDate) date = ent_date_new_typed (from, NULL);

  if (!date || ent_date_get_precision (date) != ENT_PRECISION_DAY)
    return g_strdup (from);

  return ent_day_to_iso (ent_date_get_earliest (date) - 1);
}

static EntId
take_person (const EntHolderChange *change, EntAction *action, GError **error)
{
  if (change->person)
    return change->person;
  if (ent_text_is_blank (change->name))
    {
      g_set_error_literal (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                           _("Choose who takes over, or type the name."));
      return ENT_ID_NONE;
    }

  return ent_action_take_named (action, &ent_person_table, change->name, NULL, error);
}

static gboolean
end_mandate (const EntHolderChange *change, EntAction *action, GError **error)
{
  g_autofree char *last = NULL;

  if (!change->leaving)
    return TRUE;
  if (ent_text_is_blank (change->from))
    {
      g_set_error_literal (error, ENT_ERROR, ENT_ERROR_INVALID_VALUE,
                           _("Type from when: a day, or only its month or year."));
      return FALSE;
    }

  last = dup_last_day (change->from);
  return set (action, ent_record_get_id (ENT_RECORD (change->leaving)), &ent_mandate_table, "until",
              last, error);
}

static gboolean
begin_mandate (const EntHolderChange *change, EntAction *action, EntId person, GError **error)
{
  EntId id = ent_action_add (action, &ent_mandate_table, ENT_ID_NONE, error);
  EntId organisation = change->leaving ? change->leaving->organisation : change->organisation;
  g_autofree char *rank = NULL;

  if (id == ENT_ID_NONE || !set_reference (action, id, "person", person, error)
      || !set_reference (action, id, "organisation", organisation, error)
      || !set (action, id, &ent_mandate_table, "function", change->function, error)
      || !set (action, id, &ent_mandate_table, "since", change->from, error))
    return FALSE;
  if (!change->leaving)
    return TRUE;

  if (change->leaving->rank != ENT_INTEGER_NONE)
    rank = g_strdup_printf ("%" G_GINT64_FORMAT, change->leaving->rank);
  return set (action, id, &ent_mandate_table, "level", change->leaving->level, error)
         && set (action, id, &ent_mandate_table, "rank", rank, error);
}

/**
 * ent_holder_change_commit:
 * @change: who goes, who comes, and when
 * @store: the store
 * @error: return location
 *
 * Ends the one position on the eve and begins the next, as one undo step. What was signed under
 * the old holder keeps the function of its day.
 *
 * Returns: %FALSE with %ENT_ERROR_INVALID_VALUE when nobody was named, or no day where somebody
 *   leaves
 */
gboolean
ent_holder_change_commit (const EntHolderChange *change, EntStore *store, GError **error)
{
  g_autoptr (EntAction) action = ent_store_begin (store, N_ ("Change of holder"), NULL, NULL);
  EntId person = take_person (change, action, error);

  return person != ENT_ID_NONE && end_mandate (change, action, error)
         && begin_mandate (change, action, person, error) && ent_action_commit (action, error);
}
