// What a figure says about itself, read back from its file.
#include "figure/shown.h"

#include "io/png_text.h"
#include "io/whole_file.h"

#include <string.h>

/* No figure is larger; a file that is has not been made here. */
#define MAX_FILE G_GUINT64_CONSTANT(1073741824)
#define SHOWN_KEY "/Keywords "

/* ---- SVG: the attributes of the root ---- */

/* One entity or character reference that begins at text; returns its length, 0: there is none. */
static gsize
show_reference(const char *text, gsize length, GString *out)
{
    static const struct {
        const char *entity, *letter;
    } entities[] = {
        { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&apos;", "'" }
    };
    guint code = 0;
    gsize n = 2;

    for (guint i = 0; i < G_N_ELEMENTS(entities); i++)
        if (length >= strlen(entities[i].entity) && g_str_has_prefix(text, entities[i].entity)) {
            g_string_append(out, entities[i].letter);
            return strlen(entities[i].entity);
        }
    if (length < 4 || text[1] != '#')
        return 0;
    while (n < length && g_ascii_isdigit(text[n]) && code < 0x110000)
        code = code * 10 + (guint)g_ascii_digit_value(text[n++]);
    if (n >= length || text[n] != ';' || !g_unichar_validate(code))
        return 0;
    g_string_append_unichar(out, code);
    return n + 1;
}

static char *
show_unescape(const char *text, gsize length)
{
    GString *out = g_string_new(NULL);

    for (gsize i = 0; i < length;) {
        gsize n = text[i] == '&' ? show_reference(text + i, length - i, out) : 0;

        if (n == 0)
            g_string_append_c(out, text[i]);
        i += MAX(n, 1);
    }
    return g_string_free(out, FALSE);
}

/* The value of an attribute of a tag; NULL: it has none. Caller frees. */
static char *
show_attribute(const char *tag, gsize length, const char *name)
{
    g_autofree char *begin = g_strdup_printf(" %s=\"", name);
    const char *value = g_strstr_len(tag, (gssize)length, begin);
    const char *end;

    if (value == NULL)
        return NULL;
    value += strlen(begin);
    end = memchr(value, '"', length - (gsize)(value - tag));
    return end != NULL ? show_unescape(value, (gsize)(end - value)) : NULL;
}

static void
show_svg(const char *text, gsize length, Shown *shown)
{
    const char *tag = g_strstr_len(text, (gssize)length, "<svg");
    const char *end;
    gboolean quoted = FALSE;

    if (tag == NULL)
        return;
    for (end = tag; end < text + length && (quoted || *end != '>'); end++)
        quoted = *end == '"' ? !quoted : quoted;
    shown->command = show_attribute(tag, (gsize)(end - tag), "data-command");
    shown->hash = show_attribute(tag, (gsize)(end - tag), "data-hash");
}

/* ---- PDF: the keywords ---- */

/* A string of PDF that begins at text: (with \\ escapes) or <FEFF…>, UTF-16. Caller frees; NULL:
 * none of both. */
static char *
show_pdf_string(const char *text, const char *end)
{
    g_autoptr(GByteArray) wide = g_byte_array_new();
    GString *out;

    if (text < end && *text == '<') {
        for (text++; text + 1 < end && g_ascii_isxdigit(text[0]) && g_ascii_isxdigit(text[1]);
             text += 2) {
            guint8 byte =
                (guint8)(g_ascii_xdigit_value(text[0]) * 16 + g_ascii_xdigit_value(text[1]));

            g_byte_array_append(wide, &byte, 1);
        }
        return wide->len < 2 ? NULL
                             : g_convert((const char *)wide->data + 2, (gssize)wide->len - 2,
                                         "UTF-8", "UTF-16BE", NULL, NULL, NULL);
    }
    if (text >= end || *text != '(')
        return NULL;
    out = g_string_new(NULL);
    for (text++; text < end && *text != ')'; text++) {
        if (*text == '\\' && text + 1 < end)
            text++;
        g_string_append_c(out, *text);
    }
    return g_string_free(out, FALSE);
}

/* A line a page: "command=…; hash=…". */
static void
show_pages(const char *keywords, Shown *shown)
{
    g_auto(GStrv) lines = g_strsplit(keywords, "\n", -1);
    g_autoptr(GString) commands = g_string_new(NULL), hashes = g_string_new(NULL);

    for (guint i = 0; lines[i] != NULL; i++) {
        const char *hash = g_strrstr(lines[i], "; hash=");
        const char *command = lines[i] + strlen("command=");

        if (!g_str_has_prefix(lines[i], "command=") || hash == NULL)
            return;
        g_string_append_printf(commands, "%s%.*s", i > 0 ? "\n" : "", (int)(hash - command),
                               command);
        g_string_append_printf(hashes, "%s%s", i > 0 ? "\n" : "", hash + strlen("; hash="));
    }
    shown->command = g_strdup(commands->str);
    shown->hash = hashes->len > 0 ? g_strdup(hashes->str) : NULL;
}

static void
show_pdf(const char *bytes, gsize length, Shown *shown)
{
    const char *end = bytes + length, *at = NULL;
    g_autofree char *keywords = NULL;

    /* Streams may hold the word as well: the last one is the document's. */
    for (gsize i = 0; i + strlen(SHOWN_KEY) < length; i++)
        at = bytes[i] == '/' && memcmp(bytes + i, SHOWN_KEY, strlen(SHOWN_KEY)) == 0 ? bytes + i
                                                                                     : at;
    if (at == NULL)
        return;
    keywords = show_pdf_string(at + strlen(SHOWN_KEY), end);
    if (keywords != NULL)
        show_pages(keywords, shown);
}

void
shown_clear(Shown *shown)
{
    g_clear_pointer(&shown->command, g_free);
    g_clear_pointer(&shown->hash, g_free);
}

static void
show_bytes(const char *bytes, gsize length, Shown *shown)
{
    if (png_is(bytes, length)) {
        shown->format = "png";
        shown->command = png_text(bytes, length, "Command");
        shown->hash = png_text(bytes, length, "Hash");
    } else if (length >= 5 && memcmp(bytes, "%PDF-", 5) == 0) {
        shown->format = "pdf";
        show_pdf(bytes, length, shown);
    } else if (length > 0) {
        shown->format = "svg";
        show_svg(bytes, length, shown);
    }
}

gboolean
shown_read(const char *path, Shown *ret_shown, GError **error)
{
    /* Never mapped: whoever cuts the file meanwhile would end the program. */
    g_autoptr(GBytes) bytes = whole_file_read(path, MAX_FILE, "no figure has so many", error);
    g_auto(Shown) shown = { .command = NULL };

    if (bytes == NULL)
        return FALSE;
    show_bytes(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), &shown);
    if (shown.command == NULL || !g_utf8_validate(shown.command, -1, NULL)) {
        error_set(error, ERROR_INPUT, (Where){ .file = path },
                  "this is no figure of Cartouche's, or it was drawn with --metadata=off");
        return FALSE;
    }
    *ret_shown = shown;
    shown = (Shown){ .command = NULL };
    return TRUE;
}
