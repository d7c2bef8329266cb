/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ent-json-writer.h"

G_BEGIN_DECLS

void ent_cli_print_json (EntJsonWriter *writer);
void ent_cli_write_record (EntJsonWriter *writer, EntProject *project, EntRecord *record);
void ent_cli_write_tags (EntJsonWriter *writer, EntProject *project, EntRecord *record);
char *ent_cli_dup_field (EntProject *project,
                         EntRecord *record,
                         const EntColumn *column,
                         const char *lang);
char *ent_cli_dup_lines (const char *text);
char *ent_cli_dup_one_line (const char *text);

G_END_DECLS
