// One block of a deflate stream (RFC 1951, section 3.2.7: dynamic Huffman codes) from literals and
// matches that have been found.
#pragma once

#include <glib.h>

#define DEFLATE_LEAST_MATCH 3
#define DEFLATE_MOST_MATCH 258
#define DEFLATE_MOST_DISTANCE 32768

/* A literal is its byte; a match has its top bit set, then its length and its distance less one. */
typedef guint32 DeflateToken;

static inline DeflateToken
deflate_match(guint length, guint distance)
{
    return 0x80000000u | length << 15 | (distance - 1);
}

/* Bits on their way to bytes: the first bit is the lowest of the first byte. */
typedef struct {
    guint8 *bytes; /* of g_try_malloc; NULL after memory ran short */
    gsize length, room;
    guint64 bits;
    guint n_bits;
} DeflateBits;

/* Tokens of whole symbols; when memory is short, out->bytes is freed and NULL from then on. */
void deflate_block(DeflateBits *out, const DeflateToken *tokens, gsize n, gboolean last);
/* What is left up to a whole byte, and the checksum that ends a zlib stream. */
void deflate_end(DeflateBits *out, guint32 checksum);
