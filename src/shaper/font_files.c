#include "shaper/font_files.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-font.h>
#include <string.h>

/* FALSE when it is no font of fontconfig, or has no file. */
static gboolean
font_file(PangoFont *font, const char **ret_file, int *ret_index)
{
    FcPattern *pattern = NULL;
    FcChar8 *file;
    int index = 0;

    if (font == NULL || !PANGO_IS_FC_FONT(font))
        return FALSE;
    g_object_get(font, "pattern", &pattern, NULL);
    if (pattern == NULL || FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch)
        return FALSE;
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
    *ret_file = (const char *)file;
    *ret_index = index;
    return TRUE;
}

void
font_files(PangoText *pango, const char *text, const TextStyle *style,
           void (*found)(const char *file, int index, gpointer data), gpointer data)
{
    g_autoptr(PangoLayout) layout = pango_text_layout(pango, text, style);
    PangoContext *context = pango_layout_get_context(layout);
    PangoAttrList *attributes = pango_attr_list_new();
    const PangoFont *last = NULL;
    GList *items;

    pango_attr_list_insert(attributes,
                           pango_attr_font_desc_new(pango_layout_get_font_description(layout)));
    items = pango_itemize(context, text, 0, (int)strlen(text), attributes, NULL);
    for (GList *item = items; item != NULL; item = item->next) {
        PangoFont *font = ((PangoItem *)item->data)->analysis.font;
        const char *file;
        int index;

        if (font != last && font_file(font, &file, &index))
            found(file, index, data);
        last = font;
    }
    g_list_free_full(items, (GDestroyNotify)pango_item_free);
    pango_attr_list_unref(attributes);
}
