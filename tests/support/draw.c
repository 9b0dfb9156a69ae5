// Draws one figure with the fixed measurer, for the golden cases: the arguments of the program,
// with outputs .scene (the scene's text form) and .svg. Linked with the rooms, as the library
// exports no way to choose a measurer.
#include "backend/output_format.h"
#include "cartouche_figure.h"
#include "cli/figure_arguments.h"
#include "cli/message.h"
#include "io/atomic_file.h"

#include <string.h>

static GBytes *
draw_bytes(const ct_figure *figure, const char *path, GError **error)
{
    const OutputOptions options = { .scale = 1, .outlines = figure->spec->svg_text != 0 };
    const OutputFormat *format = output_format_for_path(path);
    char *text;

    if (g_str_has_suffix(path, ".scene")) {
        text = scene_to_text(figure->scene);
        return g_bytes_new_take(text, strlen(text));
    }
    if (format != NULL)
        return format->write(figure->scene, &options, error);
    error_set(error, ERROR_USAGE, WHERE_NONE, "output \"%s\" is neither .scene nor .svg", path);
    return NULL;
}

static gboolean
draw_outputs(ct_figure *figure, GError **error)
{
    const GPtrArray *outputs = figure->spec->outputs;
    g_autoptr(TextMeasurer) measurer = fixed_measurer_new();

    if (!figure_check_options(figure, error) || !figure_draw(figure, measurer, error))
        return FALSE;
    for (guint i = 0; outputs != NULL && i < outputs->len; i++) {
        g_autoptr(GBytes) bytes = draw_bytes(figure, outputs->pdata[i], error);

        if (bytes == NULL || !atomic_file_write(outputs->pdata[i], bytes, error))
            return FALSE;
    }
    return TRUE;
}

static int
draw(const Arguments *arguments)
{
    ct_figure *figure;
    ct_error *error = NULL;
    GError *inner = NULL;
    int status = 0;

    if (arguments->operands->len == 0)
        return message_usage("draw CHART DATA.csv [options] -o FILE.scene -o FILE.svg");
    figure = figure_from_arguments(arguments, g_ptr_array_index(arguments->operands, 0));
    if (figure == NULL)
        return CT_ERROR_USAGE;
    if (!draw_outputs(figure, &inner))
        error_give(&error, inner);
    message_report(ct_figure_report(figure), FALSE);
    if (error != NULL)
        status = message_error(error);
    ct_figure_free(figure);
    return status;
}

int
main(int argc, char **argv)
{
    g_auto(Arguments) arguments = { .operands = NULL };

    return arguments_parse(argc, argv, &arguments) ? draw(&arguments) : CT_ERROR_USAGE;
}
