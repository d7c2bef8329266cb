/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-record.h"

G_BEGIN_DECLS

/* A text between organisations: protocol, twinning, memorandum, amendment. */
#define ENT_TYPE_AGREEMENT (ent_agreement_get_type ())
G_DECLARE_FINAL_TYPE (EntAgreement, ent_agreement, ENT, AGREEMENT, EntRecord)

struct _EntAgreement
{
  EntRecord parent_instance;

  char *kind;
  char *title;
  char *label;
  EntDate *signed_on;
  EntDate *effective;
  EntDate *ends;
  EntDate *notice_by;
  EntDate *decide_by;
  char *decision;
  char *term_kind;
  gboolean reciprocal;
  gboolean open_ended;
  char *stage;
  char *purpose;
};

extern const EntTable ent_agreement_table;

G_END_DECLS
