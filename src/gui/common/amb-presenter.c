/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-presenter.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "amb-error.h"

#define OVERLAY_KEY "amb-toast-overlay"
#define UNDO_KEY "amb-undo-toasts"
#define UNDO_SECONDS 10

/* How wide a toast may be, and how narrow it still can be read. */
#define MOST_CHARS 60
#define FEWEST_CHARS 10

typedef struct
{
  AmbUndoFunc    func;
  gpointer       data;
  GDestroyNotify data_free;
} Undo;

static void
undo_free (gpointer  data,
           GClosure *closure)
{
  Undo *undo = data;

  if (undo->data_free != NULL)
    undo->data_free (undo->data);
  g_free (undo);
}

static void
toast_button_clicked_cb (AdwToast *toast,
                         Undo     *undo)
{
  undo->func (undo->data);
}

/* The toasts of an overlay that can undo something and are not gone yet, the latest first. */
static GQueue *
get_undo_toasts (AdwToastOverlay *overlay)
{
  GQueue *toasts = g_object_get_data (G_OBJECT (overlay), UNDO_KEY);

  if (toasts == NULL)
    {
      toasts = g_queue_new ();
      g_object_set_data_full (G_OBJECT (overlay), UNDO_KEY, toasts, (GDestroyNotify) g_queue_free);
    }

  return toasts;
}

static void
toast_dismissed_cb (AdwToastOverlay *overlay,
                    AdwToast        *toast)
{
  g_queue_remove (get_undo_toasts (overlay), toast);
}

static gboolean
undo_shortcut_cb (GtkWidget *widget,
                  GVariant  *arguments,
                  gpointer   data)
{
  return amb_presenter_undo (widget);
}

static GtkWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static AdwToastOverlay *
get_overlay (GtkWindow *window)
{
  GtkWidget *content = ADW_IS_WINDOW (window) ? adw_window_get_content (ADW_WINDOW (window)) : NULL;

  return ADW_IS_TOAST_OVERLAY (content) ? ADW_TOAST_OVERLAY (content) : g_object_get_data (G_OBJECT (window), OVERLAY_KEY);
}

/* A dialog without an overlay of its own uses that of the window it belongs to. */
static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  for (GtkWindow *window = find_window (widget); window != NULL; window = gtk_window_get_transient_for (window))
    {
      AdwToastOverlay *overlay = get_overlay (window);

      if (overlay != NULL)
        return overlay;
    }

  return NULL;
}

/* The action is that of the main window, and a dialog does not have it. Returns the window that shows it. */
static GtkWindow *
show_in_place (GtkWidget  *widget,
               const char *text)
{
  for (GtkWindow *window = find_window (widget); window != NULL; window = gtk_window_get_transient_for (window))
    {
      if (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-trouble", "s", text))
        return window;
    }

  return NULL;
}

static GtkWindow *
find_modal_over (GtkWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      /* The list of the toplevels keeps it. */
      if (gtk_window_get_transient_for (toplevel) == window && gtk_window_get_modal (toplevel) &&
          gtk_widget_get_visible (GTK_WIDGET (toplevel)))
        return toplevel;
    }

  return NULL;
}

/* What a modal dialog stands in front of, nobody reads. */
static GtkWidget *
find_front (GtkWidget *widget)
{
  GtkWindow *front = find_window (widget);

  for (GtkWindow *dialog = front; dialog != NULL; dialog = find_modal_over (dialog))
    front = dialog;

  return front == NULL ? widget : GTK_WIDGET (front);
}

/* The button that closes a toast is only a symbol, and on the floor it has no name. */
static void
name_close_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close"), -1);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_close_buttons (child);
}

/* An overlay makes a toast as high as it is at its natural width, and then perhaps narrower than that: a sentence of
 * three lines would be cut. So its natural width becomes what there is. */
