// Letters that no font of this machine has: they are drawn as boxes, with a word about it.
#include "figure/figure_work.h"

#include "backend/raster_module.h"

#include <string.h>

#define MAX_QUOTED 60

/* What a walk through the scene has found. */
typedef struct {
    const RasterModule *module;
    guint n;               /* characters without a glyph */
    const SceneNode *text; /* the first text that has one */
} Missing;

/* Groups nest as deep as the code that builds them, never as deep as data. FALSE: nobody can tell.
 */
static gboolean
missing_find(const SceneNode *node, Missing *missing, GError **error)
{
    for (; node != NULL; node = node->next) {
        guint n = 0;

        if (node->kind == NODE_GROUP && !missing_find(node->group.first, missing, error))
            return FALSE;
        if (node->kind == NODE_TEXT &&
            !missing->module->missing_glyphs(node->text.text, &node->text.style, &n, error))
            return FALSE;
        if (n > 0 && missing->text == NULL)
            missing->text = node;
        missing->n += n;
    }
    return TRUE;
}

/* Letters that are only missing beside their neighbours are named by the first of the text. */
static gunichar
missing_first(const Missing *missing)
{
    const SceneNode *node = missing->text;

    for (const char *p = node->text.text; *p != '\0'; p = g_utf8_next_char(p)) {
        g_autofree char *alone = g_strndup(p, (gsize)(g_utf8_next_char(p) - p));
        guint n = 0;

        if (missing->module->missing_glyphs(alone, &node->text.style, &n, NULL) && n > 0)
            return g_utf8_get_char(p);
    }
    return g_utf8_get_char(node->text.text);
}

static void
missing_report(const Missing *missing, Report *report)
{
    gunichar first = missing_first(missing);
    g_autofree char *quoted = error_quote(missing->text->text.text, -1, MAX_QUOTED);
    g_autoptr(GString) letter = g_string_new(NULL);
    g_autofree char *quoted_letter = NULL;

    g_string_append_unichar(letter, first);
    quoted_letter = error_quote(letter->str, -1, 1);
    if (missing->n == 1)
        report_add(report, SEVERITY_WARNING, WHERE_NONE, 1,
                   "no font has the letter \"%s\" (U+%04X) in \"%s\"; it is drawn as a box",
                   quoted_letter, first, quoted);
    else
        report_add(
            report, SEVERITY_WARNING, WHERE_NONE, missing->n,
            "no font has the letter \"%s\" (U+%04X) in \"%s\"; %u letters are drawn as boxes",
            quoted_letter, first, quoted, missing->n);
}

gboolean
figure_check_glyphs(Figure *figure, const OutputFormat *format, GError **error)
{
    Missing missing = { .n = 0 };

    /* The text of an SVG is drawn by whoever shows it, with the fonts that are there. */
    if (figure->glyphs_checked || (strcmp(format->name, "svg") == 0 && figure->spec->svg_text == 0))
        return TRUE;
    missing.module = raster_module_open(error);
    if (missing.module == NULL)
        return FALSE;
    if (!missing_find(figure->scene->root, &missing, error))
        return FALSE;
    figure->glyphs_checked = TRUE;
    if (missing.n == 0)
        return TRUE;
    missing_report(&missing, figure->report);
    if (figure_check_strict(figure, error))
        return TRUE;
    g_clear_pointer(&figure->scene, scene_free);
    return FALSE;
}
