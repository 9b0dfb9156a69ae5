#include "mark/dash.h"

/* The lengths above are made for this width. */
#define DESIGN_WIDTH 2.0

const Dash dashes[] = {
    { .name = "solid" },
    { .name = "dashed", .lengths = { 6, 4 }, .n = 2 },
    { .name = "dotted", .lengths = { 2, 3 }, .n = 2 },
    { .name = "dash-dot", .lengths = { 9, 3, 2, 3 }, .n = 4 },
    { .name = "long-dash", .lengths = { 14, 5 }, .n = 2 },
    { .name = "long-short", .lengths = { 14, 4, 5, 4 }, .n = 4 },
    { .name = NULL },
};

const Dash *
dash_at(guint index)
{
    return &dashes[index % (G_N_ELEMENTS(dashes) - 1)];
}

Stroke
dash_apply(const Dash *dash, Stroke stroke)
{
    double factor = stroke.width / DESIGN_WIDTH;

    stroke.n_dash = dash->n;
    for (guint i = 0; i < G_N_ELEMENTS(stroke.dash); i++)
        stroke.dash[i] = dash->lengths[i] * factor;
    /* Round ends would fill the gaps of dots. */
    stroke.round_cap = stroke.round_cap && dash->n == 0;
    return stroke;
}
