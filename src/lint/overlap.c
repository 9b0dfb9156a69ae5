// Texts over texts, over marks, and beyond the page.
#include "lint/ink.h"
#include "lint/lint_work.h"

#include <string.h>

/* px by which ink may touch: less than that nobody sees. */
#define HAIR 0.75

/* A halo is the same text once more under itself. */
static gboolean
overlap_is_halo(const SceneNode *a, const SceneNode *b)
{
    return a->text.at.x == b->text.at.x && a->text.at.y == b->text.at.y &&
           strcmp(a->text.text, b->text.text) == 0;
}

void
lint_overlap(Lint *lint)
{
    g_autofree Rect *boxes = g_new(Rect, lint->texts->len + 1);

    for (guint i = 0; i < lint->texts->len; i++)
        boxes[i] = rect_grow(text_ink_box(LINT_TEXT(lint, i)->node, SCENE_TEXT_SLACK), -HAIR / 2,
                             -HAIR / 2);
    for (guint i = 0; i < lint->texts->len; i++)
        for (guint k = i + 1; k < lint->texts->len; k++) {
            const LintItem *a = LINT_TEXT(lint, i), *b = LINT_TEXT(lint, k);

            if (rect_intersects(boxes[i], boxes[k]) && !overlap_is_halo(a->node, b->node))
                lint_add_at(lint, a, "\"%s\" and \"%s\" overlap%s", lint_words(a), lint_words(b),
                            rect_intersects(rect_grow(a->box, -HAIR / 2, -HAIR / 2), b->box)
                                ? ""
                                : " in a wider font");
        }
}

void
lint_off_page(Lint *lint)
{
    Size size = lint->scene->size;
    Rect page = rect_grow((Rect){ 0, 0, size.width, size.height }, HAIR / 2, HAIR / 2);

    for (guint i = 0; i < lint->texts->len; i++) {
        const LintItem *text = LINT_TEXT(lint, i);

        if (!rect_contains(page, text->box))
            lint_add_at(lint, text, "\"%s\" leaves the page of %gx%g px", lint_words(text),
                        size.width, size.height);
    }
}

/* A rectangle of paper under words that have no free place. */
static gboolean
covers_is_plate(const LintItem *item)
{
    return item->node->kind == NODE_RECT &&
           (item->role == ROLE_ANNOTATION || item->role == ROLE_BAND || item->role == ROLE_RULE ||
            item->role == ROLE_LABELS);
}

/* Grid, axes and backgrounds lie under words by intent; so do the plates that bear words. */
static gboolean
covers_is_ground(const LintItem *item)
{
    if (item->node->kind == NODE_TEXT || lint_has_role(item, ROLE_GRID) ||
        lint_has_role(item, ROLE_BACKGROUND) || lint_has_role(item, ROLE_GROUND))
        return TRUE;
    if (item->role == ROLE_AXIS || item->role == ROLE_PANEL || item->role == ROLE_NONE)
        return TRUE;
    return covers_is_plate(item);
}

/* What a text may cover: the mark that it is about, and the fill that it lies on as a whole when it
 * says nothing of a mark. */
static gboolean
covers_is_own(const LintItem *text, const LintItem *item)
{
    guint64 subject = text->node->text.subject;

    if (text->mark != NULL && text->mark == item->mark)
        return TRUE;
    if (subject != 0)
        return item->mark != NULL && item->mark->group.subject == subject;
    return ink_contains(item->node, rect_grow(text->box, -HAIR, -HAIR));
}

/* What a later mark or the plate of a note hides is not there for the reader. */
static gboolean
covers_is_hidden(const Lint *lint, guint index, Rect box)
{
    for (guint i = index + 1; i < lint->items->len; i++) {
        const LintItem *item = LINT_ITEM(lint, i);

        if ((lint_is_mark(item) || covers_is_plate(item)) && item->node->fill.a == 255 &&
            item->node->kind != NODE_TEXT && ink_contains(item->node, box))
            return TRUE;
    }
    return FALSE;
}

static const char *
covers_name(const LintItem *item)
{
    const SceneNode *mark = item->mark;

    if (mark != NULL && mark->group.title != NULL)
        return mark->group.title;
    if (mark != NULL && mark->group.series != NULL)
        return mark->group.series;
    return role_name(item->role);
}

void
lint_covers(Lint *lint)
{
    for (guint i = 0; i < lint->texts->len; i++) {
        const LintItem *text = LINT_TEXT(lint, i);
        Rect box = rect_grow(text->box, -HAIR, -HAIR);

        for (guint k = 0; k < lint->items->len; k++) {
            const LintItem *item = LINT_ITEM(lint, k);

            if (covers_is_ground(item) || !ink_meets(item->node, box) ||
                covers_is_own(text, item) || covers_is_hidden(lint, k, box))
                continue;
            lint_add_at(lint, text, "\"%s\" covers a %s: %s", lint_words(text),
                        lint_has_role(item, ROLE_LEGEND) ? "sample of the key" : "mark",
                        covers_name(item));
            break;
        }
    }
}
