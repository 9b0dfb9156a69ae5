#include "data/csv_lines.h"

#include "base/number_short.h"
#include "data/csv_ends.h"

/* Sixteen bytes at once, on any machine that the compiler knows to have such registers. */
typedef guint8 Lanes __attribute__((vector_size(16)));

typedef struct {
    guint64 low, high;
} LaneBits;

static inline Lanes
load_lanes(const char *p)
{
    Lanes lanes;

    memcpy(&lanes, p, sizeof lanes);
    return lanes;
}

static inline gboolean
any_lane(Lanes lanes)
{
    LaneBits bits;

    memcpy(&bits, &lanes, sizeof bits);
    return (bits.low | bits.high) != 0;
}

/* The first byte that makes a line need more care: a quote, a NUL, a CR without its LF. high tells
 * whether there may be letters outside ASCII before it. */
static const char *
find_strange(const char *p, const char *end, gboolean *ret_high)
{
    Lanes high = { 0 };

    for (; end - p > (gssize)sizeof(Lanes); p += sizeof(Lanes)) {
        Lanes here = load_lanes(p), next = load_lanes(p + 1);

        if (any_lane((Lanes)(here == '"') | (Lanes)(here == 0) |
                     ((Lanes)(here == '\r') & (Lanes)(next != '\n'))))
            break;
        high |= here;
    }
    *ret_high = any_lane(high & 0x80);
    for (; p < end; p++) {
        if (*p == '"' || *p == '\0' || (*p == '\r' && (end - p == 1 || p[1] != '\n')))
            break;
        *ret_high |= (guchar)*p >= 0x80;
    }
    return p;
}

static gsize
whole_lines(const char *bytes, const char *end)
{
    while (end > bytes && end[-1] != '\n')
        end--;
    return (gsize)(end - bytes);
}

gsize
csv_lines_plain(const char *bytes, gsize length)
{
    gboolean high;
    const char *bad = find_strange(bytes, bytes + length, &high);
    gsize plain = whole_lines(bytes, bad);

    if (high && !g_utf8_validate_len(bytes, plain, &bad))
        plain = whole_lines(bytes, bad);
    return plain;
}

/* Adds the cell that starts at p and ends at a delimiter or LF. */
static inline void
take_cell(CsvBuild *build, const char *p, const char *end)
{
    gsize length = (gsize)(end - p);

    if (build->mode == BUILD_NUMBER && build->na == NULL && build->points == POINTS_DECIMAL) {
        double value;
        const char *rest = number_short_scan(p, &value);

        if (rest != NULL && (rest == end || (*rest == '\r' && rest + 1 == end && *end == '\n'))) {
            build->values[build->length++] = value;
            build->n_good++;
            return;
        }
    }
    if (length > 0 && *end == '\n' && end[-1] == '\r')
        length--;
    if (G_LIKELY(build->mode == BUILD_TEXT))
        csv_build_add_text(build, p, length);
    else
        csv_build_add(build, p, length);
}

/* As for csv_is_blank_record(), a row of nothing but blanks may be none. */
static inline gboolean
may_be_blank(const char *p)
{
    return (guchar)*p <= ' ';
}

void
csv_lines_take(CsvLines *lines, CsvBuild *builds, guint n)
{
    const char *p = lines->at;
    CsvEnds ends;

    csv_ends_start(&ends, p, lines->end, lines->delimiter);
    while (p < lines->end && !(n > 1 && may_be_blank(p))) {
        const char *start = p, *end;
        guint i = 0;

        lines->n_rows++;
        for (;; p = end + 1) {
            end = csv_ends_next(&ends);
            take_cell(&builds[i++], p, end);
            if (i == n || *end == '\n')
                break;
        }
        if (G_UNLIKELY(i < n || *end != '\n')) {
            lines->at = start;
            lines->n_cells = i < n ? i : n + 1;
            return;
        }
        p = end + 1;
    }
    lines->at = p;
    lines->n_cells = 0;
}
