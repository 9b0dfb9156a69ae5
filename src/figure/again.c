// A figure drawn again from what its file says of it. Another picture under the same title would be
// the worst of all: a hash that differs is refused.
#include "figure/figure.h"
#include "plot/option_text.h"

#include <string.h>

/* Commands name files without their folders: all are looked for beside the figure; and they say
 * braces twice. Caller frees. */
static char *
again_value(const char *folder, const char *option, const char *value)
{
    const OptionDef *def = option_find(option);
    const char *file = def != NULL ? option_file(def, value) : NULL;
    g_autofree char *name = file != NULL ? g_path_get_basename(file) : NULL;

    if (file == NULL)
        return def != NULL && option_is_template(def) ? option_template_text(value)
                                                      : g_strdup(value);
    return g_strdup_printf("%.*s%s%c%s", (int)(file - value), value, folder, G_DIR_SEPARATOR, name);
}

/* One word "--name=value" of a command. */
static gboolean
again_set(Figure *figure, const char *folder, const char *word, GError **error)
{
    const char *equals = strchr(word, '=');
    g_autofree char *name = NULL, *value = NULL;

    if (!g_str_has_prefix(word, "--") || equals == NULL)
        return figure_set(figure, word, "", error);
    name = g_strndup(word + 2, (gsize)(equals - word - 2));
    value = again_value(folder, name, equals + 1);
    return figure_set(figure, name, value, error);
}

/* words: cartouche CHART DATA --name=value … */
static Figure *
again_of_words(char **words, const char *folder, GError **error)
{
    g_autoptr(Figure) figure = figure_new(words[1], error);
    g_autofree char *data = g_build_filename(folder, words[2], NULL);

    for (guint i = 3; figure != NULL && words[i] != NULL; i++)
        if (!again_set(figure, folder, words[i], error))
            return NULL;
    return figure != NULL && figure_set_data(figure, data, error) ? g_steal_pointer(&figure) : NULL;
}

static gboolean
again_refuse(const char *why, GError **error)
{
    error_set(error, ERROR_INPUT, WHERE_NONE, "%s", why);
    return FALSE;
}

static gboolean
again_check_hash(const Figure *figure, const char *hash, GError **error)
{
    g_autofree char *now =
        figure->hash != NULL ? g_strdup(figure->hash) : figure_hash(figure, NULL);

    /* Other fonts draw the same figure. */
    return (now != NULL && hash != NULL && g_str_has_prefix(hash, now)) ||
           again_refuse("its data, or the program, have changed since it was drawn; draw it again",
                        error);
}

Figure *
figure_again(const char *path, const char *command, const char *hash, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_auto(GStrv) words = NULL;
    g_autoptr(Figure) figure = NULL;
    int n;

    if (!g_shell_parse_argv(command, &n, &words, NULL) || n < 3)
        again_refuse("its command cannot be read", error);
    else if (strcmp(words[2], "-") == 0)
        again_refuse("its data came from standard input, which is gone", error);
    else
        figure = again_of_words(words, folder, error);
    return figure != NULL && figure_draw(figure, NULL, error) &&
                   again_check_hash(figure, hash, error)
               ? g_steal_pointer(&figure)
               : NULL;
}
