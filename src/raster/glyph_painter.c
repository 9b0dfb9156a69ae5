#include "raster/glyph_painter.h"

#include <math.h>

#include FT_OUTLINE_H
#include FT_SIZES_H

/* Several figures of several sizes of text; then the outlines are loaded anew. */
#define MOST_KEPT 4096

/* FreeType's units. */
#define PER_PIXEL 64
#define PER_ONE 65536

#define SAME 1e-9

/* Pixels. Larger letters are left to Cairo; FreeType counts no further than 32,767. */
#define MOST_SIZE 2000
#define MOST_AWAY 32000

typedef struct {
    guint64 key;
    FT_Outline outline; /* its arrays are owned */
} KeptOutline;

struct GlyphPainter {
    FT_Face face;       /* borrowed */
    FT_Size own, other; /* of the face: Cairo counts on the one that it has set */
    GHashTable *kept;   /* KeptOutline by key */
    GArray *points;     /* FT_Vector: of the glyph that is painted */
};

/* Where the spans of a glyph go. */
typedef struct {
    guint8 *pixels;
    gsize stride;
    guint32 color; /* premultiplied */
} Ink;

/* User space to pixels. */
typedef struct {
    double scale;
    FT_Matrix turn;
    gboolean turns;
} Way;

static void
kept_free(gpointer data)
{
    KeptOutline *kept = data;

    g_free(kept->outline.points);
    g_free(kept->outline.tags);
    g_free(kept->outline.contours);
    g_free(kept);
}

GlyphPainter *
glyph_painter_new(FT_Face face)
{
    FT_Size own;
    GlyphPainter *painter;

    if (FT_New_Size(face, &own) != 0)
        return NULL;
    painter = g_new0(GlyphPainter, 1);
    painter->face = face;
    painter->own = own;
    painter->other = face->size;
    painter->kept = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, kept_free);
    painter->points = g_array_new(FALSE, FALSE, sizeof(FT_Vector));
    return painter;
}

void
glyph_painter_free(GlyphPainter *painter)
{
    if (painter == NULL)
        return;
    FT_Done_Size(painter->own);
    g_hash_table_unref(painter->kept);
    g_array_unref(painter->points);
    g_free(painter);
}

/* ---- Outlines ---- */

/* NULL: the glyph cannot be loaded. */
static KeptOutline *
outline_load(const GlyphPainter *painter, guint64 key, guint glyph, FT_F26Dot6 size,
             gboolean hinted)
{
    FT_Face face = painter->face;
    FT_Int32 flags = FT_LOAD_NO_BITMAP | FT_LOAD_IGNORE_TRANSFORM |
                     (hinted ? FT_LOAD_TARGET_LIGHT : FT_LOAD_NO_HINTING);
    KeptOutline *kept = NULL;

    FT_Activate_Size(painter->own);
    if (FT_Set_Char_Size(face, size, size, 0, 0) == 0 && FT_Load_Glyph(face, glyph, flags) == 0 &&
        face->glyph->format == FT_GLYPH_FORMAT_OUTLINE) {
        const FT_Outline *from = &face->glyph->outline;
        gsize n_points = (gsize)from->n_points, n_contours = (gsize)from->n_contours;

        kept = g_new(KeptOutline, 1);
        *kept = (KeptOutline){ key, *from };
        kept->outline.points = g_memdup2(from->points, n_points * sizeof *from->points);
        kept->outline.tags = g_memdup2(from->tags, n_points * sizeof *from->tags);
        kept->outline.contours = g_memdup2(from->contours, n_contours * sizeof *from->contours);
    }
    FT_Activate_Size(painter->other);
    return kept;
}

static const KeptOutline *
outline_get(GlyphPainter *painter, guint glyph, FT_F26Dot6 size, gboolean hinted)
{
    guint64 key = (guint64)size << 32 | (guint64)(hinted ? 1 : 0) << 31 | glyph;
    KeptOutline *kept = g_hash_table_lookup(painter->kept, &key);

    if (kept != NULL)
        return kept;
    kept = outline_load(painter, key, glyph, size, hinted);
    if (kept == NULL)
        return NULL;
    if (g_hash_table_size(painter->kept) >= MOST_KEPT)
        g_hash_table_remove_all(painter->kept);
    g_hash_table_insert(painter->kept, &kept->key, kept);
    return kept;
}

/* ---- Pixels ---- */

/* Four channels of a byte each, times part / 255, rounded. */
static inline guint32
times(guint32 pixel, guint32 part)
{
    guint32 low = (pixel & 0xff00ff) * part + 0x800080;
    guint32 high = (pixel >> 8 & 0xff00ff) * part + 0x800080;

    low = (low + (low >> 8 & 0xff00ff)) >> 8 & 0xff00ff;
    high = (high + (high >> 8 & 0xff00ff)) & 0xff00ff00;
    return high | low;
}

