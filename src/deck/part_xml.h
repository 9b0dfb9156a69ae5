// What the parts have in common: namespaces, the size of a slide, one way for texts into XML.
#pragma once

#include <glib.h>

#define PART_XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define PART_MAIN "http://schemas.openxmlformats.org/presentationml/2006/main"
#define PART_DRAWING "http://schemas.openxmlformats.org/drawingml/2006/main"
#define PART_LINKS "http://schemas.openxmlformats.org/package/2006/relationships"
#define PART_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PART_SPACES \
    "xmlns:a=\"" PART_DRAWING "\" xmlns:r=\"" PART_OFFICE "\" xmlns:p=\"" PART_MAIN "\""

/* 13.333 by 7.5 inches in English Metric Units, 914400 an inch. */
#define PART_WIDTH 12192000
#define PART_HEIGHT 6858000

/* The empty group that every tree of shapes begins with. */
#define PART_TREE                                                                         \
    "<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/>"        \
    "</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>" \
    "<a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>"

/* Appends text on one line, escaped for elements and attributes alike. */
void part_append_text(GString *out, const char *text);

/* Appends one relationship; kind as in ".../officeDocument/2006/relationships/KIND". */
void part_append_link(GString *out, guint id, const char *kind, const char *format, ...)
    G_GNUC_PRINTF(4, 5);
GString *part_links_begin(void);
GString *part_links_end(GString *out);
