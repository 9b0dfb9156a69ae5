// What is read of a figure, and what is refused.
#include "deck/picture.h"

#include <string.h>

#define ROOT \
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"800\" height=\"450.5\" xml:lang=\"de\""
#define MADE " data-command=\"cartouche pie a.csv --title=&#39;A&#39;\" data-hash=\"ab12\">"
#define WORDS "<title>Reis &amp; Tee</title><desc>Ein Kreis.</desc>"

static DeckPicture *
read_text(const char *text, GError **error)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(text, strlen(text));

    return deck_picture_read("a.svg", bytes, error);
}

static void
test_svg(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(DeckPicture) picture = read_text(
        ROOT MADE WORDS "<rect class=\"ct-bg\" width=\"800\" height=\"450.5\" fill=\"#123\"/>"
                        "<g><title>No title</title><rect width=\"1\" height=\"1\" fill=\"#fff\"/>"
                        "</g></svg>",
        &error);

    g_assert_no_error(error);
    g_assert_cmpstr(picture->title, ==, "Reis & Tee");
    g_assert_cmpstr(picture->description, ==, "Ein Kreis.");
    g_assert_cmpstr(picture->language, ==, "de");
    g_assert_cmpstr(picture->command, ==, "cartouche pie a.csv --title='A'");
    g_assert_cmpstr(picture->hash, ==, "ab12");
    g_assert_cmpfloat(picture->width, ==, 800);
    g_assert_cmpfloat(picture->height, ==, 450.5);
    g_assert_true(color_equal(picture->background, COLOR_RGB(0x112233)));
    g_assert_nonnull(picture->svg);
    g_assert_null(picture->png);
}

/* Without words of its own a picture is still told apart. */
static void
test_silent(void)
{
    g_autoptr(DeckPicture) picture = read_text(ROOT MADE "</svg>", NULL);

    g_assert_cmpstr(picture->title, ==, "cartouche pie a.csv --title='A'");
    g_assert_cmpstr(picture->description, ==, "");
    g_assert_true(color_equal(picture->background, COLOR_RGB(0xffffff)));
}

static void
test_refused(void)
{
    static const struct {
        const char *text, *message;
    } cases[] = {
        { "", "this is no figure of Cartouche's*" },
        { "a,b\n1,2\n", "this is no figure of Cartouche's*" },
        { "<html><body/></html>", "this is no figure of Cartouche's*" },
        { ROOT ">" WORDS "</svg>", "this is no figure of Cartouche's*" },
        { "<svg data-command=\"cartouche pie a.csv\"/>", "this is no figure of Cartouche's*" },
        { "<svg width=\"-1\" height=\"4\" data-command=\"c\"/>", "this is no figure*" },
        { "\x89PNG\r\n\x1a\n", "this is no figure of Cartouche's*" },
        { "%PDF-1.5", "a slide holds no PDF*" },
        { ROOT MADE WORDS, "this SVG was changed or cut after it was drawn: *; draw it again" },
        { ROOT MADE WORDS "<g></svg>", "this SVG was changed or cut*" },
        { ROOT MADE "<script>alert(1)</script></svg>", "*<script> stands where*" },
        { ROOT MADE "<svg/></svg>", "*<svg> stands where*" },
        { ROOT MADE "<title>\xff</title></svg>", "this SVG was changed or cut*" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;

        g_assert_null(read_text(cases[i].text, &error));
        g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
        g_assert_cmpstr(error_where(error).file, ==, "a.svg");
        if (!g_pattern_match_simple(cases[i].message, error->message))
            g_error("case %u: %s", i, error->message);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/deck/picture/svg", test_svg);
    g_test_add_func("/deck/picture/silent", test_silent);
    g_test_add_func("/deck/picture/refused", test_refused);
    return g_test_run();
}
