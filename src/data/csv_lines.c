#include "data/csv_lines.h"

#include "base/number_short.h"

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

/* A bit in each byte of a word that is zero; above the first one also in others. */
static inline guint64
zero_bytes(guint64 word)
{
    return (word - G_GUINT64_CONSTANT(0x0101010101010101)) & ~word &
           G_GUINT64_CONSTANT(0x8080808080808080);
}

/* Where the cell at p ends: at a delimiter or LF. */
static inline const char *
cell_end(const char *p, guint64 delimiters)
{
    const guint64 ends = G_GUINT64_CONSTANT(0x0a0a0a0a0a0a0a0a);
    guint64 word, found;

    for (;; p += sizeof word) {
        memcpy(&word, p, sizeof word);
        word = GUINT64_FROM_LE(word);
        found = zero_bytes(word ^ delimiters) | zero_bytes(word ^ ends);
        if (found != 0)
            return p + __builtin_ctzll(found) / 8;
    }
}

/* Adds the cell at p; returns where it ends, at a delimiter or LF. */
static inline const char *
take_cell(CsvBuild *build, const char *p, char delimiter, guint64 delimiters)
{
    const char *end;
    gsize length;

    if (build->mode == BUILD_NUMBER && build->na == NULL && build->points == POINTS_DECIMAL) {
        double value;

        end = number_short_scan(p, &value);
        if (end != NULL && (*end == delimiter || *end == '\n' || *end == '\r')) {
            build->values[build->length++] = value;
            build->n_good++;
            return end + (*end == '\r');
        }
    }
    end = cell_end(p, delimiters);
    length = (gsize)(end - p);
    if (length > 0 && *end == '\n' && end[-1] == '\r')
        length--;
    if (G_LIKELY(build->mode == BUILD_TEXT))
        csv_build_add_text(build, p, length);
    else
        csv_build_add(build, p, length);
    return end;
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
    const guint64 delimiters =
        (guint64)(guchar)lines->delimiter * G_GUINT64_CONSTANT(0x0101010101010101);
    const char *p = lines->at;

    while (p < lines->end && !(n > 1 && may_be_blank(p))) {
        const char *start = p;
        guint i = 0;

        lines->n_rows++;
        for (;;) {
            p = take_cell(&builds[i++], p, lines->delimiter, delimiters);
            if (i == n || *p == '\n')
                break;
            p++;
        }
        if (G_UNLIKELY(i < n || *p != '\n')) {
            lines->at = start;
            lines->n_cells = i < n ? i : n + 1;
            return;
        }
        p++;
    }
    lines->at = p;
    lines->n_cells = 0;
}
