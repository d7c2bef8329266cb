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

/* Reads what SCAN spans, as being about one agreement. */
static void
read_scan (EntScan *scan)
{
  scan->dates = g_array_new (FALSE, FALSE, sizeof (EntReadDate));
  scan->parties = g_ptr_array_new ();
  scan->reading = reading_new ();

  ent_read_dates (scan);
  ent_read_kind (scan);
  ent_read_parties (scan);
  ent_read_period (scan);
  ent_read_signing (scan);
  ent_read_making (scan);
  ent_read_themes (scan);
  ent_read_duties (scan);
  ent_read_bodies (scan);
  ent_read_signatories (scan);
  propose_parties (scan);

  g_clear_pointer (&scan->dates, g_array_unref);
  g_clear_pointer (&scan->parties, g_ptr_array_unref);
}

static EntAgreementReading *
read_part (EntScan *whole, EntSpan span)
{
  g_autofree char *flow = g_strndup (whole->flow + span.start, span.end - span.start);
  EntReaderText text = { .flow = flow,
                         .length = span.end - span.start,
                         .origins = whole->text->origins + span.start,
                         .pages = whole->text->pages,
                         .n_pages = whole->text->n_pages };
  EntScan scan = { .text = &text, .flow = flow, .length = text.length, .lang = whole->lang };

  read_scan (&scan);
  ent_scan_clear (&scan);
  whole->work += scan.work;

  return scan.reading;
}

/* The parties of READING, each as what it is called at its core. */
static GPtrArray *
get_cores (const EntAgreementReading *reading)
{
  GPtrArray *cores = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < reading->proposals->len; i++)
    {
      const EntProposal *proposal = reading->proposals->pdata[i];

      if (proposal->field == ENT_READING_PARTY)
        g_ptr_array_add (cores, ent_read_core (proposal->value));
    }

  return cores;
}

static gboolean
has_party (const EntAgreementReading *reading, const char *core)
{
  g_autoptr (GPtrArray) cores = get_cores (reading);

  return g_ptr_array_find_with_equal_func (cores, core, g_str_equal, NULL);
}

/* Whether both are between the same: then they are one, or the two halves of a bilingual page. */
static gboolean
have_same_parties (const EntAgreementReading *one, const EntAgreementReading *other)
{
  g_autoptr (GPtrArray) cores = get_cores (one);

  for (guint i = 0; i < cores->len; i++)
    {
      if (!has_party (other, cores->pdata[i]))
        return FALSE;
    }

  return TRUE;
}

static void
copy_first (const EntAgreementReading *from, EntAgreementReading *to, EntReadingField field)
{
  const EntProposal *proposal = ent_agreement_reading_find (from, field);
  EntProposal *copy;

  if (proposal == NULL || ent_agreement_reading_find (to, field) != NULL)
    return;
  copy = g_memdup2 (proposal, sizeof *proposal);
  copy->value = g_strdup (proposal->value);
  copy->detail = g_strdup (proposal->detail);
  copy->party = g_strdup (proposal->party);
  copy->parent = -1;
  g_ptr_array_add (to->proposals, copy);
}

/* "le maire d'Oujda et M. De La Torre": the side that the others have in common is this one's too.
 */
static void
complete_parties (GPtrArray *readings, EntAgreementReading *reading)
{
  const EntProposal *common = NULL;
  guint best = 1;

  for (guint i = 0; i < readings->len; i++)
    {
      const EntAgreementReading *other = readings->pdata[i];

      for (guint j = 0; j < other->proposals->len; j++)
        {
          const EntProposal *party = other->proposals->pdata[j];
          g_autofree char *core = NULL;
          guint count = 0;

          if (party->field != ENT_READING_PARTY)
            continue;
          core = ent_read_core (party->value);
          for (guint k = 0; k < readings->len; k++)
            count += has_party (readings->pdata[k], core);
          if (count > best && !has_party (reading, core))
            {
              best = count;
              common = party;
            }
        }
    }
  if (common != NULL)
    {
      EntProposal *copy = g_memdup2 (common, sizeof *common);

      copy->value = g_strdup (common->value);
      copy->detail = g_strdup (common->detail);
      copy->party = g_strdup (common->party);
      copy->confidence = MIN (copy->confidence, 60);
      g_ptr_array_add (reading->proposals, copy);
    }
}

/* The agreements of a text that is about several, or NULL. */
static GPtrArray *
read_parts (EntScan *whole, const EntAgreementReading *all, gboolean titles)
{
  g_autoptr (GArray) parts = ent_read_split (whole, titles);
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (reading_free);

  for (guint i = 0; i < parts->len; i++)
    {
      EntAgreementReading *reading = read_part (whole, g_array_index (parts, EntSpan, i));
      g_autoptr (GPtrArray) cores = get_cores (reading);

      /* One printed after another is whole: it names its sides and was signed. */
      if (cores->len == 0
          || (titles
              && (cores->len < 2
                  || (ent_agreement_reading_find (reading, ENT_READING_SIGNED_ON) == NULL
                      && ent_agreement_reading_find (reading, ENT_READING_SIGNATORY) == NULL))))
        {
          reading_free (reading);
          continue;
        }
      g_ptr_array_add (readings, reading);
    }
  for (guint i = 0; i < readings->len; i++)
    {
      g_autoptr (GPtrArray) cores = get_cores (readings->pdata[i]);

      if (cores->len < 2)
        complete_parties (readings, readings->pdata[i]);
      if (titles)
        continue;
      copy_first (all, readings->pdata[i], ENT_READING_KIND);
      copy_first (all, readings->pdata[i], ENT_READING_SIGNED_ON);
      copy_first (all, readings->pdata[i], ENT_READING_SIGNED_AT);
    }
  for (guint i = readings->len; i-- > 1;)
    {
      for (guint j = 0; j < i; j++)
        {
          if (!have_same_parties (readings->pdata[i], readings->pdata[j]))
            continue;
          g_ptr_array_remove_index (readings, i);
          break;
        }
    }

  return readings->len >= 2 ? g_steal_pointer (&readings) : NULL;
}

/**
 * ent_document_reading_new:
 * @text: UTF-8 text of a document or a page; form feeds part its pages
 * @length: its bytes, or -1
 *
 * Reads what @text says of an agreement, or of several between different parties. Nothing is
 * guessed: what it does not say has no proposal. Takes time in proportion to @text; may be called
 * in any thread.
 *
 * Returns: (transfer full): the agreements of @text
 */
EntDocumentReading *
ent_document_reading_new (const char *text, gssize length)
{
  EntDocumentReading *self = g_new0 (EntDocumentReading, 1);
  g_autoptr (EntReaderText) ready = ent_reader_text_new (text, length);
  EntScan scan = { .text = ready, .flow = ready->flow, .length = ready->length };

  scan.lang = ent_scan_get_language (&scan, ent_scan_whole (&scan));
  scan.length = find_end (&scan);
  read_scan (&scan);

  self->language = g_strdup (scan.lang);
  self->end = ready->origins[scan.length];
  self->agreements = read_parts (&scan, scan.reading, FALSE);
  if (self->agreements == NULL)
    self->agreements = read_parts (&scan, scan.reading, TRUE);
  ent_scan_clear (&scan);
  self->work = scan.work;
  if (self->agreements != NULL)
    reading_free (scan.reading);
  else
    {
      self->agreements = g_ptr_array_new_with_free_func (reading_free);
      g_ptr_array_add (self->agreements, scan.reading);
    }

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
