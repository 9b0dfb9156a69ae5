// Figures together in one file: slides, or the pages of a PDF.
#include "cartouche_deck.h"

#include "cartouche_figure.h"
#include "deck/package.h"
#include "figure/shown.h"
#include "io/atomic_file.h"
#include "io/whole_file.h"
#include "profile/xml_module.h"

#include <string.h>

#define MAX_FIGURE (G_GUINT64_CONSTANT(512) << 20)

typedef struct {
    const char *extension; /* ".pptx" */
    gboolean (*add)(ct_deck *deck, const char *path, GError **error);
    DeckDraw draw;
    /* Of what was drawn; takes the picture. */
    void (*take)(ct_deck *deck, Figure *figure, DeckPicture *picture);
    GBytes *(*make)(const ct_deck *deck, GError **error);
} DeckFormat;

struct ct_deck {
    char *path;
    const DeckFormat *format;
    char *title;         /* NULL: none */
    GPtrArray *pictures; /* of slides: DeckPicture *, owned */
    GPtrArray *figures;  /* of pages: Figure * */
    GPtrArray *own;      /* those of them that nobody else has */
    GPtrArray *files;    /* the names of the figures, or of their data, owned */
    GHashTable *ahead;   /* DeckDrawn by Figure: those that were drawn ahead */
    Report *report;
};

static void
picture_free(gpointer picture)
{
    deck_picture_free(picture);
}

static void
own_free(gpointer figure)
{
    figure_free(figure);
}

static void
drawn_free(gpointer drawn)
{
    deck_drawn_free(drawn);
}

void
deck_take_remarks(Report *report, const char *path, const Figure *figure, guint said)
{
    for (guint i = said; i < report_length(figure->report); i++) {
        const ReportEntry *entry = report_entry(figure->report, i);

        report_add(report, entry->severity, (Where){ .file = path }, entry->count, "%s",
                   entry->text);
    }
}

/* ---- Slides ---- */

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
slides_add(ct_deck *deck, const char *path, GError **error)
{
    g_autoptr(GBytes) bytes = whole_file_read(path, MAX_FIGURE, "no slide holds so much", error);
    g_autoptr(DeckPicture) picture = NULL;

    if (bytes == NULL)
        return FALSE;
    picture = deck_picture_read(path, bytes, error);
    if (picture == NULL || (picture->svg != NULL && !check_profile(path, error)) ||
        (picture->png == NULL && !deck_find_png(picture, path, deck->report, error)))
        return FALSE;
    g_ptr_array_add(deck->pictures, g_steal_pointer(&picture));
    return TRUE;
}

static gboolean
slides_draw(Figure *figure, DeckPicture **ret_picture, GError **error)
{
    g_autoptr(GBytes) svg = figure_render(figure, "svg", error);
    g_autoptr(GBytes) png = svg != NULL ? figure_render(figure, "png", error) : NULL;
    DeckPicture *picture = png != NULL ? deck_picture_read(figure->data, svg, error) : NULL;

    if (picture == NULL)
        return FALSE;
    picture->png = g_steal_pointer(&png);
    *ret_picture = picture;
    return TRUE;
}

static void
slides_take(ct_deck *deck, G_GNUC_UNUSED Figure *figure, DeckPicture *picture)
{
    g_ptr_array_add(deck->pictures, picture);
}

static GBytes *
slides_make(const ct_deck *deck, GError **error)
{
    return deck_package(deck->title, deck->pictures, error);
}

/* ---- Pages ---- */

/* Whatever file it is, the figure is drawn again: a page has text and lines, and no pixels. */
static gboolean
pages_add(ct_deck *deck, const char *path, GError **error)
{
    g_auto(Shown) shown = { .command = NULL };
    g_autoptr(GError) failure = NULL;
    g_autoptr(Figure) figure = NULL;
    const char *file;

    if (!shown_read(path, &shown, error))
        return FALSE;
    if (strchr(shown.command, '\n') != NULL) {
        error_set(error, ERROR_INPUT, (Where){ .file = path },
                  "this PDF has several figures; name the files of each");
        return FALSE;
    }
    figure = figure_again(path, shown.command, shown.hash, &failure);
    if (figure != NULL) {
        g_ptr_array_add(deck->figures, figure);
        g_ptr_array_add(deck->own, g_steal_pointer(&figure));
        return TRUE;
    }
    file = error_where(failure).file;
    error_set(error, ERROR_INPUT, (Where){ .file = path }, "it cannot be drawn again: %s%s%s",
              file != NULL ? file : "", file != NULL ? ": " : "", failure->message);
    return FALSE;
}

static gboolean
pages_draw(Figure *figure, G_GNUC_UNUSED DeckPicture **ret_picture, GError **error)
{
    return figure_check_options(figure, error) && figure_draw(figure, NULL, error);
}

static void
pages_take(ct_deck *deck, Figure *figure, G_GNUC_UNUSED DeckPicture *picture)
{
    g_ptr_array_add(deck->figures, figure);
}

