/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/ent-window.h"

G_BEGIN_DECLS

/* Something the officer sees, and how it is come to. */
typedef struct _PicturesScene PicturesScene;
struct _PicturesScene
{
  const char *name;
  const char *place;     /* of the sidebar; NULL: the one in sight stays */
  const EntTable *table; /* whose first record is shown, or the one of that title */
  const char *title;
  const char *form;   /* "list", "table" or another form of the place, NULL for any */
  const char *action; /* activated where it is known first, NULL for none */
  const char *target; /* a variant as text, NULL for none */
  void (*open) (EntWindow *window, EntRecord *record);
};

extern const PicturesScene pictures_scenes[];
extern const guint n_pictures_scenes;

void pictures_scene_enter (const PicturesScene *scene, EntWindow *window);
void pictures_wait (guint ms);

G_END_DECLS
