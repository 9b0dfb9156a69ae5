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
set_metadata(cairo_surface_t *surface, const Scene *scene, const OutputOptions *options)
{
    g_autofree char *keywords = NULL;

    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, CREATION_DATE);
    if (!options->metadata)
        return;
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR,
                                   "Cartouche " CARTOUCHE_VERSION);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, scene->title);
    if (scene->description != NULL)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, scene->description);
    if (options->command == NULL)
        return;
    keywords = g_strdup_printf("command=%s; hash=%s", options->command,
                               options->hash != NULL ? options->hash : "");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_KEYWORDS, keywords);
}

GBytes *
raster_write_pdf(const Scene *scene, const OutputOptions *options, GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        append_bytes, bytes, scene->size.width * PT_PER_PX, scene->size.height * PT_PER_PX);
    cairo_t *cr = cairo_create(surface);
    TextLook look = { .as_text = !options->outlines };
    cairo_status_t status;

    set_metadata(surface, scene, options);
    cairo_scale(cr, PT_PER_PX, PT_PER_PX);
    painter_paint(cr, scene, look);
    cairo_show_page(cr);
    status = cairo_status(cr);
    cairo_destroy(cr);
    /* Only finishing writes fonts and the end of the file; an error there shows nowhere else. */
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS) {
        host_error_set(error, ERROR_OUTPUT, "the PDF could not be made: %s",
                       cairo_status_to_string(status));
        return NULL;
    }
    return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
}
