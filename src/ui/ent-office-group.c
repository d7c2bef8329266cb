/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-office-group.h"

#include <glib/gi18n-lib.h>

#include "base/ent-text.h"
#include "base/ent-words.h"

/* A row of the group: a setting that is a text, or the id of an organisation. */
typedef struct
{
  const char *key;
  const char *title;
  const char *kind;  /* of an organisation that is named here first; NULL: the setting is a text */
  const char *label; /* of the act, for the history */
} OfficeRow;

static const OfficeRow rows[] = {
  { ENT_SETTING_TITLE, N_ ("Title of the project"), NULL, N_ ("Change the title of the project") },
  { ENT_SETTING_HOME, N_ ("Our city"), "city", N_ ("Say which city is ours") },
  { ENT_SETTING_OFFICE, N_ ("Our unit"), "service", N_ ("Say which unit is ours") },
};

static char *
dup_value (EntSession *session, const OfficeRow *row)
{
  EntProject *project = ent_session_get_project (session);
  const char *value = ent_project_get_setting (project, row->key);
  EntId id;

  if (!value)
    return g_strdup ("");
  if (!row->kind)
    return g_strdup (value);

  return ent_id_parse (value, &id)
             ? ent_project_dup_title (project, id, ent_session_get_lang (session))
             : g_strdup ("");
}

/* The organisation of that name, made when there is none. */
static EntId
take_organisation (EntAction *action, const OfficeRow *row, const char *name, GError **error)
{
  const EntTable *table = &ent_organisation_table;
  gboolean added;
  EntId id = ent_action_take_named (action, table, name, &added, error);

  if (id != ENT_ID_NONE && added
      && !ent_action_set (action, id, ent_table_find_column (table, "kind"), row->kind, error))
    return ENT_ID_NONE;

  return id;
}

static gboolean
write_value (EntSession *session, const OfficeRow *row, const char *typed, GError **error)
{
  g_autoptr (EntAction)
      action = ent_store_begin (ent_session_get_store (session), row->label, NULL);
  g_autofree char *value = ent_text_is_blank (typed) ? NULL : g_strdup (typed);

  if (value)
    g_strstrip (value);
  if (value && row->kind)
    {
      EntId id = take_organisation (action, row, value, error);

      if (id == ENT_ID_NONE)
        return FALSE;
      g_free (value);
      value = ent_id_to_string (id);
    }

  return ent_action_set_setting (action, row->key, value, error)
         && ent_action_commit (action, error);
}

static void
applied_cb (EntSession *session, GtkWidget *widget)
{
  const OfficeRow *row = g_object_get_data (G_OBJECT (widget), "ent-office-row");
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;

  if (!write_value (session, row, gtk_editable_get_text (GTK_EDITABLE (widget)), &error))
    ent_session_report (session, error);

  value = dup_value (session, row);
  gtk_editable_set_text (GTK_EDITABLE (widget), value);
}

/**
 * ent_office_group_new:
 * @session: the session
 *
 * Returns: (transfer floating): the rows; each applied row is one undo step
 */
GtkWidget *
ent_office_group_new (EntSession *session)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("This project"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _("Which agreements are ours follows from our city. A name that is not known yet is added."));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *row = adw_entry_row_new ();
      g_autofree char *value = dup_value (session, &rows[i]);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(rows[i].title));
      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
      gtk_editable_set_text (GTK_EDITABLE (row), value);
      g_object_set_data (G_OBJECT (row), "ent-office-row", (gpointer) &rows[i]);
      g_signal_connect_object (row, "apply", G_CALLBACK (applied_cb), session, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }

  return group;
}
