// The rules of the profile: each fault alone in a file that is good otherwise, and what is no
// picture at all.
#include "profile/xml_module.h"

#include <string.h>

#define SCHEMA SOURCE_ROOT "/src/profile/profile.rng"
#define GUARD_STYLE                                                                       \
    "fill:#222;stroke:none;stroke-linecap:butt;stroke-linejoin:miter;text-transform:none" \
    ";text-shadow:none;font-variant:normal;font-feature-settings:normal"                  \
    ";font-size-adjust:none;writing-mode:horizontal-tb"
#define GUARDS                                                                            \
    " direction=\"ltr\" fill=\"#222\" stroke=\"none\" font-family=\"Arial,sans-serif\""   \
    " font-size=\"12\" font-weight=\"normal\" font-style=\"normal\" letter-spacing=\"0\"" \
    " word-spacing=\"0\" text-anchor=\"start\""
#define ROOT                                                                                 \
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"" \
    " width=\"60\" height=\"40\" viewBox=\"0 0 60 40\" role=\"img\" aria-label=\"T\"" GUARDS ">\n"
#define HEAD ROOT "<title>T</title>\n<desc>D</desc>\n"
#define TAIL "\n</svg>\n"

extern const XmlModule cartouche_xml;

/* The names of the rules that svg is against, in the order of the table. Caller frees. */
static char *
rules_of(const char *svg, gsize length)
{
    g_autoptr(ProfileFindings) findings = profile_findings_new();
    g_autoptr(GString) names = g_string_new(NULL);
    guint line;
    ProfileOutcome outcome = cartouche_xml.check(svg, length, SCHEMA, findings, &line);

    g_assert_cmpint(outcome, ==, PROFILE_READ);
    g_assert_cmpuint(line, ==, 0);
    for (guint i = 0; i < N_PROFILE_RULES; i++)
        if (findings->found[i].count > 0)
            g_string_append_printf(names, "%s%s", names->len > 0 ? " " : "", profile_rules[i].name);
    return g_string_free(g_steal_pointer(&names), FALSE);
}

static void
assert_rules(const char *svg, const char *expected)
{
    g_autofree char *rules = rules_of(svg, strlen(svg));

    if (strcmp(rules, expected) != 0)
        g_test_message("%s", svg);
    g_assert_cmpstr(rules, ==, expected);
}

