// The bytes of the SVG writer: each tests/backend/golden/NAME.scene must give NAME.svg, and what it
// gives must follow the profile. CARTOUCHE_RENEW=1 writes the expected files anew.
#include "backend/svg.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/number.h"
#include "scene/builder.h"

#define GOLDEN TEST_DIR "/backend/golden/"

static const OutputOptions text_mode = { .scale = 1, .metadata = TRUE };
static const OutputOptions outline_mode = { .scale = 1, .metadata = TRUE, .outlines = TRUE };

/* A square of half the size for each letter. */
static Path *
square_letters(const char *text, const TextStyle *style)
{
    Path *path = path_new();
    double side = style->size / 2;

    for (glong i = 0; i < g_utf8_strlen(text, -1); i++) {
        double x = (double)i * side;

        path_move_to(path, x, 0);
        path_line_to(path, x + side - 0.55, -side);
        path_curve_to(path, (Point){ x + 0.25, -side }, (Point){ x, 0.5 },
                      (Point){ x - 0.111, 0.25 });
        path_close(path);
    }
    return path;
}

static GBytes *
write_four_bytes(const guint8 *rgba, guint columns, guint rows, GError **error)
{
    (void)columns;
    (void)rows;
    (void)error;
    return g_bytes_new(rgba, 4);
}

static const RasterModule fake_module = {
    .version = RASTER_API_VERSION,
    .text_outline = square_letters,
    .encode_png = write_four_bytes,
};

static void
assert_follows_profile(const char *svg)
{
    g_autofree char *xmllint = g_find_program_in_path("xmllint");
    g_autofree char *path = NULL, *said = NULL;
    int file = g_file_open_tmp("cartouche-XXXXXX.svg", &path, NULL), status = 0;
    char *argv[] = {
        "xmllint", "--noout", "--huge", "--relaxng", SOURCE_ROOT "/src/profile/profile.rng",
        path,      NULL
    };

    g_assert_cmpint(file, >=, 0);
    g_assert_true(g_close(file, NULL));
    g_assert_true(g_file_set_contents(path, svg, -1, NULL));
    if (xmllint != NULL) {
        g_assert_true(g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &said,
                                   &status, NULL));
        if (status != 0)
            g_error("%s\n%.4000s", said, svg);
    }
    g_remove(path);
}

static char *
written(const Scene *scene, const OutputOptions *options)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = svg_write_with(scene, options, &fake_module, &error);

    g_assert_no_error(error);
    return g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

static char *
read_file(const char *folder, const char *name, const char *extension)
{
    g_autofree char *path = g_strconcat(folder, name, extension, NULL);
    char *text = NULL;

    if (!g_file_get_contents(path, &text, NULL, NULL))
        g_error("cannot read %s", path);
    return text;
}

static void
check_golden(const char *scene_name, const char *svg_name, const OutputOptions *options)
{
    g_autofree char *text = read_file(GOLDEN, scene_name, ".scene");
    g_autoptr(GError) error = NULL;
    g_autoptr(Scene) scene = scene_from_text(text, &error);
    g_assert_no_error(error);
    g_autofree char *svg = written(scene, options);

    assert_follows_profile(svg);
    if (g_getenv("CARTOUCHE_RENEW") != NULL) {
        g_autofree char *path = g_strconcat(GOLDEN, svg_name, ".svg", NULL);

        g_assert_true(g_file_set_contents(path, svg, -1, NULL));
    }
    g_autofree char *expected = read_file(GOLDEN, svg_name, ".svg");
    g_assert_cmpstr(svg, ==, expected);
}

static void
test_golden(gconstpointer name)
{
    check_golden(name, name, &text_mode);
}

static void
test_outlines(void)
{
    check_golden("module", "outlines", &outline_mode);
}

static void
test_no_markup_from_data(void)
{
    static const char *const forbidden[] = {
        "<script", "onload=\"", "<img",  " id=\"", "url(",
        "<style",  "<use",      "<defs", "<!--",   "<![CDATA["
    };
    g_autofree char *svg = read_file(GOLDEN, "hostile", ".svg");

    for (guint i = 0; i < G_N_ELEMENTS(forbidden); i++)
        g_assert_null(strstr(svg, forbidden[i]));
    g_assert_true(g_utf8_validate(svg, -1, NULL));
}

