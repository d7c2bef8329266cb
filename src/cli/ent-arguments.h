/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An option of a command. */
typedef struct
{
  const char *name;  /* without its two hyphens */
  char letter;       /* '\0' for none */
  const char *value; /* name of what follows it, NULL for a flag */
  const char *help;  /* msgid */
} EntOption;

/* The words after the name of a command, taken apart. */
typedef struct _EntArguments EntArguments;

EntArguments *ent_arguments_new (char **words, const EntOption *options, GError **error);
void ent_arguments_free (EntArguments *self);

guint ent_arguments_count (EntArguments *self);
const char *ent_arguments_get (EntArguments *self, guint index);
gboolean ent_arguments_has (EntArguments *self, const char *option);
const char *ent_arguments_get_value (EntArguments *self, const char *option);
const char *const *ent_arguments_get_values (EntArguments *self, const char *option);
gboolean ent_arguments_get_number (EntArguments *self,
                                   const char *option,
                                   guint otherwise,
                                   guint *number,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntArguments, ent_arguments_free)

G_END_DECLS
