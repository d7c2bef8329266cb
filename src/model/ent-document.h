/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* Anything cited or attached: text, programme, article, video, photograph. */
#define ENT_TYPE_DOCUMENT (ent_document_get_type ())
G_DECLARE_FINAL_TYPE (EntDocument, ent_document, ENT, DOCUMENT, EntRecord)

struct _EntDocument
{
  EntRecord parent_instance;

  char *title;
  char *kind;
  char *sha256;
  char *url;
  char *outlet;
  EntDate *date;
  char *language;
  char *version;
  char *author;
  char *credit;
  char *alt;
  char *file_name;
};

extern const EntTable ent_document_table;

G_END_DECLS
