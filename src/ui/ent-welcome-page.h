/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a window without a project shows: ways to get one. */
#define ENT_TYPE_WELCOME_PAGE (ent_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (EntWelcomePage, ent_welcome_page, ENT, WELCOME_PAGE, AdwBin)

G_END_DECLS
