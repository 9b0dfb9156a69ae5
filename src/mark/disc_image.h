// Many discs as one picture, where a node each would make a file that no viewer opens: cost follows
// the pixels and not the rows.
#pragma once

#include "scene/builder.h"

/* From more marks than this on. */
#define DISC_IMAGE_FROM 20000

typedef struct DiscImage DiscImage;

/* A clear picture of a part of the page, two pixels a px (fewer on very large pages). */
DiscImage *disc_image_new(Rect rect);
void disc_image_free(DiscImage *image);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DiscImage, disc_image_free)

/* Paints a disc over all before, with smooth edges; px of the page. What lies outside is cut. */
void disc_image_add(DiscImage *image, Point centre, double radius, Color color);

/* The picture as a node, and the end of it: it is only to be freed. Nothing when no disc has been
 * painted. */
void disc_image_draw(DiscImage *image, SceneBuilder *builder);
