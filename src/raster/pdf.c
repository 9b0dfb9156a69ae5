#include "raster/pdf.h"

#include <cairo-pdf.h>

#include "raster/host.h"
#include "raster/painter.h"

#define PT_PER_PX 0.75

/* Cairo writes the time of day unless told: the same figure must give the same bytes. */
#define CREATION_DATE "2000-01-01T00:00:00Z"

static cairo_status_t
append_bytes(void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static void
append_line(GString *out, char *line)
{
    if (out->len > 0)
        g_string_append_c(out, '\n');
    g_string_append(out, line);
    g_free(line);
}

/* What the pages show, a line a page. */
static char *
subject_of(const OutputPage *pages, guint n)
{
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < n; i++) {
        const char *description = pages[i].scene->description;

        if (pages[i].options.metadata && description != NULL)
            append_line(out, n > 1 ? g_strdup_printf("%u. %s", i + 1, description)
                                   : g_strdup(description));
    }
    return g_string_free(out, FALSE);
}

/* How the pages were made, a line a page. */
static char *
keywords_of(const OutputPage *pages, guint n)
{
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < n; i++) {
        const OutputOptions *options = &pages[i].options;

        if (options->metadata && options->command != NULL)
            append_line(out, g_strdup_printf("command=%s; hash=%s", options->command,
                                             options->hash != NULL ? options->hash : ""));
    }
    return g_string_free(out, FALSE);
}

static void
set_text(cairo_surface_t *surface, cairo_pdf_metadata_t kind, const char *text)
{
    if (*text != '\0')
        cairo_pdf_surface_set_metadata(surface, kind, text);
}

static void
set_metadata(cairo_surface_t *surface, const OutputPage *pages, guint n, const char *title)
{
    g_autofree char *subject = subject_of(pages, n);
    g_autofree char *keywords = keywords_of(pages, n);

    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, CREATION_DATE);
    if (title == NULL && pages[0].options.metadata)
        title = pages[0].scene->title;
    if (title == NULL)
        return;
    set_text(surface, CAIRO_PDF_METADATA_CREATOR, "Cartouche " CARTOUCHE_VERSION);
    set_text(surface, CAIRO_PDF_METADATA_TITLE, title);
    set_text(surface, CAIRO_PDF_METADATA_SUBJECT, subject);
    set_text(surface, CAIRO_PDF_METADATA_KEYWORDS, keywords);
}

/* Cairo 1.16 writes no /Alt: what a page shows stands folded below its title. */
static void
add_bookmark(cairo_surface_t *surface, guint page, const Scene *scene)
{
    g_autofree char *place = g_strdup_printf("page=%u", page);
    int title = cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, scene->title, place,
                                              (cairo_pdf_outline_flags_t)0);

    if (scene->description != NULL)
        cairo_pdf_surface_add_outline(surface, title, scene->description, place,
                                      (cairo_pdf_outline_flags_t)0);
}

static gboolean
paint_page(cairo_surface_t *surface, cairo_t *cr, const OutputPage *page, GError **error)
{
    const Scene *scene = page->scene;
    TextLook look = { .as_text = !page->options.outlines };
    gboolean painted;

    cairo_pdf_surface_set_size(surface, scene->size.width * PT_PER_PX,
                               scene->size.height * PT_PER_PX);
    cairo_save(cr);
    cairo_scale(cr, PT_PER_PX, PT_PER_PX);
    painted = painter_paint(cr, scene, look, error);
    cairo_restore(cr);
    cairo_show_page(cr);
    return painted;
}

GBytes *
raster_write_pdf(const OutputPage *pages, guint n, const char *title, GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append_bytes, bytes, 1, 1);
    cairo_t *cr = cairo_create(surface);
    cairo_status_t status;
    gboolean painted = TRUE;

    g_assert(n > 0);
    set_metadata(surface, pages, n, title);
    for (guint i = 0; i < n && painted; i++) {
        painted = paint_page(surface, cr, &pages[i], error);
        if (n > 1 && pages[i].options.metadata)
            add_bookmark(surface, i + 1, pages[i].scene);
    }
    status = cairo_status(cr);
    cairo_destroy(cr);
    /* Only finishing writes fonts and the end of the file; an error there shows nowhere else. */
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (!painted)
        return NULL;
    if (status != CAIRO_STATUS_SUCCESS) {
        host_error_set(error, ERROR_OUTPUT, "the PDF could not be made: %s",
                       cairo_status_to_string(status));
        return NULL;
    }
    return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
}
