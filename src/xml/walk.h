// The walk through an SVG as its parser reads it, and the rules that are asked on the way.
#pragma once

#include "profile/xml_module.h"

#include <libxml/parser.h>

#define SVG_NAMESPACE "http://www.w3.org/2000/svg"
#define XLINK_NAMESPACE "http://www.w3.org/1999/xlink"

/* An attribute, its value copied. Names are borrowed from the parser. */
typedef struct {
    const char *prefix; /* NULL: none */
    const char *name;
    const char *space; /* namespace; NULL: none */
    char *value;
} Attribute;

/* An element that is not closed yet. */
typedef struct {
    const char *name;   /* borrowed from the parser */
    gboolean stroked;   /* shapes in it have a stroke */
    gboolean latin;     /* texts in it are set in a font of Latin letters first */
    gboolean has_child; /* an element stands in it already */
} OpenElement;

typedef struct {
    xmlParserCtxtPtr parser;
    ProfileFindings *findings;
    GArray *open;       /* OpenElement, root first */
    GArray *attributes; /* Attribute, of the element that begins */
    GArray *lines;      /* guint, ascending: where something was found */
    GString *text;      /* of the <text>, <title> or <desc> that is open */
    guint64 elements, marks;
    gboolean has_name, has_description; /* the root's own <title> and <desc> */
    gboolean stopped;
    ProfileOutcome outcome;
    guint line; /* where it was stopped; 0: it was not, or that is no matter */
} Walk;

/* For the parser: from now on it tells the walk all it reads. */
void walk_attach(Walk *walk, xmlParserCtxtPtr parser);

/* Counts a fault at the line that is read. */
void walk_found(Walk *walk, ProfileRuleId rule, const char *subject);

/* NULL: the element that begins has none of this name. */
const Attribute *walk_attribute(const Walk *walk, const char *name);

/* The rule that an element is against by its name alone. FALSE: none; it may be in the profile. */
gboolean names_element(const char *name, ProfileRuleId *ret_rule);
/* The same of an attribute. */
gboolean names_attribute(const char *name, ProfileRuleId *ret_rule);
/* What <svg> must say so that pages leave the figure alone; ends with NULL. */
extern const char *const names_guards[];

/* The rules about attributes of the element that begins. */
void values_check(Walk *walk, const char *element, gboolean is_root);

/* The rules of the root about itself. */
void root_check(Walk *walk, const char *name, const char *space);

/* The rules about letters: of a finished <text>, or of any words. */
void text_check(Walk *walk, const char *element, const char *text);
/* Whether the first font of a list has Latin letters (and Greek and Cyrillic) only. */
gboolean text_font_is_latin(const char *families);
gboolean text_fonts_fall_back(const char *families);

/* Vertices of path data; an arc counts as one. */
guint path_data_vertices(const char *data);

/* Holds the document to the schema; lines where the walk has found something already are spared.
 * FALSE: the schema cannot be read. */
gboolean schema_check(const Walk *walk, xmlDocPtr document, const char *schema);
