#include "layout/text_block.h"

#include "text/wrap.h"

/* Between the ink of two lines, px. */
#define LEAST_LEAD 1.0

static void
block_line_clear(gpointer line)
{
    g_free(((BlockLine *)line)->text);
}

TextBlock *
text_block_new(void)
{
    TextBlock *block = g_new0(TextBlock, 1);

    block->lines = g_array_new(FALSE, TRUE, sizeof(BlockLine));
    g_array_set_clear_func(block->lines, block_line_clear);
    return block;
}

void
text_block_free(TextBlock *block)
{
    if (block == NULL)
        return;
    g_array_unref(block->lines);
    g_free(block);
}

double
text_block_baseline(const TextBlock *block, guint index)
{
    double y = 0, descent = 0;

    for (guint i = 0; i <= index; i++) {
        const BlockLine *line = &g_array_index(block->lines, BlockLine, i);

        /* Small words under large ones stay clear of these. */
        if (i == 0)
            y += line->extents.ascent;
        else if (!line->joined)
            y += MAX(line->extents.line_height, descent + LEAST_LEAD + line->extents.ascent);
        descent = line->joined ? MAX(descent, line->extents.descent) : line->extents.descent;
    }
    return y;
}

static void
text_block_take(TextBlock *block, BlockLine line, const char *text, TextMeasurer *measurer)
{
    line.text = g_strdup(text);
    line.extents = text_measure(measurer, text, &line.style);
    g_array_append_val(block->lines, line);
    block->size.width = MAX(block->size.width, line.x + line.extents.width);
    block->size.height = MAX(block->size.height, text_block_baseline(block, block->lines->len - 1) +
                                                     line.extents.descent);
}

void
text_block_add(TextBlock *block, const char *text, const TextStyle *style, TextMeasurer *measurer)
{
    if (text != NULL && *text != '\0')
        text_block_take(block, (BlockLine){ .style = *style }, text, measurer);
}

void
text_block_append(TextBlock *block, const char *text, const TextStyle *style, double gap,
                  TextMeasurer *measurer)
{
    const BlockLine *last;

    if (block->lines->len == 0 || text == NULL || *text == '\0') {
        text_block_add(block, text, style, measurer);
        return;
    }
    last = &g_array_index(block->lines, BlockLine, block->lines->len - 1);
    text_block_take(
        block,
        (BlockLine){ .style = *style, .x = last->x + last->extents.width + gap, .joined = TRUE },
        text, measurer);
}

void
text_block_add_wrapped(TextBlock *block, const char *text, const TextStyle *style, double width,
                       guint max_lines, TextMeasurer *measurer)
{
    g_autoptr(GPtrArray) lines = NULL;

    if (text == NULL || *text == '\0')
        return;
    lines = text_wrap_balanced(text, style, MAX(1, width), max_lines, measurer);
    for (guint i = 0; i < lines->len; i++)
        text_block_add(block, lines->pdata[i], style, measurer);
}

TextBlock *
text_block_line(const char *text, const TextStyle *style, TextMeasurer *measurer)
{
    TextBlock *block = text_block_new();

    text_block_add(block, text, style, measurer);
    return block;
}

/* px of the line that a piece stands on. */
static double
text_block_line_width(const TextBlock *block, guint index)
{
    const BlockLine *last;

    while (index + 1 < block->lines->len &&
           g_array_index(block->lines, BlockLine, index + 1).joined)
        index++;
    last = &g_array_index(block->lines, BlockLine, index);
    return last->x + last->extents.width;
}

void
text_block_draw(const TextBlock *block, Rect box, Anchor align, Color color, SceneBuilder *builder)
{
    for (guint i = 0; i < block->lines->len; i++) {
        BlockLine line = g_array_index(block->lines, BlockLine, i);
        double width = text_block_line_width(block, i), x = 0;

        switch (align) {
        case ANCHOR_START:
            x = box.x + line.x;
            break;
        case ANCHOR_MIDDLE:
            x = box.x + (box.width - width + line.extents.width) / 2 + line.x;
            break;
        case ANCHOR_END:
            x = rect_right(box) - width + line.x + line.extents.width;
            break;
        }
        if (color.a > 0)
            line.style.color = color;
        scene_builder_text(builder, line.text, (Point){ x, box.y + text_block_baseline(block, i) },
                           align, 0, &line.style, line.extents);
    }
}

double
text_line_draw(const char *text, Point middle, Anchor align, const TextStyle *style,
               SceneBuilder *builder, TextMeasurer *measurer)
{
    TextExtents extents = text_measure(measurer, text, style);

    middle.y += (extents.ascent - extents.descent) / 2;
    scene_builder_text(builder, text, middle, align, 0, style, extents);
    return extents.width;
}
