// Scene to bytes. One row a format (format_table.inc).
#pragma once

#include "base/error.h"
#include "scene/node.h"

typedef struct {
    double scale;      /* PNG: pixels per px */
    gboolean outlines; /* text as outlines, not as text */
    gboolean metadata; /* write title, description, source, command and hash into the file */
    const char *command, *hash; /* what the figure says about itself; NULL: nothing */
    guint64 max_pixels;         /* 0: default limit */
} OutputOptions;

/* A figure of a document of several. */
typedef struct {
    const Scene *scene;
    OutputOptions options;
} OutputPage;

typedef struct {
    const char *name;      /* "svg" */
    const char *extension; /* ".svg" */
    const char *summary;
    /* Bytes of the whole file; caller frees. ERROR_LIMIT (names --max-pixels) or ERROR_OUTPUT. */
    GBytes *(*write)(const Scene *scene, const OutputOptions *options, GError **error);
} OutputFormat;

extern const OutputFormat *const output_formats[];        /* ends with NULL */
const OutputFormat *output_format_find(const char *name); /* "svg"; NULL: none */
const OutputFormat *
output_format_for_path(const char *path); /* by extension, any case; NULL: none */
