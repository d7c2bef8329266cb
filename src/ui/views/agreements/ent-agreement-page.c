/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agreements/ent-agreement-page.h"

#include <glib/gi18n-lib.h>

#include "base/ent-words.h"
#include "ui/views/agreements/ent-agreement-lists.h"
#include "ui/views/agreements/ent-agreement-words.h"
#include "ui/widgets/ent-accessible.h"
#include "ui/widgets/ent-field-row.h"

struct _EntAgreementPage
{
  AdwBin parent_instance;

  EntSession *session;
  EntAgreement *agreement;

  GtkWidget *title;
  GtkWidget *title_row;
  GtkWidget *partner;
  GtkWidget *status;
  GtkWidget *facts;
  GPtrArray *groups; /* EntChildGroup, in the order of the lists */
  AdwPreferencesGroup *activity;
  GPtrArray *activity_rows;
};

G_DEFINE_FINAL_TYPE (EntAgreementPage, ent_agreement_page, ADW_TYPE_BIN)

/* Fields by group; the others are in the lists. */
static const char *const identity_fields[]
    = { "kind", "stage", "purpose", "reciprocal", "open_ended", "visibility", NULL };
static const char *const date_fields[] = { "signed",    "effective", "ends",     "label",
                                           "term_kind", "notice_by", "decide_by", "decision",
                                           NULL };

static char *
dup_facts (EntAgreementPage *self)
{
  EntProject *project = ent_session_get_project (self->session);
  const char *lang = ent_session_get_lang (self->session);
  EntId id = ent_record_get_id (ENT_RECORD (self->agreement));
  g_autoptr (GPtrArray) copies = ent_project_get_children (project, id, &ent_copy_table, NULL);
  g_autofree char *signed_words = ent_agreement_dup_signed_words (project, self->agreement, lang);
  EntRole role = ent_agreement_get_role (project, self->agreement);
  g_autoptr (GString) facts = g_string_new (signed_words);

  if (copies->len)
    {
      g_string_append (facts, " · ");
      g_string_append_printf (facts, ngettext ("%u original", "%u originals", copies->len),
                              copies->len);
    }
  if (self->agreement->label)
    {
      g_string_append (facts, " · ");
      /* Translators: the period as the text writes it */
      g_string_append_printf (facts, _("Period “%s”"), self->agreement->label);
    }
  g_string_append (facts, " · ");
  /* Translators: followed by party, facilitator… */
  g_string_append_printf (facts, _("Our role: %s"), ent_role_get_words (role));

  return g_string_free_and_steal (g_steal_pointer (&facts));
}

static void
refresh_head (EntAgreementPage *self)
{
  EntProject *project = ent_session_get_project (self->session);
  const char *lang = ent_session_get_lang (self->session);
  int today = ent_session_get_today (self->session);
  g_autofree char *title = ent_record_dup_title (ENT_RECORD (self->agreement), project, lang);
  g_autofree char *partner = ent_agreement_dup_partner_words (project, self->agreement, lang);
  g_autofree char *status = ent_agreement_dup_status_words (project, self->agreement, today);
  g_autofree char *facts = dup_facts (self);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->partner), partner);
  gtk_widget_set_visible (self->partner, *partner != '\0');
  gtk_label_set_text (GTK_LABEL (self->status), status);
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
}

/* What happened and is planned under the agreement: events linked to it or to one of its
 * provisions, and those at which it was signed. */
static void
collect_linked_events (EntProject *project, EntId id, GPtrArray *events)
{
  g_autoptr (GPtrArray) links
      = ent_project_get_children (project, id, &ent_link_table, "target");

  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);
      EntRecord *source = ent_project_get (project, link->source);

      if (source && ENT_IS_EVENT (source) && !g_ptr_array_find (events, source, NULL))
        g_ptr_array_add (events, source);
    }
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const EntEvent *left = *(EntEvent *const *) a;
  const EntEvent *right = *(EntEvent *const *) b;

  if (!left->when || !right->when)
    return (left->when == NULL) - (right->when == NULL);

  return ent_date_compare (right->when, left->when);
}

