// Reference lines and bands: a value that data are compared with, and a stretch of an axis that
// means something.
#pragma once

#include "layout/labels.h"

/* A line from end to end of the panel. */
typedef struct {
    gboolean upright; /* it stands at an x; else it lies at a y */
    gboolean edged;   /* it passes over surfaces: a line of background keeps it apart from them */
    double at;        /* px */
    Color color;
    const char *title; /* what it stands for, on one line; NULL: nothing said */
    const char *label; /* the words to write; NULL: none here; \n breaks a line */
} ReferenceRule;

/* A surface from end to end of the panel between two places. */
typedef struct {
    gboolean upright;
    double from, to; /* px, from < to, within the panel */
    Color color;
    const char *title, *label;
} ReferenceBand;

/* The surface alone: it goes under grid and marks. */
void reference_band_draw(const ReferenceBand *band, Rect panel, SceneBuilder *builder);
/* The line alone, last of all: where words stand it makes room for them. drawn are the nodes of the
 * panel so far, a list as scene_builder_peek() gives it; NULL: none. */
void reference_rule_draw(const ReferenceRule *rule, Rect panel, const SceneNode *drawn,
                         SceneBuilder *builder, const Theme *theme);

/* Ask for a place for the words, along the line or in the band, off all n rules if that can be. A
 * text that is too wide for the panel is wrapped. */
void reference_rule_label(const ReferenceRule *rule, const ReferenceRule *rules, guint n,
                          Rect panel, Labels *labels, const LayoutContext *context);
void reference_band_label(const ReferenceBand *band, const ReferenceRule *rules, guint n,
                          Rect panel, Labels *labels, const LayoutContext *context);
