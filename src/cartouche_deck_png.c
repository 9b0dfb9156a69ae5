// The PNG of an SVG, for readers that draw no SVG. Two pictures on one slide that show different
// numbers would be the worst of all: a hash or a command that differs is refused.
#include "cartouche_deck.h"

#include "io/whole_file.h"

#include <string.h>

#define HASH_DIGITS 64
#define MAX_PNG (G_GUINT64_CONSTANT(512) << 20)

/* "out/trade.svg" as "out/trade.png"; caller frees. */
static char *
png_beside(const char *path)
{
    const char *dot = strrchr(path, '.');

    return dot != NULL && strchr(dot, G_DIR_SEPARATOR) == NULL
               ? g_strdup_printf("%.*s.png", (int)(dot - path), path)
               : g_strconcat(path, ".png", NULL);
}

/* What their fonts are (the digits behind the hash) may differ. */
static gboolean
is_same_figure(const DeckPicture *a, const DeckPicture *b)
{
    return strcmp(a->command, b->command) == 0 && (a->hash == NULL) == (b->hash == NULL) &&
           (a->hash == NULL || strncmp(a->hash, b->hash, HASH_DIGITS) == 0);
}

static gboolean
take_png(DeckPicture *picture, const char *path, const char *png, GError **error)
{
    g_autoptr(GBytes) bytes = whole_file_read(png, MAX_PNG, "no slide holds so much", error);
    g_autoptr(DeckPicture) other = bytes != NULL ? deck_picture_read(png, bytes, error) : NULL;

    if (other == NULL)
        return FALSE;
    if (other->svg != NULL || !is_same_figure(picture, other)) {
        error_set(error, ERROR_INPUT, (Where){ .file = png },
                  "this is not the figure of %s: other data or options; draw both at once, with -o "
                  "%s -o %s",
                  path, path, png);
        return FALSE;
    }
    picture->png = g_bytes_ref(bytes);
    return TRUE;
}

/* ---- Drawn again ---- */

static gboolean
no_png(const char *path, const char *png, const GError *failure, GError **error)
{
    g_autofree char *name = g_path_get_basename(png);
    const char *file = error_where(failure).file;

    error_set(error, ERROR_INPUT, (Where){ .file = path },
              "there is no %s beside it, and drawing it failed: %s%s%s", name,
              file != NULL ? file : "", file != NULL ? ": " : "", failure->message);
    return FALSE;
}

/* What it remarked was said when the SVG was drawn, as all that it reads is the same; only letters
 * that no font has are new. */
static gboolean
draw_png(DeckPicture *picture, const char *path, const char *png, Report *report, GError **error)
{
    g_autoptr(GError) failure = NULL;
    g_autoptr(Figure) figure = figure_again(path, picture->command, picture->hash, &failure);
    guint said = figure != NULL ? report_length(figure->report) : 0;

    if (figure != NULL)
        picture->png = figure_render(figure, "png", &failure);
    if (picture->png == NULL)
        return no_png(path, png, failure, error);
    deck_take_remarks(report, path, figure, said);
    return TRUE;
}

gboolean
deck_find_png(DeckPicture *picture, const char *path, Report *report, GError **error)
{
    g_autofree char *png = png_beside(path);

    return g_file_test(png, G_FILE_TEST_EXISTS) ? take_png(picture, path, png, error)
                                                : draw_png(picture, path, png, report, error);
}
