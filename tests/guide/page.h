// A page for guides: the fixed measurer, the light theme, and the boxes of the words drawn.
#pragma once

#include "guide/page_theme.h"
#include "mark/mark.h"

#include <string.h>

typedef struct {
    TextMeasurer *measurer;
    LayoutContext context;
    SceneBuilder *builder;
    Scene *scene;
    GArray *boxes;    /* Rect of each text, once page_finish() was called */
    GPtrArray *words; /* const char *, in the same order */
} GuidePage;

static inline GuidePage
page_new(void)
{
    GuidePage page = { .measurer = fixed_measurer_new(),
                       .builder = scene_builder_new((Size){ 2000, 2000 }),
                       .boxes = g_array_new(FALSE, FALSE, sizeof(Rect)),
                       .words = g_ptr_array_new() };

    page.context = (LayoutContext){ page_theme("light"), page.measurer };
    return page;
}

static inline void
page_clear(GuidePage *page)
{
    scene_builder_free(page->builder);
    scene_free(page->scene);
    text_measurer_free(page->measurer);
    g_array_unref(page->boxes);
    g_ptr_array_unref(page->words);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(GuidePage, page_clear)

static inline void
page_collect(GuidePage *page, const SceneNode *node)
{
    for (; node != NULL; node = node->next) {
        Rect box;

        if (node->kind == NODE_GROUP)
            page_collect(page, node->group.first);
        if (node->kind != NODE_TEXT)
            continue;
        box = scene_node_bounds(node);
        g_array_append_val(page->boxes, box);
        g_ptr_array_add(page->words, (gpointer)node->text.text);
    }
}

static inline void
page_finish(GuidePage *page)
{
    page->scene = scene_builder_finish(page->builder);
    page_collect(page, page->scene->root);
}

#define page_box(page, i) (g_array_index((page)->boxes, Rect, (i)))

/* Inside to a hundredth of a px, and no words over words. */
static inline void
page_assert_apart(const GuidePage *page, Rect room)
{
    Rect loose = rect_grow(room, 0.01, 0.01);

    for (guint i = 0; i < page->boxes->len; i++) {
        g_assert_true(rect_contains(loose, page_box(page, i)));
        for (guint k = 0; k < i; k++)
            g_assert_false(
                rect_intersects(rect_grow(page_box(page, i), -0.01, -0.01), page_box(page, k)));
    }
}

/* The words, "|" between them. Caller frees. */
static inline char *
page_words(const GuidePage *page)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < page->words->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "|" : "", (char *)page->words->pdata[i]);
    return g_strdup(text->str);
}
