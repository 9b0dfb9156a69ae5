// Lists of figures: INI files of which each group is a figure.
//
//   include = house.ini      only before the first group; read as if its lines stood here
//   [defaults]               goes to all groups, of this file and of included ones
//   theme = print
//   [trade]
//   chart = line
//   data = trade.csv
//   output = trade.svg       keys that repeat on the command line repeat here
//
// This room of the house knows no options: what keys and values mean is found by the plan.
#pragma once

#include "base/error.h"

typedef struct {
    char *name, *value; /* as typed; a value may be "" */
    Where where;        /* its file is borrowed from the manifest */
} ManifestKey;

typedef struct {
    char *name;
    Where where;
    GPtrArray *keys; /* ManifestKey *, owned, in the order of the file */
} ManifestGroup;

typedef struct {
    GPtrArray *files; /* char *, owned: the manifest first, then what it includes, each once */
    GPtrArray
        *defaults;     /* ManifestKey *, owned: of included files first, so that later ones hold */
    GPtrArray *groups; /* ManifestGroup *, owned, in the order of their lines */
} Manifest;

/* Reads a manifest and what it includes. Every mistake is added to errors (GError *, owned by it):
 * ERROR_USAGE with file and line, ERROR_INPUT for the manifest itself when it cannot be read. The
 * result is whole only when nothing was added; it is never NULL. Caller owns. */
Manifest *manifest_read(const char *file, GPtrArray *errors);
void manifest_free(Manifest *manifest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Manifest, manifest_free)

/* path as it is meant in file: relative ones begin in the folder of file (NULL: in the current
 * one). Caller frees. */
char *manifest_path(const char *file, const char *path);
