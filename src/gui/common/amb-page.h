/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AMB_TYPE_PAGE (amb_page_get_type ())
G_DECLARE_INTERFACE (AmbPage, amb_page, AMB, PAGE, GtkWidget)

/**
 * AmbPageInterface:
 * @open: shows the record with this id
 * @activate: the page became visible
 * @search: puts the cursor into the page's search entry
 * @flush: the window closes: what is unsaved is saved now
 *
 * What the window asks of a page. Every function may be left out.
 */
struct _AmbPageInterface
{
  GTypeInterface parent_interface;

  void (*open)     (AmbPage *self, gint64 id);
  void (*activate) (AmbPage *self);
  void (*search)   (AmbPage *self);
  void (*flush)    (AmbPage *self);
};

void amb_page_open     (AmbPage *self, gint64 id);
void amb_page_activate (AmbPage *self);
void amb_page_focus    (AmbPage *self);
void amb_page_search   (AmbPage *self);
void amb_page_flush    (AmbPage *self);

G_END_DECLS
