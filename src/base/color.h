// sRGB colours with alpha; distances and mixing in OKLab (B. Ottosson, 2020).
#pragma once

#include <glib.h>

typedef struct {
    guint8 r, g, b, a; /* a 255 is opaque */
} Color;

/* The braces alone serve static tables: a compound literal is no constant in strict C. */
#define COLOR_INIT(hex)                                            \
    {                                                              \
        ((hex) >> 16) & 0xff, ((hex) >> 8) & 0xff, (hex)&0xff, 255 \
    }
#define COLOR_RGB(hex) ((Color)COLOR_INIT(hex))
#define COLOR_NONE ((Color){ 0, 0, 0, 0 })

/* #rgb, #rrggbb, #rrggbbaa, "none", "transparent", and the CSS names of colours, in any case. FALSE
 * (and *ret_color untouched) for everything else. */
gboolean color_parse(const char *text, Color *ret_color);

/* The nearest names of colours, as error_suggest() gives them. Caller frees. */
char *color_suggest(const char *text);

/* #rgb when that is exact, else #rrggbb; alpha is not written. buffer has at least 8 bytes. */
void color_to_hex(Color color, char *buffer);

static inline gboolean
color_equal(Color a, Color b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}

static inline Color
color_with_alpha(Color c, double alpha)
{
    c.a = (guint8)(CLAMP(alpha, 0, 1) * 255 + 0.5);
    return c;
}

/* t 0 is a, 1 is b; mixed in OKLab, alpha linearly. */
Color color_mix(Color a, Color b, double t);

/* WCAG 2.2 contrast ratio of two opaque colours, 1 to 21. */
double color_contrast(Color a, Color b);

/* Of the two given the one that contrasts more with the background; black or white when that is
 * less than text needs (4.5:1, WCAG 2.2): one of them always has it. */
Color color_readable_on(Color background, Color dark, Color light);

/* The colour shifted towards black or white in OKLab until its contrast with the background is at
 * least ratio, as little as will do; the same colour if it already is. It stays on its own side of
 * the background where that side can reach the ratio. Black or white when the ratio cannot be
 * reached. */
Color color_ensure_contrast(Color color, Color background, double ratio);

/* No hue at all. */
static inline gboolean
color_is_grey(Color c)
{
    return c.r == c.g && c.g == c.b;
}

typedef enum { CVD_NONE, CVD_PROTAN, CVD_DEUTAN, CVD_TRITAN } CvdKind;

/* As seen with full colour vision deficiency (Machado, Oliveira, Fernandes, IEEE TVCG 15(6) 2009,
 * severity 1.0). */
Color color_simulate_cvd(Color color, CvdKind kind);

/* Euclidean distance in OKLab times 100. */
double color_distance(Color a, Color b);
