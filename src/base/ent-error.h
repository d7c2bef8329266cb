/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one error domain of Entente. The message is a whole translated sentence
 * that names the thing and the remedy; the code is what a caller can act on. */
#define ENT_ERROR (ent_error_quark ())

typedef enum
{
  ENT_ERROR_FAILED,          /* anything no caller acts on */
  ENT_ERROR_NOT_A_PROJECT,   /* not a project file, or a damaged one */
  ENT_ERROR_TOO_NEW,         /* written by a newer Entente */
  ENT_ERROR_DAMAGED,         /* a project whose content does not pass the checks */
  ENT_ERROR_IN_USE,          /* another Entente holds the project */
  ENT_ERROR_CHANGED_OUTSIDE, /* the file is not the one last published */
  ENT_ERROR_CONFLICT,        /* an undo, redo or merge meets other values */
  ENT_ERROR_CONSTRAINT,      /* a reference or a required value is missing */
  ENT_ERROR_READ_ONLY,       /* no right to write */
  ENT_ERROR_NO_SPACE,        /* disk full */
  ENT_ERROR_INVALID_VALUE,   /* a value its field does not take */
  ENT_ERROR_NOT_FOUND,       /* no such record, type or field */
  ENT_ERROR_AMBIGUOUS,       /* a title that several records bear */
  ENT_ERROR_PASSWORD,        /* a document that asks for a password, or for another one */
} EntError;

GQuark ent_error_quark (void);

G_END_DECLS
