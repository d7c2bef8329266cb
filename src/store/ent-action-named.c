/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "base/ent-error.h"
#include "base/ent-text.h"
#include "model/ent-known-names.h"
#include "store/ent-action-private.h"

/* One that this action added under the same name. */
static EntId
find_pending (EntAction *action, const EntTable *table, const char *name)
{
  const EntColumn *column = ent_table_get_name (table);
  g_autofree char *folded = ent_text_fold (name);

  for (guint i = 0; column && i < action->order->len; i++)
    {
      EntPending *pending = g_ptr_array_index (action->order, i);
      g_autofree char *other = pending->table == table
                                   ? ent_text_fold (pending->values[column - table->columns])
                                   : NULL;

      if (g_strcmp0 (other, folded) == 0)
        return pending->id;
    }

  return ENT_ID_NONE;
}

static EntId
add_named (EntAction *action, const EntTable *table, const char *name, GError **error)
{
  const EntColumn *column = ent_table_get_name (table);
  EntId id;

  if (!column)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_NOT_FOUND,
                   _("“%s” is not known yet: pick a name from the list."), name);
      return ENT_ID_NONE;
    }

  id = ent_action_add (action, table, ENT_ID_NONE, error);
  return id != ENT_ID_NONE && ent_action_set (action, id, column, name, error) ? id : ENT_ID_NONE;
}

/**
 * ent_action_take_named:
 * @action: an action
 * @table: the type of the record
 * @name: what was typed, not blank
 * @added: (out) (optional): whether the record is new
 * @error: return location: %ENT_ERROR_AMBIGUOUS where several records bear the name,
 *   %ENT_ERROR_NOT_FOUND where none does and a name is not enough to make one
 *
 * The record that is known by @name, by its title in any language or another name, whatever the
 * case and the accents; made when there is none.
 *
 * Returns: its id, %ENT_ID_NONE on error
 */
EntId
ent_action_take_named (
    EntAction *action, const EntTable *table, const char *name, gboolean *added, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  g_autoptr (EntKnownNames) names = ent_known_names_new (action->store->project, table, NULL);
  g_autoptr (GPtrArray) found = ent_known_names_find (names, trimmed);
  EntId pending = find_pending (action, table, trimmed);

  if (added)
    *added = FALSE;
  if (found->len > 1)
    {
      g_set_error (error, ENT_ERROR, ENT_ERROR_AMBIGUOUS,
                   _("Several records are called “%s”: pick the one you mean from the list."),
                     trimmed);
      return ENT_ID_NONE;
    }
  if (found->len == 1)
    return ((EntKnownName *) g_ptr_array_index (found, 0))->id;
  if (pending != ENT_ID_NONE)
    return pending;

  if (added)
    *added = TRUE;
  return add_named (action, table, trimmed, error);
}
