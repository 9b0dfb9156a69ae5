#define _DEFAULT_SOURCE // MAP_ANONYMOUS, madvise()

#include "raster/pixel_memory.h"

#include <string.h>
#include <sys/mman.h>

/* Of x86-64 and most of ARM; elsewhere the pages are larger, and the advice is for nothing. */
#define LARGE_PAGE ((gsize)2 * 1024 * 1024)

/* A thread keeps no more than this: of a very large picture there is seldom a second. */
#define MOST_KEPT ((gsize)64 * 1024 * 1024)

static void
kept_free(gpointer data)
{
    const PixelMemory *kept = data;

    munmap(kept->mapping, kept->mapped);
    g_free(data);
}

static GPrivate thread_kept = G_PRIVATE_INIT(kept_free);

static gboolean
take_kept(PixelMemory *memory, gsize size, gboolean clear)
{
    PixelMemory *kept = g_private_get(&thread_kept);

    if (kept == NULL || kept->mapped < size + LARGE_PAGE)
        return FALSE;
    *memory = *kept;
    g_private_set(&thread_kept, NULL);
    g_free(kept);
    if (clear)
        memset(memory->pixels, 0, size);
    return TRUE;
}

gboolean
pixel_memory_take(PixelMemory *memory, gsize size, gboolean clear)
{
    gsize room = size + LARGE_PAGE, before;
    void *mapping;

    if (size == 0 || room < size)
        return FALSE;
    if (take_kept(memory, size, clear))
        return TRUE;
    mapping = mmap(NULL, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapping == MAP_FAILED)
        return FALSE;
    before = (LARGE_PAGE - (gsize)(guintptr)mapping % LARGE_PAGE) % LARGE_PAGE;
    *memory = (PixelMemory){ (guint8 *)mapping + before, mapping, room };
#ifdef MADV_HUGEPAGE
    /* A kernel that does not take the advice gives small pages. */
    madvise(memory->pixels, size, MADV_HUGEPAGE);
#endif
    return TRUE;
}

void
pixel_memory_free(PixelMemory *memory)
{
    if (memory->mapped <= MOST_KEPT)
        g_private_replace(&thread_kept, g_memdup2(memory, sizeof *memory));
    else
        munmap(memory->mapping, memory->mapped);
}
