/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-agreement-status.h"

G_BEGIN_DECLS

/* An agreement as the list shows it: words and dates worked out once for each change, not at
 * each bind, compare or filter. */
#define ENT_TYPE_AGREEMENT_ITEM (ent_agreement_item_get_type ())
G_DECLARE_FINAL_TYPE (EntAgreementItem, ent_agreement_item, ENT, AGREEMENT_ITEM, GObject)

struct _EntAgreementItem
{
  GObject parent_instance;

  EntAgreement *agreement;
  char *title;
  char *title_key;
  char *partner;
  char *partner_key;
  char *country;
  EntId country_id;
  char *status_words;
  char *signed_words;
  char *ends_words;
  char *haystack; /* everything the search looks in, folded */
  EntStatus status;
  EntRole role;
  int days_left;
  int signed_day; /* ENT_DAY_MAX when unknown */
  int end_day;
  int next_day;
};

EntAgreementItem *ent_agreement_item_new (EntProject *project,
                                          EntAgreement *agreement,
                                          const char *lang,
                                          int today);
void ent_agreement_item_refresh (EntAgreementItem *self,
                                 EntProject *project,
                                 const char *lang,
                                 int today);

G_END_DECLS
