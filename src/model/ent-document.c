/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-document.h"

#include "model/ent-choices.h"

G_DEFINE_FINAL_TYPE (EntDocument, ent_document, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_TEXT (EntDocument, title, "title", N_ ("Title"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_CHOICE (EntDocument, kind, "kind", N_ ("Kind"), ENT_COLUMN_NONE, ent_choices_document_kind),
  ENT_TEXT (EntDocument, sha256, "sha256", N_ ("Checksum"), ENT_COLUMN_CODE),
  ENT_TEXT (EntDocument, url, "url", N_ ("Web address"), ENT_COLUMN_NONE),
  ENT_TEXT (EntDocument, outlet, "outlet", N_ ("Published by"), ENT_COLUMN_SEARCHABLE),
  ENT_DATE (EntDocument, date, "date", N_ ("Date"), ENT_COLUMN_NONE),
  ENT_TEXT (EntDocument, language, "language", N_ ("Language"), ENT_COLUMN_NONE),
  ENT_TEXT (EntDocument, version, "version", N_ ("Version"), ENT_COLUMN_NONE),
  ENT_TEXT (EntDocument, author, "author", N_ ("Author"), ENT_COLUMN_SEARCHABLE),
  ENT_TEXT (EntDocument, credit, "credit", N_ ("Credit"), ENT_COLUMN_SEARCHABLE),
  ENT_TEXT (EntDocument, alt, "alt", N_ ("Alternative text"),
            ENT_COLUMN_SEARCHABLE | ENT_COLUMN_TRANSLATABLE),
  ENT_TEXT (EntDocument, file_name, "file_name", N_ ("File name"), ENT_COLUMN_SEARCHABLE),
};

const EntTable ent_document_table = {
  .name = "document",
  .label = N_ ("Document"),
  .plural = N_ ("Documents"),
  .get_type = ent_document_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

static void
ent_document_class_init (EntDocumentClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_document_table);
}

static void
ent_document_init (EntDocument *self)
{
}
