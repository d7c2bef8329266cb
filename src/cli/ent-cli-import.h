/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/ent-json.h"
#include "store/ent-store.h"

G_BEGIN_DECLS

gboolean ent_cli_apply_import (EntStore *store,
                               EntImport *import,
                               const char *name,
                               GError **error);

G_END_DECLS
