/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-window-private.h"

#include <glib/gi18n-lib.h>

#include "amb-confirm.h"
#include "amb-drafts-page.h"
#include "amb-history-page.h"
#include "amb-navigation-button.h"
#include "amb-navigation-row.h"
#include "amb-presenter.h"
#include "amb-profile-page.h"
#include "amb-recovery.h"
#include "amb-stories-page.h"
#include "amb-tab-stop.h"
#include "amb-today-page.h"
#include "amb-transients.h"

/**
 * AmbWindow:
 *
 * The window: the pages at the side, and the one that is open.
 *
 * It is on the screen before the database is touched; a page is made when it is visited for the first time.
 */
G_DEFINE_FINAL_TYPE (AmbWindow, amb_window, ADW_TYPE_APPLICATION_WINDOW)

typedef struct
{
  const char *tag;
  const char *title;
  const char *icon_name;
  GType     (*get_type) (void);
} PageInfo;

/* A new page is one line here. The tags stand in the settings and in actions; the order is that of the sidebar. */
static const PageInfo pages[] = {
  { "today", N_("Today"), "amb-today-symbolic", amb_today_page_get_type },
  { "drafts", N_("Drafts"), "amb-drafts-symbolic", amb_drafts_page_get_type },
  { "stories", N_("Stories"), "amb-stories-symbolic", amb_stories_page_get_type },
  { "history", N_("History"), "amb-history-symbolic", amb_history_page_get_type },
  { "profile", N_("Profile"), "amb-profile-symbolic", amb_profile_page_get_type },
};

typedef struct
{
  char     *action;
  GVariant *parameter;
} PendingAction;

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_SETTINGS,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
pending_action_free (gpointer data)
{
  PendingAction *pending = data;

  g_free (pending->action);
  g_clear_pointer (&pending->parameter, g_variant_unref);
  g_free (pending);
}

static const PageInfo *
find_page_info (const char *tag)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (g_str_equal (pages[i].tag, tag))
        return &pages[i];
    }

  return NULL;
}

static void
fill_navigation (AmbWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_list_box_append (self->navigation_list,
                         amb_navigation_row_new (pages[i].tag, _(pages[i].title), pages[i].icon_name));
}

void
amb_window_bind_counts (AmbWindow *self)
{
  GObjectClass *klass = G_OBJECT_GET_CLASS (self->waiting);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->navigation_list, i);

      if (g_object_class_find_property (klass, pages[i].tag) != NULL)
        g_object_bind_property (self->waiting, pages[i].tag, row, "count", G_BINDING_SYNC_CREATE);
    }
}

static void
select_row (AmbWindow  *self,
            const char *tag)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (g_str_equal (pages[i].tag, tag))
        gtk_list_box_select_row (self->navigation_list, gtk_list_box_get_row_at_index (self->navigation_list, i));
    }
}

/* Makes a page when nobody has visited it yet. */
static GtkWidget *
ensure_page (AmbWindow      *self,
             const PageInfo *info)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, info->tag);

  if (page == NULL)
    {
      page = g_object_new (info->get_type (), "context", self->context, NULL);
      gtk_stack_add_named (self->stack, page, info->tag);
    }

  return page;
}

static AmbPage *
switch_page (AmbWindow  *self,
             const char *tag)
{
  const PageInfo *info = find_page_info (tag);
  GtkWidget *page;

  if (info == NULL)
    return NULL;

  g_free (self->page);
  self->page = g_strdup (info->tag);
  select_row (self, info->tag);
  if (!self->ready)
    return NULL;

  page = ensure_page (self, info);
  gtk_stack_set_visible_child (self->stack, page);
  amb_page_activate (AMB_PAGE (page));

  return AMB_PAGE (page);
}

/* The arrow keys go through the pages; a narrow window stays with the list until one is activated. */
static void
row_selected_cb (AmbWindow        *self,
                 AmbNavigationRow *row)
{
  if (row != NULL && g_strcmp0 (self->page, amb_navigation_row_get_tag (row)) != 0)
    switch_page (self, amb_navigation_row_get_tag (row));
}

