/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-note-filing.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  EntProject *project;
  EntAction *action;
  EntRecord *note;
  EntRecord *target; /* NULL for none */
} Filing;

static gboolean
set (Filing *self,
     const EntTable *table,
     EntId id,
     const char *column,
     const char *value,
     GError **error)
{
  return ent_action_set (self->action, id, ent_table_find_column (table, column), value, error);
}

static gboolean
set_id (
    Filing *self, const EntTable *table, EntId id, const char *column, EntId value, GError **error)
{
  g_autofree char *written = ent_id_to_string (value);

  return set (self, table, id, column, written, error);
}

static gboolean
link_target (Filing *self, EntId id, GError **error)
{
  const EntTable *table = &ent_link_table;
  EntId link = ent_action_add (self->action, table, ENT_ID_NONE, error);

  return link != ENT_ID_NONE && set_id (self, table, link, "source", id, error)
         && set_id (self, table, link, "target", ent_record_get_id (self->target), error)
         && set (self, table, link, "kind", "related", error);
}

static gboolean
add_participant (Filing *self, EntId event, GError **error)
{
  const EntTable *table = &ent_participation_table;
  const char *column = ENT_IS_PERSON (self->target) ? "person" : "organisation";
  EntId part = ent_action_add (self->action, table, ENT_ID_NONE, error);

  return part != ENT_ID_NONE && set_id (self, table, part, "record", event, error)
         && set_id (self, table, part, column, ent_record_get_id (self->target), error)
         && set (self, table, part, "role", "participant", error);
}

static EntId
add_titled (
    Filing *self, const EntTable *table, const char *kind, const char *state, GError **error)
{
  g_autofree char *title = ent_record_dup_title (self->note, self->project, NULL);
  EntId id = ent_action_add (self->action, table, ENT_ID_NONE, error);

  if (id == ENT_ID_NONE || !set (self, table, id, "kind", kind, error)
      || !set (self, table, id, "title", title, error)
      || !set (self, table, id, "state", state, error))
    return ENT_ID_NONE;

  return id;
}

static EntId
add_follow_up (Filing *self, GError **error)
{
  const EntTable *table = &ent_outcome_table;
  EntId id = add_titled (self, table, "follow_up", "open", error);
  gboolean done = id != ENT_ID_NONE;

  if (done && self->target && ENT_IS_EVENT (self->target))
    done = set_id (self, table, id, "event", ent_record_get_id (self->target), error);
  else if (done && self->target)
    done = link_target (self, id, error);

  return done ? id : ENT_ID_NONE;
}

static EntId
add_event (Filing *self, GError **error)
{
  EntId id = add_titled (self, &ent_event_table, "other", "planned", error);
  gboolean done = id != ENT_ID_NONE;

  if (done && self->target && (ENT_IS_PERSON (self->target) || ENT_IS_ORGANISATION (self->target)))
    done = add_participant (self, id, error);
  else if (done && self->target)
    done = link_target (self, id, error);

  return done ? id : ENT_ID_NONE;
}

/**
 * ent_note_file:
 * @store: the store of the project
 * @note: a note of the inbox
 * @form: what becomes of it
 * @target: the record it is about; %ENT_ID_NONE for none, which a note that stays one must have
 * @error: return location
 *
 * Files a quick note as one undo step. What is made of it keeps the note as it was written.
 *
 * Returns: the record on which the note stands now, %ENT_ID_NONE where it was refused
 */
EntId
ent_note_file (EntStore *store, EntRecord *note, EntNoteForm form, EntId target, GError **error)
{
  EntProject *project = ent_store_get_project (store);
  g_autofree char *title = ent_record_dup_title (note, project, NULL);
  /* Translators: line of the history; %s is a quick note. */
  g_autoptr (EntAction) action = ent_store_begin (store, N_ ("File “%s”"), title, NULL);
  Filing filing = { project, action, note, ent_project_get (project, target) };
  EntId on = target;

  if (form == ENT_NOTE_AS_FOLLOW_UP)
    on = add_follow_up (&filing, error);
  else if (form == ENT_NOTE_AS_EVENT)
    on = add_event (&filing, error);
  if (on == ENT_ID_NONE
      || !set_id (&filing, &ent_note_table, ent_record_get_id (note), "record", on, error)
      || !ent_action_commit (action, error))
    return ENT_ID_NONE;

  return on;
}