/* n points of a zigzag, 0.5 px apart. */
static Scene *
zigzag(guint n, Color fill, Stroke stroke, gboolean close)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 600, 400 });
    g_autoptr(Path) path = path_new();

    path_move_to(path, 0, 0);
    for (guint i = 1; i < n; i++)
        path_line_to(path, i * 0.5, i % 2 * 10);
    if (close)
        path_close(path);
    scene_builder_path(builder, path, fill, stroke);
    return scene_builder_finish(builder);
}

static guint
count(const char *text, const char *word)
{
    guint n = 0;

    for (const char *p = strstr(text, word); p != NULL; p = strstr(p + 1, word))
        n++;
    return n;
}

static guint
vertices(const char *path_element)
{
    const char *d = strstr(path_element, " d=\"") + 4, *end = strchr(d, '"');
    guint numbers = 0;

    /* Packed numbers touch: "l.5-10.5 3". */
    while (d < end) {
        char *next;

        g_ascii_strtod(d, &next);
        numbers += next > d;
        d = next > d ? next : d + 1;
    }
    return numbers / 2;
}

static void
test_long_strokes_are_split(void)
{
    g_autoptr(Scene) scene = zigzag(5000, COLOR_NONE, stroke_solid(COLOR_RGB(0), 1), FALSE);
    g_autofree char *svg = written(scene, &text_mode);
    const char *first = strstr(svg, "<path"), *second = strstr(first + 1, "<path");
    const char *third = strstr(second + 1, "<path");

    assert_follows_profile(svg);
    g_assert_cmpuint(count(svg, "<path"), ==, 3);
    g_assert_cmpuint(vertices(first), ==, 2000);
    g_assert_cmpuint(vertices(second), ==, 2000);
    g_assert_cmpuint(vertices(third), ==, 1002);
    /* The last vertex of a piece is the first of the next. */
    g_assert_nonnull(strstr(svg, "d=\"M999.5 10l.5-10"));
}

static void
test_short_and_clear_strokes_are_not_split(void)
{
    Color half = color_with_alpha(COLOR_RGB(0), 0.5);
    g_autoptr(Scene) limit = zigzag(2000, COLOR_NONE, stroke_solid(COLOR_RGB(0), 1), FALSE);
    g_autoptr(Scene) clear = zigzag(5000, COLOR_NONE, stroke_solid(half, 1), FALSE);
    g_autoptr(Scene) filled = zigzag(5000, half, STROKE_NONE, FALSE);
    g_autofree char *a = written(limit, &text_mode), *b = written(clear, &text_mode);
    g_autofree char *c = written(filled, &text_mode);

    g_assert_cmpuint(count(a, "<path"), ==, 1);
    g_assert_cmpuint(count(b, "<path"), ==, 1);
    g_assert_cmpuint(count(c, "<path"), ==, 1);
}

static void
test_long_filled_outline(void)
{
    g_autoptr(Scene) scene = zigzag(3000, COLOR_RGB(0xff0000), stroke_solid(COLOR_RGB(0), 1), TRUE);
    g_autofree char *svg = written(scene, &text_mode);

    assert_follows_profile(svg);
    g_assert_cmpuint(count(svg, "<path"), ==, 3);
    g_assert_nonnull(strstr(svg, "<path fill=\"#f00\" d=\"M0 0l"));
    g_assert_nonnull(strstr(svg, "<path fill=\"none\" stroke=\"#000\" d=\"M0 0l"));
    /* The end of the outline is a line back to where it began. */
    g_assert_nonnull(strstr(svg, "-1499.5-10\"/>\n"));
    g_assert_cmpuint(count(svg, "z\"/>"), ==, 1);
}

/* Nobody reads coordinates by the hundred: from there on they are steps, rounded once. */
static void
test_long_paths_are_packed(void)
{
    g_autoptr(Scene) readable = zigzag(32, COLOR_NONE, stroke_solid(COLOR_RGB(0), 1), FALSE);
    g_autoptr(Scene) packed = zigzag(33, COLOR_NONE, stroke_solid(COLOR_RGB(0), 1), FALSE);
    g_autofree char *a = written(readable, &text_mode), *b = written(packed, &text_mode);

    g_assert_nonnull(strstr(a, "d=\"M0 0 0.5 10 1 0 1.5 10"));
    g_assert_nonnull(strstr(b, "d=\"M0 0l.5 10 .5-10 .5 10"));
}

