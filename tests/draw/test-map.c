/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The map: its projection, its dots and clusters, the names beside them, land and sea. */

#include <glib/gstdio.h>
#include <math.h>

#include "base/ent-error.h"
#include "draw/ent-equal-earth.h"
#include "draw/ent-outlines.h"

#define WIDTH 800
#define HEIGHT 400
#define BORDER 40
#define MANY 5000

static const EntMapView world = { .scale = 140, .width = WIDTH, .height = HEIGHT, .font_size = 14 };

static void
test_projection (void)
{
  double x, y, lat, lon;

  /* The corners that the paper gives: the pole is a line of 0.59 of the equator. */
  ent_equal_earth (0, 180, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, ENT_EQUAL_EARTH_WIDTH, 1e-9);
  g_assert_cmpfloat_with_epsilon (y, 0, 1e-12);
  ent_equal_earth (90, 180, &x, &y);
  g_assert_cmpfloat_with_epsilon (y, ENT_EQUAL_EARTH_HEIGHT, 1e-9);
  g_assert_cmpfloat_with_epsilon (x / ENT_EQUAL_EARTH_WIDTH, 0.59, 0.005);
  g_assert_cmpfloat_with_epsilon (ENT_EQUAL_EARTH_HEIGHT / ENT_EQUAL_EARTH_WIDTH, 0.48672, 1e-4);
  g_assert_false (ent_equal_earth_invert (0, 1.4, &lat, &lon));
  g_assert_false (ent_equal_earth_invert (2.6, 1.2, &lat, &lon));
}

static void
test_inverse (void)
{
  for (double lat = -90; lat <= 90; lat += 0.5)
    for (double lon = -180; lon <= 180; lon += 7.5)
      {
        double x, y, lat_again, lon_again;

        ent_equal_earth (lat, lon, &x, &y);
        g_assert_true (ent_equal_earth_invert (x, y, &lat_again, &lon_again));
        g_assert_cmpfloat_with_epsilon (lat_again, lat, 1e-5);
        g_assert_cmpfloat_with_epsilon (lon_again, lon, 1e-5);
      }
}

/* Equal areas: a strip of the sphere is as large as in the plane. */
static void
test_areas (void)
{
  for (double lat = -89; lat < 89; lat += 1)
    {
      double east, west, y, above, unused;
      double sphere = (sin ((lat + 0.5) * G_PI / 180) - sin ((lat - 0.5) * G_PI / 180)) * G_PI
                      / 180;

      ent_equal_earth (lat, 10, &west, &y);
      ent_equal_earth (lat, 11, &east, &y);
      ent_equal_earth (lat - 0.5, 10, &unused, &y);
      ent_equal_earth (lat + 0.5, 10, &unused, &above);
      g_assert_cmpfloat_with_epsilon ((east - west) * (above - y) / sphere, 1, 1e-3);
    }
}

static EntMap *
create_random (guint n)
{
  EntMap *map = ent_map_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf ("Partner %u", i);

      /* On a lattice, so that some share a place. */
      ent_map_add (map, i + 1, g_test_rand_int_range (-70, 75), g_test_rand_int_range (-180, 180),
                   (guint) g_test_rand_int_range (0, 5), label);
    }

  return map;
}

static double
get_distance (const EntMapDot *dot, double x, double y, double scale)
{
  return hypot (dot->x - x, dot->y - y) * scale;
}

static void
assert_grouped (const EntMap *map, guint n)
{
  g_autofree guint *times = g_new0 (guint, n + 1);

  for (guint i = 0; i < map->dots->len; i++)
    {
      const EntMapDot *dot = ent_map_get_dot (map, i);

      g_assert_cmpuint (dot->n, >, 0);
      g_assert_cmpfloat (2 * dot->radius, <, ENT_MAP_APART);
      for (guint member = 0; member < dot->n; member++)
        {
          const EntMapPoint *point = ent_map_get_member (map, dot, member);

          times[point->id]++;
          g_assert_cmpfloat (get_distance (dot, point->x, point->y, map->scale), <, ENT_MAP_APART);
          g_assert_cmpuint (point->n_agreements, <=,
                            ent_map_get_member (map, dot, 0)->n_agreements);
        }
      for (guint other = 0; other < i; other++)
        {
          const EntMapDot *beside = ent_map_get_dot (map, other);

          g_assert_cmpfloat (get_distance (dot, beside->x, beside->y, map->scale), >=,
                             ENT_MAP_APART);
        }
    }
  for (guint id = 1; id <= n; id++)
    g_assert_cmpuint (times[id], ==, 1);
}

