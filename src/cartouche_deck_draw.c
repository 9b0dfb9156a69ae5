// The figures of a deck drawn by several threads, before they are added one by one.
#include "cartouche_deck.h"

typedef struct {
    Figure *figure;
    DeckDraw draw;
    DeckDrawn *drawn;
} DrawWork;

void
deck_drawn_free(DeckDrawn *drawn)
{
    if (drawn == NULL)
        return;
    deck_picture_free(drawn->picture);
    g_clear_error(&drawn->error);
    g_free(drawn);
}

static void
draw_one(gpointer data, G_GNUC_UNUSED gpointer user_data)
{
    DrawWork *work = data;
    DeckDrawn *drawn = work->drawn;

    drawn->done = work->draw(work->figure, &drawn->picture, &drawn->error);
}

void
deck_draw_ahead(GHashTable *ahead, DeckDraw draw, Figure *const *figures, guint n, guint jobs)
{
    g_autofree DrawWork *works = g_new(DrawWork, n + 1);
    guint threads = jobs > 0 ? jobs : g_get_num_processors();
    GThreadPool *pool =
        g_thread_pool_new(draw_one, NULL, (gint)CLAMP(MIN(threads, n), 1, 256), FALSE, NULL);

    for (guint i = 0; i < n; i++) {
        /* A figure is one thread's. */
        if (g_hash_table_contains(ahead, figures[i]))
            continue;
        works[i] = (DrawWork){ figures[i], draw, g_new0(DeckDrawn, 1) };
        g_hash_table_insert(ahead, figures[i], works[i].drawn);
        g_thread_pool_push(pool, &works[i], NULL);
    }
    g_thread_pool_free(pool, FALSE, TRUE);
}
