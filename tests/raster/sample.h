// A scene with every kind of node, and a reader for what was made of it.
#pragma once

#include <cairo.h>
#include <string.h>

#include "backend/output_format.h"
#include "scene/builder.h"

static const OutputOptions sample_options = { .scale = 2, .metadata = TRUE };

static inline TextExtents
sample_extents(const char *text, const TextStyle *style)
{
    g_autoptr(TextMeasurer) measurer = table_measurer_new(NULL, NULL);

    return text_measure(measurer, text, style);
}

static inline void
sample_text(SceneBuilder *builder, const char *text, Point at, Anchor anchor, double angle,
            const TextStyle *style)
{
    scene_builder_text(builder, text, at, anchor, angle, style, sample_extents(text, style));
}

static inline void
sample_texts(SceneBuilder *builder)
{
    TextStyle plain = { .size = 12, .color = COLOR_RGB(0x222222) };
    TextStyle bold = { .size = 20, .bold = TRUE, .color = COLOR_RGB(0x111111) };
    TextStyle italic = { .size = 12, .italic = TRUE, .color = COLOR_RGB(0x555555) };
    TextStyle serif = { .family = "DejaVu Serif", .size = 12, .color = COLOR_RGB(0x222222) };

    sample_text(builder, "AVATAR Type: rides per day, 2019–2024", (Point){ 20, 30 }, ANCHOR_START,
                0, &bold);
    sample_text(builder, "start", (Point){ 200, 60 }, ANCHOR_START, 0, &plain);
    sample_text(builder, "middle", (Point){ 200, 76 }, ANCHOR_MIDDLE, 0, &plain);
    sample_text(builder, "end", (Point){ 200, 92 }, ANCHOR_END, 0, &plain);
    sample_text(builder, "Serif, drawn by Pango", (Point){ 230, 60 }, ANCHOR_START, 0, &serif);
    sample_text(builder, "Source: office of statistics, €1 = £0.85", (Point){ 20, 240 },
                ANCHOR_START, 0, &italic);
    sample_text(builder, "thousands", (Point){ 14, 150 }, ANCHOR_MIDDLE, -90, &plain);
}

static inline void
sample_shapes(SceneBuilder *builder)
{
    static const guint8 image[2 * 2 * 4] = { 255, 0, 0,   255, 0,   255, 0,   255,
                                             0,   0, 255, 255, 255, 255, 255, 0 };
    g_autoptr(Path) path = path_new();
    g_autoptr(Path) star = path_new();
    Stroke dashed = stroke_solid(COLOR_RGB(0x2ca02c), 1.5);

    scene_builder_rect(builder, (Rect){ 40, 110, 60, 80 }, 0, COLOR_RGB(0xff0000), STROKE_NONE);
    scene_builder_rect(builder, (Rect){ 110, 130, 50, 60 }, 8, COLOR_RGB(0x1f77b4),
                       stroke_solid(COLOR_RGB(0x0b3d66), 2));
    scene_builder_circle(builder, (Point){ 200, 150 }, 30,
                         color_with_alpha(COLOR_RGB(0xff7f0e), 0.5), STROKE_NONE);
    dashed.dash[0] = 6;
    dashed.dash[1] = 3;
    dashed.n_dash = 2;
    scene_builder_line(builder, (Point){ 20, 200 }, (Point){ 380, 200 }, dashed);
    path_move_to(path, 250, 190);
    path_curve_to(path, (Point){ 270, 90 }, (Point){ 300, 220 }, (Point){ 330, 110 });
    scene_builder_path(builder, path, COLOR_NONE, stroke_solid(COLOR_RGB(0x9467bd), 3));
    path_move_to(star, 350, 110);
    path_line_to(star, 370, 160);
    path_line_to(star, 330, 160);
    path_close(star);
    scene_builder_path(builder, star, COLOR_RGB(0x8c564b), STROKE_NONE);
    scene_builder_image(builder, (Rect){ 340, 170, 20, 20 }, image, 2, 2);
}

static inline Scene *
sample_scene(Color background)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 400, 250 });
    TextStyle main_text = { .size = 12, .color = COLOR_RGB(0x222222) };

    scene_builder_set_texts(builder, "Rides per day", "A picture with every kind of node – é", "en",
                            "Office of Statistics");
    scene_builder_set_look(builder, background, &main_text);
    scene_builder_push(builder, ROLE_MARKS, NULL);
    sample_shapes(builder);
    scene_builder_pop(builder);
    sample_texts(builder);
    return scene_builder_finish(builder);
}

typedef struct {
    const guint8 *data;
    gsize left;
} SampleReader;

static inline cairo_status_t
sample_read(void *closure, unsigned char *data, unsigned int length)
{
    SampleReader *reader = closure;

    if (length > reader->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, reader->data, length);
    reader->data += length;
    reader->left -= length;
    return CAIRO_STATUS_SUCCESS;
}

/* The picture as read by libpng, which is not what wrote it. */
static inline cairo_surface_t *
sample_decode(GBytes *png)
{
    SampleReader reader;
    cairo_surface_t *surface;

    reader.data = g_bytes_get_data(png, &reader.left);
    surface = cairo_image_surface_create_from_png_stream(sample_read, &reader);
    g_assert_cmpint(cairo_surface_status(surface), ==, CAIRO_STATUS_SUCCESS);
    return surface;
}

/* 0xAARRGGBB, premultiplied; opaque pictures have no alpha. */
static inline guint32
sample_pixel(cairo_surface_t *surface, int x, int y)
{
    const guint8 *row = cairo_image_surface_get_data(surface) +
                        (gsize)y * (gsize)cairo_image_surface_get_stride(surface);
    guint32 pixel;

    memcpy(&pixel, row + 4 * (gsize)x, 4);
    return cairo_image_surface_get_format(surface) == CAIRO_FORMAT_ARGB32 ? pixel
                                                                          : pixel & 0xffffffu;
}
