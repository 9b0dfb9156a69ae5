// What the module shows to the world: one table, and the check as a whole.
#include "xml/walk.h"

#include <limits.h>

#define MOST_ELEMENTS 900000
#define MOST_MARKS 20000
#define MOST_BYTES 1000000

static void
attribute_clear(gpointer data)
{
    g_free(((Attribute *)data)->value);
}

static void
found_number(Walk *walk, ProfileRuleId rule, guint64 n, const char *what)
{
    g_autofree char *subject = g_strdup_printf("%" G_GUINT64_FORMAT " %s", n, what);

    profile_found(walk->findings, rule, 0, subject);
}

/* What is known at the end only. */
static void
check_whole(Walk *walk, gsize length)
{
    if (length > MOST_BYTES)
        found_number(walk, PROFILE_FILE_SIZE, length, "bytes");
    if (walk->elements > MOST_ELEMENTS)
        found_number(walk, PROFILE_ELEMENTS, walk->elements, "elements");
    if (walk->marks > MOST_MARKS)
        found_number(walk, PROFILE_MARKS, walk->marks, "shapes");
    if (walk->findings->found[PROFILE_ROOT].count > 0)
        return;
    if (!walk->has_name && walk->findings->found[PROFILE_NAME].count == 0)
        profile_found(walk->findings, PROFILE_NAME, 1, "no <title>");
    if (!walk->has_description)
        profile_found(walk->findings, PROFILE_DESCRIPTION, 1, "no <desc>");
}

/* Reads with the walk attached; the schema is asked of what is XML from end to end. */
static ProfileOutcome
check_parsed(Walk *walk, const char *bytes, gsize length, const char *schema)
{
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    xmlDocPtr document;
    gboolean schema_works = TRUE;

    g_assert(parser != NULL);
    walk_attach(walk, parser);
    document = xmlCtxtReadMemory(parser, bytes, (int)length, NULL, "UTF-8",
                                 XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_BIG_LINES);
    if (document != NULL && parser->wellFormed && !walk->stopped &&
        walk->findings->found[PROFILE_XML].count == 0) {
        check_whole(walk, length);
        if (walk->findings->found[PROFILE_ROOT].count == 0)
            schema_works = schema_check(walk, document, schema);
    }
    /* A document that is not well-formed is not handed out, yet it is there. */
    xmlFreeDoc(document != NULL ? document : parser->myDoc);
    xmlFreeParserCtxt(parser);
    return schema_works ? walk->outcome : PROFILE_SCHEMA_BROKEN;
}

static guint
line_at(const char *bytes, const char *end)
{
    guint line = 1;

    for (; bytes < end; bytes++)
        line += *bytes == '\n';
    return line;
}

static ProfileOutcome
check(const char *bytes, gsize length, const char *schema, ProfileFindings *findings,
      guint *ret_line)
{
    const char *bad = bytes;
    Walk walk = { .findings = findings, .outcome = PROFILE_READ };
    ProfileOutcome outcome;

    G_STATIC_ASSERT(PROFILE_MAX_BYTES < INT_MAX);
    *ret_line = 0;
    if (length == 0) {
        profile_found(findings, PROFILE_XML, 0, "the file is empty");
        return PROFILE_READ;
    }
    if (!g_utf8_validate_len(bytes, length, &bad)) {
        g_autofree char *subject = g_strdup_printf("byte %02X", (guint8)*bad);

        profile_found(findings, PROFILE_ENCODING, line_at(bytes, bad), subject);
        return PROFILE_READ;
    }
    walk.open = g_array_new(FALSE, FALSE, sizeof(OpenElement));
    walk.attributes = g_array_new(FALSE, FALSE, sizeof(Attribute));
    g_array_set_clear_func(walk.attributes, attribute_clear);
    walk.lines = g_array_new(FALSE, FALSE, sizeof(guint));
    walk.text = g_string_new(NULL);
    outcome = check_parsed(&walk, bytes, length, schema);
    *ret_line = walk.line;
    g_array_unref(walk.open);
    g_array_unref(walk.attributes);
    g_array_unref(walk.lines);
    g_string_free(walk.text, TRUE);
    return outcome;
}

extern const XmlModule cartouche_xml;

__attribute__((visibility("default"))) const XmlModule cartouche_xml = {
    .version = XML_API_VERSION,
    .check = check,
};
