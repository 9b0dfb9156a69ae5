// The contact sheet as one HTML file: no scripts, nothing from elsewhere but the figures beside it.
#pragma once

#include "batch/sheet_figure.h"

/* figures: SheetFigure *, in the order of the plan. path: where the sheet will lie, so that links
 * are relative to it. counts: "200 figures: 12 drawn, 187 unchanged, 1 failed". Caller owns. */
GBytes *sheet_html(const GPtrArray *figures, const char *path, const char *counts);

/* How a file is reached from another one's folder, as a URL: parts escaped byte by byte. Caller
 * frees. */
char *sheet_url(const char *file, const char *from);