static void
fit_toast (AdwToast  *toast,
           GtkWidget *toast_widget,
           int        width)
{
  GtkLabel *label = GTK_LABEL (adw_toast_get_custom_title (toast));

  for (int n_chars = MOST_CHARS; n_chars >= FEWEST_CHARS && width > 0; n_chars--)
    {
      int natural;

      gtk_widget_measure (toast_widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      if (natural <= width)
        return;
      gtk_label_set_max_width_chars (label, n_chars);
    }
}

static void
present_toast (GtkWidget *widget,
               AdwToast  *toast)
{
  AdwToastOverlay *overlay = find_overlay (widget);

  if (overlay == NULL)
    {
      g_object_unref (toast);
      return;
    }

  adw_toast_overlay_add_toast (overlay, toast);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (child == adw_toast_overlay_get_child (overlay))
        continue;

      name_close_buttons (child);
      if (gtk_widget_is_ancestor (adw_toast_get_custom_title (toast), child))
        fit_toast (toast, child, gtk_widget_get_width (GTK_WIDGET (overlay)));
    }
}

/* What a toast says is markup, and on the floor the title does not wrap: a sentence needs a label of its own, and a role, or
 * a screen reader passes it by. */
static AdwToast *
make_toast (const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                                   "label", text,
                                   NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_custom_title (toast, label);

  return toast;
}

static const char *
describe_storage (int code)
{
  switch ((AmbStorageError) code)
    {
    case AMB_STORAGE_ERROR_BUSY:
      return _("Another program is writing to your data. Close it, or wait a moment and try again.");
    case AMB_STORAGE_ERROR_FULL:
      return _("The disk is full. Make some room, then try again; what you typed is still here.");
    case AMB_STORAGE_ERROR_READ_ONLY:
      return _("Your data cannot be saved. Check that you may write to the file and its folder.");
    case AMB_STORAGE_ERROR_NOT_OURS:
      return _("There is no Ambassador data in it, and nothing was changed. Choose another file.");
    case AMB_STORAGE_ERROR_TOO_NEW:
      return _("A newer version of Ambassador wrote this file. Update Ambassador to open it.");
    case AMB_STORAGE_ERROR_DAMAGED:
      return _("The file with your data is damaged. It was left as it is; you can restore a backup.");
    case AMB_STORAGE_ERROR_EMPTY:
      return _("The file is empty: what it held is gone. Restore a backup, or start anew in another file.");
    case AMB_STORAGE_ERROR_NOT_FOUND:
      return _("This is no longer there. Perhaps it was removed somewhere else.");
    case AMB_STORAGE_ERROR_CLOSED:
      return _("Your data is closed. Start Ambassador again.");
    case AMB_STORAGE_ERROR_TOO_OLD:
      return _("An older version of Ambassador wrote this file, and it could not be brought up to date. Start Ambassador again.");
    case AMB_STORAGE_ERROR_FAILED:
      break;
    }

  return NULL;
}

/* NULL where GLib says it better, or where the name of the file would have to be known. */
static char *
describe_file (int         code,
               const char *name)
{
  if (code == G_IO_ERROR_NO_SPACE)
    return g_strdup (_("The disk is full. Make some room and try again."));
  if (code == G_IO_ERROR_READ_ONLY)
    return g_strdup (_("Nothing can be saved in this place. Choose another one."));
  if (name == NULL)
    return NULL;

  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
      /* Translators: %s is the name of a file */
      return g_strdup_printf (_("“%s” is no longer there. Perhaps it was moved or removed."), name);
    case G_IO_ERROR_PERMISSION_DENIED:
      /* Translators: %s is the name of a file */
      return g_strdup_printf (_("You may not open “%s”. Check that you may read and change it."), name);
    case G_IO_ERROR_IS_DIRECTORY:
      /* Translators: %s is the name of a folder */
      return g_strdup_printf (_("“%s” is a folder. Choose a file in it."), name);
    default:
      return NULL;
    }
}

/* Trouble that stays until somebody does something about it is shown in place, not in a toast that goes away. */
static gboolean
is_lasting (const GError *error)
{
  return g_error_matches (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_FULL) ||
         g_error_matches (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_READ_ONLY) ||
         g_error_matches (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_DAMAGED) ||
         g_error_matches (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_EMPTY) ||
         g_error_matches (error, AMB_STORAGE_ERROR, AMB_STORAGE_ERROR_CLOSED) ||
         g_error_matches (error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_NOT_RECOVERED) ||
         g_error_matches (error, AMB_SERVICE_ERROR, AMB_SERVICE_ERROR_NOT_KEPT);
}

