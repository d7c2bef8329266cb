/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/ent-cli.h"
#include "exchange/ent-table-plan.h"

G_BEGIN_DECLS

EntTablePlan *ent_cli_table_plan (EntArguments *arguments, EntProject *project, GError **error);
gboolean ent_cli_table_check (EntArguments *arguments, EntTablePlan *plan, GError **error);
void ent_cli_table_report (EntArguments *arguments, EntTablePlan *plan);

G_END_DECLS
