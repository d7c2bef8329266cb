/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words of a named language, whatever the language of the session: for papers,
 * which are in a language of their own. Reads the .mo catalogues of the program,
 * carried as resources. "en" and any language without a catalogue give msgid. */
const char *ent_words (const char *lang, const char *msgid) G_GNUC_FORMAT (2);
const char *ent_words_context (const char *lang, const char *context, const char *msgid)
    G_GNUC_FORMAT (3);
const char *ent_words_plural (const char *lang,
                              const char *singular,
                              const char *plural,
                              gulong n) G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

/* The language of the interface: "fr" or "en". */
const char *ent_words_interface_language (void);

/* Mark a string for translation where it is not translated at once. Spelt as in
 * glib/gi18n.h and gi18n-lib.h, so that either may be included with this. */
#ifndef N_
#define N_(String) (String)
#define NC_(Context, String) (String)
#endif

G_END_DECLS
