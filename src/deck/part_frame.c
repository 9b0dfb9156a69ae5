// What stands around the slides: the list of parts, the presentation, its master and theme.
#include "deck/part.h"

#include "deck/part_xml.h"

#define TYPE_MAIN "application/vnd.openxmlformats-officedocument.presentationml."

/* Identifiers of slides begin at 256, those of masters and layouts at 2^31, each unlike any other.
 */
#define FIRST_SLIDE 256u

static void
append_type(GString *out, const char *part, const char *type)
{
    g_string_append_printf(out, "<Override PartName=\"/%s\" ContentType=\"%s\"/>", part, type);
}

GString *
part_content_types(guint n_slides)
{
    GString *out = g_string_new(
        PART_XML "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                 "<Default Extension=\"rels\" ContentType=\"application/"
                 "vnd.openxmlformats-package.relationships+xml\"/>"
                 "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                 "<Default Extension=\"png\" ContentType=\"image/png\"/>"
                 "<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>");

    append_type(out, "docProps/core.xml",
                "application/vnd.openxmlformats-package.core-properties+xml");
    append_type(out, "docProps/app.xml",
                "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    append_type(out, "ppt/presentation.xml", TYPE_MAIN "presentation.main+xml");
    append_type(out, "ppt/slideMasters/slideMaster1.xml", TYPE_MAIN "slideMaster+xml");
    append_type(out, "ppt/slideLayouts/slideLayout1.xml", TYPE_MAIN "slideLayout+xml");
    append_type(out, "ppt/slideLayouts/slideLayout2.xml", TYPE_MAIN "slideLayout+xml");
    append_type(out, "ppt/theme/theme1.xml",
                "application/vnd.openxmlformats-officedocument.theme+xml");
    for (guint slide = 1; slide <= n_slides; slide++) {
        g_autofree char *part = g_strdup_printf("ppt/slides/slide%u.xml", slide);

        append_type(out, part, TYPE_MAIN "slide+xml");
    }
    return g_string_append(out, "</Types>");
}

GString *
part_program(void)
{
    return g_string_new(PART_XML
                        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                        "extended-properties\"><Application>Cartouche</Application></Properties>");
}

GString *
part_properties(const char *title)
{
    GString *out = g_string_new(
        PART_XML "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/"
                 "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                 "<dc:title>");

    part_append_text(out, title);
    return g_string_append(out, "</dc:title></cp:coreProperties>");
}

GString *
part_presentation(guint n_slides)
{
    GString *out = g_string_new(
        PART_XML "<p:presentation " PART_SPACES "><p:sldMasterIdLst>"
                 "<p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst><p:sldIdLst>");

    for (guint slide = 1; slide <= n_slides; slide++)
        g_string_append_printf(out, "<p:sldId id=\"%u\" r:id=\"rId%u\"/>", FIRST_SLIDE + slide - 1,
                               slide + 2);
    g_string_append_printf(out,
                           "</p:sldIdLst><p:sldSz cx=\"%d\" cy=\"%d\"/><p:notesSz cx=\"%d\" "
                           "cy=\"9144000\"/></p:presentation>",
                           PART_WIDTH, PART_HEIGHT, PART_HEIGHT);
    return out;
}

GString *
part_presentation_links(guint n_slides)
{
    GString *out = part_links_begin();

    part_append_link(out, 1, "slideMaster", "slideMasters/slideMaster1.xml");
    part_append_link(out, 2, "theme", "theme/theme1.xml");
    for (guint slide = 1; slide <= n_slides; slide++)
        part_append_link(out, slide + 2, "slide", "slides/slide%u.xml", slide);
    return part_links_end(out);
}

GString *
part_master(void)
{
    return g_string_new(
        PART_XML
        "<p:sldMaster " PART_SPACES "><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/>"
        "</a:solidFill><a:effectLst/></p:bgPr></p:bg>" PART_TREE
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Title\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/>"
        "</p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>"
        "<a:off x=\"838200\" y=\"365125\"/><a:ext cx=\"10515600\" cy=\"1325563\"/></a:xfrm>"
        "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr "
        "anchor=\"ctr\"/><a:lstStyle/><a:p><a:r><a:t>Title</a:t></a:r></a:p></p:txBody></p:sp>"
        "</p:spTree></p:cSld><p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" "
        "accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" "
        "accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>"
        "<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/>"
        "<p:sldLayoutId id=\"2147483650\" r:id=\"rId2\"/></p:sldLayoutIdLst><p:txStyles>"
        "<p:titleStyle><a:lvl1pPr algn=\"l\"><a:buNone/><a:defRPr sz=\"3600\"><a:solidFill>"
        "<a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mj-lt\"/><a:ea "
        "typeface=\"+mj-ea\"/><a:cs typeface=\"+mj-cs\"/></a:defRPr></a:lvl1pPr></p:titleStyle>"
        "<p:bodyStyle/><p:otherStyle/></p:txStyles></p:sldMaster>");
}

GString *
part_master_links(void)
{
    GString *out = part_links_begin();

    part_append_link(out, 1, "slideLayout", "../slideLayouts/slideLayout1.xml");
    part_append_link(out, 2, "slideLayout", "../slideLayouts/slideLayout2.xml");
    part_append_link(out, 3, "theme", "../theme/theme1.xml");
    return part_links_end(out);
}

static void
append_colors(GString *out)
{
    /* The colours that people pick for what they add: those of the default palette. */
    static const char *const colors[][2] = {
        { "dk1", "1B232D" },     { "lt1", "FFFFFF" },     { "dk2", "56616D" },
        { "lt2", "EEF0F2" },     { "accent1", "0856A6" }, { "accent2", "CD4626" },
        { "accent3", "12A49E" }, { "accent4", "B98D00" }, { "accent5", "6F1C58" },
        { "accent6", "627692" }, { "hlink", "0856A6" },   { "folHlink", "6F1C58" },
    };

    g_string_append(out, "<a:clrScheme name=\"Cartouche\">");
    for (guint i = 0; i < G_N_ELEMENTS(colors); i++)
        g_string_append_printf(out, "<a:%s><a:srgbClr val=\"%s\"/></a:%s>", colors[i][0],
                               colors[i][1], colors[i][0]);
    g_string_append(out, "</a:clrScheme>");
}

/* Each list needs three styles; slides use none of them. */
static void
append_styles(GString *out, const char *list, const char *style)
{
    g_string_append_printf(out, "<a:%s>%s%s%s</a:%s>", list, style, style, style, list);
}

GString *
part_theme(void)
{
    static const char fill[] = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    static const char line[] =
        "<a:ln w=\"9525\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>";
    static const char font[] = "<a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/>"
                               "<a:cs typeface=\"\"/>";
    GString *out = g_string_new(PART_XML "<a:theme xmlns:a=\"" PART_DRAWING
                                         "\" name=\"Cartouche\"><a:themeElements>");

    append_colors(out);
    g_string_append_printf(out,
                           "<a:fontScheme name=\"Cartouche\"><a:majorFont>%s</a:majorFont>"
                           "<a:minorFont>%s</a:minorFont></a:fontScheme>"
                           "<a:fmtScheme name=\"Cartouche\">",
                           font, font);
    append_styles(out, "fillStyleLst", fill);
    append_styles(out, "lnStyleLst", line);
    append_styles(out, "effectStyleLst", "<a:effectStyle><a:effectLst/></a:effectStyle>");
    append_styles(out, "bgFillStyleLst", fill);
    return g_string_append(out, "</a:fmtScheme></a:themeElements></a:theme>");
}
