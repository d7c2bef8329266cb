/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"

G_BEGIN_DECLS

/* What a choice is picked from: words for a combo row, and beside each the value as the field
 * takes it. */
typedef struct
{
  GtkStringList *words;
  GPtrArray *values; /* char *: canonical, NULL for none */
} EntOptions;

EntOptions *ent_options_new (EntSession *session, const EntColumn *column, gboolean may_be_none);
void ent_options_free (EntOptions *options);
gboolean ent_options_may_be_none (EntOptions *self);
guint ent_options_find (EntOptions *options, const char *value);
void ent_options_set_up_row (EntOptions *options, AdwComboRow *row);
const char *ent_options_get_selected (EntOptions *options, AdwComboRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntOptions, ent_options_free)

G_END_DECLS