static void
test_grouping (void)
{
  for (int run = 0; run < 10; run++)
    {
      guint n = (guint) g_test_rand_int_range (1, 400);
      g_autoptr (EntMap) map = create_random (n);

      for (double scale = 20; scale <= ENT_MAP_CLOSEST; scale *= 2.3)
        {
          ent_map_group (map, scale);
          assert_grouped (map, n);
        }
    }
}

/* From close by, only what stands in the same place is one dot. */
static void
test_clusters_open (void)
{
  g_autoptr (EntMap) map = create_random (600);
  guint n_far, n_clusters = 0;

  ent_map_group (map, 100);
  n_far = map->dots->len;
  ent_map_group (map, ENT_MAP_CLOSEST);
  g_assert_cmpuint (map->dots->len, >, n_far);
  for (guint i = 0; i < map->dots->len; i++)
    {
      const EntMapDot *dot = ent_map_get_dot (map, i);

      n_clusters += dot->n > 1;
      for (guint member = 0; member < dot->n; member++)
        {
          g_assert_cmpfloat (ent_map_get_member (map, dot, member)->x, ==, dot->x);
          g_assert_cmpfloat (ent_map_get_member (map, dot, member)->y, ==, dot->y);
        }
    }
  g_assert_cmpuint (n_clusters, <, map->dots->len);
}

static EntMap *
create_known (void)
{
  EntMap *map = ent_map_new ();

  ent_map_add (map, 1, 50.467, 4.867, 0, "Namur");
  ent_map_add (map, 2, 50.85, 4.35, 3, "Bruxelles");
  ent_map_add (map, 3, 46.813, -71.208, 4, "Québec");
  ent_map_add (map, 4, 16.463, 107.585, 2, "Hué");
  ent_map_add (map, 5, 30.224, -92.02, 1, "Lafayette");
  ent_map_group (map, world.scale);

  return map;
}

static void
test_pointing (void)
{
  g_autoptr (EntMap) map = create_known ();
  EntMapView view = world;
  int brussels = ent_map_find (map, 2);

  g_assert_cmpuint (map->dots->len, ==, 4);
  g_assert_cmpint (ent_map_find (map, 1), ==, brussels);
  g_assert_cmpint (ent_map_find (map, 99), ==, -1);
  for (guint i = 0; i < map->dots->len; i++)
    {
      const EntMapDot *dot = ent_map_get_dot (map, i);
      double x = ent_map_view_get_x (&view, dot->x), y = ent_map_view_get_y (&view, dot->y);

      g_assert_cmpint (ent_map_hit (map, &view, x + dot->radius - 1, y), ==, (int) i);
      g_assert_cmpint (ent_map_hit (map, &view, x, y + ENT_MAP_APART), ==, -1);
    }

  /* By arrows. */
  g_assert_cmpint (ent_map_find_beside (map, (guint) brussels, 1, 0), ==, ent_map_find (map, 4));
  g_assert_cmpint (ent_map_find_beside (map, (guint) brussels, -1, 0), ==, ent_map_find (map, 3));
  g_assert_cmpint (ent_map_find_beside (map, (guint) ent_map_find (map, 3), 0, -1), ==,
                   ent_map_find (map, 5));
  g_assert_cmpint (ent_map_find_beside (map, (guint) ent_map_find (map, 4), 1, 0), ==, -1);
  g_assert_cmpint (ent_map_find_beside (map, (guint) brussels, 0, 1), ==, -1);
}

