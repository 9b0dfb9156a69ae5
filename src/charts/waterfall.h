// What a waterfall draws besides its bars.
#pragma once

#include "mark/mark.h"

/* For a layer with the items of the bars, by panel and step. */
extern const MarkType waterfall_connector;
