#include "mark/disc_image.h"

#include "mark/disc_band.h"

/* Pixels a px, so that the picture is as sharp as a PNG of the default scale; and the most of them,
 * so that its data stay below what viewers take in one attribute. */
#define SHARPNESS 2.0
#define MOST_PIXELS 4e6

/* After so many discs of one radius in a row a stamp of it pays; of so many radii they are kept. */
#define STAMP_FROM 500
#define MOST_STAMPS 64
/* A corner and a place in it must fit into 32 bits. */
#define MOST_CORNERS (G_MAXUINT32 / DISC_STAMP_SQUARES)

/* Inks are found again by their colour. */
#define INKS_SEEN 1024

/* For fewer discs a second thread does not pay, and more than a few wait for memory. */
#define THREADS_FROM 50000
#define MOST_THREADS 8

struct DiscImage {
    Rect rect; /* px of the page, on whole pixels */
    double scale;
    DiscSheet sheet;
    gsize n;       /* discs */
    double radius; /* of the last disc, px; how many had it in a row */
    guint n_same;
    const DiscStamp *stamp; /* of that radius; NULL: not made */
    GPtrArray *stamps;      /* all that were made; owned */
    guint32 seen[INKS_SEEN];
};

DiscImage *
disc_image_new(Rect rect)
{
    DiscImage *image = g_new0(DiscImage, 1);
    double pixels = rect.width * rect.height * SHARPNESS * SHARPNESS, right, bottom;
    int columns, rows;

    image->scale = pixels > MOST_PIXELS ? SHARPNESS * sqrt(MOST_PIXELS / pixels) : SHARPNESS;
    image->rect.x = floor(rect.x * image->scale) / image->scale;
    image->rect.y = floor(rect.y * image->scale) / image->scale;
    right = ceil(rect_right(rect) * image->scale);
    bottom = ceil(rect_bottom(rect) * image->scale);
    columns = (int)MAX(1, right - image->rect.x * image->scale + 0.5);
    rows = (int)MAX(1, bottom - image->rect.y * image->scale + 0.5);
    image->rect.width = columns / image->scale;
    image->rect.height = rows / image->scale;
    image->stamps = g_ptr_array_new_with_free_func((GDestroyNotify)disc_stamp_free);
    disc_sheet_init(&image->sheet, columns, rows);
    return image;
}

void
disc_image_free(DiscImage *image)
{
    if (image == NULL)
        return;
    disc_sheet_clear(&image->sheet);
    g_ptr_array_unref(image->stamps);
    g_free(image);
}

/* The ink of a colour with a stamp or without one. Another colour may have taken its place among
 * those that are found again; then it is written once more. */
static guint32
find_ink(DiscImage *image, Color color, const DiscStamp *stamp)
{
    guint32 key = (guint32)color.r << 24 | (guint32)color.g << 16 | (guint32)color.b << 8 | color.a;
    guint32 *seen = &image->seen[key * 0x9e3779b1u >> 22]; /* Knuth, volume 3, 6.4 */
    GArray *inks = image->sheet.inks;
    float alpha = color.a / 255.0f;

    if (*seen < inks->len) {
        const DiscInk *ink = &g_array_index(inks, DiscInk, *seen);

        if (ink->color == key && ink->stamp == stamp)
            return *seen;
    }
    *seen = inks->len;
    g_array_append_vals(inks,
                        &(DiscInk){ .source = { color.r / 255.0f * alpha, color.g / 255.0f * alpha,
                                                color.b / 255.0f * alpha, alpha },
                                    .color = key,
                                    .stamp = stamp },
                        1);
    return *seen;
}

/* FALSE when the stamp does not lie in the picture as a whole. */
static gboolean
press_stamp(DiscImage *image, Point centre, Color color)
{
    DiscSheet *sheet = &image->sheet;
    int column, row, side = (int)image->stamp->side;
    guint32 square, corner;

    if (!(centre.x >= 0 && centre.x < sheet->columns && centre.y >= 0 && centre.y < sheet->rows))
        return FALSE;
    square = disc_stamp_at(image->stamp, centre, &column, &row);
    if (column < 0 || row < 0 || column + side > sheet->columns || row + side > sheet->rows)
        return FALSE;
    corner = (guint32)row * (guint32)sheet->columns + (guint32)column;
    if (corner >= MOST_CORNERS)
        return FALSE;
    disc_sheet_add(
        sheet, row, row + side - 1,
        (DiscPress){ find_ink(image, color, image->stamp), corner * DISC_STAMP_SQUARES + square });
    return TRUE;
}

static void
add_place(DiscImage *image, Point centre, double radius, Color color)
{
    DiscPlace place = { centre, radius };
    DiscPress press = { find_ink(image, color, NULL), image->sheet.places->len };

    g_array_append_val(image->sheet.places, place);
    disc_sheet_add(&image->sheet, floor(centre.y - radius - 0.5), centre.y + radius + 0.5, press);
}

/* Discs of one radius follow each other; then a stamp of it serves them all. */
static void
note_radius(DiscImage *image, double radius)
{
    if (radius != image->radius) {
        image->stamp = NULL;
        image->radius = radius;
        image->n_same = 0;
    }
    if (++image->n_same != STAMP_FROM || radius * image->scale > DISC_STAMP_RADIUS ||
        image->stamps->len == MOST_STAMPS)
        return;
    g_ptr_array_add(image->stamps, disc_stamp_new(radius * image->scale));
    image->stamp = image->stamps->pdata[image->stamps->len - 1];
}

void
disc_image_add(DiscImage *image, Point centre, double radius, Color color)
{
    Point at = { (centre.x - image->rect.x) * image->scale,
                 (centre.y - image->rect.y) * image->scale };

    note_radius(image, radius);
    if (image->stamp == NULL || !press_stamp(image, at, color))
        add_place(image, at, radius * image->scale, color);
    image->n++;
}

/* What the threads share: each takes the next band that nobody has taken. */
typedef struct {
    const DiscSheet *sheet;
    guint8 *rgba;
    gint next;
} Painting;

static gpointer
paint_bands(gpointer data)
{
    Painting *painting = data;
    g_autofree DiscPixel *pixels = g_new(DiscPixel, disc_band_pixels(painting->sheet));

    for (int band = g_atomic_int_add(&painting->next, 1); band < painting->sheet->n_bands;
         band = g_atomic_int_add(&painting->next, 1))
        disc_band_paint(painting->sheet, band, pixels, painting->rgba);
    return NULL;
}

/* A thread that the system refuses is not missed: the others take its bands. */
static void
paint_all(Painting *painting, gsize n)
{
    guint most = n < THREADS_FROM ? 1 : MIN(MOST_THREADS, g_get_num_processors()), n_threads = 0;
    GThread *threads[MOST_THREADS];

    while (n_threads + 1 < most) {
        threads[n_threads] = g_thread_try_new("discs", paint_bands, painting, NULL);
        if (threads[n_threads] == NULL)
            break;
        n_threads++;
    }
    paint_bands(painting);
    for (guint i = 0; i < n_threads; i++)
        g_thread_join(threads[i]);
}

void
disc_image_draw(DiscImage *image, SceneBuilder *builder)
{
    const DiscSheet *sheet = &image->sheet;
    Painting painting = { .sheet = sheet };

    if (image->n == 0)
        return;
    painting.rgba =
        scene_builder_image_room(builder, image->rect, (guint)sheet->columns, (guint)sheet->rows);
    if (painting.rgba != NULL)
        paint_all(&painting, image->n);
}
