#include "guide/legend.h"

#include "text/wrap.h"

#define KEY_WIDTH 14.0
#define KEY_AIR 6.0
#define ENTRY_AIR 18.0

typedef struct {
    Box box;
    const Series *series;
    guint n;
    const MarkType *mark;
    gboolean column; /* one entry a line */
    double key;      /* width of a sample, px at text of 12 px */
} LegendBox;

static gboolean
legend_lists(const Series *series)
{
    return series->name != NULL && !series->unlisted;
}

/* A name that is wider than the whole legend is cut. Caller frees. */
static char *
legend_name(const LegendBox *legend, const char *name, double width, const LayoutContext *context)
{
    const TextStyle *style = &context->theme->axis;
    double key = (legend->key + KEY_AIR) * style->size / 12;

    return text_ellipsize(name, style, MAX(0, width - key), context->measurer);
}

/* Where each entry begins, row by row; returns the size taken. places may be NULL. */
static Size
legend_flow(const LegendBox *legend, double width, const LayoutContext *context, Point *places)
{
    const TextStyle *style = &context->theme->axis;
    double line = text_measure(context->measurer, "x", style).line_height;
    double em = style->size / 12, x = 0, y = 0, widest = 0;

    for (guint i = 0; i < legend->n; i++) {
        g_autofree char *name = NULL;
        double entry;

        if (!legend_lists(&legend->series[i]))
            continue;
        name = legend_name(legend, legend->series[i].name, width, context);
        entry = (legend->key + KEY_AIR) * em + text_measure(context->measurer, name, style).width;
        if (x > 0 && (legend->column || x + entry > width)) {
            x = 0;
            y += line + context->theme->line_gap;
        }
        if (places != NULL)
            places[i] = (Point){ x, y };
        widest = MAX(widest, x + entry);
        /* A name that is wider in another font must not reach the next sample. */
        x += entry + MAX(ENTRY_AIR * em,
                         text_measure(context->measurer, name, style).width * SCENE_TEXT_SLACK +
                             KEY_AIR * em);
    }
    return (Size){ widest, y + line };
}

static Size
legend_measure(Box *box, Size available, const LayoutContext *context)
{
    return legend_flow((const LegendBox *)box, available.width, context, NULL);
}

static void
legend_draw(const Box *box, SceneBuilder *builder, const LayoutContext *context)
{
    const LegendBox *legend = (const LegendBox *)box;
    TextStyle style = context->theme->axis;
    g_autofree Point *places = g_new0(Point, legend->n + 1);
    double em = style.size / 12;

    style.color = context->theme->label.color;
    legend_flow(legend, box->rect.width, context, places);
    scene_builder_push(builder, ROLE_LEGEND, NULL);
    for (guint i = 0; i < legend->n; i++) {
        const Series *series = &legend->series[i];
        g_autofree char *name = NULL;
        TextExtents text;
        Rect key;

        if (!legend_lists(series))
            continue;
        name = legend_name(legend, series->name, box->rect.width, context);
        text = text_measure(context->measurer, name, &style);
        key = (Rect){ box->rect.x + places[i].x,
                      box->rect.y + places[i].y + (text.line_height - 12 * em) / 2,
                      legend->key * em, 12 * em };
        (series->key != NULL ? series->key : legend->mark)
            ->draw_key(builder, key, series, context->theme);
        scene_builder_text(builder, name,
                           (Point){ rect_right(key) + KEY_AIR * em,
                                    key.y + key.height / 2 + (text.ascent - text.descent) / 2 },
                           ANCHOR_START, 0, &style, text);
    }
    scene_builder_pop(builder);
}

static const BoxType legend_box_type = {
    .measure = legend_measure,
    .draw = legend_draw,
};

Box *
legend_box_new(const Series *series, guint n, const MarkType *mark, gboolean column)
{
    LegendBox *legend;
    gboolean named = FALSE, coded = FALSE;
    double widest = 0;

    for (guint i = 0; i < n; i++) {
        const MarkType *own = series[i].key != NULL ? series[i].key : mark;

        if (!legend_lists(&series[i]))
            continue;
        named = TRUE;
        coded = coded || series[i].code > 0;
        widest = MAX(widest, own->coded_key);
    }
    if (!named)
        return NULL;
    legend = g_new0(LegendBox, 1);
    legend->box.type = &legend_box_type;
    legend->series = series;
    legend->n = n;
    legend->mark = mark;
    legend->column = column;
    legend->key = coded ? MAX(KEY_WIDTH, widest) : KEY_WIDTH;
    return &legend->box;
}
