#include "xml/walk.h"

#include <libxml/SAX2.h>
#include <string.h>

static guint
walk_line(const Walk *walk)
{
    return (guint)MAX(xmlSAX2GetLineNumber(walk->parser), 0);
}

void
walk_found(Walk *walk, ProfileRuleId rule, const char *subject)
{
    guint line = walk_line(walk), n = walk->lines->len;

    profile_found(walk->findings, rule, line, subject);
    if (n == 0 || g_array_index(walk->lines, guint, n - 1) < line)
        g_array_append_val(walk->lines, line);
}

const Attribute *
walk_attribute(const Walk *walk, const char *name)
{
    for (guint i = 0; i < walk->attributes->len; i++) {
        const Attribute *attribute = &g_array_index(walk->attributes, Attribute, i);

        if (attribute->prefix == NULL && strcmp(attribute->name, name) == 0)
            return attribute;
    }
    return NULL;
}

static void
walk_stop(Walk *walk, ProfileOutcome outcome)
{
    walk->stopped = TRUE;
    walk->outcome = outcome;
    walk->line = outcome == PROFILE_READ ? 0 : walk_line(walk);
    xmlStopParser(walk->parser);
}

/* The parser gives five pointers an attribute: name, prefix, namespace, start and end of value. */
static void
take_attributes(Walk *walk, int n, const xmlChar **fields)
{
    g_array_set_size(walk->attributes, 0);
    for (int i = 0; i < n; i++, fields += 5) {
        Attribute attribute = {
            .name = (const char *)fields[0],
            .prefix = (const char *)fields[1],
            .space = (const char *)fields[2],
            .value = g_strndup((const char *)fields[3], (gsize)(fields[4] - fields[3])),
        };

        g_array_append_val(walk->attributes, attribute);
    }
}

static void
push_element(Walk *walk, const char *name)
{
    const Attribute *stroke = walk_attribute(walk, "stroke");
    const Attribute *fonts = walk_attribute(walk, "font-family");
    OpenElement element = { .name = name, .latin = TRUE };

    if (walk->open->len > 0) {
        OpenElement *parent = &g_array_index(walk->open, OpenElement, walk->open->len - 1);

        element.stroked = parent->stroked;
        element.latin = parent->latin;
        parent->has_child = TRUE;
    }
    if (stroke != NULL)
        element.stroked = strcmp(stroke->value, "none") != 0;
    if (fonts != NULL)
        element.latin = text_font_is_latin(fonts->value);
    g_array_append_val(walk->open, element);
}

static gboolean
is_words(const char *name)
{
    return strcmp(name, "text") == 0 || strcmp(name, "title") == 0 || strcmp(name, "desc") == 0;
}

/* Where a <title> or <desc> stands is all that matters of it. */
static void
check_place(Walk *walk, const char *name, gboolean is_first, const char *parent)
{
    gboolean of_root = walk->open->len == 2;

    if (strcmp(name, "title") == 0) {
        walk->has_name = walk->has_name || (of_root && is_first);
        if (strcmp(parent, "text") == 0)
            walk_found(walk, PROFILE_TITLE_IN_TEXT, "<title>");
    }
    walk->has_description = walk->has_description || (of_root && strcmp(name, "desc") == 0);
}

static void
check_element(Walk *walk, const char *name, const char *prefix, const char *space)
{
    g_autofree char *subject = g_strdup_printf("<%s%s%.60s>", prefix != NULL ? prefix : "",
                                               prefix != NULL ? ":" : "", name);
    ProfileRuleId rule;

    if (space != NULL && strcmp(space, SVG_NAMESPACE) != 0)
        walk_found(walk, PROFILE_ELEMENT, subject);
    else if (names_element(name, &rule))
        walk_found(walk, rule, subject);
}

static void
element_begins(Walk *walk, const char *name, const char *prefix, const char *space)
{
    gboolean is_root = walk->open->len == 0;
    OpenElement parent = { .name = "" };

    if (!is_root)
        parent = g_array_index(walk->open, OpenElement, walk->open->len - 1);
    push_element(walk, name);
    walk->elements++;
    walk->marks += strcmp(name, "g") != 0 && !is_words(name);
    if (is_root) {
        root_check(walk, name, space);
    } else {
        check_element(walk, name, prefix, space);
        check_place(walk, name, !parent.has_child, parent.name);
    }
    values_check(walk, name, is_root);
    if (is_words(name))
        g_string_truncate(walk->text, 0);
    if (walk->open->len > PROFILE_MAX_DEPTH)
        walk_stop(walk, PROFILE_TOO_DEEP);
    else if (walk->elements > PROFILE_MAX_ELEMENTS)
        walk_stop(walk, PROFILE_TOO_MANY);
}