/* Whether the toasts of a dialog appear in the window that says it already. */
static gboolean
is_shown_in (GtkWidget *dialog,
             GtkWindow *window)
{
  AdwToastOverlay *overlay = find_overlay (dialog);

  return overlay == NULL || find_window (GTK_WIDGET (overlay)) == window;
}

static void
add_undo_shortcut (GtkWindow *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_z, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (undo_shortcut_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

/**
 * amb_presenter_set_overlay:
 * @window: a window
 * @overlay: an overlay in that window
 *
 * Names the place where the toasts of a window and its dialogs appear. A dialog whose whole content is an overlay shows
 * its own.
 * Ctrl+Z in the window undoes what they offer.
 */
void
amb_presenter_set_overlay (GtkWindow       *window,
                           AdwToastOverlay *overlay)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (overlay == NULL || ADW_IS_TOAST_OVERLAY (overlay));

  if (g_object_get_data (G_OBJECT (window), OVERLAY_KEY) == NULL)
    add_undo_shortcut (window);
  g_object_set_data (G_OBJECT (window), OVERLAY_KEY, overlay);
}

/**
 * amb_presenter_show_toast:
 * @widget: a widget of the window or the dialog it is about
 * @text: UTF-8, no markup
 *
 * Says something that passes.
 */
void
amb_presenter_show_toast (GtkWidget  *widget,
                          const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  present_toast (widget, make_toast (text));
}

/**
 * amb_presenter_show_undo:
 * @widget: a widget of the window or the dialog it is about
 * @text: UTF-8, no markup: what was done
 * @undo: called when the person wants it back
 * @data: for @undo
 * @data_free: (nullable): frees @data
 *
 * Says what was removed, with a button that brings it back.
 */
void
amb_presenter_show_undo (GtkWidget      *widget,
                         const char     *text,
                         AmbUndoFunc     undo,
                         gpointer        data,
                         GDestroyNotify  data_free)
{
  AdwToastOverlay *overlay;
  AdwToast *toast;
  Undo *holder;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);
  g_return_if_fail (undo != NULL);

  holder = g_new0 (Undo, 1);
  *holder = (Undo) { undo, data, data_free };

  toast = make_toast (text);
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  /* Translators: brings back what was just removed */
  adw_toast_set_button_label (toast, _("Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (toast_button_clicked_cb), holder, undo_free, 0);
  overlay = find_overlay (widget);
  if (overlay != NULL)
    {
      g_queue_push_head (get_undo_toasts (overlay), toast);
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), overlay, G_CONNECT_SWAPPED);
    }
  present_toast (widget, toast);
}

/**
 * amb_presenter_undo:
 * @widget: a widget of the window
 *
 * Undoes the last thing that a toast still offers to undo.
 *
 * Returns: %FALSE when there is none
 */
gboolean
amb_presenter_undo (GtkWidget *widget)
{
  AdwToastOverlay *overlay;
  AdwToast *toast;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  overlay = find_overlay (widget);
  toast = overlay == NULL ? NULL : g_queue_peek_head (get_undo_toasts (overlay));
  if (toast == NULL)
    return FALSE;

  g_object_ref (toast);
  adw_toast_dismiss (toast);
  g_signal_emit_by_name (toast, "button-clicked");
  g_object_unref (toast);

  return TRUE;
}

/**
 * amb_presenter_show_action:
 * @widget: a widget of the window or the dialog it is about
 * @text: UTF-8, no markup: what was done
 * @label: what the button says
 * @action: the action of the window that the button activates
 * @target: (nullable): its parameter; a floating reference is taken over
 *
 * Says what was done, with a button that leads on.
 */
