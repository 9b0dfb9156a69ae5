#include "batch/contact_sheet.h"

#include "backend/raster_module.h"
#include "batch/same_picture.h"
#include "batch/sheet_html.h"
#include "batch/sheet_scene.h"
#include "deck/picture.h"
#include "io/atomic_file.h"
#include "io/whole_file.h"

#include <string.h>

/* No figure is larger. */
#define MAX_FILE G_GUINT64_CONSTANT(1073741824)
/* So many bytes of former pictures are kept: they stand in the page. */
#define MAX_FORMER (G_GUINT64_CONSTANT(128) << 20)
/* As cairo and readers of PNG have it. */
#define MAX_SIDE 32767

struct ContactSheet {
    GPtrArray *paths;   /* char *, owned */
    GPtrArray *figures; /* SheetFigure *, owned, those of the plan that were told about */
    GPtrArray *planned; /* PlannedFigure *, borrowed, of each */
    guint64 former_size;
    gboolean painted; /* one of the paths is a PNG */
    SheetGrid grid;
};

static gboolean
ends_in(const char *path, const char *extension)
{
    gsize length = strlen(path), n = strlen(extension);

    return length >= n && g_ascii_strcasecmp(path + length - n, extension) == 0;
}

gboolean
contact_sheet_check(const char *path, GError **error)
{
    g_autofree char *quoted = error_quote(path, -1, 200);

    if (ends_in(path, ".html") || ends_in(path, ".png"))
        return TRUE;
    error_set(error, ERROR_USAGE, WHERE_NONE,
              "--contact-sheet \"%s\": its extension is neither .html nor .png", quoted);
    return FALSE;
}

ContactSheet *
contact_sheet_new(const GPtrArray *paths, const Plan *plan)
{
    ContactSheet *sheet = g_new0(ContactSheet, 1);

    sheet->paths = g_ptr_array_new_with_free_func(g_free);
    sheet->figures = g_ptr_array_new_with_free_func((GDestroyNotify)sheet_figure_free);
    sheet->planned = g_ptr_array_new();
    sheet->grid = sheet_grid(plan->figures->len);
    for (guint i = 0; i < paths->len; i++) {
        g_ptr_array_add(sheet->paths, g_strdup(paths->pdata[i]));
        sheet->painted = sheet->painted || ends_in(paths->pdata[i], ".png");
    }
    return sheet;
}

void
contact_sheet_free(ContactSheet *sheet)
{
    if (sheet == NULL)
        return;
    g_ptr_array_unref(sheet->paths);
    g_ptr_array_unref(sheet->figures);
    g_ptr_array_unref(sheet->planned);
    g_free(sheet);
}

/* ---- What is known of a figure ---- */

static void
take_error(SheetFigure *shown, const GError *error)
{
    Where where = error_where(error);

    if (where.file == NULL)
        shown->why = g_strdup(error->message);
    else if (where.line == 0)
        shown->why = g_strdup_printf("%s: %s", where.file, error->message);
    else
        shown->why = g_strdup_printf("%s:%u: %s", where.file, where.line, error->message);
}

static void
take_remarks(SheetFigure *shown, const RunResult *result)
{
    for (guint i = 0; i < report_length(result->report); i++) {
        const ReportEntry *entry = report_entry(result->report, i);
        g_autofree char *where = entry->file == NULL ? NULL
                                 : entry->line > 0
                                     ? g_strdup_printf("%s:%u", entry->file, entry->line)
                                     : g_strdup(entry->file);

        sheet_figure_remark(shown, entry->severity, NULL, where, entry->text);
    }
    for (guint i = 0; result->findings != NULL && i < result->findings->len; i++) {
        const LintFinding *finding = result->findings->pdata[i];

        /* It repeats the remarks. */
        if (strcmp(finding->rule->name, "report") == 0)
            continue;
        sheet_figure_remark(shown, finding->rule->severity, finding->rule->name, finding->where,
                            finding->text);
    }
}

