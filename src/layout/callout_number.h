// Call-outs that find no room on a map: a numbered disc at each site, and their words in a numbered
// list beside the map or below it.
#pragma once

#include "layout/callout.h"

typedef struct {
    Point centre;
    double radius;     /* px, the same for all */
    gboolean has_line; /* from the site's rim to the disc, which stands away from it */
    Point line[2];
} CalloutDisc;

/* A disc (CalloutDisc) for each of the call-outs, with words or without, in their order: on its
 * site where that has a small symbol, else beside it. Discs of one place stand side by side, at
 * most four a row; none hides another or leaves the area as long as there is room in it, and they
 * keep off what is taken where that is near. On return the occupancy has the discs, as words.
 * Caller frees with g_array_unref(). */
GArray *callout_discs_place(const Callout *callouts, guint n, const CalloutStyle *style,
                            Occupancy *occupied, Rect area, const LayoutContext *context);
/* All in one group (ROLE_ANNOTATION), numbered from 1. */
void callout_discs_draw(const GArray *discs, const CalloutStyle *style, SceneBuilder *builder,
                        const LayoutContext *context);

typedef struct CalloutList CalloutList;

/* The list in columns that share a width, px, cut so that the list is as low as it can be. Copies
 * the words; each column is at least a few letters wide, whatever the width. */
CalloutList *callout_list_new(const Callout *callouts, guint n, const CalloutStyle *style,
                              double width, guint columns, const LayoutContext *context);
void callout_list_free(CalloutList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CalloutList, callout_list_free)

/* px; 0 when there is nothing in it. */
double callout_list_height(const CalloutList *list);
/* With its top left corner at a point, in a group of its own (ROLE_LEGEND). */
void callout_list_draw(const CalloutList *list, Point corner, SceneBuilder *builder,
                       const LayoutContext *context);
