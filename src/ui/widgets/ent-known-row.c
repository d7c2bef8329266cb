/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-known-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/ent-text.h"
#include "ui/widgets/ent-known-hint.h"

/* So many are offered at once; who is further down is found by typing more. */
#define MOST_OFFERED 50

/* Towns of the world that are offered beside the places of the project. */
#define MOST_TOWNS 8

/* Shorter, and half of the world would be meant. */
#define TOWN_LENGTH 2

/* As near as this, in degrees, it is the same town. */
#define SAME_TOWN 0.25

/* Stands for what was typed itself, as a new name. */
#define NEW_NAME ((gint64) ENT_ID_NONE)

/* What a row knows; its suggestions own it. */
typedef struct
{
  EntSuggestionRow *row;
  EntSession *session;
  const EntTable *table;
  EntKnownNames *names; /* as the project is, or NULL: to be read again */
  EntId picked;         /* ENT_ID_NONE while what stands in the line was typed */
  guint town;           /* one more than the number of a town of the gazetteer, or 0 */
  gboolean showing;
  EntId but; /* not offered, nor any new name; or ENT_ID_NONE */
} Known;

static void
known_free (gpointer data)
{
  Known *self = data;

  g_clear_pointer (&self->names, ent_known_names_free);
  g_clear_object (&self->session);
  g_free (self);
}

static gboolean
bears (GPtrArray *found, const char *typed)
{
  g_autofree char *folded = ent_text_fold (typed);
  gboolean same = FALSE;

  for (guint i = 0; i < found->len && !same; i++)
    {
      const EntKnownName *known = g_ptr_array_index (found, i);
      g_autofree char *other = ent_text_fold (known->other ? known->other : known->title);

      same = g_str_equal (other, folded);
    }

  return same;
}

/* "Huế · Thừa Thiên-Huế, Vietnam" */
static char *
dup_town_detail (EntGazetteer *gazetteer, const EntGazetteerPlace *town, const char *title)
{
  const char *country = ent_gazetteer_get_country_name (gazetteer, town->country,
                                                        ent_words_interface_language ());
  const char *other = g_str_equal (title, town->name) ? town->french : town->name;
  g_autoptr (GString) detail = g_string_new (NULL);

  if (*other && !g_str_equal (other, title))
    g_string_append_printf (detail, "%s · ", other);
  if (*town->region)
    g_string_append_printf (detail, "%s, ", town->region);
  g_string_append (detail, country);

  return g_string_free_and_steal (g_steal_pointer (&detail));
}

static const char *
get_town_title (Known *self, const EntGazetteerPlace *town)
{
  gboolean french = g_str_equal (ent_session_get_lang (self->session), "fr");

  return french && *town->french ? town->french : town->name;
}

/* Whether the project has this town, with coordinates: it is offered as such. */
static gboolean
has_town (Known *self, GPtrArray *found, const EntGazetteerPlace *town)
{
  EntProject *project = ent_session_get_project (self->session);

  for (guint i = 0; i < found->len; i++)
    {
      EntRecord *record = ent_project_get (project,
                                           ((EntKnownName *) g_ptr_array_index (found, i))->id);

      if (record && fabs (ENT_PLACE (record)->lat - town->lat) < SAME_TOWN
          && fabs (ENT_PLACE (record)->lon - town->lon) < SAME_TOWN)
        return TRUE;
    }

  return FALSE;
}

static void
suggest_towns (Known *self, const char *typed, GPtrArray *found, GPtrArray *suggestions)
{
  EntGazetteer *gazetteer = ent_gazetteer_get_default ();
  guint towns[MOST_TOWNS];
  guint n_towns;

  if (!gazetteer || g_utf8_strlen (typed, -1) < TOWN_LENGTH)
    return;

  n_towns = ent_gazetteer_search (gazetteer, typed, towns, MOST_TOWNS);
  for (guint i = 0; i < n_towns; i++)
    {
      EntGazetteerPlace town;
      g_autofree char *detail = NULL;
      const char *title;

      ent_gazetteer_get (gazetteer, towns[i], &town);
      if (has_town (self, found, &town))
        continue;
      title = get_town_title (self, &town);
      detail = dup_town_detail (gazetteer, &town, title);
      g_ptr_array_add (suggestions, ent_suggestion_new (-(gint64) towns[i] - 1, title, detail));
    }
}

static GPtrArray *
suggest (const char *typed, gpointer user_data)
{
  Known *self = user_data;
  GPtrArray *suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_suggestion_free);
  g_autoptr (GPtrArray) found = NULL;

  if (!self->names)
    self->names = ent_known_names_new (ent_session_get_project (self->session), self->table,
                                       ent_session_get_lang (self->session));
  found = ent_known_names_search (self->names, typed, MOST_OFFERED);
  for (guint i = 0; i < found->len; i++)
    {
      const EntKnownName *known = g_ptr_array_index (found, i);
      g_autofree char *detail = ent_known_dup_detail (self->session, known);

      if (known->id != self->but)
        g_ptr_array_add (suggestions, ent_suggestion_new (known->id, known->title, detail));
    }
  if (self->table == &ent_place_table && !self->but)
    suggest_towns (self, typed, found, suggestions);
  if (!self->but && !ent_text_is_blank (typed) && ent_table_get_name (self->table)
      && !bears (found, typed))
    {
      /* Translators: an entry of a list of names, which takes the name typed as that of a new
       * person, place… */
      g_autofree char *title = g_strdup_printf (_("New: “%s”"), typed);

      g_ptr_array_add (suggestions, ent_suggestion_new (NEW_NAME, title, NULL));
    }

  return suggestions;
}

