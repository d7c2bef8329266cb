/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/documents/ent-document-list.h"

#include <glib/gi18n-lib.h>

#include "ui/views/documents/ent-document-lines.h"
#include "ui/views/documents/ent-document-page.h"

enum
{
  COLUMN_TITLE,
  COLUMN_KIND,
  COLUMN_DATE,
  COLUMN_OUTLET,
  COLUMN_LANGUAGE,
  COLUMN_ATTACHED,
};

static const EntRecordColumn columns[] = {
  [COLUMN_TITLE] = { "title", N_ ("Title"), TRUE },
  [COLUMN_KIND] = { "kind", N_ ("Kind"), FALSE },
  [COLUMN_DATE] = { "date", N_ ("Date"), FALSE },
  [COLUMN_OUTLET] = { "outlet", N_ ("Published by"), FALSE },
  [COLUMN_LANGUAGE] = { "language", N_ ("Language"), FALSE },
  [COLUMN_ATTACHED] = { "attached", N_ ("Attached to"), FALSE },
};

static const char *
get_language_words (const char *code)
{
  if (g_str_equal (code, "fr"))
    return _("French");
  if (g_str_equal (code, "en"))
    return _("English");

  return code;
}

static const EntChoiceMeasure measures[] = {
  { "kind", N_ ("Kind"), N_ ("Filter by Kind"), NULL },
  { "language", N_ ("Language"), N_ ("Filter by Language"), get_language_words },
};

static void
append_part (GString *line, const char *part)
{
  if (part && *part)
    g_string_append_printf (line, "%s%s", line->len ? " · " : "", part);
}

static void
fill (EntRecordItem *item, EntProject *project, const char *lang, int today)
{
  EntDocument *document = ENT_DOCUMENT (item->record);
  g_autofree char *kind = ent_column_display (ent_table_find_column (&ent_document_table, "kind"),
                                              document->kind, lang);
  g_autofree char *date = document->date ? ent_date_format_short (document->date, lang) : NULL;
  g_autofree char *attached = ent_document_dup_attached_words (project, item->record, lang);
  g_autoptr (GString) line = g_string_new (kind);

  append_part (line, date);
  append_part (line, document->outlet);
  item->line = g_string_free_and_steal (g_steal_pointer (&line));
  if (attached)
    /* Translators: the titles of one or two records */
    item->note = g_strdup_printf (_("Attached to %s"), attached);

  ent_record_item_take_words (item, COLUMN_TITLE, g_strdup (item->title), lang);
  ent_record_item_take_words (item, COLUMN_KIND, *kind ? g_strdup (kind) : NULL, lang);
  ent_record_item_take_number (item, COLUMN_DATE, g_strdup (date),
                               document->date ? ent_date_get_earliest (document->date)
                                              : ENT_DAY_MAX);
  ent_record_item_take_words (item, COLUMN_OUTLET, g_strdup (document->outlet), lang);
  ent_record_item_take_words (
      item, COLUMN_LANGUAGE,
      g_strdup (document->language ? get_language_words (document->language) : NULL), lang);
  ent_record_item_take_words (item, COLUMN_ATTACHED, g_steal_pointer (&attached), lang);
}

static EntRecord *
find_shown (EntProject *project, EntRecord *changed)
{
  EntRecord *shown = changed;

  if (ENT_IS_ATTACHMENT (changed))
    shown = ent_project_get (project, ENT_ATTACHMENT (changed)->document);

  return shown && ENT_IS_DOCUMENT (shown) ? shown : NULL;
}

/* A title that many documents may show. */
static gboolean
is_shown_widely (EntRecord *changed)
{
  return ENT_IS_AGREEMENT (changed) || ENT_IS_EVENT (changed) || ENT_IS_ORGANISATION (changed)
         || ENT_IS_PERSON (changed) || ENT_IS_PROJECT_RECORD (changed);
}

static char *
dup_count (guint n_shown, guint n_all)
{
  if (n_shown == n_all)
    return g_strdup_printf (ngettext ("%u document", "%u documents", n_all), n_all);

  /* Translators: documents shown, and all of them */
  return g_strdup_printf (ngettext ("%1$u of %2$u document", "%1$u of %2$u documents", n_all),
                          n_shown, n_all);
}

const EntRecordSpec ent_document_list_spec = {
  .table = &ent_document_table,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
  .find_shown = find_shown,
  .is_shown_widely = is_shown_widely,
  .create_page = ent_document_page_new,
  .merge_label = N_ ("Mer_ge With…"),
  .delete_label = N_ ("_Delete Document"),
  .menu_tooltip = N_ ("Document Menu"),
  .page_title = N_ ("Document"),
  .unchosen_title = N_ ("No Document Selected"),
  .unchosen_text = N_ ("Choose one in the list to read and correct it."),
  .title = N_ ("Documents"),
  .icon = "folder-documents-symbolic",
  .search_label = N_ ("Search documents"),
  .search_hint = N_ ("Title, author, publisher"),
  .dup_count = dup_count,
  .new_action = "documents.new",
  .new_tooltip = N_ ("New Document"),
  .new_label = N_ ("_New Document"),
  .empty_title = N_ ("No Documents Yet"),
  .empty_text = N_ ("A signed text, an article, a report: begin with the one you cite."),
  .nothing_text = N_ ("No document matches the search and the filters."),
  .show_all_label = N_ ("Show A_ll Documents"),
  .form_key = "documents-view",
  .sort_key = "documents-sort-column",
  .descending_key = "documents-sort-descending",
};

EntChoiceFilter *
ent_document_filter_new (void)
{
  return ent_choice_filter_new (&ent_document_table, measures, G_N_ELEMENTS (measures));
}
