#include "data/csv_ahead.h"

#include "data/csv_lines.h"

#include <string.h>

#define BLOCK ((gsize)256 * 1024)
/* So far the second thread may be ahead. */
#define N_BLOCKS 16
/* So far it must be before it takes cells as well: the first thread shall never wait for bytes. */
#define N_SAFE 8
/* After so many blocks in a row without many plain rows the file is taken for one of quotes. */
#define MOST_MISSES 8
/* So often a thread that waits for a pipe looks whether it still should. */
#define MOST_MS 50

typedef struct {
    char *bytes;
    gsize length;
    GError *problem; /* behind its bytes; NULL: none */
    gboolean is_last;
    gsize seam; /* behind its first line feed, where there may be a part; 0: nowhere */
    gboolean taken;
    CsvPart part; /* from the seam on, if taken */
} Block;

struct CsvAhead {
    CsvTap *tap;
    CsvAheadPlan plan;
    CsvRecipe recipe; /* n 0: nobody wants cells */
    GThread *thread;
    Block blocks[N_BLOCKS]; /* a ring */
    guint first;            /* the oldest that is full; only for the reader */
    gsize taken;            /* bytes of it; only for the reader */
    guint n_misses;         /* in a row; only for the reader */
    GMutex lock;
    GCond changed;
    /* Under the lock; full blocks are the reader's, others the thread's. */
    guint n_full;
    gboolean quit, no_parts;
};

/* A pipe may give nothing for hours; who wants no more must not wait for it. */
static gboolean
wait_for_bytes(CsvAhead *ahead)
{
    gboolean quit = FALSE;

    while (!quit && !csv_tap_is_ready(ahead->tap, MOST_MS)) {
        g_mutex_lock(&ahead->lock);
        quit = ahead->quit;
        g_mutex_unlock(&ahead->lock);
    }
    return !quit;
}

static void
fill(CsvAhead *ahead, Block *block)
{
    gssize n = 1;

    block->length = 0;
    while (n > 0 && block->length < ahead->plan.block_bytes && wait_for_bytes(ahead)) {
        n = csv_tap_some(ahead->tap, block->bytes + block->length,
                         ahead->plan.block_bytes - block->length, &block->problem);
        block->length += (gsize)MAX(n, 0);
    }
}

static void
take_part(const CsvAhead *ahead, Block *block)
{
    csv_part_take(&block->part, &ahead->recipe, block->bytes + block->seam,
                  block->length - block->seam);
    block->taken = TRUE;
}

/* The first block begins with a header. */
static void
find_seam(Block *block, gboolean is_first, gboolean no_parts)
{
    const char *lf = is_first || no_parts ? NULL : memchr(block->bytes, '\n', block->length);

    block->seam = lf != NULL ? (gsize)(lf + 1 - block->bytes) : 0;
    block->taken = FALSE;
}

/* FALSE: nobody wants more bytes. */
static gboolean
wait_for_room(CsvAhead *ahead, guint *ret_n_full, gboolean *ret_no_parts)
{
    gboolean more;

    g_mutex_lock(&ahead->lock);
    while (ahead->n_full == N_BLOCKS && !ahead->quit)
        g_cond_wait(&ahead->changed, &ahead->lock);
    more = !ahead->quit;
    *ret_n_full = ahead->n_full;
    *ret_no_parts = ahead->no_parts || ahead->recipe.n == 0;
    g_mutex_unlock(&ahead->lock);
    return more;
}

static gpointer
read_ahead(gpointer data)
{
    CsvAhead *ahead = data;
    gboolean is_first = TRUE, is_last = FALSE, no_parts;
    guint n_full;

    for (guint i = 0; !is_last && wait_for_room(ahead, &n_full, &no_parts);
         i = (i + 1) % N_BLOCKS) {
        Block *block = &ahead->blocks[i];

        fill(ahead, block);
        find_seam(block, is_first, no_parts);
        if (block->seam > 0 && n_full >= N_SAFE)
            take_part(ahead, block);
        is_first = FALSE;
        is_last = block->is_last = block->length == 0 || block->problem != NULL;
        g_mutex_lock(&ahead->lock);
        ahead->n_full++;
        g_cond_signal(&ahead->changed);
        g_mutex_unlock(&ahead->lock);
    }
    return NULL;
}

