#include "data/csv_sniff.h"

#include <string.h>

typedef struct {
    const char *start;
    guint length;
    const char *kind;
} Magic;

#define MAGIC(text, kind)                \
    {                                    \
        (text), sizeof(text) - 1, (kind) \
    }

/* First the longer of two that begin alike. */
static const Magic magics[] = {
    MAGIC("\xff\xfe\0\0", "UTF-32 text; say --encoding UTF-32"),
    MAGIC("\0\0\xfe\xff", "UTF-32 text; say --encoding UTF-32"),
    MAGIC("\xff\xfe", "UTF-16 text; say --encoding UTF-16"),
    MAGIC("\xfe\xff", "UTF-16 text; say --encoding UTF-16"),
    MAGIC("\x1f\x8b", "gzip data, not CSV; unpack it first"),
    MAGIC("BZh91AY&SY", "bzip2 data, not CSV; unpack it first"),
    MAGIC("\xfd"
          "7zXZ",
          "xz data, not CSV; unpack it first"),
    MAGIC("\x28\xb5\x2f\xfd", "zstd data, not CSV; unpack it first"),
    MAGIC("7z\xbc\xaf", "a 7z archive, not CSV; unpack it first"),
    MAGIC("Rar!\x1a", "a RAR archive, not CSV; unpack it first"),
    MAGIC("PK\x03\x04", "a ZIP file (perhaps an Excel workbook), not CSV; save it as CSV first"),
    MAGIC("\xd0\xcf\x11\xe0", "an old Office file (perhaps an Excel workbook), not CSV; "
                              "save it as CSV first"),
    MAGIC("\x89PNG\r\n", "a PNG image, not CSV"),
    MAGIC("\xff\xd8\xff", "a JPEG image, not CSV"),
    MAGIC("GIF8"
          "9a",
          "a GIF image, not CSV"),
    MAGIC("II*\0", "a TIFF image, not CSV"),
    MAGIC("MM\0*", "a TIFF image, not CSV"),
    MAGIC("%PDF-", "a PDF document, not CSV"),
    MAGIC("%!PS", "a PostScript document, not CSV"),
    MAGIC("{\\rtf", "an RTF document, not CSV"),
    MAGIC("SQLite format 3", "an SQLite database, not CSV"),
    MAGIC("PAR1\x15", "a Parquet file, not CSV"),
    MAGIC("ARROW1\0", "an Arrow file, not CSV"),
    MAGIC("\x89HDF", "an HDF5 file, not CSV"),
    MAGIC("\x7f"
          "ELF",
          "a program, not CSV"),
    MAGIC("#!/", "a script, not CSV"),
};

/* Markup, in lower case. */
static const Magic markups[] = {
    MAGIC("<!doctype", "an HTML page, not CSV"), MAGIC("<html", "an HTML page, not CSV"),
    MAGIC("<head", "an HTML page, not CSV"),     MAGIC("<body", "an HTML page, not CSV"),
    MAGIC("<table", "an HTML page, not CSV"),    MAGIC("<!--", "markup (HTML or XML), not CSV"),
    MAGIC("<?xml", "an XML document, not CSV"),  MAGIC("<svg", "an SVG image, not CSV"),
};

static const char *
skip_blanks(const char *p, const char *end)
{
    if (end - p >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0)
        p += 3;
    while (p < end && strchr(" \t\r\n", *p) && *p != '\0')
        p++;
    return p;
}

/* A header may well begin with a bracket, so only what cannot be meant as one counts. */
static gboolean
is_json(const char *p, const char *end)
{
    const char *inner;

    if (p == end || (*p != '{' && *p != '['))
        return FALSE;
    inner = skip_blanks(p + 1, end);
    if (inner == end)
        return TRUE;
    if (*p == '{')
        return *inner == '"' || *inner == '}';
    return strchr("{[\"]", *inner) != NULL && *inner != '\0';
}

/* Latin letters in two bytes each: every second byte is NUL. */
static const char *
two_byte_letters(const char *bytes, gsize length)
{
    guint even = 0, odd = 0;
    gsize n = MIN(length, 64) & ~(gsize)1;

    for (gsize i = 0; i < n; i += 2) {
        even += bytes[i] == '\0';
        odd += bytes[i + 1] == '\0';
    }
    if (n < 4 || (odd != 0 && even != 0))
        return NULL;
    if (odd > n / 4)
        return "UTF-16 text; say --encoding UTF-16LE";
    return even > n / 4 ? "UTF-16 text; say --encoding UTF-16BE" : NULL;
}

const char *
csv_sniff_other_kind(const char *bytes, gsize length)
{
    const char *end = bytes + length, *start = skip_blanks(bytes, end);

    for (guint i = 0; i < G_N_ELEMENTS(magics); i++)
        if (length >= magics[i].length && memcmp(bytes, magics[i].start, magics[i].length) == 0)
            return magics[i].kind;
    for (guint i = 0; i < G_N_ELEMENTS(markups); i++)
        if ((gsize)(end - start) >= markups[i].length &&
            g_ascii_strncasecmp(start, markups[i].start, markups[i].length) == 0)
            return markups[i].kind;
    if (is_json(start, end))
        return "JSON, not CSV";
    if (length >= 2 && memcmp(bytes, "MZ", 2) == 0 && memchr(bytes, '\0', MIN(length, 64)))
        return "a program, not CSV";
    return two_byte_letters(bytes, length);
}
