#include "data/levels.h"

#include <string.h>

/* An empty slot has code -1. The hash and the length stand beside the code, so that a text is
 * compared only when it is nearly certain to be equal, and growing needs no text at all. */
typedef struct {
    guint32 hash;
    gint32 code;
    guint32 length; /* of the text */
} Slot;

/* A short text whole, so that one that was seen lately needs neither its hash nor its name. */
typedef struct {
    guint64 words[2];
    guint32 length; /* 0: none */
    gint32 code;
} Recent;

#define N_RECENT 256u

struct Levels {
    GPtrArray *names;
    GStringChunk *texts;
    Slot *slots;
    guint32 mask; /* number of slots - 1; the number is a power of two */
    gint ref_count;
    Recent *recent; /* each where its words put it, or beside that; NULL: nobody asked */
};

#define FIRST_SLOTS 16u
#define TEXT_BLOCK 4096

static Slot *
slots_new(guint32 n)
{
    Slot *slots = g_new(Slot, n);

    for (guint32 i = 0; i < n; i++)
        slots[i] = (Slot){ .hash = 0, .code = -1, .length = 0 };
    return slots;
}

Levels *
levels_new(void)
{
    Levels *levels = g_new0(Levels, 1);

    levels->names = g_ptr_array_new();
    levels->texts = g_string_chunk_new(TEXT_BLOCK);
    levels->slots = slots_new(FIRST_SLOTS);
    levels->mask = FIRST_SLOTS - 1;
    levels->ref_count = 1;
    return levels;
}

Levels *
levels_ref(Levels *levels)
{
    g_atomic_int_inc(&levels->ref_count);
    return levels;
}

void
levels_unref(Levels *levels)
{
    if (!levels || !g_atomic_int_dec_and_test(&levels->ref_count))
        return;
    g_ptr_array_free(levels->names, TRUE);
    g_string_chunk_free(levels->texts);
    g_free(levels->slots);
    g_free(levels->recent);
    g_free(levels);
}

gboolean
levels_is_shared(Levels *levels)
{
    return g_atomic_int_get(&levels->ref_count) > 1;
}

static inline guint64
load(const char *bytes, gsize n)
{
    guint64 word = 0;

    memcpy(&word, bytes, n);
    return GUINT64_FROM_LE(word);
}

/* The 1 to 8 bytes of a short text or of the end of a longer one, each at least once. */
static inline guint64
load_rest(const char *text, gsize length)
{
    if (length >= 8)
        return load(text + length - 8, 8);
    if (length >= 4)
        return load(text, 4) | load(text + length - 4, 4) << 32;
    if (length == 0)
        return 0;
    return (guint64)(guchar)text[0] | (guint64)(guchar)text[length / 2] << 8 |
           (guint64)(guchar)text[length - 1] << 16;
}

static inline guint64
mix(guint64 hash, guint64 word)
{
    hash = (hash ^ word) * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);
    return hash ^ (hash >> 29);
}

/* Not cryptographic, but every input bit reaches every output bit through two multiplications. */
static inline guint32
hash_text(const char *text, gsize length)
{
    guint64 hash = length + 1;
    gsize done = 0;

    for (; length - done > 8; done += 8)
        hash = mix(hash, load(text + done, 8));
    hash = mix(hash, load_rest(text, length));
    hash *= G_GUINT64_CONSTANT(0xd6e8feb86659fd93);
    return (guint32)(hash >> 32);
}

static void
grow(Levels *levels)
{
    guint32 n = levels->mask + 1, wider = n * 2;
    Slot *slots = slots_new(wider);

    for (guint32 i = 0; i < n; i++) {
        if (levels->slots[i].code < 0)
            continue;
        guint32 at = levels->slots[i].hash & (wider - 1);
        while (slots[at].code >= 0)
            at = (at + 1) & (wider - 1);
        slots[at] = levels->slots[i];
    }
    g_free(levels->slots);
    levels->slots = slots;
    levels->mask = wider - 1;
}

/* Texts of one length that are compared in words, the last of which overlaps the one before. */
static inline gboolean
is_equal(const char *a, const char *b, gsize length)
{
    if (length > 16)
        return memcmp(a, b, length) == 0;
    if (length > 8 && load(a, 8) != load(b, 8))
        return FALSE;
    return load_rest(a, length) == load_rest(b, length);
}

static inline gboolean
is_level(const Levels *levels, const Slot *slot, const char *text, gsize length, guint32 hash)
{
    return slot->hash == hash && slot->length == length &&
           is_equal(g_ptr_array_index(levels->names, slot->code), text, length);
}

/* The slot that holds the text, or the free one where it belongs. */
static inline guint32
find_slot(const Levels *levels, const char *text, gsize length, guint32 hash)
{
    guint32 at = hash & levels->mask;

    while (levels->slots[at].code >= 0 && !is_level(levels, &levels->slots[at], text, length, hash))
        at = (at + 1) & levels->mask;
    return at;
}

gint32
levels_find(const Levels *levels, const char *text, gsize length)
{
    return levels->slots[find_slot(levels, text, length, hash_text(text, length))].code;
}

gint32
levels_intern(Levels *levels, const char *text, gsize length)
{
    guint32 hash = hash_text(text, length);
    guint32 at = find_slot(levels, text, length, hash);

    if (levels->slots[at].code >= 0)
        return levels->slots[at].code;

    gint32 code = (gint32)levels->names->len;
    char *copy = g_string_chunk_insert_len(levels->texts, text, (gssize)length);
    g_ptr_array_add(levels->names, copy);
    levels->slots[at] = (Slot){ .hash = hash, .code = code, .length = (guint32)length };
    if (levels->names->len > (levels->mask + 1) / 8 * 5)
        grow(levels);
    return code;
}

/* The n bytes at p, at most eight, of eight that can be read. */
static inline guint64
load_first(const char *p, gsize n)
{
#define BYTES(n) (G_MAXUINT64 >> (64 - 8 * (n)))
    static const guint64 masks[] = { 0,        BYTES(1), BYTES(2), BYTES(3), BYTES(4),
                                     BYTES(5), BYTES(6), BYTES(7), BYTES(8) };
#undef BYTES
    return load(p, 8) & masks[n];
}

static inline gboolean
is_recent(const Recent *recent, const Recent *here)
{
    return recent->words[0] == here->words[0] && recent->words[1] == here->words[1] &&
           recent->length == here->length;
}

gint32
levels_intern_padded(Levels *levels, const char *text, gsize length)
{
    Recent here = { .length = (guint32)length };
    guint at;

    if (length > LEVELS_PADDING)
        return levels_intern(levels, text, length);
    if (G_UNLIKELY(levels->recent == NULL))
        levels->recent = g_new0(Recent, N_RECENT);
    here.words[0] = load_first(text, MIN(length, 8));
    here.words[1] = load_first(text + 8, length - MIN(length, 8));
    at = (here.words[0] * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15) +
          here.words[1] * G_GUINT64_CONSTANT(0xd6e8feb86659fd93)) >>
         56;
    if (is_recent(&levels->recent[at], &here))
        return levels->recent[at].code;
    if (is_recent(&levels->recent[at ^ 1], &here))
        return levels->recent[at ^ 1].code;
    if (levels->recent[at].length > 0)
        at ^= 1;
    here.code = levels_intern(levels, text, length);
    levels->recent[at] = here;
    return here.code;
}

GPtrArray *
levels_names(const Levels *levels)
{
    return levels->names;
}
