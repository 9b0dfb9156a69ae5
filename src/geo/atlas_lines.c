/* Lines as a map draws them: what runs along the dateline or over a pole stands apart, since files
 * are cut there and nature is not; and long edges have points between, because an edge is straight
 * on the plane of longitude and latitude (RFC 7946, 3.1.1) while the sphere joins its ends by a
 * great circle. */
#include "geo/atlas_own.h"

#include <math.h>

#define LONGEST_STEP 1.0 /* degrees of longitude; a great circle strays 100 m from that */

static gboolean
is_cut(LonLat a, LonLat b)
{
    return (a.lat == b.lat && fabs(a.lat) == 90) ||
           (a.lon == b.lon && fabs(remainder(a.lon, 360)) == 180);
}

static void
append(GArray *points, LonLat at)
{
    at.lon = own_wrap(at.lon);
    g_array_append_val(points, at);
}

static void
append_edge(GArray *points, LonLat a, LonLat b)
{
    int n = a.lat == b.lat && fabs(a.lat) == 90 ? 1 : (int)ceil(fabs(b.lon - a.lon) / LONGEST_STEP);

    for (int k = 1; k < n; k++)
        append(points,
               (LonLat){ a.lon + (b.lon - a.lon) * k / n, a.lat + (b.lat - a.lat) * k / n });
    append(points, b);
}

/* Appends one line for each run of edges of one kind; from is unwrapped. */
static void
split(const OwnLine *line, const GArray *from, GArray *lines, GArray *points)
{
    const LonLat *at = (const LonLat *)(gconstpointer)from->data;

    for (guint i = 1; i < from->len;) {
        OwnLine run = *line;
        guint begin = i - 1;

        run.is_cut = is_cut(at[i - 1], at[i]);
        run.first_point = points->len;
        append(points, at[begin]);
        for (; i < from->len && is_cut(at[i - 1], at[i]) == run.is_cut; i++)
            append_edge(points, at[i - 1], at[i]);
        run.n_points = points->len - run.first_point;
        run.extent = own_extent(at + begin, i - begin);
        g_array_append_val(lines, run);
    }
}

/* Every reference to a line becomes references to its runs. first[i] is the first run of line i. */
static void
renumber(Own *own, const guint *first)
{
    GArray *refs = g_array_new(FALSE, FALSE, sizeof(gint32));

    for (guint i = 0; i < own->rings->len; i++) {
        OwnRing *ring = own_ring_at(own, i);
        guint begin = refs->len;

        for (guint k = 0; k < ring->n_refs; k++) {
            gint32 ref = own_ref_at(own, ring->first_ref + k);
            guint line = (guint)(ref < 0 ? ~ref : ref), n = first[line + 1] - first[line];

            for (guint run = 0; run < n; run++) {
                gint32 to = (gint32)(ref < 0 ? first[line + 1] - 1 - run : first[line] + run);

                to = ref < 0 ? ~to : to;
                g_array_append_val(refs, to);
            }
        }
        ring->first_ref = begin;
        ring->n_refs = refs->len - begin;
    }
    g_array_unref(own->refs);
    own->refs = refs;
}

void
own_split_lines(Own *own)
{
    GArray *lines = g_array_sized_new(FALSE, FALSE, sizeof(OwnLine), own->lines->len);
    GArray *points = g_array_sized_new(FALSE, FALSE, sizeof(LonLat), own->points->len);
    g_autoptr(GArray) from = g_array_new(FALSE, FALSE, sizeof(LonLat));
    g_autofree guint *first = g_new(guint, own->lines->len + 1);

    for (guint i = 0; i < own->lines->len; i++) {
        const OwnLine *line = own_line_at(own, i);
        guint at;

        first[i] = lines->len;
        g_array_set_size(from, 0);
        g_array_append_vals(from, &g_array_index(own->points, LonLat, line->first_point),
                            line->n_points);
        own_unwrap(from, &at); /* rings were checked; what no ring uses may fail */
        split(line, from, lines, points);
    }
    first[own->lines->len] = lines->len;
    g_array_unref(own->lines);
    g_array_unref(own->points);
    own->lines = lines;
    own->points = points;
    renumber(own, first);
}