static void
take_words(SheetFigure *shown, const PlannedFigure *planned)
{
    const Spec *spec = planned->figure->spec;

    if (spec->title != NULL) {
        g_free(shown->title);
        shown->title = g_strdup(spec->title);
    }
    shown->description = g_strdup(spec->alt);
    shown->language = g_strdup(spec->lang);
    shown->dark = g_strcmp0(spec->theme, "dark") == 0;
    if (planned->file != NULL)
        shown->place = g_strdup_printf("%s:%u", planned->file, planned->line);
    for (guint i = 0; spec->outputs != NULL && i < spec->outputs->len; i++)
        g_ptr_array_add(shown->outputs, g_strdup(spec->outputs->pdata[i]));
}

/* What the file says of itself; figures without metadata say little. */
static void
take_picture(SheetFigure *shown, GBytes *bytes)
{
    g_autoptr(DeckPicture) picture = deck_picture_read(shown->picture, bytes, NULL);
    static const Color white = COLOR_INIT(0xffffff), black = COLOR_INIT(0x000000);

    if (picture == NULL)
        return;
    shown->width = picture->width;
    shown->height = picture->height;
    shown->dark = shown->dark || color_contrast(picture->background, white) >
                                     color_contrast(picture->background, black);
    if (*shown->title == '\0' && picture->title != NULL) {
        g_free(shown->title);
        shown->title = g_steal_pointer(&picture->title);
    }
    if (shown->description == NULL && picture->description != NULL)
        shown->description = g_steal_pointer(&picture->description);
}

/* -1: none of its outputs has this format. */
static int
find_output(const SheetFigure *shown, const char *extension)
{
    for (guint i = 0; i < shown->outputs->len; i++)
        if (ends_in(shown->outputs->pdata[i], extension))
            return (int)i;
    return -1;
}

static GBytes *
former_of(const RunResult *result, int output)
{
    return result->former != NULL && output >= 0 && (guint)output < result->former->len
               ? result->former->pdata[output]
               : NULL;
}

/* Of a picture that the browser shows; a PDF is told by its bytes alone. */
static void
take_change(ContactSheet *sheet, SheetFigure *shown, const RunResult *result, int output,
            GBytes *now)
{
    GBytes *former = former_of(result, MAX(output, 0));

    if (former == NULL) {
        shown->group = SHEET_NEW;
        return;
    }
    if (now != NULL && same_picture(former, now)) {
        shown->group = SHEET_ALIKE;
        return;
    }
    shown->group = SHEET_CHANGED;
    if (output < 0)
        return;
    if (sheet->former_size + g_bytes_get_size(former) > MAX_FORMER) {
        shown->former_left_out = TRUE;
        return;
    }
    sheet->former_size += g_bytes_get_size(former);
    shown->former = g_bytes_ref(former);
}

/* ---- Small pictures ---- */

static SheetImage
make_small(const ContactSheet *sheet, GBytes *png)
{
    const RasterModule *module = raster_module_open(NULL);
    SheetImage image = { NULL, 0, 0 };
    guint columns, rows;

    sheet_grid_picture(&sheet->grid, &columns, &rows);
    if (module != NULL && png != NULL)
        image.rgba = module->thumbnail(png, columns, rows, &image.columns, &image.rows, NULL);
    return image;
}

static void
take_images(const ContactSheet *sheet, SheetFigure *shown, const RunResult *result)
{
    int output = find_output(shown, ".png");
    g_autoptr(GBytes) now = NULL;

    if (!sheet->painted || output < 0)
        return;
    now = whole_file_read(shown->outputs->pdata[output], MAX_FILE, "", NULL);
    shown->image = make_small(sheet, now);
    if (shown->group == SHEET_CHANGED)
        shown->former_image = make_small(sheet, former_of(result, output));
}

