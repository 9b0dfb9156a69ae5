#include "shaper/pango_measurer.h"

#include "shaper/pango_text.h"

/* Lines of fonts that ask for less stand as far apart as those of the default font. */
#define LEAST_LINE_HEIGHT 1.15

typedef struct {
    TextMeasurer measurer;
    PangoText *pango;
} PangoMeasurer;

static double
px(int pango_units)
{
    return (double)pango_units / PANGO_SCALE;
}

static gboolean
same_family(const char *a, const char *b)
{
    return g_ascii_strcasecmp(a, b) == 0;
}

/* The family that drew the most characters among those that are not the wanted one; NULL: none. */
static const char *
other_family(PangoLayoutLine *line, const char *wanted)
{
    const char *best = NULL;
    int most = 0;

    for (GSList *link = line->runs; link != NULL; link = link->next) {
        PangoItem *item = ((PangoLayoutRun *)link->data)->item;
        PangoFontDescription *font;
        const char *family;

        /* No font: none is installed. */
        if (item->num_chars <= most || item->analysis.font == NULL)
            continue;
        font = pango_font_describe(item->analysis.font);
        family = pango_font_description_get_family(font);
        if (family != NULL && !same_family(family, wanted)) {
            most = item->num_chars;
            best = g_intern_string(family);
        }
        pango_font_description_free(font);
    }
    return best;
}

static TextExtents
measure(TextMeasurer *measurer, const char *text, const TextStyle *style)
{
    PangoMeasurer *self = (PangoMeasurer *)measurer;
    g_autoptr(PangoLayout) layout = pango_text_layout(self->pango, text, style);
    const char *wanted = style->family != NULL ? style->family : pango_text_default_family();
    TextExtents extents = { 0 };
    PangoRectangle logical;
    int baseline = pango_layout_get_baseline(layout);

    pango_layout_get_extents(layout, NULL, &logical);
    extents.width = px(logical.width);
    extents.ascent = px(baseline);
    extents.descent = px(logical.height - baseline);
    extents.line_height = MAX(px(logical.height), LEAST_LINE_HEIGHT * style->size);
    extents.family = other_family(pango_layout_get_line_readonly(layout, 0), wanted);
    return extents;
}

static void
measurer_free(TextMeasurer *measurer)
{
    PangoMeasurer *self = (PangoMeasurer *)measurer;

    pango_text_free(self->pango);
    g_free(self);
}

TextMeasurer *
pango_measurer_new(void)
{
    PangoMeasurer *self = g_new0(PangoMeasurer, 1);

    self->measurer = (TextMeasurer){ .measure = measure, .free = measurer_free };
    self->pango = pango_text_new(FALSE);
    return &self->measurer;
}

guint
pango_measurer_missing(const char *text, const TextStyle *style)
{
    g_autoptr(PangoText) pango = pango_text_new(FALSE);
    g_autoptr(PangoLayout) layout = pango_text_layout(pango, text, style);

    return (guint)pango_layout_get_unknown_glyphs_count(layout);
}
