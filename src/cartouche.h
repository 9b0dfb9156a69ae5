/* Cartouche: tables in, figures for reports out. The one public header: C17 and C++, no GLib.
 *
 * - A figure belongs to one thread at a time; different figures may be used in parallel.
 * - Texts are UTF-8; file names are bytes as the system has them. "-" is standard input or output.
 * - Functions that can fail return false or NULL and set *error, which must be NULL before; error
 *   itself may be NULL. Their ret_ parameters stay untouched then,
 *   unless they say otherwise.
 * - Nothing here prints, ends the program, changes the locale or installs a signal handler, except
 *   ct_process_prepare(), which is for main() alone. */
#ifndef CARTOUCHE_H
#define CARTOUCHE_H

#include <stddef.h>
#ifndef __cplusplus
#include <stdbool.h>
#endif

#if defined(__GNUC__)
#define CT_API __attribute__((visibility("default")))
#else
#define CT_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* "0.1.0"; static. */
CT_API const char *ct_version(void);

/* Frees what these functions hand over: texts, bytes, lists. NULL does nothing. */
CT_API void ct_free(void *memory);

/* ---- Errors ---- */

/* The codes are the exit statuses of the program. */
typedef enum {
    CT_ERROR_INPUT = 1,  /* an input is missing, unreadable, or cannot be drawn */
    CT_ERROR_USAGE = 2,  /* unknown option, chart, column, value, extension */
    CT_ERROR_OUTPUT = 3, /* an output could not be written */
    CT_ERROR_LIMIT = 4   /* too many rows, bytes, pixels; the message names the option */
} ct_error_code;

typedef struct ct_error ct_error;

CT_API ct_error_code ct_error_get_code(const ct_error *error);
/* One sentence, without the place. Borrowed from the error, as is the file. */
CT_API const char *ct_error_message(const ct_error *error);
/* The place in a user's file: NULL and 0 when there is none. Lines and fields count from 1. */
CT_API const char *ct_error_file(const ct_error *error);
CT_API unsigned ct_error_line(const ct_error *error);
CT_API unsigned ct_error_field(const ct_error *error);
CT_API void ct_error_free(ct_error *error);

/* ---- Remarks: what was dropped, coerced or not matched ---- */

typedef enum { CT_NOTE, CT_WARNING, CT_ERROR } ct_severity;

typedef struct ct_report ct_report;

CT_API unsigned ct_report_length(const ct_report *report);
/* Of the entry at index < ct_report_length(). Texts are borrowed from the report. */
CT_API ct_severity ct_report_severity(const ct_report *report, unsigned index);
CT_API const char *ct_report_text(const ct_report *report, unsigned index);
CT_API const char *ct_report_file(const ct_report *report, unsigned index); /* NULL: no place */
CT_API unsigned ct_report_line(const ct_report *report, unsigned index);
CT_API unsigned ct_report_field(const ct_report *report, unsigned index);
/* How many rows or cells the entry speaks of. */
CT_API unsigned long long ct_report_count(const ct_report *report, unsigned index);

/* ---- Figures ---- */

typedef struct ct_figure ct_figure;

/* A figure of a chart type ("bar"; see ct_list). With chart NULL it has no chart and serves
 * ct_figure_inspect() only. */
CT_API ct_figure *ct_figure_new(const char *chart, ct_error **error);
CT_API void ct_figure_free(ct_figure *figure);

/* Sets an option by its name or alias, as it would be typed after the flag; see ct_options(). An
 * option that repeats may be set again and again, any other once. */
CT_API bool ct_figure_set(ct_figure *figure, const char *option, const char *value,
                          ct_error **error);

/* Where the data are: a file, read when the figure is drawn ("-" once, so set the options first) …
 */
CT_API bool ct_figure_set_data(ct_figure *figure, const char *path, ct_error **error);
/* … or bytes of a CSV file, copied; name stands for the file in messages. */
CT_API bool ct_figure_set_data_bytes(ct_figure *figure, const char *name, const void *bytes,
                                     size_t length, ct_error **error);

/* Draws the figure as "svg", "png" or "pdf". Caller frees the bytes. *ret_report (may be NULL) is
 * what ct_figure_report() gives. */
CT_API bool ct_figure_render(ct_figure *figure, const char *format, void **ret_bytes,
                             size_t *ret_length, const ct_report **ret_report, ct_error **error);

