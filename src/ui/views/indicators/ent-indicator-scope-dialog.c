/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/indicators/ent-indicator-scope-dialog.h"

#include <glib/gi18n-lib.h>

#include "base/ent-text.h"
#include "rules/ent-agreement-status.h"
#include "rules/ent-theme-coverage.h"
#include "ui/widgets/ent-accessible.h"
#include "ui/widgets/ent-slices.h"

typedef struct
{
  AdwDialog *dialog;
  AdwPreferencesPage *page;
  EntSession *session;
  GPtrArray *agreements; /* EntAgreement */
  gboolean is_chosen;
  EntId chosen; /* none: the whole office */
} ScopeDialog;

static void
scope_dialog_free (gpointer data)
{
  ScopeDialog *self = data;

  g_clear_object (&self->session);
  g_clear_pointer (&self->agreements, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_running (EntProject *project, EntAgreement *agreement, int today)
{
  EntStatus status = ent_agreement_get_status (project, agreement, today).status;

  return ent_agreement_is_ours (project, agreement) && status != ENT_STATUS_ENDED && status != ENT_STATUS_TERMINATED;
}

static gboolean
asks (EntProject *project, EntAgreement *agreement)
{
  return ent_agreement_find_call_for_indicators (project, agreement) != NULL;
}

/* An agreement with what it is sorted by, which is worked out once. */
typedef struct
{
  EntAgreement *agreement;
  gboolean asks;
  char *key;
} Sorted;

static void
sorted_clear (gpointer data)
{
  g_free (((Sorted *) data)->key);
}

static int
compare_sorted (gconstpointer a, gconstpointer b)
{
  const Sorted *left = a, *right = b;

  return left->asks != right->asks ? right->asks - left->asks : strcmp (left->key, right->key);
}

/**
 * ent_indicator_sort_agreements:
 * @session: the session
 * @agreements: (element-type EntAgreement): agreements of its project
 *
 * Puts those that ask for indicators first, and each kind in the order of the titles.
 */
void
ent_indicator_sort_agreements (EntSession *session, GPtrArray *agreements)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Sorted));

  g_array_set_clear_func (sorted, sorted_clear);
  for (guint i = 0; i < agreements->len; i++)
    {
      EntAgreement *agreement = g_ptr_array_index (agreements, i);
      g_autofree char *title = ent_record_dup_title (ENT_RECORD (agreement), project, lang);
      Sorted each = { agreement, asks (project, agreement), ent_text_collate_key (title, lang) };

      g_array_append_val (sorted, each);
    }
  g_array_sort (sorted, compare_sorted);
  for (guint i = 0; i < agreements->len; i++)
    g_ptr_array_index (agreements, i) = g_array_index (sorted, Sorted, i).agreement;
}

/**
 * ent_indicator_get_running_agreements:
 * @session: the session
 *
 * Returns: (transfer full) (element-type EntAgreement): the agreements of the officer's city
 *   that have not ended
 */
GPtrArray *
ent_indicator_get_running_agreements (EntSession *session)
{
  EntProject *project = ent_session_get_project (session);
  GListModel *list = ent_project_get_list (project, &ent_agreement_table);
  GPtrArray *agreements = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntAgreement) agreement = g_list_model_get_item (list, i);

      if (is_running (project, agreement, ent_session_get_today (session)))
        g_ptr_array_add (agreements, g_steal_pointer (&agreement));
    }

  return agreements;
}

/* How many themes of @agreements have no indicator, although their agreement asks for them. */
guint
ent_indicator_count_asked (EntSession *session, GPtrArray *agreements)
{
  EntProject *project = ent_session_get_project (session);
  guint n_asked = 0;

  for (guint i = 0; i < agreements->len; i++)
    {
      EntAgreement *agreement = g_ptr_array_index (agreements, i);
      g_autoptr (GPtrArray) themes = NULL;

      if (!asks (project, agreement))
        continue;
      themes = ent_agreement_get_themes_without_indicator (project, agreement);
      n_asked += themes->len;
    }

  return n_asked;
}

/* It begins by counting activities: the only figures most offices have. */
static void
add_indicator (EntSession *session, EntId scope)
{
  g_autofree char *id = scope ? ent_id_to_string (scope) : NULL;
  g_autofree char *of = ent_project_dup_title (ent_session_get_project (session), scope,
                                               ent_session_get_lang (session));
  /* Translators: a theme, agreement or project */
  g_autofree char *title = of ? g_strdup_printf (_("Activities: %s"), of)
                              : g_strdup (_("Activities of the office"));
  EntId indicator = ent_session_add (session, &ent_indicator_table, "record", id, "title", title,
                                     "filter", "activities", NULL);

  if (indicator != ENT_ID_NONE)
    ent_session_show (session, indicator);
}