static GPtrArray *
collect_activity (EntAgreementPage *self)
{
  EntProject *project = ent_session_get_project (self->session);
  EntId id = ent_record_get_id (ENT_RECORD (self->agreement));
  GPtrArray *events = g_ptr_array_new ();
  g_autoptr (GPtrArray) provisions
      = ent_project_get_children (project, id, &ent_provision_table, "agreement");
  g_autoptr (GPtrArray) signings
      = ent_project_get_children (project, id, &ent_signing_table, "agreement");

  collect_linked_events (project, id, events);
  for (guint i = 0; i < provisions->len; i++)
    collect_linked_events (project, ent_record_get_id (g_ptr_array_index (provisions, i)), events);
  for (guint i = 0; i < signings->len; i++)
    {
      EntRecord *event
          = ent_project_get (project, ENT_SIGNING (g_ptr_array_index (signings, i))->event);

      if (event && !g_ptr_array_find (events, event, NULL))
        g_ptr_array_add (events, event);
    }
  g_ptr_array_sort (events, compare_events);

  return events;
}

static GtkWidget *
create_activity_row (EntAgreementPage *self, EntEvent *event)
{
  EntProject *project = ent_session_get_project (self->session);
  const char *lang = ent_session_get_lang (self->session);
  g_autofree char *title = ent_record_dup_title (ENT_RECORD (event), project, lang);
  g_autofree char *when = event->when ? ent_date_format (event->when, lang) : NULL;
  const EntColumn *column = ent_table_find_column (&ent_event_table, "state");
  g_autofree char *state = ent_column_display (column, event->state, lang);
  g_autofree char *subtitle
      = g_strdup_printf ("%s%s%s", when ? when : _("Date not recorded"), *state ? " · " : "", state);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static void
refresh_activity (EntAgreementPage *self)
{
  g_autoptr (GPtrArray) events = collect_activity (self);

  for (guint i = 0; i < self->activity_rows->len; i++)
    adw_preferences_group_remove (self->activity, g_ptr_array_index (self->activity_rows, i));
  g_ptr_array_set_size (self->activity_rows, 0);

  for (guint i = 0; i < events->len; i++)
    {
      GtkWidget *row = create_activity_row (self, g_ptr_array_index (events, i));

      g_ptr_array_add (self->activity_rows, row);
      adw_preferences_group_add (self->activity, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->activity), events->len > 0);
}

static void
project_changed_cb (EntAgreementPage *self)
{
  EntProject *project = ent_session_get_project (self->session);

  if (!ent_project_get (project, ent_record_get_id (ENT_RECORD (self->agreement))))
    return;

  refresh_head (self);
  refresh_activity (self);
}

static GtkWidget *
create_label (const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (label, style_class);

  return label;
}

static AdwPreferencesGroup *
create_head (EntAgreementPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = create_label ("title-2");
  self->partner = create_label ("title-4");
  self->status = create_label ("status");
  gtk_widget_set_halign (self->status, GTK_ALIGN_START);
  self->facts = create_label ("dim-label");
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->partner);
  gtk_box_append (GTK_BOX (box), self->status);
  gtk_box_append (GTK_BOX (box), self->facts);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), box);

  return ADW_PREFERENCES_GROUP (group);
}