/* Draws and writes one file, whole or not at all; the extension decides the format, else the option
 * "format". An output equal to the input, by path or link, is CT_ERROR_USAGE. */
CT_API bool ct_figure_write(ct_figure *figure, const char *path, ct_error **error);

/* The same for every value of the option "output"; the one of "data-table" is written with either.
 * All is checked before anything is read, and
 * drawn before anything is written. */
CT_API bool ct_figure_write_outputs(ct_figure *figure, ct_error **error);

/* What the reader understood, in the lines of `cartouche inspect`; with the options "x" and "y"
 * also what they come to. Caller frees. */
CT_API char *ct_figure_inspect(ct_figure *figure, ct_error **error);

/* The remarks of the last drawing or inspection, also of one that failed. With the option "strict"
 * the first warning is the error and the others stand here as CT_ERROR. Borrowed: it lives until
 * the figure is changed, drawn again or freed. Never NULL. */
CT_API const ct_report *ct_figure_report(const ct_figure *figure);

/* ---- Where its time went ---- */

typedef struct {
    const char *name; /* "read", "prepare", "draw", the name of a format, "table", "write"; NULL
                         ends a list */
    double seconds;
} ct_stage;

/* With the option "timing"; an empty list without it. Caller frees (ct_free). */
CT_API ct_stage *ct_report_stages(const ct_report *report);

/* ---- Its check against design rules ---- */

typedef struct {
    const char *rule;     /* "overlap"; see ct_list("rules"). NULL ends a list */
    ct_severity severity; /* CT_WARNING or CT_ERROR */
    const char *where;    /* "figure", "x", "labels@120,48" (px), or a line of the data */
    const char *text;     /* one sentence */
} ct_finding;

/* What the figure does not keep; it is drawn first if it is not drawn yet. Caller frees the list
 * (ct_free); its texts live until the figure is changed, drawn again or freed. */
CT_API ct_finding *ct_figure_lint(ct_figure *figure, ct_error **error);

/* ---- The check of any SVG file ---- */

/* Reads an SVG ("-": standard input), by whatever program it was written, and says what would break
 * in which viewer (the rules: ct_list("checks")); a report without entries is good news. Neither
 * the net nor another file is asked. False when the file cannot be read or is beyond a limit: then
 * *ret_report holds what was found until there. Caller frees *ret_report in any case. */
CT_API bool ct_check(const char *path, ct_report **ret_report, ct_error **error);
CT_API void ct_report_free(ct_report *report);

/* ---- What there is ---- */

typedef struct {
    const char *name; /* NULL ends a list */
    const char *summary;
} ct_entry;

/* The kinds that ct_list() knows, ending with NULL: "charts", "themes" … Static. */
CT_API const char *const *ct_list_kinds(void);
/* Caller frees the list (ct_free); its texts are static. */
CT_API ct_entry *ct_list(const char *kind, ct_error **error);

typedef struct {
    const char *name;     /* without dashes: "x-label" */
    const char *alias;    /* "colour"; one letter: "o"; NULL: none */
    const char *metavar;  /* "TEXT"; NULL: none */
    const char *choices;  /* "auto|on|off"; NULL: no choice among words */
    const char *fallback; /* the default, as typed; NULL: none */
    const char *group;    /* title of its group: "Scales" */
    const char *charts;   /* blank-separated charts it has a meaning for; NULL: all */
    const char *help;     /* one line */
    bool repeats;         /* may be set several times */
    bool takes_value;     /* false: a switch, "on" or "off", or with =WORD one of the choices */
    bool is_file;         /* the value is a file name */
} ct_option;

/* Every option, in groups; ends with name NULL. Static. */
CT_API const ct_option *ct_options(void);
/* By name or alias; NULL: none. */
CT_API const ct_option *ct_option_find(const char *name);
/* Whether the option has a meaning for the chart; chart NULL: for ct_figure_inspect(). */
CT_API bool ct_option_serves(const ct_option *option, const char *chart);

typedef struct {
    const char *name; /* the option that names the column: "x"; NULL ends the list */
    bool required;
    const char *accepts; /* "numbers or times" */
    const char *help;    /* one line */
} ct_channel;

typedef struct {
    const char *name;
    const char *summary;
    const char *example; /* data and options after the chart's name; NULL: none */
    ct_channel channels[24];
    const char *wide_example; /* the same for a table with years as headings; NULL: none */
} ct_chart;

