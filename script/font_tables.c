// Prints src/text/liberation_sans.inc: the advances and the pair kerning of Liberation Sans, as
// HarfBuzz applies them, so that the library can lay out ordinary text without a font library.
//
//   gcc -O2 script/font_tables.c $(pkg-config --cflags --libs harfbuzz) -o build/font_tables
//   build/font_tables /usr/share/fonts/truetype/liberation2 > src/text/liberation_sans.inc
//
// Every pair of characters is shaped once. Characters that kern alike on the left or on the right
// share a class, so kerning is one short list a face. Afterwards random strings are measured both
// ways; any difference ends the program with status 1. With further arguments, their widths in font
// units are printed instead (regular, italic, bold, bold italic), for the expected values of tests.
#include <hb-ot.h>
#include <hb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_CHARS 2048
#define MAX_CLASSES 255

typedef struct {
    const char *file, *name;
    hb_font_t *font;
    int advances[MAX_CHARS];
    short kerning[MAX_CHARS][MAX_CHARS];
    int left[MAX_CHARS], right[MAX_CHARS]; /* classes */
    int n_left, n_right;
} Face;

static Face faces[] = {
    { .file = "LiberationSans-Regular.ttf", .name = "regular" },
    { .file = "LiberationSans-Italic.ttf", .name = "italic" },
    { .file = "LiberationSans-Bold.ttf", .name = "bold" },
    { .file = "LiberationSans-BoldItalic.ttf", .name = "bold_italic" },
};
#define N_FACES (sizeof faces / sizeof faces[0])

/* The blocks that stand on figures and need no shaping. Emoji, combining marks and scripts that run
 * from right to left are left to the measurer that has a shaper. */
static const unsigned blocks[][2] = {
    { 0x20, 0x7e },     { 0xa0, 0x24f },    { 0x259, 0x259 },   { 0x2b9, 0x2df },
    { 0x370, 0x52f },   { 0x1e00, 0x1eff }, { 0x2009, 0x2027 }, { 0x202f, 0x205e },
    { 0x2070, 0x209f }, { 0x20a0, 0x20bf }, { 0x2100, 0x218f }, { 0x2190, 0x22ff },
    { 0x25a0, 0x25ff },
};

static unsigned chars[MAX_CHARS];
static int n_chars;
static hb_buffer_t *buffer;

static int
shape(hb_font_t *font, const unsigned *text, int length, hb_script_t script, unsigned *ret_glyphs)
{
    int width = 0;

    hb_buffer_reset(buffer);
    hb_buffer_add_codepoints(buffer, text, length, 0, length);
    if (script != HB_SCRIPT_INVALID)
        hb_buffer_set_script(buffer, script);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font, buffer, NULL, 0);

    hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, ret_glyphs);
    for (unsigned i = 0; i < *ret_glyphs; i++)
        width += positions[i].x_advance;
    return width;
}

static hb_script_t
script_of(unsigned c)
{
    return hb_unicode_script(hb_unicode_funcs_get_default(), c);
}

static int
is_common(unsigned c)
{
    return script_of(c) == HB_SCRIPT_COMMON || script_of(c) == HB_SCRIPT_INHERITED;
}

static int
is_simple(unsigned c)
{
    switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), c)) {
    case HB_UNICODE_GENERAL_CATEGORY_CONTROL:
    case HB_UNICODE_GENERAL_CATEGORY_FORMAT:
    case HB_UNICODE_GENERAL_CATEGORY_UNASSIGNED:
    case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
        return 0;
    default:
        return 1;
    }
}

static void
open_faces(const char *folder)
{
    for (size_t i = 0; i < N_FACES; i++) {
        char path[4096];

        snprintf(path, sizeof path, "%s/%s", folder, faces[i].file);
        hb_blob_t *blob = hb_blob_create_from_file(path);
        hb_face_t *face = hb_face_create(blob, 0);
        if (hb_blob_get_length(blob) == 0 || hb_face_get_upem(face) != 2048) {
            fprintf(stderr, "%s: no font of 2048 units\n", path);
            exit(1);
        }
        faces[i].font = hb_font_create(face);
    }
}

