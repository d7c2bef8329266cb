/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-review-private.h"

#include "base/ent-date.h"
#include "base/ent-text.h"

/* From here on two wordings are of one thing. */
#define LIKE 0.5

static EntRecord *
get_target (EntReview *self)
{
  return ent_project_get (self->project, self->target);
}

static const EntColumn *
find_column (EntRecord *record, const char *name)
{
  return ent_table_find_column (ent_record_get_table (record), name);
}

static void
set_state (EntReviewItem *item, EntReviewState state)
{
  item->state = state;
  item->choice = state == ENT_REVIEW_NEW && item->proposal->confidence >= ENT_READING_SURE
                     ? ENT_REVIEW_TAKE
                     : ENT_REVIEW_LEAVE;
}

static void
set_differs (EntReviewItem *item, EntReviewChoice choice)
{
  set_state (item, ENT_REVIEW_DIFFERS);
  item->choice = choice;
}

/* Another wording is kept beside the recorded one. */
static void
match_wording (EntReviewItem *item, EntRecord *record, const char *name)
{
  const EntColumn *column = find_column (record, name);
  gboolean same = FALSE;

  item->record = ent_record_get_id (record);
  item->column = column;
  item->recorded = ent_record_dup_value (record, column);
  if (!item->recorded)
    {
      set_state (item, ENT_REVIEW_NEW);
      return;
    }
  for (guint i = 0; i < 2 && !same; i++)
    same = ent_review_is_same_text (
        ent_record_get_text (record, column, i == 0 ? "fr" : "en", NULL), item->value);
  if (same)
    set_state (item, ENT_REVIEW_SAME);
  else
    set_differs (item, ENT_REVIEW_VARIANT);
}

static gboolean
lies_in (const EntDate *inner, const EntDate *outer)
{
  return ent_date_get_earliest (inner) >= ent_date_get_earliest (outer)
         && ent_date_get_latest (inner) <= ent_date_get_latest (outer);
}

/* What is recorded more exactly is right; a more exact day takes the place of a year. */
static void
match_date (EntReviewItem *item, EntRecord *record, const char *name)
{
  const EntColumn *column = find_column (record, name);
  EntDate *recorded = ent_record_get_date (record, column);
  g_autoptr (EntDate) read = ent_date_new (item->value, NULL);

  item->record = ent_record_get_id (record);
  item->column = column;
  if (!read)
    {
      set_state (item, ENT_REVIEW_SILENT);
      return;
    }
  if (!recorded)
    {
      set_state (item, ENT_REVIEW_NEW);
      return;
    }
  item->recorded = g_strdup (ent_date_get_text (recorded));
  if (lies_in (recorded, read))
    set_state (item, ENT_REVIEW_SAME);
  else
    set_differs (item, lies_in (read, recorded) && item->proposal->confidence >= ENT_READING_SURE
                           ? ENT_REVIEW_TAKE
                           : ENT_REVIEW_LEAVE);
}

static void
match_scalar (EntReview *self, EntReviewItem *item)
{
  static const char *const columns[ENT_READING_N_FIELDS] = {
    [ENT_READING_TITLE] = "title",          [ENT_READING_SIGNED_ON] = "signed",
    [ENT_READING_VALID_FROM] = "effective", [ENT_READING_VALID_TO] = "ends",
    [ENT_READING_TERM] = "label",
  };
  EntReadingField field = item->proposal->field;
  EntRecord *target = get_target (self);

  item->value = g_strdup (item->proposal->value);
  item->column = ent_table_find_column (&ent_agreement_table, columns[field]);
  if (!target && item->column->kind == ENT_KIND_DATE)
    {
      g_autoptr (EntDate) date = ent_date_new (item->value, NULL);

      set_state (item, date ? ENT_REVIEW_NEW : ENT_REVIEW_SILENT);
    }
  else if (!target)
    {
      set_state (item, ENT_REVIEW_NEW);
      /* An agreement needs a title, and this is the best there is. */
      if (field == ENT_READING_TITLE)
        item->choice = ENT_REVIEW_TAKE;
    }
  else if (item->column->kind == ENT_KIND_DATE)
    match_date (item, target, columns[field]);
  else
    match_wording (item, target, columns[field]);
}

/* The kinds of the reader in those of the records; a renewal is of no kind of its own. */
static const char *
get_kind (const char *read)
{
  static const char *const kinds[][2] = {
    { "twinning", "twinning" },     { "cooperation_protocol", "protocol" },
    { "memorandum", "mou" },        { "letter_of_intent", "intent" },
    { "convention", "convention" }, { "amendment", "amendment" },
    { "other", "accord" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i][0], read))
      return kinds[i][1];

  return NULL;
}

