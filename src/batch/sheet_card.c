#include "batch/sheet_card.h"

#include "text/wrap.h"

#define PAD 12
#define TITLE_SIZE 13
#define TEXT_SIZE 11.5
/* More of them are counted: a card is to be looked at. */
#define MOST_REMARKS 4
#define MOST_LINES 3
#define MOST_MESSAGE_LINES 8
/* Between the former picture and the one of now. */
#define PAIR_GAP 12
/* Height over width that a picture gets at most. */
#define TALLEST 0.8

static const Color card_ground = COLOR_INIT(0xffffff), card_line = COLOR_INIT(0xd9d7d1);
static const Color bad = COLOR_INIT(0xa8201a), bad_ground = COLOR_INIT(0xfbeceb);
static const Color warn = COLOR_INIT(0x8a5a00);

/* Where a card is being drawn; y moves down. */
typedef struct {
    double x, y, width;
    TextMeasurer *measurer;
    SceneBuilder *builder; /* NULL: it is only measured */
} Pen;

Color
sheet_group_color(SheetGroup group)
{
    switch (group) {
    case SHEET_FAILED:
        return bad;
    case SHEET_CHANGED:
        return COLOR_RGB(0x12436d);
    case SHEET_NEW:
        return COLOR_RGB(0x1d6b45);
    case SHEET_WAITING:
    case SHEET_ALIKE:
    case SHEET_UNCHANGED:
    case SHEET_N_GROUPS:
        break;
    }
    return SHEET_INK;
}

Size
sheet_card_picture(double card)
{
    return (Size){ card - 2 * PAD, (card - 2 * PAD) * TALLEST };
}

static gboolean
has_former(const SheetFigure *figure)
{
    return figure->former_image.rgba != NULL && figure->group != SHEET_FAILED;
}

guint
sheet_card_cells(const SheetFigure *figure)
{
    return has_former(figure) ? 2 : 1;
}

double
sheet_words(const char *text, Point at, double width, guint most, const TextStyle *style,
            TextMeasurer *measurer, SceneBuilder *builder)
{
    g_autofree char *clean = text_clean(text, FALSE, 0);
    g_autoptr(GPtrArray) lines = text_wrap(clean, style, width, most, measurer);

    for (guint i = 0; i < lines->len; i++) {
        TextExtents extents = text_measure(measurer, lines->pdata[i], style);

        if (builder != NULL)
            scene_builder_text(builder, lines->pdata[i], (Point){ at.x, at.y + extents.ascent },
                               ANCHOR_START, 0, style, extents);
        at.y += extents.line_height;
    }
    return at.y;
}

static void
pen_words(Pen *pen, const char *text, double indent, guint most, double size, gboolean bold,
          Color color)
{
    TextStyle style = { .size = size, .bold = bold, .color = color };

    pen->y = sheet_words(text, (Point){ pen->x + indent, pen->y }, pen->width - indent, most,
                         &style, pen->measurer, pen->builder);
}

/* Moved up where a picture is lower than its room: nothing is stretched. */
static double
pen_image(const Pen *pen, const SheetImage *image, double x, double y, double width, gboolean dark)
{
    double height = image->columns > 0 ? width * image->rows / image->columns : 0;
    double most = width * TALLEST;
    Rect room = { x, y, width, MIN(height, most) };
    Rect shown = room;

    if (height > most) {
        shown.width = width * most / height;
        shown.x += (width - shown.width) / 2;
    }
    if (pen->builder != NULL) {
        scene_builder_rect(pen->builder, room, 0, COLOR_RGB(dark ? 0x000000 : 0xffffff),
                           STROKE_NONE);
        scene_builder_image(pen->builder, shown, g_bytes_get_data(image->rgba, NULL),
                            image->columns, image->rows);
        scene_builder_rect(pen->builder, room, 0, COLOR_NONE, stroke_solid(card_line, 1));
    }
    return y + room.height;
}

static void
pen_pictures(Pen *pen, const SheetFigure *figure)
{
    double width = (pen->width - PAIR_GAP) / 2, top = pen->y, y;
    Pen now = { pen->x + width + PAIR_GAP, top, width, pen->measurer, pen->builder };

    if (figure->group == SHEET_FAILED || figure->image.rgba == NULL)
        return;
    if (!has_former(figure)) {
        pen->y = pen_image(pen, &figure->image, pen->x, top, pen->width, figure->dark) + 6;
        return;
    }
    pen_words(pen, "Before", 0, 1, TEXT_SIZE, TRUE, SHEET_SOFT);
    pen_words(&now, "Now", 0, 1, TEXT_SIZE, TRUE, SHEET_SOFT);
    y = pen->y + 3;
    pen->y = pen_image(pen, &figure->former_image, pen->x, y, width, figure->dark);
    y = pen_image(pen, &figure->image, now.x, y, width, figure->dark);
    pen->y = MAX(pen->y, y) + 6;
}