/* Caller frees the description (ct_free); its texts are static. */
CT_API ct_chart *ct_describe(const char *chart, ct_error **error);

/* ---- Many figures ---- */

/* Figures from manifests (INI files: a [group] a figure, keys are option names, and chart, data,
 * output), or of several files with the same options. Planned first, so that every mistake of use
 * is found before anything is drawn; then drawn by several threads, only those that changed. */
typedef struct ct_batch ct_batch;

CT_API ct_batch *ct_batch_new(void);
CT_API void ct_batch_free(ct_batch *batch);

/* Sets an option: one of the group "Batch" for the run, any other for all figures that it means
 * something to, whatever their manifests say. Names in braces are filled in: "out/{stem}.svg". */
CT_API bool ct_batch_set(ct_batch *batch, const char *option, const char *value, ct_error **error);
/* Read when the batch is planned. */
CT_API void ct_batch_add_manifest(ct_batch *batch, const char *path);
/* A figure, or a split, of each of these files (ending with NULL), once for a batch; its options
 * are those that were set. */
CT_API void ct_batch_add_figures(ct_batch *batch, const char *chart, const char *const *data);

/* Plans the figures; may be called again when a file has changed. On failure, CT_ERROR_USAGE most
 * of all, the mistakes stand in the report (when there is but one it is the error itself). */
CT_API bool ct_batch_plan(ct_batch *batch, ct_error **error);
/* The remarks and mistakes of the last planning. Borrowed until the next; never NULL. */
CT_API const ct_report *ct_batch_report(const ct_batch *batch);
/* How many figures are planned, and one of them, borrowed until the next planning. */
CT_API unsigned ct_batch_length(const ct_batch *batch);
CT_API ct_figure *ct_batch_figure(ct_batch *batch, unsigned index);
/* All files that the planned figures are made from, and the manifests; ends with NULL. Caller frees
 * the list (ct_free); its texts live until the next planning. */
CT_API const char **ct_batch_files(const ct_batch *batch);

typedef enum {
    CT_DRAWN,
    CT_UNCHANGED,
    CT_FAILED,
    CT_SKIPPED,   /* another one failed before it began, under fail-fast */
    CT_WOULD_DRAW /* in a dry run */
} ct_state;

/* What became of a figure. Borrowed for the time of the call that shows it. */
typedef struct {
    const char *name;
    const char *file; /* where its group begins; NULL and 0: it has none */
    unsigned line;
    ct_state state;
    const char *why;            /* why it was, or would be, drawn; NULL */
    const ct_error *error;      /* CT_FAILED */
    const ct_report *report;    /* remarks of the drawing */
    const ct_finding *findings; /* with the option "lint"; NULL: not asked for */
    double seconds;
} ct_result;

/* A planned figure before anything became of it: its name, and where its group begins. Borrowed
 * until the next planning. */
CT_API ct_result ct_batch_planned(const ct_batch *batch, unsigned index);

/* Any function may be NULL; all are called in the thread of ct_batch_run(). */
typedef struct {
    void (*finished)(unsigned n_finished, const ct_result *result, void *data); /* in any order */
    void (*result)(unsigned index, const ct_result *result, void *data); /* in plan's order */
    void *data;
} ct_watcher;

/* Draws what is planned; a figure that fails stops no other. Writes the files of the options
 * "report" and "contact-sheet" as well, which is what *error can be about. The exit status of the
 * program: 0, or 3 when an output could not be written, else 4, else 1. */
CT_API int ct_batch_run(ct_batch *batch, const ct_watcher *watcher, ct_error **error);
/* How many figures of the last run ended so. */
CT_API unsigned ct_batch_count(const ct_batch *batch, ct_state state);
/* All of that in words: "200 figures: 12 drawn, 187 unchanged, 1 failed". Caller frees. */
CT_API char *ct_batch_counts(const ct_batch *batch);

/* Until the next planning only figures that are made from one of these files (ending with NULL, as
 * ct_batch_files() names them) are run; all of them when one is a manifest. */
CT_API void ct_batch_choose(ct_batch *batch, const char *const *files);

/* ---- Files that are waited for ---- */

typedef struct ct_watch ct_watch;

