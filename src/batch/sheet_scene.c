#include "batch/sheet_scene.h"

#include "batch/sheet_card.h"

#define MARGIN 40
#define GAP 18
#define COUNTS_SIZE 26
#define HEADING_SIZE 17
#define KICKER_SIZE 12

static const Color page = COLOR_INIT(0xf4f3f0);

SheetGrid
sheet_grid(guint n_figures)
{
    static const struct {
        guint up_to;
        SheetGrid grid;
    } rows[] = {
        { 4, { 2, 420, 2 } },     { 12, { 3, 360, 2 } },         { 60, { 4, 300, 2 } },
        { 240, { 6, 260, 1.5 } }, { G_MAXUINT, { 10, 200, 1 } },
    };
    guint i = 0;

    while (n_figures > rows[i].up_to)
        i++;
    return rows[i].grid;
}

void
sheet_grid_picture(const SheetGrid *grid, guint *ret_columns, guint *ret_rows)
{
    Size size = sheet_card_picture(grid->card);

    *ret_columns = (guint)(size.width * grid->scale);
    *ret_rows = (guint)(size.height * grid->scale);
}

/* Figures of a group that stand side by side, from first on; returns how many. */
static guint
row_length(const GPtrArray *group, guint first, const SheetGrid *grid, double *ret_height,
           TextMeasurer *measurer)
{
    guint used = 0, n = 0;

    *ret_height = 0;
    while (first + n < group->len) {
        const SheetFigure *figure = group->pdata[first + n];
        guint cells = sheet_card_cells(figure);
        double height;

        if (n > 0 && used + cells > grid->columns)
            break;
        used += cells;
        height = sheet_card(figure, (Point){ 0, 0 }, cells * grid->card + (cells - 1) * GAP, 0,
                            measurer, NULL);
        *ret_height = MAX(*ret_height, height);
        n++;
    }
    return n;
}

/* Returns the lower end. */
static double
draw_group(const GPtrArray *group, const SheetGrid *grid, double y, TextMeasurer *measurer,
           SceneBuilder *builder)
{
    for (guint first = 0; first < group->len;) {
        double height, x = MARGIN;
        guint n = row_length(group, first, grid, &height, measurer);

        for (guint i = first; i < first + n; i++) {
            guint cells = sheet_card_cells(group->pdata[i]);
            double width = cells * grid->card + (cells - 1) * GAP;

            if (builder != NULL)
                sheet_card(group->pdata[i], (Point){ x, y }, width, height, measurer, builder);
            x += width + GAP;
        }
        y += height + GAP;
        first += n;
    }
    return y;
}

static double
page_width(const SheetGrid *grid)
{
    return 2 * MARGIN + grid->columns * grid->card + (grid->columns - 1) * GAP;
}

/* "Changed 12" under a line in the colour of the group; returns the lower end. */
static double
draw_heading(SheetGroup group, guint n, const SheetGrid *grid, double y, TextMeasurer *measurer,
             SceneBuilder *builder)
{
    TextStyle bold = { .size = HEADING_SIZE, .bold = TRUE, .color = sheet_group_color(group) };
    TextStyle plain = { .size = HEADING_SIZE, .color = SHEET_SOFT };
    const char *title = sheet_group_title(group);
    TextExtents extents = text_measure(measurer, title, &bold);
    g_autofree char *count = g_strdup_printf("%u", n);
    double baseline = y + 10 + extents.ascent;

    if (builder != NULL) {
        scene_builder_rect(builder, (Rect){ MARGIN, y, page_width(grid) - 2 * MARGIN, 2 }, 0,
                           sheet_group_color(group), STROKE_NONE);
        scene_builder_text(builder, title, (Point){ MARGIN, baseline }, ANCHOR_START, 0, &bold,
                           extents);
        scene_builder_text(builder, count, (Point){ MARGIN + extents.width + 8, baseline },
                           ANCHOR_START, 0, &plain, text_measure(measurer, count, &plain));
    }
    return baseline + extents.descent + 10;
}

static double
draw_head(const char *counts, const SheetGrid *grid, TextMeasurer *measurer, SceneBuilder *builder)
{
    TextStyle kicker = { .size = KICKER_SIZE, .bold = TRUE, .color = SHEET_SOFT };
    TextStyle large = { .size = COUNTS_SIZE, .bold = TRUE, .color = SHEET_INK };
    TextExtents extents = text_measure(measurer, "Contact sheet", &kicker);
    double y = MARGIN + extents.ascent;

    if (builder != NULL)
        scene_builder_text(builder, "Contact sheet", (Point){ MARGIN, y }, ANCHOR_START, 0, &kicker,
                           extents);
    y += extents.descent + 4;
    return sheet_words(counts, (Point){ MARGIN, y }, page_width(grid) - 2 * MARGIN, 2, &large,
                       measurer, builder) +
           24;
}

/* With builder NULL it is only measured. Returns the height of the page. */
static double
draw_page(const GPtrArray *figures, const SheetGrid *grid, const char *counts,
          TextMeasurer *measurer, SceneBuilder *builder)
{
    double y = draw_head(counts, grid, measurer, builder);

    for (SheetGroup kind = 0; kind < SHEET_N_GROUPS; kind++) {
        g_autoptr(GPtrArray) group = g_ptr_array_new();

        for (guint i = 0; i < figures->len; i++)
            if (((const SheetFigure *)figures->pdata[i])->group == kind)
                g_ptr_array_add(group, figures->pdata[i]);
        if (group->len == 0)
            continue;
        y = draw_heading(kind, group->len, grid, y, measurer, builder);
        y = draw_group(group, grid, y, measurer, builder) + 20;
    }
    return y + MARGIN - 20 - GAP;
}

Scene *
sheet_scene(const GPtrArray *figures, const SheetGrid *grid, const char *counts,
            TextMeasurer *measurer)
{
    double height = draw_page(figures, grid, counts, measurer, NULL);
    TextStyle main_text = { .size = 12, .color = SHEET_INK };
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ page_width(grid), height });

    scene_builder_set_texts(builder, counts, NULL, "en", NULL);
    scene_builder_set_look(builder, page, &main_text);
    draw_page(figures, grid, counts, measurer, builder);
    return scene_builder_finish(builder);
}
