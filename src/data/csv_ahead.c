#include "data/csv_ahead.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define BLOCK ((gsize)256 * 1024)
/* So far the second thread may be ahead. */
#define N_BLOCKS 8

typedef struct {
    char *bytes;
    gsize length; /* 0: the file ends, or cannot be read */
    int problem;  /* errno; 0: none */
} Block;

struct CsvAhead {
    int fd;
    Witness *witness;
    GThread *thread;
    Block blocks[N_BLOCKS]; /* a ring */
    guint first;            /* the oldest that is full; only for the reader */
    gsize taken;            /* bytes of it; only for the reader */
    GMutex lock;
    GCond changed;
    guint
        n_full; /* under the lock, as is quit; full blocks are the reader's, others the thread's */
    gboolean quit;
};

static void
fill(CsvAhead *ahead, Block *block, guint64 at)
{
    block->length = 0;
    block->problem = 0;
    while (block->length < BLOCK) {
        gssize got = pread(ahead->fd, block->bytes + block->length, BLOCK - block->length,
                           (off_t)(at + block->length));

        if (got < 0 && errno == EINTR)
            continue;
        /* A failure behind good bytes comes again with the next block. */
        if (got < 0 && block->length == 0)
            block->problem = errno;
        if (got <= 0)
            break;
        block->length += (gsize)got;
    }
    if (ahead->witness != NULL)
        witness_add(ahead->witness, block->bytes, block->length);
}

static gpointer
read_ahead(gpointer data)
{
    CsvAhead *ahead = data;
    gboolean more = TRUE;
    guint64 at = 0;

    for (guint i = 0; more; i = (i + 1) % N_BLOCKS) {
        g_mutex_lock(&ahead->lock);
        while (ahead->n_full == N_BLOCKS && !ahead->quit)
            g_cond_wait(&ahead->changed, &ahead->lock);
        more = !ahead->quit;
        g_mutex_unlock(&ahead->lock);
        if (!more)
            break;
        fill(ahead, &ahead->blocks[i], at);
        at += ahead->blocks[i].length;
        more = ahead->blocks[i].length > 0;
        g_mutex_lock(&ahead->lock);
        ahead->n_full++;
        g_cond_signal(&ahead->changed);
        g_mutex_unlock(&ahead->lock);
    }
    return NULL;
}

CsvAhead *
csv_ahead_new(int fd, Witness *witness)
{
    CsvAhead *ahead = g_new0(CsvAhead, 1);

    ahead->fd = fd;
    ahead->witness = witness;
    for (guint i = 0; i < N_BLOCKS; i++)
        ahead->blocks[i].bytes = g_malloc(BLOCK);
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
    for (guint i = 0; i < N_BLOCKS; i++)
        g_free(ahead->blocks[i].bytes);
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

gssize
csv_ahead_read(CsvAhead *ahead, char *buffer, gsize size)
{
    gsize done = 0;

    while (done < size) {
        const Block *block = wait_for_block(ahead);
        gsize n = MIN(size - done, block->length - ahead->taken);

        /* The last block stays, so that the end comes again to who asks again. */
        if (block->length == 0) {
            errno = block->problem;
            return block->problem != 0 && done == 0 ? -1 : (gssize)done;
        }
        memcpy(buffer + done, block->bytes + ahead->taken, n);
        done += n;
        ahead->taken += n;
        if (ahead->taken == block->length)
            give_back(ahead);
    }
    return (gssize)done;
}
