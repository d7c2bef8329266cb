/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-record-page.h"

#include <glib/gi18n-lib.h>

#include "ui/widgets/ent-accessible.h"
#include "ui/widgets/ent-add-button.h"
#include "ui/widgets/ent-attacher.h"
#include "ui/widgets/ent-field-row.h"
#include "ui/widgets/ent-follow.h"
#include "ui/widgets/ent-link-dialog.h"
#include "ui/widgets/ent-pair-group.h"
#include "ui/widgets/ent-papers-button.h"
#include "ui/widgets/ent-timeline-strip.h"

struct _EntRecordPage
{
  AdwBin parent_instance;

  EntSession *session;
  EntRecord *record;
  const EntPageSpec *spec;

  GtkWidget *title;
  GtkWidget *title_row;
  GtkWidget *subtitle;
  GtkWidget *status;
  GtkWidget *facts;
  GtkWidget *papers;
  GPtrArray *groups; /* EntChildGroup, in the order of the page */
  GPtrArray *parts;  /* EntPagePart, of each of them */
  EntAddButton *add_button;
  guint pattern;
  gboolean attaches; /* files can be dropped on it */
};

G_DEFINE_FINAL_TYPE (EntRecordPage, ent_record_page, ADW_TYPE_BIN)

static void
show_words (GtkWidget *label, const char *words)
{
  gtk_label_set_text (GTK_LABEL (label), words ? words : "");
  gtk_widget_set_visible (label, words && *words);
}

static guint
get_pattern (EntRecordPage *self)
{
  return self->spec->get_pattern ? self->spec->get_pattern (self->record) : 0;
}

static gboolean
is_asked (EntRecordPage *self, const EntPagePart *part)
{
  return part->always || (part->patterns & (1u << self->pattern)) != 0;
}

/* A record of another kind than before asks for other groups. */
static void
refresh_pattern (EntRecordPage *self)
{
  guint pattern = get_pattern (self);

  if (pattern == self->pattern)
    return;

  self->pattern = pattern;
  for (guint i = 0; i < self->groups->len; i++)
    {
      EntChildGroup *group = g_ptr_array_index (self->groups, i);

      gtk_widget_set_visible (GTK_WIDGET (group),
                              is_asked (self, g_ptr_array_index (self->parts, i))
                                  || !ent_child_group_is_empty (group));
    }
}

static void
refresh_head (EntRecordPage *self)
{
  EntProject *project = ent_session_get_project (self->session);
  g_autofree char *title = NULL;
  EntPageHead head = { 0 };

  if (!ent_project_get (project, ent_record_get_id (self->record)))
    return;

  refresh_pattern (self);
  title = ent_record_dup_title (self->record, project, ent_session_get_lang (self->session));
  self->spec->fill_head (&head, self->session, self->record);
  show_words (self->title, title);
  show_words (self->subtitle, head.subtitle);
  show_words (self->status, head.status);
  show_words (self->facts, head.facts);
  ent_papers_button_update (self->papers, self->session, self->record);
  g_free (head.subtitle);
  g_free (head.status);
  g_free (head.facts);
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

static GtkWidget *
create_acts (EntRecordPage *self)
{
  const EntRecordAct *acts = self->spec->acts;
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  for (guint i = 0; acts && acts[i].label; i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_(acts[i].label));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), acts[i].action);
      adw_wrap_box_append (ADW_WRAP_BOX (box), button);
    }
  self->papers = ent_papers_button_new (self->session, self->record);
  adw_wrap_box_append (ADW_WRAP_BOX (box), self->papers);
  if (!acts)
    g_object_bind_property (self->papers, "visible", box, "visible", G_BINDING_SYNC_CREATE);

  return box;
}

static AdwPreferencesGroup *
create_head (EntRecordPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = create_label ("title-2");
  self->subtitle = create_label ("title-4");
  self->status = create_label ("status");
  gtk_widget_set_halign (self->status, GTK_ALIGN_START);
  self->facts = create_label ("dim-label");
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->subtitle);
  gtk_box_append (GTK_BOX (box), self->status);
  gtk_box_append (GTK_BOX (box), self->facts);
  gtk_box_append (GTK_BOX (box), create_acts (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), box);

  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
create_field (EntRecordPage *self, const char *name)
{
  return ent_field_row_new (self->session, self->record,
                            ent_table_find_column (self->spec->table, name));
}

