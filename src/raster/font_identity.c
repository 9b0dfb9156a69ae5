#include "raster/font_identity.h"

#include "raster/default_font.h"
#include "raster/host.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H
#include FT_TRUETYPE_TAGS_H

#define DIGITS 16
#define HEAD 54 /* bytes of a `head` table */

/* One font, a line; each is told once. */
static void
add_face(GPtrArray *fonts, FT_Face face)
{
    GString *line = g_string_new(NULL);
    guint8 head[HEAD];
    FT_ULong length = HEAD;

    g_string_append_printf(line, "%s/%s/%lu/", face->family_name != NULL ? face->family_name : "",
                           face->style_name != NULL ? face->style_name : "",
                           face->stream != NULL ? face->stream->size : 0);
    if (FT_Load_Sfnt_Table(face, TTAG_head, 0, head, &length) == 0)
        for (FT_ULong i = 0; i < length; i++)
            g_string_append_printf(line, "%02x", head[i]);
    for (guint i = 0; i < fonts->len; i++)
        if (g_str_equal(fonts->pdata[i], line->str)) {
            g_string_free(line, TRUE);
            return;
        }
    g_ptr_array_add(fonts, g_string_free(line, FALSE));
}

typedef struct {
    GPtrArray *fonts;
    FT_Library library; /* NULL: FreeType could not begin */
} FoundFonts;

/* The file behind a font of Pango, opened anew: Pango's own way there costs more. */
static void
add_file(const char *file, int index, gpointer data)
{
    const FoundFonts *found = data;
    FT_Face face;

    if (found->library == NULL || FT_New_Face(found->library, file, index, &face) != 0)
        return;
    add_face(found->fonts, face);
    FT_Done_Face(face);
}

/* All that Pango takes for the text in a style. */
static void
add_text(GPtrArray *fonts, const ShaperModule *shaper, PangoText *pango, const char *text,
         const TextStyle *style)
{
    FoundFonts found = { fonts, NULL };

    if (FT_Init_FreeType(&found.library) != 0)
        return;
    shaper->font_files(pango, text, style, add_file, &found);
    FT_Done_FreeType(found.library);
}

static char *
digits_of(const GPtrArray *fonts)
{
    g_autoptr(GChecksum) hash = g_checksum_new(G_CHECKSUM_SHA256);

    for (guint i = 0; i < fonts->len; i++) {
        g_checksum_update(hash, fonts->pdata[i], -1);
        g_checksum_update(hash, (const guchar *)"\n", 1);
    }
    return g_strndup(g_checksum_get_string(hash), DIGITS);
}

char *
font_identity(const char *family, const char *letters, GError **error)
{
    g_autoptr(GPtrArray) fonts = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *text = g_strconcat("Aa0", letters, NULL);
    const ShaperModule *shaper = NULL;
    PangoText *pango = NULL;

    for (guint i = 0; i < 4; i++) {
        const TextStyle style = {
            .family = family, .size = 12, .bold = (i & 1) != 0, .italic = (i & 2) != 0
        };
        FT_Face face = family == NULL ? default_font_face(style.bold, style.italic) : NULL;

        if (face != NULL)
            add_face(fonts, face);
        if (face != NULL && *letters == '\0')
            continue;
        /* Pango takes long to find the fonts of a style, and few figures are in italics: their
         * files come with those of the others. */
        if (style.italic)
            continue;
        if (pango == NULL) {
            shaper = host_shaper(error);
            if (shaper == NULL)
                return NULL;
            pango = shaper->text_new(FALSE);
        }
        add_text(fonts, shaper, pango, face != NULL ? letters : text, &style);
    }
    if (pango != NULL)
        shaper->text_free(pango);
    return digits_of(fonts);
}
