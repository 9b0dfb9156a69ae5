#include "batch/sheet_html.h"

#include "io/png_text.h"
#include "text/wrap.h"

#include <string.h>

/* More remarks than this are folded away: a card is to be looked at. */
#define OPEN_REMARKS 3

static const char style[] =
#include "batch/sheet_style.inc"
    ;

/* ---- Text and links ---- */

static void
append_text(GString *out, const char *text)
{
    g_autofree char *clean = text_clean(text, FALSE, 0);
    g_autofree char *escaped = g_markup_escape_text(clean, -1);

    g_string_append(out, escaped);
}

static void
append_url(GString *out, const char *file, const char *sheet)
{
    g_autofree char *url = sheet_url(file, sheet);
    g_autofree char *escaped = g_markup_escape_text(url, -1);

    g_string_append(out, escaped);
}

char *
sheet_url(const char *file, const char *from)
{
    g_autofree char *full = g_canonicalize_filename(file, NULL);
    g_autofree char *other = g_canonicalize_filename(from, NULL);
    g_auto(GStrv) parts = g_strsplit(full, G_DIR_SEPARATOR_S, -1);
    g_auto(GStrv) others = g_strsplit(other, G_DIR_SEPARATOR_S, -1);
    GString *url = g_string_new(NULL);
    guint same = 0;

    /* The last part is the file itself, also where both have one name. */
    while (parts[same + 1] != NULL && others[same + 1] != NULL &&
           strcmp(parts[same], others[same]) == 0)
        same++;
    for (guint i = same; others[i + 1] != NULL; i++)
        g_string_append(url, "../");
    for (guint i = same; parts[i] != NULL; i++) {
        g_autofree char *part = g_uri_escape_string(parts[i], NULL, FALSE);

        g_string_append_printf(url, "%s%s", part, parts[i + 1] != NULL ? "/" : "");
    }
    return g_string_free(url, FALSE);
}

/* ---- Pictures ---- */

static void
append_size(GString *out, const SheetFigure *figure)
{
    if (figure->width >= 1 && figure->height >= 1)
        g_string_append_printf(out, " width=\"%u\" height=\"%u\"", (guint)MIN(figure->width, 1e5),
                               (guint)MIN(figure->height, 1e5));
}

static void
append_alternative(GString *out, const SheetFigure *figure)
{
    gboolean described = figure->description != NULL && *figure->description != '\0';

    g_string_append(out, " alt=\"");
    append_text(out, described ? figure->description : sheet_figure_heading(figure));
    g_string_append_c(out, '"');
}

static const char *
extension(const char *path)
{
    const char *dot = strrchr(path, '.');

    return dot != NULL && strchr(dot, G_DIR_SEPARATOR) == NULL ? dot + 1 : "file";
}

static void
append_picture(GString *out, const SheetFigure *figure, const char *sheet)
{
    const char *target = figure->picture != NULL    ? figure->picture
                         : figure->outputs->len > 0 ? figure->outputs->pdata[0]
                                                    : NULL;
    g_autofree char *kind = NULL;

    if (target == NULL)
        return;
    g_string_append_printf(out, "<a class=\"picture%s\" href=\"", figure->dark ? " dark" : "");
    append_url(out, target, sheet);
    if (figure->picture == NULL) {
        kind = g_ascii_strup(extension(target), -1);
        g_string_append(out, "\"><span class=\"tile\">");
        append_text(out, kind);
        g_string_append(out, "</span></a>\n");
        return;
    }
    g_string_append(out, "\"><img loading=\"lazy\" src=\"");
    append_url(out, target, sheet);
    g_string_append_c(out, '"');
    append_size(out, figure);
    append_alternative(out, figure);
    g_string_append(out, "></a>\n");
}

static void
append_former(GString *out, const SheetFigure *figure)
{
    gsize length;
    const guchar *bytes = g_bytes_get_data(figure->former, &length);
    g_autofree char *coded = g_base64_encode(bytes, length);

    g_string_append_printf(out,
                           "<span class=\"picture%s\"><img loading=\"lazy\" "
                           "src=\"data:image/%s;base64,",
                           figure->dark ? " dark" : "", png_is(bytes, length) ? "png" : "svg+xml");
    g_string_append(out, coded);
    g_string_append(out, "\" alt=\"The picture as it was before\"></span>\n");
}

static void
append_pictures(GString *out, const SheetFigure *figure, const char *sheet)
{
    /* What stands in the file of a figure that failed is not this figure. */
    if (figure->group == SHEET_FAILED)
        return;
    if (figure->former == NULL) {
        append_picture(out, figure, sheet);
        if (figure->former_left_out)
            g_string_append(out, "<p class=\"why\">Its former picture is not shown: there are too "
                                 "many for one file.</p>\n");
        return;
    }
    g_string_append(out, "<div class=\"pair\">\n<div><p class=\"when\">Before</p>\n");
    append_former(out, figure);
    g_string_append(out, "</div>\n<div><p class=\"when\">Now</p>\n");
    append_picture(out, figure, sheet);
    g_string_append(out, "</div>\n</div>\n");
}

/* ---- Words ---- */

