// Completion for three shells, each in its own file.
#pragma once

#include "cli/command.h"

void completion_append_bash(GString *out);
void completion_append_zsh(GString *out);
void completion_append_fish(GString *out);

/* The words an option takes, separated by blanks; "" when it takes free text. Caller frees. */
char *completion_values(const ct_option *option);
/* The words that may follow a command; "" when files do, or nothing. Caller frees. */
char *completion_subjects(const Command *command);
/* Charts and commands. Caller frees. */
char *completion_first_words(void);
