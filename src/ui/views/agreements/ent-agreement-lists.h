/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-child-group.h"

G_BEGIN_DECLS

/* A list of the agreement page. */
typedef struct
{
  EntChildSpec spec;
  gboolean always; /* shown even when empty */
} EntAgreementList;

const EntAgreementList *ent_agreement_lists_get (guint *n_lists);

G_END_DECLS
