// The small pieces of an SVG: escaped text, attributes, path data.
#pragma once

#include "scene/node.h"

/* Text and attribute values. Every string that comes from outside passes here and nowhere else; it
 * has been cleaned by the gate of the scene before. */
void svg_append_escaped(GString *out, const char *text);

/* ` name="value"` */
void svg_append_attribute(GString *out, const char *name, const char *value);
void svg_append_number(GString *out, const char *name, double value);

gint64 svg_hundredths(double value);

typedef struct {
    GString *data;
    gboolean relative; /* and packed: for outlines and long paths, which machines alone read */
    gint64 x, y;       /* the current point in hundredths */
    gint64 start_x, start_y;
    char command;  /* the last one written; '\0': none */
    gboolean open; /* the move to the current subpath has been written */
    guint n;       /* vertices */
} SvgPen;

/* Points are rounded first; differences are taken of rounded points. What has no length after
 * rounding is left out, and so is a move that leads nowhere. */
void svg_pen_segment(SvgPen *pen, const PathSegment *segment);
