/* The example of the README: one figure from C, with nothing but the public header. */
#include <cartouche.h>
#include <stdio.h>

int
main(int argc, char **argv)
{
    ct_error *error = NULL;
    ct_figure *figure = ct_figure_new("bar", &error);
    int done = figure && argc == 3 && ct_figure_set(figure, "x", "percent", &error) &&
               ct_figure_set(figure, "y", "option", &error) &&
               ct_figure_set(figure, "title", "Answers to one question", &error) &&
               ct_figure_set_data(figure, argv[1], &error) &&
               ct_figure_write(figure, argv[2], &error);

    if (!done)
        fprintf(stderr, "%s\n", error != NULL ? ct_error_message(error) : "usage: example CSV OUT");
    ct_error_free(error);
    ct_figure_free(figure);
    return done ? 0 : 1;
}
