// The resolved drawing: the written contract between layout and every output.
//
// - 1 px = 1/96 inch; origin top left; y grows downwards. All coordinates are absolute.
// - Colours are sRGB with alpha, resolved; nothing inherits anything.
// - All numbers are finite and |value| < 1e6: the builder is the gate (what fails it is dropped and
//   counted). Geometry is clipped before it gets here; no output clips.
// - Text: one line, one style, valid UTF-8, no control characters; an absolute baseline point, an
// anchor,
//   measured extents. A path, rect or circle with neither fill nor stroke is not there.
// - A scene is immutable once scene_builder_finish() has returned it.
#pragma once

#include "base/arena.h"
#include "base/path.h"
#include "text/measure.h"

typedef enum {
    NODE_GROUP,
    NODE_PATH,
    NODE_RECT,
    NODE_CIRCLE,
    NODE_TEXT,
    NODE_IMAGE,
} NodeKind;

/* What a group means. SVG keeps it as class "ct-<name>". */
typedef enum {
    ROLE_NONE,
    ROLE_BACKGROUND,
    ROLE_HEADING,
    ROLE_PANEL,
    ROLE_GRID,
    ROLE_AXIS,
    ROLE_MARKS,
    ROLE_MARK,
    ROLE_LABELS,
    ROLE_LEGEND,
    ROLE_RULE, /* a reference line with its words */
    ROLE_BAND, /* a reference band with its words */
    ROLE_ANNOTATION,
    ROLE_FOOTER,
    ROLE_GROUND, /* sea, land and coloured areas of a map: everything may be written on it */
} Role;

const char *role_name(Role role); /* "grid"; ROLE_NONE: NULL */
gboolean role_from_name(const char *name, Role *ret_role);

typedef enum { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END } Anchor;

typedef struct {
    Color color;  /* alpha 0: no stroke */
    double width; /* px */
    double dash[4];
    guint n_dash; /* 0, 2 or 4 */
    gboolean round_join, round_cap;
} Stroke;

typedef struct SceneNode SceneNode;
struct SceneNode {
    NodeKind kind;
    SceneNode *next; /* sibling, in painting order */
    Color fill;      /* alpha 0: none; TEXT: the colour of the text */
    Stroke stroke;   /* PATH, RECT, CIRCLE */
    union {
        struct {
            Role role;
            const char *title;  /* tooltip and accessible name; NULL */
            const char *series; /* data-series; NULL */
            gint64 row;         /* data-row: 1-based data row of the file; 0: none */
            guint64 subject;    /* shared with the words about this mark; 0: none */
            SceneNode *first;   /* children */
        } group;
        struct {
            const PathSegment *segments;
            guint n;
        } path;
        struct {
            Rect rect;
            double radius; /* of the corners */
        } rect;
        struct {
            Point centre;
            double radius;
        } circle;
        struct {
            const char *text;
            Point at; /* baseline point */
            Anchor anchor;
            double angle; /* degrees, clockwise about at: 0 or -90 or 90 */
            TextStyle style;
            TextExtents extents;
            guint64 subject; /* the mark that these words are about, and may cover; 0: none */
        } text;
        struct {
            Rect rect;
            const guint8 *rgba; /* premultiplied is not used: straight alpha, 4 bytes a pixel */
            guint columns, rows;
        } image;
    };
};

typedef struct {
    Arena *arena;
    Size size;               /* px */
    SceneNode *root;         /* a group with ROLE_NONE */
    const char *title;       /* never NULL, never "" */
    const char *description; /* alternative text; may be NULL */
    const char *language;    /* BCP 47; NULL: not said */
    Color background;        /* alpha 0: none */
    Color text_color;        /* the most frequent one, for the root of SVG */
    const char *family;      /* main font family; NULL: default */
    double font_size;        /* most frequent size, for the root of SVG */
    const char *source;      /* the source line; for metadata; NULL */
} Scene;

void scene_free(Scene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Scene, scene_free)

/* The box of a node as drawn, half strokes included; text by its extents. */
Rect scene_node_bounds(const SceneNode *node);
/* The box of a text with the room that fonts of other systems may take: SCENE_TEXT_SLACK of its
 * width more, on the sides to which it grows from its anchor. */
#define SCENE_TEXT_SLACK 0.12
Rect scene_text_room(const SceneNode *text);

/* The text form: canonical, one node a line, two blanks an indent, numbers with at most 2 decimals.
 */
char *scene_to_text(const Scene *scene);
/* The inverse, for tests of backends and the fuzzer. Errors name the line. */
Scene *scene_from_text(const char *text, GError **error);
