#include "layout/text_block.h"

#include "text/wrap.h"

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

/* From the top of the first line's ink to the baseline of a line. */
static double
text_block_baseline(const TextBlock *block, guint index)
{
    double y = 0;

    for (guint i = 0; i <= index; i++) {
        const BlockLine *line = &g_array_index(block->lines, BlockLine, i);

        y += i == 0 ? line->extents.ascent : line->extents.line_height;
    }
    return y;
}

void
text_block_add(TextBlock *block, const char *text, const TextStyle *style, TextMeasurer *measurer)
{
    BlockLine line = { .style = *style };

    if (text == NULL || *text == '\0')
        return;
    line.text = g_strdup(text);
    line.extents = text_measure(measurer, text, style);
    g_array_append_val(block->lines, line);
    block->size.width = MAX(block->size.width, line.extents.width);
    block->size.height = text_block_baseline(block, block->lines->len - 1) + line.extents.descent;
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

void
text_block_draw(const TextBlock *block, Rect box, Anchor align, Color color, SceneBuilder *builder)
{
    double x = align == ANCHOR_START ? box.x
               : align == ANCHOR_END ? rect_right(box)
                                     : box.x + box.width / 2;

    for (guint i = 0; i < block->lines->len; i++) {
        BlockLine line = g_array_index(block->lines, BlockLine, i);

        if (color.a > 0)
            line.style.color = color;
        scene_builder_text(builder, line.text, (Point){ x, box.y + text_block_baseline(block, i) },
                           align, 0, &line.style, line.extents);
    }
}