static void
activated_cb (GtkWidget *row, ScopeDialog *self)
{
  const EntId *chosen = g_object_get_data (G_OBJECT (row), "ent-scope");

  self->is_chosen = TRUE;
  self->chosen = *chosen;
  adw_dialog_close (self->dialog);
}

/* Not before: the dialog gives the focus back to where it was. */
static void
closed_cb (ScopeDialog *self)
{
  if (self->is_chosen)
    add_indicator (self->session, self->chosen);
}

static void
add_row (ScopeDialog *self, GtkWidget *group, EntId scope, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "ent-scope", g_memdup2 (&scope, sizeof scope), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  /* A group without a title of its own is named after its first row. */
  if (!*adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group))
      && !gtk_widget_get_prev_sibling (row))
    ent_accessible_name_list (row, title);
}

static void
add_record_row (ScopeDialog *self, GtkWidget *group, EntRecord *record, const char *subtitle)
{
  g_autofree char *title = ent_record_dup_title (record, ent_session_get_project (self->session),
                                                 ent_session_get_lang (self->session));

  add_row (self, group, ent_record_get_id (record), title, subtitle);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  double left = (*(EntProvision *const *) a)->position;
  double right = (*(EntProvision *const *) b)->position;

  return (left > right) - (left < right);
}

static GtkWidget *
create_agreement_group (ScopeDialog *self, EntAgreement *agreement)
{
  EntProject *project = ent_session_get_project (self->session);
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GPtrArray) missing = ent_agreement_get_themes_without_indicator (project, agreement);
  g_autoptr (GPtrArray) provisions = ent_project_get_children (
      project, ent_record_get_id (ENT_RECORD (agreement)), &ent_provision_table, "agreement");
  const char *missing_words = asks (project, agreement)
      ? _("No indicator yet; the agreement asks for one")
      : _("No indicator yet");

  add_record_row (self, group, ENT_RECORD (agreement), _("The whole agreement"));
  g_ptr_array_sort (provisions, compare_places);
  for (guint i = 0; i < provisions->len; i++)
    {
      EntProvision *provision = g_ptr_array_index (provisions, i);

      if (g_strcmp0 (provision->kind, "theme") == 0)
        add_record_row (self, group, ENT_RECORD (provision),
                        g_ptr_array_find (missing, provision, NULL) ? missing_words : NULL);
    }

  return group;
}

/* Programmes and projects; works and lots are judged by what they are a part of. */
static GtkWidget *
create_project_group (ScopeDialog *self)
{
  GListModel *list = ent_project_get_list (ent_session_get_project (self->session),
                                           &ent_project_record_table);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Projects"));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntProjectRecord) project = g_list_model_get_item (list, i);

      if (project->parent == ENT_ID_NONE)
        add_record_row (self, group, ENT_RECORD (project), NULL);
    }

  return group;
}

/* The agreements, the projects, and the office. */
static void
add_group (gpointer dialog, guint number)
{
  ScopeDialog *self = g_object_get_data (dialog, "ent-scope-dialog");
  GtkWidget *group;

  if (number < self->agreements->len)
    group = create_agreement_group (self, g_ptr_array_index (self->agreements, number));
  else if (number == self->agreements->len)
    group = create_project_group (self);
  else
    {
      group = adw_preferences_group_new ();
      add_row (self, group, ENT_ID_NONE, _("The whole office"), NULL);
    }
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
}

/**
 * ent_indicator_scope_dialog_present:
 * @widget: a widget of the window
 * @session: the session
 *
 * Asks what a new indicator judges; choosing it adds one that counts its activities, as one undo
 * step, and goes to its page.
 */
void
ent_indicator_scope_dialog_present (GtkWidget *widget, EntSession *session)
{
  ScopeDialog *self = g_new0 (ScopeDialog, 1);
  GtkWidget *view = adw_toolbar_view_new ();

  self->dialog = adw_dialog_new ();
  self->session = g_object_ref (session);
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  self->agreements = ent_indicator_get_running_agreements (session);
  ent_indicator_sort_agreements (session, self->agreements);
  g_object_set_data_full (G_OBJECT (self->dialog), "ent-scope-dialog", self, scope_dialog_free);
  g_signal_connect_swapped (self->dialog, "closed", G_CALLBACK (closed_cb), self);
  adw_dialog_set_title (self->dialog, _("What Does It Judge?"));
  adw_dialog_set_content_width (self->dialog, 480);
  adw_dialog_set_content_height (self->dialog, 620);

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->page));
  adw_dialog_set_child (self->dialog, view);
  ent_slices_run (self->dialog, self->agreements->len + 2, add_group);
  adw_dialog_present (self->dialog, widget);
}
