#include "base/color.h"

#include <math.h>

/* What text needs against its ground (WCAG 2.2, 1.4.3). */
#define TEXT_CONTRAST 4.5

/* Linear light, 0 to 1. */
typedef struct {
    double r, g, b;
} Linear;

typedef struct {
    double l, a, b;
} Oklab;

static const double linear_of[256] = {
#include "base/color_linear.inc"
};

static guint8
encode(double v)
{
    v = CLAMP(v, 0, 1);
    v = v <= 0.0031308 ? v * 12.92 : 1.055 * pow(v, 1 / 2.4) - 0.055;
    return (guint8)(v * 255 + 0.5);
}

static Linear
to_linear(Color color)
{
    return (Linear){ linear_of[color.r], linear_of[color.g], linear_of[color.b] };
}

static Color
from_linear(Linear c, guint8 alpha)
{
    return (Color){ encode(c.r), encode(c.g), encode(c.b), alpha };
}

/* The matrices of https://bottosson.github.io/posts/oklab/ (2021 revision). */
static Oklab
to_oklab(Color color)
{
    Linear c = to_linear(color);
    double l = cbrt(0.4122214708 * c.r + 0.5363325363 * c.g + 0.0514459929 * c.b);
    double m = cbrt(0.2119034982 * c.r + 0.6806995451 * c.g + 0.1073969566 * c.b);
    double s = cbrt(0.0883024619 * c.r + 0.2817188376 * c.g + 0.6299787005 * c.b);

    return (Oklab){
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    };
}

static Color
from_oklab(Oklab c, guint8 alpha)
{
    double l = c.l + 0.3963377774 * c.a + 0.2158037573 * c.b;
    double m = c.l - 0.1055613458 * c.a - 0.0638541728 * c.b;
    double s = c.l - 0.0894841775 * c.a - 1.2914855480 * c.b;

    l = l * l * l;
    m = m * m * m;
    s = s * s * s;
    return from_linear((Linear){ 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
                                 -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
                                 -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s },
                       alpha);
}

static Oklab
mix(Oklab from, Oklab to, double part)
{
    return (Oklab){ from.l + (to.l - from.l) * part, from.a + (to.a - from.a) * part,
                    from.b + (to.b - from.b) * part };
}

Color
color_mix(Color a, Color b, double t)
{
    double part = CLAMP(t, 0, 1);
    guint8 alpha = (guint8)(a.a + (b.a - a.a) * part + 0.5);

    return from_oklab(mix(to_oklab(a), to_oklab(b), part), alpha);
}

static double
luminance(Color color)
{
    Linear c = to_linear(color);

    return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b;
}

double
color_contrast(Color a, Color b)
{
    double la = luminance(a), lb = luminance(b);

    return (MAX(la, lb) + 0.05) / (MIN(la, lb) + 0.05);
}

Color
color_readable_on(Color background, Color dark, Color light)
{
    const Color black = { 0, 0, 0, dark.a }, white = { 255, 255, 255, light.a };
    double on_dark = color_contrast(background, dark), on_light = color_contrast(background, light);

    /* On the greys in the middle only black or white themselves can be read. */
    if (MAX(on_dark, on_light) < TEXT_CONTRAST)
        return color_contrast(background, black) >= color_contrast(background, white) ? black
                                                                                      : white;
    return on_dark >= on_light ? dark : light;
}

Color
color_ensure_contrast(Color color, Color background, double ratio)
{
    const Color black = { 0, 0, 0, color.a }, white = { 255, 255, 255, color.a };
    gboolean is_lighter = luminance(color) > luminance(background);
    Color own_side = is_lighter ? white : black;
    Color target;
    double low = 0, high = 1;
    Oklab from, to;

    if (color_contrast(color, background) >= ratio)
        return color;
    if (color_contrast(own_side, background) >= ratio)
        target = own_side;
    else
        target = color_readable_on(background, black, white);

    from = to_oklab(color);
    to = to_oklab(target);
    /* On the way the contrast falls at most down to 1 and then only grows, so the first point that
     * has the ratio can be halved in on. Finer than 1/1024 no 8-bit channel tells. */
    while (high - low > 1.0 / 1024) {
        double middle = (low + high) / 2;

        if (color_contrast(from_oklab(mix(from, to, middle), color.a), background) >= ratio)
            high = middle;
        else
            low = middle;
    }
    return from_oklab(mix(from, to, high), color.a);
}

/* The matrices that Machado and others publish for severity 1.0; for linear light. */
static const double cvd_matrices[][3][3] = {
    [CVD_PROTAN] = { { 0.152286, 1.052583, -0.204868 },
                     { 0.114503, 0.786281, 0.099216 },
                     { -0.003882, -0.048116, 1.051998 } },
    [CVD_DEUTAN] = { { 0.367322, 0.860646, -0.227968 },
                     { 0.280085, 0.672501, 0.047413 },
                     { -0.011820, 0.042940, 0.968881 } },
    [CVD_TRITAN] = { { 1.255528, -0.076749, -0.178779 },
                     { -0.078411, 0.930809, 0.147602 },
                     { 0.004733, 0.691367, 0.303900 } },
};

Color
color_simulate_cvd(Color color, CvdKind kind)
{
    Linear c = to_linear(color);
    const double(*m)[3] = cvd_matrices[kind];

    if (kind == CVD_NONE)
        return color;
    return from_linear((Linear){ m[0][0] * c.r + m[0][1] * c.g + m[0][2] * c.b,
                                 m[1][0] * c.r + m[1][1] * c.g + m[1][2] * c.b,
                                 m[2][0] * c.r + m[2][1] * c.g + m[2][2] * c.b },
                       color.a);
}

double
color_distance(Color a, Color b)
{
    Oklab x = to_oklab(a), y = to_oklab(b);
    double dl = x.l - y.l, da = x.a - y.a, db = x.b - y.b;

    return 100 * sqrt(dl * dl + da * da + db * db);
}
