// The XML of a PowerPoint file, part by part; all texts are escaped here. Callers free.
#pragma once

#include "deck/picture.h"

GString *part_content_types(guint n_slides);
GString *part_links(void);
GString *part_program(void);
/* With the deck's title, which its window and its PDF take over. */
GString *part_properties(const char *title);
GString *part_presentation(guint n_slides);
GString *part_presentation_links(guint n_slides);
GString *part_theme(void);
GString *part_master(void);
GString *part_master_links(void);
/* Layout 1: a title alone. Layout 2: a figure with its title above the slide. */
GString *part_title_layout(void);
GString *part_figure_layout(void);
GString *part_layout_links(void);
/* The slide with the deck's own title. */
GString *part_title_slide(const char *title);
GString *part_slide(const DeckPicture *picture);
/* picture NULL: of the slide with the deck's own title. */
GString *part_slide_links(guint slide, const DeckPicture *picture);
