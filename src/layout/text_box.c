#include "layout/box.h"
#include "text/wrap.h"

typedef struct {
    Box box;
    char *text;
    TextStyle style;
    Role role;
    guint max_lines;
    GPtrArray *lines; /* set by measure */
} TextBox;

static Size
text_box_measure(Box *box, Size available, const LayoutContext *context)
{
    TextBox *text = (TextBox *)box;
    TextExtents line = text_measure(context->measurer, "x", &text->style);

    g_clear_pointer(&text->lines, g_ptr_array_unref);
    /* A heading does not leave one word alone on its last line; notes fill theirs. */
    text->lines = (text->role == ROLE_HEADING ? text_wrap_balanced : text_wrap)(
        text->text, &text->style, available.width, text->max_lines, context->measurer);
    return (Size){ available.width, line.line_height * text->lines->len };
}

static void
text_box_draw(const Box *box, SceneBuilder *builder, const LayoutContext *context)
{
    const TextBox *text = (const TextBox *)box;
    TextExtents line = text_measure(context->measurer, "x", &text->style);
    double leading = line.line_height - line.ascent - line.descent;
    double y = box->rect.y + leading / 2 + line.ascent;

    if (text->lines == NULL)
        return;
    scene_builder_push(builder, text->role, NULL);
    for (guint i = 0; i < text->lines->len; i++) {
        const char *words = text->lines->pdata[i];

        if (*words != '\0')
            scene_builder_text(builder, words, (Point){ box->rect.x, y }, ANCHOR_START, 0,
                               &text->style, text_measure(context->measurer, words, &text->style));
        y += line.line_height;
    }
    scene_builder_pop(builder);
}

static void
text_box_free(Box *box)
{
    TextBox *text = (TextBox *)box;

    g_clear_pointer(&text->lines, g_ptr_array_unref);
    g_free(text->text);
    g_free(text);
}

static const BoxType text_box_type = {
    .measure = text_box_measure,
    .draw = text_box_draw,
    .free = text_box_free,
};

Box *
text_box_new(const char *text, const TextStyle *style, Role role, guint max_lines)
{
    TextBox *box = g_new0(TextBox, 1);

    box->box.type = &text_box_type;
    box->text = text_clean(text, TRUE, 0);
    box->style = *style;
    box->role = role;
    box->max_lines = max_lines;
    return &box->box;
}
