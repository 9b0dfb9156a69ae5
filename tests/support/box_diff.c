// box_diff OURS.png THEIRS.png PERCENT BOX [DIFF.png]: whether another program's drawing is ours.
// Both are averaged in boxes of BOX px to a side (ours is drawn at twice its size), whatever size
// theirs has, so that rasterizers and smoothed edges do not matter; a box differs when a channel is
// off by more than a quarter. Transparent pixels count as white.
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PIXELS_PER_PX 2
#define TOLERANCE 64.0
/* Printers of pages round their size up to whole pixels. */
#define SHAPE_TOLERANCE 0.02

typedef struct {
    png_image header;
    png_bytep pixels; /* RGB */
} Picture;

static int
read_picture(const char *path, Picture *ret_picture)
{
    Picture picture = { .header = { .version = PNG_IMAGE_VERSION } };
    png_color white = { 255, 255, 255 };

    if (!png_image_begin_read_from_file(&picture.header, path)) {
        fprintf(stderr, "box_diff: %s: %s\n", path, picture.header.message);
        return 0;
    }
    picture.header.format = PNG_FORMAT_RGB;
    picture.pixels = malloc(PNG_IMAGE_SIZE(picture.header));
    if (picture.pixels == NULL ||
        !png_image_finish_read(&picture.header, &white, picture.pixels, 0, NULL)) {
        fprintf(stderr, "box_diff: %s: %s\n", path, picture.header.message);
        free(picture.pixels);
        return 0;
    }
    *ret_picture = picture;
    return 1;
}

/* The length of what [i, i + 1] and [from, to] share. */
static double
share(unsigned i, double from, double to)
{
    double start = i > from ? i : from, end = i + 1 < to ? i + 1 : to;

    return end > start ? end - start : 0;
}

/* How many boxes of so many px a side of so many of our pixels has. */
static unsigned
boxes(unsigned pixels, unsigned size)
{
    return pixels / (size * PIXELS_PER_PX) > 0 ? pixels / (size * PIXELS_PER_PX) : 1;
}

/* The mean colour of a rectangle of pixels, those at its edges by their part. */
static void
average(const Picture *picture, double x0, double y0, double x1, double y1, double *ret_mean)
{
    double sum[3] = { 0, 0, 0 }, weight = 0;

    for (unsigned y = (unsigned)y0; y < y1 && y < picture->header.height; y++)
        for (unsigned x = (unsigned)x0; x < x1 && x < picture->header.width; x++) {
            const png_byte *pixel = picture->pixels + 3 * ((size_t)y * picture->header.width + x);
            double part = share(x, x0, x1) * share(y, y0, y1);

            for (int c = 0; c < 3; c++)
                sum[c] += part * pixel[c];
            weight += part;
        }
    for (int c = 0; c < 3; c++)
        ret_mean[c] = weight > 0 ? sum[c] / weight : 255;
}

static void
box(const Picture *picture, unsigned i, unsigned columns, unsigned rows, double *ret_mean)
{
    unsigned column = i % columns, row = i / columns;
    double width = (double)picture->header.width / columns;
    double height = (double)picture->header.height / rows;

    average(picture, column * width, row * height, (column + 1) * width, (row + 1) * height,
            ret_mean);
}

/* Counts the boxes that differ; diff gets theirs, paler, with those boxes red. */
static unsigned
compare(const Picture *ours, const Picture *theirs, unsigned columns, unsigned rows, png_bytep diff)
{
    unsigned differ = 0;

    for (unsigned i = 0; i < rows * columns; i++) {
        double a[3], b[3], worst = 0;

        box(ours, i, columns, rows, a);
        box(theirs, i, columns, rows, b);
        for (int c = 0; c < 3; c++) {
            double distance = a[c] > b[c] ? a[c] - b[c] : b[c] - a[c];

            worst = distance > worst ? distance : worst;
            diff[3 * i + (unsigned)c] = (png_byte)(255 - (255 - b[c]) / 3);
        }
        if (worst > TOLERANCE) {
            differ++;
            memcpy(diff + 3 * i, "\xd0\x00\x00", 3);
        }
    }
    return differ;
}

static int
same_shape(const Picture *a, const Picture *b)
{
    double ratio = (double)a->header.width / a->header.height * b->header.height / b->header.width;

    return ratio > 1 - SHAPE_TOLERANCE && ratio < 1 + SHAPE_TOLERANCE;
}

static int
report(const Picture *ours, const Picture *theirs, double allowed, unsigned size,
       const char *diff_path)
{
    unsigned columns = boxes(ours->header.width, size), rows = boxes(ours->header.height, size);
    png_image header = {
        .version = PNG_IMAGE_VERSION, .width = columns, .height = rows, .format = PNG_FORMAT_RGB
    };
    png_bytep diff = malloc((size_t)3 * columns * rows);
    double percent;

    if (diff == NULL || !same_shape(ours, theirs)) {
        printf("%u x %u pixels instead of %u x %u\n", theirs->header.width, theirs->header.height,
               ours->header.width, ours->header.height);
        free(diff);
        return EXIT_FAILURE;
    }
    percent = 100.0 * compare(ours, theirs, columns, rows, diff) / (columns * rows);
    printf("%.2f %% differ\n", percent);
    if (percent >= allowed && diff_path != NULL)
        png_image_write_to_file(&header, diff_path, 0, diff, 0, NULL);
    free(diff);
    return percent < allowed ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
main(int argc, char **argv)
{
    Picture ours, theirs;
    int size = argc > 4 ? atoi(argv[4]) : 0, status;

    if (argc > 6 || size < 1) {
        fprintf(stderr, "usage: box_diff OURS.png THEIRS.png PERCENT BOX [DIFF.png]\n");
        return 2;
    }
    if (!read_picture(argv[1], &ours))
        return EXIT_FAILURE;
    if (!read_picture(argv[2], &theirs)) {
        free(ours.pixels);
        return EXIT_FAILURE;
    }
    status = report(&ours, &theirs, atof(argv[3]), (unsigned)size, argc == 6 ? argv[5] : NULL);
    free(ours.pixels);
    free(theirs.pixels);
    return status;
}