static void
match_kind (EntReview *self, EntReviewItem *item)
{
  EntAgreement *target = ENT_AGREEMENT (get_target (self));
  const char *kind = get_kind (item->proposal->value);

  item->value = g_strdup (kind);
  item->column = ent_table_find_column (&ent_agreement_table, "kind");
  /* "Other" says nothing against what is recorded. */
  if (!kind || (target && g_str_equal (item->proposal->value, "other")))
    set_state (item, ENT_REVIEW_SILENT);
  else if (!target)
    set_state (item, ENT_REVIEW_NEW);
  else
    {
      item->record = self->target;
      item->recorded = g_strdup (target->kind);
      if (g_strcmp0 (target->kind, kind) == 0)
        set_state (item, ENT_REVIEW_SAME);
      else
        set_differs (item, ENT_REVIEW_LEAVE);
    }
}

static void
look_up (EntReviewItem *item, EntReviewNames *names)
{
  if (item->candidates)
    return;

  item->candidates = ent_review_names_find (names, item->proposal->value);
  item->known = ent_review_names_choose (names, item->candidates, item->proposal->value);
  if (item->known == ENT_ID_NONE)
    {
      g_array_unref (item->candidates);
      item->candidates = ent_review_names_find_like (names, item->proposal->value);
    }
}

/* Not known by that name; where somebody may be meant, that is for the officer to say. */
static void
set_unrecorded (EntReviewItem *item)
{
  set_state (item, ENT_REVIEW_NEW);
  if (item->known == ENT_ID_NONE && item->candidates->len > 0
      && item->proposal->field == ENT_READING_SIGNATORY)
    item->choice = ENT_REVIEW_LEAVE;
}

static void
match_party (EntReview *self, EntReviewItem *item)
{
  g_autoptr (GPtrArray) parties = ent_project_get_children (self->project, self->target,
                                                            &ent_party_table, "agreement");

  look_up (item, self->organisations);
  set_state (item, ENT_REVIEW_NEW);
  for (guint i = 0; i < parties->len; i++)
    {
      EntParty *party = g_ptr_array_index (parties, i);

      for (guint j = 0; j < item->candidates->len; j++)
        if (party->organisation == g_array_index (item->candidates, EntId, j)
            && item->known == party->organisation)
          {
            item->record = ent_record_get_id (ENT_RECORD (party));
            set_state (item, ENT_REVIEW_SAME);
          }
    }
}

/* Names of a side in the text: "Hué" of "Ville de Hué". */
EntId
ent_review_find_side (EntReview *self, const char *party)
{
  g_autoptr (GArray) found = ent_review_names_find (self->organisations, party);

  return ent_review_names_choose (self->organisations, found, party);
}

static void
match_place (EntReview *self, EntReviewItem *item)
{
  g_autoptr (GPtrArray) signings = ent_project_get_children (self->project, self->target,
                                                             &ent_signing_table, "agreement");
  EntSigning *act = ENT_SIGNING (ent_project_get (self->project, self->signing));

  look_up (item, self->places);
  set_state (item, ENT_REVIEW_NEW);
  for (guint i = 0; i < signings->len; i++)
    {
      EntSigning *signing = g_ptr_array_index (signings, i);

      if (item->known != ENT_ID_NONE && signing->place == item->known)
        {
          item->record = ent_record_get_id (ENT_RECORD (signing));
          set_state (item, ENT_REVIEW_SAME);
          return;
        }
    }
  if (act && act->place != ENT_ID_NONE
      && !ent_agreement_reading_find (self->reading, ENT_READING_REMOTE))
    {
      item->record = self->signing;
      item->column = ent_table_find_column (&ent_signing_table, "place");
      item->recorded = ent_record_dup_value (ENT_RECORD (act), item->column);
      set_differs (item, ENT_REVIEW_LEAVE);
    }
}

static void
match_remote (EntReview *self, EntReviewItem *item)
{
  EntSigning *act = ENT_SIGNING (ent_project_get (self->project, self->signing));

  item->value = g_strdup ("remote");
  item->column = ent_table_find_column (&ent_signing_table, "mode");
  item->record = self->signing;
  if (!act || !act->mode)
    set_state (item, ENT_REVIEW_NEW);
  else
    {
      item->recorded = g_strdup (act->mode);
      if (g_str_equal (act->mode, "remote"))
        set_state (item, ENT_REVIEW_SAME);
      else
        set_differs (item, ENT_REVIEW_LEAVE);
    }
}

