/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ent-error.h"

G_DEFINE_QUARK (ent-error-quark, ent_error)
