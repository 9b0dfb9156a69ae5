#include "mark/disc_image.h"

/* Pixels a px, so that the picture is as sharp as a PNG of the default scale; and the most of them,
 * so that its data stay below what viewers take in one attribute. */
#define SHARPNESS 2.0
#define MOST_PIXELS 4e6

/* Colours times alpha, as they add up; 0 to 1. */
typedef struct {
    float r, g, b, a;
} Pixel;

struct DiscImage {
    Rect rect; /* px of the page, on whole pixels */
    double scale;
    int columns, rows;
    Pixel *pixels;
    gboolean painted;
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
    g_free(image->pixels);
    g_free(image);
}

static void
pixel_paint(Pixel *pixel, Pixel source, float cover)
{
    float rest = 1 - source.a * cover;

    pixel->r = source.r * cover + pixel->r * rest;
    pixel->g = source.g * cover + pixel->g * rest;
    pixel->b = source.b * cover + pixel->b * rest;
    pixel->a = source.a * cover + pixel->a * rest;
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

void
disc_image_add(DiscImage *image, Point centre, double radius, Color color)
{
    float alpha = color.a / 255.0f;
    Pixel source = { color.r / 255.0f * alpha, color.g / 255.0f * alpha, color.b / 255.0f * alpha,
                     alpha };
    Point at = { (centre.x - image->rect.x) * image->scale,
                 (centre.y - image->rect.y) * image->scale };
    double reach = radius * image->scale + 0.5;
    int from = (int)MAX(0, floor(at.y - reach)), to = (int)MIN(image->rows - 1, at.y + reach);

    for (int row = from; row <= to; row++)
        disc_paint_row(image, row, at, radius * image->scale, source);
    image->painted = TRUE;
}

static guint8
pixel_byte(float value)
{
    return (guint8)(CLAMP(value, 0, 1) * 255 + 0.5f);
}

void
disc_image_draw(const DiscImage *image, SceneBuilder *builder)
{
    gsize n = (gsize)image->columns * (gsize)image->rows;
    g_autofree guint8 *rgba = g_new0(guint8, n * 4);

    if (!image->painted)
        return;
    for (gsize i = 0; i < n; i++) {
        const Pixel *pixel = &image->pixels[i];
        guint8 alpha = pixel_byte(pixel->a);

        if (alpha == 0)
            continue;
        rgba[4 * i] = pixel_byte(pixel->r / pixel->a);
        rgba[4 * i + 1] = pixel_byte(pixel->g / pixel->a);
        rgba[4 * i + 2] = pixel_byte(pixel->b / pixel->a);
        rgba[4 * i + 3] = alpha;
    }
    scene_builder_image(builder, image->rect, rgba, (guint)image->columns, (guint)image->rows);
}
