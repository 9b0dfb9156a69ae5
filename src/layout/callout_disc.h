// The disc with a number, as it stands on the map and in the list. Private to the call-outs.
#pragma once

#include "layout/callout.h"

/* px that hold every number up to n. */
double callout_disc_radius(guint n, const CalloutStyle *style, const LayoutContext *context);
/* number counts from 1. */
void callout_disc_draw(guint number, Point centre, double radius, const CalloutStyle *style,
                       SceneBuilder *builder, const LayoutContext *context);
