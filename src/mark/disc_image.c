#include "mark/disc_image.h"

#include "mark/disc_stamp.h"

/* Pixels a px, so that the picture is as sharp as a PNG of the default scale; and the most of them,
 * so that its data stay below what viewers take in one attribute. */
#define SHARPNESS 2.0
#define MOST_PIXELS 4e6

/* After so many discs of one radius in a row a stamp of it pays. */
#define STAMP_FROM 500

/* Red, green, blue times alpha, as they add up, and alpha; 0 to 1. All four at once. */
typedef float Pixel __attribute__((vector_size(16)));

struct DiscImage {
    Rect rect; /* px of the page, on whole pixels */
    double scale;
    int columns, rows;
    Pixel *pixels;
    gboolean painted;
    double radius; /* of the last disc, px; how many had it in a row */
    guint n_same;
    DiscStamp *stamp; /* of that radius; NULL: not made */
};

DiscImage *
disc_image_new(Rect rect)
{
    DiscImage *image = g_new0(DiscImage, 1);
    double pixels = rect.width * rect.height * SHARPNESS * SHARPNESS, right, bottom;

    image->scale = pixels > MOST_PIXELS ? SHARPNESS * sqrt(MOST_PIXELS / pixels) : SHARPNESS;
    image->rect.x = floor(rect.x * image->scale) / image->scale;
    image->rect.y = floor(rect.y * image->scale) / image->scale;
    right = ceil(rect_right(rect) * image->scale);
    bottom = ceil(rect_bottom(rect) * image->scale);
    image->columns = (int)MAX(1, right - image->rect.x * image->scale + 0.5);
    image->rows = (int)MAX(1, bottom - image->rect.y * image->scale + 0.5);
    image->rect.width = image->columns / image->scale;
    image->rect.height = image->rows / image->scale;
    image->pixels = g_new0(Pixel, (gsize)image->columns * (gsize)image->rows);
    return image;
}

void
disc_image_free(DiscImage *image)
{
    if (image == NULL)
        return;
    disc_stamp_free(image->stamp);
    g_free(image->pixels);
    g_free(image);
}

static inline void
pixel_paint(Pixel *pixel, Pixel source, float cover)
{
    *pixel += (source - *pixel * source[3]) * cover;
}

/* One row of pixels: those that lie within the disc for certain need no distance. */
static void
disc_paint_row(const DiscImage *image, int row, Point centre, double radius, Pixel source)
{
    double dy = row + 0.5 - centre.y, outer = radius + 0.5, inner = MAX(0, radius - 0.5);
    double reach = sqrt(MAX(0, outer * outer - dy * dy));
    double sure = inner > fabs(dy) ? sqrt(inner * inner - dy * dy) : -1;
    int from = (int)MAX(0, floor(centre.x - reach));
    int to = (int)MIN(image->columns - 1, floor(centre.x + reach));
    Pixel *pixels = image->pixels + (gsize)row * (gsize)image->columns;

    for (int x = from; x <= to; x++) {
        double dx = x + 0.5 - centre.x;
        double cover = fabs(dx) <= sure ? 1 : CLAMP(outer - sqrt(dx * dx + dy * dy), 0, 1);

        pixel_paint(&pixels[x], source, (float)cover);
    }
}

static void
disc_paint(const DiscImage *image, Point centre, double radius, Pixel source)
{
    double reach = radius + 0.5;
    int from = (int)MAX(0, floor(centre.y - reach));
    int to = (int)MIN(image->rows - 1, centre.y + reach);

    for (int row = from; row <= to; row++)
        disc_paint_row(image, row, centre, radius, source);
}

/* FALSE when the stamp does not lie in the picture as a whole. */
static gboolean
disc_press(const DiscImage *image, Point centre, Pixel source)
{
    const DiscStamp *stamp = image->stamp;
    int column, row, side = (int)stamp->side;
    const float *covers;
    Pixel *pixels;

    if (!(centre.x >= 0 && centre.x < image->columns && centre.y >= 0 && centre.y < image->rows))
        return FALSE;
    covers = disc_stamp_at(stamp, centre, &column, &row);
    if (column < 0 || row < 0 || column + side > image->columns || row + side > image->rows)
        return FALSE;
    pixels = image->pixels + (gsize)row * (gsize)image->columns + column;
    for (int y = 0; y < side; y++, covers += side, pixels += image->columns)
        for (int x = 0; x < side; x++)
            pixel_paint(&pixels[x], source, covers[x]);
    return TRUE;
}

/* Discs of one radius follow each other; then a stamp of it serves them all. */
static void
note_radius(DiscImage *image, double radius)
{
    if (radius != image->radius) {
        disc_stamp_free(image->stamp);
        image->stamp = NULL;
        image->radius = radius;
        image->n_same = 0;
    }
    if (++image->n_same == STAMP_FROM && radius * image->scale <= DISC_STAMP_RADIUS)
        image->stamp = disc_stamp_new(radius * image->scale);
}

void
disc_image_add(DiscImage *image, Point centre, double radius, Color color)
{
    float alpha = color.a / 255.0f;
    Pixel source = { color.r / 255.0f * alpha, color.g / 255.0f * alpha, color.b / 255.0f * alpha,
                     alpha };
    Point at = { (centre.x - image->rect.x) * image->scale,
                 (centre.y - image->rect.y) * image->scale };

    note_radius(image, radius);
    if (image->stamp == NULL || !disc_press(image, at, source))
        disc_paint(image, at, radius * image->scale, source);
    image->painted = TRUE;
}

static guint8
pixel_byte(float value)
{
    return (guint8)(CLAMP(value, 0, 1) * 255 + 0.5f);
}

/* The bytes lie over the pixels that they are made from, which saves as much memory again. */
void
disc_image_draw(DiscImage *image, SceneBuilder *builder)
{
    gsize n = (gsize)image->columns * (gsize)image->rows;
    guint8 *rgba = (guint8 *)image->pixels;

    if (!image->painted)
        return;
    for (gsize i = 0; i < n; i++) {
        Pixel pixel = image->pixels[i];
        guint8 alpha = pixel_byte(pixel[3]);

        if (alpha > 0)
            pixel /= pixel[3];
        for (guint k = 0; k < 3; k++)
            rgba[4 * i + k] = alpha > 0 ? pixel_byte(pixel[k]) : 0;
        rgba[4 * i + 3] = alpha;
    }
    scene_builder_image(builder, image->rect, rgba, (guint)image->columns, (guint)image->rows);
}