static void
append_remark(GString *out, const SheetRemark *remark)
{
    static const char *const severities[] = {
        [SEVERITY_NOTE] = "note",
        [SEVERITY_WARNING] = "warning",
        [SEVERITY_ERROR] = "error",
    };

    g_string_append_printf(out, "<li class=\"%s\"><b>%s</b> ", severities[remark->severity],
                           remark->rule != NULL ? remark->rule : severities[remark->severity]);
    append_text(out, remark->text);
    if (remark->where != NULL) {
        g_string_append(out, " <span class=\"where\">");
        append_text(out, remark->where);
        g_string_append(out, "</span>");
    }
    g_string_append(out, "</li>\n");
}

static void
append_remarks(GString *out, const SheetFigure *figure)
{
    gboolean folded = figure->remarks->len > OPEN_REMARKS;

    if (figure->remarks->len == 0)
        return;
    if (folded)
        g_string_append_printf(out, "<details><summary>%u remarks</summary>\n",
                               figure->remarks->len);
    g_string_append(out, "<ul class=\"remarks\">\n");
    for (guint i = 0; i < figure->remarks->len; i++)
        append_remark(out, &g_array_index(figure->remarks, SheetRemark, i));
    g_string_append(out, folded ? "</ul>\n</details>\n" : "</ul>\n");
}

static void
append_links(GString *out, const SheetFigure *figure, const char *sheet)
{
    g_string_append(out, "<p class=\"files\"><span class=\"name\">");
    append_text(out, figure->name);
    g_string_append(out, "</span>");
    if (figure->place != NULL) {
        g_string_append(out, " <span class=\"where\">");
        append_text(out, figure->place);
        g_string_append(out, "</span>");
    }
    for (guint i = 0; i < figure->outputs->len && figure->group != SHEET_FAILED; i++) {
        const char *path = figure->outputs->pdata[i];
        g_autofree char *kind = g_ascii_strup(extension(path), -1);

        g_string_append(out, " <a href=\"");
        append_url(out, path, sheet);
        g_string_append(out, "\">");
        append_text(out, kind);
        g_string_append(out, "</a>");
    }
    g_string_append(out, "</p>\n");
}

static void
append_figure(GString *out, const SheetFigure *figure, const char *sheet)
{
    gboolean pair = figure->former != NULL && figure->group != SHEET_FAILED;

    g_string_append_printf(out, "<li class=\"card%s%s\">\n",
                           figure->group == SHEET_FAILED ? " failed" : "", pair ? " wide" : "");
    g_string_append(out, "<h3 dir=\"auto\"");
    if (figure->language != NULL && *figure->title != '\0') {
        g_string_append(out, " lang=\"");
        append_text(out, figure->language);
        g_string_append_c(out, '"');
    }
    g_string_append_c(out, '>');
    append_text(out, sheet_figure_heading(figure));
    g_string_append(out, "</h3>\n");
    append_pictures(out, figure, sheet);
    if (figure->why != NULL) {
        g_string_append_printf(out, "<p class=\"%s\">",
                               figure->group == SHEET_FAILED ? "message" : "why");
        append_text(out, figure->why);
        g_string_append(out, "</p>\n");
    }
    append_remarks(out, figure);
    append_links(out, figure, sheet);
    g_string_append(out, "</li>\n");
}

/* ---- The page ---- */

static guint
count_group(const GPtrArray *figures, SheetGroup group)
{
    guint n = 0;

    for (guint i = 0; i < figures->len; i++)
        n += ((const SheetFigure *)figures->pdata[i])->group == group;
    return n;
}

static void
append_contents(GString *out, const GPtrArray *figures)
{
    g_string_append(out, "<nav aria-label=\"Parts of this sheet\">\n<ul>\n");
    for (SheetGroup group = 0; group < SHEET_N_GROUPS; group++) {
        guint n = count_group(figures, group);

        if (n > 0)
            g_string_append_printf(out, "<li><a href=\"#g%u\">%s <b>%u</b></a></li>\n", group,
                                   sheet_group_title(group), n);
    }
    g_string_append(out, "</ul>\n</nav>\n");
}

static void
append_groups(GString *out, const GPtrArray *figures, const char *sheet)
{
    for (SheetGroup group = 0; group < SHEET_N_GROUPS; group++) {
        guint n = count_group(figures, group);

        if (n == 0)
            continue;
        g_string_append_printf(out,
                               "<section aria-labelledby=\"g%u\">\n<h2 id=\"g%u\" class=\"g%u\">"
                               "%s <span>%u</span></h2>\n<ul class=\"cards\">\n",
                               group, group, group, sheet_group_title(group), n);
        for (guint i = 0; i < figures->len; i++)
            if (((const SheetFigure *)figures->pdata[i])->group == group)
                append_figure(out, figures->pdata[i], sheet);
        g_string_append(out, "</ul>\n</section>\n");
    }
}

GBytes *
sheet_html(const GPtrArray *figures, const char *path, const char *counts)
{
    GString *out = g_string_new("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
                                "<meta charset=\"utf-8\">\n"
                                "<meta name=\"viewport\" content=\"width=device-width\">\n"
                                "<meta name=\"color-scheme\" content=\"light dark\">\n<title>");

    append_text(out, counts);
    g_string_append(out, "</title>\n<style>\n");
    g_string_append(out, style);
    g_string_append(out, "</style>\n</head>\n<body>\n<header>\n<h1>Contact sheet</h1>\n"
                         "<p class=\"counts\">");
    append_text(out, counts);
    g_string_append(out, "</p>\n");
    append_contents(out, figures);
    g_string_append(out, "</header>\n<main>\n");
    append_groups(out, figures, path);
    g_string_append(out, "</main>\n</body>\n</html>\n");
    return g_string_free_to_bytes(out);
}
