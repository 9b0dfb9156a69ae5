#include "xml/walk.h"

#include <libxml/relaxng.h>

static int
compare_lines(gconstpointer a, gconstpointer b)
{
    guint first = *(const guint *)a, second = *(const guint *)b;

    return (first > second) - (first < second);
}

/* libxml2 says "Invalid attribute rx for element circle", with a line end. */
static void
schema_error(void *data, xmlErrorPtr error)
{
    const Walk *walk = data;
    long line = error->node != NULL ? xmlGetLineNo(error->node) : error->line;
    guint at = (guint)MAX(line, 0);
    g_autofree char *subject = g_strdup(error->message != NULL ? error->message : "");

    g_strchomp(subject);
    if (subject[0] != '\0')
        subject[0] = g_ascii_tolower(subject[0]);
    if (!g_array_binary_search(walk->lines, &at, compare_lines, NULL))
        profile_found(walk->findings, PROFILE_SCHEMA, at, subject);
}

/* A schema that is broken is reported by its absence. */
static void
ignore_error(G_GNUC_UNUSED void *data, G_GNUC_UNUSED xmlErrorPtr error)
{
}

static xmlRelaxNGPtr
schema_open(const char *path)
{
    xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewParserCtxt(path);
    xmlRelaxNGPtr schema;

    if (parser == NULL)
        return NULL;
    xmlRelaxNGSetParserStructuredErrors(parser, ignore_error, NULL);
    schema = xmlRelaxNGParse(parser);
    xmlRelaxNGFreeParserCtxt(parser);
    return schema;
}

gboolean
schema_check(const Walk *walk, xmlDocPtr document, const char *path)
{
    xmlRelaxNGPtr schema = schema_open(path);
    xmlRelaxNGValidCtxtPtr validator = schema != NULL ? xmlRelaxNGNewValidCtxt(schema) : NULL;
    gboolean ready = validator != NULL;

    if (ready) {
        xmlRelaxNGSetValidStructuredErrors(validator, schema_error, (void *)walk);
        xmlRelaxNGValidateDoc(validator, document);
        xmlRelaxNGFreeValidCtxt(validator);
    }
    if (schema != NULL)
        xmlRelaxNGFree(schema);
    return ready;
}
