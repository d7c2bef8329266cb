/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* A document on a record. */
#define ENT_TYPE_ATTACHMENT (ent_attachment_get_type ())
G_DECLARE_FINAL_TYPE (EntAttachment, ent_attachment, ENT, ATTACHMENT, EntRecord)

struct _EntAttachment
{
  EntRecord parent_instance;

  EntId record;
  EntId document;
  char *role;
  char *caption;
  char *pair;
  double position;
};

extern const EntTable ent_attachment_table;

G_END_DECLS