/* The fields of the record itself, closed at first: what they say is in the head. */
static void
add_fields (EntRecordPage *self, AdwPreferencesGroup *group, const EntPageFields *fields)
{
  GtkWidget *expander = adw_expander_row_new ();
  const char *title = _(fields->title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  /* An expander row does not name itself after the title it shows. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  for (guint i = 0; fields->columns[i]; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), create_field (self, fields->columns[i]));
  adw_preferences_group_add (group, expander);
}

static AdwPreferencesGroup *
create_field_group (EntRecordPage *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  for (guint i = 0; self->spec->open_columns[i]; i++)
    {
      GtkWidget *row = create_field (self, self->spec->open_columns[i]);

      adw_preferences_group_add (group, row);
      if (i > 0)
        continue;
      ent_accessible_name_list (row, _(self->spec->table->label));
      self->title_row = row;
    }
  for (const EntPageFields *fields = self->spec->fields; fields->title; fields++)
    add_fields (self, group, fields);

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
  EntRecordPage *self = ENT_RECORD_PAGE (widget);
  guint32 index = g_variant_get_uint32 (parameter);

  if (index < self->groups->len)
    ent_child_group_add (g_ptr_array_index (self->groups, index));
}

static void
attach_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntRecordPage *self = ENT_RECORD_PAGE (widget);

  ent_attach_ask (widget, self->session, ent_record_get_id (self->record));
}

static void
link_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntRecordPage *self = ENT_RECORD_PAGE (widget);

  ent_link_dialog_present (widget, self->session, ent_record_get_id (self->record));
}

/* NULL for lines. */
static const EntChildSpec *
get_list (const EntPagePart *part)
{
  if (part->known)
    return part->known;

  return part->list.table ? &part->list : NULL;
}

static GtkWidget *
create_list (EntRecordPage *self, const EntPagePart *part)
{
  const EntChildSpec *list = get_list (part);
  GtkWidget *group = ent_child_group_new (self->session, self->record, list);

  if (list->attaches)
    {
      ent_add_button_append (self->add_button, _("Attach Files…"), "record-page.attach", NULL);
      ent_add_button_append (self->add_button, _("Add Link…"), "record-page.link", NULL);
    }
  ent_add_button_append (self->add_button, _(list->add_label), "record-page.add",
                                             g_variant_new_uint32 (self->groups->len));
  g_ptr_array_add (self->groups, group);
  g_ptr_array_add (self->parts, (gpointer) part);
  gtk_widget_set_visible (group, is_asked (self, part)
                                     || !ent_child_group_is_empty (ENT_CHILD_GROUP (group)));
  g_signal_connect (group, "notify::empty", G_CALLBACK (group_filled_cb), NULL);

  return group;
}

static GtkWidget *
create_part (EntRecordPage *self, const EntPagePart *part)
{
  if (part->create)
    return part->create (self->session, self->record);
  if (get_list (part))
    return create_list (self, part);

  return ent_lines_group_new (self->session, self->record,
                              part->lines_title ? _(part->lines_title) : NULL, part->collect);
}

static void
add_parts (EntRecordPage *self, AdwPreferencesPage *page, const EntPagePart *parts)
{
  for (const EntPagePart *part = parts; part && (get_list (part) || part->collect || part->create);
       part++)
    {
      if (get_list (part) && get_list (part)->attaches)
        {
          adw_preferences_page_add (
              page, ADW_PREFERENCES_GROUP (ent_pair_group_new (self->session, self->record)));
          self->attaches = TRUE;
        }
      adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (create_part (self, part)));
    }
}

static void
add_strip (EntRecordPage *self, AdwPreferencesPage *page)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *strip = ent_timeline_strip_new (self->session, self->record);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), strip);
  g_object_bind_property (strip, "visible", group, "visible", G_BINDING_SYNC_CREATE);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

static void
fill_page (EntRecordPage *self, AdwPreferencesPage *page)
{
  GtkWidget *end = adw_preferences_group_new ();

  self->add_button = ENT_ADD_BUTTON (ent_add_button_new ());
  adw_preferences_page_add (page, create_head (self));
  if (self->spec->has_strip)
    add_strip (self, page);
  add_parts (self, page, self->spec->first_parts);
  adw_preferences_page_add (page, create_field_group (self));
  add_parts (self, page, self->spec->parts);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (end), GTK_WIDGET (self->add_button));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (end));
}

static void
ent_record_page_dispose (GObject *object)
{
  EntRecordPage *self = ENT_RECORD_PAGE (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_record_page_parent_class)->dispose (object);
}

static void
ent_record_page_class_init (EntRecordPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_record_page_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "record-page.add", "u", add_action_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "record-page.attach", NULL,
                                   attach_action_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "record-page.link", NULL,
                                   link_action_cb);
}

static void
ent_record_page_init (EntRecordPage *self)
{
  self->groups = g_ptr_array_new ();
  self->parts = g_ptr_array_new ();
}

/**
 * ent_record_page_new:
 * @session: the session
 * @record: a record of its project
 * @spec: what stands on the page; must outlive it
 *
 * Returns: (transfer floating): the page, kept equal to the project
 */
