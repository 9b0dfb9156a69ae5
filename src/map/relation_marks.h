// How links and their ends look in every view, and what joins them with the words about them.
// Private to the marks.
#pragma once

#include "map/relations.h"

/* What words on a map or a view of relations are about. */
typedef enum {
    SUBJECT_AREA = 1,
    SUBJECT_NODE,
    SUBJECT_LINK,
    SUBJECT_SYMBOL,
    SUBJECT_NOTE
} RelationSubject;

/* The subject of one of its kind, for scene_builder_push_mark() and LabelRequest. */
guint64 relation_subject(RelationSubject kind, guint index);

/* px of the disc of a node: its widest link leaves from within it. */
double relation_disc_radius(const Theme *theme, double widest);
/* The line around it. */
Stroke relation_disc_line(const Theme *theme);
/* Paper between what has data and what lies below. */
Stroke relation_casing(const Theme *theme);

void relation_draw_disc(const MarkContext *context, const Relations *relations, guint node,
                        Point at, double radius);
/* Nothing when the outline is empty. */
void relation_draw_link(const MarkContext *context, const RelationLink *link, guint subject,
                        const Path *outline);
