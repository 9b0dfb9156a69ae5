#include "deck/package.h"

#include "deck/part.h"
#include "io/zip.h"

#include <string.h>

/* Slides count from 1, with the title's first. */
typedef struct {
    ZipWriter *zip;
    const char *title; /* NULL: no slide of its own */
    const GPtrArray *pictures;
    guint n_slides;
} Package;

static gboolean
add_text(const Package *package, const char *name, GString *text, GError **error)
{
    gboolean done = zip_writer_add(package->zip, name, text->str, text->len, error);

    g_string_free(text, TRUE);
    return done;
}

static gboolean
add_bytes(const Package *package, guint slide, const char *extension, GBytes *bytes, GError **error)
{
    g_autofree char *name = g_strdup_printf("ppt/media/figure%u.%s", slide, extension);
    gsize length;
    gconstpointer data = g_bytes_get_data(bytes, &length);

    return zip_writer_add(package->zip, name, data, length, error);
}

static gboolean
add_slide(const Package *package, guint slide, const DeckPicture *picture, GError **error)
{
    g_autofree char *name = g_strdup_printf("ppt/slides/slide%u.xml", slide);
    g_autofree char *links = g_strdup_printf("ppt/slides/_rels/slide%u.xml.rels", slide);

    if (picture == NULL)
        return add_text(package, name, part_title_slide(package->title), error) &&
               add_text(package, links, part_slide_links(slide, NULL), error);
    return add_text(package, name, part_slide(picture), error) &&
           add_text(package, links, part_slide_links(slide, picture), error) &&
           add_bytes(package, slide, "png", picture->png, error) &&
           (picture->svg == NULL || add_bytes(package, slide, "svg", picture->svg, error));
}

static gboolean
add_slides(const Package *package, GError **error)
{
    guint first = package->title != NULL ? 2 : 1;

    if (package->title != NULL && !add_slide(package, 1, NULL, error))
        return FALSE;
    for (guint i = 0; i < package->pictures->len; i++)
        if (!add_slide(package, first + i, package->pictures->pdata[i], error))
            return FALSE;
    return TRUE;
}

/* The list of contents stands first: readers that stream look for it there. */
static gboolean
add_frame(const Package *package, GError **error)
{
    const DeckPicture *first = package->pictures->pdata[0];
    const char *title = package->title != NULL ? package->title : first->title;
    static const struct {
        const char *name;
        GString *(*make)(void);
    } fixed[] = {
        { "_rels/.rels", part_links },
        { "docProps/app.xml", part_program },
        { "ppt/slideMasters/slideMaster1.xml", part_master },
        { "ppt/slideMasters/_rels/slideMaster1.xml.rels", part_master_links },
        { "ppt/slideLayouts/slideLayout1.xml", part_title_layout },
        { "ppt/slideLayouts/_rels/slideLayout1.xml.rels", part_layout_links },
        { "ppt/slideLayouts/slideLayout2.xml", part_figure_layout },
        { "ppt/slideLayouts/_rels/slideLayout2.xml.rels", part_layout_links },
        { "ppt/theme/theme1.xml", part_theme },
    };

    if (!add_text(package, "[Content_Types].xml", part_content_types(package->n_slides), error))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(fixed); i++)
        if (!add_text(package, fixed[i].name, fixed[i].make(), error))
            return FALSE;
    return add_text(package, "docProps/core.xml", part_properties(title), error) &&
           add_text(package, "ppt/presentation.xml", part_presentation(package->n_slides), error) &&
           add_text(package, "ppt/_rels/presentation.xml.rels",
                    part_presentation_links(package->n_slides), error);
}

GBytes *
deck_package(const char *title, const GPtrArray *pictures, GError **error)
{
    g_autoptr(ZipWriter) zip = zip_writer_new();
    Package package = {
        .zip = zip,
        .title = title,
        .pictures = pictures,
        .n_slides = pictures->len + (title != NULL),
    };

    g_assert(pictures->len > 0);
    return add_frame(&package, error) && add_slides(&package, error) ? zip_writer_finish(zip)
                                                                     : NULL;
}
