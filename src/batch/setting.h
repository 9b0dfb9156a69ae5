// What is asked of a figure, in layers: the defaults of a manifest, its group, the flags of the
// command line.
#pragma once

#include "batch/manifest.h"
#include "batch/plan.h"
#include "batch/template.h"

typedef enum { SETTING_CHART, SETTING_DATA, SETTING_OPTION } SettingKind;

typedef struct {
    SettingKind kind;
    const OptionDef *def; /* of an option; else NULL */
    const char *value;    /* borrowed */
    Where where;          /* its file is where relative paths begin; NULL: the current folder */
    gboolean own;         /* of the group itself: it must mean something to its chart */
    gboolean used;        /* it went to a figure, or gave way to what was said closer by */
    GError *refused;      /* why it went to none so far; NULL: nothing refused it */
} Setting;

void setting_free(gpointer setting);

/* Keys as settings (Setting *, owned by the array). Unknown keys, those that belong to the whole
 * batch, and what is set twice in one file are mistakes. own: they stand in a group. */
GPtrArray *settings_from_keys(const GPtrArray *keys, gboolean own, GPtrArray *errors);
GPtrArray *settings_from_flags(const GArray *flags);

/* What holds of both: what repeats adds up, of all others the later holds; data and outputs said
 * later hold alone. Borrows the settings. Caller frees the array. */
GPtrArray *settings_merge(const GPtrArray *first, const GPtrArray *later);

/* The value as a figure has it: names in braces filled in where that has a meaning (names NULL:
 * left as they are), paths from the folder of the file that says them. NULL and ERROR_USAGE with
 * the place. Caller frees. */
char *setting_value(const Setting *setting, const TemplateName *names, GError **error);
/* Whether names in braces mean something in it, and whether its value is the name of an output. */
gboolean setting_is_template(const Setting *setting);
gboolean setting_is_output(const Setting *setting);
gboolean setting_is(const Setting *setting, const char *option);

/* The same error at another place. Takes inner. */
void setting_error(GError **error, Where where, GError *inner);