/* For figures that have no PNG: drawn as small as they are shown. */
static void
draw_image(const ContactSheet *sheet, SheetFigure *shown, Figure *figure)
{
    const RasterModule *module = raster_module_open(NULL);
    OutputOptions options = { .scale = 1 };
    g_autoptr(GBytes) png = NULL;
    guint columns, rows;

    if (module == NULL || !figure_draw(figure, NULL, NULL))
        return;
    sheet_grid_picture(&sheet->grid, &columns, &rows);
    options.scale = MIN(columns / figure->scene->size.width, rows / figure->scene->size.height);
    png = module->write_png(figure->scene, &options, NULL);
    shown->image = make_small(sheet, png);
    figure_forget_drawing(figure);
}

/* ---- */

static SheetGroup
group_of(RunState state)
{
    switch (state) {
    case RUN_FAILED:
        return SHEET_FAILED;
    case RUN_UNCHANGED:
        return SHEET_UNCHANGED;
    case RUN_SKIPPED:
    case RUN_WOULD_DRAW:
        return SHEET_WAITING;
    case RUN_DRAWN:
    case RUN_STATE_COUNT:
        break;
    }
    return SHEET_NEW;
}

void
contact_sheet_add(ContactSheet *sheet, const RunResult *result)
{
    SheetFigure *shown = sheet_figure_new(group_of(result->state), result->planned->name);
    g_autoptr(GBytes) now = NULL;
    int output;

    g_ptr_array_add(sheet->figures, shown);
    g_ptr_array_add(sheet->planned, (gpointer)result->planned);
    take_words(shown, result->planned);
    take_remarks(shown, result);
    if (result->error != NULL) {
        take_error(shown, result->error);
        return;
    }
    shown->why = g_strdup(result->why);
    output = find_output(shown, ".svg");
    output = output >= 0 ? output : find_output(shown, ".png");
    if (shown->outputs->len > 0)
        now = whole_file_read(shown->outputs->pdata[MAX(output, 0)], MAX_FILE, "", NULL);
    if (output >= 0 && now != NULL) {
        shown->picture = g_strdup(shown->outputs->pdata[output]);
        take_picture(shown, now);
    }
    if (result->state == RUN_DRAWN)
        take_change(sheet, shown, result, output, now);
    take_images(sheet, shown, result);
}

static GBytes *
paint(const ContactSheet *sheet, const char *counts, GError **error)
{
    g_autoptr(TextMeasurer) measurer = table_measurer_new(shaper_open_measurer, NULL);
    const RasterModule *module = raster_module_open(error);
    OutputOptions options = { .scale = sheet->grid.scale, .metadata = TRUE };
    g_autoptr(Scene) scene = NULL;

    if (module == NULL)
        return NULL;
    for (guint i = 0; i < sheet->figures->len; i++) {
        SheetFigure *shown = sheet->figures->pdata[i];

        if (shown->image.rgba == NULL && shown->picture != NULL)
            draw_image(sheet, shown, ((PlannedFigure *)sheet->planned->pdata[i])->figure);
    }
    scene = sheet_scene(sheet->figures, &sheet->grid, counts, measurer);
    if (scene->size.height * options.scale > MAX_SIDE)
        options.scale = 1;
    if (scene->size.height > MAX_SIDE) {
        error_set(error, ERROR_LIMIT, WHERE_NONE,
                  "%u figures are too many for one picture: it would be %.0f pixels high, and %d "
                  "are the limit; ask for --contact-sheet FILE.html, or for fewer with --only",
                  sheet->figures->len, scene->size.height, MAX_SIDE);
        return NULL;
    }
    return module->write_png(scene, &options, error);
}

gboolean
contact_sheet_write(ContactSheet *sheet, const char *counts, GError **error)
{
    for (guint i = 0; i < sheet->paths->len; i++) {
        const char *path = sheet->paths->pdata[i];
        g_autoptr(GBytes) bytes = ends_in(path, ".png") ? paint(sheet, counts, error)
                                                        : sheet_html(sheet->figures, path, counts);

        if (bytes == NULL || !atomic_file_write(path, bytes, error))
            return FALSE;
    }
    return TRUE;
}