/* The fields of the agreement itself, closed at first: what they say is in the head. */
static void
add_fields (EntAgreementPage *self,
            AdwPreferencesGroup *group,
            const char *title,
            const char *const *names)
{
  GtkWidget *expander = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  /* An expander row does not name itself after the title it shows. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  for (guint i = 0; names[i]; i++)
    adw_expander_row_add_row (
        ADW_EXPANDER_ROW (expander),
        ent_field_row_new (self->session, ENT_RECORD (self->agreement),
                           ent_table_find_column (&ent_agreement_table, names[i])));
  adw_preferences_group_add (group, expander);
}

static AdwPreferencesGroup *
create_field_group (EntAgreementPage *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *title = ent_field_row_new (self->session, ENT_RECORD (self->agreement),
                                        ent_table_find_column (&ent_agreement_table, "title"));

  adw_preferences_group_add (group, title);
  ent_accessible_name_list (title, _("Agreement"));
  self->title_row = title;
  add_fields (self, group, _("Kind, stage and purpose"), identity_fields);
  add_fields (self, group, _("Dates and term"), date_fields);

  return group;
}

static void
group_filled_cb (EntChildGroup *group)
{
  if (!ent_child_group_is_empty (group))
    gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

static void
add_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntAgreementPage *self = ENT_AGREEMENT_PAGE (widget);
  guint32 index = g_variant_get_uint32 (parameter);

  if (index < self->groups->len)
    ent_child_group_add (g_ptr_array_index (self->groups, index));
}

static GtkWidget *
create_add_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  guint n_lists;
  const EntAgreementList *lists = ent_agreement_lists_get (&n_lists);

  for (guint i = 0; i < n_lists; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(lists[i].spec.add_label), NULL);

      g_menu_item_set_action_and_target (item, "agreement.add", "u", i);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("_Add…"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");

  return button;
}

static void
fill_page (EntAgreementPage *self, AdwPreferencesPage *page)
{
  GtkWidget *end = adw_preferences_group_new ();
  guint n_lists;
  const EntAgreementList *lists = ent_agreement_lists_get (&n_lists);

  adw_preferences_page_add (page, create_head (self));
  adw_preferences_page_add (page, create_field_group (self));

  self->activity = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->activity, _("Activity"));
  for (guint i = 0; i < n_lists; i++)
    {
      GtkWidget *group = ent_child_group_new (self->session, ENT_RECORD (self->agreement),
                                              &lists[i].spec);

      g_ptr_array_add (self->groups, group);
      gtk_widget_set_visible (
          group, lists[i].always || !ent_child_group_is_empty (ENT_CHILD_GROUP (group)));
      g_signal_connect (group, "notify::empty", G_CALLBACK (group_filled_cb), NULL);
      adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
      if (g_str_equal (lists[i].spec.table->name, "obligation"))
        adw_preferences_page_add (page, self->activity);
    }

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (end), create_add_button ());
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (end));
}

static void
ent_agreement_page_dispose (GObject *object)
{
  EntAgreementPage *self = ENT_AGREEMENT_PAGE (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->activity_rows, g_ptr_array_unref);
  g_clear_object (&self->agreement);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_agreement_page_parent_class)->dispose (object);
}

static void
ent_agreement_page_class_init (EntAgreementPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_agreement_page_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "agreement.add", "u", add_action_cb);
}

static void
ent_agreement_page_init (EntAgreementPage *self)
{
  self->groups = g_ptr_array_new ();
  self->activity_rows = g_ptr_array_new ();
}

/**
 * ent_agreement_page_new:
 * @session: the session
 * @agreement: an agreement of its project
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
ent_agreement_page_new (EntSession *session, EntAgreement *agreement)
{
  EntAgreementPage *self = g_object_new (ENT_TYPE_AGREEMENT_PAGE, NULL);
  GtkWidget *page = adw_preferences_page_new ();

  self->session = g_object_ref (session);
  self->agreement = g_object_ref (agreement);
  fill_page (self, ADW_PREFERENCES_PAGE (page));
  refresh_head (self);
  refresh_activity (self);
  adw_bin_set_child (ADW_BIN (self), page);
  g_signal_connect_object (ent_session_get_project (session), "changed",
                           G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "day-changed", G_CALLBACK (refresh_head), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * ent_agreement_page_grab_title:
 * @self: a page
 *
 * Puts the focus into the title, ready to be typed over.
 */
void
ent_agreement_page_grab_title (EntAgreementPage *self)
{
  gtk_widget_grab_focus (self->title_row);
  if (GTK_IS_EDITABLE (self->title_row))
    gtk_editable_select_region (GTK_EDITABLE (self->title_row), 0, -1);
}

EntAgreement *
ent_agreement_page_get_agreement (EntAgreementPage *self)
{
  return self->agreement;
}