static Walk *
walk_of(void *parser)
{
    return ((xmlParserCtxtPtr)parser)->_private;
}

static void
on_start(void *parser, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
         int n_spaces, const xmlChar **spaces, int n_attributes, int n_defaulted,
         const xmlChar **attributes)
{
    Walk *walk = walk_of(parser);

    xmlSAX2StartElementNs(parser, name, prefix, space, n_spaces, spaces, n_attributes, n_defaulted,
                          attributes);
    take_attributes(walk, n_attributes, attributes);
    element_begins(walk, (const char *)name, (const char *)prefix, (const char *)space);
}

static void
on_end(void *parser, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
    Walk *walk = walk_of(parser);

    xmlSAX2EndElementNs(parser, name, prefix, space);
    if (walk->open->len == 0)
        return;
    if (is_words((const char *)name))
        text_check(walk, (const char *)name, walk->text->str);
    g_array_set_size(walk->open, walk->open->len - 1);
}

static void
on_characters(void *parser, const xmlChar *text, int length)
{
    Walk *walk = walk_of(parser);

    xmlSAX2Characters(parser, text, length);
    if (walk->open->len > 0 &&
        is_words(g_array_index(walk->open, OpenElement, walk->open->len - 1).name))
        g_string_append_len(walk->text, (const char *)text, length);
}

static void
on_instruction(void *parser, const xmlChar *target, const xmlChar *data)
{
    xmlSAX2ProcessingInstruction(parser, target, data);
    if (strcmp((const char *)target, "xml-stylesheet") == 0)
        walk_found(walk_of(parser), PROFILE_STYLE_SHEET, "<?xml-stylesheet?>");
}

/* The document type is noted and forgotten: nothing is to be had from it. */
static void
on_doctype(void *parser, const xmlChar *name, G_GNUC_UNUSED const xmlChar *public_id,
           G_GNUC_UNUSED const xmlChar *system_id)
{
    g_autofree char *subject = g_strdup_printf("<!DOCTYPE %.60s>", (const char *)name);

    walk_found(walk_of(parser), PROFILE_DOCTYPE, subject);
}

static void
on_entity(void *parser, const xmlChar *name, G_GNUC_UNUSED int type,
          G_GNUC_UNUSED const xmlChar *public_id, G_GNUC_UNUSED const xmlChar *system_id,
          G_GNUC_UNUSED xmlChar *content)
{
    g_autofree char *subject = g_strdup_printf("<!ENTITY %.60s>", (const char *)name);

    walk_found(walk_of(parser), PROFILE_ENTITY, subject);
    walk_stop(walk_of(parser), PROFILE_READ);
}

static void
on_error(void *parser, xmlErrorPtr error)
{
    Walk *walk = walk_of(parser);
    g_autofree char *subject = g_strdup(error->message != NULL ? error->message : "");

    /* What follows the first one follows from it. */
    if (error->level < XML_ERR_ERROR || walk->stopped ||
        walk->findings->found[PROFILE_XML].count > 0)
        return;
    g_strdelimit(g_strchomp(subject), "\n", ' ');
    profile_found(walk->findings, PROFILE_XML, (guint)MAX(error->line, 0), subject);
}

void
walk_attach(Walk *walk, xmlParserCtxtPtr parser)
{
    xmlSAXHandlerPtr sax = parser->sax;

    walk->parser = parser;
    parser->_private = walk;
    sax->startElementNs = on_start;
    sax->endElementNs = on_end;
    sax->characters = on_characters;
    sax->ignorableWhitespace = on_characters;
    sax->processingInstruction = on_instruction;
    sax->internalSubset = on_doctype;
    sax->externalSubset = NULL;
    sax->entityDecl = on_entity;
    sax->resolveEntity = NULL;
    sax->serror = on_error;
}
