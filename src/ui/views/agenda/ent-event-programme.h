/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/ent-child-group.h"

G_BEGIN_DECLS

/* The programme of an event, day by day. */
extern const EntChildSpec ent_event_programme;

G_END_DECLS
