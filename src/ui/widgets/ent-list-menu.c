/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/ent-list-menu.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ent-error.h"
#include "exchange/ent-source.h"
#include "ui/widgets/ent-papers-button.h"

struct _EntListMenu
{
  AdwBin parent_instance;

  EntSession *session;
  const EntTable *table;
  GStrv preset;
  GStrv start;
  char *title;
  EntListCells create_cells;
  GtkWidget *owner; /* which this is a part of */
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (EntListMenu, ent_list_menu, ADW_TYPE_BIN)

static void
report (EntListMenu *self, const char *sentence)
{
  g_autoptr (GError) error = g_error_new_literal (ENT_ERROR, ENT_ERROR_FAILED, sentence);

  ent_session_report (self->session, error);
}

static void
import (EntListMenu *self, GBytes *bytes, const char *name)
{
  ent_session_import (self->session, self->table, (const char *const *) self->preset,
                      (const char *const *) self->start, bytes, name);
}

/* Taking in. */

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntListMenu) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (!text || *text == '\0')
    {
      report (self, _("There is no text to paste: copy the cells in the spreadsheet first."));
      return;
    }

  bytes = g_bytes_new (text, strlen (text));
  import (self, bytes, NULL);
}

static void
paste_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntListMenu *self = user_data;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_read_cb,
                                 g_object_ref (self));
}

static void
file_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntListMenu) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autofree char *name = g_file_get_basename (G_FILE (source));

  if (bytes)
    import (self, bytes, name);
  else
    ent_session_report (self->session, error);
}

static void
import_file (EntListMenu *self, GFile *file)
{
  g_file_load_bytes_async (file, NULL, file_read_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntListMenu) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file)
    import_file (self, file);
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntListMenu *self = user_data;
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Tables, Contacts and Calendars"));
  for (guint i = 0; ent_source_endings[i]; i++)
    gtk_file_filter_add_suffix (filter, ent_source_endings[i]);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _("Import a Table"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        file_chosen_cb, g_object_ref (self));
}

static GFile *
get_table_file (const GValue *value)
{
  GSList *files = G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) ? g_value_get_boxed (value) : NULL;
  g_autofree char *name = files && !files->next ? g_file_get_basename (files->data) : NULL;

  /* A text may as well be one to be read. */
  return name && ent_source_has_ending (name) && !g_str_has_suffix (name, ".txt") ? files->data
                                                                                  : NULL;
}

/* Any other file is not meant for the list. */
static void
drop_value_cb (GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);

  if (value && !get_table_file (value))
    gtk_drop_target_reject (target);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, EntListMenu *self)
{
  GFile *file = get_table_file (value);

  if (file)
    import_file (self, file);

  return file != NULL;
}

/* Giving out. */

static void
copy (EntListMenu *self, gboolean chosen)
{
  g_autoptr (EntCells) cells = self->create_cells (self->owner, chosen);
  g_autofree char *tsv = ent_cells_to_tsv (cells);
  g_autofree char *html = ent_cells_to_html (cells);
  g_autoptr (GBytes) html_bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *forms[] = {
    gdk_content_provider_new_for_bytes ("text/html", html_bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, tsv),
  };
  g_autoptr (GdkContentProvider) all = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), all);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _("Copied as a table"),
                                                    GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy (user_data, FALSE);
}

static void
copy_chosen_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy (user_data, TRUE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntListMenu) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    ent_session_report (self->session, error);
}

static void
target_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntListMenu) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (EntCells) cells = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *csv;

  if (!file)
    return;

  cells = self->create_cells (self->owner, FALSE);
  csv = ent_cells_to_csv (cells);
  bytes = g_bytes_new_take (csv, strlen (csv));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       written_cb, g_object_ref (self));
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EntListMenu *self = user_data;
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strconcat (self->title, ".csv", NULL);

  gtk_file_dialog_set_title (dialog, _("Export as CSV"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        target_chosen_cb, g_object_ref (self));
}

static const GActionEntry entries[] = {
  { .name = "paste", .activate = paste_cb },
  { .name = "import", .activate = import_cb },
  { .name = "copy", .activate = copy_cb },
  { .name = "copy-chosen", .activate = copy_chosen_cb },
  { .name = "export", .activate = export_cb },
};