static void
row_activated_cb (AmbWindow        *self,
                  AmbNavigationRow *row)
{
  amb_window_show_page (self, amb_navigation_row_get_tag (row));
}

/* The key works everywhere, but the button stands above the pages; GTK looks for one that is on the screen. */
static void
show_menu_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  AmbWindow *self = AMB_WINDOW (widget);

  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->navigation));
  gtk_menu_button_popup (self->menu_button);
}

static void
trouble_response_cb (AmbWindow *self)
{
  gtk_info_bar_set_revealed (self->trouble_bar, FALSE);
}

static gboolean
drop_cb (AmbWindow    *self,
         const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (!self->ready)
    return FALSE;

  for (; files != NULL; files = files->next)
    amb_window_import (self, files->data);

  return TRUE;
}

static void
accept_drops (AmbWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
restore_state (AmbWindow *self)
{
  g_autofree char *tag = NULL;

  if (self->settings != NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (self),
                                   g_settings_get_int (self->settings, "window-width"),
                                   g_settings_get_int (self->settings, "window-height"));
      if (g_settings_get_boolean (self->settings, "window-maximized"))
        gtk_window_maximize (GTK_WINDOW (self));
      tag = g_settings_get_string (self->settings, "last-page");
    }

  self->page = g_strdup (tag != NULL && find_page_info (tag) != NULL ? tag : pages[0].tag);
  select_row (self, self->page);
}

static void
save_state (AmbWindow *self)
{
  int width;
  int height;

  if (self->settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_string (self->settings, "last-page", self->page);
}

void
amb_window_run_pending (AmbWindow *self)
{
  g_autoptr (GPtrArray) pending = self->pending;

  self->pending = g_ptr_array_new_with_free_func (pending_action_free);
  for (guint i = 0; i < pending->len; i++)
    {
      PendingAction *action = g_ptr_array_index (pending, i);

      gtk_widget_activate_action_variant (GTK_WIDGET (self), action->action, action->parameter);
    }

  /* Who opened the program with a pack wants to see what is in it. */
  if (self->pending_files->len > 0)
    amb_window_show_page (self, "stories");
  for (guint i = 0; i < self->pending_files->len; i++)
    amb_import_bar_add (self->import_bar, self->context, g_ptr_array_index (self->pending_files, i));
  g_ptr_array_set_size (self->pending_files, 0);
}

/* The first frame is on the screen: now there is time for the disk. */
static void
frame_clock_after_paint_cb (AmbWindow     *self,
                            GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, frame_clock_after_paint_cb, self);
  amb_window_open_database (self);
}

/* The keyboard begins at the page that is open, not at the menu. */
static void
amb_window_map (GtkWidget *widget)
{
  AmbWindow *self = AMB_WINDOW (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->navigation_list);

  GTK_WIDGET_CLASS (amb_window_parent_class)->map (widget);

  if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
amb_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (amb_window_parent_class)->realize (widget);

  if (!AMB_WINDOW (widget)->ready)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                             G_CALLBACK (frame_clock_after_paint_cb), widget, G_CONNECT_SWAPPED);
}

/* What is under way may hold a window that is gone; it has nobody to show anything to. */
static void
amb_window_unrealize (GtkWidget *widget)
{
  AmbWindow *self = AMB_WINDOW (widget);

  g_clear_handle_id (&self->copy_source, g_source_remove);
  g_clear_handle_id (&self->recovery_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);

  GTK_WIDGET_CLASS (amb_window_parent_class)->unrealize (widget);
}

static void
leave (AmbWindow *self)
{
  amb_import_bar_cancel (self->import_bar);
  save_state (self);
}

