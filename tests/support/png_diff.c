// png_diff EXPECTED ACTUAL [DIFF.png]: two figures are alike when at most 0.1 % of their pixels
// differ by more than 16 of 255 in any channel: less than a moved label, more than another
// rasterizer's edges.
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TOLERANCE 16
#define SHARE_ALLOWED 0.001

typedef struct {
    png_image header;
    png_bytep pixels; /* RGBA, not premultiplied */
} Picture;

static int
read_picture(const char *path, Picture *ret_picture)
{
    Picture picture = { .header = { .version = PNG_IMAGE_VERSION } };

    if (!png_image_begin_read_from_file(&picture.header, path)) {
        fprintf(stderr, "png_diff: %s: %s\n", path, picture.header.message);
        return 0;
    }
    picture.header.format = PNG_FORMAT_RGBA;
    picture.pixels = malloc(PNG_IMAGE_SIZE(picture.header));
    if (picture.pixels == NULL ||
        !png_image_finish_read(&picture.header, NULL, picture.pixels, 0, NULL)) {
        fprintf(stderr, "png_diff: %s: %s\n", path, picture.header.message);
        free(picture.pixels);
        return 0;
    }
    *ret_picture = picture;
    return 1;
}

/* Counts the pixels that differ, and marks them red in b, the rest fades to a quarter. */
static size_t
compare(const Picture *a, Picture *b)
{
    size_t n = (size_t)a->header.width * a->header.height, differ = 0;

    for (size_t i = 0; i < n; i++) {
        const png_byte *p = a->pixels + 4 * i;
        png_byte *q = b->pixels + 4 * i;
        int worst = 0;

        for (int c = 0; c < 4; c++) {
            int distance = abs(p[c] - q[c]);
            worst = distance > worst ? distance : worst;
        }
        if (worst > TOLERANCE) {
            differ++;
            memcpy(q, "\xd0\x00\x00\xff", 4);
        } else {
            for (int c = 0; c < 3; c++)
                q[c] = (png_byte)(255 - (255 - q[c]) / 4);
        }
    }
    return differ;
}

static int
compare_files(const char *expected_path, Picture *expected, Picture *actual, const char *diff_path)
{
    size_t n = (size_t)expected->header.width * expected->header.height, differ;

    if (expected->header.width != actual->header.width ||
        expected->header.height != actual->header.height) {
        printf("%s: %u x %u, not %u x %u\n", expected_path, actual->header.width,
               actual->header.height, expected->header.width, expected->header.height);
        return EXIT_FAILURE;
    }
    differ = compare(expected, actual);
    printf("%s: %zu of %zu pixels differ (%.4f %%, %.1f %% allowed)\n", expected_path, differ, n,
           100.0 * (double)differ / (double)n, 100.0 * SHARE_ALLOWED);
    if ((double)differ <= SHARE_ALLOWED * (double)n)
        return EXIT_SUCCESS;
    if (diff_path != NULL)
        png_image_write_to_file(&actual->header, diff_path, 0, actual->pixels, 0, NULL);
    return EXIT_FAILURE;
}

int
main(int argc, char **argv)
{
    Picture expected, actual;
    int status;

    if (argc < 3 || argc > 4) {
        fprintf(stderr, "usage: png_diff EXPECTED ACTUAL [DIFF.png]\n");
        return 2;
    }
    if (!read_picture(argv[1], &expected))
        return EXIT_FAILURE;
    if (!read_picture(argv[2], &actual)) {
        free(expected.pixels);
        return EXIT_FAILURE;
    }
    status = compare_files(argv[1], &expected, &actual, argc == 4 ? argv[3] : NULL);
    free(expected.pixels);
    free(actual.pixels);
    return status;
}