void
amb_presenter_show_action (GtkWidget  *widget,
                           const char *text,
                           const char *label,
                           const char *action,
                           GVariant   *target)
{
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);
  g_return_if_fail (label != NULL);
  g_return_if_fail (action != NULL);

  toast = make_toast (text);
  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);
  present_toast (widget, toast);
}

static void
show_error (GtkWidget    *widget,
            const GError *error,
            const char   *text)
{
  GtkWindow *place;
  GtkWidget *front;

  g_debug ("%s: %s", g_quark_to_string (error->domain), error->message);
  place = is_lasting (error) ? show_in_place (widget, text) : NULL;
  front = find_front (widget);
  if (place == NULL || !is_shown_in (front, place))
    amb_presenter_show_toast (front, text);
}

/**
 * amb_presenter_show_error:
 * @widget: a widget of the window or the dialog it is about
 * @error: what went wrong; when the person cancelled it themselves, nothing is said
 *
 * Says what went wrong: in place when it lasts, else in a toast. While a modal dialog is in front, it says so too, if it
 * has room for a toast.
 */
void
amb_presenter_show_error (GtkWidget    *widget,
                          const GError *error)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (error != NULL);

  text = amb_presenter_describe (error);
  if (text != NULL)
    show_error (widget, error, text);
}

static void
autosave_notify_state_cb (GtkWidget   *widget,
                          GParamSpec  *pspec,
                          AmbAutosave *autosave)
{
  if (amb_autosave_get_state (autosave) != AMB_AUTOSAVE_STATE_FAILED)
    return;

  g_signal_handlers_disconnect_by_func (autosave, autosave_notify_state_cb, widget);
  amb_presenter_show_error (widget, amb_autosave_get_error (autosave));
}

/**
 * amb_presenter_watch:
 * @widget: a widget of a window that stays
 * @autosave: what saves something that a person writes
 *
 * Says it, once, when what they write can't be stored: it is tried again by itself.
 */
void
amb_presenter_watch (GtkWidget   *widget,
                     AmbAutosave *autosave)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (AMB_IS_AUTOSAVE (autosave));

  g_signal_connect_object (autosave, "notify::state", G_CALLBACK (autosave_notify_state_cb), widget, G_CONNECT_SWAPPED);
}

/**
 * amb_presenter_show_file_error:
 * @widget: a widget of the window or the dialog it is about
 * @error: what went wrong; when the person cancelled it themselves, nothing is said
 * @file: the file it went wrong with
 *
 * Says what went wrong with a file, as amb_presenter_show_error() does, by its name.
 */
void
amb_presenter_show_file_error (GtkWidget    *widget,
                               const GError *error,
                               GFile        *file)
{
  g_autofree char *basename = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (error != NULL);
  g_return_if_fail (G_IS_FILE (file));

  basename = g_file_get_basename (file);
  name = basename == NULL ? NULL : g_filename_display_name (basename);
  text = amb_presenter_describe_file (error, name);
  if (text != NULL)
    show_error (widget, error, text);
}

/**
 * amb_presenter_describe:
 * @error: an error of any layer
 *
 * Puts an error into one plain sentence that says what to do.
 *
 * Returns: (transfer full) (nullable): UTF-8, no markup, or %NULL when the person cancelled it themselves
 */
char *
amb_presenter_describe (const GError *error)
{
  return amb_presenter_describe_file (error, NULL);
}

/**
 * amb_presenter_describe_file:
 * @error: an error of any layer
 * @name: (nullable): the name of the file it went wrong with, UTF-8
 *
 * Puts an error into one plain sentence that says what to do with the file.
 *
 * Returns: (transfer full) (nullable): UTF-8, no markup, or %NULL when the person cancelled it themselves
 */
char *
amb_presenter_describe_file (const GError *error,
                             const char   *name)
{
  char *text = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;

  if (error->domain == AMB_STORAGE_ERROR)
    text = g_strdup (describe_storage (error->code));
  else if (error->domain == G_IO_ERROR)
    text = describe_file (error->code, name);

  /* Formats and services say it themselves: where, and what to do. */
  return text != NULL ? text : g_strdup (error->message);
}