static void
lose_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  AmbWindow *self = AMB_WINDOW (object);

  self->may_lose = amb_confirm_finish (result);
  if (self->may_lose)
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
amb_window_close_request (GtkWindow *window)
{
  AmbWindow *self = AMB_WINDOW (window);

  /* What is typed in a dialog is not saved yet. */
  if (!amb_transients_close (window))
    return TRUE;

  amb_window_flush (self);
  if (!self->may_lose && amb_recovery_has_lost (self->context))
    {
      amb_confirm_async (GTK_WIDGET (self), _("Close Without Saving?"),
                         _("No disk takes what you wrote last: it will be lost. Make some room first, or copy it elsewhere."),
                         _("_Close"), TRUE, lose_cb, NULL);
      return TRUE;
    }

  leave (self);

  return GTK_WINDOW_CLASS (amb_window_parent_class)->close_request (window);
}

static void
amb_window_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  AmbWindow *self = AMB_WINDOW (object);

  switch (property_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_SETTINGS:
      g_value_set_object (value, self->settings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_window_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  AmbWindow *self = AMB_WINDOW (object);

  switch (property_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_window_constructed (GObject *object)
{
  G_OBJECT_CLASS (amb_window_parent_class)->constructed (object);

  restore_state (AMB_WINDOW (object));
}

static void
amb_window_dispose (GObject *object)
{
  g_clear_object (&AMB_WINDOW (object)->waiting);

  G_OBJECT_CLASS (amb_window_parent_class)->dispose (object);
}

static void
amb_window_finalize (GObject *object)
{
  AmbWindow *self = AMB_WINDOW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  g_clear_pointer (&self->pending_files, g_ptr_array_unref);
  g_free (self->page);

  G_OBJECT_CLASS (amb_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (AMB_TYPE_IMPORT_BAR);
  g_type_ensure (AMB_TYPE_NAVIGATION_BUTTON);
  g_type_ensure (AMB_TYPE_TAB_STOP);
  g_type_ensure (AMB_TYPE_TROUBLE_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/ambassadortoolkit/Ambassador/ui/amb-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, AmbWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, AmbWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, AmbWindow, navigation_list);
  gtk_widget_class_bind_template_child (widget_class, AmbWindow, content);
  gtk_widget_class_bind_template_child (widget_class, AmbWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AmbWindow, trouble_bar);
  gtk_widget_class_bind_template_child (widget_class, AmbWindow, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, AmbWindow, import_bar);
  gtk_widget_class_bind_template_child (widget_class, AmbWindow, trouble_page);
  gtk_widget_class_bind_template_child (widget_class, AmbWindow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, trouble_response_cb);
}

static void
add_shortcuts (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages) && i < 9; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK,
                                         "win.show-page", "s", pages[i].tag);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, 0, "win.show-menu", NULL);
}

static void
amb_window_class_init (AmbWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = amb_window_constructed;
  object_class->dispose = amb_window_dispose;
  object_class->finalize = amb_window_finalize;
  object_class->get_property = amb_window_get_property;
  object_class->set_property = amb_window_set_property;
  widget_class->map = amb_window_map;
  widget_class->realize = amb_window_realize;
  widget_class->unrealize = amb_window_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = amb_window_close_request;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, AMB_TYPE_CONTEXT, flags);
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  bind_template (widget_class);
  add_shortcuts (widget_class);
  amb_window_class_install_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "win.show-menu", NULL, show_menu_cb);
}