static void
ent_list_menu_dispose (GObject *object)
{
  EntListMenu *self = ENT_LIST_MENU (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ent_list_menu_parent_class)->dispose (object);
}

static void
ent_list_menu_finalize (GObject *object)
{
  EntListMenu *self = ENT_LIST_MENU (object);

  g_strfreev (self->preset);
  g_strfreev (self->start);
  g_free (self->title);

  G_OBJECT_CLASS (ent_list_menu_parent_class)->finalize (object);
}

static void
ent_list_menu_class_init (EntListMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_list_menu_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_list_menu_finalize;
}

static void
ent_list_menu_init (EntListMenu *self)
{
}

/* What is made of all of them, where the list is that of the project. */
static void
append_papers (EntListMenu *self, GMenu *menu)
{
  guint n_papers;
  const EntPaperKind *papers = ent_papers_get (&n_papers);

  for (guint i = 0; i < n_papers && !self->preset; i++)
    if (papers[i].list == self->table)
      ent_papers_append (menu, &papers[i], ENT_ID_NONE);
}

static GMenuModel *
create_menu (EntListMenu *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) in = g_menu_new ();
  g_autoptr (GMenu) out = g_menu_new ();
  g_autoptr (GMenu) papers = g_menu_new ();

  if (self->table)
    {
      g_menu_append (in, _("_Paste Cells…"), "list.paste");
      g_menu_append (in, _("_Import Table…"), "list.import");
    }
  g_menu_append (out, _("_Copy as Table"), "list.copy");
  g_menu_append (out, _("_Export as CSV…"), "list.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (in));
  append_papers (self, papers);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (out));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (papers));

  return G_MENU_MODEL (menu);
}

/**
 * ent_list_menu_new:
 * @session: the session
 * @table: (nullable): type of the lines; %NULL where they are of several, and only given out
 * @preset: (nullable): what all lines have: column, value, …, %NULL
 * @start: (nullable): what is proposed for new ones, in the same way
 * @title: what the list is called
 *
 * Returns: (transfer floating): the button of the menu, to be attached
 */
GtkWidget *
ent_list_menu_new (EntSession *session,
                   const EntTable *table,
                   const char *const *preset,
                   const char *const *start,
                   const char *title)
{
  EntListMenu *self = g_object_new (ENT_TYPE_LIST_MENU, NULL);
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = NULL;
  /* Translators: %s is the title of a list, such as “Agreements”. */
  g_autofree char *tooltip = g_strdup_printf (_("%s as a Table"), title);

  self->session = g_object_ref (session);
  self->table = table;
  self->preset = g_strdupv ((GStrv) preset);
  self->start = g_strdupv ((GStrv) start);
  self->title = g_strdup (title);
  menu = create_menu (self);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), button);

  return GTK_WIDGET (self);
}

static void
add_key (GtkEventController *keys, guint key, GdkModifierType modifiers, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_named_action_new (action)));
}

/**
 * ent_list_menu_attach:
 * @self: a menu
 * @list: where its keys work, and where files are dropped
 * @create_cells: gives the lines out
 * @owner: what it is given, of which the menu is a part
 */
void
ent_list_menu_attach (EntListMenu *self,
                      GtkWidget *list,
                      EntListCells create_cells,
                      GtkWidget *owner)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkDropTarget *drop;

  self->create_cells = create_cells;
  self->owner = owner;
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", G_ACTION_GROUP (self->actions));
  gtk_widget_insert_action_group (list, "list", G_ACTION_GROUP (self->actions));

  add_key (keys, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "list.copy");
  gtk_widget_add_controller (list, keys);
  if (!self->table)
    return;

  add_key (keys, GDK_KEY_v, GDK_CONTROL_MASK, "list.paste");
  add_key (keys, GDK_KEY_v, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "list.paste");
  add_key (keys, GDK_KEY_c, GDK_CONTROL_MASK, "list.copy-chosen");

  drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  gtk_drop_target_set_preload (drop, TRUE);
  g_signal_connect (drop, "notify::value", G_CALLBACK (drop_value_cb), NULL);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (drop));
}
