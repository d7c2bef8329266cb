/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-review-private.h"

#include "base/ent-date.h"

/* Fewer points do not make an agreement the one that a text is about. */
#define ENOUGH 3

/* What two agreements of the same parties may have in common. */
#define SAME_DAY 4
#define SAME_PERIOD 3
#define SAME_TITLE 3
#define LIKE_TITLE 1
#define LIKE 0.7

typedef struct
{
  EntId id;
  int points;
} Candidate;

/* How many of the parties of @agreement the text names. */
static guint
count_parties (EntReview *self, EntId agreement)
{
  g_autoptr (GPtrArray)
      parties = ent_project_get_children (self->project, agreement, &ent_party_table, "agreement");
  guint n = 0;

  for (guint i = 0; i < self->reading->proposals->len; i++)
    {
      const EntProposal *proposal = self->reading->proposals->pdata[i];
      g_autoptr (GArray) found = NULL;
      gboolean is_party = FALSE;

      if (proposal->field != ENT_READING_PARTY)
        continue;
      found = ent_review_names_find (self->organisations, proposal->value);
      for (guint j = 0; j < parties->len && !is_party; j++)
        for (guint k = 0; k < found->len; k++)
          is_party = is_party
                     || ENT_PARTY (g_ptr_array_index (parties, j))->organisation
                            == g_array_index (found, EntId, k);
      n += is_party ? 1 : 0;
    }

  return n;
}

static gboolean
touches (const EntDate *recorded, const EntProposal *proposal)
{
  g_autoptr (EntDate) read = proposal ? ent_date_new (proposal->value, NULL) : NULL;

  return recorded && read
         && ent_date_touches (recorded, ent_date_get_earliest (read), ent_date_get_latest (read));
}

static gboolean
is_called (EntReview *self, EntRecord *agreement, const char *title)
{
  EntId id = ent_record_get_id (agreement);
  g_autofree char *french = ent_record_dup_title (agreement, self->project, "fr");
  g_autofree char *english = ent_record_dup_title (agreement, self->project, "en");
  g_autoptr (GPtrArray)
      aliases = ent_project_get_children (self->project, id, &ent_alias_table, "record");

  for (guint i = 0; i < aliases->len; i++)
    if (ent_review_is_same_text (ENT_ALIAS (g_ptr_array_index (aliases, i))->name, title))
      return TRUE;

  return ent_review_is_same_text (french, title) || ent_review_is_same_text (english, title);
}

static int
weigh_title (EntReview *self, EntAgreement *agreement)
{
  const EntProposal *title = ent_agreement_reading_find (self->reading, ENT_READING_TITLE);

  if (!title)
    return 0;
  if (is_called (self, ENT_RECORD (agreement), title->value))
    return SAME_TITLE;

  return ent_review_likeness (agreement->title, title->value) >= LIKE ? LIKE_TITLE : 0;
}

/* 0: another agreement. */
static int
weigh (EntReview *self, EntAgreement *agreement)
{
  const EntProposal *on = ent_agreement_reading_find (self->reading, ENT_READING_SIGNED_ON);
  const EntProposal *from = ent_agreement_reading_find (self->reading, ENT_READING_VALID_FROM);
  const EntProposal *to = ent_agreement_reading_find (self->reading, ENT_READING_VALID_TO);
  guint n_parties = count_parties (self, ent_record_get_id (ENT_RECORD (agreement)));
  gboolean same_day = touches (agreement->signed_on, on);
  gboolean same_end = touches (agreement->ends, to);
  int points = weigh_title (self, agreement);

  if (n_parties < 2)
    return 0;
  if (on && agreement->signed_on && !same_day)
    return 0;
  if (to && agreement->ends && !same_end)
    return 0;
  points += same_day ? SAME_DAY : 0;
  points += same_end || (from && touches (agreement->effective, from)) ? SAME_PERIOD : 0;

  return points >= ENOUGH ? points : 0;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  return left->points != right->points ? right->points - left->points
                                       : (left->id > right->id) - (left->id < right->id);
}

/* The agreements that the text may complete, the likeliest first: of the same parties, and signed
 * on the same day, of the same period or called alike. A text that says otherwise is about
 * another one: such agreements of the same parties come last. @likely: (out): the one it completes,
 * or none. */
GArray *
ent_review_find_agreements (EntReview *self, EntId *likely)
{
  GListModel *list = ent_project_get_list (self->project, &ent_agreement_table);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GArray *found = g_array_new (FALSE, FALSE, sizeof (EntId));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntAgreement) agreement = g_list_model_get_item (list, i);
      EntId id = ent_record_get_id (ENT_RECORD (agreement));
      Candidate candidate = { id, weigh (self, agreement) };

      if (candidate.points > 0 || count_parties (self, id) >= 2)
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  *likely = candidates->len > 0 && g_array_index (candidates, Candidate, 0).points > 0
                ? g_array_index (candidates, Candidate, 0).id
                : ENT_ID_NONE;
  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (found, g_array_index (candidates, Candidate, i).id);

  return found;
}

/* The earlier agreement of the same parties that @proposal speaks of, by its date or title. */
EntId
ent_review_find_renewed (EntReview *self, const EntProposal *proposal)
{
  GListModel *list = ent_project_get_list (self->project, &ent_agreement_table);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EntAgreement) agreement = g_list_model_get_item (list, i);
      EntId id = ent_record_get_id (ENT_RECORD (agreement));

      if (id != self->target && count_parties (self, id) >= 2
          && (touches (agreement->signed_on, proposal)
              || is_called (self, ENT_RECORD (agreement), proposal->value)))
        return id;
    }

  return ENT_ID_NONE;
}
