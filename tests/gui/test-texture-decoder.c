/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "amb-error.h"
#include "amb-gui-test.h"
#include "amb-texture-decoder.h"

static GBytes *
make_png (int width,
          int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x3584e4ff);
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", &error, NULL);
  g_assert_no_error (error);

  return g_bytes_new_take (data, size);
}

static GdkTexture *
decode (GBytes  *bytes,
        GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  amb_texture_decoder_run_async (bytes, 200, NULL, amb_gui_test_store_result, &result);

  return amb_texture_decoder_run_finish (amb_gui_test_wait_result (&result), error);
}

static void
assert_size (int width,
             int height,
             int expected_width,
             int expected_height)
{
  g_autoptr (GBytes) bytes = make_png (width, height);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = decode (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, expected_width);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, expected_height);
}

static void
test_sizes (void)
{
  assert_size (100, 50, 100, 50);
  assert_size (800, 400, 200, 100);
  assert_size (100, 4000, 5, 200);
  assert_size (4000, 1, 200, 1);
}

static guint32
compute_crc (const guint8 *data,
             gsize         size)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < size; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = crc & 1 ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
    }

  return ~crc;
}

/* A few bytes that claim to be a picture of forty gigabytes: its header is that of PNG, with a good checksum. */
static void
test_bomb (void)
{
  g_autoptr (GBytes) small = make_png (8, 8);
  gsize size;
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (small, &size), g_bytes_get_size (small));
  guint32 side = GUINT32_TO_BE (100000), crc;
  g_autoptr (GBytes) bomb = NULL;
  g_autoptr (GError) error = NULL;

  memcpy (data + 16, &side, 4);
  memcpy (data + 20, &side, 4);
  crc = GUINT32_TO_BE (compute_crc (data + 12, 17));
  memcpy (data + 29, &crc, 4);
  bomb = g_bytes_new (data, size);

  g_assert_null (decode (bomb, &error));
  g_assert_error (error, AMB_FORMAT_ERROR, AMB_FORMAT_ERROR_TOO_LARGE);
}

static void
assert_refused (const char *data,
                gsize       size,
                int         code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (decode (bytes, &error));
  g_assert_error (error, AMB_FORMAT_ERROR, code);
}

static void
test_no_picture (void)
{
  g_autoptr (GBytes) png = make_png (60, 60);
  const char *svg = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";

  assert_refused ("", 0, AMB_FORMAT_ERROR_UNKNOWN);
  assert_refused ("hello", 5, AMB_FORMAT_ERROR_UNKNOWN);
  assert_refused (svg, strlen (svg), AMB_FORMAT_ERROR_UNKNOWN);
  assert_refused (g_bytes_get_data (png, NULL), 20, AMB_FORMAT_ERROR_MALFORMED);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) png = make_png (60, 60);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  amb_texture_decoder_run_async (png, 200, cancellable, amb_gui_test_store_result, &result);

  g_assert_null (amb_texture_decoder_run_finish (amb_gui_test_wait_result (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  amb_gui_test_init (&argc, &argv);

  g_test_add_func ("/gui/texture-decoder/sizes", test_sizes);
  g_test_add_func ("/gui/texture-decoder/bomb", test_bomb);
  g_test_add_func ("/gui/texture-decoder/no-picture", test_no_picture);
  g_test_add_func ("/gui/texture-decoder/cancelled", test_cancelled);

  return g_test_run ();
}
