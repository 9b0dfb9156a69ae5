// Commands: one file and one row (command_table.inc) each. What is no command is a chart.
#pragma once

#include "cli/arguments.h"

typedef struct {
    const char *name;
    const char *use;                        /* how it is called, after the program's name */
    const char *summary;                    /* one line */
    gboolean hidden;                        /* not in the help: for packagers and shells */
    int (*run)(const Arguments *arguments); /* returns the exit status */
} Command;

extern const Command *const commands[]; /* ends with NULL */
#define COMMAND(name) extern const Command command_##name;
#include "cli/command_table.inc"
#undef COMMAND
const Command *command_find(const char *name); /* NULL: none */
gboolean command_is_chart(const char *name);
/* Says that word is neither chart nor command; returns the exit status. */
int command_unknown(const char *word);

/* Draws a figure; returns the exit status. */
int render_run(const Arguments *arguments, const char *chart);
/* Prints the help of the program, of a command, or the description of a chart. */
int help_program(void);
int help_command(const Command *command);
int describe_chart(const char *chart);

/* A call that shows the shape of all others. */
#define HELP_EXAMPLE \
    "cartouche bar votes.csv -x percent -y party --title 'Who leads' -o votes.svg -o votes.png"

/* Appends name and text as two columns, the second one at `column`. */
void help_append_row(GString *out, guint indent, const char *name, guint column, const char *text);
/* "--stack auto|none", "-o, --output FILE". Caller frees. */
char *help_flag(const ct_option *option);
/* What an option does, with its other name and its default. Caller frees. */
char *help_option_text(const ct_option *option);
/* The options of one group. */
void help_append_group(GString *out, const char *group);
/* A heading and a row an option, for those of the group that serve the chart (NULL: inspect). */
void help_append_options(GString *out, const char *chart);
