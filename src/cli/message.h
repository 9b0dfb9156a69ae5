// What the program says: one line a message on standard error, text on standard output.
#pragma once

#include "cartouche.h"

#include <glib.h>

/* Prints a usage error and returns its exit status, 2. */
int message_usage(const char *format, ...) G_GNUC_PRINTF(1, 2);

/* Prints and frees an error; returns its exit status. */
int message_error(ct_error *error);

/* Prints the remarks, in order; quiet: but the notes. */
void message_report(const ct_report *report, gboolean quiet);

/* Writes text to standard output; returns 0, or 3 when that fails. */
int message_print(const GString *text);

/* What stands on the terminal below the messages: hide is called before anything is printed, show
 * after it. NULL: nothing does any more. */
void message_set_bar(void (*hide)(gpointer data), void (*show)(gpointer data), gpointer data);

/* Of many figures: a remark of one with its name, and why one failed, at the place of its group. */
void message_remark(const ct_report *report, unsigned index, const char *figure);
void message_failed(const ct_result *result);

/* A file that was watched is not there any more. */
void message_gone(const char *file);
