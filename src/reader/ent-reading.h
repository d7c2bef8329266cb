/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a text says of an agreement, as proposals that the officer accepts or not. */
typedef enum
{
  ENT_READING_TITLE,
  ENT_READING_KIND, /* a word of ent_reading_kinds */
  ENT_READING_PARTY,
  ENT_READING_SIGNED_ON,
  ENT_READING_SIGNED_AT,
  ENT_READING_REMOTE,
  ENT_READING_VALID_FROM,
  ENT_READING_VALID_TO,
  ENT_READING_TERM,
  ENT_READING_RENEWS,
  ENT_READING_THEME,
  ENT_READING_COMMITMENT,
  ENT_READING_OBLIGATION,
  ENT_READING_BODY,
  ENT_READING_COPIES,
  ENT_READING_LANGUAGE,
  ENT_READING_SIGNATORY,
} EntReadingField;

#define ENT_READING_N_FIELDS (ENT_READING_SIGNATORY + 1)

/* Above this the review page ticks a proposal. */
#define ENT_READING_SURE 70

typedef struct
{
  EntReadingField field;
  char *value; /* dates as EDTF; names and words as the text has them */
  char
      *detail; /* of a party its country (ISO 3166 alpha-2), of a signatory the function; or NULL */
  char *party; /* of a signatory and a body: whose; or NULL */
  int parent;  /* of a commitment: the index of its theme; or -1 */
  gboolean minor; /* a party that signs beside the others */
  int confidence; /* of 100 */
  guint page;     /* from 1 */
  guint start;    /* bytes of the text as given */
  guint end;
} EntProposal;

/* One agreement of a text. */
typedef struct
{
  GPtrArray *proposals; /* of EntProposal */
} EntAgreementReading;

/* All that a text holds. */
typedef struct
{
  char *language;        /* "fr", "en" */
  GPtrArray *agreements; /* of EntAgreementReading, never empty */
  guint end;             /* bytes of the text that were read; what follows is another article */
  guint64 work;          /* bytes that rules looked at, to see that it grows with the text alone */
} EntDocumentReading;

EntDocumentReading *ent_document_reading_new (const char *text, gssize length);
void ent_document_reading_free (EntDocumentReading *reading);

const EntProposal *ent_agreement_reading_find (const EntAgreementReading *reading,
                                               EntReadingField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDocumentReading, ent_document_reading_free)

G_END_DECLS
