// One mark drawn into a panel of 100 x 100 px at 10, 20 where both scales run from 0 to 10.
#pragma once

#include "mark/mark.h"

#include <string.h>

typedef struct {
    Scale x, y;
    Rect rect;
    guint panel;
    gboolean labels; /* draw the values too */
} MarkPage;

static const Series mark_page_series[] = {
    { .name = "A",
      .color = COLOR_INIT(0xa00000),
      .text_color = COLOR_INIT(0xa00000),
      .muted = FALSE },
    { .name = "B",
      .color = COLOR_INIT(0x0000b1),
      .text_color = COLOR_INIT(0x0000b1),
      .muted = FALSE },
    { .name = "C",
      .color = COLOR_INIT(0xb4bcc4),
      .text_color = COLOR_INIT(0x56616d),
      .muted = TRUE },
};

static inline MarkPage
mark_page(void)
{
    MarkPage page = { .x = scale_continuous(SCALE_LINEAR, 0, 10),
                      .y = scale_continuous(SCALE_LINEAR, 0, 10),
                      .rect = { 10, 20, 100, 100 } };

    page.x.from = 10;
    page.x.to = 110;
    page.y.from = 120;
    page.y.to = 20;
    return page;
}

/* The numbers that join marks and words stand in tests of their own. Caller frees. */
static inline char *
mark_page_without_subjects(const char *text)
{
    g_autoptr(GRegex) subjects = g_regex_new(" subject [0-9]+", 0, 0, NULL);

    return g_regex_replace_literal(subjects, text, -1, 0, "", 0, NULL);
}

/* The scene's text without its head. Caller frees. */
static inline char *
mark_page_draw(const MarkPage *page, const Layer *layer)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 200, 200 });
    g_autoptr(TextMeasurer) measurer = fixed_measurer_new();
    g_autoptr(Scene) scene = NULL;
    g_autoptr(Labels) labels = labels_new((Rect){ 0, 0, 400, 300 }, NULL);
    g_autofree char *text = NULL;
    MarkContext context = { .layer = layer,
                            .panel = page->panel,
                            .rect = page->rect,
                            .x = &page->x,
                            .y = &page->y,
                            .series = mark_page_series,
                            .n_series = G_N_ELEMENTS(mark_page_series),
                            .theme = theme_find("light"),
                            .measurer = measurer,
                            .builder = builder };
    const char *body;

    layer->type->draw(&context);
    if (page->labels) {
        LayoutContext layout = { context.theme, measurer };

        context.labels = labels;
        layer->type->draw_labels(&context);
        labels_place(labels, scene_builder_peek(builder), builder, &layout);
    }
    scene_builder_set_texts(builder, "t", NULL, NULL, NULL);
    scene = scene_builder_finish(builder);
    text = scene_to_text(scene);
    body = strstr(text, "title \"t\"\n");
    g_assert_nonnull(body);
    return mark_page_without_subjects(body + strlen("title \"t\"\n"));
}

static inline void
assert_mark(const MarkPage *page, const Layer *layer, const char *expected)
{
    g_autofree char *text = mark_page_draw(page, layer);

    g_assert_cmpstr(text, ==, expected);
}
