#include "raster/deflate.h"

#include <libdeflate.h>
#include <string.h>

#include "raster/deflate_block.h"

#define BLOCK_TOKENS 16384
#define FIRST_ROOM 65536

#define HASH_BITS 14
#define HASH_FACTOR G_GUINT64_CONSTANT(0x9e3779b97f4a7c15) /* Knuth, volume 3, 6.4 */
/* What is looked for: two pixels of three bytes where they stood last and before that, or else one
 * pixel where it stood last. */
#define LONG_BYTES 6
#define LONG_PLACES 2
#define SHORT_BYTES 3

/* From here on a run of one colour is taken without a search. */
#define LEAST_RUN 6
/* Of a long match only the beginning is found again. */
#define MOST_REMEMBERED 48

#define WORD 8

typedef struct {
    guint32 last[LONG_PLACES];
} LongPlaces;

typedef struct {
    const guint8 *samples;
    guint pixel;           /* bytes */
    gsize readable;        /* so many places have a whole word behind them */
    LongPlaces *long_seen; /* places plus one by hash; 0: none */
    guint32 *short_seen;
    DeflateToken *tokens;
    gsize n_tokens;
    DeflateBits out;
} Deflater;

typedef struct {
    gsize length, distance;
} Match;

static inline guint64
load(const guint8 *bytes)
{
    guint64 word;

    memcpy(&word, bytes, sizeof word);
    return GUINT64_FROM_LE(word);
}

/* How many bytes are equal, in whole pixels, up to most. */
static inline gsize
equal_pixels(const guint8 *a, const guint8 *b, gsize most, guint pixel)
{
    guint64 difference = 0;
    gsize n = 0;

    while (n + WORD <= most && (difference = load(a + n) ^ load(b + n)) == 0)
        n += WORD;
    if (difference != 0)
        n += (gsize)__builtin_ctzll(difference) / 8;
    else
        while (n < most && a[n] == b[n])
            n++;
    return n - (guint32)n % pixel;
}

static inline guint
hash(guint64 word, guint n_bytes)
{
    return (guint)((word << (64 - 8 * n_bytes)) * HASH_FACTOR >> (64 - HASH_BITS));
}

static inline void
remember(Deflater *d, gsize at)
{
    guint64 word = load(d->samples + at);
    LongPlaces *seen = &d->long_seen[hash(word, LONG_BYTES)];

    seen->last[1] = seen->last[0];
    seen->last[0] = (guint32)at + 1;
    d->short_seen[hash(word, SHORT_BYTES)] = (guint32)at + 1;
}

/* The better of a match and what begins at a place plus one. */
static inline Match
better_match(const Deflater *d, Match best, guint32 seen, gsize at, gsize most)
{
    gsize distance = at + 1 - seen, length;

    if (seen == 0 || distance > DEFLATE_MOST_DISTANCE)
        return best;
    length = equal_pixels(d->samples + at - distance, d->samples + at, most, d->pixel);
    return length > best.length ? (Match){ length, distance } : best;
}

/* Length 0: none. */
static Match
find_match(const Deflater *d, gsize at, gsize most)
{
    guint64 word = load(d->samples + at);
    const LongPlaces *seen = &d->long_seen[hash(word, LONG_BYTES)];
    Match best = { 0 };

    for (guint i = 0; i < LONG_PLACES; i++)
        best = better_match(d, best, seen->last[i], at, most);
    if (best.length == 0)
        best = better_match(d, best, d->short_seen[hash(word, SHORT_BYTES)], at, most);
    return best;
}

static void
put_token(Deflater *d, DeflateToken token)
{
    if (d->n_tokens == BLOCK_TOKENS) {
        deflate_block(&d->out, d->tokens, d->n_tokens, FALSE);
        d->n_tokens = 0;
    }
    d->tokens[d->n_tokens++] = token;
}

static void
put_run(Deflater *d, gsize length)
{
    while (length > 0) {
        gsize piece = MIN(length, DEFLATE_MOST_MATCH);

        /* What is left must be a match as well. */
        if (length > piece && length < piece + DEFLATE_LEAST_MATCH)
            piece -= DEFLATE_LEAST_MATCH;
        put_token(d, deflate_match((guint)piece, d->pixel));
        length -= piece;
    }
}

/* A match, or one pixel as it is; returns its length. */
static gsize
put_ink(Deflater *d, gsize at, Match match)
{
    gsize most = MIN(at + MIN(match.length, MOST_REMEMBERED), d->readable);

    if (match.length < DEFLATE_LEAST_MATCH) {
        for (guint i = 0; i < d->pixel; i++)
            put_token(d, d->samples[at + i]);
        return d->pixel;
    }
    put_token(d, deflate_match((guint)match.length, (guint)match.distance));
    for (gsize i = at + d->pixel; i < most; i += d->pixel)
        remember(d, i);
    return match.length;
}

static void
put_row(Deflater *d, gsize at, gsize end)
{
    const gsize first = at, longest = DEFLATE_MOST_MATCH - DEFLATE_MOST_MATCH % d->pixel;

    put_token(d, d->samples[at++]);
    while (at < end) {
        gsize run = 0;
        Match match = { 0 };

        if (at - first > d->pixel)
            run = equal_pixels(d->samples + at - d->pixel, d->samples + at, end - at, d->pixel);
        if (run < LEAST_RUN && at < d->readable)
            match = find_match(d, at, MIN(longest, end - at));
        if (at < d->readable)
            remember(d, at);
        if (run >= MAX(match.length, DEFLATE_LEAST_MATCH)) {
            put_run(d, run);
            at += run;
            if (at < d->readable)
                remember(d, at - d->pixel);
        } else {
            at += put_ink(d, at, match);
        }
    }
}

/* The header of the stream says a window of 32 KiB and the default level. */
static gboolean
deflater_init(Deflater *d)
{
    d->out.bytes = g_try_malloc(FIRST_ROOM);
    if (d->out.bytes == NULL)
        return FALSE;
    d->out.room = FIRST_ROOM;
    d->out.bytes[d->out.length++] = 0x78;
    d->out.bytes[d->out.length++] = 0x9c;
    d->long_seen = g_new0(LongPlaces, (gsize)1 << HASH_BITS);
    d->short_seen = g_new0(guint32, (gsize)1 << HASH_BITS);
    d->tokens = g_new(DeflateToken, BLOCK_TOKENS);
    return TRUE;
}

guint8 *
deflate_samples(const guint8 *samples, guint n_rows, gsize row_size, guint pixel_size,
                gsize *ret_length)
{
    gsize length = n_rows * row_size;
    Deflater d = { .samples = samples,
                   .pixel = pixel_size,
                   .readable = length >= WORD ? length - WORD + 1 : 0 };

    if (!deflater_init(&d))
        return NULL;
    for (guint y = 0; y < n_rows; y++)
        put_row(&d, y * row_size, (y + 1) * row_size);
    deflate_block(&d.out, d.tokens, d.n_tokens, TRUE);
    deflate_end(&d.out, libdeflate_adler32(1, samples, length));
    g_free(d.long_seen);
    g_free(d.short_seen);
    g_free(d.tokens);
    *ret_length = d.out.length;
    return d.out.bytes;
}
