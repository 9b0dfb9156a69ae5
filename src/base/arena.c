#include "base/arena.h"

#include <stdarg.h>
#include <stddef.h>
#include <string.h>

/* Large enough that a chart takes a handful of chunks, small enough to come from the heap. */
#define CHUNK_SIZE ((gsize)32 * 1024)
#define ALIGNMENT sizeof(max_align_t)

typedef struct Chunk Chunk;

struct Chunk {
    Chunk *next;
    gsize size, used;
    max_align_t bytes[];
};

/* What arena_own() took over; stands in the arena itself. */
typedef struct Owned Owned;
struct Owned {
    Owned *next;
    gpointer data;
    GDestroyNotify free_func;
};

struct Arena {
    Chunk *current; /* the chunk that is being filled heads the list */
    Owned *owned;   /* the last one first */
};

static Chunk *
chunk_new(gsize size, Chunk *next)
{
    Chunk *chunk;

    g_assert(size <= G_MAXSIZE - sizeof(Chunk));
    chunk = g_malloc0(sizeof(Chunk) + size);
    chunk->next = next;
    chunk->size = size;
    return chunk;
}

Arena *
arena_new(void)
{
    return g_new0(Arena, 1);
}

void
arena_free(Arena *arena)
{
    Chunk *chunk;

    if (arena == NULL)
        return;
    for (Owned *owned = arena->owned; owned != NULL; owned = owned->next)
        owned->free_func(owned->data);
    chunk = arena->current;
    while (chunk != NULL) {
        Chunk *next = chunk->next;

        g_free(chunk);
        chunk = next;
    }
    g_free(arena);
}

gpointer
arena_alloc(Arena *arena, gsize size)
{
    Chunk *chunk = arena->current;
    gsize rounded;

    g_assert(size <= G_MAXSIZE - ALIGNMENT);
    rounded = MAX(size + ALIGNMENT - 1, ALIGNMENT) / ALIGNMENT * ALIGNMENT;

    if (chunk == NULL || rounded > chunk->size - chunk->used) {
        if (rounded > CHUNK_SIZE / 4 && chunk != NULL) {
            /* A large piece gets a chunk of its own behind the current one, whose rest stays
             * usable. */
            chunk->next = chunk_new(rounded, chunk->next);
            chunk = chunk->next;
        } else {
            chunk = arena->current = chunk_new(MAX(CHUNK_SIZE, rounded), chunk);
        }
    }
    chunk->used += rounded;
    return (char *)chunk->bytes + (chunk->used - rounded);
}

gpointer
arena_alloc_n(Arena *arena, gsize n, gsize size)
{
    g_assert(size == 0 || n <= G_MAXSIZE / size);
    return arena_alloc(arena, n * size);
}

gpointer
arena_copy(Arena *arena, gconstpointer bytes, gsize size)
{
    gpointer copy = arena_alloc(arena, size);

    if (size > 0)
        memcpy(copy, bytes, size);
    return copy;
}

char *
arena_strdup(Arena *arena, const char *text)
{
    return text == NULL ? NULL : arena_copy(arena, text, strlen(text) + 1);
}

char *
arena_strndup(Arena *arena, const char *text, gsize length)
{
    gsize kept = 0;
    char *copy;

    if (text == NULL)
        return NULL;
    while (kept < length && text[kept] != '\0')
        kept++;
    copy = arena_alloc(arena, kept + 1);
    memcpy(copy, text, kept);
    return copy;
}

char *
arena_printf(Arena *arena, const char *format, ...)
{
    va_list args;
    char *text, *copy;

    va_start(args, format);
    text = g_strdup_vprintf(format, args);
    va_end(args);
    copy = arena_strdup(arena, text);
    g_free(text);
    return copy;
}

void
arena_own(Arena *arena, gpointer data, GDestroyNotify free_func)
{
    Owned *owned = arena_new0(arena, Owned, 1);

    *owned = (Owned){ .next = arena->owned, .data = data, .free_func = free_func };
    arena->owned = owned;
}
