#include "raster/font_identity.h"

#include "raster/default_font.h"
#include "raster/pango_text.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-font.h>
#include <string.h>

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

/* The file behind a font of Pango, opened anew: Pango's own way there costs more. */
static void
add_pango_font(GPtrArray *fonts, FT_Library library, PangoFont *font)
{
    FcPattern *pattern = NULL;
    FcChar8 *file;
    int index = 0;
    FT_Face face;

    if (PANGO_IS_FC_FONT(font))
        g_object_get(font, "pattern", &pattern, NULL);
    if (pattern == NULL || FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch)
        return;
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
    if (FT_New_Face(library, (const char *)file, index, &face) != 0)
        return;
    add_face(fonts, face);
    FT_Done_Face(face);
}

/* All that Pango takes for the text in a style; nothing is laid out. */
static void
add_text(GPtrArray *fonts, PangoText *pango, const char *text, const TextStyle *style)
{
    g_autoptr(PangoLayout) layout = pango_text_layout(pango, text, style);
    PangoContext *context = pango_layout_get_context(layout);
    PangoAttrList *attributes = pango_attr_list_new();
    FT_Library library;
    GList *items;

    pango_attr_list_insert(attributes,
                           pango_attr_font_desc_new(pango_layout_get_font_description(layout)));
    items = pango_itemize(context, text, 0, (int)strlen(text), attributes, NULL);
    if (FT_Init_FreeType(&library) == 0) {
        const PangoFont *last = NULL;

        for (GList *item = items; item != NULL; item = item->next) {
            PangoFont *font = ((PangoItem *)item->data)->analysis.font;

            if (font != NULL && font != last)
                add_pango_font(fonts, library, font);
            last = font;
        }
        FT_Done_FreeType(library);
    }
    g_list_free_full(items, (GDestroyNotify)pango_item_free);
    pango_attr_list_unref(attributes);
}

char *
font_identity(const char *family, const char *letters)
{
    g_autoptr(GPtrArray) fonts = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(PangoText) pango = NULL;
    g_autoptr(GChecksum) hash = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree char *text = g_strconcat("Aa0", letters, NULL);

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
        pango = pango != NULL ? pango : pango_text_new(FALSE);
        add_text(fonts, pango, face != NULL ? letters : text, &style);
    }
    for (guint i = 0; i < fonts->len; i++) {
        g_checksum_update(hash, fonts->pdata[i], -1);
        g_checksum_update(hash, (const guchar *)"\n", 1);
    }
    return g_strndup(g_checksum_get_string(hash), DIGITS);
}
