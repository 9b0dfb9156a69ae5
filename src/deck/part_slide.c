// Slides, and the two layouts that they follow.
#include "deck/part.h"

#include "deck/part_xml.h"

#include <math.h>

/* What a reader without SVG ignores; [MS-ODRAWXML] 2.3.2. */
#define SVG_EXTENSION "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
#define SVG_SPACE "http://schemas.microsoft.com/office/drawing/2016/SVG/main"

/* Above the slide; a title of several lines grows upwards, away from it. */
#define HIDDEN_TITLE                                                                    \
    "<a:xfrm><a:off x=\"609600\" y=\"-777240\"/><a:ext cx=\"10972800\" cy=\"685800\"/>" \
    "</a:xfrm>"
#define SHOWN_TITLE                                                                      \
    "<a:xfrm><a:off x=\"838200\" y=\"1600200\"/><a:ext cx=\"10515600\" cy=\"3657600\"/>" \
    "</a:xfrm>"

GString *
part_links(void)
{
    GString *out = part_links_begin();

    part_append_link(out, 1, "officeDocument", "ppt/presentation.xml");
    g_string_append(out, "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/"
                         "package/2006/relationships/metadata/core-properties\" "
                         "Target=\"docProps/core.xml\"/>");
    part_append_link(out, 3, "extended-properties", "docProps/app.xml");
    return part_links_end(out);
}

static GString *
layout(const char *type, const char *name, const char *placeholder, const char *place,
       const char *body, const char *style)
{
    GString *out = g_string_new(PART_XML);

    g_string_append_printf(
        out,
        "<p:sldLayout " PART_SPACES " type=\"%s\" preserve=\"1\"><p:cSld name=\"%s\">" PART_TREE
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Title\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/>"
        "</p:cNvSpPr><p:nvPr><p:ph type=\"%s\"/></p:nvPr></p:nvSpPr><p:spPr>%s</p:spPr>"
        "<p:txBody><a:bodyPr anchor=\"%s\"/><a:lstStyle><a:lvl1pPr><a:defRPr %s/></a:lvl1pPr>"
        "</a:lstStyle><a:p><a:r><a:t>Title</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>",
        type, name, placeholder, place, body, style);
    return out;
}

GString *
part_title_layout(void)
{
    return layout("title", "Title", "ctrTitle", SHOWN_TITLE, "ctr", "sz=\"4400\" b=\"1\"");
}

GString *
part_figure_layout(void)
{
    return layout("titleOnly", "Figure", "title", HIDDEN_TITLE, "b", "sz=\"1800\" b=\"0\"");
}

GString *
part_layout_links(void)
{
    GString *out = part_links_begin();

    part_append_link(out, 1, "slideMaster", "../slideMasters/slideMaster1.xml");
    return part_links_end(out);
}

static GString *
slide_begin(Color background)
{
    GString *out = g_string_new(PART_XML "<p:sld " PART_SPACES "><p:cSld><p:bg><p:bgPr>");

    g_string_append_printf(out,
                           "<a:solidFill><a:srgbClr val=\"%02X%02X%02X\"/></a:solidFill>"
                           "<a:effectLst/></p:bgPr></p:bg>" PART_TREE,
                           background.r, background.g, background.b);
    return out;
}

static void
append_title(GString *out, const char *placeholder, const char *title, const char *language)
{
    g_string_append_printf(
        out,
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Title 1\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/>"
        "</p:cNvSpPr><p:nvPr><p:ph type=\"%s\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody>"
        "<a:bodyPr/><a:lstStyle/><a:p><a:r>",
        placeholder);
    if (language != NULL) {
        g_string_append(out, "<a:rPr lang=\"");
        part_append_text(out, language);
        g_string_append(out, "\"/>");
    }
    g_string_append(out, "<a:t>");
    part_append_text(out, title);
    g_string_append(out, "</a:t></a:r></a:p></p:txBody></p:sp>");
}

static GString *
slide_end(GString *out)
{
    return g_string_append(out, "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/>"
                                "</p:clrMapOvr></p:sld>");
}

/* As large as it fits, in the middle. */
static void
append_place(GString *out, double width, double height)
{
    double factor = fmin(PART_WIDTH / width, PART_HEIGHT / height);
    glong across = MAX(lround(width * factor), 1), down = MAX(lround(height * factor), 1);

    g_string_append_printf(
        out, "<a:xfrm><a:off x=\"%ld\" y=\"%ld\"/><a:ext cx=\"%ld\" cy=\"%ld\"/></a:xfrm>",
        (PART_WIDTH - across) / 2, (PART_HEIGHT - down) / 2, across, down);
}

static void
append_picture(GString *out, const DeckPicture *picture)
{
    gboolean told = *picture->description != '\0';

    g_string_append(out, "<p:pic><p:nvPicPr><p:cNvPr id=\"3\" name=\"Figure\" descr=\"");
    part_append_text(out, told ? picture->description : picture->title);
    g_string_append(out, "\"/><p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/>"
                         "</p:nvPicPr><p:blipFill><a:blip r:embed=\"rId2\">");
    if (picture->svg != NULL)
        g_string_append(out, "<a:extLst><a:ext uri=\"" SVG_EXTENSION "\"><asvg:svgBlip "
                             "xmlns:asvg=\"" SVG_SPACE "\" r:embed=\"rId3\"/></a:ext></a:extLst>");
    g_string_append(out, "</a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>");
    append_place(out, picture->width, picture->height);
    g_string_append(out, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>");
}

GString *
part_title_slide(const char *title)
{
    GString *out = slide_begin(COLOR_RGB(0xffffff));

    append_title(out, "ctrTitle", title, NULL);
    return slide_end(out);
}

GString *
part_slide(const DeckPicture *picture)
{
    GString *out = slide_begin(picture->background);

    append_title(out, "title", picture->title, picture->language);
    append_picture(out, picture);
    return slide_end(out);
}

GString *
part_slide_links(guint slide, const DeckPicture *picture)
{
    GString *out = part_links_begin();

    part_append_link(out, 1, "slideLayout", "../slideLayouts/slideLayout%d.xml",
                     picture == NULL ? 1 : 2);
    if (picture != NULL)
        part_append_link(out, 2, "image", "../media/figure%u.png", slide);
    if (picture != NULL && picture->svg != NULL)
        part_append_link(out, 3, "image", "../media/figure%u.svg", slide);
    return part_links_end(out);
}
