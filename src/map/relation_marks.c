#include "map/relation_marks.h"

/* px at text of 13 px, but for the air between the edge of a disc and its widest link. */
#define DISC_RADIUS 3.5
#define DISC_AIR 1.5
#define DISC_LINE 1.5
#define CASING 1.6

guint64
relation_subject(RelationSubject kind, guint index)
{
    return (guint64)kind << 40 | ((guint64)index + 1);
}

double
relation_disc_radius(const Theme *theme, double widest)
{
    return MAX(DISC_RADIUS * theme_em(theme), widest / 2 + DISC_AIR);
}

Stroke
relation_disc_line(const Theme *theme)
{
    return stroke_solid(theme->title.color, DISC_LINE * theme_em(theme));
}

Stroke
relation_casing(const Theme *theme)
{
    return stroke_solid(theme_paper(theme), CASING * theme_em(theme));
}

void
relation_draw_disc(const MarkContext *context, const Relations *relations, guint node, Point at,
                   double radius)
{
    scene_builder_push_mark(context->builder, relations->nodes[node].name, NULL, 0,
                            relation_subject(SUBJECT_NODE, node));
    scene_builder_circle(context->builder, at, radius, theme_paper(context->theme),
                         relation_disc_line(context->theme));
    scene_builder_pop(context->builder);
}

void
relation_draw_link(const MarkContext *context, const RelationLink *link, guint subject,
                   const Path *outline)
{
    const Series *series = &context->series[link->series];

    if (path_length(outline) == 0)
        return;
    scene_builder_push_mark(context->builder, link->title, series->name, link->row,
                            relation_subject(SUBJECT_LINK, subject));
    scene_builder_path(context->builder, outline, COLOR_NONE, relation_casing(context->theme));
    scene_builder_path(context->builder, outline, series->color, STROKE_NONE);
    scene_builder_pop(context->builder);
}
