// Which font files have a part in a figure, told before it is drawn: from its options, and from the
// characters of all that it reads.
#include "figure/figure_work.h"

#include "backend/raster_module.h"
#include "base/letters.h"
#include "io/file_letters.h"
#include "plot/theme_choice.h"
#include "words/language.h"

#include <string.h>

/* Of what was read from standard input only the drawing is left. */
static void
letters_of_scene(const SceneNode *node, GString *out)
{
    for (; node != NULL; node = node->next) {
        if (node->kind == NODE_GROUP)
            letters_of_scene(node->group.first, out);
        else if (node->kind == NODE_TEXT)
            g_string_append(out, node->text.text);
    }
}

static void
letters_of_inputs(const Figure *figure, GString *out)
{
    g_autoptr(GPtrArray) inputs = figure_inputs(figure);

    if (figure->bytes != NULL)
        g_string_append_len(out, g_bytes_get_data(figure->bytes, NULL),
                            (gssize)g_bytes_get_size(figure->bytes));
    for (guint i = 0; i < inputs->len; i++) {
        if (inputs->pdata[i] == figure->data && figure->data_letters != NULL) {
            g_string_append(out, figure->data_letters);
        } else if (strcmp(inputs->pdata[i], "-") != 0) {
            g_autofree char *letters =
                file_letters(figure->spec->shelf, inputs->pdata[i], figure->spec->encoding);

            g_string_append(out, letters);
        } else if (figure->scene != NULL) {
            letters_of_scene(figure->scene->root, out);
        }
    }
}

/* Words that the figure may write itself. */
static void
letters_of_language(const char *tag, GString *out)
{
    const Language *language = tag != NULL ? language_find(tag) : NULL;

    if (language == NULL)
        return;
    for (guint i = 0; i < LANGUAGE_WORD_COUNT; i++)
        g_string_append(out, language->words[i]);
    for (guint i = 0; i <= TIME_YEAR; i++)
        g_string_append(out, language->full[i] != NULL ? language->full[i] : "");
    for (guint i = 0; i < LANGUAGE_MAGNITUDES; i++)
        g_string_append(out,
                        language->magnitudes[i].word != NULL ? language->magnitudes[i].word : "");
}

/* Those that the tables of the default font do not know; all when it is another font. */
static char *
fonts_letters(const Figure *figure, const char *family)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *command = figure_command(figure);
    g_autofree char *letters = NULL;
    const TextStyle style = { .family = family, .size = 10 };
    GString *out = g_string_new(NULL);

    g_string_append(text, command);
    letters_of_inputs(figure, text);
    letters_of_language(figure->spec->lang, text);
    letters = letters_of(text->str, text->len);
    for (const char *p = letters; *p != '\0'; p = g_utf8_next_char(p)) {
        g_autofree char *letter = g_strndup(p, (gsize)(g_utf8_next_char(p) - p));

        if (g_unichar_isgraph(g_utf8_get_char(p)) && !table_measurer_knows(letter, &style))
            g_string_append(out, letter);
    }
    return g_string_free(out, FALSE);
}

gboolean
figure_fonts(const Figure *figure, const OutputFormat *format, char **ret_fonts, GError **error)
{
    g_autoptr(Arena) arena = arena_new();
    g_autofree char *letters = NULL;
    const RasterModule *module;
    char *fonts;
    Theme theme;
    TextStyle style;

    if (!theme_choose(figure->spec, arena, NULL, &theme, error))
        return FALSE;
    letters = fonts_letters(figure, theme.label.family);
    style = (TextStyle){ .family = theme.label.family, .size = 10 };
    /* The tables of the default font are in the program. */
    if (strcmp(format->name, "svg") == 0 && figure->spec->svg_text == 0 && *letters == '\0' &&
        table_measurer_knows("", &style)) {
        *ret_fonts = g_strdup("");
        return TRUE;
    }
    module = raster_module_open(error);
    if (module == NULL)
        return FALSE;
    fonts =
        module->fonts(table_measurer_knows("", &style) ? NULL : theme.label.family, letters, error);
    if (fonts == NULL)
        return FALSE;
    *ret_fonts = fonts;
    return TRUE;
}
