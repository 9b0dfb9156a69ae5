#include "deck/part_xml.h"

#include "text/wrap.h"

/* Longer texts are cut with an ellipsis: no reader shows or says more. */
#define MAX_TEXT 10000

void
part_append_text(GString *out, const char *text)
{
    g_autofree char *clean = text_clean(text, FALSE, MAX_TEXT);
    g_autofree char *escaped = g_markup_escape_text(clean, -1);

    g_string_append(out, escaped);
}

void
part_append_link(GString *out, guint id, const char *kind, const char *format, ...)
{
    g_autofree char *target = NULL;
    va_list args;

    va_start(args, format);
    target = g_strdup_vprintf(format, args);
    va_end(args);
    g_string_append_printf(out,
                           "<Relationship Id=\"rId%u\" Type=\"" PART_OFFICE "/%s\" Target=\"%s\"/>",
                           id, kind, target);
}

GString *
part_links_begin(void)
{
    return g_string_new(PART_XML "<Relationships xmlns=\"" PART_LINKS "\">");
}

GString *
part_links_end(GString *out)
{
    return g_string_append(out, "</Relationships>");
}
