/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/documents/ent-document-lines.h"

#include <glib/gi18n-lib.h>

#include "model/ent-page.h"
#include "pages/ent-page-file.h"
#include "ui/widgets/ent-document-file.h"

/* A line names at most this many records. */
#define MAX_RECORDS 2

static void
add_record (GPtrArray *lines,
            EntProject *project,
            const char *lang,
            EntId id,
            const char *first,
            const char *second)
{
  EntRecord *record = ent_project_get (project, id);
  EntRecord *page = record ? ent_record_find_page (record, project) : NULL;
  g_autoptr (GString) words = g_string_new (first);

  if (!record)
    return;
  if (second && *second)
    g_string_append_printf (words, "%s%s", words->len ? " · " : "", second);
  if (page && page != record)
    {
      g_autofree char *title = ent_record_dup_title (page, project, lang);

      g_string_append_printf (words, "%s%s", words->len ? " · " : "", title);
    }
  ent_lines_add (lines, ent_record_dup_title (record, project, lang),
                 words->len ? g_strdup (words->str) : NULL,
                 page ? ent_record_get_id (page) : ENT_ID_NONE);
}

static void
add_linked (GPtrArray *lines, EntProject *project, const char *lang, EntRecord *document)
{
  const EntColumn *kind = ent_table_find_column (&ent_link_table, "kind");
  EntId id = ent_record_get_id (document);

  for (int from_here = 0; from_here <= 1; from_here++)
    {
      g_autoptr (GPtrArray) links = ent_project_get_children (project, id, &ent_link_table,
                                                              from_here ? "source" : "target");

      for (guint i = 0; i < links->len; i++)
        {
          EntLink *link = g_ptr_array_index (links, i);
          g_autofree char *words = ent_column_display (kind, link->kind, lang);

          add_record (lines, project, lang, from_here ? link->target : link->source, words,
                      link->note);
        }
    }
}

/**
 * ent_document_collect_attached:
 * @session: the session
 * @record: a document
 *
 * The records to which the document is attached or linked.
 *
 * Returns: (transfer full) (element-type EntLine): a line each, leading to its page
 */
GPtrArray *
ent_document_collect_attached (EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  const EntColumn *role = ent_table_find_column (&ent_attachment_table, "role");
  const EntColumn *caption = ent_table_find_column (&ent_attachment_table, "caption");
  GPtrArray *lines = ent_lines_new ();
  g_autoptr (GPtrArray) attachments = ent_project_get_children (project, ent_record_get_id (record),
                                                                &ent_attachment_table, "document");

  for (guint i = 0; i < attachments->len; i++)
    {
      EntAttachment *attachment = g_ptr_array_index (attachments, i);
      g_autofree char *words = ent_column_display (role, attachment->role, lang);

      add_record (lines, project, lang, attachment->record, words,
                  ent_record_get_text (ENT_RECORD (attachment), caption, lang, NULL));
    }
  add_linked (lines, project, lang, record);

  return lines;
}

/**
 * ent_document_collect_citing:
 * @session: the session
 * @record: a document
 *
 * What the document is the source of.
 *
 * Returns: (transfer full) (element-type EntLine): a line a source, leading to its page
 */
GPtrArray *
ent_document_collect_citing (EntSession *session, EntRecord *record)
{
  EntProject *project = ent_session_get_project (session);
  const char *lang = ent_session_get_lang (session);
  GPtrArray *lines = ent_lines_new ();
  g_autoptr (GPtrArray) citations = ent_project_get_children (project, ent_record_get_id (record),
                                                              &ent_citation_table, "document");

  for (guint i = 0; i < citations->len; i++)
    {
      EntCitation *citation = g_ptr_array_index (citations, i);
      g_autofree char *page = NULL;
      guint n_before;

      if (citation->page != ENT_INTEGER_NONE)
        /* Translators: number of a page of a document */
        page = g_strdup_printf (_("page %d"), (int) citation->page);
      n_before = lines->len;
      add_record (lines, project, lang, citation->record, page,
                  citation->quote ? citation->quote : citation->claim);
      if (page && lines->len > n_before
          && ent_document_get_read_label (project, ENT_RECORD (citation)))
        ent_lines_set_act (lines, N_ ("Show Passage"), ent_document_read, ENT_RECORD (citation));
    }

  return lines;
}

/* What came of reading the file for the search; unread where nothing did yet. */
static EntPagesState
get_pages_state (EntSession *session, EntDocument *document)
{
  g_autofree char *path = ent_page_file_dup_index (ent_session_get_store (session));
  g_autoptr (EntPageIndex) index = document->sha256 ? ent_page_index_open_to_read (path, NULL)
                                                    : NULL;
  guint n_pages;

  return index ? ent_page_index_get_state (index, document->sha256, &n_pages) : ENT_PAGES_UNREAD;
}

/**
 * ent_document_collect_unreadable:
 * @session: the session
 * @record: a document
 *
 * Returns: (transfer full) (element-type EntLine): why no words of its file can be read, if so
 */
GPtrArray *
ent_document_collect_unreadable (EntSession *session, EntRecord *record)
{
  GPtrArray *lines = ent_lines_new ();

  switch (get_pages_state (session, ENT_DOCUMENT (record)))
    {
    case ENT_PAGES_WITHOUT_TEXT:
      ent_lines_add (
          lines,
          g_strdup (_("This file is a scan: there is no text to read")),
                    g_strdup (_("The search does not find its words, and no agreement can be "
                                 "read from it.")),
                              ENT_ID_NONE);
      break;
    case ENT_PAGES_DAMAGED:
      ent_lines_add (
          lines,
          g_strdup (_("This file is damaged: it cannot be read")),
                    g_strdup (_("Get it once more from where it came, and attach it again.")),
                              ENT_ID_NONE);
      break;
    case ENT_PAGES_LOCKED:
      ent_lines_add (
          lines, g_strdup (_("This file is protected by a password")),
                           g_strdup (_("The search does not find its words. Save it without the "
                                 "password, and attach it again.")),
                                     ENT_ID_NONE);
      break;
    case ENT_PAGES_UNREAD:
    case ENT_PAGES_READ:
      break;
    }

  return lines;
}

/**
 * ent_document_dup_attached_words:
 * @project: the graph
 * @document: a document
 * @lang: "fr" or "en"
 *
 * Returns: (transfer full) (nullable): the first records it is attached to, %NULL for none
 */
char *
ent_document_dup_attached_words (EntProject *project, EntRecord *document, const char *lang)
{
  g_autoptr (GPtrArray) attachments = ent_project_get_children (
      project, ent_record_get_id (document), &ent_attachment_table, "document");
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < MIN (attachments->len, MAX_RECORDS); i++)
    {
      EntAttachment *attachment = g_ptr_array_index (attachments, i);
      g_autofree char *title = ent_project_dup_title (project, attachment->record, lang);

      if (title)
        g_string_append_printf (words, "%s%s", words->len ? ", " : "", title);
    }
  if (attachments->len > MAX_RECORDS)
    g_string_append (words, "…");

  return words->len ? g_string_free_and_steal (g_steal_pointer (&words)) : NULL;
}
