// The parts of a deck as XML: places, words, and links between them.
#include "deck/part.h"

#include <string.h>

static void
part_assert_xml(GString *part)
{
    static const GMarkupParser parser = { .start_element = NULL };
    g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&parser, 0, NULL, NULL);
    g_autoptr(GError) error = NULL;

    g_markup_parse_context_parse(context, part->str, (gssize)part->len, &error);
    g_assert_no_error(error);
    g_markup_parse_context_end_parse(context, &error);
    g_assert_no_error(error);
    g_string_free(part, TRUE);
}

static void
test_well_formed(void)
{
    GString *(*const parts[])(void) = { part_links,         part_program,      part_theme,
                                        part_master,        part_master_links, part_title_layout,
                                        part_figure_layout, part_layout_links };

    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        part_assert_xml(parts[i]());
    part_assert_xml(part_content_types(3));
    part_assert_xml(part_presentation(3));
    part_assert_xml(part_presentation_links(3));
    part_assert_xml(part_properties("\x01 a <b> & \"c\"\xff"));
    part_assert_xml(part_title_slide("\x01 a <b> & \"c\"\xff"));
}

static void
assert_place(double width, double height, const char *expected)
{
    DeckPicture picture = { .title = (char *)"A",
                            .description = (char *)"",
                            .width = width,
                            .height = height,
                            .background = COLOR_RGB(0x0a0b0c) };
    g_autoptr(GString) slide = part_slide(&picture);

    g_assert_nonnull(strstr(slide->str, expected));
    g_assert_nonnull(strstr(slide->str, "<a:srgbClr val=\"0A0B0C\"/>"));
}

/* 12192000 by 6858000: the whole slide, its whole height, its whole width. */
static void
test_place(void)
{
    assert_place(1280, 720, "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"12192000\" cy=\"6858000\"/>");
    assert_place(800, 500, "<a:off x=\"609600\" y=\"0\"/><a:ext cx=\"10972800\" cy=\"6858000\"/>");
    assert_place(400, 100, "<a:off x=\"0\" y=\"1905000\"/><a:ext cx=\"12192000\" cy=\"3048000\"/>");
    assert_place(1e9, 1, "cx=\"12192000\" cy=\"1\"/>");
}

static void
test_words(void)
{
    DeckPicture picture = { .title = (char *)"Rice & \"tea\"",
                            .description = (char *)"A <line>.",
                            .language = (char *)"ko",
                            .width = 4,
                            .height = 3 };
    g_autoptr(GString) slide = part_slide(&picture);

    g_assert_nonnull(strstr(slide->str, "<p:ph type=\"title\"/>"));
    g_assert_nonnull(
        strstr(slide->str, "<a:rPr lang=\"ko\"/><a:t>Rice &amp; &quot;tea&quot;</a:t>"));
    g_assert_nonnull(strstr(slide->str, "descr=\"A &lt;line&gt;.\""));
    g_assert_null(strstr(slide->str, "svgBlip"));
    picture.svg = g_bytes_new_static("", 0);
    g_string_free(g_steal_pointer(&slide), TRUE);
    slide = part_slide(&picture);
    g_assert_nonnull(strstr(slide->str, "<asvg:svgBlip"));
    g_bytes_unref(picture.svg);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/deck/part/well-formed", test_well_formed);
    g_test_add_func("/deck/part/place", test_place);
    g_test_add_func("/deck/part/words", test_words);
    return g_test_run();
}
