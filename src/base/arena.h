// A bump allocator: everything taken from an arena is freed by one call.
#pragma once

#include <glib.h>

typedef struct Arena Arena;

Arena *arena_new(void);
void arena_free(Arena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Arena, arena_free)

/* Zeroed memory, aligned for any type. Never NULL; size 0 gives a valid pointer. */
gpointer arena_alloc(Arena *arena, gsize size);
/* n elements of size bytes; a product that overflows is a programming error. */
gpointer arena_alloc_n(Arena *arena, gsize n, gsize size);
gpointer arena_copy(Arena *arena, gconstpointer bytes, gsize size);
char *arena_strdup(Arena *arena, const char *text); /* NULL gives NULL */
char *arena_strndup(Arena *arena, const char *text, gsize length);
char *arena_printf(Arena *arena, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Hands data over to the arena, which calls free_func on it when it goes. */
void arena_own(Arena *arena, gpointer data, GDestroyNotify free_func);

#define arena_new0(arena, Type, n) ((Type *)arena_alloc_n((arena), (gsize)(n), sizeof(Type)))
