#include "shaper/pango_text.h"

#include <cairo-ft.h>

#define DEFAULT_FAMILY "Liberation Sans"
#define FALLBACK_FAMILIES "Arial,Helvetica,sans-serif"

struct PangoText {
    PangoContext *context;
};

const char *
pango_text_default_family(void)
{
    return DEFAULT_FAMILY;
}

PangoText *
pango_text_new(gboolean hinted)
{
    PangoText *pango = g_new(PangoText, 1);
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options,
                                      hinted ? CAIRO_HINT_STYLE_SLIGHT : CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango->context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    pango_cairo_context_set_font_options(pango->context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(pango->context, 96);
    pango_context_set_round_glyph_positions(pango->context, FALSE);
    /* Not the language of the locale: the same input gives the same bytes everywhere. */
    pango_context_set_language(pango->context, pango_language_from_string("en"));
    return pango;
}

void
pango_text_free(PangoText *pango)
{
    if (pango == NULL)
        return;
    g_object_unref(pango->context);
    g_free(pango);
}

PangoLayout *
pango_text_layout(PangoText *pango, const char *text, const TextStyle *style)
{
    PangoLayout *layout = pango_layout_new(pango->context);
    PangoFontDescription *font = pango_font_description_new();
    g_autofree char *families =
        style->family != NULL
            ? g_strconcat(style->family, "," DEFAULT_FAMILY "," FALLBACK_FAMILIES, NULL)
            : g_strdup(DEFAULT_FAMILY "," FALLBACK_FAMILIES);

    pango_font_description_set_family(font, families);
    pango_font_description_set_absolute_size(font, style->size * PANGO_SCALE);
    pango_font_description_set_weight(font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(font, style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    pango_layout_set_text(layout, text, -1);
    return layout;
}

/* Fonts of pictures (colour emoji) have no outlines to fill. */
static gboolean
has_outlines(PangoFont *font)
{
    cairo_scaled_font_t *scaled =
        PANGO_IS_CAIRO_FONT(font) ? pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font)) : NULL;
    FT_Face face;
    gboolean scalable;

    if (scaled == NULL || cairo_scaled_font_get_type(scaled) != CAIRO_FONT_TYPE_FT)
        return FALSE;
    face = cairo_ft_scaled_font_lock_face(scaled);
    if (face == NULL)
        return FALSE;
    scalable = FT_IS_SCALABLE(face) && !FT_HAS_COLOR(face);
    cairo_ft_scaled_font_unlock_face(scaled);
    return scalable;
}

static gboolean
line_has_outlines(PangoLayoutLine *line)
{
    for (GSList *run = line->runs; run != NULL; run = run->next)
        if (!has_outlines(((PangoLayoutRun *)run->data)->item->analysis.font))
            return FALSE;
    return TRUE;
}

void
pango_text_outline(PangoText *pango, cairo_t *cr, const char *text, const TextStyle *style)
{
    g_autoptr(PangoLayout) layout = pango_text_layout(pango, text, style);

    pango_cairo_update_layout(cr, layout);
    cairo_move_to(cr, 0, 0);
    pango_cairo_layout_line_path(cr, pango_layout_get_line_readonly(layout, 0));
}

void
pango_text_show(PangoText *pango, cairo_t *cr, const char *text, const TextStyle *style,
                gboolean as_text)
{
    g_autoptr(PangoLayout) layout = pango_text_layout(pango, text, style);
    PangoLayoutLine *line;

    pango_cairo_update_layout(cr, layout);
    line = pango_layout_get_line_readonly(layout, 0);
    cairo_new_path(cr);
    cairo_move_to(cr, 0, 0);
    if (as_text || !line_has_outlines(line)) {
        pango_cairo_show_layout_line(cr, line);
    } else {
        pango_cairo_layout_line_path(cr, line);
        cairo_fill(cr);
    }
    cairo_new_path(cr);
}