static void
test_view (void)
{
  g_autoptr (EntMap) map = create_known ();
  g_autoptr (EntMap) none = ent_map_new ();
  EntMapView view = world;
  double x, y;

  ent_map_view_fit (&view, map);
  ent_map_group (map, view.scale);
  for (guint i = 0; i < map->dots->len; i++)
    g_assert_true (ent_map_view_shows (&view, ent_map_get_dot (map, i)));

  /* What is under the pointer stays there, as long as there is something closer to see. */
  x = view.x + (100 - view.width / 2) / view.scale;
  y = view.y + (view.height / 2 - 300) / view.scale;
  ent_map_view_zoom (&view, 100, 300, view.scale * 3);
  g_assert_cmpfloat_with_epsilon (ent_map_view_get_x (&view, x), 100, 1e-6);
  g_assert_cmpfloat_with_epsilon (ent_map_view_get_y (&view, y), 300, 1e-6);
  ent_map_view_zoom (&view, 100, 300, 1e9);
  g_assert_cmpfloat (view.scale, ==, ENT_MAP_CLOSEST);
  ent_map_view_zoom (&view, 100, 300, 1e-9);
  g_assert_cmpfloat (view.scale, ==, ent_map_view_get_farthest (&view));
  ent_map_view_move (&view, -1e9, 1e9);
  g_assert_cmpfloat (view.x, ==, ENT_EQUAL_EARTH_WIDTH);
  g_assert_cmpfloat (view.y, ==, ENT_EQUAL_EARTH_HEIGHT);

  ent_map_view_fit (&view, none);
  ent_map_group (none, view.scale);
  g_assert_cmpfloat (view.scale, ==, ent_map_view_get_farthest (&view));
  g_assert_cmpuint (none->dots->len, ==, 0);
}

static cairo_surface_t *
create_surface (cairo_t **cairo)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH + 2 * BORDER,
                                                         HEIGHT + 2 * BORDER);

  *cairo = cairo_create (surface);
  cairo_set_source_rgb (*cairo, 1, 0, 1);
  cairo_paint (*cairo);
  cairo_translate (*cairo, BORDER, BORDER);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  int column = (int) x + BORDER, row = (int) y + BORDER;

  return ((const guint32 *) (data + row * cairo_image_surface_get_stride (surface)))[column]
         & 0xffffff;
}

#define GROUND 0xff00ff

static void
assert_within (cairo_surface_t *surface)
{
  for (int x = -BORDER; x < WIDTH + BORDER; x++)
    for (int y = -BORDER; y < HEIGHT + BORDER; y++)
      if (x < 0 || y < 0 || x >= WIDTH || y >= HEIGHT)
        g_assert_cmphex (get_pixel (surface, x, y), ==, GROUND);
}

/* Rounded one way or the other. */
static void
assert_colour (guint32 pixel, const EntTimelineColour *colour)
{
  g_assert_cmpfloat_with_epsilon ((pixel >> 16) / 255.0, colour->red, 0.01);
  g_assert_cmpfloat_with_epsilon ((pixel >> 8 & 0xff) / 255.0, colour->green, 0.01);
  g_assert_cmpfloat_with_epsilon ((pixel & 0xff) / 255.0, colour->blue, 0.01);
}

static void
test_ink (void)
{
  for (int ground = ENT_TIMELINE_LIGHT; ground <= ENT_TIMELINE_PAPER; ground++)
    for (int high_contrast = 0; high_contrast < 2; high_contrast++)
      {
        g_autoptr (EntMap) map = create_known ();
        EntTimelineColours colours = ent_timeline_get_colours ((EntTimelineGround) ground,
                                                               high_contrast);
        cairo_t *cairo;
        cairo_surface_t *surface = create_surface (&cairo);

        ent_map_draw (map, &world, &colours, cairo);
        cairo_surface_flush (surface);
        assert_within (surface);
        for (guint i = 0; i < map->dots->len; i++)
          {
            const EntMapDot *dot = ent_map_get_dot (map, i);
            double x = ent_map_view_get_x (&world, dot->x);
            double y = ent_map_view_get_y (&world, dot->y);

            /* Beside the number of a cluster. */
            assert_colour (get_pixel (surface, x, y + (dot->n > 1 ? dot->radius - 2.5 : 0)),
                           &colours.edge);
          }
        g_assert_cmphex (get_pixel (surface, 2, 2), ==, GROUND);
        cairo_destroy (cairo);
        cairo_surface_destroy (surface);
      }
}

