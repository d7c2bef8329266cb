/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ent-store.h"

G_BEGIN_DECLS

/* Reads the documents of a project aside, so that the words of their pages can be found, and
 * those that come while the project is open. Signal "changed" a few times a second while it
 * goes on, and when it starts and ends. */
#define ENT_TYPE_PAGE_READER (ent_page_reader_get_type ())
G_DECLARE_FINAL_TYPE (EntPageReader, ent_page_reader, ENT, PAGE_READER, GObject)

EntPageReader *ent_page_reader_new (EntStore *store);
void ent_page_reader_start (EntPageReader *self);
void ent_page_reader_stop (EntPageReader *self);

gboolean ent_page_reader_is_reading (EntPageReader *self);
gboolean ent_page_reader_is_stopped (EntPageReader *self);
guint ent_page_reader_get_n_left (EntPageReader *self);
guint ent_page_reader_get_n_pages (EntPageReader *self);

G_END_DECLS
