/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/documents/ent-document-page.h"

#include <glib/gi18n-lib.h>

#include "ui/views/documents/ent-document-lines.h"
#include "ui/widgets/ent-file-group.h"
#include "ui/widgets/ent-child-specs.h"

#define COLUMNS(...)                                                                               \
  (const char *const[])                                                                            \
  {                                                                                                \
    __VA_ARGS__, NULL                                                                              \
  }

static const EntPagePart first_parts[] = {
  { .create = ent_file_group_new },
  { .collect = ent_document_collect_unreadable },
  { .collect = NULL },
};

static const EntPagePart parts[] = {
  { .lines_title = N_ ("Attached to"), .collect = ent_document_collect_attached },
  { .known = &ent_child_notes },
  { .lines_title = N_ ("Source of"), .collect = ent_document_collect_citing },
  { .collect = NULL },
};

static const EntPageFields fields[] = {
  { N_ ("Author, version and credit"),
    COLUMNS ("author", "version", "credit", "alt", "file_name") },
  { NULL, NULL },
};

static void
fill_head (EntPageHead *head, EntSession *session, EntRecord *record)
{
  EntDocument *document = ENT_DOCUMENT (record);
  const char *lang = ent_session_get_lang (session);
  g_autofree char *date = document->date ? ent_date_format (document->date, lang) : NULL;
  g_autofree char *kind = ent_column_display (ent_table_find_column (&ent_document_table, "kind"),
                                              document->kind, lang);
  const char *outlet = document->outlet ? document->outlet : "";

  head->subtitle = g_strdup_printf ("%s%s%s", kind, *kind && *outlet ? " · " : "", outlet);
  head->facts = g_strdup (date ? date : _("Date not recorded"));
}

static const EntPageSpec spec = {
  .table = &ent_document_table,
  .fill_head = fill_head,
  .open_columns = COLUMNS ("title", "kind", "date", "language", "outlet", "url"),
  .fields = fields,
  .first_parts = first_parts,
  .parts = parts,
};

/**
 * ent_document_page_new:
 * @session: the session
 * @document: a document of its project
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
ent_document_page_new (EntSession *session, EntRecord *document)
{
  return ent_record_page_new (session, document, &spec);
}
