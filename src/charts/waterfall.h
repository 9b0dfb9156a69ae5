// What a waterfall draws besides its bars: connectors and values.
#pragma once

#include "mark/mark.h"

/* Between a bar and its value, px. */
#define WATERFALL_AIR 5.0

/* For a layer with the items of the bars, by panel and step. */
extern const MarkType waterfall_connector;
