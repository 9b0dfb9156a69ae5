#include "raster/default_font.h"

#include <cairo-ft.h>

#include "raster/glyph_painter.h"

/* The folders in which distributions keep Liberation Sans. */
static const char *const font_folders[] = {
    "/usr/share/fonts/truetype/liberation2",
    "/usr/share/fonts/truetype/liberation",
    "/usr/share/fonts/liberation-sans",
    "/usr/share/fonts/liberation-sans-fonts",
    "/usr/share/fonts/liberation",
    "/usr/share/fonts/truetype",
    "/usr/share/fonts/TTF",
    "/usr/local/share/fonts",
};

static const char *const font_files[] = {
    "LiberationSans-Regular.ttf",
    "LiberationSans-Bold.ttf",
    "LiberationSans-Italic.ttf",
    "LiberationSans-BoldItalic.ttf",
};

/* A FreeType face belongs to one thread at a time, so every thread has its own faces, and every
 * face a library of its own: Cairo may drop the last reference in another thread. */
typedef struct {
    FT_Library library;
    FT_Face face;
} OpenFace;

typedef struct {
    gboolean tried;
    FT_Face face; /* owned by cairo_face */
    cairo_font_face_t *cairo_face;
    GlyphPainter *painter; /* NULL: no memory for it */
} DefaultFace;

struct DefaultText {
    const DefaultFace *face; /* borrowed from the thread */
    double size;
    const char *text; /* borrowed */
    cairo_glyph_t *glyphs;
    cairo_text_cluster_t *clusters;
    guint n, n_bytes;
};

static void
open_face_free(gpointer data)
{
    OpenFace *open = data;

    FT_Done_Face(open->face);
    FT_Done_FreeType(open->library);
    g_free(open);
}

static void
faces_free(gpointer data)
{
    DefaultFace *faces = data;

    for (guint i = 0; i < G_N_ELEMENTS(font_files); i++) {
        glyph_painter_free(faces[i].painter);
        if (faces[i].cairo_face != NULL)
            cairo_font_face_destroy(faces[i].cairo_face);
    }
    g_free(faces);
}

static GPrivate thread_faces = G_PRIVATE_INIT(faces_free);

static gboolean
open_file(FT_Library library, const char *name, FT_Face *ret_face)
{
    for (guint i = 0; i < G_N_ELEMENTS(font_folders); i++) {
        g_autofree char *path = g_build_filename(font_folders[i], name, NULL);

        if (FT_New_Face(library, path, 0, ret_face) != 0)
            continue;
        if (FT_IS_SCALABLE(*ret_face) && FT_Select_Charmap(*ret_face, FT_ENCODING_UNICODE) == 0)
            return TRUE;
        FT_Done_Face(*ret_face);
    }
    return FALSE;
}

static void
face_open(DefaultFace *face, const char *name)
{
    static const cairo_user_data_key_t key;
    OpenFace open = { 0 };

    face->tried = TRUE;
    if (FT_Init_FreeType(&open.library) != 0)
        return;
    if (!open_file(open.library, name, &open.face)) {
        FT_Done_FreeType(open.library);
        return;
    }

    cairo_font_face_t *cairo_face =
        cairo_ft_font_face_create_for_ft_face(open.face, FT_LOAD_NO_BITMAP);
    OpenFace *kept = g_memdup2(&open, sizeof open);

    if (cairo_font_face_set_user_data(cairo_face, &key, kept, open_face_free) !=
        CAIRO_STATUS_SUCCESS) {
        cairo_font_face_destroy(cairo_face);
        open_face_free(kept);
        return;
    }
    face->face = open.face;
    face->cairo_face = cairo_face;
    face->painter = glyph_painter_new(open.face);
}

/* The face of this thread; NULL when the font is not there. */
static const DefaultFace *
default_face(gboolean bold, gboolean italic)
{
    DefaultFace *faces = g_private_get(&thread_faces);
    guint i = (bold ? 1 : 0) + (italic ? 2 : 0);

    if (faces == NULL) {
        faces = g_new0(DefaultFace, G_N_ELEMENTS(font_files));
        g_private_set(&thread_faces, faces);
    }
    if (!faces[i].tried)
        face_open(&faces[i], font_files[i]);
    return faces[i].cairo_face != NULL ? &faces[i] : NULL;
}

FT_Face
default_font_face(gboolean bold, gboolean italic)
{
    const DefaultFace *face = default_face(bold, italic);

    return face != NULL ? face->face : NULL;
}

/* FALSE when the font lacks one of the characters. */
static gboolean
find_glyphs(DefaultText *text, FT_Face face, const double *x)
{
    const char *p = text->text;

    for (guint i = 0; i < text->n; i++) {
        const char *next = g_utf8_next_char(p);

        text->glyphs[i].index = FT_Get_Char_Index(face, g_utf8_get_char(p));
        text->glyphs[i].x = x[i];
        text->clusters[i] = (cairo_text_cluster_t){ (int)(next - p), 1 };
        if (text->glyphs[i].index == 0)
            return FALSE;
        p = next;
    }
    return TRUE;
}

DefaultText *
default_text_new(const char *text, const TextStyle *style)
{
    gsize n_bytes = strlen(text);
    g_autofree double *x = g_new(double, n_bytes + 1);
    g_autoptr(DefaultText) result = NULL;
    const DefaultFace *face;
    guint n;

    if (!table_layout(text, style, x, &n))
        return NULL;
    face = default_face(style->bold, style->italic);
    if (face == NULL)
        return NULL;

    result = g_new0(DefaultText, 1);
    result->face = face;
    result->size = style->size;
    result->text = text;
    result->n = n;
    result->n_bytes = (guint)n_bytes;
    result->glyphs = g_new0(cairo_glyph_t, n + 1);
    result->clusters = g_new0(cairo_text_cluster_t, n + 1);
    return find_glyphs(result, face->face, x) ? g_steal_pointer(&result) : NULL;
}

void
default_text_free(DefaultText *text)
{
    if (text == NULL)
        return;
    g_free(text->glyphs);
    g_free(text->clusters);
    g_free(text);
}

static void
set_font(const DefaultText *text, cairo_t *cr, gboolean hinted)
{
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options,
                                      hinted ? CAIRO_HINT_STYLE_SLIGHT : CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(cr, options);
    cairo_font_options_destroy(options);
    cairo_set_font_face(cr, text->face->cairo_face);
    cairo_set_font_size(cr, text->size);
}

void
default_text_outline(const DefaultText *text, cairo_t *cr)
{
    set_font(text, cr, FALSE);
    cairo_glyph_path(cr, text->glyphs, (int)text->n);
}

/* Cairo's pictures round every glyph to a whole pixel, which makes the letters of small text
 * uneven; filled outlines stand where they belong. */
void
default_text_show(const DefaultText *text, cairo_t *cr, Color color, gboolean as_text,
                  gboolean hinted)
{
    if (!as_text && text->face->painter != NULL &&
        glyph_painter_paint(text->face->painter, cr, text->glyphs, text->n, text->size, color,
                            hinted))
        return;
    cairo_set_source_rgba(cr, color.r / 255.0, color.g / 255.0, color.b / 255.0, color.a / 255.0);
    set_font(text, cr, hinted);
    if (as_text) {
        cairo_show_text_glyphs(cr, text->text, (int)text->n_bytes, text->glyphs, (int)text->n,
                               text->clusters, (int)text->n, 0);
        return;
    }
    cairo_new_path(cr);
    cairo_glyph_path(cr, text->glyphs, (int)text->n);
    cairo_fill(cr);
}
