#include "backend/svg_write.h"

#include <string.h>

#include "base/number.h"

void
svg_append_escaped(GString *out, const char *text)
{
    for (const char *p = text; *p != '\0'; p++) {
        switch (*p) {
        case '&':
            g_string_append(out, "&amp;");
            break;
        case '<':
            g_string_append(out, "&lt;");
            break;
        case '>':
            g_string_append(out, "&gt;");
            break;
        case '"':
            g_string_append(out, "&quot;");
            break;
        case '\'':
            g_string_append(out, "&#39;");
            break;
        default:
            g_string_append_c(out, *p);
        }
    }
}

void
svg_append_attribute(GString *out, const char *name, const char *value)
{
    g_string_append_c(out, ' ');
    g_string_append(out, name);
    g_string_append(out, "=\"");
    svg_append_escaped(out, value);
    g_string_append_c(out, '"');
}

void
svg_append_number(GString *out, const char *name, double value)
{
    g_string_append_c(out, ' ');
    g_string_append(out, name);
    g_string_append(out, "=\"");
    number_append_coordinate(out, value);
    g_string_append_c(out, '"');
}

gint64
svg_hundredths(double value)
{
    return llround(value * 100);
}

/* A number of path data; first: it follows the letter of its command. */
static void
append_value(SvgPen *pen, gint64 hundredths, gboolean first)
{
    GString *out = pen->data;

    if (!pen->relative) {
        if (!first)
            g_string_append_c(out, ' ');
        number_append_coordinate(out, (double)hundredths / 100);
        return;
    }
    if (!first && hundredths >= 0)
        g_string_append_c(out, ' ');
    gsize at = out->len;
    number_append_coordinate(out, (double)hundredths / 100);
    if (ABS(hundredths) < 100 && hundredths != 0)
        g_string_erase(out, (gssize)at + (hundredths < 0 ? 1 : 0), 1); /* ".5" for "0.5" */
}

static void
append_point(SvgPen *pen, gint64 x, gint64 y, gboolean first)
{
    append_value(pen, pen->relative ? x - pen->x : x, first);
    append_value(pen, pen->relative ? y - pen->y : y, FALSE);
}

/* TRUE when the letter had to be written. */
static gboolean
begin_command(SvgPen *pen, char absolute)
{
    char command = pen->relative ? g_ascii_tolower(absolute) : absolute;
    gboolean implied = command == pen->command || (command == 'L' && pen->command == 'M');

    pen->command = command;
    if (!implied)
        g_string_append_c(pen->data, command);
    return !implied;
}

/* The move is absolute also in outlines: each letter stands on its own rounded point. */
static void
ensure_open(SvgPen *pen)
{
    if (pen->open)
        return;
    g_string_append_c(pen->data, 'M');
    number_append_coordinate(pen->data, (double)pen->x / 100);
    g_string_append_c(pen->data, ' ');
    number_append_coordinate(pen->data, (double)pen->y / 100);
    pen->command = 'M';
    pen->open = TRUE;
    pen->n++;
}

static void
svg_pen_move(SvgPen *pen, gint64 x, gint64 y)
{
    pen->x = pen->start_x = x;
    pen->y = pen->start_y = y;
    pen->open = FALSE;
}

static void
pen_line(SvgPen *pen, gint64 x, gint64 y)
{
    if (x == pen->x && y == pen->y)
        return;
    ensure_open(pen);
    if (y == pen->y) {
        append_value(pen, pen->relative ? x - pen->x : x, begin_command(pen, 'H'));
    } else if (x == pen->x) {
        append_value(pen, pen->relative ? y - pen->y : y, begin_command(pen, 'V'));
    } else {
        append_point(pen, x, y, begin_command(pen, 'L'));
    }
    pen->x = x;
    pen->y = y;
    pen->n++;
}

static void
pen_curve(SvgPen *pen, const Point *p)
{
    gint64 points[6];
    gboolean moves = FALSE;

    for (int i = 0; i < 3; i++) {
        points[2 * i] = svg_hundredths(p[i].x);
        points[2 * i + 1] = svg_hundredths(p[i].y);
        moves = moves || points[2 * i] != pen->x || points[2 * i + 1] != pen->y;
    }
    if (!moves)
        return;
    ensure_open(pen);
    gboolean first = begin_command(pen, 'C');
    for (int i = 0; i < 3; i++)
        append_point(pen, points[2 * i], points[2 * i + 1], first && i == 0);
    pen->x = points[4];
    pen->y = points[5];
    pen->n++;
}

static void
pen_close(SvgPen *pen)
{
    if (pen->open && pen->command != 'z') {
        g_string_append_c(pen->data, 'z');
        pen->command = 'z';
    }
    pen->x = pen->start_x;
    pen->y = pen->start_y;
}

void
svg_pen_segment(SvgPen *pen, const PathSegment *segment)
{
    gint64 x = svg_hundredths(segment->p[0].x), y = svg_hundredths(segment->p[0].y);

    switch (segment->verb) {
    case PATH_MOVE:
        svg_pen_move(pen, x, y);
        break;
    case PATH_LINE:
        pen_line(pen, x, y);
        break;
    case PATH_CURVE:
        pen_curve(pen, segment->p);
        break;
    case PATH_CLOSE:
        pen_close(pen);
        break;
    }
}
