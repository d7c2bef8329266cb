/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/ent-types.h"

G_BEGIN_DECLS

/* Records of another type that a row tells of beside its own: the position that a person holds,
 * the partner of an agreement. */
typedef struct
{
  const EntTable *table;
  const char *link;           /* the reference that ties the two */
  gboolean above;             /* it is the row's record that refers: the person of a guest */
  const char *const *columns; /* column, label (a msgid or NULL), …, NULL */
  const char *const *preset;  /* column, value, …, NULL; or NULL */
} EntTablePart;

/* What a column of a sheet can hold. */
typedef struct
{
  char *name;               /* "family", "name@en", "mandate.function", "id" */
  const EntTablePart *part; /* NULL: the row's record itself */
  const EntColumn *column;  /* NULL: the id */
  const char *label;        /* msgid */
  char *lang;               /* of a translation, or NULL */
} EntTableField;

GPtrArray *ent_table_fields_new (const EntTable *table, const char *const *preset);
const EntTablePart *ent_table_get_parts (const EntTable *table, guint *n_parts);
const EntTableField *ent_table_fields_find (GPtrArray *fields, const char *name);
const EntTableField *ent_table_fields_find_title (GPtrArray *fields,
                                                  const EntTable *table,
                                                  const char *title,
                                                  GPtrArray *taken);
char *ent_table_field_dup_label (const EntTableField *field, const char *lang);
const char *ent_table_find_preset (const char *const *preset, const EntColumn *column);

G_END_DECLS
