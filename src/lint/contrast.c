// Contrast of texts and marks (WCAG 2.2, 1.4.3 and 1.4.11), and colours that look alike.
#include "lint/ink.h"
#include "lint/lint_work.h"

#include <string.h>

#define TEXT_CONTRAST 4.5
#define MARK_CONTRAST 3.0
/* Ratios are compared as they are written, with one decimal less than this. */
#define CONTRAST_AIR 0.05
/* Thinner lines under a text do not change its ground; that it covers them is another rule. */
#define GROUND_LINE 4.0
/* Of the places under a text so many may be darker or lighter: it touches an edge. */
#define EDGE_SHARE 0.1
/* Distance in OKLab (times 100) under which colours of a key are taken for each other. */
#define LEAST_DISTANCE 8.0

static Color
color_over(Color top, Color under)
{
    double a = top.a / 255.0;

    return (Color){ (guint8)(top.r * a + under.r * (1 - a) + 0.5),
                    (guint8)(top.g * a + under.g * (1 - a) + 0.5),
                    (guint8)(top.b * a + under.b * (1 - a) + 0.5), 255 };
}

static Color
ground_at(const Lint *lint, const GPtrArray *under, Point at)
{
    Color ground = lint->background;

    for (guint i = 0; i < under->len; i++)
        ground = color_over(ink_at(under->pdata[i], at, GROUND_LINE), ground);
    return ground;
}

/* What was painted before a text where it stands. */
static GPtrArray *
nodes_under(const Lint *lint, guint text)
{
    Rect box = LINT_ITEM(lint, text)->box;
    GPtrArray *under = g_ptr_array_new();

    for (guint i = 0; i < text; i++) {
        const LintItem *item = LINT_ITEM(lint, i);

        if (item->node->kind != NODE_TEXT && rect_intersects(item->box, box))
            g_ptr_array_add(under, (gpointer)item->node);
    }
    return under;
}

/* The share of places under the text where the contrast is too low, and the lowest of all. */
static double
text_contrast(const Lint *lint, guint index, double *ret_lowest)
{
    const LintItem *text = LINT_ITEM(lint, index);
    g_autoptr(GPtrArray) under = nodes_under(lint, index);
    guint columns = (guint)CLAMP(text->box.width / 3, 3, 60), rows = 3, low = 0;

    *ret_lowest = G_MAXDOUBLE;
    for (guint i = 0; i < columns; i++)
        for (guint k = 0; k < rows; k++) {
            Point at = { text->box.x + text->box.width * (i + 0.5) / columns,
                         text->box.y + text->box.height * (k + 0.5) / rows };
            Color ground = ground_at(lint, under, at);
            double contrast = color_contrast(color_over(text->node->fill, ground), ground);

            *ret_lowest = MIN(*ret_lowest, contrast);
            low += contrast < TEXT_CONTRAST - CONTRAST_AIR;
        }
    return (double)low / (columns * rows);
}

void
lint_text_contrast(Lint *lint)
{
    for (guint i = 0; i < lint->texts->len; i++) {
        double lowest, share = text_contrast(lint, g_array_index(lint->texts, guint, i), &lowest);

        if (share > EDGE_SHARE)
            lint_add_at(lint, LINT_TEXT(lint, i), "\"%s\" has a contrast of %.1f:1; text needs %g",
                        lint_words(LINT_TEXT(lint, i)), lowest, TEXT_CONTRAST);
    }
}

/* The mark that says most about its series: a line beside its pale band, an outline, a symbol. */
static double
mark_contrast(const Lint *lint, const SceneNode *node)
{
    double fill = 1, line = 1;

    if (node->fill.a > 0)
        fill = color_contrast(color_over(node->fill, lint->background), lint->background);
    if (node->stroke.color.a > 0)
        line = color_contrast(color_over(node->stroke.color, lint->background), lint->background);
    return MAX(fill, line);
}

static gboolean
mark_is_muted(const Lint *lint, const SceneNode *node)
{
    Color color = node->fill.a > 0 ? node->fill : node->stroke.color;

    color.a = 255;
    return color_equal(color, lint->facts->muted);
}

