#define _DEFAULT_SOURCE // MAP_ANONYMOUS, madvise()

#include "raster/pixel_memory.h"

#include <sys/mman.h>

/* Of x86-64 and most of ARM; elsewhere the pages are larger, and the advice is for nothing. */
#define LARGE_PAGE ((gsize)2 * 1024 * 1024)

gboolean
pixel_memory_take(PixelMemory *memory, gsize size)
{
    gsize room = size + LARGE_PAGE, before;
    void *mapping;

    if (size == 0 || room < size)
        return FALSE;
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
    munmap(memory->mapping, memory->mapped);
}
