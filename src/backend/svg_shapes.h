// The elements that draw: one function a kind of node.
#pragma once

#include "backend/raster_module.h"
#include "backend/svg_paint.h"

typedef struct {
    const Scene *scene;
    const RasterModule *module; /* for outlines and images */
    gboolean outlines;
    gboolean plain_marks; /* too many marks for tooltips */
    GString *out;
    gint64 font_size;     /* what a text inherits, in hundredths */
    const char *families; /* the same; NULL: the list of the root */
    guint64 n_elements;
    GError *error; /* the first that happened; nothing is written after it */
} SvgWriter;

/* Says the font size and the families of all texts from first on, where they agree, as attributes
 * of the group that begins, and notes in w what they inherit. NULL, or the families to be freed
 * after the group, when w is put back. */
char *svg_append_group_fonts(SvgWriter *w, const SceneNode *first);

/* How many leaves from this one on are straight lines of one opaque paint, to be drawn as one
 * element; 1: this one alone. */
guint svg_count_like_lines(const SvgWriter *w, const SceneNode *leaf);
void svg_append_lines(SvgWriter *w, const SceneNode *leaf, guint n, const SvgPaint *inherited,
                      gboolean inline_mode);

/* The elements of one leaf (mostly one), without line ends between them when inline_mode, else each
 * ends its line. tags: attributes that each of them gets, such as ` data-row="3"`; may be "". */
void svg_append_shape(SvgWriter *w, const SceneNode *leaf, const SvgPaint *inherited,
                      const char *tags, gboolean inline_mode);
