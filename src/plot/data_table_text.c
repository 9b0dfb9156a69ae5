#include "plot/data_table_text.h"

/* The marks, embeddings, overrides and isolates of Unicode's UAX 9. */
static gboolean
is_bidi_control(gunichar c)
{
    return c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

void
data_table_append_char(GString *out, gunichar c)
{
    if (is_bidi_control(c))
        g_string_append_printf(out, "&#x%X;", c);
    else if (c == '&')
        g_string_append(out, "&amp;");
    else if (c == '<')
        g_string_append(out, "&lt;");
    else if (c == '>')
        g_string_append(out, "&gt;");
    else if (c == '\n' || c == '\r')
        g_string_append(out, c == '\n' ? "<br>" : "");
    else if (c == '\t')
        g_string_append_c(out, ' ');
    else
        g_string_append_unichar(out, g_unichar_iscntrl(c) ? 0xfffd : c);
}