static Known *
get_known (EntSuggestionRow *row)
{
  return g_object_get_data (G_OBJECT (row), "ent-known");
}

static void
use_known (GtkWidget *row, EntId id)
{
  g_signal_emit_by_name (row, "picked", id);
}

/* Who may be meant, when the name is left as a new one. */
static void
show_hint (Known *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->row));

  if (!self->picked && !self->town && !self->but)
    ent_known_hint_show (GTK_WIDGET (self->row), self->session, self->table, typed, ENT_ID_NONE,
                         _("Use this one"), use_known);
}

static void
set_town (EntSuggestionRow *row, guint index)
{
  Known *self = get_known (row);
  EntGazetteerPlace town;

  ent_gazetteer_get (ent_gazetteer_get_default (), index, &town);
  self->picked = ENT_ID_NONE;
  self->town = index + 1;
  self->showing = TRUE;
  ent_suggestion_row_set_text (row, get_town_title (self, &town));
  self->showing = FALSE;
  ent_known_hint_clear (GTK_WIDGET (row));
}

static void
picked_cb (EntSuggestionRow *row, gint64 value)
{
  if (value < 0)
    set_town (row, (guint) (-value - 1));
  else if (value == NEW_NAME)
    show_hint (get_known (row));
  else
    ent_known_row_set (row, value);
}

/* A name that is changed means another one. */
static void
changed_cb (EntSuggestionRow *row)
{
  Known *self = get_known (row);

  if (self->showing)
    return;
  self->picked = ENT_ID_NONE;
  self->town = 0;
  ent_known_hint_clear (GTK_WIDGET (row));
}

static void
project_changed_cb (EntSuggestionRow *row)
{
  g_clear_pointer (&get_known (row)->names, ent_known_names_free);
}

static void
left_cb (EntSuggestionRow *row)
{
  show_hint (get_known (row));
}

/**
 * ent_known_row_new:
 * @session: the session
 * @table: the type of the records whose names are known
 * @title: what is asked
 *
 * A line in which a record is named: known names are offered as one types, and a new one is
 * taken where a name is enough to make a record.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
ent_known_row_new (EntSession *session, const EntTable *table, const char *title)
{
  Known *self = g_new0 (Known, 1);
  GtkWidget *row = ent_suggestion_row_new (title, suggest, self, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->row = ENT_SUGGESTION_ROW (row);
  self->session = g_object_ref (session);
  self->table = table;
  g_object_set_data_full (G_OBJECT (row), "ent-known", self, known_free);
  g_signal_connect (row, "picked", G_CALLBACK (picked_cb), NULL);
  g_signal_connect (row, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect_object (ent_session_get_project (session), "changed",
                           G_CALLBACK (project_changed_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), row, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);

  return row;
}

/**
 * ent_known_row_set:
 * @row: a row of ent_known_row_new()
 * @id: a record of its type, %ENT_ID_NONE for none
 *
 * Shows the record as the one that is meant.
 */
void
ent_known_row_set (EntSuggestionRow *row, EntId id)
{
  Known *self = get_known (row);
  g_autofree char *title = ent_project_dup_title (ent_session_get_project (self->session), id,
                                                  ent_session_get_lang (self->session));

  self->picked = title ? id : ENT_ID_NONE;
  self->town = 0;
  self->showing = TRUE;
  ent_suggestion_row_set_text (row, title);
  self->showing = FALSE;
  ent_known_hint_clear (GTK_WIDGET (row));
}

/* Another one of its kind is asked for: neither this one nor a new name will do. */
void
ent_known_row_set_but (EntSuggestionRow *row, EntId id)
{
  get_known (row)->but = id;
}

/* The known record that stands in the line, ENT_ID_NONE when it is blank or a name was typed. */
EntId
ent_known_row_get_picked (EntSuggestionRow *row)
{
  return get_known (row)->picked;
}

/**
 * ent_known_row_take:
 * @row: a row of ent_known_row_new()
 * @action: an action
 * @id: (out): the record that is meant, %ENT_ID_NONE when the line is blank
 * @error: return location: %ENT_ERROR_AMBIGUOUS, %ENT_ERROR_NOT_FOUND
 *
 * What was picked, or the record that bears the name typed; @action makes it where there is none.
 *
 * Returns: %FALSE when it cannot be told which record is meant
 */
gboolean
ent_known_row_take (EntSuggestionRow *row, EntAction *action, EntId *id, GError **error)
{
  Known *self = get_known (row);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));

  *id = self->picked;
  if (self->picked || ent_text_is_blank (typed))
    return TRUE;

  *id = self->town
            ? ent_action_take_place (action, ent_gazetteer_get_default (), self->town - 1, error)
            : ent_action_take_named (action, self->table, typed, NULL, error);
  return *id != ENT_ID_NONE;
}
