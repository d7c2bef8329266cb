/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/ent-due.h"
#include "ui/ent-session.h"

G_BEGIN_DECLS

/* The acts of the Overview: each is one undo step, and says what it did. */
gboolean ent_act_set (EntSession *session,
                      const char *label,
                      EntRecord *record,
                      const char *first_column,
                      ...) G_GNUC_NULL_TERMINATED;
gboolean ent_act_set_with_note (
    EntSession *session, const char *label, EntRecord *record, const char *state, const char *note);
gboolean ent_act_set_setting (EntSession *session,
                              const char *label,
                              EntRecord *record,
                              const char *key,
                              const char *value);
gboolean ent_act_put_off (EntSession *session, EntRecord *record, int until);
gboolean ent_act_renew (EntSession *session, EntAgreement *agreement);
gboolean ent_act_add_note (EntSession *session, const char *text);
int ent_act_get_reminder_day (EntSession *session, EntAgreement *agreement);

G_END_DECLS
