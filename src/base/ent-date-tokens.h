/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A typed date cut into folded words, numbers and signs, read from the left. */
typedef struct _EntDateTokens EntDateTokens;

/* The phrases that ent_date_tokens_accept () takes. */
#define ENT_DATE_WORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

EntDateTokens *ent_date_tokens_new (const char *text);
void ent_date_tokens_free (EntDateTokens *tokens);

gboolean ent_date_tokens_at_end (const EntDateTokens *tokens);
gboolean ent_date_tokens_next (EntDateTokens *tokens);
guint ent_date_tokens_tell (const EntDateTokens *tokens);
void ent_date_tokens_seek (EntDateTokens *tokens, guint position);
const char *ent_date_tokens_peek (const EntDateTokens *tokens, guint ahead);
int ent_date_tokens_peek_number (const EntDateTokens *tokens, guint ahead, guint *digits);
gboolean ent_date_tokens_accept (EntDateTokens *tokens, const char *const *phrases);

int ent_date_words_month (const char *word);
int ent_date_words_season (const char *word);
int ent_date_words_weekday (const char *word);
int ent_date_words_roman (const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDateTokens, ent_date_tokens_free)

G_END_DECLS
