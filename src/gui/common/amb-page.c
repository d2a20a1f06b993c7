/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-page.h"

/**
 * AmbPage:
 *
 * A page of the window: what stands behind one line of the sidebar.
 *
 * A page is made on the first visit, with its context as a construct-only property, and lives as long as the window.
 */
G_DEFINE_INTERFACE (AmbPage, amb_page, GTK_TYPE_WIDGET)

static void
amb_page_default_init (AmbPageInterface *iface)
{
}

void
amb_page_open (AmbPage *self,
               gint64   id)
{
  g_return_if_fail (AMB_IS_PAGE (self));

  if (AMB_PAGE_GET_IFACE (self)->open != NULL)
    AMB_PAGE_GET_IFACE (self)->open (self, id);
}

void
amb_page_activate (AmbPage *self)
{
  g_return_if_fail (AMB_IS_PAGE (self));

  if (AMB_PAGE_GET_IFACE (self)->activate != NULL)
    AMB_PAGE_GET_IFACE (self)->activate (self);
}

void
amb_page_search (AmbPage *self)
{
  g_return_if_fail (AMB_IS_PAGE (self));

  if (AMB_PAGE_GET_IFACE (self)->search != NULL)
    AMB_PAGE_GET_IFACE (self)->search (self);
}

void
amb_page_flush (AmbPage *self)
{
  g_return_if_fail (AMB_IS_PAGE (self));

  if (AMB_PAGE_GET_IFACE (self)->flush != NULL)
    AMB_PAGE_GET_IFACE (self)->flush (self);
}
