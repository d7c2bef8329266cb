/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ent-store.h"

G_BEGIN_DECLS

/* One holder going and the next coming. */
typedef struct
{
  EntMandate *leaving;  /* NULL: nobody goes */
  EntId organisation;   /* where, when nobody goes */
  EntId person;         /* who comes; none: one of that name */
  const char *name;
  const char *function; /* of who comes */
  const char *from;     /* first day, as typed; may be blank when nobody goes */
} EntHolderChange;

gboolean ent_holder_change_commit (const EntHolderChange *change, EntStore *store, GError **error);

G_END_DECLS