static gboolean
overlap (const EntMapLabel *a, const EntMapLabel *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

static void
test_labels (void)
{
  cairo_t *cairo;
  cairo_surface_t *surface = create_surface (&cairo);

  for (int run = 0; run < 20; run++)
    {
      g_autoptr (EntMap) map = create_random ((guint) g_test_rand_int_range (1, 120));
      g_autoptr (GArray) labels = NULL;

      ent_map_group (map, world.scale);
      labels = ent_map_lay_out_labels (map, &world, cairo);
      g_assert_cmpuint (labels->len, >, 0);
      for (guint i = 0; i < labels->len; i++)
        {
          const EntMapLabel *label = &g_array_index (labels, EntMapLabel, i);

          g_assert_cmpfloat (label->x, >=, 0);
          g_assert_cmpfloat (label->x + label->width, <=, WIDTH);
          for (guint other = 0; other < i; other++)
            g_assert_false (overlap (label, &g_array_index (labels, EntMapLabel, other)));
        }
    }
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
}

static const struct
{
  double lat, lon;
  gboolean is_land;
} probes[] = {
  { 50.2, 4.87, TRUE },  /* near Namur */
  { 47.5, -72.5, TRUE }, /* Québec */
  { 15.0, 107.8, TRUE }, /* Vietnam */
  { 0, 25, TRUE },       /* Congo */
  { -25, 134, TRUE },    /* Australia */
  { -82, 60, TRUE },     /* Antarctica */
  { 66, 178, TRUE },     /* Chukotka, near the seam */
  { 45, -40, FALSE },    /* the Atlantic */
  { 0, -150, FALSE },    /* the Pacific */
  { 56, 3, FALSE },      /* the North Sea */
  { 35, 18, FALSE },     /* the Mediterranean */
  { 42, 51, FALSE },     /* the Caspian Sea */
};

/* The same from far and from close, though most points are left out from far. */
static void
test_land (void)
{
  EntTimelineColours colours = ent_timeline_get_colours (ENT_TIMELINE_LIGHT, FALSE);
  EntOutlines *outlines = ent_outlines_get_default ();

  g_assert_nonnull (outlines);
  for (guint i = 0; i < G_N_ELEMENTS (probes); i++)
    for (double scale = 140; scale < ENT_MAP_CLOSEST; scale *= 4)
      {
        EntMapView view = world;
        cairo_t *cairo;
        cairo_surface_t *surface = create_surface (&cairo);

        ent_equal_earth (probes[i].lat, probes[i].lon, &view.x, &view.y);
        view.scale = scale;
        ent_outlines_draw (outlines, &view, &colours, cairo);
        cairo_surface_flush (surface);
        assert_within (surface);
        g_assert_cmpint (get_pixel (surface, WIDTH / 2.0, HEIGHT / 2.0) != GROUND, ==,
                         probes[i].is_land);
        cairo_destroy (cairo);
        cairo_surface_destroy (surface);
      }
}

static void
test_damage (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "ent-outlines-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  int file = g_mkstemp (path);

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, "EntOutl1 and nothing of use", -1, NULL));
  g_assert_null (ent_outlines_open (path, &error));
  g_assert_error (error, ENT_ERROR, ENT_ERROR_DAMAGED);
  g_remove (path);
}

/* A great many partners are few dots, which is what keeps a frame short; the bench has the time. */
static void
test_many (void)
{
  EntTimelineColours colours = ent_timeline_get_colours (ENT_TIMELINE_LIGHT, FALSE);
  g_autoptr (EntMap) map = create_random (MANY);
  cairo_t *cairo;
  cairo_surface_t *surface = create_surface (&cairo);

  ent_map_group (map, world.scale);
  assert_grouped (map, MANY);
  g_assert_cmpuint (map->dots->len, <, MANY / 10);
  ent_outlines_draw (ent_outlines_get_default (), &world, &colours, cairo);
  ent_map_draw (map, &world, &colours, cairo);
  g_assert_cmpint (cairo_status (cairo), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/projection", test_projection);
  g_test_add_func ("/map/inverse", test_inverse);
  g_test_add_func ("/map/areas", test_areas);
  g_test_add_func ("/map/grouping", test_grouping);
  g_test_add_func ("/map/clusters-open", test_clusters_open);
  g_test_add_func ("/map/pointing", test_pointing);
  g_test_add_func ("/map/view", test_view);
  g_test_add_func ("/map/ink", test_ink);
  g_test_add_func ("/map/labels", test_labels);
  g_test_add_func ("/map/land", test_land);
  g_test_add_func ("/map/damage", test_damage);
  g_test_add_func ("/map/many", test_many);

  return g_test_run ();
}
