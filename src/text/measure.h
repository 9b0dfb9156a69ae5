// The size of text, asked from whoever was handed in (DESIGN rule 7).
#pragma once

#include "text/text_style.h"

/* px. ascent is above the baseline, descent below (both positive); line_height = distance of
 * baselines. */
typedef struct {
    double width, ascent, descent, line_height;
    const char *family; /* the font that drew it, if another than the style's; static or interned */
} TextExtents;

typedef struct TextMeasurer TextMeasurer;
struct TextMeasurer {
    /* One line of valid UTF-8 without control characters. Total: never fails. */
    TextExtents (*measure)(TextMeasurer *measurer, const char *text, const TextStyle *style);
    void (*free)(TextMeasurer *measurer);
};

static inline TextExtents
text_measure(TextMeasurer *measurer, const char *text, const TextStyle *style)
{
    return measurer->measure(measurer, text, style);
}

static inline void
text_measurer_free(TextMeasurer *measurer)
{
    if (measurer != NULL)
        measurer->free(measurer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TextMeasurer, text_measurer_free)

/* Every character 0.5 em wide (wide East Asian ones 1 em, combining marks 0), ascent 0.75 em,
 * descent 0.25 em, lines 1.25 em: exact arithmetic on every machine, for tests. */
TextMeasurer *fixed_measurer_new(void);

/* Built-in advances and pair kerning of Liberation Sans (regular, italic, bold, bold italic), equal
 * to what HarfBuzz lays out: Latin with Vietnamese, Greek, Cyrillic, punctuation, currency, arrows,
 * signs. What the tables lack goes to the fallback, opened on first need: another family, another
 * script. open_fallback may be NULL or return NULL: then missing characters count 0.6 em (wide ones
 * 1 em). The fallback is asked for once and freed with this measurer. */
TextMeasurer *table_measurer_new(TextMeasurer *(*open_fallback)(gpointer data), gpointer data);

/* TRUE when the tables know all characters of text and style asks for the default font. */
gboolean table_measurer_knows(const char *text, const TextStyle *style);

/* The width that text has when it is measured at the size 1000 px by the tables, for tests. */
double table_measurer_units(const char *text, gboolean bold);

/* Where the tables put each character: ret_x[i] is the origin of character i, px from the start of
 * the line, pair kerning included; ret_x has room for as many as text has characters (bytes are
 * enough). FALSE, and nothing is written, when !table_measurer_knows(text, style). */
gboolean table_layout(const char *text, const TextStyle *style, double *ret_x, guint *ret_n);
