#include "batch/plan_check.h"

#include "io/real_path.h"

#include <string.h>
#include <sys/stat.h>

#define MAX_QUOTED 200

/* Files go by their real names; those that exist by their inodes as well, for hard links. */
typedef struct {
    const PlanRequest *request;
    GPtrArray *errors;
    GHashTable *inputs;  /* name or inode: who reads it, owned */
    GHashTable *outputs; /* name: PlannedFigure, borrowed */
    GHashTable *folders; /* manifest: the real path of its folder, owned */
} CheckWork;

/* "[trade] Thailand (figures.ini:3)". Caller frees. */
static char *
who(const PlannedFigure *planned)
{
    GString *out = g_string_new(NULL);
    g_autofree char *part = error_quote(planned->part, -1, 60);

    if (planned->group != NULL) {
        g_autofree char *group = error_quote(planned->group, -1, 60);

        g_string_append_printf(out, "[%s]", group);
    }
    if (planned->part != NULL)
        g_string_append_printf(out, "%s\"%s\"", out->len > 0 ? " " : "", part);
    if (out->len == 0)
        g_string_append(out, planned->name);
    if (planned->file != NULL)
        g_string_append_printf(out, " (%s:%u)", planned->file, planned->line);
    return g_string_free(out, FALSE);
}

static void
refuse(const CheckWork *work, const PlannedFigure *planned, const char *path, const char *why)
{
    GError *error = NULL;
    g_autofree char *quoted = error_quote(path, -1, MAX_QUOTED);
    g_autofree char *group = error_quote(planned->group, -1, 60);

    if (planned->group != NULL)
        error_set(&error, ERROR_USAGE, (Where){ .file = planned->file, .line = planned->line },
                  "[%s] output \"%s\" %s", group, quoted, why);
    else
        error_set(&error, ERROR_USAGE, WHERE_NONE, "output \"%s\" %s", quoted, why);
    g_ptr_array_add(work->errors, error);
}

static gboolean
is_special(const char *path)
{
    return strcmp(path, "-") == 0 ||
           (g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(path, G_FILE_TEST_IS_REGULAR));
}

/* NULL: it is no file. Caller frees. */
static char *
inode_name(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISREG(status.st_mode)
               ? g_strdup_printf("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64)status.st_dev,
                                 (guint64)status.st_ino)
               : NULL;
}

/* Takes reader. */
static void
add_input(CheckWork *work, const char *path, char *reader)
{
    char *inode = inode_name(path), *real = is_special(path) ? NULL : real_path(path);

    if (real != NULL)
        g_hash_table_insert(work->inputs, real, g_strdup(reader));
    if (inode != NULL)
        g_hash_table_insert(work->inputs, inode, g_strdup(reader));
    g_free(reader);
}

static void
add_inputs(CheckWork *work, const Plan *plan)
{
    for (guint i = 0; i < plan->files->len; i++)
        add_input(work, plan->files->pdata[i], g_strdup("is a manifest; it would be lost"));
    for (guint i = 0; i < plan->figures->len; i++) {
        const PlannedFigure *planned = plan->figures->pdata[i];
        g_autoptr(GPtrArray) inputs = figure_inputs(planned->figure);

        for (guint k = 0; k < inputs->len; k++) {
            g_autofree char *reader = who(planned);

            add_input(work, inputs->pdata[k],
                      g_strdup_printf("is an input of %s; it would be lost", reader));
        }
    }
}

/* ---- Outputs ---- */

static const char *
root_folder(CheckWork *work, const char *root)
{
    char *folder = g_hash_table_lookup(work->folders, root);

    if (folder == NULL) {
        g_autofree char *name = g_path_get_dirname(root);

        folder = real_path(name);
        g_hash_table_insert(work->folders, g_strdup(root), folder != NULL ? folder : g_strdup(""));
    }
    return folder;
}

static void
check_inside(CheckWork *work, const PlannedFigure *planned, const char *path, const char *real)
{
    const char *folder;

    if (planned->root == NULL || work->request->allow_outside)
        return;
    folder = root_folder(work, planned->root);
    if (real == NULL || folder == NULL || !real_path_is_in(real, folder))
        refuse(work, planned, path,
               "lies outside the folder of its manifest; --allow-outside permits it");
}

static void
check_output(CheckWork *work, const PlannedFigure *planned, const char *path)
{
    g_autofree char *real = real_path(path), *inode = inode_name(path);
    const char *reader = real != NULL ? g_hash_table_lookup(work->inputs, real) : NULL;
    const PlannedFigure *other = real != NULL ? g_hash_table_lookup(work->outputs, real) : NULL;

    if (strcmp(path, "-") == 0 && planned->root != NULL) {
        refuse(work, planned, path, "is no file; a figure of a manifest has files of its own");
        return;
    }
    check_inside(work, planned, path, real);
    if (is_special(path) && strcmp(path, "-") != 0)
        return;
    if (reader == NULL && inode != NULL)
        reader = g_hash_table_lookup(work->inputs, inode);
    if (reader != NULL)
        refuse(work, planned, path, reader);
    if (other != NULL && other != planned) {
        g_autofree char *first = who(other), *second = who(planned);
        g_autofree char *why = g_strdup_printf("is that of %s and of %s", first, second);

        refuse(work, planned, path, why);
    }
    if (real != NULL && other == NULL)
        g_hash_table_insert(work->outputs, g_steal_pointer(&real), (gpointer)planned);
}

static void
check_outputs(CheckWork *work, const PlannedFigure *planned)
{
    const Spec *spec = planned->figure->spec;

    if (planned->error != NULL)
        return;
    for (guint i = 0; spec->outputs != NULL && i < spec->outputs->len; i++)
        check_output(work, planned, spec->outputs->pdata[i]);
    if (spec->data_table != NULL)
        check_output(work, planned, spec->data_table);
}

/* A report or contact sheet over a figure, or over what one is made from. */
static void
check_own(const CheckWork *work, const char *path)
{
    g_autofree char *real = real_path(path), *inode = inode_name(path);
    g_autofree char *quoted = error_quote(path, -1, MAX_QUOTED);
    const char *reader = real != NULL ? g_hash_table_lookup(work->inputs, real) : NULL;
    const PlannedFigure *owner = real != NULL ? g_hash_table_lookup(work->outputs, real) : NULL;
    GError *error = NULL;

    if (reader == NULL && inode != NULL)
        reader = g_hash_table_lookup(work->inputs, inode);
    if (reader != NULL)
        error_set(&error, ERROR_USAGE, WHERE_NONE, "\"%s\" %s", quoted, reader);
    else if (owner != NULL) {
        g_autofree char *name = who(owner);

        error_set(&error, ERROR_USAGE, WHERE_NONE, "\"%s\" is an output of %s", quoted, name);
    }
    if (error != NULL)
        g_ptr_array_add(work->errors, error);
}

void
plan_check(const Plan *plan, const PlanRequest *request, GPtrArray *errors)
{
    CheckWork work = {
        .request = request,
        .errors = errors,
        .inputs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
        .outputs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
    };
    const GPtrArray *own = request->own_outputs;

    add_inputs(&work, plan);
    for (guint i = 0; i < plan->figures->len; i++)
        check_outputs(&work, plan->figures->pdata[i]);
    for (guint i = 0; own != NULL && i < own->len; i++)
        if (!is_special(own->pdata[i]))
            check_own(&work, own->pdata[i]);
    g_hash_table_unref(work.inputs);
    g_hash_table_unref(work.outputs);
    g_hash_table_unref(work.folders);
}
