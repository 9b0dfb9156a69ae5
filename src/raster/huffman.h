// Canonical Huffman codes of limited length, as deflate wants them.
#pragma once

#include <glib.h>

#define HUFFMAN_MOST_SYMBOLS 288

/* Lengths and codes (their first bit the lowest) of n symbols by how often they occur; 0 for those
 * that do not. With fewer than two there are still two codes of one bit, which every reader takes.
 * Lengths by Moffat and Katajainen, "In-place calculation of minimum-redundancy codes" (1995), then
 * shortened to most until Kraft's sum is one. */
void huffman_make(const guint32 *counts, guint n, guint most, guint8 *ret_lengths,
                  guint16 *ret_codes);
