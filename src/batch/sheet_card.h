// One card of a contact sheet that is painted: the picture, and all there is to say of it.
#pragma once

#include "batch/sheet_figure.h"
#include "scene/builder.h"

#define SHEET_INK COLOR_RGB(0x1c2126)
#define SHEET_SOFT COLOR_RGB(0x5a646e)

Color sheet_group_color(SheetGroup group);

/* The room of a picture on a card of that width. */
Size sheet_card_picture(double card);
/* How many cards' room the figure takes: two when its former picture stands beside it. */
guint sheet_card_cells(const SheetFigure *figure);

/* Draws the card at its upper left corner, at least so high; returns its height. With builder NULL
 * it is only measured. */
double sheet_card(const SheetFigure *figure, Point at, double width, double height,
                  TextMeasurer *measurer, SceneBuilder *builder);

/* Text in at most so many lines from its upper left corner; returns the lower end. */
double sheet_words(const char *text, Point at, double width, guint most, const TextStyle *style,
                   TextMeasurer *measurer, SceneBuilder *builder);
