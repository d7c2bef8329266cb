/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* A claim on a field and where it stands; two claims may differ, one is preferred. */
#define ENT_TYPE_CITATION (ent_citation_get_type ())
G_DECLARE_FINAL_TYPE (EntCitation, ent_citation, ENT, CITATION, EntRecord)

struct _EntCitation
{
  EntRecord parent_instance;

  EntId record;
  char *field;
  char *claim;
  EntId document;
  gint64 page;
  gint64 start_offset;
  gint64 end_offset;
  char *quote;
  gboolean preferred;
  char *reason;
};

extern const EntTable ent_citation_table;

G_END_DECLS