static void
collect_chars(void)
{
    for (size_t b = 0; b < sizeof blocks / sizeof blocks[0]; b++)
        for (unsigned c = blocks[b][0]; c <= blocks[b][1]; c++) {
            hb_codepoint_t glyph;
            int have = is_simple(c);

            for (size_t i = 0; i < N_FACES; i++)
                have = have && hb_font_get_nominal_glyph(faces[i].font, c, &glyph);
            if (have)
                chars[n_chars++] = c;
        }
}

/* Text layout shapes each script alone, so letters of two scripts never kern. */
static int
pair_kerning(const Face *face, int i, int j)
{
    unsigned pair[2] = { chars[i], chars[j] }, glyphs;

    if (!is_common(pair[0]) && !is_common(pair[1]) && script_of(pair[0]) != script_of(pair[1]))
        return 0;
    int kerning = shape(face->font, pair, 2, HB_SCRIPT_INVALID, &glyphs) - face->advances[i] -
                  face->advances[j];
    if (glyphs != 2) {
        fprintf(stderr, "U+%04X U+%04X make %u glyphs\n", pair[0], pair[1], glyphs);
        exit(1);
    }
    if (is_common(pair[0]) && is_common(pair[1]) &&
        shape(face->font, pair, 2, HB_SCRIPT_LATIN, &glyphs) !=
            kerning + face->advances[i] + face->advances[j]) {
        fprintf(stderr, "U+%04X U+%04X kern by script\n", pair[0], pair[1]);
        exit(1);
    }
    return kerning;
}

static void
measure_face(Face *face)
{
    unsigned glyphs;

    for (int i = 0; i < n_chars; i++)
        face->advances[i] = shape(face->font, &chars[i], 1, HB_SCRIPT_INVALID, &glyphs);
    for (int i = 0; i < n_chars; i++)
        for (int j = 0; j < n_chars; j++)
            face->kerning[i][j] = (short)pair_kerning(face, i, j);
}

static int
same_kerning(const Face *face, int a, int b, int as_left)
{
    for (int k = 0; k < n_chars; k++)
        if (as_left ? face->kerning[a][k] != face->kerning[b][k]
                    : face->kerning[k][a] != face->kerning[k][b])
            return 0;
    return 1;
}

static int
classify(const Face *face, int *classes, int as_left)
{
    int n = 0, first[MAX_CLASSES];

    for (int i = 0; i < n_chars; i++) {
        int k = 0;
        while (k < n && !same_kerning(face, first[k], i, as_left))
            k++;
        if (k == MAX_CLASSES) {
            fprintf(stderr, "too many kerning classes\n");
            exit(1);
        }
        if (k == n)
            first[n++] = i;
        classes[i] = k;
    }
    return n;
}

static void
print_numbers(const char *type, const char *face, const char *name, const int *values, int n)
{
    int column = 0;

    printf("static const %s %s_%s[] = {", type, face, name);
    for (int i = 0; i < n; i++) {
        char word[16];
        int length = snprintf(word, sizeof word, "%d,", values[i]);

        if (i == 0 || column + 1 + length > 100) {
            printf("\n    %s", word);
            column = 4 + length;
        } else {
            printf(" %s", word);
            column += 1 + length;
        }
    }
    printf("\n};\n\n");
}

static void
print_ranges(void)
{
    printf("static const CharRange char_ranges[] = {\n");
    for (int i = 0; i < n_chars;) {
        int end = i;
        while (end + 1 < n_chars && chars[end + 1] == chars[end] + 1)
            end++;
        printf("    { 0x%04x, 0x%04x, %d },\n", chars[i], chars[end], i);
        i = end + 1;
    }
    printf("};\n\n");
}