static void
test_like_lines_are_one_path(void)
{
    g_autoptr(Scene) scene =
        scene_from_text("scene 10 10\ntitle \"t\"\n"
                        "path stroke #f00 1 d M 0 0 L 9 0\npath stroke #f00 1 d M 0 5 L 9 5\n"
                        "path stroke #f00 2 d M 0 7 L 9 7\n"
                        "path stroke #ff000080 1 d M 0 8 L 9 8\n"
                        "path stroke #f00 1 dash 2 1 d M 0 1 L 9 1\n"
                        "path stroke #f00 1 dash 2 1 d M 0 2 L 9 2\n",
                        NULL);
    g_autofree char *svg = written(scene, &text_mode);

    assert_follows_profile(svg);
    g_assert_nonnull(strstr(svg, " d=\"M0 0H9M0 5H9\"/>\n"));
    /* Another paint and dashes stand alone. */
    g_assert_nonnull(strstr(svg, " d=\"M0 7H9\"/>\n"));
    g_assert_nonnull(strstr(svg, " d=\"M0 1H9\"/>\n"));
    g_assert_nonnull(strstr(svg, " d=\"M0 2H9\"/>\n"));
}

/* What all texts of a group have is said once; a text that differs keeps its own. */
static void
test_groups_say_fonts(void)
{
    g_autoptr(Scene) scene =
        scene_from_text("scene 10 10 text #222 size 12\ntitle \"t\"\n"
                        "group labels\n  text 1 2 \"a\" 9 fill #222 extents 6 9 2 11\n"
                        "  text 1 3 \"b\" 9 fill #222 extents 6 9 2 11\n"
                        "group labels\n  text 1 4 \"c\" 9 fill #222 extents 6 9 2 11\n"
                        "  text 1 5 \"d\" 12 fill #222 extents 6 9 2 11\n",
                        NULL);
    g_autofree char *svg = written(scene, &text_mode);

    assert_follows_profile(svg);
    g_assert_nonnull(
        strstr(svg, "<g class=\"ct-labels\" font-size=\"9\">\n<text x=\"1\" y=\"2\">a"));
    g_assert_nonnull(
        strstr(svg, "<g class=\"ct-labels\">\n<text x=\"1\" y=\"4\" font-size=\"9\">c"));
    g_assert_nonnull(strstr(svg, "<text x=\"1\" y=\"5\">d"));
}

static void
test_dashed_subpaths_stand_alone(void)
{
    g_autoptr(Scene) scene =
        scene_from_text("scene 10 10\ntitle \"t\"\npath fill #0f0 stroke #f00 1 "
                        "dash 2 1 d M 0 0 L 9 0 L 9 9 Z M 1 1 L 2 3\n",
                        NULL);
    g_autofree char *svg = written(scene, &text_mode);

    assert_follows_profile(svg);
    g_assert_nonnull(strstr(svg, "<path fill=\"#0f0\" d=\"M0 0H9V9zM1 1 2 3\"/>\n"
                                 "<path fill=\"none\" stroke=\"#f00\" stroke-dasharray=\"2 1\" "
                                 "d=\"M0 0H9V9z\"/>\n"
                                 "<path fill=\"none\" stroke=\"#f00\" stroke-dasharray=\"2 1\" "
                                 "d=\"M1 1 2 3\"/>\n"));
}

static void
test_marks_lose_tooltips_beyond_the_limit(void)
{
    for (int extra = 0; extra < 2; extra++) {
        g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 600, 400 });

        for (int i = 1; i <= 2000 + extra; i++) {
            scene_builder_push_mark(builder, "m", NULL, i, 0);
            scene_builder_circle(builder, (Point){ i % 600, i % 400 }, 3, COLOR_RGB(0),
                                 STROKE_NONE);
            scene_builder_pop(builder);
        }
        g_autoptr(Scene) scene = scene_builder_finish(builder);
        g_autofree char *svg = written(scene, &text_mode);

        g_assert_cmpuint(count(svg, "<g data-row="), ==, extra ? 0 : 2000);
        g_assert_cmpuint(count(svg, "<circle"), ==, 2000 + (guint)extra);
    }
}

static void
test_too_many_elements(void)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 600, 400 });
    g_autoptr(GError) error = NULL;

    for (int i = 0; i < 900001; i++)
        scene_builder_circle(builder, (Point){ i % 600, i % 400 }, 3, COLOR_RGB(0), STROKE_NONE);
    g_autoptr(Scene) scene = scene_builder_finish(builder);
    g_assert_null(svg_write_with(scene, &text_mode, NULL, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_LIMIT);
}

