// The options of a figure back as text: what it would take to ask for it again.
#pragma once

#include "plot/option.h"

/* Appends every given option that differs from its default (or may mean something all the same) as
 * " --name=value", in the order of the table and each value in one form whatever was typed (160mm
 * as px, lists quoted where they must be), in single quotes where a shell would read it otherwise.
 * Files go by their last name; outputs, and what decides how a run goes and not what is drawn, are
 * left out. */
void option_append_given(const Spec *spec, GString *out);

/* Appends text as one word of a POSIX shell. */
void option_append_word(GString *out, const char *text);

/* Whether it is a text in which the command line fills in names in braces: there "{{" is a brace,
 * and so it is written in commands. The names of outputs are filled in as well, but stand in no
 * command. */
gboolean option_is_template(const OptionDef *def);
/* Undoes that writing. Caller frees. */
char *option_template_text(const char *value);
