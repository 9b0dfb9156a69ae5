// Words on a map: over the area that they name, or beside it; never over another one.
#include "lint/ink.h"
#include "lint/lint_work.h"

/* Of the box of a text so much may lie over an edge. */
#define EDGE 0.06
/* px by which ink may touch. */
#define HAIR 0.75

/* Coloured areas are marks of the ground. */
static gboolean
ground_is_area(const LintItem *item)
{
    return item->mark != NULL && item->mark->group.subject != 0 &&
           lint_has_role(item, ROLE_GROUND) && item->node->fill.a > 0;
}

static const char *
ground_name(const LintItem *item)
{
    return item->mark->group.title != NULL ? item->mark->group.title : "an area";
}

/* The share of the text over its own area, when that has a colour; below 0: it names none. */
static double
ground_own(const Lint *lint, const LintItem *text, Rect box)
{
    double share = -1;

    for (guint i = 0; i < lint->items->len; i++) {
        const LintItem *item = LINT_ITEM(lint, i);

        if (ground_is_area(item) && item->mark->group.subject == text->node->text.subject)
            share = MAX(share, ink_share(item->node, box));
    }
    return share;
}

/* A dot stands for a small area as a whole: no words hide it. */
static gboolean
ground_is_trespassed(const LintItem *item, Rect box, gboolean names_area)
{
    if (item->node->kind == NODE_CIRCLE)
        return ink_meets(item->node, box);
    return names_area && ink_share(item->node, box) > EDGE;
}

void
lint_ground(Lint *lint)
{
    for (guint i = 0; i < lint->texts->len; i++) {
        const LintItem *text = LINT_TEXT(lint, i);
        Rect box = rect_grow(text->box, -HAIR, -HAIR);
        double own = ground_own(lint, text, box);

        if (own > EDGE && own < 1 - EDGE)
            lint_add_at(lint, text, "\"%s\" stands half on its area and half beside it",
                        lint_words(text));
        for (guint k = 0; k < lint->items->len; k++) {
            const LintItem *item = LINT_ITEM(lint, k);

            if (!ground_is_area(item) || item->mark->group.subject == text->node->text.subject ||
                !ground_is_trespassed(item, box, own >= 0))
                continue;
            lint_add_at(lint, text, "\"%s\" stands on %s, which it does not name", lint_words(text),
                        ground_name(item));
            break;
        }
    }
}
