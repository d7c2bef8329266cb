/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-reader-private.h"

#include <string.h>

/* A page of the web goes on after its article with others, with contacts, with comments. */
#define AFTERWARDS                                                                                 \
  "^(?i:ces articles (?:pourraient|peuvent)|à lire aussi|lire aussi|a lire aussi|articles? "       \
  "(?:similaires?|liés|récents)|"                                                                  \
  "sur le même (?:sujet|thème)|vous aimerez|related (?:articles?|news|posts|stories)|read "        \
  "(?:more|also|next)|"                                                                            \
  "you (?:may|might) also|more (?:news|stories)|contactez-nous|abonnez-vous|subscribe|sign "       \
  "up|leave a (?:comment|reply)|"                                                                  \
  "laisser un commentaire|commentaires?$|comments?$|previous (?:article|post)|next "               \
  "(?:article|post)|article (?:précédent|suivant)|"                                                \
  "à propos de l'auteur|about the author|plan du site|mentions "                                   \
  "légales|copyright|recommand)[^\\n]{0,80}$"

static void
proposal_free (gpointer data)
{
  EntProposal *proposal = data;

  g_free (proposal->value);
  g_free (proposal->detail);
  g_free (proposal->party);
  g_free (proposal);
}

static EntAgreementReading *
reading_new (void)
{
  EntAgreementReading *reading = g_new0 (EntAgreementReading, 1);

  reading->proposals = g_ptr_array_new_with_free_func (proposal_free);

  return reading;
}

static void
reading_free (gpointer data)
{
  EntAgreementReading *reading = data;

  g_ptr_array_unref (reading->proposals);
  g_free (reading);
}

static guint
count (EntScan *scan, const char *pattern)
{
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  g_regex_match (ent_reader_regex (pattern), scan->flow, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    n++;

  return n;
}

static const char *
find_language (EntScan *scan)
{
  guint french = count (scan,
                        "(?i:\\b(?:le|la|les|des|du|et|une?|dans|pour|par|sur|aux|est|qui)\\b)");
  guint english = count (scan, "(?i:\\b(?:the|of|and|to|in|for|is|with|by|on|an|this|which)\\b)");

  return french >= english ? "fr" : "en";
}

static gsize
find_end (EntScan *scan)
{
  EntSpan after;
  EntSpan name;
  gsize from;

  if (!ent_scan_find (scan, "<AGREEMENT>", ent_scan_whole (scan), 0, &name))
    return scan->length;
  from = ent_scan_line (scan, name.end + MIN (200, scan->length - name.end)).end;
  if (ent_scan_find (scan, AFTERWARDS, (EntSpan) { from, scan->length }, 0, &after))
    return after.start;

  return scan->length;
}

static void
propose_parties (EntScan *scan)
{
  for (guint i = 0; i < scan->parties->len; i++)
    {
      const EntReadParty *party = scan->parties->pdata[i];
      EntProposal *proposal = ent_scan_propose (scan, ENT_READING_PARTY, party->name,
                                                (int) CLAMP (40 + party->weight * 3, 40, 95),
                                                party->span);

      proposal->detail = g_strdup (party->country);
      proposal->minor = party->minor;
    }
}

/**
 * ent_document_reading_new:
 * @text: UTF-8 text of a document or a page; form feeds part its pages
 * @length: its bytes, or -1
 *
 * Reads what @text says of an agreement. Nothing is guessed: what it does not say has no proposal.
 * Takes time in proportion to @text; may be called in any thread.
 *
 * Returns: (transfer full): the agreements of @text
 */
EntDocumentReading *
ent_document_reading_new (const char *text, gssize length)
{
  EntDocumentReading *self = g_new0 (EntDocumentReading, 1);
  g_autoptr (EntReaderText) ready = ent_reader_text_new (text, length);
  EntScan scan = { .text = ready, .flow = ready->flow, .length = ready->length };

  scan.dates = g_array_new (FALSE, FALSE, sizeof (EntReadDate));
  scan.parties = g_ptr_array_new ();
  scan.reading = reading_new ();
  scan.lang = find_language (&scan);
  scan.length = find_end (&scan);

  ent_read_dates (&scan);
  ent_read_kind (&scan);
  ent_read_parties (&scan);
  ent_read_period (&scan);
  ent_read_signing (&scan);
  ent_read_making (&scan);
  ent_read_themes (&scan);
  ent_read_duties (&scan);
  ent_read_signatories (&scan);
  propose_parties (&scan);

  self->language = g_strdup (scan.lang);
  self->end = ready->origins[scan.length];
  self->agreements = g_ptr_array_new_with_free_func (reading_free);
  g_ptr_array_add (self->agreements, scan.reading);
  g_array_unref (scan.dates);
  g_ptr_array_unref (scan.parties);

  return self;
}

/**
 * ent_document_reading_free:
 * @reading: (transfer full): what was read
 */
void
ent_document_reading_free (EntDocumentReading *reading)
{
  g_free (reading->language);
  g_ptr_array_unref (reading->agreements);
  g_free (reading);
}

/**
 * ent_agreement_reading_find:
 * @reading: an agreement of a text
 * @field: a field
 *
 * Returns: (transfer none) (nullable): the first proposal for @field
 */
const EntProposal *
ent_agreement_reading_find (const EntAgreementReading *reading, EntReadingField field)
{
  for (guint i = 0; i < reading->proposals->len; i++)
    {
      const EntProposal *proposal = reading->proposals->pdata[i];

      if (proposal->field == field)
        return proposal;
    }

  return NULL;
}
