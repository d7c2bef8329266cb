/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agreements/ent-agreement-filter.h"

#include <string.h>

#include "base/ent-text.h"

#define ALL_STATUSES ((1u << (ENT_STATUS_TERMINATED + 1)) - 1)
#define OPEN_STATUSES                                                                             \
  (ALL_STATUSES & ~((1u << ENT_STATUS_ENDED) | (1u << ENT_STATUS_TERMINATED)))

/* "Ends within twelve months": the lead an end date is given. */
#define LEAD_DAYS 366

struct _EntAgreementFilter
{
  GtkFilter parent_instance;

  GStrv words; /* folded words of the query */
  EntScope scope;
  guint statuses; /* bit a status */
  gboolean ending;
  GHashTable *countries; /* EntId *; empty for all */
};

G_DEFINE_FINAL_TYPE (EntAgreementFilter, ent_agreement_filter, GTK_TYPE_FILTER)

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
ent_agreement_filter_match (GtkFilter *filter, gpointer data)
{
  EntAgreementFilter *self = ENT_AGREEMENT_FILTER (filter);
  EntAgreementItem *item = data;

  if (!matches_scope (self, item->role) || (self->statuses & (1u << item->status)) == 0)
    return FALSE;
  if (self->ending && (item->days_left < 0 || item->days_left > LEAD_DAYS))
    return FALSE;
  if (g_hash_table_size (self->countries) > 0
      && !g_hash_table_contains (self->countries, &item->country_id))
    return FALSE;

  for (guint i = 0; self->words && self->words[i]; i++)
    if (!strstr (item->haystack, self->words[i]))
      return FALSE;

  return TRUE;
}

static void
ent_agreement_filter_finalize (GObject *object)
{
  EntAgreementFilter *self = ENT_AGREEMENT_FILTER (object);

  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->countries, g_hash_table_unref);

  G_OBJECT_CLASS (ent_agreement_filter_parent_class)->finalize (object);
}

static void
ent_agreement_filter_class_init (EntAgreementFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_agreement_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = ent_agreement_filter_match;
}

static void
ent_agreement_filter_init (EntAgreementFilter *self)
{
  self->countries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->scope = ENT_SCOPE_OURS;
  self->statuses = OPEN_STATUSES;
}

EntAgreementFilter *
ent_agreement_filter_new (void)
{
  return g_object_new (ENT_TYPE_AGREEMENT_FILTER, NULL);
}

static void
changed (EntAgreementFilter *self)
{
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * ent_agreement_filter_set_query:
 * @self: a filter
 * @query: (nullable): what is typed into the search; each word is looked for, accents and case
 *   do not count
 */
void
ent_agreement_filter_set_query (EntAgreementFilter *self, const char *query)
{
  g_autofree char *folded = query && *query ? ent_text_fold (query) : NULL;

  g_clear_pointer (&self->words, g_strfreev);
  if (folded)
    self->words = g_strsplit_set (folded, " \t", -1);
  changed (self);
}

void
ent_agreement_filter_set_scope (EntAgreementFilter *self, EntScope scope)
{
  if (self->scope == scope)
    return;

  self->scope = scope;
  changed (self);
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
  changed (self);
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

/**
 * ent_agreement_filter_set_country:
 * @self: a filter
 * @country: id of a place
 * @shown: whether its agreements are among those shown; no country chosen means all
 */
void
ent_agreement_filter_set_country (EntAgreementFilter *self, EntId country, gboolean shown)
{
  if (shown)
    g_hash_table_add (self->countries, g_memdup2 (&country, sizeof country));
  else
    g_hash_table_remove (self->countries, &country);
  changed (self);
}

gboolean
ent_agreement_filter_has_country (EntAgreementFilter *self, EntId country)
{
  return g_hash_table_contains (self->countries, &country);
}

guint
ent_agreement_filter_count_countries (EntAgreementFilter *self)
{
  return g_hash_table_size (self->countries);
}

void
ent_agreement_filter_set_ending (EntAgreementFilter *self, gboolean ending)
{
  if (self->ending == ending)
    return;

  self->ending = ending;
  changed (self);
}

gboolean
ent_agreement_filter_get_ending (EntAgreementFilter *self)
{
  return self->ending;
}

/**
 * ent_agreement_filter_show_all:
 * @self: a filter
 *
 * Hides nothing: every scope, state and country.
 */
void
ent_agreement_filter_show_all (EntAgreementFilter *self)
{
  g_clear_pointer (&self->words, g_strfreev);
  g_hash_table_remove_all (self->countries);
  self->scope = ENT_SCOPE_ALL;
  self->statuses = ALL_STATUSES;
  self->ending = FALSE;
  changed (self);
}

/**
 * ent_agreement_filter_reset:
 * @self: a filter
 *
 * As it starts: ours, and those that have not ended; the query is forgotten.
 */
void
ent_agreement_filter_reset (EntAgreementFilter *self)
{
  g_clear_pointer (&self->words, g_strfreev);
  g_hash_table_remove_all (self->countries);
  self->scope = ENT_SCOPE_OURS;
  self->statuses = OPEN_STATUSES;
  self->ending = FALSE;
  changed (self);
}

gboolean
ent_agreement_filter_is_default (EntAgreementFilter *self)
{
  return self->scope == ENT_SCOPE_OURS && self->statuses == OPEN_STATUSES && !self->ending
         && g_hash_table_size (self->countries) == 0;
}
