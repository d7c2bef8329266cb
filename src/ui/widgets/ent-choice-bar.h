/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/ent-session.h"
#include "ui/widgets/ent-choice-filter.h"

G_BEGIN_DECLS

/* The chips over a list that is filtered by the values of some columns. */
#define ENT_TYPE_CHOICE_BAR (ent_choice_bar_get_type ())
G_DECLARE_FINAL_TYPE (EntChoiceBar, ent_choice_bar, ENT, CHOICE_BAR, AdwBin)

GtkWidget *ent_choice_bar_new (EntSession *session, EntChoiceFilter *filter, GListModel *items);

G_END_DECLS
