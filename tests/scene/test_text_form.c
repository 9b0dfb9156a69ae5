#include <string.h>

#include "base/error.h"
#include "scene/builder.h"

#define RED COLOR_RGB(0xff0000)

static const char every_kind[] =
    "scene 600 400.5 background #fff text #222 size 12 family \"Noto \\\"X\\\"\"\n"
    "title \"Rides \\\\ day\"\n"
    "description \"Five points.\"\n"
    "language \"en\"\n"
    "source \"City\"\n"
    "group grid\n"
    "  path stroke #ddd 1 dash 3 3 d M 40 160 L 300 160\n"
    "group marks title \"서울\"\n"
    "  group mark title \"Mon: 3\" series \"Rides\" row 12 subject 257\n"
    "    rect 40 100.25 20 60 radius 2 fill #1f77b480\n"
    "  group mark row 9007199254740992\n"
    "    circle 10 -10.5 3 fill #1f77b4 stroke #fff 0.5\n"
    "group\n"
    "  path fill #12345601 stroke #000 2.25 dash 1 2 3 4 round-join round-cap d M 1 2 C 1 2 3 4 "
    "5.5 6 L "
    "0 0 Z\n"
    "text 40 24 \"Rides \\\"per\\\" day\" 16.5 bold italic middle rotate -90 family \"Arial\" fill "
    "#222 "
    "extents 98.7 14.5 3.4 18.4 drawn \"Noto Sans\"\n"
    "text 1 2 \"x\" 12 end fill #222 extents 6 9 3 15 subject 257\n"
    "image 0 0 10 10 1 2 AAECAwQFBgc=\n";

static void
test_canonical(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Scene) scene = scene_from_text(every_kind, &error);
    g_assert_no_error(error);
    g_autofree char *text = scene_to_text(scene);

    g_assert_cmpstr(text, ==, every_kind);
}

static void
test_values(void)
{
    g_autoptr(Scene) scene = scene_from_text(every_kind, NULL);
    const SceneNode *marks = scene->root->group.first->next, *mark = marks->group.first;

    g_assert_cmpfloat(scene->size.height, ==, 400.5);
    g_assert_cmpstr(scene->family, ==, "Noto \"X\"");
    g_assert_cmpint(marks->group.role, ==, ROLE_MARKS);
    g_assert_cmpint(mark->group.row, ==, 12);
    g_assert_cmpstr(mark->group.series, ==, "Rides");
    g_assert_cmpuint(mark->group.subject, ==, 257);
    g_assert_cmpfloat(mark->group.first->rect.rect.y, ==, 100.25);
    g_assert_cmpint(mark->group.first->fill.a, ==, 0x80);
    g_assert_cmpint(mark->next->group.row, ==, 9007199254740992);
}

