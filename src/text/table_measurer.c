// The built-in tables: advances and pair kerning in font units, one set a face.
#include "text/measure.h"

#include <string.h>

typedef struct {
    guint16 first, last; /* code points */
    guint16 index;       /* of first in the tables of the faces */
} CharRange;

typedef struct {
    const guint16 *advances;    /* by character index */
    const guint8 *left, *right; /* kerning classes by character index */
    const guint16 *starts;      /* by left class: the first of its pairs; one more at the end */
    const guint8 *pairs;        /* the right class */
    const gint16 *kerning;      /* what the pair adds */
} FontFace;

#include "text/liberation_sans.inc"

/* What a missing character counts when nobody can measure it, in font units. */
enum { MISSING_ADVANCE = FONT_UNITS * 6 / 10 };

typedef struct {
    TextMeasurer parent;
    TextMeasurer *(*open_fallback)(gpointer data);
    gpointer data;
    TextMeasurer *fallback; /* NULL: not opened, or there is none */
    gboolean asked;
} TableMeasurer;

/* -1: not in the tables. */
static int
char_index(gunichar c)
{
    guint low = 0, high = G_N_ELEMENTS(char_ranges);

    /* Most text is in the first range. */
    if (c >= char_ranges[0].first && c <= char_ranges[0].last)
        return char_ranges[0].index + (int)(c - char_ranges[0].first);
    while (low < high) {
        guint middle = (low + high) / 2;

        if (c > char_ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == G_N_ELEMENTS(char_ranges) || c < char_ranges[low].first)
        return -1;
    return char_ranges[low].index + (int)(c - char_ranges[low].first);
}

static int
pair_kerning(const FontFace *face, int left, int right)
{
    guint row = face->left[left];

    for (guint i = face->starts[row]; i < face->starts[row + 1]; i++)
        if (face->pairs[i] == face->right[right])
            return face->kerning[i];
    return 0;
}

/* Where a line of text stands while it is read. */
typedef struct {
    const FontFace *face;
    GUnicodeScript script; /* of the run; common until a letter has come */
    int last;              /* index of the character before, -1: none that is known */
} Line;

/* What stands between the last character and this one. Text layout shapes each script alone, and
 * blanks and signs belong to the script before them: nothing kerns where a run of another begins.
 */
static int
kerning_before(Line *line, gunichar c, int index)
{
    GUnicodeScript script = g_unichar_get_script(c);
    int last = line->last;

    line->last = index;
    if (script != G_UNICODE_SCRIPT_COMMON && script != G_UNICODE_SCRIPT_INHERITED &&
        script != line->script) {
        gboolean first = line->script == G_UNICODE_SCRIPT_COMMON;

        line->script = script;
        if (!first)
            return 0;
    }
    return last < 0 || index < 0 ? 0 : pair_kerning(line->face, last, index);
}

static gint64
text_units(const char *text, const FontFace *face)
{
    Line line = { .face = face, .script = G_UNICODE_SCRIPT_COMMON, .last = -1 };
    gint64 units = 0;

    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        int index = char_index(c);

        units += kerning_before(&line, c, index);
        if (index >= 0)
            units += face->advances[index];
        else if (!g_unichar_iszerowidth(c))
            units += g_unichar_iswide(c) ? FONT_UNITS : MISSING_ADVANCE;
    }
    return units;
}

static const FontFace *
face_for(gboolean bold, gboolean italic)
{
    return &font_faces[(bold ? 2 : 0) + (italic ? 1 : 0)];
}

gboolean
table_measurer_knows(const char *text, const TextStyle *style)
{
    if (style->family != NULL && g_ascii_strcasecmp(style->family, "Liberation Sans") != 0 &&
        g_ascii_strcasecmp(style->family, "Arial") != 0)
        return FALSE;
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p))
        if (char_index(g_utf8_get_char(p)) < 0)
            return FALSE;
    return TRUE;
}

double
table_measurer_units(const char *text, gboolean bold)
{
    return (double)text_units(text, face_for(bold, FALSE)) * 1000 / FONT_UNITS;
}

gboolean
table_layout(const char *text, const TextStyle *style, double *ret_x, guint *ret_n)
{
    Line line = { .face = face_for(style->bold, style->italic),
                  .script = G_UNICODE_SCRIPT_COMMON,
                  .last = -1 };
    gint64 units = 0;
    guint n = 0;

    if (!table_measurer_knows(text, style))
        return FALSE;
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        int index = char_index(c);

        units += kerning_before(&line, c, index);
        ret_x[n++] = (double)units * style->size / FONT_UNITS;
        units += line.face->advances[index];
    }
    *ret_n = n;
    return TRUE;
}

static TextMeasurer *
fallback_of(TableMeasurer *table)
{
    if (!table->asked && table->open_fallback != NULL)
        table->fallback = table->open_fallback(table->data);
    table->asked = TRUE;
    return table->fallback;
}

static TextExtents
table_measure(TextMeasurer *measurer, const char *text, const TextStyle *style)
{
    TableMeasurer *table = (TableMeasurer *)measurer;
    double em = style->size / FONT_UNITS;

    if (!table_measurer_knows(text, style)) {
        TextMeasurer *fallback = fallback_of(table);

        if (fallback != NULL)
            return text_measure(fallback, text, style);
    }
    return (TextExtents){
        .width = (double)text_units(text, face_for(style->bold, style->italic)) * em,
        .ascent = FONT_ASCENT * em,
        .descent = FONT_DESCENT * em,
        .line_height = (FONT_ASCENT + FONT_DESCENT + FONT_LINE_GAP) * em,
    };
}

static void
table_free(TextMeasurer *measurer)
{
    TableMeasurer *table = (TableMeasurer *)measurer;

    text_measurer_free(table->fallback);
    g_free(table);
}

TextMeasurer *
table_measurer_new(TextMeasurer *(*open_fallback)(gpointer data), gpointer data)
{
    TableMeasurer *table = g_new(TableMeasurer, 1);

    *table = (TableMeasurer){
        .parent = { .measure = table_measure, .free = table_free },
        .open_fallback = open_fallback,
        .data = data,
    };
    return &table->parent;
}
