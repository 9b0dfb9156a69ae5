// Lines of words that stand together: measured once, placed as one.
#pragma once

#include "scene/builder.h"

typedef struct {
    char *text;
    TextStyle style;
    TextExtents extents;
    double x;        /* from where its line begins, px */
    gboolean joined; /* it stands on the line of the one before */
} BlockLine;

typedef struct {
    GArray *lines; /* of BlockLine: what has one style and stands on one line */
    Size size;     /* of the ink of all lines, px */
} TextBlock;

TextBlock *text_block_new(void);
void text_block_free(TextBlock *block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TextBlock, text_block_free)

/* One line more. An empty text is none. */
void text_block_add(TextBlock *block, const char *text, const TextStyle *style,
                    TextMeasurer *measurer);
/* More words on the last line, gap px after those before. */
void text_block_append(TextBlock *block, const char *text, const TextStyle *style, double gap,
                       TextMeasurer *measurer);
/* Words on as many lines of a width, px, as they need, at most max_lines (0: any); then they end in
 * an ellipsis. */
void text_block_add_wrapped(TextBlock *block, const char *text, const TextStyle *style,
                            double width, guint max_lines, TextMeasurer *measurer);
/* A block of a single line. Caller frees. */
TextBlock *text_block_line(const char *text, const TextStyle *style, TextMeasurer *measurer);

/* px from the top of the first line's ink to the baseline of a line. */
double text_block_baseline(const TextBlock *block, guint index);

/* Writes the lines with their ink in box (as large as the size), aligned to its left, middle or
 * right. color with alpha: instead of the styles'. */
void text_block_draw(const TextBlock *block, Rect box, Anchor align, Color color,
                     SceneBuilder *builder);

/* One line of words with the middle of its ink at a height. Returns its width, px. */
double text_line_draw(const char *text, Point middle, Anchor align, const TextStyle *style,
                      SceneBuilder *builder, TextMeasurer *measurer);
