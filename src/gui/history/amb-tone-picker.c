/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-tone-picker.h"

#include "amb-tone.h"

#define N_TONES (AMB_TONE_HIGHEST - AMB_TONE_LOWEST + 1)

/**
 * AmbTonePicker:
 *
 * Five buttons side by side, of which one is chosen: the tone of what was heard, each with its shape, the chosen one
 * with its word.
 */
struct _AmbTonePicker
{
  AdwBin           parent_instance;

  /* Template widgets */
  GtkBox          *box;
  GtkLabel        *label;

  GtkToggleButton *buttons[N_TONES];
  int              tone;
};

enum
{
  PROP_0,
  PROP_TONE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbTonePicker, amb_tone_picker, ADW_TYPE_BIN)

static void
button_toggled_cb (AmbTonePicker   *self,
                   GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;

  for (int i = 0; i < N_TONES; i++)
    {
      if (self->buttons[i] == button)
        amb_tone_picker_set_tone (self, AMB_TONE_LOWEST + i);
    }
}

/* The keys of a group of radio buttons: Tab stops once, at the choice, and the arrows move it. */
static void
update_focusable (AmbTonePicker *self)
{
  for (int i = 0; i < N_TONES; i++)
    gtk_widget_set_focusable (GTK_WIDGET (self->buttons[i]), AMB_TONE_LOWEST + i == self->tone);
}

static int
get_step (AmbTonePicker *self,
          guint          keyval)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return -forward;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return forward;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return -1;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return 1;
    default:
      return 0;
    }
}

static gboolean
box_key_pressed_cb (AmbTonePicker   *self,
                    guint            keyval,
                    guint            keycode,
                    GdkModifierType  state)
{
  int step = get_step (self, keyval);

  if (step == 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)))
    return GDK_EVENT_PROPAGATE;

  amb_tone_picker_set_tone (self, self->tone + step);
  gtk_widget_grab_focus (GTK_WIDGET (self->buttons[self->tone - AMB_TONE_LOWEST]));

  return GDK_EVENT_STOP;
}

static void
add_button (AmbTonePicker *self,
            int            tone)
{
  GtkWidget *button = gtk_toggle_button_new ();
  const char *label = amb_tone_get_label (tone);

  gtk_button_set_icon_name (GTK_BUTTON (button), amb_tone_get_symbol (tone));
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (tone > AMB_TONE_LOWEST)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->buttons[0]);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), tone == self->tone);
  g_signal_connect_object (button, "toggled", G_CALLBACK (button_toggled_cb), self, G_CONNECT_SWAPPED);

  self->buttons[tone - AMB_TONE_LOWEST] = GTK_TOGGLE_BUTTON (button);
  gtk_box_append (self->box, button);
}

static void
amb_tone_picker_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  AmbTonePicker *self = AMB_TONE_PICKER (object);

  switch (property_id)
    {
    case PROP_TONE:
      g_value_set_int (value, self->tone);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_tone_picker_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  AmbTonePicker *self = AMB_TONE_PICKER (object);

  switch (property_id)
    {
    case PROP_TONE:
      amb_tone_picker_set_tone (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_tone_picker_class_init (AmbTonePickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amb_tone_picker_get_property;
  object_class->set_property = amb_tone_picker_set_property;

  properties[PROP_TONE] = g_param_spec_int ("tone", NULL, NULL, G_MININT, G_MAXINT, 0,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/ambassadortoolkit/Ambassador/ui/history/amb-tone-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, AmbTonePicker, box);
  gtk_widget_class_bind_template_child (widget_class, AmbTonePicker, label);
  gtk_widget_class_bind_template_callback (widget_class, box_key_pressed_cb);
}

static void
amb_tone_picker_init (AmbTonePicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (int tone = AMB_TONE_LOWEST; tone <= AMB_TONE_HIGHEST; tone++)
    add_button (self, tone);
  update_focusable (self);
  gtk_label_set_label (self->label, amb_tone_get_label (self->tone));
}

GtkWidget *
amb_tone_picker_new (void)
{
  return g_object_new (AMB_TYPE_TONE_PICKER, NULL);
}

int
amb_tone_picker_get_tone (AmbTonePicker *self)
{
  g_return_val_if_fail (AMB_IS_TONE_PICKER (self), 0);

  return self->tone;
}

void
amb_tone_picker_set_tone (AmbTonePicker *self,
                          int            tone)
{
  g_return_if_fail (AMB_IS_TONE_PICKER (self));

  tone = CLAMP (tone, AMB_TONE_LOWEST, AMB_TONE_HIGHEST);
  if (self->tone == tone)
    return;

  self->tone = tone;
  gtk_toggle_button_set_active (self->buttons[tone - AMB_TONE_LOWEST], TRUE);
  update_focusable (self);
  gtk_label_set_label (self->label, amb_tone_get_label (tone));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TONE]);
}
