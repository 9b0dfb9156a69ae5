// Where the cells of plain lines end, found for many lines at once: so no cell waits for what is
// read from the one before.
#pragma once

#include <glib.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* So many bytes are searched at a time. */
#define CSV_ENDS_BYTES 4096
/* So many ends are written down of each 64 bytes, wanted or not, because a loop of another number
 * of turns each time is a branch that cannot be foreseen. */
#define CSV_ENDS_AT_ONCE 12

typedef struct {
    char delimiter;
    const char *next, *end; /* what was not searched yet */
    const char *from;       /* the ends are counted from here */
    guint k, n;             /* those that were given, and all */
    guint16 at[CSV_ENDS_BYTES + CSV_ENDS_AT_ONCE];
} CsvEnds;

/* A bit for each of 64 bytes that is a delimiter or LF, the first the lowest. */
static inline guint64
csv_ends_bits_portable(const char *p, char delimiter)
{
    const guint64 ones = G_GUINT64_CONSTANT(0x0101010101010101), low = ones * 0x7f;
    guint64 bits = 0;

    for (guint i = 0; i < 8; i++) {
        guint64 word, a, b;

        memcpy(&word, p + 8 * i, sizeof word);
        word = GUINT64_FROM_LE(word);
        a = word ^ ones * '\n';
        b = word ^ ones * (guchar)delimiter;
        /* The high bit of each byte that is zero in a or in b. */
        word = (~(((a & low) + low) | a) | ~(((b & low) + low) | b)) & ~low;
        bits |= ((word >> 7) * G_GUINT64_CONSTANT(0x0102040810204080) >> 56) << 8 * i;
    }
    return bits;
}

#ifdef __SSE2__
static inline guint64
csv_ends_bits(const char *p, char delimiter)
{
    const __m128i feeds = _mm_set1_epi8('\n'), delimiters = _mm_set1_epi8(delimiter);
    guint64 bits = 0;

    for (guint i = 0; i < 4; i++) {
        __m128i here = _mm_loadu_si128((const __m128i *)(gconstpointer)(p + 16 * i));
        __m128i is_end =
            _mm_or_si128(_mm_cmpeq_epi8(here, feeds), _mm_cmpeq_epi8(here, delimiters));

        bits |= (guint64)(guint)_mm_movemask_epi8(is_end) << 16 * i;
    }
    return bits;
}
#else
static inline guint64
csv_ends_bits(const char *p, char delimiter)
{
    return csv_ends_bits_portable(p, delimiter);
}
#endif

/* Of the lines from p to end; the last of them is an LF. Borrowed. */
static inline void
csv_ends_start(CsvEnds *ends, const char *p, const char *end, char delimiter)
{
    ends->delimiter = delimiter;
    ends->next = ends->from = p;
    ends->end = end;
    ends->k = ends->n = 0;
}

/* Searches the next bytes; there must be an end among those that are left. */
void csv_ends_search(CsvEnds *ends);

/* The next delimiter or LF; there must be one. */
static inline const char *
csv_ends_next(CsvEnds *ends)
{
    while (G_UNLIKELY(ends->k == ends->n))
        csv_ends_search(ends);
    return ends->from + ends->at[ends->k++];
}
