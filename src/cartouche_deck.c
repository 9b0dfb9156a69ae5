// Slides from figures.
#include "cartouche_deck.h"

#include "cartouche_figure.h"
#include "deck/package.h"
#include "io/atomic_file.h"
#include "io/whole_file.h"
#include "profile/xml_module.h"

#include <string.h>

#define MAX_FIGURE (G_GUINT64_CONSTANT(512) << 20)

struct ct_deck {
    char *title;         /* NULL: none */
    GPtrArray *pictures; /* DeckPicture *, owned */
    GPtrArray *files;    /* their names, owned */
};

static void
picture_free(gpointer picture)
{
    deck_picture_free(picture);
}

ct_deck *
ct_deck_new(const char *title)
{
    ct_deck *deck = g_new0(ct_deck, 1);

    deck->title = title != NULL && *title != '\0' ? g_strdup(title) : NULL;
    deck->pictures = g_ptr_array_new_with_free_func(picture_free);
    deck->files = g_ptr_array_new_with_free_func(g_free);
    return deck;
}

void
ct_deck_free(ct_deck *deck)
{
    if (deck == NULL)
        return;
    g_free(deck->title);
    g_ptr_array_unref(deck->pictures);
    g_ptr_array_unref(deck->files);
    g_free(deck);
}

/* An SVG that somebody changed since may break on the slide, and only there. */
static gboolean
check_profile(const char *path, GError **error)
{
    Report *report = report_new();
    gboolean done = profile_check_file(path, report, error);

    for (guint i = 0; done && i < report_length(report); i++) {
        const ReportEntry *entry = report_entry(report, i);

        if (entry->severity != SEVERITY_ERROR)
            continue;
        error_set(error, ERROR_INPUT, (Where){ .file = path, .line = entry->line },
                  "this SVG was changed after it was drawn, and is not safe on every slide "
                  "(cartouche check says why); draw it again");
        done = FALSE;
    }
    report_free(report);
    return done;
}

static gboolean
deck_add(ct_deck *deck, const char *path, GError **error)
{
    g_autoptr(GBytes) bytes = whole_file_read(path, MAX_FIGURE, "no slide holds so much", error);
    g_autoptr(DeckPicture) picture = NULL;

    if (bytes == NULL)
        return FALSE;
    picture = deck_picture_read(path, bytes, error);
    if (picture == NULL || (picture->svg != NULL && !check_profile(path, error)) ||
        (picture->png == NULL && !deck_find_png(picture, path, error)))
        return FALSE;
    g_ptr_array_add(deck->pictures, g_steal_pointer(&picture));
    g_ptr_array_add(deck->files, g_strdup(path));
    return TRUE;
}

bool
ct_deck_add(ct_deck *deck, const char *figure, ct_error **error)
{
    GError *inner = NULL;

    return deck_add(deck, figure, &inner) || error_give(error, inner);
}

static gboolean
has_extension(const char *path)
{
    gsize length = strlen(path);

    return length > 5 && g_ascii_strcasecmp(path + length - 5, ".pptx") == 0;
}

static gboolean
deck_check(const ct_deck *deck, const char *path, GError **error)
{
    g_autofree char *quoted = error_quote(path, -1, 200);

    if (deck->pictures->len == 0) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "a deck needs at least one figure");
        return FALSE;
    }
    if (!has_extension(path)) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "output \"%s\": a deck is a .pptx", quoted);
        return FALSE;
    }
    for (guint i = 0; i < deck->files->len; i++)
        if (file_is_same(path, deck->files->pdata[i])) {
            error_set(error, ERROR_USAGE, WHERE_NONE, "output \"%s\" is one of the figures",
                      quoted);
            return FALSE;
        }
    return TRUE;
}

static gboolean
deck_write(const ct_deck *deck, const char *path, GError **error)
{
    g_autoptr(GBytes) bytes = NULL;

    if (!deck_check(deck, path, error))
        return FALSE;
    bytes = deck_package(deck->title, deck->pictures, error);
    return bytes != NULL && atomic_file_write(path, bytes, error);
}

bool
ct_deck_write(ct_deck *deck, const char *path, ct_error **error)
{
    GError *inner = NULL;

    return deck_write(deck, path, &inner) || error_give(error, inner);
}
