#include "geo/clip.h"
#include "geo/clip_simplify.h"

struct PageClip {
    Sink sink;
    Rect page;
    double tolerance;
    Path *path;
    gboolean in_polygon;
    GArray *line; /* SinkPoint */
};

static void
page_point(Sink *sink, SinkPoint point)
{
    g_array_append_val(((PageClip *)sink)->line, point);
}

static void
page_line_start(Sink *sink)
{
    g_array_set_size(((PageClip *)sink)->line, 0);
}

static void
page_line_end(Sink *sink)
{
    PageClip *clip = (PageClip *)sink;
    g_autofree Point *points = NULL;

    if (clip->tolerance > 0)
        clip_simplify(clip->line, clip->in_polygon, clip->tolerance);
    if (clip->line->len < (clip->in_polygon ? 3u : 2u))
        return;
    points = g_new(Point, clip->line->len);
    for (guint i = 0; i < clip->line->len; i++) {
        const SinkPoint *p = &g_array_index(clip->line, SinkPoint, i);

        points[i] = (Point){ p->x, p->y };
    }
    if (clip->in_polygon)
        path_add_clipped_polygon(clip->path, points, clip->line->len, clip->page);
    else
        path_add_clipped_line(clip->path, points, clip->line->len, clip->page);
}

static void
page_polygon_start(Sink *sink)
{
    ((PageClip *)sink)->in_polygon = TRUE;
}

static void
page_polygon_end(Sink *sink)
{
    ((PageClip *)sink)->in_polygon = FALSE;
}

PageClip *
page_clip_new(Rect page, double tolerance, Path *path)
{
    PageClip *clip = g_new0(PageClip, 1);

    clip->sink =
        (Sink){ page_point, page_line_start, page_line_end, page_polygon_start, page_polygon_end };
    clip->page = page;
    clip->tolerance = tolerance;
    clip->path = path;
    clip->line = g_array_new(FALSE, FALSE, sizeof(SinkPoint));
    return clip;
}

void
page_clip_free(PageClip *clip)
{
    if (clip == NULL)
        return;
    g_array_unref(clip->line);
    g_free(clip);
}

Sink *
page_clip_sink(PageClip *clip)
{
    return &clip->sink;
}
