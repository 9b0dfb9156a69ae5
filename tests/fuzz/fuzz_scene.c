// Any bytes as the text form of a scene: what is accepted must come back as the same text and must
// be written as SVG.
#include "fuzz.h"

#include <string.h>

#include "backend/svg.h"

/* The box of the letter line stands for the outline. */
static Path *
outline(const char *text, const TextStyle *style)
{
    Path *path = path_new();

    path_move_to(path, 0, 0);
    path_line_to(path, (double)strlen(text), -style->size);
    path_close(path);
    return path;
}

static GBytes *
encode(const guint8 *rgba, guint columns, guint rows, GError **error)
{
    (void)error;
    return g_bytes_new(rgba, (gsize)columns * rows * 4);
}

static void
write_svg(const Scene *scene, gboolean outlines)
{
    static const RasterModule module = { .version = RASTER_API_VERSION,
                                         .text_outline = outline,
                                         .encode_png = encode };
    OutputOptions options = { .scale = 1, .outlines = outlines };
    g_autoptr(GBytes) svg = svg_write_with(scene, &options, &module, NULL);

    if (svg != NULL)
        g_assert_true(
            g_utf8_validate(g_bytes_get_data(svg, NULL), (gssize)g_bytes_get_size(svg), NULL));
}

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    g_autofree char *text = size == 0 ? g_strdup("") : g_strndup((const char *)data, size);
    g_autoptr(Scene) scene = scene_from_text(text, NULL);

    if (scene == NULL)
        return 0;
    g_autofree char *first = scene_to_text(scene);
    g_autoptr(Scene) again = scene_from_text(first, NULL);
    g_assert_nonnull(again);
    g_autofree char *second = scene_to_text(again);
    g_assert_cmpstr(first, ==, second);
    write_svg(scene, FALSE);
    write_svg(scene, TRUE);
    return 0;
}
