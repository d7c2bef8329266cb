/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The catalogue of the interface's language, to tell words that nobody translated. */
typedef struct _PicturesWords PicturesWords;

PicturesWords *pictures_words_load (const char *path);
void pictures_words_free (PicturesWords *self);
const char *pictures_words_find_untranslated (PicturesWords *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PicturesWords, pictures_words_free)

G_END_DECLS