/* One row a left class: where its pairs start in the list of right classes and distances. */
static void
print_face(const Face *face)
{
    static int starts[MAX_CLASSES + 1], rights[MAX_CHARS * 8], values[MAX_CHARS * 8];
    int n = 0;

    for (int class = 0; class < face->n_left; class ++) {
        int i = 0, seen[MAX_CLASSES] = { 0 };

        while (face->left[i] != class)
            i++;
        starts[class] = n;
        for (int j = 0; j < n_chars; j++) {
            if (face->kerning[i][j] == 0 || seen[face->right[j]]++)
                continue;
            rights[n] = face->right[j];
            values[n++] = face->kerning[i][j];
        }
    }
    starts[face->n_left] = n;
    print_numbers("guint16", face->name, "advances", face->advances, n_chars);
    print_numbers("guint8", face->name, "left", face->left, n_chars);
    print_numbers("guint8", face->name, "right", face->right, n_chars);
    print_numbers("guint16", face->name, "starts", starts, face->n_left + 1);
    print_numbers("guint8", face->name, "pairs", rights, n);
    print_numbers("gint16", face->name, "kerning", values, n);
}

/* Random runs of one script and the common characters must measure the same by table and shaper. */
static void
check_face(const Face *face)
{
    unsigned seed = 1, text[24], glyphs;

    for (int run = 0; run < 100000; run++) {
        hb_script_t script = HB_SCRIPT_COMMON;
        int n = 0, width = 0, last = -1;

        for (int k = 0; k < 24; k++) {
            seed = seed * 1664525u + 1013904223u;
            int i = (int)((seed >> 8) % (run % 2 ? 95u : (unsigned)n_chars));
            if (!is_common(chars[i]) && script != HB_SCRIPT_COMMON && script_of(chars[i]) != script)
                continue;
            if (!is_common(chars[i]))
                script = script_of(chars[i]);
            text[n++] = chars[i];
            width += face->advances[i] + (last < 0 ? 0 : face->kerning[last][i]);
            last = i;
        }
        if (shape(face->font, text, n, HB_SCRIPT_INVALID, &glyphs) != width) {
            fprintf(stderr, "%s: run %d measures differently\n", face->name, run);
            exit(1);
        }
    }
}

static void
print_width(const char *text)
{
    unsigned glyphs;

    printf("%s:", text);
    for (size_t i = 0; i < N_FACES; i++) {
        hb_buffer_reset(buffer);
        hb_buffer_add_utf8(buffer, text, -1, 0, -1);
        hb_buffer_guess_segment_properties(buffer);
        hb_shape(faces[i].font, buffer, NULL, 0);
        int width = 0;
        hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, &glyphs);
        for (unsigned k = 0; k < glyphs; k++)
            width += positions[k].x_advance;
        printf(" %d", width);
    }
    printf("\n");
}

static void
print_tables(void)
{
    hb_font_extents_t extents;

    hb_font_get_h_extents(faces[0].font, &extents);
    printf("// Made by script/font_tables.c from Liberation Sans 2 (SIL Open Font License 1.1); do "
           "not "
           "edit.\n// clang-format off\n\n");
    printf(
        "enum { FONT_UNITS = 2048, FONT_ASCENT = %d, FONT_DESCENT = %d, FONT_LINE_GAP = %d };\n\n",
        extents.ascender, -extents.descender, extents.line_gap);
    print_ranges();
    for (size_t i = 0; i < N_FACES; i++) {
        measure_face(&faces[i]);
        faces[i].n_left = classify(&faces[i], faces[i].left, 1);
        faces[i].n_right = classify(&faces[i], faces[i].right, 0);
        check_face(&faces[i]);
        print_face(&faces[i]);
    }
    printf("/* Indexed by bold * 2 + italic. */\nstatic const FontFace font_faces[] = {\n");
    for (size_t i = 0; i < N_FACES; i++)
        printf("    { %s_advances, %s_left, %s_right, %s_starts, %s_pairs, %s_kerning },\n",
               faces[i].name, faces[i].name, faces[i].name, faces[i].name, faces[i].name,
               faces[i].name);
    printf("};\n");
}

int
main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: font_tables FOLDER [TEXT...]\n");
        return 2;
    }
    buffer = hb_buffer_create();
    open_faces(argv[1]);
    collect_chars();
    for (int i = 2; i < argc; i++)
        print_width(argv[i]);
    if (argc == 2)
        print_tables();
    return 0;
}
