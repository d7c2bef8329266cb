/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agreements/ent-agreement-filter.h"

#include "ui/views/agreements/ent-agreement-list.h"

#define ALL_STATUSES ((1u << (ENT_STATUS_TERMINATED + 1)) - 1)
#define OPEN_STATUSES                                                                             \
  (ALL_STATUSES & ~((1u << ENT_STATUS_ENDED) | (1u << ENT_STATUS_TERMINATED)))

/* "Ends within twelve months": the lead an end date is given. */
#define LEAD_DAYS 366

struct _EntAgreementFilter
{
  EntRecordFilter parent_instance;

  EntScope scope;
  guint statuses; /* bit a status */
  gboolean ending;
};

G_DEFINE_FINAL_TYPE (EntAgreementFilter, ent_agreement_filter, ENT_TYPE_RECORD_FILTER)

static gboolean
matches_scope (EntAgreementFilter *self, EntRole role)
{
  gboolean ours = role == ENT_ROLE_PARTY || role == ENT_ROLE_PARTNER;

  switch (self->scope)
    {
    case ENT_SCOPE_OURS:
      return ours;
    case ENT_SCOPE_FOLLOWED:
      return !ours;
    case ENT_SCOPE_ALL:
      return TRUE;
    }

  g_assert_not_reached ();
}

static gboolean
ent_agreement_filter_matches (EntRecordFilter *filter, EntRecordItem *item)
{
  EntAgreementFilter *self = ENT_AGREEMENT_FILTER (filter);
  const EntAgreementFacts *facts = item->facts;

  if (!matches_scope (self, facts->role) || (self->statuses & (1u << facts->status)) == 0)
    return FALSE;

  return !self->ending || (facts->days_left >= 0 && facts->days_left <= LEAD_DAYS);
}

static void
ent_agreement_filter_show_all (EntRecordFilter *filter)
{
  EntAgreementFilter *self = ENT_AGREEMENT_FILTER (filter);

  self->scope = ENT_SCOPE_ALL;
  self->statuses = ALL_STATUSES;
  self->ending = FALSE;
}

static void
ent_agreement_filter_reset (EntRecordFilter *filter)
{
  EntAgreementFilter *self = ENT_AGREEMENT_FILTER (filter);

  self->scope = ENT_SCOPE_OURS;
  self->statuses = OPEN_STATUSES;
  self->ending = FALSE;
}

static gboolean
ent_agreement_filter_is_default (EntRecordFilter *filter)
{
  EntAgreementFilter *self = ENT_AGREEMENT_FILTER (filter);

  return self->scope == ENT_SCOPE_OURS && self->statuses == OPEN_STATUSES && !self->ending;
}

static void
ent_agreement_filter_class_init (EntAgreementFilterClass *klass)
{
  EntRecordFilterClass *filter_class = ENT_RECORD_FILTER_CLASS (klass);

  filter_class->matches = ent_agreement_filter_matches;
  filter_class->show_all = ent_agreement_filter_show_all;
  filter_class->reset = ent_agreement_filter_reset;
  filter_class->is_default = ent_agreement_filter_is_default;
}

static void
ent_agreement_filter_init (EntAgreementFilter *self)
{
  self->scope = ENT_SCOPE_OURS;
  self->statuses = OPEN_STATUSES;
}

EntAgreementFilter *
ent_agreement_filter_new (void)
{
  return g_object_new (ENT_TYPE_AGREEMENT_FILTER, NULL);
}

void
ent_agreement_filter_set_scope (EntAgreementFilter *self, EntScope scope)
{
  if (self->scope == scope)
    return;

  self->scope = scope;
  ent_record_filter_changed (ENT_RECORD_FILTER (self));
}

EntScope
ent_agreement_filter_get_scope (EntAgreementFilter *self)
{
  return self->scope;
}

void
ent_agreement_filter_set_status (EntAgreementFilter *self, EntStatus status, gboolean shown)
{
  guint statuses = shown ? self->statuses | (1u << status) : self->statuses & ~(1u << status);

  if (statuses == self->statuses)
    return;

  self->statuses = statuses;
  ent_record_filter_changed (ENT_RECORD_FILTER (self));
}

gboolean
ent_agreement_filter_has_status (EntAgreementFilter *self, EntStatus status)
{
  return (self->statuses & (1u << status)) != 0;
}

/* As it starts: every state but the two that are over. */
gboolean
ent_agreement_filter_hides_ended (EntAgreementFilter *self)
{
  return self->statuses == OPEN_STATUSES;
}

void
ent_agreement_filter_set_ending (EntAgreementFilter *self, gboolean ending)
{
  if (self->ending == ending)
    return;

  self->ending = ending;
  ent_record_filter_changed (ENT_RECORD_FILTER (self));
}

gboolean
ent_agreement_filter_get_ending (EntAgreementFilter *self)
{
  return self->ending;
}