GtkWidget *
ent_record_page_new (EntSession *session, EntRecord *record, const EntPageSpec *spec)
{
  EntRecordPage *self = g_object_new (ENT_TYPE_RECORD_PAGE, NULL);
  GtkWidget *page = adw_preferences_page_new ();

  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  self->spec = spec;
  self->pattern = get_pattern (self);
  fill_page (self, ADW_PREFERENCES_PAGE (page));
  refresh_head (self);
  if (self->attaches || ENT_IS_DOCUMENT (record))
    ent_attach_accept (GTK_WIDGET (self), session, ent_record_get_id (record));
  adw_bin_set_child (ADW_BIN (self), page);
  ent_follow_project (GTK_WIDGET (self), session, ENT_FOLLOW_AT_ONCE, (EntFollowFunc) refresh_head);

  return GTK_WIDGET (self);
}

static void
append_line (GString *text, GString *html, const char *tag, GtkWidget *label)
{
  const char *words = gtk_label_get_text (GTK_LABEL (label));
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  if (*words == '\0')
    return;

  g_string_append_printf (text, "%s\n", words);
  g_string_append_printf (html, "<%s>", tag);
  for (guint i = 0; lines[i]; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (lines[i], -1);

      g_string_append_printf (html, "%s%s", i > 0 ? "<br>" : "", escaped);
    }
  g_string_append_printf (html, "</%s>\n", tag);
}

/**
 * ent_record_page_copy_head:
 * @self: a page
 *
 * Puts what stands at the head of the page on the clipboard, for a mail or a note: its title, its
 * state and its key lines, as plain and as formatted text.
 */
void
ent_record_page_copy_head (EntRecordPage *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) html = g_string_new ("<meta charset=\"utf-8\">\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkContentProvider) all = NULL;
  GdkContentProvider *forms[2];

  append_line (text, html, "h2", self->title);
  append_line (text, html, "h3", self->subtitle);
  append_line (text, html, "p", self->status);
  append_line (text, html, "p", self->facts);
  bytes = g_bytes_new (html->str, html->len);
  forms[0] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  forms[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text->str);
  all = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), all);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _("Summary copied"),
                                                    GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * ent_record_page_grab_title:
 * @self: a page
 *
 * Puts the focus into the title, ready to be typed over.
 */
void
ent_record_page_grab_title (EntRecordPage *self)
{
  gtk_widget_grab_focus (self->title_row);
  if (GTK_IS_EDITABLE (self->title_row))
    gtk_editable_select_region (GTK_EDITABLE (self->title_row), 0, -1);
}

/* Where a row is, while what it is in opens. */
typedef struct
{
  double place;  /* of the row in the page */
  double height; /* of all that can be scrolled to */
  guint n_still; /* frames in which neither changed */
} Settling;

#define STILL_FRAMES 3

static gboolean
grab_row_cb (GtkWidget *row, GdkFrameClock *clock, gpointer user_data)
{
  Settling *settling = user_data;
  GtkWidget *scrolled = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  graphene_point_t point = GRAPHENE_POINT_INIT_ZERO;
  GtkAdjustment *adjustment;

  if (!scrolled || !gtk_widget_compute_point (row, scrolled, &GRAPHENE_POINT_INIT_ZERO, &point))
    return G_SOURCE_CONTINUE;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  if (gtk_widget_get_height (row) > 0 && point.y == settling->place
      && gtk_adjustment_get_upper (adjustment) == settling->height)
    settling->n_still++;
  else
    settling->n_still = 0;
  settling->place = point.y;
  settling->height = gtk_adjustment_get_upper (adjustment);
  if (settling->n_still < STILL_FRAMES)
    return G_SOURCE_CONTINUE;

  /* In the upper part of the page, so that what it holds is seen too. */
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + point.y
                                            - gtk_adjustment_get_page_size (adjustment) / 5);
  gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

/**
 * ent_record_page_grab_row:
 * @self: a page
 * @record: a record that hangs on that of the page
 *
 * Opens the row of @record, scrolls to it and puts the focus there; into the title where the
 * page has no such row.
 */
void
ent_record_page_grab_row (EntRecordPage *self, EntRecord *record)
{
  GtkWidget *row = NULL;

  for (guint i = 0; i < self->groups->len && !row; i++)
    row = ent_child_group_find (g_ptr_array_index (self->groups, i), record);
  if (!row)
    {
      ent_record_page_grab_title (self);
      return;
    }

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  /* A page that is new, or a row that opens, has its place only some frames later. */
  gtk_widget_add_tick_callback (row, grab_row_cb, g_new0 (Settling, 1), g_free);
}
