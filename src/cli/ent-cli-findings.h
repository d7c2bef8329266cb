/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/ent-arguments.h"
#include "rules/ent-findings.h"

G_BEGIN_DECLS

/* What a rule says of a record, as `check` and `due` list it. */
typedef struct
{
  const char *rule; /* stable English name */
  EntSeverity severity;
  EntRecord *record;   /* borrowed */
  int date;            /* the day it is about, 0 for none */
  const char *heading; /* of the group it stands in, NULL for none */
  const char *mark;    /* a word before the title, NULL for none */
  char *text;          /* owned */
} EntCliFinding;

GPtrArray *ent_cli_findings_new (void);
void ent_cli_print_findings (EntArguments *arguments, EntProject *project, GPtrArray *findings);

G_END_DECLS
