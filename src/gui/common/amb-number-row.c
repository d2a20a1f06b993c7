/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amb-gui"

#include "config.h"

#include "amb-number-row.h"

#define NONE (-1)
#define GREATEST G_MAXINT32

/**
 * AmbNumberRow:
 *
 * A row in which a number of something is typed, or nothing when the number is not known.
 *
 * Numbers are understood as people copy them from a page: “1.204”, “1,204” and “1 204” are the same.
 */
struct _AmbNumberRow
{
  AdwEntryRow parent_instance;

  gint64      number;
  gboolean    valid;
};

enum
{
  PROP_0,
  PROP_NUMBER,
  PROP_VALID,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AmbNumberRow, amb_number_row, ADW_TYPE_ENTRY_ROW)

static gboolean
is_separator (gunichar letter)
{
  return letter == '.' || letter == ',' || letter == '\'' || letter == 0x2019 || g_unichar_isspace (letter);
}

/* A separator stands before three digits, so that “1,5” is not taken for fifteen. */
static gboolean
parse_number (const char *text,
              gint64     *number)
{
  gint64 value = 0;
  int in_group = NONE;
  gboolean any = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (is_separator (letter))
        {
          if (!any || (in_group != NONE && in_group != 3))
            return FALSE;
          in_group = 0;
        }
      else if (g_unichar_isdigit (letter))
        {
          value = value * 10 + g_unichar_digit_value (letter);
          any = TRUE;
          if (in_group != NONE)
            in_group++;
        }
      else
        return FALSE;

      if (value > GREATEST)
        return FALSE;
    }

  *number = any ? value : NONE;

  return in_group == NONE || in_group == 3;
}

static void
read_text (AmbNumberRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  gint64 number = NONE;
  gboolean valid = parse_number (text, &number);

  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);

  if (self->valid != valid)
    {
      self->valid = valid;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
    }
  if (valid && self->number != number)
    {
      self->number = number;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NUMBER]);
    }
}

static void
amb_number_row_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AmbNumberRow *self = AMB_NUMBER_ROW (object);

  switch (property_id)
    {
    case PROP_NUMBER:
      g_value_set_int64 (value, self->number);
      break;
    case PROP_VALID:
      g_value_set_boolean (value, self->valid);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_number_row_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  AmbNumberRow *self = AMB_NUMBER_ROW (object);

  switch (property_id)
    {
    case PROP_NUMBER:
      amb_number_row_set_number (self, g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
amb_number_row_class_init (AmbNumberRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amb_number_row_get_property;
  object_class->set_property = amb_number_row_set_property;

  properties[PROP_NUMBER] = g_param_spec_int64 ("number", NULL, NULL, NONE, GREATEST, NONE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, TRUE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
amb_number_row_init (AmbNumberRow *self)
{
  self->number = NONE;
  self->valid = TRUE;
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_DIGITS);
  g_signal_connect (self, "changed", G_CALLBACK (read_text), NULL);
}

GtkWidget *
amb_number_row_new (void)
{
  return g_object_new (AMB_TYPE_NUMBER_ROW, NULL);
}

/**
 * amb_number_row_get_number:
 * @self: a row
 *
 * Gets the number that was typed last and could be read.
 *
 * Returns: 0 or more, or −1 when there is none
 */
gint64
amb_number_row_get_number (AmbNumberRow *self)
{
  g_return_val_if_fail (AMB_IS_NUMBER_ROW (self), NONE);

  return self->number;
}

/**
 * amb_number_row_set_number:
 * @self: a row
 * @number: 0 or more, or −1 for none
 *
 * Fills in a number.
 */
void
amb_number_row_set_number (AmbNumberRow *self,
                           gint64        number)
{
  g_autofree char *text = number == NONE ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, number);

  g_return_if_fail (AMB_IS_NUMBER_ROW (self));

  if (self->number != number)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
}

/**
 * amb_number_row_get_valid:
 * @self: a row
 *
 * Tells whether what was typed can be read as a number, or is empty.
 *
 * Returns: %FALSE when it cannot
 */
gboolean
amb_number_row_get_valid (AmbNumberRow *self)
{
  g_return_val_if_fail (AMB_IS_NUMBER_ROW (self), FALSE);

  return self->valid;
}
