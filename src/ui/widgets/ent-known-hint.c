/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-known-hint.h"

#include <glib/gi18n-lib.h>

#include "base/ent-text.h"
#include "model/ent-country.h"
#include "rules/ent-holders.h"

static char *
dup_organisation (EntProject *project, EntId person, const char *lang, int today)
{
  g_autoptr (GPtrArray) positions = ent_person_get_positions (project, person, today);

  return positions->len == 0
             ? NULL
             : ent_project_dup_title (
                   project, ENT_MANDATE (g_ptr_array_index (positions, 0))->organisation, lang);
}

static EntId
get_above (EntProject *project, EntRecord *record)
{
  EntId above = ENT_ID_NONE;

  if (ENT_IS_ORGANISATION (record))
    {
      above = ent_place_get_country (project, ENT_ORGANISATION (record)->place);
      above = above ? above : ENT_ORGANISATION (record)->parent;
    }
  else if (ENT_IS_PLACE (record))
    above = ENT_PLACE (record)->parent;
  else if (ENT_IS_PROVISION (record))
    above = ENT_PROVISION (record)->agreement;

  return above;
}

static const EntDate *
get_date (EntRecord *record)
{
  if (ENT_IS_EVENT (record))
    return ENT_EVENT (record)->when;
  if (ENT_IS_AGREEMENT (record))
    return ENT_AGREEMENT (record)->signed_on;
  if (ENT_IS_DOCUMENT (record))
    return ENT_DOCUMENT (record)->date;

  return NULL;
}

/**
 * ent_known_dup_context:
 * @project: the graph
 * @record: a record
 * @lang: "fr" or "en"
 * @today: the day
 *
 * Returns: (transfer full) (nullable): what tells @record from others of its name: where a person
 *   works, the country of an organisation, the date of an event
 */
char *
ent_known_dup_context (EntProject *project, EntRecord *record, const char *lang, int today)
{
  const EntDate *date = get_date (record);

  if (ENT_IS_PERSON (record))
    return dup_organisation (project, ent_record_get_id (record), lang, today);
  if (date)
    return ent_date_format_short (date, lang);

  return ent_project_dup_title (project, get_above (project, record), lang);
}

/**
 * ent_known_dup_detail:
 * @session: the session
 * @known: a name that was found
 *
 * Returns: (transfer full) (nullable): the name it was recognised by and what tells it from
 *   others: "BEP · Belgium"
 */
char *
ent_known_dup_detail (EntSession *session, const EntKnownName *known)
{
  EntProject *project = ent_session_get_project (session);
  EntRecord *record = ent_project_get (project, known->id);
  g_autofree char *context = record ? ent_known_dup_context (project, record,
                                                             ent_session_get_lang (session),
                                                             ent_session_get_today (session))
                                    : NULL;

  if (known->other && context)
    return g_strdup_printf ("%s · %s", known->other, context);

  return known->other ? g_strdup (known->other) : g_steal_pointer (&context);
}

/* "Already known: Renaud Degueldre, BEP"; NULL when the name resembles none. */
static char *
dup_words (EntSession *session, const EntTable *table, const char *name, EntId but, EntId *first)
{
  g_autoptr (EntKnownNames) names = ent_known_names_new (ent_session_get_project (session), table,
                                                         ent_session_get_lang (session));
  g_autoptr (GPtrArray) like = ent_known_names_find_like (names, name, but);
  g_autofree char *detail = NULL;
  g_autofree char *words = NULL;
  const EntKnownName *known;

  if (like->len == 0)
    return NULL;

  known = g_ptr_array_index (like, 0);
  *first = known->id;
  detail = ent_known_dup_detail (session, known);
  words = detail ? g_strdup_printf ("%s, %s", known->title, detail) : g_strdup (known->title);
  if (like->len == 1)
    /* Translators: a name that resembles one being typed, and where it belongs */
    return g_strdup_printf (_("Already known: %s"), words);

  /* Translators: a name that resembles one being typed, and how many others do */
  return g_strdup_printf (ngettext ("Already known: %1$s, and %2$u other",
                                    "Already known: %1$s, and %2$u others", like->len - 1),
                          words, like->len - 1);
}

typedef struct
{
  GtkWidget *row; /* not owned while the hint stands under it */
  EntId id;
  EntKnownUse use;
} Hint;

static void
hint_free (gpointer data)
{
  Hint *hint = data;

  g_object_unref (hint->row);
  g_free (hint);
}

static gboolean
use_cb (gpointer data)
{
  const Hint *hint = data;

  if (gtk_widget_get_root (hint->row))
    hint->use (hint->row, hint->id);

  return G_SOURCE_REMOVE;
}

/* Later: using it takes the hint away, which is being activated still. */
static void
activated_cb (GtkWidget *widget)
{
  Hint *hint = g_memdup2 (g_object_get_data (G_OBJECT (widget), "ent-hint"), sizeof *hint);

  g_object_ref (hint->row);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, use_cb, hint, hint_free);
}

/**
 * ent_known_hint_clear:
 * @row: a row
 *
 * Takes away what stands under it.
 */
void
ent_known_hint_clear (GtkWidget *row)
{
  GtkWidget *hint = g_object_get_data (G_OBJECT (row), "ent-known-hint");
  GtkWidget *list = hint ? gtk_widget_get_parent (hint) : NULL;

  /* Before the focus may go from it to somewhere that shows it again. */
  g_object_set_data (G_OBJECT (row), "ent-known-hint", NULL);
  if (GTK_IS_LIST_BOX (list))
    gtk_list_box_remove (GTK_LIST_BOX (list), hint);
}

static gboolean
says (GtkWidget *row, const char *words)
{
  AdwPreferencesRow *hint = g_object_get_data (G_OBJECT (row), "ent-known-hint");

  return hint && g_str_equal (adw_preferences_row_get_title (hint), words);
}

/**
 * ent_known_hint_show:
 * @row: a row of a list box, in which a name stands
 * @session: the session
 * @table: the type of the record that is named
 * @name: a name that may be new
 * @but: the record that bears it already, or %ENT_ID_NONE
 * @act: what can be done with the one that is known, translated
 * @use: does it
 *
 * Says under @row who is known already by a name like @name; nothing when nobody is.
 */
void
ent_known_hint_show (GtkWidget *row,
                     EntSession *session,
                     const EntTable *table,
                     const char *name,
                     EntId but,
                     const char *act,
                     EntKnownUse use)
{
  GtkWidget *list = gtk_widget_get_parent (row);
  g_autofree char *words = NULL;
  GtkWidget *widget;
  Hint *hint;
  EntId first = ENT_ID_NONE;

  if (GTK_IS_LIST_BOX (list) && !ent_text_is_blank (name))
    words = dup_words (session, table, name, but, &first);
  /* The focus may be on its way to the hint that is there. */
  if (words && says (row, words))
    return;
  ent_known_hint_clear (row);
  if (!words)
    return;

  hint = g_new0 (Hint, 1);
  hint->row = row;
  hint->id = first;
  hint->use = use;
  widget = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), words);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), act);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), TRUE);
  g_object_set_data_full (G_OBJECT (widget), "ent-hint", hint, g_free);
  g_signal_connect (widget, "activated", G_CALLBACK (activated_cb), NULL);
  gtk_list_box_insert (GTK_LIST_BOX (list), widget,
                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
  g_object_set_data (G_OBJECT (row), "ent-known-hint", widget);
  gtk_accessible_announce (GTK_ACCESSIBLE (row), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
