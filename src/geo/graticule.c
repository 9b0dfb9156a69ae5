#include "geo/graticule.h"

/* Parallels are no great circles: between points this close the difference is below a tenth of a
 * thousandth of the radius. */
#define PARALLEL_STEP 1.0

double
graticule_step(double width, guint n)
{
    static const double steps[] = { 0.25, 0.5, 1, 2, 5, 10, 15, 20, 30, 45 };
    double best = steps[0];

    for (guint i = 1; i < G_N_ELEMENTS(steps); i++)
        if (fabs(log(width / n / steps[i])) < fabs(log(width / n / best)))
            best = steps[i];
    return best;
}

static double
wrapped(double lon)
{
    return lon > 180 ? lon - 360 : lon;
}

/* From one place to another in n steps. */
static void
send_steps(LonLat from, double east, double north, int n, Sink *sink)
{
    g_autofree LonLat *points = g_new(LonLat, n + 1);

    for (int i = 0; i <= n; i++)
        points[i] = (LonLat){ wrapped(from.lon + east * i / n), from.lat + north * i / n };
    sink_send_line(sink, points, NULL, (gsize)n + 1);
}

static void
send_meridian(double lon, double south, double north, Sink *sink)
{
    send_steps((LonLat){ lon, south }, 0, north - south, MAX(1, (int)ceil((north - south) / 10)),
               sink);
}

static void
send_parallel(double west, double width, double lat, Sink *sink)
{
    send_steps((LonLat){ west, lat }, width, 0, MAX(1, (int)ceil(width / PARALLEL_STEP)), sink);
}

void
graticule_send(Extent extent, double step, Sink *sink)
{
    double width = extent_width(extent), limit = 90 - step;
    int first = (int)ceil(extent.west / step - 1e-9);
    int last = (int)floor((extent.west + width) / step + 1e-9);

    if (width >= 360) /* The last would be the first again. */
        last = first + (int)round(360 / step) - 1;
    for (int i = first; i <= last; i++) {
        gboolean is_long = i % 4 == 0;
        double south = is_long ? extent.south : MAX(extent.south, -limit);
        double north = is_long ? extent.north : MIN(extent.north, limit);

        if (south < north)
            send_meridian(i * step, south, north, sink);
    }
    for (int i = (int)ceil(extent.south / step - 1e-9); i * step <= extent.north + 1e-9; i++)
        if (fabs(i * step) < 90 - 1e-9)
            send_parallel(extent.west, width, i * step, sink);
}
