/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-record-spec.h"

G_BEGIN_DECLS

extern const EntRecordSpec ent_organisation_list_spec;
extern const EntRecordSpec ent_country_list_spec; /* the same, by country */
extern const EntRecordSpec ent_person_list_spec;

G_END_DECLS