static void
amb_window_init (AmbWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->pending = g_ptr_array_new_with_free_func (pending_action_free);
  self->pending_files = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_widget_init_template (GTK_WIDGET (self));
  amb_presenter_set_overlay (GTK_WINDOW (self), self->overlay);
  amb_window_update_actions (self);
  fill_navigation (self);
  accept_drops (self);
  if (AMB_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
}

/**
 * amb_window_new:
 * @application: the program
 * @context: what the window is over; its database need not be open yet
 * @settings: (nullable): where it remembers its size and page
 *
 * Makes the window. It opens the database when it has been painted once.
 *
 * Returns: (transfer none): the window, owned by GTK
 */
AmbWindow *
amb_window_new (GtkApplication *application,
                AmbContext     *context,
                GSettings      *settings)
{
  return g_object_new (AMB_TYPE_WINDOW,
                       "application", application,
                       "context", context,
                       "settings", settings,
                       NULL);
}

AmbContext *
amb_window_get_context (AmbWindow *self)
{
  g_return_val_if_fail (AMB_IS_WINDOW (self), NULL);

  return self->context;
}

/**
 * amb_window_import:
 * @self: a window
 * @file: a file from outside
 *
 * Brings a file into the database, now or as soon as it is open.
 */
void
amb_window_import (AmbWindow *self,
                   GFile     *file)
{
  g_return_if_fail (AMB_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->ready)
    amb_import_bar_add (self->import_bar, self->context, file);
  else
    g_ptr_array_add (self->pending_files, g_object_ref (file));
}

/**
 * amb_window_flush:
 * @self: a window
 *
 * Saves what is unsaved on every page.
 */
void
amb_window_flush (AmbWindow *self)
{
  g_return_if_fail (AMB_IS_WINDOW (self));

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->stack, pages[i].tag);

      if (page != NULL)
        amb_page_flush (AMB_PAGE (page));
    }
}

/**
 * amb_window_end:
 * @self: a window
 *
 * Closes the window when there is nobody to be asked: it saves what closing saves, and its dialogs go with it.
 */
void
amb_window_end (AmbWindow *self)
{
  g_return_if_fail (AMB_IS_WINDOW (self));

  amb_transients_destroy (GTK_WINDOW (self));
  amb_window_flush (self);
  leave (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

/**
 * amb_window_activate_when_ready:
 * @self: a window
 * @action: the name of an action, with its prefix
 * @parameter: (nullable): its parameter; a floating reference is taken
 *
 * Activates an action, or does so as soon as the database is open.
 */
void
amb_window_activate_when_ready (AmbWindow  *self,
                                const char *action,
                                GVariant   *parameter)
{
  PendingAction *pending;

  g_return_if_fail (AMB_IS_WINDOW (self));
  g_return_if_fail (action != NULL);

  pending = g_new0 (PendingAction, 1);
  pending->action = g_strdup (action);
  pending->parameter = parameter == NULL ? NULL : g_variant_ref_sink (parameter);
  g_ptr_array_add (self->pending, pending);

  if (self->ready)
    amb_window_run_pending (self);
}

/**
 * amb_window_show_page:
 * @self: a window
 * @tag: a page
 *
 * Shows a page, and moves the keyboard there; makes it when nobody has visited it yet.
 *
 * Returns: (transfer none) (nullable): the page, or %NULL when there is none of that tag or the database is not open
 */
AmbPage *
amb_window_show_page (AmbWindow  *self,
                      const char *tag)
{
  AmbPage *page;

  g_return_val_if_fail (AMB_IS_WINDOW (self), NULL);
  g_return_val_if_fail (tag != NULL, NULL);

  page = switch_page (self, tag);
  /* While the database is not open, what stands in the place of every page. */
  if (page != NULL || !self->ready)
    adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
  if (page != NULL)
    amb_page_focus (page);

  return page;
}

AmbPage *
amb_window_get_page (AmbWindow *self)
{
  GtkWidget *page;

  g_return_val_if_fail (AMB_IS_WINDOW (self), NULL);

  page = gtk_stack_get_visible_child (self->stack);

  return AMB_IS_PAGE (page) ? AMB_PAGE (page) : NULL;
}

/**
 * amb_window_is_gone:
 * @self: a window
 *
 * Tells whether the window was closed, for what was under way then and holds it still.
 *
 * Returns: %TRUE when nobody sees it any more
 */
gboolean
amb_window_is_gone (AmbWindow *self)
{
  g_return_val_if_fail (AMB_IS_WINDOW (self), TRUE);

  return g_cancellable_is_cancelled (self->cancellable);
}