CT_API ct_watch *ct_watch_new(ct_error **error);
CT_API void ct_watch_free(ct_watch *watch);
/* Watches these files (ending with NULL), which need not be there, and no others. To be called
 * before they are read: a file that is saved meanwhile is told about by the next wait. */
CT_API bool ct_watch_set(ct_watch *watch, const char *const *files, ct_error **error);
/* Waits until files are saved or gone, a burst of events at once; ends with NULL, none when a
 * signal came. Caller frees the list (ct_free); its texts live until the next set. */
CT_API const char **ct_watch_wait(ct_watch *watch, ct_error **error);

/* The figures in the folders of the outputs that Cartouche drew and that are no output of the plan;
 * ends with NULL. CT_ERROR_INPUT when it is not known which outputs the plan has. Caller frees the
 * list and nothing in it (ct_free); its texts live until the next call or planning. */
CT_API const char **ct_batch_prune(ct_batch *batch, ct_error **error);

/* Reports of the shards of a batch (names ending with NULL) into one file. */
CT_API bool ct_merge_reports(const char *const *files, const char *path, ct_error **error);

/* ---- How a figure was made ---- */

/* What a figure that Cartouche wrote (SVG, PNG or PDF) says of itself: the command that draws it
 * again, with the names of files and not their folders, and the SHA-256 of the render revision, the
 * options and the bytes of all that was read (NULL: it has none). Behind its 64 digits stand 16 of
 * the font files that have a part in the figure, where there are any. A PDF of several figures has
 * a line a page in both. Caller frees both. */
CT_API bool ct_show(const char *path, char **ret_command, char **ret_hash, ct_error **error);

/* ---- Several figures in one file ---- */

typedef struct ct_deck ct_deck;

/* A file to be, as its name says: slides (".pptx"), or pages that are each as large as their figure
 * (".pdf"). With a title (NULL or "": none) slides begin with one that shows it; of pages it is the
 * document's. NULL and CT_ERROR_USAGE: another extension. */
CT_API ct_deck *ct_deck_new(const char *path, const char *title, ct_error **error);
CT_API void ct_deck_free(ct_deck *deck);

/* Adds a figure that Cartouche wrote. A slide takes a PNG, or an SVG and a PNG for readers that
 * draw no SVG: the file beside it that differs in its extension only; without one the figure is
 * drawn again from its command and the data that lie in its folder. A page is always drawn so, from
 * SVG, PNG or PDF. A PNG or data that are not those of the figure are CT_ERROR_INPUT. */
CT_API bool ct_deck_add(ct_deck *deck, const char *figure, ct_error **error);

/* Adds a figure that need not have been written, such as one of ct_batch_figure(). It is drawn now,
 * and borrowed until the deck is written. */
CT_API bool ct_deck_add_figure(ct_deck *deck, ct_figure *figure, ct_error **error);

/* Draws figures that will be added with ct_deck_add_figure(), so many at a time (0: one a core);
 * adding one of them then takes no time, and says what was wrong with it. Until it is added, a
 * figure must not be changed or freed. */
CT_API void ct_deck_draw_ahead(ct_deck *deck, ct_figure *const *figures, unsigned n, unsigned jobs);

/* Writes the deck, whole or not at all. One without figures, or one that would overwrite a figure,
 * is CT_ERROR_USAGE. */
CT_API bool ct_deck_write(ct_deck *deck, ct_error **error);

/* What figures that were drawn again remarked besides what was said when they were drawn first:
 * letters that no font has. Valid until the deck is used again. */
CT_API const ct_report *ct_deck_report(const ct_deck *deck);

/* ---- For programs around it ---- */

/* ` (did you mean "a", "b"?)` with the nearest of names (ending with NULL), or "". Caller frees. */
CT_API char *ct_suggest(const char *word, const char *const *names);
/* Text that is safe on one line: control characters and bytes that are no UTF-8 as \xNN. Caller
 * frees. */
CT_API char *ct_escape(const char *text);

/* Writes bytes to path, whole or not at all ("-": standard output). */
CT_API bool ct_write(const char *path, const void *bytes, size_t length, ct_error **error);

/* For main() only: signals that end the program remove its unfinished files first, writing to a
 * closed pipe is an error and no signal, and closed standard streams are opened on /dev/null. */
CT_API void ct_process_prepare(void);

#ifdef __cplusplus
}
#endif

#endif
