// The PNG of an SVG, for readers that draw no SVG. Two pictures on one slide that show different
// numbers would be the worst of all: a hash or a command that differs is refused.
#include "cartouche_deck.h"
#include "cartouche_figure.h"

#include "io/whole_file.h"

#include <string.h>

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

static gboolean
is_same_figure(const DeckPicture *a, const DeckPicture *b)
{
    return strcmp(a->command, b->command) == 0 && g_strcmp0(a->hash, b->hash) == 0;
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

/* Commands name files without their folders: all are looked for beside the figure. Caller frees. */
static char *
value_in_folder(const char *folder, const char *option, const char *value)
{
    const OptionDef *def = option_find(option);
    const char *file = def != NULL ? option_file(def, value) : NULL;
    g_autofree char *name = file != NULL ? g_path_get_basename(file) : NULL;

    if (file == NULL)
        return g_strdup(value);
    return g_strdup_printf("%.*s%s%c%s", (int)(file - value), value, folder, G_DIR_SEPARATOR, name);
}

/* One word "--name=value" of a command. */
static gboolean
set_option(ct_figure *figure, const char *folder, const char *word, ct_error **error)
{
    const char *equals = strchr(word, '=');
    g_autofree char *name = NULL, *value = NULL;

    if (!g_str_has_prefix(word, "--") || equals == NULL)
        return ct_figure_set(figure, word, "", error);
    name = g_strndup(word + 2, (gsize)(equals - word - 2));
    value = value_in_folder(folder, name, equals + 1);
    return ct_figure_set(figure, name, value, error);
}

/* words: cartouche CHART DATA --name=value … */
static ct_figure *
figure_of_words(char **words, const char *folder, ct_error **error)
{
    ct_figure *figure = ct_figure_new(words[1], error);
    g_autofree char *data = g_build_filename(folder, words[2], NULL);
    gboolean done = figure != NULL;

    for (guint i = 3; done && words[i] != NULL; i++)
        done = set_option(figure, folder, words[i], error);
    if (done && ct_figure_set_data(figure, data, error))
        return figure;
    ct_figure_free(figure);
    return NULL;
}

static gboolean
render_png(DeckPicture *picture, ct_figure *figure, ct_error **error)
{
    g_autofree char *hash = NULL;
    GError *inner = NULL;
    void *bytes;
    size_t length;

    /* What it remarks was said when the SVG was drawn: all that it reads is the same. */
    if (!ct_figure_render(figure, "png", &bytes, &length, NULL, error))
        return FALSE;
    picture->png = g_bytes_new_take(bytes, length);
    hash = figure_hash(figure, NULL);
    if (g_strcmp0(hash, picture->hash) == 0)
        return TRUE;
    error_set(&inner, ERROR_INPUT, WHERE_NONE,
              "its data, or the program, have changed since it was drawn; draw it again");
    return error_give(error, inner);
}

static gboolean
draw_words(DeckPicture *picture, char **words, const char *path, ct_error **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    ct_figure *figure = figure_of_words(words, folder, error);
    gboolean done = figure != NULL && render_png(picture, figure, error);

    ct_figure_free(figure);
    return done;
}

static gboolean
no_png(const char *path, const char *png, const char *why, GError **error)
{
    g_autofree char *name = g_path_get_basename(png);

    error_set(error, ERROR_INPUT, (Where){ .file = path },
              "there is no %s beside it, and drawing it failed: %s", name, why);
    return FALSE;
}

static gboolean
draw_png(DeckPicture *picture, const char *path, const char *png, GError **error)
{
    g_auto(GStrv) words = NULL;
    ct_error *failure = NULL;
    int n;

    if (!g_shell_parse_argv(picture->command, &n, &words, NULL) || n < 3)
        return no_png(path, png, "its command cannot be read", error);
    if (strcmp(words[2], "-") == 0)
        return no_png(path, png, "its data came from standard input; draw it with a PNG", error);
    if (draw_words(picture, words, path, &failure))
        return TRUE;
    if (ct_error_file(failure) != NULL) {
        g_autofree char *why =
            g_strdup_printf("%s: %s", ct_error_file(failure), ct_error_message(failure));

        no_png(path, png, why, error);
    } else {
        no_png(path, png, ct_error_message(failure), error);
    }
    ct_error_free(failure);
    return FALSE;
}

gboolean
deck_find_png(DeckPicture *picture, const char *path, GError **error)
{
    g_autofree char *png = png_beside(path);

    return g_file_test(png, G_FILE_TEST_EXISTS) ? take_png(picture, path, png, error)
                                                : draw_png(picture, path, png, error);
}