static void
match_renews (EntReview *self, EntReviewItem *item)
{
  g_autoptr (GPtrArray)
      links = ent_project_get_children (self->project, self->target, &ent_link_table, "source");

  if (!item->candidates)
    {
      item->candidates = g_array_new (FALSE, FALSE, sizeof (EntId));
      item->known = ent_review_find_renewed (self, item->proposal);
      if (item->known != ENT_ID_NONE)
        g_array_append_val (item->candidates, item->known);
    }
  set_state (item, item->known != ENT_ID_NONE ? ENT_REVIEW_NEW : ENT_REVIEW_UNKNOWN);
  for (guint i = 0; i < links->len; i++)
    {
      EntLink *link = g_ptr_array_index (links, i);

      if (link->target == item->known && g_strcmp0 (link->kind, "renews") == 0)
        {
          item->record = ent_record_get_id (ENT_RECORD (link));
          set_state (item, ENT_REVIEW_SAME);
        }
    }
}

/* The record of the target whose wording is nearest, if any is near enough. */
static EntRecord *
find_like (GPtrArray *records, const char *kind, const char *text)
{
  EntRecord *best = NULL;
  double most = LIKE;

  for (guint i = 0; i < records->len; i++)
    {
      EntRecord *record = g_ptr_array_index (records, i);
      EntProvision *provision = ENT_IS_PROVISION (record) ? ENT_PROVISION (record) : NULL;
      const char *words = provision ? (provision->title ? provision->title : provision->text)
                                    : ENT_OBLIGATION (record)->text;
      double likeness = 0;

      if (provision && g_strcmp0 (provision->kind, kind) != 0)
        continue;
      if (ent_review_is_same_text (words, text))
        return record;
      likeness = ent_review_likeness (words, text);
      if (likeness > most)
        {
          most = likeness;
          best = record;
        }
    }

  return best;
}

static void
match_provision (EntReview *self, EntReviewItem *item)
{
  gboolean theme = item->proposal->field == ENT_READING_THEME;
  g_autoptr (GPtrArray) provisions = ent_project_get_children (self->project, self->target,
                                                               &ent_provision_table, "agreement");
  EntRecord *like = find_like (provisions, theme ? "theme" : "commitment", item->proposal->value);

  item->value = g_strdup (item->proposal->value);
  if (like)
    match_wording (item, like, ENT_PROVISION (like)->title ? "title" : "text");
  else
    set_state (item, ENT_REVIEW_NEW);
}

static void
match_obligation (EntReview *self, EntReviewItem *item)
{
  g_autoptr (GPtrArray) obligations = ent_project_get_children (self->project, self->target,
                                                                &ent_obligation_table, "record");
  EntRecord *like = find_like (obligations, NULL, item->proposal->value);

  item->value = g_strdup (item->proposal->value);
  if (like)
    match_wording (item, like, "text");
  else
    set_state (item, ENT_REVIEW_NEW);
}

static void
match_body (EntReview *self, EntReviewItem *item)
{
  g_autoptr (GPtrArray) bodies = ent_project_get_children (self->project, self->target,
                                                           &ent_participation_table, "record");

  look_up (item, self->organisations);
  set_state (item, ENT_REVIEW_NEW);
  for (guint i = 0; i < bodies->len; i++)
    {
      EntParticipation *body = g_ptr_array_index (bodies, i);

      if (g_strcmp0 (body->role, "follow_up") == 0 && item->known != ENT_ID_NONE
          && body->organisation == item->known)
        {
          item->record = ent_record_get_id (ENT_RECORD (body));
          set_state (item, ENT_REVIEW_SAME);
        }
    }
}

/* The number that a text writes in figures or words: "deux exemplaires", "in duplicate". */
static guint
count_copies (const char *text)
{
  static const struct
  {
    const char *word;
    guint n;
  } words[] = {
    { "deux", 2 },  { "trois", 3 },  { "quatre", 4 },    { "cinq", 5 },       { "six", 6 },
    { "huit", 8 },  { "two", 2 },    { "three", 3 },     { "four", 4 },       { "five", 5 },
    { "eight", 8 }, { "double", 2 }, { "duplicate", 2 }, { "triplicate", 3 }, { "triple", 3 },
  };
  g_autofree char *key = ent_review_dup_key (text);
  g_auto (GStrv) parts = g_strsplit (key, " ", -1);

  for (guint i = 0; parts[i]; i++)
    {
      if (g_ascii_isdigit (*parts[i]))
        return (guint) g_ascii_strtoull (parts[i], NULL, 10);
      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        if (g_str_equal (parts[i], words[j].word))
          return words[j].n;
    }

  return 0;
}

static void
match_copies (EntReview *self, EntReviewItem *item)
{
  g_autoptr (GPtrArray)
      copies = ent_project_get_children (self->project, self->target, &ent_copy_table, "agreement");
  guint n = count_copies (item->proposal->value);

  item->value = g_strdup_printf ("%u", n);
  if (n < 1 || n > 20)
    set_state (item, ENT_REVIEW_SILENT);
  else if (copies->len == 0)
    set_state (item, ENT_REVIEW_NEW);
  else if (copies->len == n)
    set_state (item, ENT_REVIEW_SAME);
  else
    {
      item->recorded = g_strdup_printf ("%u", copies->len);
      set_state (item, ENT_REVIEW_UNKNOWN);
    }
}

