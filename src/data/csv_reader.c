#include "data/csv_reader.h"

#include "data/csv_encoding.h"
#include "data/csv_group.h"
#include "data/csv_infer.h"
#include "data/csv_rows.h"
#include "data/csv_thin.h"
#include "data/year_header.h"

#define DEFAULT_BYTES ((guint64)1 << 30)
/* What is read before the types of the columns are guessed. Most files end before that. */
#define SAMPLE_BYTES (256 * 1024)
/* A thread costs as much as a tenth of this. */
#define AHEAD_BYTES (2 * 1024 * 1024)

typedef struct {
    CsvRows rows;
    CsvPlan *plans; /* one a column, and so on */
    CsvSurvey *surveys;
    Column **columns; /* those that are decided */
} Reader;

static void
reader_clear(Reader *reader)
{
    for (guint i = 0; i < reader->rows.n; i++) {
        if (reader->surveys)
            csv_survey_clear(&reader->surveys[i]);
        if (reader->columns)
            column_unref(reader->columns[i]);
    }
    g_free(reader->surveys);
    g_free(reader->columns);
    g_free(reader->plans);
    csv_rows_clear(&reader->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Reader, reader_clear)

static gboolean
plan_request(Reader *reader, const ColumnRequest *request, GError **error)
{
    gboolean found = FALSE;

    for (guint i = 0; i < reader->rows.n; i++) {
        CsvPlan *plan = &reader->plans[i];
        if (request->column && !g_str_equal(request->column, plan->name))
            continue;
        found = TRUE;
        if (request->type != TYPE_AUTO)
            plan->type = request->type;
        if (request->date_format && (request->column || !plan->format_is_own)) {
            plan->date_format = request->date_format;
            plan->format_is_own = request->column != NULL;
        }
    }
    if (found || !request->column)
        return TRUE;
    g_ptr_array_add(reader->rows.names, NULL);
    g_autofree char *near =
        error_suggest(request->column, (const char *const *)reader->rows.names->pdata);
    g_autofree char *quoted = error_quote(request->column, -1, 60);
    error_set(error, ERROR_USAGE, csv_rows_where(&reader->rows, 0, 0),
              "no column \"%s\"%s, as %s says", quoted, near,
              request->date_format ? "--date-format" : "--type");
    return FALSE;
}

static gboolean
make_plans(Reader *reader, GError **error)
{
    reader->surveys = g_new0(CsvSurvey, reader->rows.n);
    reader->plans = g_new0(CsvPlan, reader->rows.n);
    reader->columns = g_new0(Column *, reader->rows.n);
    for (guint i = 0; i < reader->rows.n; i++) {
        reader->plans[i] = (CsvPlan){
            .file = csv_source_name(reader->rows.source),
            .name = g_ptr_array_index(reader->rows.names, i),
            .field = i + 1,
            .delimiter = reader->rows.delimiter,
            .decimal = reader->rows.options->decimal,
        };
    }
    for (guint i = 0; i < reader->rows.options->n_requests; i++)
        if (!plan_request(reader, &reader->rows.options->requests[i], error))
            return FALSE;
    return TRUE;
}

/* The whole file once more; rows is how many it must have, if that is known. */
static gboolean
read_all(Reader *reader, gsize length, GError **error)
{
    CsvRows *rows = &reader->rows;
    gboolean ended;

    if (!csv_rows_rewind(rows, error) || !csv_rows_read(rows, G_MAXUINT64, &ended, error))
        return FALSE;
    if (length == 0 || rows->length == length)
        return TRUE;
    error_set(error, ERROR_INPUT, csv_rows_where(rows, 0, 0), "the file changed while it was read");
    return FALSE;
}

static guint
find_column(const CsvRows *rows, const char *name)
{
    guint i = 0;

    while (i < rows->n && !g_str_equal(g_ptr_array_index(rows->names, i), name))
        i++;
    return i;
}

/* Columns whose cells are counted as a whole, texts and years, cannot spare any. */
static CsvFewer *
plan_thinning(const CsvRows *rows)
{
    const CsvThinning *thin = &rows->options->thin;
    guint x = find_column(rows, thin->x), y = find_column(rows, thin->y);

    if (x == rows->n || y == rows->n || x == y || rows->builds[x].mode != BUILD_NUMBER ||
        rows->builds[y].mode != BUILD_NUMBER)
        return NULL;
    for (guint i = 0; i < rows->n; i++)
        if ((rows->builds[i].mode != BUILD_NUMBER && rows->builds[i].mode != BUILD_TIME) ||
            header_is_year(g_ptr_array_index(rows->names, i)))
            return NULL;
    return csv_thin_new(x, y, thin->steps);
}

/* Texts that are no keys would be lost. A column "unit" is asked for its cells. */
static CsvFewer *
plan_grouping(const CsvRows *rows)
{
    const CsvGrouping *group = &rows->options->group;
    guint keys[CSV_MOST_KEYS], value = find_column(rows, group->value);

    if (value == rows->n || rows->builds[value].mode != BUILD_NUMBER ||
        header_is_year(group->value) || find_column(rows, group->expression) < rows->n ||
        find_column(rows, "unit") < rows->n)
        return NULL;
    for (guint k = 0; k < group->n_keys; k++) {
        keys[k] = find_column(rows, group->keys[k]);
        if (keys[k] == rows->n || keys[k] == value)
            return NULL;
    }
    for (guint i = 0; i < rows->n; i++) {
        gboolean is_key = FALSE;

        for (guint k = 0; k < group->n_keys; k++)
            is_key = is_key || keys[k] == i;
        if (rows->builds[i].mode == BUILD_TEXT && !is_key)
            return NULL;
    }
    return csv_group_new(keys, group->n_keys, value, group->kind);
}

/* Whether the rows that did not stay tell nothing about the columns: every cell was understood at
 * once, and texts are names. */
static gboolean
fewer_rows_hold(Reader *reader)
{
    CsvRows *rows = &reader->rows;

    if (rows->fewer_fails)
        return FALSE;
    for (guint i = 0; i < rows->n; i++) {
        const CsvBuild *build = &rows->builds[i];

        if (build->given_up ||
            (build->mode != BUILD_TEXT && (build->odd->len > 0 || build->n_good == 0)))
            return FALSE;
    }
    if (!csv_rows_finish_fewer(rows))
        return FALSE;
    for (guint i = 0; i < rows->n; i++)
        if (rows->builds[i].mode == BUILD_TEXT &&
            !csv_infer_stays_text(&reader->plans[i], &rows->builds[i]))
            return FALSE;
    return TRUE;
}

/* Reads with fewer rows than there are where that is possible, else with all. */
static gboolean
read_fewer(Reader *reader, GError **error)
{
    CsvRows *rows = &reader->rows;
    gboolean begun;

    if (!read_all(reader, 0, error))
        return FALSE;
    begun = rows->fewer->begun;
    if (begun && fewer_rows_hold(reader))
        return TRUE;
    csv_rows_drop_fewer(rows);
    if (!begun)
        return TRUE;
    for (guint i = 0; i < rows->n; i++) {
        CsvBuild *build = &rows->builds[i];

        csv_build_start(build, build->given_up ? BUILD_TEXT : build->mode);
    }
    return read_all(reader, 0, error);
}

/* From the first rows on, columns of numbers and times are read as such. */
static gboolean
read_by_sample(Reader *reader, GError **error)
{
    for (guint i = 0; i < reader->rows.n; i++) {
        CsvBuild *build = &reader->rows.builds[i];
        CsvSurvey survey = csv_survey_build(build);
        BuildMode mode = csv_infer_mode(&reader->plans[i], build, &survey, &build->points);
        csv_survey_clear(&survey);
        csv_build_start(build, mode);
    }
    if (reader->rows.options->thin.steps > 0)
        reader->rows.fewer = plan_thinning(&reader->rows);
    else if (reader->rows.options->group.n_keys > 0)
        reader->rows.fewer = plan_grouping(&reader->rows);
    return reader->rows.fewer != NULL ? read_fewer(reader, error) : read_all(reader, 0, error);
}

static DecimalVotes
vote(const Reader *reader)
{
    DecimalVotes votes = { 0, 0 };

    for (guint i = 0; i < reader->rows.n; i++)
        csv_infer_vote(&reader->plans[i], &reader->rows.builds[i], &reader->surveys[i], &votes);
    return votes;
}

/* Reads the file again for the columns that turned out to be something else than their first rows
 * promised; the others keep what they have. */
static gboolean
read_as_text(Reader *reader, const gboolean *again, GError **error)
{
    CsvRows *rows = &reader->rows;
    CsvBuild *kept = rows->builds;
    gboolean done;

    g_assert(rows->fewer == NULL);
    rows->builds = g_new0(CsvBuild, rows->n);
    for (guint i = 0; i < rows->n; i++) {
        rows->builds[i].na = kept[i].na;
        csv_build_start(&rows->builds[i], again[i] ? BUILD_TEXT : BUILD_SKIP);
        if (again[i])
            csv_build_clear(&kept[i]);
    }
    done = read_all(reader, rows->length, error);
    for (guint i = 0; i < rows->n; i++)
        if (!again[i])
            rows->builds[i] = kept[i];
    g_free(kept);
    return done;
}

static void
survey_columns(Reader *reader)
{
    for (guint i = 0; i < reader->rows.n; i++)
        if (!reader->surveys[i].counts)
            reader->surveys[i] = csv_survey_build(&reader->rows.builds[i]);
}

/* Which columns must be read again; their surveys are dropped. */
static guint
find_misjudged(Reader *reader, DecimalVotes votes, gboolean *again)
{
    guint n = 0;

    for (guint i = 0; i < reader->rows.n; i++) {
        again[i] = csv_infer_needs_text(&reader->plans[i], &reader->rows.builds[i],
                                        &reader->surveys[i], votes);
        if (again[i])
            csv_survey_clear(&reader->surveys[i]);
        n += again[i];
    }
    return n;
}

/* A format for any column that fits none was meant for one that looked like something else. */
static void
report_unused_format(const Reader *reader, Report *report)
{
    const char *format = NULL;

    for (guint i = 0; i < reader->rows.n; i++) {
        const CsvPlan *plan = &reader->plans[i];

        if (plan->date_format == NULL || plan->format_is_own)
            continue;
        if (reader->columns[i]->type == COLUMN_TIME)
            return;
        format = plan->date_format;
    }
    if (format != NULL)
        report_add(report, SEVERITY_WARNING, csv_rows_where(&reader->rows, 0, 0), 1,
                   "--date-format %s: no column holds such dates; COLUMN=%s reads one that looks "
                   "like numbers",
                   format, format);
}

static gboolean
finish_columns(Reader *reader, Report *report, GError **error)
{
    g_autofree gboolean *again = g_new0(gboolean, reader->rows.n);
    DecimalVotes votes;

    survey_columns(reader);
    votes = vote(reader);
    if (find_misjudged(reader, votes, again) > 0 && !read_as_text(reader, again, error))
        return FALSE;
    survey_columns(reader);
    for (guint i = 0; i < reader->rows.n; i++) {
        CsvBuild *build = &reader->rows.builds[i];
        reader->columns[i] = csv_infer_column(&reader->plans[i], build, &reader->surveys[i], votes,
                                              reader->rows.lines, report, error);
        if (!reader->columns[i])
            return FALSE;
        if (reader->rows.fewer != NULL)
            reader->rows.fewer->type->describe(reader->rows.fewer, i, reader->columns[i]);
        csv_build_clear(build);
        csv_survey_clear(&reader->surveys[i]);
    }
    report_unused_format(reader, report);
    return TRUE;
}

static void
report_rows(const CsvRows *rows, Report *report)
{
    if (rows->n_short > 0)
        report_add(report, SEVERITY_WARNING, rows->first_short, rows->n_short,
                   "%" G_GSIZE_FORMAT " row%s shorter than the header; filled with missing cells",
                   rows->n_short, rows->n_short == 1 ? " is" : "s are");
    if (rows->n_swallowing > 0)
        report_add(report, SEVERITY_WARNING, rows->first_swallowing, rows->n_swallowing,
                   "a quoted cell spans lines that look like rows of their own; is a quote missing "
                   "or too many?");
    if (rows->length == 0)
        report_add(report, SEVERITY_WARNING, csv_rows_where(rows, 0, 0), 1,
                   "the file has a header and no rows");
}

static Table *
make_table(Reader *reader, Report *report)
{
    CsvRows *rows = &reader->rows;
    Table *table = table_new(csv_source_name(rows->source), rows->held);

    for (guint i = 0; i < rows->n; i++)
        table_add(table, g_steal_pointer(&reader->columns[i]));
    table->lines = g_steal_pointer(&rows->lines);
    report_rows(rows, report);
    return table;
}

/* Takes over the source; NULL is handed on. */
static Table *
read_source(CsvSource *source, const CsvOptions *options, Report *report, GError **error)
{
    g_auto(Reader) reader = { .plans = NULL };
    gboolean ended;

    if (!source || !csv_rows_open(&reader.rows, source, options, report, error) ||
        !make_plans(&reader, error))
        return NULL;
    for (guint i = 0; i < reader.rows.n; i++)
        csv_build_start(&reader.rows.builds[i], BUILD_TEXT);
    if (!csv_rows_read(&reader.rows, options->sample_bytes ? options->sample_bytes : SAMPLE_BYTES,
                       &ended, error) ||
        (!ended && !read_by_sample(&reader, error)) || !finish_columns(&reader, report, error))
        return NULL;
    return make_table(&reader, report);
}

static guint64
max_bytes(const CsvOptions *options)
{
    return options->max_bytes > 0 ? options->max_bytes : DEFAULT_BYTES;
}

Table *
csv_read_file(const char *file, const CsvOptions *options, Report *report, GError **error)
{
    g_autoptr(Witness) witness = options->witness ? witness_new() : NULL;
    CsvSource *source = csv_source_open(file, options->encoding, max_bytes(options), error);
    Table *table;

    if (source != NULL) {
        csv_source_set_witness(source, witness);
        csv_source_set_ahead(source, options->ahead_bytes ? options->ahead_bytes : AHEAD_BYTES,
                             options->block_bytes);
    }
    table = read_source(source, options, report, error);
    if (table == NULL || witness == NULL)
        return table;
    witness_finish(witness, &table->bytes_hash, &table->bytes_letters);
    if (!csv_encoding_is_utf8(options->encoding))
        g_clear_pointer(&table->bytes_letters, g_free);
    return table;
}

Table *
csv_read_bytes(const char *name, const char *bytes, gsize length, const CsvOptions *options,
               Report *report, GError **error)
{
    return read_source(
        csv_source_bytes(name, bytes, length, options->encoding, max_bytes(options), error),
        options, report, error);
}
