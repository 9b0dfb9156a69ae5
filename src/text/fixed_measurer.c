#include "text/measure.h"

static gboolean
has_no_width(gunichar c)
{
    return c != 0xad && g_unichar_iszerowidth(c);
}

static TextExtents
fixed_measure(TextMeasurer *measurer, const char *text, const TextStyle *style)
{
    gint64 halves = 0;

    (void)measurer;
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (!has_no_width(c))
            halves += g_unichar_iswide(c) ? 2 : 1;
    }
    return (TextExtents){
        .width = (double)halves * style->size / 2,
        .ascent = style->size * 0.75,
        .descent = style->size * 0.25,
        .line_height = style->size * 1.25,
    };
}

static void
fixed_free(TextMeasurer *measurer)
{
    g_free(measurer);
}

TextMeasurer *
fixed_measurer_new(void)
{
    TextMeasurer *measurer = g_new(TextMeasurer, 1);

    *measurer = (TextMeasurer){ .measure = fixed_measure, .free = fixed_free };
    return measurer;
}
