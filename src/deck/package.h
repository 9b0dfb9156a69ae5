// Slides as a PowerPoint file: ISO/IEC 29500 (Office Open XML), and [MS-ODRAWXML] 2.3.2 for the SVG
// beside the PNG of a picture.
#pragma once

#include "deck/picture.h"

/* A deck of 13.333 by 7.5 inches: a first slide with the title unless that is NULL, then one for
 * each picture (DeckPicture *, all with a PNG), as large as it fits. The slide's title stands above
 * the slide, where PowerPoint puts hidden titles: readers and outlines have it, and the figure's
 * own is not doubled. Caller owns. ERROR_LIMIT when it is too large. */
GBytes *deck_package(const char *title, const GPtrArray *pictures, GError **error);
