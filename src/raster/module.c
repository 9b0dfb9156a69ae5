// What the module shows to the world: one table.
#include "backend/raster_module.h"

#include "raster/font_identity.h"
#include "raster/host.h"
#include "raster/missing_glyphs.h"
#include "raster/outlines.h"
#include "raster/pdf.h"
#include "raster/png.h"
#include "raster/thumbnail.h"

extern const RasterModule cartouche_raster;

__attribute__((visibility("default"))) const RasterModule cartouche_raster = {
    .version = RASTER_API_VERSION,
    .connect = host_connect,
    .write_png = raster_write_png,
    .write_pdf = raster_write_pdf,
    .text_outline = text_outline,
    .encode_png = raster_encode_png,
    .thumbnail = raster_thumbnail,
    .fonts = font_identity,
    .missing_glyphs = missing_glyphs,
};
