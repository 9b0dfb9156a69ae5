#include "scale/ramp.h"

#include <math.h>
#include <string.h>

/* clang-format off */
#define C(hex) COLOR_INIT(0x##hex)

/* Ours run in seven steps of equal lightness in OKLab, each through its colour of the palette or
 * near it, and turn a little in hue so that the pale end does not grey. */
static const Color blue[] = {
    C(d8edfc), C(a2cff2), C(6eafe8), C(3e8ed8), C(156dbf), C(014e9b), C(0c336a),
};
static const Color teal[] = {
    C(d6f0ec), C(99d7d0), C(57bcb5), C(069e9a), C(047c7d), C(035c60), C(013d43),
};
static const Color orange[] = {
    C(f9e7cc), C(f1be83), C(e9913b), C(d26903), C(ac4b01), C(863101), C(5e1d06),
};
static const Color purple[] = {
    C(f4e3f4), C(e0bae0), C(cd91cb), C(b56ab2), C(9a4795), C(7b2971), C(581649),
};
static const Color grey[] = {
    C(e6e8ea), C(c2c7cf), C(9fa7b3), C(7f8895), C(626b77), C(474e59), C(2d333c),
};

/* Every twentieth or so of the published 256 colours, dark end last; between them OKLab stays
 * within 1.1 (of 100) of the published ones. viridis: S. van der Walt, N. Smith, matplotlib, 2015.
 * cividis: J. Nuñez, C. Anderton, R. Renslow, PLoS ONE 13(7), 2018. */
static const Color viridis[] = {
    C(fde725), C(c8e020), C(8ed645), C(5cc863), C(35b779), C(20a486), C(21918c),
    C(287c8e), C(31688e), C(3b528b), C(443983), C(481f70), C(440154),
};
static const Color cividis[] = {
    C(fee838), C(e9d34e), C(d1bf61), C(bbad6d), C(a59c74), C(918b78), C(7d7c78),
    C(6a6c71), C(575d6d), C(434e6c), C(2a3f6d), C(003170), C(00224e),
};
/* As viridis; from colour 41 to 241 only, as its black and its pale yellow would be lost on a
 * background. */
static const Color magma[] = {
    C(fde3a5), C(fec488), C(fea772), C(fb8761), C(f4675c), C(e44f64), C(cc3f71),
    C(b0357b), C(962c80), C(7b2382), C(601880), C(471078), C(2a115c),
};
/* As viridis; from colour 41 to 241, and from 15 to 255, for the same reason. */
static const Color inferno[] = {
    C(f1ec6d), C(fac62d), C(fc9f07), C(f57b17), C(e55c30), C(ce4347), C(b1325a),
    C(922568), C(721a6e), C(520e6d), C(310a5c),
};
static const Color plasma[] = {
    C(f0f921), C(fbd724), C(feb72d), C(f99a3e), C(f07f4f), C(e26660), C(d24f71),
    C(bf3984), C(a82296), C(8e0ca4), C(7100a8), C(5102a3), C(2f0596),
};

/* Both arms have the same lightness step by step; hues are of the palette. */
static const Color blue_red_light[] = {
    C(023d74), C(2066b0), C(5494dc), C(9cc2ef), C(edeff1), C(f2aa9a), C(dd6952), C(ad371f), C(721603),
};
static const Color blue_red_dark[] = {
    C(9ac8ff), C(599eee), C(4077b5), C(355273), C(2c2e30), C(753f33), C(b5523e), C(ee7056), C(ffac9a),
};
static const Color purple_green_light[] = {
    C(552464), C(87469a), C(b374c6), C(d5afe1), C(edeff1), C(a1cba9), C(5ca36d), C(287740), C(084a20),
};
static const Color purple_green_dark[] = {
    C(e8a8fc), C(c17cd6), C(925ca2), C(604369), C(2c2e30), C(38593f), C(478456), C(61b074), C(91d8a0),
};
static const Color brown_teal_light[] = {
    C(693d00), C(9c5f0b), C(c58949), C(e0ba96), C(edeff1), C(9bcdcd), C(4aa9a8), C(047f7f), C(025454),
};
static const Color brown_teal_dark[] = {
    C(f0b87b), C(c98d48), C(986933), C(644a2e), C(2c2e30), C(305856), C(348380), C(49aeaa), C(80d6d2),
};
#undef C

