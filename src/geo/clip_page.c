#include "geo/clip.h"
#include "geo/clip_simplify.h"

struct PageClip {
    Sink sink;
    Rect page;
    double tolerance;
    Path *path;
    gboolean in_polygon;
};

static void
page_line(Sink *sink, SinkPoint *line, gsize n)
{
    PageClip *clip = (PageClip *)sink;
    g_autofree Point *points = NULL;

    if (clip->tolerance > 0)
        n = clip_simplify(line, n, clip->in_polygon, clip->tolerance);
    if (n < (clip->in_polygon ? 3u : 2u))
        return;
    points = g_new(Point, n);
    for (gsize i = 0; i < n; i++)
        points[i] = (Point){ line[i].x, line[i].y };
    if (clip->in_polygon)
        path_add_clipped_polygon(clip->path, points, n, clip->page);
    else
        path_add_clipped_line(clip->path, points, n, clip->page);
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

    clip->sink = (Sink){ page_line, page_polygon_start, page_polygon_end };
    clip->page = page;
    clip->tolerance = tolerance;
    clip->path = path;
    return clip;
}

void
page_clip_free(PageClip *clip)
{
    g_free(clip);
}

Sink *
page_clip_sink(PageClip *clip)
{
    return &clip->sink;
}
