#include "cli/completion.h"

#include <string.h>

/* "-x|--x", "-o|--output". */
static char *
flag_pattern(const ct_option *option)
{
    GString *out = g_string_new(NULL);
    const char *names[] = { option->name, option->alias };

    for (guint i = 0; i < G_N_ELEMENTS(names) && names[i] != NULL; i++) {
        if (strlen(names[i]) == 1)
            g_string_append_printf(out, "%s-%s", out->len > 0 ? "|" : "", names[i]);
        g_string_append_printf(out, "%s--%s", out->len > 0 ? "|" : "", names[i]);
    }
    return g_string_free(out, FALSE);
}

static void
append_value_cases(GString *out)
{
    for (const ct_option *option = ct_options(); option->name != NULL; option++) {
        g_autofree char *pattern = flag_pattern(option);
        g_autofree char *values = completion_values(option);

        if (!option->takes_value)
            continue;
        if (*values != '\0')
            g_string_append_printf(out, "    %s) words='%s' ;;\n", pattern, values);
        else
            g_string_append_printf(out, "    %s) words= ;;\n", pattern);
    }
}

static void
append_subject_cases(GString *out)
{
    for (guint i = 0; commands[i] != NULL; i++) {
        g_autofree char *subjects = completion_subjects(commands[i]);

        if (*subjects != '\0')
            g_string_append_printf(out, "    %s) words='%s' ;;\n", commands[i]->name, subjects);
    }
}

static void
append_flags(GString *out)
{
    g_string_append(out, "--help --version");
    for (const ct_option *option = ct_options(); option->name != NULL; option++) {
        g_string_append_printf(out, " %s%s", strlen(option->name) == 1 ? "-" : "--", option->name);
        if (!option->takes_value)
            g_string_append_printf(out, " --no-%s", option->name);
    }
}

void
completion_append_bash(GString *out)
{
    g_autofree char *first = completion_first_words();

    g_string_append(
        out, "# bash completion for cartouche, written by `cartouche completion bash`\n"
             "_cartouche()\n{\n"
             "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words\n"
             "    # bash takes --stack=zero for three words.\n"
             "    if [[ $word == = ]]; then\n        word=\n"
             "    elif [[ $before == = ]]; then\n        before=${COMP_WORDS[COMP_CWORD-2]}\n"
             "    fi\n"
             "    case $before in\n");
    append_value_cases(out);
    append_subject_cases(out);
    g_string_append(out, "    *)\n"
                         "        if [[ $word == -* ]]; then\n            words='");
    append_flags(out);
    g_string_append_printf(out,
                           "'\n"
                           "        elif [[ $COMP_CWORD -eq 1 ]]; then\n            words='%s'\n"
                           "        fi ;;\n"
                           "    esac\n"
                           "    # Without words bash itself completes file names.\n"
                           "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
                           "}\n"
                           "complete -o bashdefault -o default -F _cartouche cartouche\n",
                           first);
}
