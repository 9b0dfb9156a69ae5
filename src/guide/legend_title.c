#include "guide/legend_title.h"

#include "text/wrap.h"

/* More words than that belong into the subtitle. */
enum { MAX_LINES = 3 };

static TextStyle
legend_title_style(const Theme *theme)
{
    TextStyle style = theme->axis;

    style.color = theme->label.color;
    style.bold = TRUE;
    return style;
}

char *
legend_title_text(const char *title, const char *multiplier_word)
{
    gboolean has_title = title != NULL && *title != '\0';

    if (*multiplier_word == '\0')
        return has_title ? g_strdup(title) : NULL;
    return has_title ? g_strdup_printf("%s, %s", title, multiplier_word)
                     : g_strdup(multiplier_word);
}

static GPtrArray *
legend_title_lines(const char *text, const TextStyle *style, double width,
                   const LayoutContext *context)
{
    return text_wrap(text, style, width, MAX_LINES, context->measurer);
}

Size
legend_title_size(const char *text, double max_width, const LayoutContext *context)
{
    TextStyle style = legend_title_style(context->theme);
    g_autoptr(GPtrArray) lines = NULL;
    Size size = { 0, context->theme->line_gap };

    if (text == NULL)
        return (Size){ 0, 0 };
    lines = legend_title_lines(text, &style, max_width, context);
    for (guint i = 0; i < lines->len; i++) {
        TextExtents extents = text_measure(context->measurer, lines->pdata[i], &style);

        size.width = MAX(size.width, extents.width);
        size.height += extents.line_height;
    }
    return size;
}

void
legend_title_draw(const char *text, Rect rect, SceneBuilder *builder, const LayoutContext *context)
{
    TextStyle style = legend_title_style(context->theme);
    g_autoptr(GPtrArray) lines = NULL;
    double y = rect.y;

    if (text == NULL)
        return;
    lines = legend_title_lines(text, &style, rect.width, context);
    for (guint i = 0; i < lines->len; i++) {
        TextExtents extents = text_measure(context->measurer, lines->pdata[i], &style);

        scene_builder_text(builder, lines->pdata[i], (Point){ rect.x, y + extents.ascent },
                           ANCHOR_START, 0, &style, extents);
        y += extents.line_height;
    }
}