/* A language is that of the copies; where none is known yet, of one. */
static void
match_language (EntReview *self, EntReviewItem *item)
{
  g_autoptr (GPtrArray)
      copies = ent_project_get_children (self->project, self->target, &ent_copy_table, "agreement");

  item->value = g_strdup (item->proposal->value);
  set_state (item, copies->len > 0 ? ENT_REVIEW_SILENT : ENT_REVIEW_NEW);
  for (guint i = 0; i < copies->len; i++)
    {
      g_autofree char *recorded = ent_review_dup_key (
          ENT_COPY (g_ptr_array_index (copies, i))->language);
      g_autofree char *read = ent_review_dup_key (item->value);

      if (*read && g_strstr_len (recorded, -1, read))
        set_state (item, ENT_REVIEW_SAME);
    }
}

static void
match_signatory (EntReview *self, EntReviewItem *item)
{
  g_autoptr (GPtrArray) signings = ent_project_get_children (self->project, self->target,
                                                             &ent_signing_table, "agreement");

  look_up (item, self->people);
  set_unrecorded (item);
  for (guint i = 0; i < signings->len; i++)
    {
      EntId act = ent_record_get_id (g_ptr_array_index (signings, i));
      g_autoptr (GPtrArray)
          people = ent_project_get_children (self->project, act, &ent_signatory_table, "signing");

      for (guint j = 0; j < people->len; j++)
        {
          EntRecord *signatory = g_ptr_array_index (people, j);

          if (item->known == ENT_ID_NONE || ENT_SIGNATORY (signatory)->person != item->known)
            continue;
          item->record = ent_record_get_id (signatory);
          item->value = g_strdup (item->proposal->detail);
          if (item->value)
            match_wording (item, signatory, "function");
          else
            set_state (item, ENT_REVIEW_SAME);
          return;
        }
    }
}

void
ent_review_match_item (EntReview *self, EntReviewItem *item)
{
  static void (*const matches[ENT_READING_N_FIELDS]) (EntReview *self, EntReviewItem *item) = {
    [ENT_READING_TITLE] = match_scalar,          [ENT_READING_KIND] = match_kind,
    [ENT_READING_PARTY] = match_party,           [ENT_READING_SIGNED_ON] = match_scalar,
    [ENT_READING_SIGNED_AT] = match_place,       [ENT_READING_REMOTE] = match_remote,
    [ENT_READING_VALID_FROM] = match_scalar,     [ENT_READING_VALID_TO] = match_scalar,
    [ENT_READING_TERM] = match_scalar,           [ENT_READING_RENEWS] = match_renews,
    [ENT_READING_THEME] = match_provision,       [ENT_READING_COMMITMENT] = match_provision,
    [ENT_READING_OBLIGATION] = match_obligation, [ENT_READING_BODY] = match_body,
    [ENT_READING_COPIES] = match_copies,         [ENT_READING_LANGUAGE] = match_language,
    [ENT_READING_SIGNATORY] = match_signatory,
  };

  g_clear_pointer (&item->value, g_free);
  g_clear_pointer (&item->recorded, g_free);
  item->record = ENT_ID_NONE;
  item->column = NULL;
  matches[item->proposal->field](self, item);
}

/* The act of signing that the text is about: of its day, or the only one. */
static EntId
find_signing (EntReview *self)
{
  const EntProposal *on = ent_agreement_reading_find (self->reading, ENT_READING_SIGNED_ON);
  g_autoptr (EntDate) read = on ? ent_date_new (on->value, NULL) : NULL;
  g_autoptr (GPtrArray) signings = ent_project_get_children (self->project, self->target,
                                                             &ent_signing_table, "agreement");

  for (guint i = 0; i < signings->len; i++)
    {
      EntSigning *signing = g_ptr_array_index (signings, i);

      if (!read || !signing->date
          || ent_date_touches (signing->date, ent_date_get_earliest (read),
                               ent_date_get_latest (read)))
        return ent_record_get_id (ENT_RECORD (signing));
    }

  return ENT_ID_NONE;
}

void
ent_review_match (EntReview *self)
{
  gboolean signed_seen = FALSE;

  self->signing = find_signing (self);
  for (guint i = 0; i < self->items->len; i++)
    {
      EntReviewItem *item = g_ptr_array_index (self->items, i);

      ent_review_match_item (self, item);
      /* The agreement has one day of signature; others are of further acts. */
      if (item->proposal->field == ENT_READING_SIGNED_ON)
        {
          if (signed_seen)
            set_state (item, ENT_REVIEW_SILENT);
          signed_seen = TRUE;
        }
    }
}
