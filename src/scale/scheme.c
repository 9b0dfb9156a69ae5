#include "scale/scheme.h"

#include "scale/ramp.h"

#include <math.h>
#include <string.h>

/* Our own: deep blue, vermilion, teal, gold, plum, slate, forest, rose. Searched for in OKLab with
 * the contrast and the distances of the test as bounds, then judged by eye as bars, lines and dots.
 */
static const Color cartouche_light[] = { COLOR_INIT(0x0856a6), COLOR_INIT(0xcd4626),
                                         COLOR_INIT(0x12a49e), COLOR_INIT(0xb98d00),
                                         COLOR_INIT(0x6f1c58), COLOR_INIT(0x627692),
                                         COLOR_INIT(0x275935), COLOR_INIT(0xda748c) };
static const Color cartouche_dark[] = { COLOR_INIT(0x56a3ef), COLOR_INIT(0xe96141),
                                        COLOR_INIT(0x5ed3d1), COLOR_INIT(0xeec56d),
                                        COLOR_INIT(0xa95e9e), COLOR_INIT(0x94a0aa),
                                        COLOR_INIT(0x4a955d), COLOR_INIT(0xfda3b6) };
static const Palette cartouche = {
    .name = "cartouche",
    .summary =
        "reports on paper and screen: eight colours for every colour vision, all 3:1 on white",
    .n = G_N_ELEMENTS(cartouche_light),
    .light = cartouche_light,
    .dark = cartouche_dark,
};

G_STATIC_ASSERT(G_N_ELEMENTS(cartouche_light) == G_N_ELEMENTS(cartouche_dark));

/* M. Okabe, K. Ito, Color Universal Design, 2008. Black is white on a dark background. */
static const Color okabe_ito_light[] = { COLOR_INIT(0x0072b2), COLOR_INIT(0xe69f00),
                                         COLOR_INIT(0x009e73), COLOR_INIT(0xcc79a7),
                                         COLOR_INIT(0x56b4e9), COLOR_INIT(0xd55e00),
                                         COLOR_INIT(0xf0e442), COLOR_INIT(0x000000) };
static const Color okabe_ito_dark[] = { COLOR_INIT(0x0072b2), COLOR_INIT(0xe69f00),
                                        COLOR_INIT(0x009e73), COLOR_INIT(0xcc79a7),
                                        COLOR_INIT(0x56b4e9), COLOR_INIT(0xd55e00),
                                        COLOR_INIT(0xf0e442), COLOR_INIT(0xffffff) };
static const Palette okabe_ito = {
    .name = "okabe-ito",
    .summary = "science, every colour vision (Okabe, Ito 2008); yellow, sky blue, orange are under "
               "3:1 on white",
    .n = G_N_ELEMENTS(okabe_ito_light),
    .light = okabe_ito_light,
    .dark = okabe_ito_dark,
};

G_STATIC_ASSERT(G_N_ELEMENTS(okabe_ito_light) == G_N_ELEMENTS(okabe_ito_dark));

/* M. Petroff, Accessible Color Sequences for Data Visualization, arXiv 2107.02270. On a dark
 * background the dark ones are lifted to 3:1, here and below. */
static const Color petroff6_light[] = { COLOR_INIT(0x5790fc), COLOR_INIT(0xf89c20),
                                        COLOR_INIT(0xe42536), COLOR_INIT(0x964a8b),
                                        COLOR_INIT(0x9c9ca1), COLOR_INIT(0x7a21dd) };
static const Color petroff6_dark[] = { COLOR_INIT(0x5790fc), COLOR_INIT(0xf89c20),
                                       COLOR_INIT(0xe42536), COLOR_INIT(0x964a8b),
                                       COLOR_INIT(0x9c9ca1), COLOR_INIT(0x8138e0) };
static const Palette petroff6 = {
    .name = "petroff6",
    .summary =
        "lines and dots of six series (Petroff 2021); orange and grey are under 3:1 on white",
    .n = G_N_ELEMENTS(petroff6_light),
    .light = petroff6_light,
    .dark = petroff6_dark,
};

G_STATIC_ASSERT(G_N_ELEMENTS(petroff6_light) == G_N_ELEMENTS(petroff6_dark));

static const Color petroff8_light[] = { COLOR_INIT(0x1845fb), COLOR_INIT(0xff5e02),
                                        COLOR_INIT(0xc91f16), COLOR_INIT(0xc849a9),
                                        COLOR_INIT(0xadad7d), COLOR_INIT(0x86c8dd),
                                        COLOR_INIT(0x578dff), COLOR_INIT(0x656364) };
static const Color petroff8_dark[] = { COLOR_INIT(0x1e4ffc), COLOR_INIT(0xff5e02),
                                       COLOR_INIT(0xc91f16), COLOR_INIT(0xc849a9),
                                       COLOR_INIT(0xadad7d), COLOR_INIT(0x86c8dd),
                                       COLOR_INIT(0x578dff), COLOR_INIT(0x666465) };
static const Palette petroff8 = {
    .name = "petroff8",
    .summary = "the same for eight series; khaki and pale blue are under 3:1 on white",
    .n = G_N_ELEMENTS(petroff8_light),
    .light = petroff8_light,
    .dark = petroff8_dark,
};