static GBytes *
pages_make(const ct_deck *deck, GError **error)
{
    const guint n = deck->figures->len;
    Figure *const *figures = (Figure *const *)deck->figures->pdata;
    g_autofree guint *said = g_new(guint, n);
    g_autoptr(GBytes) bytes = NULL;

    for (guint i = 0; i < n; i++)
        said[i] = report_length(figures[i]->report);
    bytes = figure_render_pages(figures, n, deck->title, error);
    for (guint i = 0; i < n; i++)
        deck_take_remarks(deck->report, deck->files->pdata[i], figures[i], said[i]);
    return g_steal_pointer(&bytes);
}

/* ---- Both ---- */

static const DeckFormat formats[] = {
    { ".pptx", slides_add, slides_draw, slides_take, slides_make },
    { ".pdf", pages_add, pages_draw, pages_take, pages_make },
};

static const DeckFormat *
format_for_path(const char *path)
{
    gsize length = strlen(path);

    for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
        gsize n = strlen(formats[i].extension);

        if (length > n && g_ascii_strcasecmp(path + length - n, formats[i].extension) == 0)
            return &formats[i];
    }
    return NULL;
}

ct_deck *
ct_deck_new(const char *path, const char *title, ct_error **error)
{
    const DeckFormat *format = format_for_path(path);
    GError *inner = NULL;
    ct_deck *deck;

    if (format == NULL) {
        g_autofree char *quoted = error_quote(path, -1, 200);

        error_set(&inner, ERROR_USAGE, WHERE_NONE, "output \"%s\": a deck is a .pptx or a .pdf",
                  quoted);
        error_give(error, inner);
        return NULL;
    }
    deck = g_new0(ct_deck, 1);
    deck->path = g_strdup(path);
    deck->format = format;
    deck->title = title != NULL && *title != '\0' ? g_strdup(title) : NULL;
    deck->pictures = g_ptr_array_new_with_free_func(picture_free);
    deck->figures = g_ptr_array_new();
    deck->own = g_ptr_array_new_with_free_func(own_free);
    deck->files = g_ptr_array_new_with_free_func(g_free);
    deck->ahead = g_hash_table_new_full(NULL, NULL, NULL, drawn_free);
    deck->report = report_new();
    return deck;
}

void
ct_deck_free(ct_deck *deck)
{
    if (deck == NULL)
        return;
    g_free(deck->path);
    g_free(deck->title);
    g_ptr_array_unref(deck->pictures);
    g_ptr_array_unref(deck->figures);
    g_ptr_array_unref(deck->own);
    g_ptr_array_unref(deck->files);
    g_hash_table_unref(deck->ahead);
    report_free(deck->report);
    g_free(deck);
}

const ct_report *
ct_deck_report(const ct_deck *deck)
{
    return (const ct_report *)deck->report;
}

bool
ct_deck_add(ct_deck *deck, const char *figure, ct_error **error)
{
    GError *inner = NULL;

    if (!deck->format->add(deck, figure, &inner))
        return error_give(error, inner);
    g_ptr_array_add(deck->files, g_strdup(figure));
    return true;
}

void
ct_deck_draw_ahead(ct_deck *deck, ct_figure *const *figures, unsigned n, unsigned jobs)
{
    deck_draw_ahead(deck->ahead, deck->format->draw, figures, n, jobs);
}

static gboolean
deck_add_figure(ct_deck *deck, Figure *figure, GError **error)
{
    DeckDrawn *ahead = g_hash_table_lookup(deck->ahead, figure), drawn = { .done = FALSE };

    if (ahead != NULL) {
        drawn = *ahead;
        *ahead = (DeckDrawn){ .done = FALSE };
        g_hash_table_remove(deck->ahead, figure);
    } else {
        drawn.done = deck->format->draw(figure, &drawn.picture, &drawn.error);
    }
    if (drawn.done)
        deck->format->take(deck, figure, drawn.picture);
    else
        g_propagate_error(error, drawn.error);
    return drawn.done;
}

bool
ct_deck_add_figure(ct_deck *deck, ct_figure *figure, ct_error **error)
{
    GError *inner = NULL;

    if (!deck_add_figure(deck, figure, &inner))
        return error_give(error, inner);
    g_ptr_array_add(deck->files, g_strdup(figure->data));
    return true;
}

static gboolean
deck_check(const ct_deck *deck, GError **error)
{
    g_autofree char *quoted = error_quote(deck->path, -1, 200);

    if (deck->files->len == 0) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "a deck needs at least one figure");
        return FALSE;
    }
    for (guint i = 0; i < deck->files->len; i++)
        if (file_is_same(deck->path, deck->files->pdata[i])) {
            error_set(error, ERROR_USAGE, WHERE_NONE, "output \"%s\" is one of the figures",
                      quoted);
            return FALSE;
        }
    return TRUE;
}

static gboolean
deck_write(const ct_deck *deck, GError **error)
{
    g_autoptr(GBytes) bytes = deck_check(deck, error) ? deck->format->make(deck, error) : NULL;

    return bytes != NULL && atomic_file_write(deck->path, bytes, error);
}

bool
ct_deck_write(ct_deck *deck, ct_error **error)
{
    GError *inner = NULL;

    return deck_write(deck, &inner) || error_give(error, inner);
}
