// Several figures as the pages of one PDF.
#include "figure/figure_work.h"

#include "backend/raster_module.h"

/* What is said of each page is borrowed by the pages. */
typedef struct {
    guint n;
    OutputPage *pages;
    Shown *said;
} Pages;

static void
pages_clear(Pages *pages)
{
    for (guint i = 0; i < pages->n; i++)
        shown_clear(&pages->said[i]);
    g_free(pages->said);
    g_free(pages->pages);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Pages, pages_clear)

GBytes *
figure_render_pages(Figure *const *figures, guint n, const char *title, GError **error)
{
    const OutputFormat *format = output_format_find("pdf");
    const RasterModule *module = raster_module_open(error);
    g_auto(Pages) pages = {
        .n = n,
        .pages = g_new0(OutputPage, n),
        .said = g_new0(Shown, n),
    };

    if (module == NULL)
        return NULL;
    for (guint i = 0; i < n; i++) {
        if (!figure_check_options(figures[i], error) || !figure_draw(figures[i], NULL, error) ||
            !figure_check_glyphs(figures[i], format, error) ||
            !figure_say(figures[i], format, &pages.said[i], error))
            return NULL;
        pages.pages[i] = (OutputPage){
            .scene = figures[i]->scene,
            .options = figure_output_options(figures[i], &pages.said[i]),
        };
    }
    return module->write_pdf(pages.pages, n, title, error);
}
