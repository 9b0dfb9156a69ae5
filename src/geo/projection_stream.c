#include "geo/resample.h"

struct ProjectionStream {
    Sink sink; /* rotates, then hands on to clip */
    Rotation rotation;
    Clip *clip;
    Resample *resample;
    PageClip *page;
};

static Sink *
next_of(Sink *sink)
{
    return clip_sink(((ProjectionStream *)sink)->clip);
}

static void
rotate_line(Sink *sink, SinkPoint *points, gsize n)
{
    for (gsize i = 0; i < n; i++)
        rotation_forward(&((ProjectionStream *)sink)->rotation,
                         (LonLat){ points[i].x, points[i].y }, &points[i].x, &points[i].y);
    next_of(sink)->line(next_of(sink), points, n);
}

static void
rotate_polygon_start(Sink *sink)
{
    next_of(sink)->polygon_start(next_of(sink));
}

static void
rotate_polygon_end(Sink *sink)
{
    next_of(sink)->polygon_end(next_of(sink));
}

ProjectionStream *
projection_stream_new(const Projection *projection, Rect page, double tolerance, Path *path)
{
    ProjectionStream *stream = g_new0(ProjectionStream, 1);

    stream->sink = (Sink){ rotate_line, rotate_polygon_start, rotate_polygon_end };
    stream->rotation = projection->rotation;
    stream->page = page_clip_new(page, tolerance, path);
    stream->resample = resample_new(projection, tolerance, page_clip_sink(stream->page));
    stream->clip = projection->type->family == PROJECTION_PLANE
                       ? clip_circle_new(projection->type->reach, resample_sink(stream->resample))
                       : clip_antimeridian_new(resample_sink(stream->resample));
    return stream;
}

void
projection_stream_free(ProjectionStream *stream)
{
    if (stream == NULL)
        return;
    clip_free(stream->clip);
    resample_free(stream->resample);
    page_clip_free(stream->page);
    g_free(stream);
}

Sink *
projection_stream_sink(ProjectionStream *stream)
{
    return &stream->sink;
}

void
projection_stream_outline(ProjectionStream *stream)
{
    clip_send_outline(stream->clip);
}