static void
test_too_long_attribute(void)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 600, 400 });
    g_autoptr(Path) path = path_new();
    g_autoptr(GError) error = NULL;

    path_move_to(path, 0, 0);
    for (int i = 0; i < 600000; i++)
        path_line_to(path, i % 7 * 10000.11, i % 3 * 20000.22);
    scene_builder_path(builder, path, COLOR_RGB(0), STROKE_NONE);
    g_autoptr(Scene) scene = scene_builder_finish(builder);
    g_assert_null(svg_write_with(scene, &text_mode, NULL, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_LIMIT);
}

/* The budget of the profile: bytes a thing. */
static void
test_budget(void)
{
    g_autoptr(Scene) empty =
        scene_from_text("scene 600 400 background #fff\ntitle \"A plain title\"\n"
                        "description \"One sentence with the extremes.\"\n",
                        NULL);
    g_autofree char *head = written(empty, &text_mode);
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 600, 400 });

    scene_builder_push(builder, ROLE_MARKS, NULL);
    for (int i = 0; i < 1000; i++)
        scene_builder_circle(builder, (Point){ i % 600 + 0.25, i % 400 + 0.75 }, 3,
                             COLOR_RGB(0x1f77b4), STROKE_NONE);
    scene_builder_pop(builder);
    g_autoptr(Scene) scene = scene_builder_finish(builder);
    g_autofree char *circles = written(scene, &text_mode);

    g_assert_cmpuint(strlen(head), <, 700);
    g_assert_cmpuint(strlen(circles) - strlen(head), <, 45 * 1000);
}

static void
test_same_bytes(void)
{
    g_autofree char *text = read_file(GOLDEN, "chart", ".scene");
    g_autoptr(Scene) scene = scene_from_text(text, NULL);
    g_autofree char *a = written(scene, &text_mode), *b = written(scene, &text_mode);

    g_assert_cmpstr(a, ==, b);
}

static void
test_formats(void)
{
    g_assert_cmpstr(output_formats[0]->name, ==, "svg");
    g_assert_cmpstr(output_format_find("pdf")->extension, ==, ".pdf");
    g_assert_null(output_format_find("gif"));
    g_assert_cmpstr(output_format_for_path("a/b.PNG")->name, ==, "png");
    g_assert_cmpstr(output_format_for_path("a.tar.svg")->name, ==, "svg");
    g_assert_null(output_format_for_path(".svg"));
    g_assert_null(output_format_for_path("svg"));
    g_assert_null(output_format_for_path(""));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_data_func("/svg/golden-chart", "chart", test_golden);
    g_test_add_data_func("/svg/golden-hostile", "hostile", test_golden);
    g_test_add_data_func("/svg/golden-fonts", "fonts", test_golden);
    g_test_add_data_func("/svg/golden-nesting", "nesting", test_golden);
    g_test_add_data_func("/svg/golden-module", "module", test_golden);
    g_test_add_func("/svg/golden-outlines", test_outlines);
    g_test_add_func("/svg/data-makes-no-markup", test_no_markup_from_data);
    g_test_add_func("/svg/long-strokes-are-split", test_long_strokes_are_split);
    g_test_add_func("/svg/short-and-clear-strokes-are-not-split",
                    test_short_and_clear_strokes_are_not_split);
    g_test_add_func("/svg/long-outlines-are-filled-once", test_long_filled_outline);
    g_test_add_func("/svg/dashed-subpaths-stand-alone", test_dashed_subpaths_stand_alone);
    g_test_add_func("/svg/long-paths-are-packed", test_long_paths_are_packed);
    g_test_add_func("/svg/like-lines-are-one-path", test_like_lines_are_one_path);
    g_test_add_func("/svg/groups-say-fonts", test_groups_say_fonts);
    g_test_add_func("/svg/tooltips-end-at-2000-marks", test_marks_lose_tooltips_beyond_the_limit);
    g_test_add_func("/svg/too-many-elements-are-refused", test_too_many_elements);
    g_test_add_func("/svg/too-long-attributes-are-refused", test_too_long_attribute);
    g_test_add_func("/svg/budget-is-kept", test_budget);
    g_test_add_func("/svg/same-scene-same-bytes", test_same_bytes);
    g_test_add_func("/formats/are-found-by-name-and-path", test_formats);
    return g_test_run();
}
