#include "raster/huffman.h"

#include <stdlib.h>
#include <string.h>

#define MOST_BITS 15

/* Sorted by count, then by symbol: the same counts give the same code. */
static int
compare_keys(const void *a, const void *b)
{
    guint64 left = *(const guint64 *)a, right = *(const guint64 *)b;

    return left < right ? -1 : left > right;
}

/* Symbols that occur as count << 16 | symbol, the rarest first; at least two. */
static guint
sort_symbols(const guint32 *counts, guint n, guint64 *keys)
{
    guint used = 0;

    for (guint i = 0; i < n; i++)
        if (counts[i] > 0)
            keys[used++] = (guint64)counts[i] << 16 | i;
    for (guint i = 0; used < 2; i++)
        if (counts[i] == 0)
            keys[used++] = (guint64)1 << 16 | i;
    qsort(keys, used, sizeof *keys, compare_keys);
    return used;
}

/* From weights, the rarest first, to lengths of codes. Three walks: pairs from the left, depths of
 * inner nodes from the right, depths of leaves from the right. */
static void
weights_to_lengths(guint64 *a, guint n)
{
    guint root = 0, leaf = 2, next, available = 1, depth = 0;

    a[0] += a[1];
    for (next = 1; next < n - 1; next++) {
        if (leaf >= n || a[root] < a[leaf]) {
            a[next] = a[root];
            a[root++] = next;
        } else {
            a[next] = a[leaf++];
        }
        if (leaf >= n || (root < next && a[root] < a[leaf])) {
            a[next] += a[root];
            a[root++] = next;
        } else {
            a[next] += a[leaf++];
        }
    }
    a[n - 2] = 0;
    for (guint i = n - 2; i-- > 0;)
        a[i] = a[a[i]] + 1;

    int inner = (int)n - 2;

    for (int left = (int)n - 1; available > 0; depth++) {
        guint used = 0;

        while (inner >= 0 && a[inner] == depth) {
            used++;
            inner--;
        }
        while (available > used) {
            a[left--] = depth;
            available--;
        }
        available = 2 * used;
    }
}

/* How many codes have each length, none longer than most: what was longer becomes as long as most,
 * and shorter codes grow by one bit until all have room. */
static void
limit_lengths(const guint64 *lengths, guint n, guint most, guint *per_length)
{
    guint64 sum = 0;

    for (guint i = 0; i < n; i++)
        per_length[MIN(lengths[i], most)]++;
    for (guint bits = 1; bits <= most; bits++)
        sum += (guint64)per_length[bits] << (most - bits);
    while (sum > (guint64)1 << most) {
        guint bits = most - 1;

        while (per_length[bits] == 0)
            bits--;
        per_length[bits]--;
        per_length[bits + 1] += 2;
        per_length[most]--;
        sum--;
    }
}

static guint16
reverse_bits(guint code, guint n)
{
    guint reversed = 0;

    for (guint i = 0; i < n; i++)
        reversed |= (code >> i & 1) << (n - 1 - i);
    return (guint16)reversed;
}

void
huffman_make(const guint32 *counts, guint n, guint most, guint8 *ret_lengths, guint16 *ret_codes)
{
    guint64 keys[HUFFMAN_MOST_SYMBOLS] = { 0 }, lengths[HUFFMAN_MOST_SYMBOLS] = { 0 };
    guint per_length[MOST_BITS + 1] = { 0 }, next[MOST_BITS + 2] = { 0 };
    guint used, at;

    g_assert(n >= 2 && n <= HUFFMAN_MOST_SYMBOLS && most <= MOST_BITS);
    memset(ret_lengths, 0, n);
    memset(ret_codes, 0, n * sizeof *ret_codes);
    used = at = sort_symbols(counts, n, keys);
    for (guint i = 0; i < used; i++)
        lengths[i] = keys[i] >> 16;
    weights_to_lengths(lengths, used);
    limit_lengths(lengths, used, most, per_length);
    /* The most frequent symbols get the shortest codes. */
    for (guint bits = 1; bits <= most; bits++) {
        next[bits + 1] = (next[bits] + per_length[bits]) << 1;
        for (guint i = 0; i < per_length[bits]; i++)
            ret_lengths[keys[--at] & 0xffff] = (guint8)bits;
    }
    for (guint i = 0; i < n; i++)
        if (ret_lengths[i] > 0)
            ret_codes[i] = reverse_bits(next[ret_lengths[i]]++, ret_lengths[i]);
}