static void
pen_message(Pen *pen, const SheetFigure *figure)
{
    Pen inner = { pen->x + 8, pen->y + 6, pen->width - 16, pen->measurer, NULL };
    double top = pen->y;

    if (figure->why == NULL)
        return;
    if (figure->group != SHEET_FAILED) {
        pen_words(pen, figure->why, 0, 2, TEXT_SIZE, FALSE, SHEET_SOFT);
        return;
    }
    pen_words(&inner, figure->why, 0, MOST_MESSAGE_LINES, 12, FALSE, SHEET_INK);
    if (pen->builder != NULL)
        scene_builder_rect(pen->builder, (Rect){ pen->x, top, pen->width, inner.y + 6 - top }, 0,
                           bad_ground, STROKE_NONE);
    inner.builder = pen->builder;
    inner.y = top + 6;
    pen_words(&inner, figure->why, 0, MOST_MESSAGE_LINES, 12, FALSE, SHEET_INK);
    pen->y = inner.y + 12;
}

static Color
severity_color(Severity severity)
{
    return severity == SEVERITY_ERROR ? bad : severity == SEVERITY_WARNING ? warn : SHEET_SOFT;
}

/* A bar in the colour of its weight, the rule, and the sentence. */
static void
pen_remark(Pen *pen, const SheetRemark *remark)
{
    Color color = severity_color(remark->severity);
    double top = pen->y + 2;
    g_autofree char *text = remark->where != NULL
                                ? g_strdup_printf("%s (%s)", remark->text, remark->where)
                                : g_strdup(remark->text);

    pen->y = top;
    if (remark->rule != NULL)
        pen_words(pen, remark->rule, 9, 1, TEXT_SIZE, TRUE, color);
    pen_words(pen, text, 9, MOST_LINES, TEXT_SIZE, FALSE, SHEET_INK);
    if (pen->builder != NULL)
        scene_builder_rect(pen->builder, (Rect){ pen->x, top, 3, pen->y - top }, 0, color,
                           STROKE_NONE);
    pen->y += 3;
}

static void
pen_remarks(Pen *pen, const SheetFigure *figure)
{
    guint n = figure->remarks->len;
    guint shown = n > MOST_REMARKS ? MOST_REMARKS - 1 : n;
    g_autofree char *more = g_strdup_printf("and %u more", n - shown);

    for (guint i = 0; i < shown; i++)
        pen_remark(pen, &g_array_index(figure->remarks, SheetRemark, i));
    if (shown < n)
        pen_words(pen, more, 9, 1, TEXT_SIZE, FALSE, SHEET_SOFT);
}

static void
pen_foot(Pen *pen, const SheetFigure *figure)
{
    g_autofree char *foot = figure->place != NULL
                                ? g_strdup_printf("%s · %s", figure->name, figure->place)
                                : g_strdup(figure->name);

    pen->y += 4;
    pen_words(pen, foot, 0, 1, TEXT_SIZE, FALSE, SHEET_SOFT);
}

double
sheet_card(const SheetFigure *figure, Point at, double width, double height, TextMeasurer *measurer,
           SceneBuilder *builder)
{
    Pen pen = { at.x + PAD, at.y + PAD, width - 2 * PAD, measurer, builder };
    gboolean failed = figure->group == SHEET_FAILED;

    if (builder != NULL) {
        Rect frame = { at.x, at.y, width, height };

        scene_builder_rect(builder, frame, 0, card_ground,
                           stroke_solid(failed ? bad : card_line, 1));
        if (failed)
            scene_builder_rect(builder, (Rect){ at.x, at.y, 4, height }, 0, bad, STROKE_NONE);
    }
    pen_words(&pen, sheet_figure_heading(figure), 0, 2, TITLE_SIZE, TRUE, SHEET_INK);
    pen.y += 5;
    pen_pictures(&pen, figure);
    pen_message(&pen, figure);
    pen_remarks(&pen, figure);
    pen_foot(&pen, figure);
    return pen.y + PAD - 2 - at.y;
}
