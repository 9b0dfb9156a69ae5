#include "scene/node.h"

static Rect
path_box(const SceneNode *node)
{
    double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;

    for (guint i = 0; i < node->path.n; i++) {
        const PathSegment *segment = &node->path.segments[i];

        for (guint k = 0; k < path_verb_points(segment->verb); k++) {
            x0 = MIN(x0, segment->p[k].x);
            y0 = MIN(y0, segment->p[k].y);
            x1 = MAX(x1, segment->p[k].x);
            y1 = MAX(y1, segment->p[k].y);
        }
    }
    return rect_between(x0, y0, x1, y1);
}

/* slack: how much wider than measured, as a share. */
static Rect
text_box(const SceneNode *node, double slack)
{
    const TextExtents *extents = &node->text.extents;
    Point at = node->text.at;
    double width = extents->width * (1 + slack), left = 0,
           height = extents->ascent + extents->descent;

    switch (node->text.anchor) {
    case ANCHOR_START:
        break;
    case ANCHOR_MIDDLE:
        left = -width / 2;
        break;
    case ANCHOR_END:
        left = -width;
        break;
    }
    if (node->text.angle < 0) /* reads upwards */
        return (Rect){ at.x - extents->ascent, at.y - left - width, height, width };
    if (node->text.angle > 0) /* reads downwards */
        return (Rect){ at.x - extents->descent, at.y + left, height, width };
    return (Rect){ at.x + left, at.y - extents->ascent, width, height };
}

static Rect
group_box(const SceneNode *node)
{
    const SceneNode *child = node->group.first;

    if (child == NULL)
        return (Rect){ 0, 0, 0, 0 };
    Rect box = scene_node_bounds(child);
    while ((child = child->next) != NULL) {
        Rect r = scene_node_bounds(child);

        box = rect_between(MIN(box.x, r.x), MIN(box.y, r.y), MAX(rect_right(box), rect_right(r)),
                           MAX(rect_bottom(box), rect_bottom(r)));
    }
    return box;
}

Rect
scene_node_bounds(const SceneNode *node)
{
    double half = node->stroke.color.a == 0 ? 0 : node->stroke.width / 2;

    switch (node->kind) {
    case NODE_GROUP:
        return group_box(node);
    case NODE_PATH:
        return rect_grow(path_box(node), half, half);
    case NODE_RECT:
        return rect_grow(node->rect.rect, half, half);
    case NODE_CIRCLE: {
        double r = node->circle.radius;
        Rect box = { node->circle.centre.x - r, node->circle.centre.y - r, 2 * r, 2 * r };

        return rect_grow(box, half, half);
    }
    case NODE_TEXT:
        return text_box(node, 0);
    case NODE_IMAGE:
        return node->image.rect;
    }
    return (Rect){ 0, 0, 0, 0 };
}

Rect
scene_text_room(const SceneNode *text)
{
    return text_box(text, SCENE_TEXT_SLACK);
}
