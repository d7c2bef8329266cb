/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/views/agreements/ent-agreement-item.h"

#include "base/ent-text.h"
#include "ui/views/agreements/ent-agreement-words.h"

/* A country is at most this many levels above a city. */
#define PLACE_DEPTH 8

G_DEFINE_FINAL_TYPE (EntAgreementItem, ent_agreement_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_words (EntAgreementItem *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->title_key, g_free);
  g_clear_pointer (&self->partner, g_free);
  g_clear_pointer (&self->partner_key, g_free);
  g_clear_pointer (&self->country, g_free);
  g_clear_pointer (&self->status_words, g_free);
  g_clear_pointer (&self->signed_words, g_free);
  g_clear_pointer (&self->ends_words, g_free);
  g_clear_pointer (&self->haystack, g_free);
}

static void
ent_agreement_item_finalize (GObject *object)
{
  EntAgreementItem *self = ENT_AGREEMENT_ITEM (object);

  clear_words (self);
  g_clear_object (&self->agreement);

  G_OBJECT_CLASS (ent_agreement_item_parent_class)->finalize (object);
}

static void
ent_agreement_item_class_init (EntAgreementItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_agreement_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", ENT_TYPE_AGREEMENT_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_agreement_item_init (EntAgreementItem *self)
{
}

static EntId
find_country (EntProject *project, EntId place_id)
{
  for (guint depth = 0; place_id && depth < PLACE_DEPTH; depth++)
    {
      EntRecord *record = ent_project_get (project, place_id);

      if (!record || !ENT_IS_PLACE (record))
        break;
      if (g_strcmp0 (ENT_PLACE (record)->kind, "country") == 0)
        return place_id;
      place_id = ENT_PLACE (record)->parent;
    }

  return ENT_ID_NONE;
}

static void
take_country (EntAgreementItem *self, EntProject *project, const char *lang)
{
  g_autoptr (GPtrArray) counterparts = ent_agreement_get_counterparts (project, self->agreement);

  self->country_id = ENT_ID_NONE;
  for (guint i = 0; i < counterparts->len && !self->country_id; i++)
    {
      EntOrganisation *organisation = g_ptr_array_index (counterparts, i);

      self->country_id = find_country (project, organisation->place);
    }
  if (self->country_id)
    self->country = ent_project_dup_title (project, self->country_id, lang);
}

static char *
create_haystack (EntAgreementItem *self, EntProject *project)
{
  g_autoptr (GString) text = g_string_new (NULL);
  EntAgreement *agreement = self->agreement;
  g_autoptr (GPtrArray) aliases = NULL;

  for (guint i = 0; i < ent_agreement_table.n_columns; i++)
    {
      const EntColumn *column = &ent_agreement_table.columns[i];
      const char *english = NULL;

      if ((column->flags & ENT_COLUMN_SEARCHABLE) == 0)
        continue;
      english = ent_record_get_translation (ENT_RECORD (agreement), column->name, "en");
      if (ent_record_get_string (ENT_RECORD (agreement), column))
        g_string_append_printf (text, "%s ",
                                ent_record_get_string (ENT_RECORD (agreement), column));
      if (english)
        g_string_append_printf (text, "%s ", english);
    }
  g_string_append_printf (text, "%s %s ", self->partner, self->country ? self->country : "");

  aliases = ent_project_get_children (project, ent_record_get_id (ENT_RECORD (agreement)),
                                      &ent_alias_table, "record");
  for (guint i = 0; i < aliases->len; i++)
    g_string_append_printf (text, "%s ", ENT_ALIAS (g_ptr_array_index (aliases, i))->name);

  return ent_text_fold (text->str);
}

/**
 * ent_agreement_item_refresh:
 * @self: an item
 * @project: the graph
 * @lang: "fr" or "en"
 * @today: the day
 *
 * Works out again what the list shows of the agreement.
 */
void
ent_agreement_item_refresh (EntAgreementItem *self,
                            EntProject *project,
                            const char *lang,
                            int today)
{
  EntAgreement *agreement = self->agreement;
  EntAgreementStatus status = ent_agreement_get_status (project, agreement, today);

  clear_words (self);
  self->title = ent_record_dup_title (ENT_RECORD (agreement), project, lang);
  self->title_key = ent_text_collate_key (self->title, lang);
  self->partner = ent_agreement_dup_partner_words (project, agreement, lang);
  self->partner_key = ent_text_collate_key (self->partner, lang);
  take_country (self, project, lang);
  self->status = status.status;
  self->days_left = status.days_left;
  self->status_words = ent_agreement_dup_status_words (project, agreement, today);
  self->role = ent_agreement_get_role (project, agreement);
  self->signed_day
      = agreement->signed_on ? ent_date_get_earliest (agreement->signed_on) : ENT_DAY_MAX;
  self->signed_words
      = agreement->signed_on ? ent_date_format_short (agreement->signed_on, lang) : g_strdup ("–");
  self->end_day = status.ends;
  self->ends_words = agreement->ends ? ent_date_format_short (agreement->ends, lang)
                                     : g_strdup ("–");
  self->next_day = ent_agreement_get_next_date (project, agreement, today);
  self->haystack = create_haystack (self, project);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * ent_agreement_item_new:
 * @project: the graph
 * @agreement: an agreement
 * @lang: "fr" or "en"
 * @today: the day
 *
 * Returns: (transfer full): the agreement as the list shows it
 */
EntAgreementItem *
ent_agreement_item_new (EntProject *project,
                        EntAgreement *agreement,
                        const char *lang,
                        int today)
{
  EntAgreementItem *self = g_object_new (ENT_TYPE_AGREEMENT_ITEM, NULL);

  self->agreement = g_object_ref (agreement);
  ent_agreement_item_refresh (self, project, lang, today);

  return self;
}