static void
test_errors_name_the_line(void)
{
    static const struct {
        const char *body;
        const char *message;
    } cases[] = {
        { "circle 1 2", "line 3: expected a number" },
        { "circle 1 2 nan fill #000", "line 3: expected a number" },
        { "circle 1 2 1e9 fill #000", "line 3: expected a number" },
        { "circle 1 2 3 fill blurple", "line 3: expected a colour" },
        { "circle 1 2 3 fill #000 junk", "line 3: expected the end of the line" },
        { "square 1 2 3", "line 3: expected group, path, rect, circle, text or image" },
        { "group grid\n    circle 1 2 3 fill #000", "line 4: expected a smaller indent" },
        { "group grid row 3", "line 3: expected mark, for a group with a series, a row or a "
                              "subject" },
        { "group mark row 1.5", "line 3: expected a row" },
        { "path stroke #000 1 d L 1 2", "line 3: expected M" },
        { "path stroke #000 1 d M 1 2 Q 3", "line 3: expected M, L, C or Z" },
        { "path stroke #000 1 dash 3 d M 1 2", "line 3: expected two or four dashes" },
        { "text 1 2 \"x 12", "line 3: expected the end of the string" },
        { "text 1 2 x 12", "line 3: expected a string" },
        { "text 1 2 \"x\" 12 fill #000", "line 3: expected extents" },
        { "image 0 0 1 1 1 1 AA==", "line 3: expected as many bytes as the image has" },
        { "image 0 0 1 1 0 1 AA==", "line 3: expected as many bytes as the image has" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text =
            g_strconcat("scene 10 10\ntitle \"t\"\n", cases[i].body, "\n", NULL);
        g_autoptr(GError) error = NULL;

        g_assert_null(scene_from_text(text, &error));
        g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
        g_assert_cmpstr(error->message, ==, cases[i].message);
        g_assert_cmpuint(error_where(error).line, ==, strchr(cases[i].body, '\n') ? 4 : 3);
    }
}

static void
test_head_errors(void)
{
    static const char *const heads[] = { "",
                                         "chart 10 10\n",
                                         "scene 10\n",
                                         "scene 0 10\n",
                                         "scene 10 10 background 3\n",
                                         "scene 10 10 family \"x\n" };

    for (guint i = 0; i < G_N_ELEMENTS(heads); i++) {
        g_autoptr(GError) error = NULL;

        g_assert_null(scene_from_text(heads[i], &error));
        g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
    }
}

static void
test_depth(void)
{
    g_autoptr(GString) text = g_string_new("scene 10 10\ntitle \"t\"\n");
    g_autoptr(GError) error = NULL;

    for (int i = 0; i <= 64; i++)
        g_string_append_printf(text, "%*sgroup panel\n", 2 * i, "");
    g_assert_null(scene_from_text(text->str, &error));
    g_assert_cmpstr(error->message, ==, "line 67: expected at most 64 groups in each other");
}

static double
random_number(GRand *random)
{
    static const double odd[] = { 0, -0.0, 0.004, 0.005, -0.005, 1e5, 999999.99, 0.1 + 0.2 };

    if (g_rand_int_range(random, 0, 4) == 0)
        return odd[g_rand_int_range(random, 0, G_N_ELEMENTS(odd))];
    return g_rand_double_range(random, -2000, 2000);
}

static Color
random_color(GRand *random)
{
    static const guint8 alphas[] = { 0, 1, 128, 254, 255, 255 };
    guint32 rgb = g_rand_int(random);

    return (Color){ rgb & 255, rgb >> 8 & 255, rgb >> 16 & 255,
                    alphas[g_rand_int_range(random, 0, G_N_ELEMENTS(alphas))] };
}

static Stroke
random_stroke(GRand *random)
{
    Stroke stroke = {
        .color = random_color(random),
        .width = g_rand_double_range(random, 0, 5),
        .n_dash = 2 * (guint)g_rand_int_range(random, 0, 3),
        .round_join = g_rand_boolean(random),
        .round_cap = g_rand_boolean(random),
    };

    for (int i = 0; i < 4; i++)
        stroke.dash[i] = g_rand_double_range(random, 0, 9);
    return stroke;
}

static void
add_random_path(SceneBuilder *builder, GRand *random)
{
    g_autoptr(Path) path = path_new();
    double v[6];

    path_move_to(path, random_number(random), random_number(random));
    for (int i = g_rand_int_range(random, 0, 6); i > 0; i--) {
        for (int k = 0; k < 6; k++)
            v[k] = random_number(random);
        switch (g_rand_int_range(random, 0, 4)) {
        case 0:
            path_move_to(path, v[0], v[1]);
            break;
        case 1:
            path_line_to(path, v[0], v[1]);
            break;
        case 2:
            path_curve_to(path, (Point){ v[0], v[1] }, (Point){ v[2], v[3] },
                          (Point){ v[4], v[5] });
            break;
        default:
            path_close(path);
        }
    }
    scene_builder_path(builder, path, random_color(random), random_stroke(random));
}

static void
add_random_node(SceneBuilder *builder, GRand *random)
{
    static const char *const texts[] = { "x",    "a \"b\" \\", "<&>",           "서울\n",
                                         "\001", " ",          "e\u0301 \u202e" };
    const char *text = texts[g_rand_int_range(random, 0, G_N_ELEMENTS(texts))];
    double v[8];

    for (int i = 0; i < 8; i++)
        v[i] = random_number(random);
    switch (g_rand_int_range(random, 0, 5)) {
    case 0:
        add_random_path(builder, random);
        break;
    case 1:
        scene_builder_rect(builder, (Rect){ v[0], v[1], fabs(v[2]), fabs(v[3]) }, fabs(v[4]),
                           random_color(random), random_stroke(random));
        break;
    case 2:
        scene_builder_circle(builder, (Point){ v[0], v[1] }, v[2], random_color(random),
                             random_stroke(random));
        break;
    case 3: {
        TextStyle style = { .size = fabs(v[2]),
                            .bold = g_rand_boolean(random),
                            .color = random_color(random),
                            .family = v[3] < 0 ? text : NULL };
        TextExtents extents = { fabs(v[4]), v[5], v[6], v[7], v[3] > 9 ? text : NULL };

        scene_builder_text(builder, text, (Point){ v[0], v[1] }, g_rand_int_range(random, 0, 3),
                           90 * g_rand_int_range(random, -1, 2), &style, extents);
        break;
    }
    default:
        scene_builder_image(builder, (Rect){ v[0], v[1], fabs(v[2]), fabs(v[3]) },
                            (const guint8 *)"\0\1\2\3\4\5\6\7", 2, 1);
    }
}

static Scene *
random_scene(GRand *random)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 600, 400 });
    int depth = 0;

    for (int i = 0; i < 40; i++) {
        switch (g_rand_int_range(random, 0, 6)) {
        case 0:
            scene_builder_push(builder, g_rand_int_range(random, ROLE_NONE, ROLE_FOOTER + 1), "t");
            depth++;
            break;
        case 1:
            scene_builder_push_mark(builder, "\"m\"", g_rand_boolean(random) ? "s" : NULL, i,
                                    g_rand_boolean(random) ? 7 : 0);
            depth++;
            break;
        case 2:
            if (depth-- > 0)
                scene_builder_pop(builder);
            else
                depth = 0;
            break;
        default:
            add_random_node(builder, random);
        }
    }
    while (depth-- > 0)
        scene_builder_pop(builder);
    return scene_builder_finish(builder);
}

static void
test_round_trip(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(1);

    for (int run = 0; run < 500; run++) {
        g_autoptr(Scene) scene = random_scene(random);
        g_autofree char *text = scene_to_text(scene);
        g_autoptr(GError) error = NULL;
        g_autoptr(Scene) again = scene_from_text(text, &error);

        g_assert_no_error(error);
        g_autofree char *second = scene_to_text(again);
        g_assert_cmpstr(second, ==, text);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/scene-text/every-kind-is-canonical", test_canonical);
    g_test_add_func("/scene-text/values-arrive", test_values);
    g_test_add_func("/scene-text/errors-name-the-line", test_errors_name_the_line);
    g_test_add_func("/scene-text/bad-heads-are-refused", test_head_errors);
    g_test_add_func("/scene-text/depth-is-limited", test_depth);
    g_test_add_func("/scene-text/any-scene-round-trips", test_round_trip);
    return g_test_run();
}