static void
test_faults(void)
{
    static const struct {
        const char *body, *rules;
    } rows[] = {
        { "", "" },
        { "<rect width=\"3\" height=\"4\"/><g class=\"ct-grid\"><path d=\"M0 0L3 4\"/></g>", "" },
        { "<style>rect{fill:red}</style>", "style-sheet" },
        { "<script>alert(1)</script>", "script" },
        { "<rect width=\"3\" height=\"4\" onclick=\"alert(1)\"/>", "script" },
        { "<a xlink:href=\"https://example.org\"><rect width=\"3\" height=\"4\"/></a>", "link" },
        { "<a xlink:href=\"javascript:alert(1)\"/>", "script link" },
        { "<animate attributeName=\"x\"/>", "animation" },
        { "<foreignObject width=\"9\" height=\"9\"/>", "foreign-object" },
        { "<image x=\"0\" y=\"0\" width=\"9\" height=\"9\" preserveAspectRatio=\"none\""
          " xlink:href=\"data:image/png;base64,AAAA\"/>",
          "" },
        { "<image width=\"9\" height=\"9\" href=\"data:image/png;base64,AAAA\"/>", "image" },
        { "<image width=\"9\" height=\"9\" xlink:href=\"http://example.org/a.png\"/>", "external" },
        { "<image width=\"9\" height=\"9\" xlink:href=\"/etc/passwd\"/>", "external" },
        { "<g id=\"a\"/>", "id" },
        { "<use xlink:href=\"#a\"/>", "use" },
        { "<clipPath/>", "clip" },
        { "<g clip-path=\"url(#c)\"/>", "clip" },
        { "<linearGradient/>", "gradient" },
        { "<rect width=\"3\" height=\"4\" fill=\"url(#g)\"/>", "url" },
        { "<pattern/>", "pattern" },
        { "<mask/>", "mask" },
        { "<filter/>", "filter" },
        { "<path d=\"M0 0L3 4\" marker-end=\"url(#m)\"/>", "marker" },
        { "<svg/>", "nested-svg" },
        { "<switch/>", "switch" },
        { "<ellipse/>", "element" },
        { "<x:thing xmlns:x=\"urn:x\"/>", "element" },
        { "<rect width=\"3\" height=\"4\" style=\"fill:red\"/>", "style" },
        { "<rect width=\"3\" height=\"4\" fill=\"var(--a)\"/>", "variable" },
        { "<rect width=\"3\" height=\"4\" fill=\"rgba(0,0,0,.5)\"/>", "color" },
        { "<rect width=\"3\" height=\"4\" fill=\"#11223344\"/>", "color" },
        { "<rect width=\"3\" height=\"4\" fill=\"currentColor\"/>", "color" },
        { "<rect width=\"3\" height=\"4\" fill=\"red\"/>", "schema" },
        { "<rect width=\"3\" height=\"4\" bogus=\"1\"/>", "schema" },
        { "<circle cx=\"1e3\" cy=\"1\" r=\"1\"/>", "schema" },
        { "<rect width=\"3\" height=\"0\"/>", "empty" },
        { "<rect width=\"30%\" height=\"4\"/>", "unit" },
        { "<g opacity=\"0.5\"/>", "opacity" },
        { "<g mix-blend-mode=\"multiply\"/>", "blend" },
        { "<g visibility=\"hidden\"/>", "hidden" },
        { "<g class=\"axis\"/>", "class" },
        { "<path d=\"M0 0L3 4\" stroke-dashoffset=\"2\"/>", "dash-offset" },
        { "<path d=\"M0 0L3 4\" vector-effect=\"non-scaling-stroke\"/>", "vector-effect" },
        { "<text x=\"1\" y=\"2\">a</text>", "" },
        { "<text x=\"1\" y=\"2\"><tspan>a</tspan></text>", "tspan" },
        { "<text x=\"1\" y=\"2\">a<textPath/></text>", "text-path" },
        { "<text x=\"1\" y=\"2\" dy=\"3\">a</text>", "text-shift" },
        { "<text x=\"1 5\" y=\"2\">a</text>", "text-shift" },
        { "<text x=\"1\" y=\"2\" dominant-baseline=\"central\">a</text>", "baseline" },
        { "<text x=\"1\" y=\"2\" textLength=\"40\">a</text>", "text-length" },
        { "<text x=\"1\" y=\"2\" font=\"12px Arial\">a</text>", "font" },
        { "<text x=\"1\" y=\"2\" letter-spacing=\"1\">a</text>", "text-style" },
        { "<text x=\"1\" y=\"2\" paint-order=\"stroke\">a</text>", "paint-order" },
        { "<text x=\"1\" y=\"2\" stroke=\"#fff\">a</text>", "text-paint" },
        { "<text x=\"1\" y=\"2\"><title>b</title>a</text>", "title-in-text" },
        { "<text x=\"1\" y=\"2\" font-size=\"12pt\">a</text>", "unit" },
        { "<text x=\"1\" y=\"2\"> a</text>", "blanks" },
        { "<text x=\"1\" y=\"2\">a  b</text>", "blanks" },
        { "<text x=\"1\" y=\"2\">서울</text>", "fonts" },
        { "<text x=\"1\" y=\"2\" font-family=\"'Noto Sans CJK KR',Arial,sans-serif\">서울</text>",
          "" },
        { "<text x=\"1\" y=\"2\" font-family=\"Roboto\">a</text>", "fallback" },
        { "<text x=\"1\" y=\"2\">a\u202eb</text>", "direction" },
        { "<text x=\"1\" y=\"2\">a\xc2\x85"
          "b</text>",
          "characters" },
        { "<g><title>a\u2066b</title></g>", "direction" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *svg = g_strconcat(HEAD, rows[i].body, TAIL, NULL);

        assert_rules(svg, rows[i].rules);
    }
}

static void
test_root(void)
{
    assert_rules("<html/>", "root");
    assert_rules("<svg/>", "root");
    assert_rules(ROOT "<title>T</title>" TAIL, "description");
    assert_rules(ROOT "<desc>D</desc>" TAIL, "name schema");
    assert_rules("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\" role=\"img\""
                 " aria-label=\"T\"" GUARDS "><title>T</title><desc>D</desc></svg>",
                 "size");
    assert_rules("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9pt\" height=\"9pt\""
                 " viewBox=\"0 0 9 9\" role=\"img\" aria-label=\"T\"" GUARDS
                 "><title>T</title><desc>D</desc></svg>",
                 "size");
    assert_rules("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\""
                 " viewBox=\"0 0 9 9\"><title>T</title><desc>D</desc></svg>",
                 "guard name");
    assert_rules("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\""
                 " viewBox=\"0 0 9 9\" role=\"img\" aria-label=\"T\" style=\"" GUARD_STYLE
                 "\"" GUARDS "><title>T</title><desc>D</desc></svg>",
                 "");
    assert_rules("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\""
                 " viewBox=\"0 0 9 9\" role=\"img\" aria-label=\"T\" style=\"" GUARD_STYLE
                 ";opacity:0\"" GUARDS "><title>T</title><desc>D</desc></svg>",
                 "style");
}

static void
test_no_picture(void)
{
    assert_rules("", "xml");
    assert_rules("year,total\n2019,4\n", "xml");
    assert_rules("\x89PNG\r\n", "encoding");
    assert_rules(HEAD "<g>", "xml");
    assert_rules(HEAD "<text x=\"1\" y=\"2\">&#1;</text>" TAIL, "xml");
    assert_rules(HEAD "<text x=\"1\" y=\"2\">&nbsp;</text>" TAIL, "xml");
    assert_rules(HEAD "<g unknown:thing=\"a\"/>" TAIL, "xml");
    assert_rules(HEAD "<g></G>" TAIL, "xml");
    g_autofree char *nul = rules_of("<svg>\0</svg>", 12);
    g_assert_cmpstr(nul, ==, "encoding");
}

/* Neither a file is read nor is anything multiplied. */
static void
test_entities(void)
{
    assert_rules(
        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://example.org/svg11.dtd\">\n" HEAD
            TAIL,
        "doctype");
    assert_rules("<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n" HEAD
                 "<text x=\"1\" y=\"2\">&x;</text>" TAIL,
                 "entity doctype");
    assert_rules("<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
                 "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>\n" HEAD
                 "<text x=\"1\" y=\"2\">&c;</text>" TAIL,
                 "entity doctype");
    assert_rules("<!DOCTYPE svg [<!ENTITY % p SYSTEM \"http://example.org/p\">%p;]>\n" HEAD TAIL,
                 "entity doctype");
}

static ProfileOutcome
check_nested(guint depth, guint *ret_line)
{
    g_autoptr(ProfileFindings) findings = profile_findings_new();
    g_autoptr(GString) svg = g_string_new(HEAD);

    for (guint i = 0; i < depth; i++)
        g_string_append(svg, "<g>\n");
    for (guint i = 0; i < depth; i++)
        g_string_append(svg, "</g>");
    g_string_append(svg, TAIL);
    return cartouche_xml.check(svg->str, svg->len, SCHEMA, findings, ret_line);
}

static void
test_depth(void)
{
    guint line;

    g_assert_cmpint(check_nested(PROFILE_MAX_DEPTH - 1, &line), ==, PROFILE_READ);
    g_assert_cmpint(check_nested(PROFILE_MAX_DEPTH, &line), ==, PROFILE_TOO_DEEP);
    g_assert_cmpuint(line, ==, 253);
    g_assert_cmpint(check_nested(100000, &line), ==, PROFILE_TOO_DEEP);
}

static void
test_vertices(void)
{
    g_autoptr(GString) data = g_string_new("M0 0");
    g_autofree char *filled = NULL, *stroked = NULL, *curves = NULL;

    for (guint i = 1; i < 2500; i++)
        g_string_append_printf(data, " %u %u", i % 60, i % 40);
    filled = g_strdup_printf(HEAD "<path d=\"%s\"/>" TAIL, data->str);
    stroked = g_strdup_printf(HEAD "<g stroke=\"#111\"><path d=\"%s\"/></g>" TAIL, data->str);
    assert_rules(filled, "");
    assert_rules(stroked, "vertices");
    /* Curves have a third of them. */
    data->str[4] = 'C';
    curves = g_strdup_printf(HEAD "<path stroke=\"#111\" d=\"%s\"/>" TAIL, data->str);
    assert_rules(curves, "");
}

static void
test_sizes(void)
{
    g_autoptr(GString) svg = g_string_new(HEAD);
    g_autofree char *attribute = g_strnfill(9000001, '1');
    g_autofree char *long_value = NULL;

    for (guint i = 0; i < 20001; i++)
        g_string_append(svg, "<circle cx=\"1\" cy=\"2\" r=\"3\"/>\n");
    g_string_append(svg, TAIL);
    assert_rules(svg->str, "marks");
    while (svg->len < 1000001)
        g_string_append(svg, "\n");
    assert_rules(svg->str, "file-size marks");
    long_value = g_strconcat(HEAD "<g data-series=\"", attribute, "\"/>" TAIL, NULL);
    assert_rules(long_value, "attribute-size file-size");
}

/* One remark a rule, by line, with the count. */
static void
test_report(void)
{
    static const char svg[] = HEAD "<g id=\"a\"/>\n<g id=\"b\"/>\n<style/>" TAIL;
    g_autoptr(ProfileFindings) findings = profile_findings_new();
    g_autoptr(Report) report = report_new();
    guint line;

    cartouche_xml.check(svg, strlen(svg), SCHEMA, findings, &line);
    profile_findings_report(findings, "a.svg", report);
    g_assert_cmpuint(report_length(report), ==, 2);
    g_assert_true(g_str_has_prefix(report_entry(report, 0)->text, "id=\"a\": two pictures"));
    g_assert_true(g_str_has_suffix(report_entry(report, 0)->text, "; 2 in all [id]"));
    g_assert_cmpuint(report_entry(report, 0)->line, ==, 4);
    g_assert_cmpuint(report_entry(report, 0)->count, ==, 2);
    g_assert_cmpuint(report_entry(report, 1)->line, ==, 6);
    g_assert_cmpstr(report_entry(report, 1)->file, ==, "a.svg");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/xml/check/faults", test_faults);
    g_test_add_func("/xml/check/root", test_root);
    g_test_add_func("/xml/check/no-picture", test_no_picture);
    g_test_add_func("/xml/check/entities", test_entities);
    g_test_add_func("/xml/check/depth", test_depth);
    g_test_add_func("/xml/check/vertices", test_vertices);
    g_test_add_func("/xml/check/sizes", test_sizes);
    g_test_add_func("/xml/check/report", test_report);
    return g_test_run();
}
