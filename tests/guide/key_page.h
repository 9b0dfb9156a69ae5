// A key measured, placed at 10, 20 in the size it wants, and drawn, as text.
#pragma once

#include "guide/page_theme.h"
#include "layout/box.h"

#include <string.h>

typedef struct {
    Size size;
    char *text; /* without the scene's head */
} KeyPage;

static inline void
key_page_clear(KeyPage *page)
{
    g_free(page->text);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(KeyPage, key_page_clear)

/* Takes the box. */
static inline KeyPage
key_page_draw(Box *box, double width, const char *theme)
{
    g_autoptr(TextMeasurer) measurer = fixed_measurer_new();
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 600, 400 });
    g_autoptr(Scene) scene = NULL;
    g_autofree char *text = NULL;
    LayoutContext context = { page_theme(theme), measurer };
    KeyPage page = { .size = box_measure(box, (Size){ width, 300 }, &context) };
    const char *body;

    box_place(box, (Rect){ 10, 20, page.size.width, page.size.height }, &context);
    box_draw(box, builder, &context);
    box_free(box);
    scene_builder_set_texts(builder, "t", NULL, NULL, NULL);
    scene = scene_builder_finish(builder);
    for (const SceneNode *node = scene->root->group.first; node != NULL; node = node->next) {
        Rect bounds = scene_node_bounds(node);

        g_assert_cmpfloat(bounds.x, >=, 9.49);
        g_assert_cmpfloat(bounds.y, >=, 19.49);
        g_assert_cmpfloat(rect_right(bounds), <=, 10.51 + page.size.width);
        g_assert_cmpfloat(rect_bottom(bounds), <=, 20.51 + page.size.height);
    }
    text = scene_to_text(scene);
    body = strstr(text, "title \"t\"\n");
    g_assert_nonnull(body);
    page.text = g_strdup(body + strlen("title \"t\"\n"));
    return page;
}

/* How often a part stands in the text. */
static inline guint
key_page_count(const KeyPage *page, const char *part)
{
    guint count = 0;

    for (const char *p = page->text; (p = strstr(p, part)) != NULL; p++)
        count++;
    return count;
}
