// floor_png RASTER.so OUT.png: the least that a PNG of 1600 x 1000 pixels with one line of text can
// cost here: opening the module, one string in the default font, our own writer.
#include "backend/raster_module.h"
#include "scene/builder.h"

#include <gmodule.h>
#include <stdio.h>
#include <stdlib.h>

static Scene *
one_string(void)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 800, 500 });
    TextStyle style = { .size = 20, .color = COLOR_RGB(0x000000) };
    const char *text = "Trade with North Korea";
    g_autoptr(TextMeasurer) measurer = table_measurer_new(NULL, NULL);

    scene_builder_set_texts(builder, text, NULL, NULL, NULL);
    scene_builder_set_look(builder, COLOR_RGB(0xffffff), &style);
    scene_builder_text(builder, text, (Point){ 20, 40 }, ANCHOR_START, 0, &style,
                       text_measure(measurer, text, &style));
    return scene_builder_finish(builder);
}

int
main(int argc, char **argv)
{
    OutputOptions options = { .scale = 2, .metadata = TRUE };
    gpointer symbol = NULL;
    GModule *module = argc == 3 ? g_module_open(argv[1], G_MODULE_BIND_LOCAL) : NULL;
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = NULL;
    g_autoptr(Scene) scene = NULL;
    const RasterModule *raster;

    if (module == NULL || !g_module_symbol(module, "cartouche_raster", &symbol)) {
        fprintf(stderr, "usage: floor_png RASTER.so OUT.png\n");
        return 2;
    }
    raster = symbol;
    scene = one_string();
    bytes = raster->write_png(scene, &options, &error);
    if (bytes == NULL || !g_file_set_contents(argv[2], g_bytes_get_data(bytes, NULL),
                                              (gssize)g_bytes_get_size(bytes), &error)) {
        fprintf(stderr, "floor_png: %s\n", error->message);
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
