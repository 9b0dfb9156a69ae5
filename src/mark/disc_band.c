#include "mark/disc_band.h"

#include <string.h>

void
disc_sheet_init(DiscSheet *sheet, int columns, int rows)
{
    *sheet = (DiscSheet){
        .columns = columns,
        .rows = rows,
        .inks = g_array_new(FALSE, FALSE, sizeof(DiscInk)),
        .places = g_array_new(FALSE, FALSE, sizeof(DiscPlace)),
        .n_bands = (rows + DISC_BAND_ROWS - 1) / DISC_BAND_ROWS,
    };
    sheet->bands = g_new0(DiscBand, sheet->n_bands);
}

void
disc_sheet_clear(DiscSheet *sheet)
{
    for (int i = 0; i < sheet->n_bands; i++)
        for (DiscBlock *block = sheet->bands[i].first, *next; block != NULL; block = next) {
            next = block->next;
            g_free(block);
        }
    g_free(sheet->bands);
    g_array_unref(sheet->inks);
    g_array_unref(sheet->places);
}

static void
band_add(DiscBand *band, DiscPress press)
{
    if (band->last == NULL || band->last->n == DISC_BLOCK) {
        DiscBlock *block = g_new(DiscBlock, 1);

        block->next = NULL;
        block->n = 0;
        *(band->last != NULL ? &band->last->next : &band->first) = block;
        band->last = block;
    }
    band->last->presses[band->last->n++] = press;
}

void
disc_sheet_add(DiscSheet *sheet, double from, double to, DiscPress press)
{
    int first, last;

    if (!(to >= 0 && from < sheet->rows))
        return;
    first = (int)MAX(0, from) / DISC_BAND_ROWS;
    last = (int)MIN(sheet->rows - 1, to) / DISC_BAND_ROWS;
    for (int i = first; i <= last; i++)
        band_add(&sheet->bands[i], press);
}

/* The rows that are being painted. */
typedef struct {
    const DiscSheet *sheet;
    int from, end;
    DiscPixel *pixels;
} Rows;

static inline void
pixel_paint(DiscPixel *pixel, DiscPixel source, float cover)
{
    *pixel += (source - *pixel * source[3]) * cover;
}

/* One row of pixels: those that lie within the disc for certain need no distance. */
static void
paint_row(const Rows *rows, int row, const DiscPlace *disc, DiscPixel source)
{
    double radius = disc->radius, dy = row + 0.5 - disc->centre.y;
    double outer = radius + 0.5, inner = MAX(0, radius - 0.5);
    double reach = sqrt(MAX(0, outer * outer - dy * dy));
    double sure = inner > fabs(dy) ? sqrt(inner * inner - dy * dy) : -1;
    int from = (int)MAX(0, floor(disc->centre.x - reach));
    int to = (int)MIN(rows->sheet->columns - 1, floor(disc->centre.x + reach));
    DiscPixel *pixels = rows->pixels + (gsize)(row - rows->from) * (gsize)rows->sheet->columns;

    for (int x = from; x <= to; x++) {
        double dx = x + 0.5 - disc->centre.x;
        double cover = fabs(dx) <= sure ? 1 : CLAMP(outer - sqrt(dx * dx + dy * dy), 0, 1);

        pixel_paint(&pixels[x], source, (float)cover);
    }
}

static void
paint_disc(const Rows *rows, const DiscPlace *disc, DiscPixel source)
{
    double reach = disc->radius + 0.5;
    int from = (int)MAX(rows->from, floor(disc->centre.y - reach));
    int to = (int)MIN(rows->end - 1, disc->centre.y + reach);

    for (int row = from; row <= to; row++)
        paint_row(rows, row, disc, source);
}

/* Of each row of the stamp only what it covers: that is less than half of its square. */
static void
press_stamp(const Rows *rows, const DiscStamp *stamp, guint32 place, DiscPixel source)
{
    guint columns = (guint)rows->sheet->columns, side = stamp->side;
    guint corner = place / DISC_STAMP_SQUARES, square = place % DISC_STAMP_SQUARES;
    int top = (int)(corner / columns), left = (int)(corner % columns);
    int from = MAX(top, rows->from), end = MIN(top + (int)side, rows->end);
    const float *covers = stamp->covers + (gsize)square * side * side;
    const DiscSpan *spans = stamp->spans + (gsize)square * side;
    DiscPixel *pixels = rows->pixels + (gsize)(from - rows->from) * columns + left;

    for (int y = from - top; y < end - top; y++, pixels += columns)
        for (guint x = spans[y].from; x < spans[y].end; x++)
            pixel_paint(&pixels[x], source, covers[(guint)y * side + x]);
}

static guint8
pixel_byte(float value)
{
    return (guint8)(CLAMP(value, 0, 1) * 255 + 0.5f);
}

static void
put_rgba(const Rows *rows, guint8 *rgba)
{
    gsize n = (gsize)(rows->end - rows->from) * (gsize)rows->sheet->columns;

    for (gsize i = 0; i < n; i++, rgba += 4) {
        DiscPixel pixel = rows->pixels[i];
        guint8 alpha = pixel_byte(pixel[3]);

        if (alpha > 0)
            pixel /= pixel[3];
        for (guint k = 0; k < 3; k++)
            rgba[k] = alpha > 0 ? pixel_byte(pixel[k]) : 0;
        rgba[3] = alpha;
    }
}

gsize
disc_band_pixels(const DiscSheet *sheet)
{
    return (gsize)sheet->columns * DISC_BAND_ROWS;
}

void
disc_band_paint(const DiscSheet *sheet, int band, DiscPixel *pixels, guint8 *rgba)
{
    Rows rows = { .sheet = sheet, .from = band * DISC_BAND_ROWS, .pixels = pixels };
    const DiscInk *inks = (const DiscInk *)(gconstpointer)sheet->inks->data;
    const DiscPlace *places = (const DiscPlace *)(gconstpointer)sheet->places->data;

    rows.end = MIN(rows.from + DISC_BAND_ROWS, sheet->rows);
    memset(pixels, 0, disc_band_pixels(sheet) * sizeof *pixels);
    for (const DiscBlock *block = sheet->bands[band].first; block != NULL; block = block->next)
        for (guint i = 0; i < block->n; i++) {
            const DiscPress *press = &block->presses[i];
            const DiscInk *ink = &inks[press->ink];

            if (ink->stamp != NULL)
                press_stamp(&rows, ink->stamp, press->place, ink->source);
            else
                paint_disc(&rows, &places[press->place], ink->source);
        }
    put_rgba(&rows, rgba + 4 * (gsize)rows.from * (gsize)sheet->columns);
}