CsvAhead *
csv_ahead_new(CsvTap *tap, const CsvAheadPlan *plan)
{
    CsvAhead *ahead = g_new0(CsvAhead, 1);

    ahead->tap = tap;
    ahead->plan = *plan;
    if (plan->block_bytes == 0)
        ahead->plan.block_bytes = BLOCK;
    if (plan->recipe != NULL)
        ahead->recipe = csv_recipe_copy(plan->recipe);
    for (guint i = 0; i < N_BLOCKS; i++)
        ahead->blocks[i].bytes = g_malloc0(ahead->plan.block_bytes + CSV_LINES_PADDING);
    g_mutex_init(&ahead->lock);
    g_cond_init(&ahead->changed);
    ahead->thread = g_thread_try_new("read ahead", read_ahead, ahead, NULL);
    if (ahead->thread == NULL)
        g_clear_pointer(&ahead, csv_ahead_free);
    return ahead;
}

void
csv_ahead_free(CsvAhead *ahead)
{
    if (ahead == NULL)
        return;
    g_mutex_lock(&ahead->lock);
    ahead->quit = TRUE;
    g_cond_signal(&ahead->changed);
    g_mutex_unlock(&ahead->lock);
    if (ahead->thread != NULL)
        g_thread_join(ahead->thread);
    for (guint i = 0; i < N_BLOCKS; i++) {
        g_free(ahead->blocks[i].bytes);
        g_clear_error(&ahead->blocks[i].problem);
        csv_part_clear(&ahead->blocks[i].part);
    }
    csv_recipe_clear(&ahead->recipe);
    g_mutex_clear(&ahead->lock);
    g_cond_clear(&ahead->changed);
    g_free(ahead);
}

static const Block *
wait_for_block(CsvAhead *ahead)
{
    g_mutex_lock(&ahead->lock);
    while (ahead->n_full == 0)
        g_cond_wait(&ahead->changed, &ahead->lock);
    g_mutex_unlock(&ahead->lock);
    return &ahead->blocks[ahead->first];
}

static void
give_back(CsvAhead *ahead)
{
    ahead->first = (ahead->first + 1) % N_BLOCKS;
    ahead->taken = 0;
    g_mutex_lock(&ahead->lock);
    ahead->n_full--;
    g_cond_signal(&ahead->changed);
    g_mutex_unlock(&ahead->lock);
}

static void
step(CsvAhead *ahead, const Block *block, gsize n)
{
    ahead->taken += n;
    if (ahead->taken == block->length && !block->is_last)
        give_back(ahead);
}

gssize
csv_ahead_read(CsvAhead *ahead, char *buffer, gsize size, GError **error)
{
    gsize done = 0;

    while (done < size) {
        const Block *block = wait_for_block(ahead);
        gsize end = ahead->taken < block->seam ? block->seam : block->length;
        gsize n = MIN(size - done, end - ahead->taken);

        /* The last block stays, so that the end comes again to who asks again. */
        if (block->is_last && ahead->taken == block->length) {
            if (done > 0 || block->problem == NULL)
                break;
            g_propagate_error(error, g_error_copy(block->problem));
            return -1;
        }
        memcpy(buffer + done, block->bytes + ahead->taken, n);
        done += n;
        step(ahead, block, n);
        if (ahead->taken > 0 && ahead->taken == block->seam)
            break;
    }
    return (gssize)done;
}

/* A file of other rows is not searched for such again and again. */
static void
count_miss(CsvAhead *ahead, const Block *block)
{
    gboolean is_miss = block->part.length < (block->length - block->seam) / 2;

    ahead->n_misses = is_miss ? ahead->n_misses + 1 : 0;
    if (ahead->n_misses < MOST_MISSES)
        return;
    g_mutex_lock(&ahead->lock);
    ahead->no_parts = TRUE;
    g_mutex_unlock(&ahead->lock);
}

const CsvPart *
csv_ahead_part(CsvAhead *ahead)
{
    Block *block = &ahead->blocks[ahead->first];

    /* With bytes of it taken the block is the reader's. */
    if (ahead->taken == 0 || ahead->taken != block->seam)
        return NULL;
    if (!block->taken)
        take_part(ahead, block);
    count_miss(ahead, block);
    return block->part.n_rows > 0 ? &block->part : NULL;
}

gsize
csv_ahead_skip_part(CsvAhead *ahead)
{
    const Block *block = &ahead->blocks[ahead->first];
    gsize length = block->part.length;

    step(ahead, block, length);
    return length;
}
