/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pictures-words.h"

G_BEGIN_DECLS

GPtrArray *pictures_faults_find (GtkWidget *root, PicturesWords *words);

G_END_DECLS