G_STATIC_ASSERT(G_N_ELEMENTS(petroff8_light) == G_N_ELEMENTS(petroff8_dark));

static const Color petroff10_light[] = { COLOR_INIT(0x3f90da), COLOR_INIT(0xffa90e),
                                         COLOR_INIT(0xbd1f01), COLOR_INIT(0x94a4a2),
                                         COLOR_INIT(0x832db6), COLOR_INIT(0xa96b59),
                                         COLOR_INIT(0xe76300), COLOR_INIT(0xb9ac70),
                                         COLOR_INIT(0x717581), COLOR_INIT(0x92dadd) };
static const Color petroff10_dark[] = { COLOR_INIT(0x3f90da), COLOR_INIT(0xffa90e),
                                        COLOR_INIT(0xc02a11), COLOR_INIT(0x94a4a2),
                                        COLOR_INIT(0x8c40bc), COLOR_INIT(0xa96b59),
                                        COLOR_INIT(0xe76300), COLOR_INIT(0xb9ac70),
                                        COLOR_INIT(0x717581), COLOR_INIT(0x92dadd) };
static const Palette petroff10 = {
    .name = "petroff10",
    .summary = "the same for ten series; orange, grey, sand and pale cyan are under 3:1 on white",
    .n = G_N_ELEMENTS(petroff10_light),
    .light = petroff10_light,
    .dark = petroff10_dark,
};

G_STATIC_ASSERT(G_N_ELEMENTS(petroff10_light) == G_N_ELEMENTS(petroff10_dark));

/* Government Analysis Function (UK), Data visualisation: colours. */
static const Color analysis_function_light[] = { COLOR_INIT(0x12436d), COLOR_INIT(0x28a197),
                                                 COLOR_INIT(0x801650), COLOR_INIT(0xf46a25),
                                                 COLOR_INIT(0x3d3d3d), COLOR_INIT(0xa285d1) };
static const Color analysis_function_dark[] = { COLOR_INIT(0x44688b), COLOR_INIT(0x28a197),
                                                COLOR_INIT(0x9c496f), COLOR_INIT(0xf46a25),
                                                COLOR_INIT(0x656565), COLOR_INIT(0xa285d1) };
static const Palette analysis_function = {
    .name = "analysis-function",
    .summary = "official statistics (UK Analysis Function): six colours, all 3:1 on white",
    .n = G_N_ELEMENTS(analysis_function_light),
    .light = analysis_function_light,
    .dark = analysis_function_dark,
};

G_STATIC_ASSERT(G_N_ELEMENTS(analysis_function_light) == G_N_ELEMENTS(analysis_function_dark));

/* Steps of lightness, neighbours far apart. Black and white are left to text and page. */
static const Color grey_light[] = { COLOR_INIT(0x1f1f1f), COLOR_INIT(0x7d7d7d),
                                    COLOR_INIT(0x4a4a4a), COLOR_INIT(0x666666) };
static const Color grey_dark[] = { COLOR_INIT(0xf2f2f2), COLOR_INIT(0x787878), COLOR_INIT(0xb8b8b8),
                                   COLOR_INIT(0x969696) };
static const Palette grey = {
    .name = "grey",
    .summary =
        "print without colour: four greys, all 3:1 on white (--code both tells more series apart)",
    .n = G_N_ELEMENTS(grey_light),
    .light = grey_light,
    .dark = grey_dark,
};

G_STATIC_ASSERT(G_N_ELEMENTS(grey_light) == G_N_ELEMENTS(grey_dark));

const Palette *const palettes[] = {
    &cartouche, &okabe_ito, &petroff6, &petroff8, &petroff10, &analysis_function, &grey, NULL,
};

const Palette *
palette_find(const char *name)
{
    for (gsize i = 0; palettes[i] != NULL; i++) {
        if (strcmp(palettes[i]->name, name) == 0)
            return palettes[i];
    }
    return NULL;
}

const char **
palette_and_ramp_names(void)
{
    g_autofree const char **of_ramps = ramp_names();
    GPtrArray *names = g_ptr_array_new();

    for (gsize i = 0; palettes[i] != NULL; i++)
        g_ptr_array_add(names, (gpointer)palettes[i]->name);
    for (gsize i = 0; of_ramps[i] != NULL; i++)
        g_ptr_array_add(names, (gpointer)of_ramps[i]);
    g_ptr_array_add(names, NULL);
    return (const char **)g_ptr_array_free(names, FALSE);
}

Color
palette_color(const Palette *palette, guint index, gboolean dark)
{
    const Color *colors = dark ? palette->dark : palette->light;
    Color color = colors[index % palette->n];
    guint round = index / palette->n;
    gboolean lighter = dark == (round % 2 == 1);

    if (round == 0)
        return color;
    /* Each step goes a part of the way that is left, so that black and white are never reached. */
    return color_mix(color, lighter ? COLOR_RGB(0xffffff) : COLOR_RGB(0x000000),
                     1 - pow(0.68, (round + 1) / 2));
}
