#include "base/sha256.h"

#include <string.h>

/* GLib's own needs six times as long as the instructions of newer processors; where there are none,
 * it does all. */
struct Sha256 {
    GChecksum *plain; /* NULL: the rest is used */
    guint32 state[8];
    guint64 length;   /* bytes so far */
    guint8 block[64]; /* the last length % 64 of them */
};

#if defined(__x86_64__) && defined(__GNUC__)
#include <cpuid.h>
#include <immintrin.h>

static const guint32 rounds[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static gboolean
ask_processor(void)
{
    guint eax, ebx, ecx, edx;

    if (!__get_cpuid(1, &eax, &ebx, &ecx, &edx) || (ecx & bit_SSSE3) == 0 ||
        (ecx & bit_SSE4_1) == 0)
        return FALSE;
    return __get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx) && (ebx & bit_SHA) != 0;
}

/* Asked once: under a virtual machine every question goes to the host, which takes 15 microseconds.
 */
static gboolean
has_instructions(void)
{
    enum { NO = 1, YES };
    static gsize known;

    if (g_once_init_enter(&known))
        g_once_init_leave(&known, ask_processor() ? YES : NO);
    return known == YES;
}

/* The processor wants the eight words of the state as ABEF and CDGH. */
__attribute__((target("sha,sse4.1"))) static void
mix_blocks(guint32 state[8], const guint8 *bytes, gsize n_blocks)
{
    const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(gconstpointer)state), 0xb1);
    __m128i efgh =
        _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(gconstpointer)(state + 4)), 0x1b);
    __m128i abef = _mm_alignr_epi8(cdab, efgh, 8), cdgh = _mm_blend_epi16(efgh, cdab, 0xf0);

    for (; n_blocks > 0; n_blocks--, bytes += 64) {
        const __m128i abef_before = abef, cdgh_before = cdgh;
        __m128i words[4];

        for (guint i = 0; i < 4; i++)
            words[i] = _mm_shuffle_epi8(
                _mm_loadu_si128((const __m128i *)(gconstpointer)(bytes + 16 * i)), swap);
        /* Four rounds a turn; the words of sixteen rounds on take the place of those used up. */
        for (guint i = 0; i < 16; i++) {
            __m128i *here = &words[i % 4], last = words[(i + 3) % 4];
            __m128i sum = _mm_add_epi32(
                *here, _mm_loadu_si128((const __m128i *)(gconstpointer)(rounds + 4 * i)));

            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0e));
            *here =
                _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(*here, words[(i + 1) % 4]),
                                                   _mm_alignr_epi8(last, words[(i + 2) % 4], 4)),
                                     last);
        }
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    abef = _mm_shuffle_epi32(abef, 0x1b); /* FEBA */
    cdgh = _mm_shuffle_epi32(cdgh, 0xb1); /* DCHG */
    _mm_storeu_si128((__m128i *)(gpointer)state, _mm_blend_epi16(abef, cdgh, 0xf0));
    _mm_storeu_si128((__m128i *)(gpointer)(state + 4), _mm_alignr_epi8(cdgh, abef, 8));
}
#else
static gboolean
has_instructions(void)
{
    return FALSE;
}

static void
mix_blocks(guint32 state[8], const guint8 *bytes, gsize n_blocks)
{
    (void)state;
    (void)bytes;
    (void)n_blocks;
    g_assert_not_reached();
}
#endif

Sha256 *
sha256_new(void)
{
    static const guint32 start[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
    Sha256 *sha = g_new0(Sha256, 1);

    if (has_instructions())
        memcpy(sha->state, start, sizeof start);
    else
        sha->plain = g_checksum_new(G_CHECKSUM_SHA256);
    return sha;
}

void
sha256_free(Sha256 *sha)
{
    if (sha == NULL)
        return;
    g_clear_pointer(&sha->plain, g_checksum_free);
    g_free(sha);
}

void
sha256_update(Sha256 *sha, const void *bytes, gsize length)
{
    const guint8 *p = bytes;
    gsize held = sha->length % 64, n;

    if (length == 0)
        return;
    if (sha->plain != NULL) {
        g_checksum_update(sha->plain, p, (gssize)length);
        return;
    }
    sha->length += length;
    if (held > 0) {
        n = MIN(length, 64 - held);
        memcpy(sha->block + held, p, n);
        p += n;
        length -= n;
        if (held + n < 64)
            return;
        mix_blocks(sha->state, sha->block, 1);
    }
    mix_blocks(sha->state, p, length / 64);
    memcpy(sha->block, p + length / 64 * 64, length % 64);
}

/* A bit, zeros, and the number of bits in the last eight bytes of a block. */
static void
pad(Sha256 *sha)
{
    static const guint8 padding[64] = { 0x80 };
    guint64 bits = GUINT64_TO_BE(sha->length * 8);

    sha256_update(sha, padding, 1 + (119 - sha->length % 64) % 64);
    sha256_update(sha, &bits, sizeof bits);
}

char *
sha256_finish(Sha256 *sha)
{
    GString *out;

    if (sha->plain != NULL)
        return g_strdup(g_checksum_get_string(sha->plain));
    pad(sha);
    out = g_string_new(NULL);
    for (guint i = 0; i < 8; i++)
        g_string_append_printf(out, "%08x", sha->state[i]);
    return g_string_free(out, FALSE);
}
