/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the program and entente-reader talk: the program writes one request, the helper one
 * answer, over pipes on one machine, so that numbers stand as they are in memory. */

/* The file descriptor on which the helper finds the document, and its two pipes. */
#define ENT_PDF_FD 3

typedef enum
{
  ENT_PDF_OPEN,  /* followed by the password; number is its length */
  ENT_PDF_TEXT,  /* number is the page, from 0 */
  ENT_PDF_WORDS, /* text, and the box of each of its characters */
  ENT_PDF_IMAGE, /* width is the pixels across */
} EntPdfWish;

typedef struct
{
  guint32 wish;
  guint32 number;
  guint32 width;
} EntPdfRequest;

typedef enum
{
  ENT_PDF_DONE,
  ENT_PDF_LOCKED,  /* it asks for a password, or for another one */
  ENT_PDF_DAMAGED, /* what follows says why, in English */
} EntPdfState;

/* Followed by bytes of content, then boxes of four floats. */
typedef struct
{
  guint32 state;
  guint32 bytes;
  guint32 boxes;
  guint32 pages;  /* of the document */
  guint32 images; /* on the page */
  guint32 width;  /* of the picture; stride is four times that */
  guint32 height;
  float page_width; /* points */
  float page_height;
} EntPdfAnswer;

G_END_DECLS
