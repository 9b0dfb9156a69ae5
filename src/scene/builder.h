// Builds a scene. The gate: nothing that is not finite, or too far, or invisible, comes through.
#pragma once

#include "scene/node.h"

typedef struct SceneBuilder SceneBuilder;

SceneBuilder *scene_builder_new(Size size);
void scene_builder_free(SceneBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SceneBuilder, scene_builder_free)

/* All strings are copied into the scene's arena. */
void scene_builder_set_texts(SceneBuilder *builder, const char *title, const char *description,
                             const char *language, const char *source);
void scene_builder_set_look(SceneBuilder *builder, Color background, const TextStyle *main_text);

/* Groups nest; every push has its pop. title, series may be NULL; row, subject 0: none. An empty
 * group vanishes. */
void scene_builder_push(SceneBuilder *builder, Role role, const char *title);
void scene_builder_push_mark(SceneBuilder *builder, const char *title, const char *series,
                             gint64 row, guint64 subject);
void scene_builder_pop(SceneBuilder *builder);

/* Ends the innermost open group without leaving a group: what it holds belongs to the one around it
 * (dissolve), or is gone (cancel). */
void scene_builder_dissolve(SceneBuilder *builder);
void scene_builder_cancel(SceneBuilder *builder);

#define STROKE_NONE ((Stroke){ .width = 0 })
Stroke stroke_solid(Color color, double width);

void scene_builder_path(SceneBuilder *builder, const Path *path, Color fill, Stroke stroke);
void scene_builder_line(SceneBuilder *builder, Point from, Point to, Stroke stroke);
void scene_builder_rect(SceneBuilder *builder, Rect rect, double radius, Color fill, Stroke stroke);
void scene_builder_circle(SceneBuilder *builder, Point centre, double radius, Color fill,
                          Stroke stroke);
/* Measures nothing: extents come from whoever measured. angle in degrees: 0, -90 or 90. */
void scene_builder_text(SceneBuilder *builder, const char *text, Point baseline, Anchor anchor,
                        double angle, const TextStyle *style, TextExtents extents);
/* The mark that the texts added from now on are about; 0: none. */
void scene_builder_set_subject(SceneBuilder *builder, guint64 subject);
/* Memory for straight RGBA, all clear, that the caller fills before the scene is finished; NULL
 * when the gate turns the image away. */
guint8 *scene_builder_image_room(SceneBuilder *builder, Rect rect, guint columns, guint rows);
/* Straight RGBA, copied. */
void scene_builder_image(SceneBuilder *builder, Rect rect, const guint8 *rgba, guint columns,
                         guint rows);

/* What the innermost open group holds so far; NULL: nothing. Borrowed, and grows. */
const SceneNode *scene_builder_peek(const SceneBuilder *builder);

/* Takes away the texts that leave the page by more than a hair, and returns how many there were;
 * between groups only. */
guint scene_builder_leave_out(SceneBuilder *builder);

/* Number of nodes the gate turned away. */
guint64 scene_builder_dropped(const SceneBuilder *builder);

/* Ends the building; the builder is empty afterwards (still to be freed). Caller owns the scene. */
Scene *scene_builder_finish(SceneBuilder *builder);