static void
ink_spans(int y, int count, const FT_Span *spans, void *data)
{
    const Ink *ink = data;
    /* To FreeType the rows of a picture lie below zero, the first one uppermost. */
    guint32 *row = (guint32 *)(gpointer)(ink->pixels + (gsize)(-1 - y) * ink->stride);

    for (int i = 0; i < count; i++) {
        guint32 color = times(ink->color, spans[i].coverage), rest = 255 - (color >> 24);
        guint32 *to = row + spans[i].x;

        for (guint k = 0; k < spans[i].len; k++)
            to[k] = rest == 0 ? color : color + times(to[k], rest);
    }
}

static void
paint_glyph(GlyphPainter *painter, const KeptOutline *kept, const Way *way, FT_Vector at,
            FT_Raster_Params *params)
{
    FT_Outline outline = kept->outline;
    FT_BBox box;

    if (outline.n_points == 0)
        return;
    g_array_set_size(painter->points, 0);
    g_array_append_vals(painter->points, outline.points, (guint)outline.n_points);
    outline.points = (FT_Vector *)(gpointer)painter->points->data;
    if (way->turns)
        FT_Outline_Transform(&outline, &way->turn);
    FT_Outline_Translate(&outline, at.x, at.y);
    FT_Outline_Get_CBox(&outline, &box);
    if (box.xMax < 0 || box.xMin > params->clip_box.xMax * PER_PIXEL || box.yMin > 0 ||
        box.yMax < params->clip_box.yMin * PER_PIXEL)
        return;
    FT_Outline_Render(painter->face->glyph->library, &outline, params);
}

/* ---- Both ---- */

static gboolean
find_way(cairo_t *cr, Way *ret_way)
{
    cairo_matrix_t m;
    double scale;

    cairo_get_matrix(cr, &m);
    scale = hypot(m.xx, m.yx);
    if (!(scale > 0) || fabs(m.xx - m.yy) > SAME * scale || fabs(m.xy + m.yx) > SAME * scale)
        return FALSE;
    *ret_way = (Way){ .scale = scale, .turns = m.yx != 0 || m.xx < 0 };
    ret_way->turn.xx = ret_way->turn.yy = (FT_Fixed)lround(m.xx / scale * PER_ONE);
    /* Up is positive to FreeType. */
    ret_way->turn.xy = (FT_Fixed)lround(m.yx / scale * PER_ONE);
    ret_way->turn.yx = -ret_way->turn.xy;
    return TRUE;
}

static gboolean
find_ink(cairo_surface_t *surface, Color color, Ink *ret_ink)
{
    cairo_format_t format;

    if (cairo_surface_get_type(surface) != CAIRO_SURFACE_TYPE_IMAGE)
        return FALSE;
    format = cairo_image_surface_get_format(surface);
    if (format != CAIRO_FORMAT_RGB24 && format != CAIRO_FORMAT_ARGB32)
        return FALSE;
    cairo_surface_flush(surface);
    ret_ink->pixels = cairo_image_surface_get_data(surface);
    ret_ink->stride = (gsize)cairo_image_surface_get_stride(surface);
    ret_ink->color = times(
        0xff000000u | (guint32)color.r << 16 | (guint32)color.g << 8 | (guint32)color.b, color.a);
    return ret_ink->pixels != NULL;
}

gboolean
glyph_painter_paint(GlyphPainter *painter, cairo_t *cr, const cairo_glyph_t *glyphs, guint n,
                    double size, Color color, gboolean hinted)
{
    cairo_surface_t *surface = cairo_get_target(cr);
    FT_Raster_Params params = { .flags =
                                    FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP,
                                .gray_spans = ink_spans };
    FT_F26Dot6 units;
    Ink ink;
    Way way;

    if (!find_way(cr, &way) || !find_ink(surface, color, &ink))
        return FALSE;
    if (size * way.scale > MOST_SIZE)
        return FALSE;
    units = (FT_F26Dot6)lround(size * way.scale * PER_PIXEL);
    params.user = &ink;
    params.clip_box.xMax = cairo_image_surface_get_width(surface);
    params.clip_box.yMin = -cairo_image_surface_get_height(surface);
    for (guint i = 0; i < n; i++) {
        const KeptOutline *kept = outline_get(painter, (guint)glyphs[i].index, units, hinted);
        double x = glyphs[i].x, y = glyphs[i].y;

        cairo_user_to_device(cr, &x, &y);
        if (kept != NULL && fabs(x) < MOST_AWAY && fabs(y) < MOST_AWAY)
            paint_glyph(painter, kept, &way,
                        (FT_Vector){ lround(x * PER_PIXEL), lround(-y * PER_PIXEL) }, &params);
    }
    cairo_surface_mark_dirty(surface);
    return TRUE;
}
