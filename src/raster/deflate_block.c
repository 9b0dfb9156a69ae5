#include "raster/deflate_block.h"

#include <string.h>

#include "raster/huffman.h"

#define N_LITERALS 286 /* bytes, the end of the block, lengths */
#define N_DISTANCES 30
#define N_LENGTH_CODES 19
#define END_OF_BLOCK 256

/* A token takes 48 bits at most, a header less than 512 bytes. */
#define TOKEN_BYTES 8
#define HEADER_BYTES 512

typedef struct {
    guint8 literal_lengths[N_LITERALS], distance_lengths[N_DISTANCES];
    guint16 literal_codes[N_LITERALS], distance_codes[N_DISTANCES];
} BlockCodes;

/* Which symbol stands for a length or a distance, and what is added to it by how many bits. */
typedef struct {
    guint16 symbol, base;
    guint8 extra;
} Range;

static inline guint
top_bit(guint32 value)
{
    return 31 - (guint)__builtin_clz(value);
}

/* RFC 1951, 3.2.5: from 11 on, four symbols share each power of two. */
static inline Range
length_range(guint length)
{
    guint value = length - DEFLATE_LEAST_MATCH, extra;

    if (length == DEFLATE_MOST_MATCH)
        return (Range){ 285, DEFLATE_MOST_MATCH, 0 };
    if (value < 8)
        return (Range){ (guint16)(257 + value), (guint16)length, 0 };
    extra = top_bit(value) - 2;
    value >>= extra;
    return (Range){ (guint16)(257 + 4 * extra + value),
                    (guint16)((value << extra) + DEFLATE_LEAST_MATCH), (guint8)extra };
}

/* The same with two symbols. */
static inline Range
distance_range(guint distance)
{
    guint value = distance - 1, extra;

    if (value < 4)
        return (Range){ (guint16)value, (guint16)distance, 0 };
    extra = top_bit(value) - 1;
    value >>= extra;
    return (Range){ (guint16)(2 * extra + value), (guint16)((value << extra) + 1), (guint8)extra };
}

static guint
token_length(DeflateToken token)
{
    return token >> 15 & 0xffff;
}

static guint
token_distance(DeflateToken token)
{
    return (token & 0x7fff) + 1;
}

static gboolean
token_is_match(DeflateToken token)
{
    return token >> 31;
}

/* Room for so many bytes; memory that is short is remembered, and nothing is written from then on.
 */
static gboolean
reserve(DeflateBits *out, gsize bytes)
{
    guint8 *grown;

    if (out->bytes != NULL && out->length + bytes <= out->room)
        return TRUE;
    if (out->bytes == NULL)
        return FALSE;
    out->room = MAX(2 * out->room, out->length + bytes);
    grown = g_try_realloc(out->bytes, out->room);
    if (grown == NULL)
        g_free(out->bytes);
    out->bytes = grown;
    return grown != NULL;
}

/* Whole bytes leave; reserve() has been asked for eight. */
static inline void
drain(DeflateBits *out)
{
    guint64 little = GUINT64_TO_LE(out->bits);

    memcpy(out->bytes + out->length, &little, sizeof little);
    out->length += out->n_bits / 8;
    out->bits >>= out->n_bits & ~7u;
    out->n_bits &= 7;
}

static inline void
put(DeflateBits *out, guint64 bits, guint n)
{
    out->bits |= bits << out->n_bits;
    out->n_bits += n;
}

static void
put_slowly(DeflateBits *out, guint64 bits, guint n)
{
    put(out, bits, n);
    drain(out);
}

static void
make_codes(BlockCodes *codes, const DeflateToken *tokens, gsize n)
{
    guint32 literals[N_LITERALS] = { 0 }, distances[N_DISTANCES] = { 0 };

    for (gsize i = 0; i < n; i++) {
        if (!token_is_match(tokens[i])) {
            literals[tokens[i]]++;
            continue;
        }
        literals[length_range(token_length(tokens[i])).symbol]++;
        distances[distance_range(token_distance(tokens[i])).symbol]++;
    }
    literals[END_OF_BLOCK] = 1;
    huffman_make(literals, N_LITERALS, 15, codes->literal_lengths, codes->literal_codes);
    huffman_make(distances, N_DISTANCES, 15, codes->distance_lengths, codes->distance_codes);
}

