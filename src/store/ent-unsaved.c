/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ent-project-file.h"

#include "store/ent-file-check.h"
#include "store/ent-working-copy.h"

/* Clean working copies are only there to open faster. */
#define KEPT_DAYS 30

void
ent_unsaved_free (EntUnsaved *unsaved)
{
  g_free (unsaved->directory);
  g_free (unsaved->uri);
  g_free (unsaved->title);
  g_free (unsaved->changed);
  g_free (unsaved);
}

/* The program may have ended after the file was replaced and before that was noted. */
static gboolean
was_published (EntWorkingCopy *copy, gint64 entry)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *sha256 = NULL;

  if (copy->state->pending_sha256 == NULL || copy->state->pending_entry != entry)
    return FALSE;
  file = g_file_new_for_uri (copy->state->uri);
  sha256 = ent_file_hash (file, NULL);
  return g_strcmp0 (sha256, copy->state->pending_sha256) == 0;
}

/**
 * ent_project_file_list_unsaved:
 *
 * Looks for edits that never reached their file, because the program ended before or because
 * the file could not be written. Projects that are open are left out.
 *
 * Returns: (transfer container) (element-type EntUnsaved): the working copies that hold them,
 *   the one opened last first
 */
GPtrArray *
ent_project_file_list_unsaved (void)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_unsaved_free);
  g_autoptr (GPtrArray) copies = NULL;
  int roster = ent_working_roster_lock (NULL);

  if (roster < 0)
    return found;
  copies = ent_working_copy_list ();
  for (guint i = 0; i < copies->len; i++)
    {
      EntWorkingCopy *copy = copies->pdata[i];
      g_autofree char *path = ent_working_copy_dup_path (copy, ENT_WORKING_DATABASE);
      g_auto (EntWorkingFacts) facts = { 0 };
      EntUnsaved *unsaved;

      if (!ent_working_copy_lock (copy, "", NULL) || !ent_working_facts_read (&facts, path, NULL)
          || facts.entry == copy->state->entry || was_published (copy, facts.entry))
        continue;
      unsaved = g_new0 (EntUnsaved, 1);
      unsaved->directory = g_strdup (copy->directory);
      unsaved->uri = g_strdup (copy->state->uri);
      unsaved->title = g_steal_pointer (&facts.title);
      unsaved->changed = g_steal_pointer (&facts.changed);
      g_ptr_array_add (found, unsaved);
    }
  g_clear_pointer (&copies, g_ptr_array_unref);
  ent_working_roster_unlock (roster);
  return found;
}

/**
 * ent_project_file_remove_stale:
 *
 * Removes working copies that were not opened for thirty days and hold nothing that their
 * file lacks.
 */
void
ent_project_file_remove_stale (void)
{
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) limit = g_date_time_add_days (now, -KEPT_DAYS);
  g_autofree char *oldest = g_date_time_format (limit, "%Y-%m-%dT%H:%M:%SZ");
  int roster = ent_working_roster_lock (NULL);

  if (roster < 0)
    return;
  ent_working_copy_remove_debris ();
  copies = ent_working_copy_list ();
  while (copies->len > 0)
    {
      g_autoptr (EntWorkingCopy) copy = g_ptr_array_steal_index (copies, copies->len - 1);

      if (g_strcmp0 (copy->state->opened, oldest) < 0 && ent_working_copy_lock (copy, "", NULL)
          && !ent_working_copy_is_unsaved (copy))
        ent_working_copy_remove (g_steal_pointer (&copy));
    }
  ent_working_roster_unlock (roster);
}
