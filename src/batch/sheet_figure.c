#include "batch/sheet_figure.h"

const char *
sheet_group_title(SheetGroup group)
{
    static const char *const titles[SHEET_N_GROUPS] = {
        [SHEET_FAILED] = "Failed",
        [SHEET_CHANGED] = "Changed",
        [SHEET_NEW] = "New",
        [SHEET_WAITING] = "Not drawn",
        [SHEET_ALIKE] = "Drawn again, looks as before",
        [SHEET_UNCHANGED] = "Unchanged",
    };

    return titles[group];
}

static void
remark_clear(gpointer data)
{
    SheetRemark *remark = data;

    g_free(remark->rule);
    g_free(remark->where);
    g_free(remark->text);
}

SheetFigure *
sheet_figure_new(SheetGroup group, const char *name)
{
    SheetFigure *figure = g_new0(SheetFigure, 1);

    figure->group = group;
    figure->name = g_strdup(name);
    figure->title = g_strdup("");
    figure->outputs = g_ptr_array_new_with_free_func(g_free);
    figure->remarks = g_array_new(FALSE, FALSE, sizeof(SheetRemark));
    g_array_set_clear_func(figure->remarks, remark_clear);
    return figure;
}

void
sheet_figure_free(SheetFigure *figure)
{
    if (figure == NULL)
        return;
    g_free(figure->name);
    g_free(figure->title);
    g_free(figure->description);
    g_free(figure->language);
    g_free(figure->place);
    g_free(figure->why);
    g_ptr_array_unref(figure->outputs);
    g_free(figure->picture);
    g_array_unref(figure->remarks);
    g_clear_pointer(&figure->former, g_bytes_unref);
    g_clear_pointer(&figure->image.rgba, g_bytes_unref);
    g_clear_pointer(&figure->former_image.rgba, g_bytes_unref);
    g_free(figure);
}

void
sheet_figure_remark(SheetFigure *figure, Severity severity, const char *rule, const char *where,
                    const char *text)
{
    SheetRemark remark = { severity, g_strdup(rule), g_strdup(where), g_strdup(text) };

    g_array_append_val(figure->remarks, remark);
}

const char *
sheet_figure_heading(const SheetFigure *figure)
{
    return *figure->title != '\0' ? figure->title : figure->name;
}