/* The lengths of both codes as one row of symbols 0 to 18, the repeats in the high byte. */
static guint
shorten_lengths(const guint8 *lengths, guint n, guint16 *symbols)
{
    guint n_symbols = 0;

    for (guint i = 0, run; i < n; i += run) {
        guint8 length = lengths[i];

        for (run = 1; i + run < n && lengths[i + run] == length && run < 138;)
            run++;
        if (length == 0 && run >= 3) {
            symbols[n_symbols++] =
                run > 10 ? (guint16)(18 | (run - 11) << 8) : (guint16)(17 | (run - 3) << 8);
            continue;
        }
        symbols[n_symbols++] = length;
        run = MIN(run, 7);
        if (length > 0 && run >= 4)
            symbols[n_symbols++] = (guint16)(16 | (run - 4) << 8);
        else
            run = 1;
    }
    return n_symbols;
}

static guint
count_used(const guint8 *lengths, guint n, guint least)
{
    while (n > least && lengths[n - 1] == 0)
        n--;
    return n;
}

static void
put_header(DeflateBits *out, const BlockCodes *codes)
{
    static const guint8 order[N_LENGTH_CODES] = { 16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                  11, 4,  12, 3, 13, 2, 14, 1, 15 };
    static const guint8 extra[3] = { 2, 3, 7 };
    guint8 all[N_LITERALS + N_DISTANCES], lengths[N_LENGTH_CODES], ordered[N_LENGTH_CODES];
    guint16 symbols[N_LITERALS + N_DISTANCES], length_codes[N_LENGTH_CODES];
    guint32 counts[N_LENGTH_CODES] = { 0 };
    guint n_literals = count_used(codes->literal_lengths, N_LITERALS, 257);
    guint n_distances = count_used(codes->distance_lengths, N_DISTANCES, 1), n, n_ordered;

    memcpy(all, codes->literal_lengths, n_literals);
    memcpy(all + n_literals, codes->distance_lengths, n_distances);
    n = shorten_lengths(all, n_literals + n_distances, symbols);
    for (guint i = 0; i < n; i++)
        counts[symbols[i] & 0xff]++;
    huffman_make(counts, N_LENGTH_CODES, 7, lengths, length_codes);
    for (guint i = 0; i < N_LENGTH_CODES; i++)
        ordered[i] = lengths[order[i]];
    n_ordered = count_used(ordered, N_LENGTH_CODES, 4);

    put_slowly(out, n_literals - 257, 5);
    put_slowly(out, n_distances - 1, 5);
    put_slowly(out, n_ordered - 4, 4);
    for (guint i = 0; i < n_ordered; i++)
        put_slowly(out, ordered[i], 3);
    for (guint i = 0; i < n; i++) {
        guint symbol = symbols[i] & 0xff;

        put_slowly(out, length_codes[symbol], lengths[symbol]);
        if (symbol >= 16)
            put_slowly(out, symbols[i] >> 8, extra[symbol - 16]);
    }
}

static inline void
put_match(DeflateBits *out, const BlockCodes *codes, guint length, guint distance)
{
    Range range = length_range(length);

    put(out, codes->literal_codes[range.symbol], codes->literal_lengths[range.symbol]);
    put(out, length - range.base, range.extra);
    range = distance_range(distance);
    put(out, codes->distance_codes[range.symbol], codes->distance_lengths[range.symbol]);
    put(out, distance - range.base, range.extra);
}

void
deflate_block(DeflateBits *out, const DeflateToken *tokens, gsize n, gboolean last)
{
    BlockCodes codes;

    if (!reserve(out, HEADER_BYTES + (n + 1) * TOKEN_BYTES))
        return;
    make_codes(&codes, tokens, n);
    put_slowly(out, last ? 1 : 0, 1);
    put_slowly(out, 2, 2); /* dynamic codes */
    put_header(out, &codes);
    for (gsize i = 0; i < n; i++) {
        DeflateToken token = tokens[i];

        if (token_is_match(token))
            put_match(out, &codes, token_length(token), token_distance(token));
        else
            put(out, codes.literal_codes[token], codes.literal_lengths[token]);
        drain(out);
    }
    put_slowly(out, codes.literal_codes[END_OF_BLOCK], codes.literal_lengths[END_OF_BLOCK]);
}

void
deflate_end(DeflateBits *out, guint32 checksum)
{
    if (!reserve(out, 2 * TOKEN_BYTES))
        return;
    out->n_bits = (out->n_bits + 7) & ~7u;
    drain(out);
    for (int shift = 24; shift >= 0; shift -= 8)
        put_slowly(out, checksum >> shift & 0xff, 8);
}
