/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ent-membership.h"

#include "model/ent-choices.h"
#include "model/ent-titles.h"

G_DEFINE_FINAL_TYPE (EntMembership, ent_membership, ENT_TYPE_RECORD)

static const EntColumn columns[] = {
  ENT_REFERENCE (EntMembership, member, "member", N_ ("Member"),
                 ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER, "organisation"),
  ENT_REFERENCE (EntMembership, whole, "whole", N_ ("Of"), ENT_COLUMN_REQUIRED, "organisation"),
  ENT_CHOICE (EntMembership, role, "role", N_ ("Role"),
              ENT_COLUMN_NONE, ent_choices_membership_role),
  ENT_DATE (EntMembership, since, "since", N_ ("Since"), ENT_COLUMN_NONE),
  ENT_DATE (EntMembership, until, "until", N_ ("Until"), ENT_COLUMN_NONE),
  ENT_MONEY (EntMembership, fee, "fee", N_ ("Membership fee"), ENT_COLUMN_NONE),
  ENT_TEXT (EntMembership, currency, "currency", N_ ("Currency"), ENT_COLUMN_NONE),
};

const EntTable ent_membership_table = {
  .name = "membership",
  .label = N_ ("Membership"),
  .plural = N_ ("Memberships"),
  .get_type = ent_membership_get_type,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .dup_title = ent_title_of_membership,
};

static void
ent_membership_class_init (EntMembershipClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_membership_table);
}

static void
ent_membership_init (EntMembership *self)
{
}