/* Marks of one series are judged by the best of them; without a name, each colour by itself. */
static char *
mark_key(const LintItem *item)
{
    Color color = item->node->fill.a > 0 ? item->node->fill : item->node->stroke.color;

    if (item->mark != NULL && item->mark->group.series != NULL)
        return g_strdup(item->mark->group.series);
    return g_strdup_printf("#%02x%02x%02x", color.r, color.g, color.b);
}

typedef struct {
    double contrast;
    const LintItem *item;
} MarkBest;

static void
mark_remember(const Lint *lint, GHashTable *best, GPtrArray *order, const LintItem *item)
{
    g_autofree char *key = mark_key(item);
    double contrast = mark_contrast(lint, item->node);
    MarkBest *found = g_hash_table_lookup(best, key);

    if (found == NULL) {
        found = g_new0(MarkBest, 1);
        g_ptr_array_add(order, key);
        g_hash_table_insert(best, g_steal_pointer(&key), found);
    }
    if (contrast > found->contrast)
        *found = (MarkBest){ contrast, item };
}

void
lint_mark_contrast(Lint *lint)
{
    g_autoptr(GHashTable) best = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GPtrArray) order = g_ptr_array_new();

    if (lint->facts->ramp) /* a ramp begins near the background: little is light */
        return;
    for (guint i = 0; i < lint->items->len; i++) {
        const LintItem *item = LINT_ITEM(lint, i);

        if (lint_is_mark(item) && item->node->kind != NODE_TEXT && item->node->kind != NODE_IMAGE &&
            !mark_is_muted(lint, item->node))
            mark_remember(lint, best, order, item);
    }
    for (guint i = 0; i < order->len; i++) {
        const MarkBest *mark = g_hash_table_lookup(best, order->pdata[i]);

        if (mark->contrast < MARK_CONTRAST - CONTRAST_AIR)
            lint_add_at(lint, mark->item, "the marks of %s have a contrast of %.1f:1; they need %g",
                        (char *)order->pdata[i], mark->contrast, MARK_CONTRAST);
    }
}

/* How far apart two colours are for those who tell them apart worst. */
static double
distance_for_all(Color a, Color b, CvdKind *ret_worst)
{
    double least = G_MAXDOUBLE;

    for (CvdKind kind = CVD_NONE; kind <= CVD_TRITAN; kind++) {
        double distance = color_distance(color_simulate_cvd(a, kind), color_simulate_cvd(b, kind));

        if (distance < least) {
            least = distance;
            *ret_worst = kind;
        }
    }
    return least;
}

static gboolean
lint_has_key(const Lint *lint)
{
    for (guint i = 0; i < lint->texts->len; i++)
        if (lint_has_role(LINT_TEXT(lint, i), ROLE_LEGEND))
            return TRUE;
    return FALSE;
}

void
lint_color_distance(Lint *lint)
{
    static const char *const eyes[] = {
        [CVD_NONE] = "everyone",
        [CVD_PROTAN] = "people without red cones (protan)",
        [CVD_DEUTAN] = "people without green cones (deutan)",
        [CVD_TRITAN] = "people without blue cones (tritan)",
    };
    const LintFacts *facts = lint->facts;

    /* Names at the marks, dashes and symbols tell series apart without colour. */
    if (!lint_has_key(lint))
        return;
    for (guint i = 0; i < facts->n_series; i++)
        for (guint k = i + 1; k < facts->n_series; k++) {
            const LintSeries *a = &facts->series[i], *b = &facts->series[k];
            CvdKind worst = CVD_NONE;
            double distance = distance_for_all(a->color, b->color, &worst);

            if (a->name != NULL && b->name != NULL && !a->muted && !b->muted &&
                (a->code == 0 || b->code == 0) && distance < LEAST_DISTANCE)
                lint_add(lint, "key", "%s and %s look alike to %s: distance %.1f, and %g is needed",
                         a->name, b->name, eyes[worst], distance, LEAST_DISTANCE);
        }
}
