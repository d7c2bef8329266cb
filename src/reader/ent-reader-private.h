/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader/ent-reader-text.h"
#include "reader/ent-reading.h"

G_BEGIN_DECLS

/* The head of a function: what people sign as. */
#define ENT_READER_OFFICE                                                                          \
  "(?i:(?:(?:vice|1er|1ère|premier|première|député|députée|former|deputy|acting|then)[ -])*"       \
  "(?:maire(?:sse)?(?:-adjointe?)?|bourgmestre|bürgermeister(?:in)?|oberbürgermeister(?:in)?|"     \
  "(?:vice-?)?présidente?|ministre(?:-présidente?)?|rect(?:eur|rice)|recteur|échevine?|adjointe?|" \
  "directe?(?:ur|rice)|dir\\.|secrétaire|gouverneure?|préfète?|conseill(?:er|ère)|ambassad(?:eur|" \
  "rice)|consule?|"                                                                                \
  "p\\.?d\\.?g\\.?|délégué|chef(?:fe)?|député|sénat(?:eur|rice)|doyenne?|administrat(?:eur|rice)|" \
  "représentante?|syndic(?:que)?|greffi(?:er|ère)|chancelière?|wali|"                              \
  "(?:lord "                                                                                       \
  ")?mayor(?:ess)?|chair(?:man|woman|person)?|president|governor|premier|commissioner|director|"   \
  "secretary|"                                                                                     \
  "minister|councill?or|alderman|chancellor|rector|prefect|provost|administrator|manager|"         \
  "chief|leader|ambassador|consul|dean|alcalde|sindaco)(?:\\b|(?<=\\.)))"

/* A function with what it is a function of. */
#define ENT_READER_ROLE                                                                            \
  "(?:" ENT_READER_OFFICE "(?:(?! et | and )[^,;.\\n\\t()]|gén\\.|P\\.D\\.G\\.){0,90}?)"

/* A stretch of the flow, in bytes. */
typedef struct
{
  gsize start;
  gsize end;
} EntSpan;

/* A date as the text writes it. Month and day are 0 where it names none; year is 0 where it
 * must be understood. */
typedef struct
{
  EntSpan span;
  int year;
  int month;
  int day;
} EntReadDate;

/* Someone or something that may be a party. */
typedef struct
{
  char *name;
  char *core; /* folded, without what every city is called */
  char *country;
  double weight;
  gboolean minor;
  gboolean formal; /* named with its representative */
  EntSpan span;
} EntReadParty;

/* A text while it is being read. */
typedef struct
{
  const EntReaderText *text;
  const char *flow;
  gsize length; /* of what is about the agreement: other articles of a page come after */
  const char *lang;
  gboolean formal;    /* the agreement itself, not a report on it */
  gboolean american;  /* its dates name the month first */
  GArray *lines;      /* of EntSpan, in their order */
  GArray *sentences;  /* of EntSpan, in their order */
  GArray *dates;      /* of EntReadDate */
  GPtrArray *parties; /* of EntReadParty, the surest first */
  guint64 work;       /* bytes that patterns were held against */
  EntAgreementReading *reading;
} EntScan;

/* Called for each match of a pattern; FALSE ends the search. */
typedef gboolean (*EntReadMatch) (EntScan *scan, GMatchInfo *match, gpointer data);

/* Called for each stretch that is found. */
typedef void (*EntReadSpanFunc) (EntScan *scan, EntSpan span, gpointer data);

GRegex *ent_reader_regex (const char *pattern);
void ent_scan_each (
    EntScan *scan, const char *pattern, EntSpan within, EntReadMatch visit, gpointer data);
gboolean ent_scan_find (
    EntScan *scan, const char *pattern, EntSpan within, int group, EntSpan *found);
void ent_scan_each_once (EntScan *scan, const char *pattern, EntReadMatch visit, gpointer data);
gboolean ent_scan_has (EntScan *scan, const char *pattern, EntSpan within);
EntSpan ent_match_span (GMatchInfo *match, int group);
EntSpan ent_match_named (GMatchInfo *match, const char *group);
EntSpan ent_scan_whole (EntScan *scan);
EntSpan ent_scan_sentence (EntScan *scan, gsize at);
EntSpan ent_scan_line (EntScan *scan, gsize at);
const char *ent_scan_get_language (EntScan *scan, EntSpan span);
gboolean ent_scan_is_foreign (EntScan *scan, EntSpan span);
void ent_scan_clear (EntScan *scan);
char *ent_scan_text (EntScan *scan, EntSpan span);

EntProposal *ent_scan_propose (
    EntScan *scan, EntReadingField field, const char *value, int confidence, EntSpan span);

char *ent_read_core (const char *name);
char *ent_read_tidy_name (const char *name);
gboolean ent_read_is_misread (const char *one, const char *other);
gboolean ent_read_is_place (const char *core);
gboolean ent_read_holds (const char *longer, const char *shorter);
const char *ent_read_country (const char *name);
EntReadParty *ent_scan_find_party (EntScan *scan, const char *words);
EntReadParty *ent_scan_find_party_before (EntScan *scan, gsize at);
void ent_scan_propose_person (
    EntScan *scan, EntSpan name, const char *role, const char *side, int confidence);

/* A case of a rule: a text in which its pattern is found, and what is read from it. */
typedef struct
{
  const char *pattern; /* NULL where it is held against a part of the text */
  const char *text;
  EntReadingField field;
  const char *expected; /* parted by |; NULL where finding it is all */
} EntReadExample;

typedef void (*EntReadExampleFunc) (const EntReadExample *example, gpointer data);

void ent_read_name_examples (EntReadExampleFunc visit, gpointer data);
void ent_read_kind_examples (EntReadExampleFunc visit, gpointer data);
void ent_read_party_examples (EntReadExampleFunc visit, gpointer data);
void ent_read_signing_examples (EntReadExampleFunc visit, gpointer data);
void ent_read_period_examples (EntReadExampleFunc visit, gpointer data);
void ent_read_theme_examples (EntReadExampleFunc visit, gpointer data);
void ent_read_duty_examples (EntReadExampleFunc visit, gpointer data);
void ent_read_body_examples (EntReadExampleFunc visit, gpointer data);
void ent_read_signatory_examples (EntReadExampleFunc visit, gpointer data);

gboolean ent_read_is_area (const char *words);
void ent_read_area_lists (EntScan *scan, EntReadSpanFunc visit, gpointer data);
GArray *ent_read_split (EntScan *scan, gboolean titles);

char *ent_read_format_date (const EntReadDate *date);
void ent_read_dates (EntScan *scan);
void ent_read_kind (EntScan *scan);
void ent_read_parties (EntScan *scan);
void ent_read_signing (EntScan *scan);
void ent_read_period (EntScan *scan);
void ent_read_making (EntScan *scan);
void ent_read_themes (EntScan *scan);
void ent_read_duties (EntScan *scan);
void ent_read_bodies (EntScan *scan);
void ent_read_blocks (EntScan *scan);
void ent_read_signatories (EntScan *scan);

G_END_DECLS
