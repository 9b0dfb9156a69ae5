#include "raster/text_painter.h"

#include "raster/default_font.h"
#include "raster/host.h"

struct TextPainter {
    TextLook look;
    /* Both are there when the first text needs them. */
    const ShaperModule *shaper;
    PangoText *pango;
};

TextPainter *
text_painter_new(TextLook look)
{
    TextPainter *painter = g_new0(TextPainter, 1);

    painter->look = look;
    return painter;
}

void
text_painter_free(TextPainter *painter)
{
    if (painter == NULL)
        return;
    if (painter->pango != NULL)
        painter->shaper->text_free(painter->pango);
    g_free(painter);
}

static double
anchor_offset(const SceneNode *node)
{
    switch (node->text.anchor) {
    case ANCHOR_START:
        return 0;
    case ANCHOR_MIDDLE:
        return -node->text.extents.width / 2;
    case ANCHOR_END:
        return -node->text.extents.width;
    }
    return 0;
}

/* Hinted letters are sharp only if they stand on a whole row of pixels. */
static void
snap_baseline(cairo_t *cr)
{
    double x = 0, y = 0;

    cairo_user_to_device(cr, &x, &y);
    y = floor(y + 0.5);
    cairo_device_to_user(cr, &x, &y);
    cairo_translate(cr, x, y);
}

static void
set_color(cairo_t *cr, Color color)
{
    cairo_set_source_rgba(cr, color.r / 255.0, color.g / 255.0, color.b / 255.0, color.a / 255.0);
}

static gboolean
draw_with_pango(TextPainter *painter, cairo_t *cr, const SceneNode *node, GError **error)
{
    if (painter->pango == NULL) {
        painter->shaper = host_shaper(error);
        if (painter->shaper == NULL)
            return FALSE;
        painter->pango = painter->shaper->text_new(painter->look.hinted);
    }
    set_color(cr, node->fill);
    painter->shaper->text_show(painter->pango, cr, node->text.text, &node->text.style,
                               painter->look.as_text);
    return TRUE;
}

gboolean
text_painter_draw(TextPainter *painter, cairo_t *cr, const SceneNode *node, GError **error)
{
    const TextStyle *style = &node->text.style;
    Color color = node->fill;
    gboolean drawn = TRUE;

    if (color.a == 0 || style->size <= 0 || node->text.text[0] == '\0')
        return TRUE;
    cairo_save(cr);
    cairo_translate(cr, node->text.at.x, node->text.at.y);
    cairo_rotate(cr, node->text.angle * G_PI / 180);
    cairo_translate(cr, anchor_offset(node), 0);
    if (painter->look.hinted && node->text.angle == 0)
        snap_baseline(cr);

    g_autoptr(DefaultText) text = default_text_new(node->text.text, style);

    if (text != NULL)
        default_text_show(text, cr, color, painter->look.as_text, painter->look.hinted);
    else
        drawn = draw_with_pango(painter, cr, node, error);
    cairo_restore(cr);
    return drawn;
}