#define SEQUENTIAL(id, words)                                       \
    static const Ramp ramp_##id = {                                 \
        .name = #id, .summary = words, .kind = RAMP_SEQUENTIAL,     \
        .n = G_N_ELEMENTS(id), .light = id,                         \
    }
#define DIVERGING(id, id_name, words)                               \
    static const Ramp ramp_##id = {                                 \
        .name = id_name, .summary = words, .kind = RAMP_DIVERGING,  \
        .n = G_N_ELEMENTS(id##_light),                              \
        .light = id##_light, .dark = id##_dark,                     \
    };                                                              \
    G_STATIC_ASSERT(G_N_ELEMENTS(id##_light) == G_N_ELEMENTS(id##_dark))
/* clang-format on */

SEQUENTIAL(blue, "one hue, pale to deep blue");
SEQUENTIAL(teal, "one hue, pale to deep teal");
SEQUENTIAL(orange, "one hue, sand to burnt orange");
SEQUENTIAL(purple, "one hue, pale to deep plum");
SEQUENTIAL(grey, "no hue, for print without colour");
SEQUENTIAL(viridis, "yellow, green, blue, violet; even steps with every colour vision");
SEQUENTIAL(cividis, "yellow to blue; the same picture with and without red-green vision");
SEQUENTIAL(magma, "pale orange, red, violet, near black");
SEQUENTIAL(inferno, "pale yellow, orange, crimson, near black; more contrast than magma");
SEQUENTIAL(plasma, "yellow, orange, magenta, deep blue; vivid on screens");
DIVERGING(blue_red, "blue-red", "less is blue, more is red");
DIVERGING(purple_green, "purple-green", "less is purple, more is green");
DIVERGING(brown_teal, "brown-teal", "less is brown, more is teal: dry and wet");

const Ramp *const ramps[] = {
    &ramp_blue,     &ramp_teal,         &ramp_orange,     &ramp_purple,  &ramp_grey,
    &ramp_viridis,  &ramp_cividis,      &ramp_magma,      &ramp_inferno, &ramp_plasma,
    &ramp_blue_red, &ramp_purple_green, &ramp_brown_teal, NULL,
};

const Ramp *const ramp_diverging = &ramp_blue_red;

const Ramp *
ramp_find(const char *name)
{
    for (gsize i = 0; ramps[i] != NULL; i++)
        if (strcmp(ramps[i]->name, name) == 0)
            return ramps[i];
    return NULL;
}

const char **
ramp_names(void)
{
    const char **names = g_new0(const char *, G_N_ELEMENTS(ramps));

    for (gsize i = 0; ramps[i] != NULL; i++)
        names[i] = ramps[i]->name;
    return names;
}

Color
ramp_color(const Ramp *ramp, double t, gboolean dark)
{
    gboolean backwards = dark && ramp->dark == NULL;
    const Color *colors = dark && !backwards ? ramp->dark : ramp->light;
    double at;
    guint before;

    if (isnan(t))
        return COLOR_NONE;
    at = CLAMP(backwards ? 1 - t : t, 0, 1) * (ramp->n - 1);
    before = MIN((guint)at, ramp->n - 2);
    return color_mix(colors[before], colors[before + 1], at - before);
}

Color
ramp_class_color(const Ramp *ramp, guint i, guint n, gboolean dark)
{
    if (n < 2)
        return ramp_color(ramp, ramp->kind == RAMP_DIVERGING ? 0.5 : 1, dark);
    return ramp_color(ramp, (double)i / (n - 1), dark);
}

Color
ramp_color_of_class(const Ramp *ramp, const Classes *classes, guint i, gboolean dark)
{
    return ramp_class_color(ramp, classes->before + i,
                            classes->before + classes->n + classes->after, dark);
}

double
ramp_place(double value, double min, double middle, double max)
{
    double reach;

    if (isnan(value))
        return NAN;
    if (isnan(middle)) {
        middle = min / 2 + max / 2;
        reach = max / 2 - min / 2;
    } else {
        reach = MAX(fabs(max - middle), fabs(min - middle));
    }
    if (!(reach != 0))
        return 0.5;
    return CLAMP(0.5 + (value - middle) / reach / 2, 0, 1);
}
