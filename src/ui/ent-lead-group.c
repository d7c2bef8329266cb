/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ent-lead-group.h"

#include <glib/gi18n-lib.h>

#include "base/ent-text.h"
#include "rules/ent-due.h"
#include "ui/widgets/ent-accessible.h"

/* A row of the group: a setting that is a list of months. */
typedef struct
{
  const char *key;
  const char *title;
  const char *label;    /* of the act, for the history */
  guint max;            /* numbers it takes */
  const char *standard; /* what holds when nothing is set */
  const char *problem;  /* msgid, with "%s" for what was typed */
} LeadRow;

static const LeadRow rows[] = {
  { ENT_SETTING_LEAD_END, N_ ("Months before an agreement ends"),
    N_ ("Change the lead times of ends"), G_MAXUINT, ENT_DEFAULT_LEAD_END,
    N_ ("“%s” is not a list of months. Write whole numbers from 1 to 120, such as 12, 6, 3, 1.") },
  { ENT_SETTING_LEAD_OBLIGATION, N_ ("Months before something owed is due"),
    N_ ("Change the lead time of obligations"), 1, ENT_DEFAULT_LEAD_OBLIGATION,
    N_ ("“%s” is not a number of months. Write one whole number from 1 to 120, such as 2.") },
};

/* "12, 6, 3, 1" */
static char *
dup_months (const char *value, const char *separator)
{
  g_autoptr (GArray) months = ent_due_parse_months (value);
  GString *text = g_string_new (NULL);

  for (guint i = 0; months && i < months->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? separator : "", g_array_index (months, int, i));

  return g_string_free_and_steal (text);
}

static char *
dup_shown (EntSession *session, const LeadRow *row)
{
  const char *value = ent_project_get_setting (ent_session_get_project (session), row->key);
  g_autoptr (GArray) months = value ? ent_due_parse_months (value) : NULL;

  return dup_months (months ? value : row->standard, ", ");
}

static gboolean
write_months (EntSession *session, const LeadRow *row, const char *value, GError **error)
{
  g_autoptr (EntAction)
      action = ent_store_begin (ent_session_get_store (session), row->label, NULL);

  return ent_action_set_setting (action, row->key, value, error)
         && ent_action_commit (action, error);
}

static void
mark (GtkWidget *widget, const char *problem)
{
  GtkWidget *message = g_object_get_data (G_OBJECT (widget), "ent-message");

  gtk_label_set_text (GTK_LABEL (message), problem ? problem : "");
  gtk_widget_set_visible (message, problem != NULL);
  if (problem)
    {
      gtk_widget_add_css_class (widget, "error");
      gtk_accessible_announce (GTK_ACCESSIBLE (message), problem,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }
  else
    gtk_widget_remove_css_class (widget, "error");
}

/* What cannot be read stays in the row, with what to write instead; nothing at all brings back
 * what holds without a setting. */
static void
applied_cb (EntSession *session, GtkWidget *widget)
{
  const LeadRow *row = g_object_get_data (G_OBJECT (widget), "ent-lead-row");
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (widget));
  gboolean is_blank = ent_text_is_blank (typed);
  g_autoptr (GArray) months = is_blank ? NULL : ent_due_parse_months (typed);
  g_autofree char *value = months ? dup_months (typed, ",") : NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;

  if (!is_blank && (!months || months->len > row->max))
    {
      g_autoptr (GString) problem = g_string_new (_(row->problem));

      g_string_replace (problem, "%s", typed, 1);
      mark (widget, problem->str);
      return;
    }

  mark (widget, NULL);
  if (!write_months (session, row, value, &error))
    ent_session_report (session, error);
  shown = dup_shown (session, row);
  gtk_editable_set_text (GTK_EDITABLE (widget), shown);
}

static void
add_row (GtkWidget *group, EntSession *session, const LeadRow *row)
{
  GtkWidget *widget = adw_entry_row_new ();
  GtkWidget *message = gtk_label_new (NULL);
  g_autofree char *shown = dup_shown (session, row);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), _(row->title));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (widget), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (widget), shown);
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (message), 0);
  gtk_widget_add_css_class (message, "error");
  gtk_widget_set_visible (message, FALSE);
  g_object_set_data (G_OBJECT (widget), "ent-lead-row", (gpointer) row);
  g_object_set_data (G_OBJECT (widget), "ent-message", message);
  g_signal_connect_object (widget, "apply", G_CALLBACK (applied_cb), session, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), widget);
  ent_accessible_name_list (widget, _("Lead times of this project"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), message);
}

/**
 * ent_lead_group_new:
 * @session: the session
 *
 * Returns: (transfer floating): the rows for how long before a day it is spoken of; each applied
 *   row is one undo step
 */
GtkWidget *
ent_lead_group_new (EntSession *session)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Lead times of this project"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _("How early an end or a duty is spoken of, and when again. Leave a row empty for the usual "
        "times."));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_row (group, session, &rows[i]);

  return group;
}
