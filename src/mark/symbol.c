#include "mark/symbol.h"

/* Half the width of the arms of plus and cross, for arms of length 1. */
#define ARM 0.3
/* The same for a cross, turned by 45 degrees: (1 + ARM) and (1 - ARM) over the square root of 2. */
#define FAR 0.919238815542512
#define NEAR 0.494974746830583
#define NOTCH 0.424264068711929 /* ARM times the square root of 2 */

static const Point square[] = { { -1, -1 }, { 1, -1 }, { 1, 1 }, { -1, 1 } };

/* Equilateral, around the centre of area: sin and cos of 30 degrees. */
static const Point triangle[] = { { 0, -1 },
                                  { 0.866025403784439, 0.5 },
                                  { -0.866025403784439, 0.5 } };
static const Point triangle_down[] = { { 0, 1 },
                                       { -0.866025403784439, -0.5 },
                                       { 0.866025403784439, -0.5 } };

/* A little taller than wide, or it would be a square on its corner to the eye. */
static const Point diamond[] = { { 0, -1.2 }, { 0.9, 0 }, { 0, 1.2 }, { -0.9, 0 } };

static const Point plus[] = {
    { -ARM, -1 }, { ARM, -1 }, { ARM, -ARM }, { 1, -ARM }, { 1, ARM },   { ARM, ARM },
    { ARM, 1 },   { -ARM, 1 }, { -ARM, ARM }, { -1, ARM }, { -1, -ARM }, { -ARM, -ARM },
};
static const Point cross[] = {
    { NEAR, -FAR }, { FAR, -NEAR }, { NOTCH, 0 },  { FAR, NEAR },   { NEAR, FAR },   { 0, NOTCH },
    { -NEAR, FAR }, { -FAR, NEAR }, { -NOTCH, 0 }, { -FAR, -NEAR }, { -NEAR, -FAR }, { 0, -NOTCH },
};

/* Five points; the inner corners lie where a pentagram's lines cross (0.382), here a little
 * farther out so that small stars stay solid. */
static const Point star[] = {
    { 0, -1 },
    { 0.264503, -0.364057 },
    { 0.951057, -0.309017 },
    { 0.427975, 0.139058 },
    { 0.587785, 0.809017 },
    { 0, 0.45 },
    { -0.587785, 0.809017 },
    { -0.427975, 0.139058 },
    { -0.951057, -0.309017 },
    { -0.264503, -0.364057 },
};

#define SYMBOL(id, id_name)             \
    static const Symbol symbol_##id = { \
        .name = id_name,                \
        .corners = id,                  \
        .n = G_N_ELEMENTS(id),          \
    }

static const Symbol symbol_circle = { .name = "circle" };
SYMBOL(square, "square");
SYMBOL(triangle, "triangle");
SYMBOL(diamond, "diamond");
SYMBOL(cross, "cross");
SYMBOL(triangle_down, "triangle-down");
SYMBOL(plus, "plus");
SYMBOL(star, "star");

const Symbol *const symbols[] = {
    &symbol_circle,        &symbol_square, &symbol_triangle,
    &symbol_diamond,       &symbol_cross,  &symbol_plus,
    &symbol_triangle_down, &symbol_star,   NULL,
};

const Symbol *
symbol_at(guint index)
{
    return symbols[index % (G_N_ELEMENTS(symbols) - 1)];
}

/* By Gauss' shoelace formula. */
static double
corners_area(const Point *corners, guint n)
{
    double twice = 0;

    for (guint i = 0; i < n; i++) {
        Point a = corners[i], b = corners[(i + 1) % n];

        twice += a.x * b.y - b.x * a.y;
    }
    return fabs(twice) / 2;
}

void
symbol_append(const Symbol *symbol, Path *path, Point centre, double radius)
{
    double factor;

    if (symbol->corners == NULL) {
        path_move_to(path, centre.x + radius, centre.y);
        path_arc(path, centre, radius, 0, 2 * G_PI);
        path_close(path);
        return;
    }
    factor = radius * sqrt(G_PI / corners_area(symbol->corners, symbol->n));
    for (guint i = 0; i < symbol->n; i++) {
        double x = centre.x + factor * symbol->corners[i].x;
        double y = centre.y + factor * symbol->corners[i].y;

        if (i == 0)
            path_move_to(path, x, y);
        else
            path_line_to(path, x, y);
    }
    path_close(path);
}

void
symbol_draw(SceneBuilder *builder, guint index, Point centre, double radius, Color fill,
            Stroke stroke)
{
    const Symbol *symbol = symbol_at(index);
    g_autoptr(Path) path = NULL;

    if (symbol->corners == NULL) {
        scene_builder_circle(builder, centre, radius, fill, stroke);
        return;
    }
    path = path_new();
    symbol_append(symbol, path, centre, radius);
    scene_builder_path(builder, path, fill, stroke);
}
