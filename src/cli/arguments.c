#include "cli/arguments.h"

#include "cli/message.h"

#include <string.h>

/* Names with their dashes, for suggestions. */
static char *
suggest_flags(const char *word)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    for (const ct_option *option = ct_options(); option->name != NULL; option++) {
        g_ptr_array_add(names, g_strdup(option->name));
        if (option->alias != NULL)
            g_ptr_array_add(names, g_strdup(option->alias));
        if (!option->takes_value)
            g_ptr_array_add(names, g_strconcat("no-", option->name, NULL));
    }
    g_ptr_array_add(names, g_strdup("help"));
    g_ptr_array_add(names, g_strdup("version"));
    g_ptr_array_add(names, NULL);
    return ct_suggest(word, (const char *const *)names->pdata);
}

/* The dashes would count as letters in common, so they are put in afterwards. */
static void
unknown_flag(const char *flag, const char *name)
{
    g_autofree char *near = suggest_flags(name);
    g_auto(GStrv) parts = g_strsplit(near, "\"", -1);
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; parts[i] != NULL; i++)
        g_string_append_printf(text, "%s%s%s", i > 0 ? "\"" : "",
                               i % 2 == 0             ? ""
                               : strlen(parts[i]) > 1 ? "--"
                                                      : "-",
                               parts[i]);
    message_usage("unknown option %s%s", flag,
                  text->len > 0 ? text->str : "; cartouche --help lists them");
}

static void
arguments_add(Arguments *arguments, const ct_option *option, char *flag, const char *value)
{
    GivenOption given = { option, flag, value };

    g_ptr_array_add(arguments->flags, flag);
    g_array_append_val(arguments->options, given);
}

/* The row behind a flag as typed, without its value. NULL after a message. */
static const ct_option *
find_flag(const char *flag, gboolean *ret_negated)
{
    gboolean is_long = g_str_has_prefix(flag, "--");
    const char *name = flag + (is_long ? 2 : 1);
    const ct_option *option = is_long || strlen(name) == 1 ? ct_option_find(name) : NULL;

    *ret_negated = option == NULL && is_long && g_str_has_prefix(name, "no-");
    if (*ret_negated)
        option = ct_option_find(name + strlen("no-"));
    if (option == NULL)
        unknown_flag(flag, name);
    else if (*ret_negated && option->takes_value)
        message_usage("%s: --%s is no switch that could be turned off", flag, option->name);
    else
        return option;
    return NULL;
}

static gboolean
arguments_refuse(const char *flag, const char *why)
{
    message_usage("%s %s", flag, why);
    return FALSE;
}

/* One argument that begins with a dash. Takes the argument after it when that is its value. */
static gboolean
arguments_take_flag(Arguments *arguments, const char *argument, const char *next,
                    gboolean *ret_took_next)
{
    const char *equals = strchr(argument, '=');
    const char *value = equals != NULL ? equals + 1 : NULL;
    g_autofree char *flag =
        equals != NULL ? g_strndup(argument, (gsize)(equals - argument)) : g_strdup(argument);
    gboolean negated;
    const ct_option *option = find_flag(flag, &negated);

    if (option == NULL)
        return FALSE;
    if (negated && value != NULL)
        return arguments_refuse(flag, "takes no value");
    if (value == NULL && !option->takes_value)
        value = negated ? "off" : "on";
    *ret_took_next = value == NULL;
    if (value == NULL && next == NULL)
        return arguments_refuse(flag, "needs a value");
    arguments_add(arguments, option, g_steal_pointer(&flag), value != NULL ? value : next);
    return TRUE;
}

gboolean
arguments_parse(int argc, char **argv, Arguments *ret_arguments)
{
    g_auto(Arguments) arguments = {
        .operands = g_ptr_array_new(),
        .options = g_array_new(FALSE, FALSE, sizeof(GivenOption)),
        .flags = g_ptr_array_new_with_free_func(g_free),
    };
    gboolean ended = FALSE;

    for (int i = 1; i < argc; i++) {
        gboolean took_next = FALSE;

        if (ended || argv[i][0] != '-' || argv[i][1] == '\0')
            g_ptr_array_add(arguments.operands, argv[i]);
        else if (strcmp(argv[i], "--") == 0)
            ended = TRUE;
        else if (strcmp(argv[i], "--help") == 0)
            arguments.help = TRUE;
        else if (strcmp(argv[i], "--version") == 0)
            arguments.version = TRUE;
        else if (!arguments_take_flag(&arguments, argv[i], i + 1 < argc ? argv[i + 1] : NULL,
                                      &took_next))
            return FALSE;
        i += took_next;
    }
    *ret_arguments = arguments;
    arguments = (Arguments){ .operands = NULL };
    return TRUE;
}

void
arguments_clear(Arguments *arguments)
{
    g_clear_pointer(&arguments->operands, g_ptr_array_unref);
    g_clear_pointer(&arguments->options, g_array_unref);
    g_clear_pointer(&arguments->flags, g_ptr_array_unref);
}

guint
arguments_count(const Arguments *arguments)
{
    return arguments->operands->len == 0 ? 0 : arguments->operands->len - 1;
}

const char *
arguments_get(const Arguments *arguments, guint index)
{
    return g_ptr_array_index(arguments->operands, index + 1);
}

gboolean
arguments_expect(const Arguments *arguments, guint min, guint max, const char *use)
{
    const char *command = g_ptr_array_index(arguments->operands, 0);

    if (arguments->options->len > 0)
        return message_usage("%s takes no %s", command,
                             g_array_index(arguments->options, GivenOption, 0).flag) == 0;
    if (arguments_count(arguments) < min)
        return message_usage("%s needs to know of what: cartouche %s", command, use) == 0;
    if (arguments_count(arguments) > max)
        return message_usage("\"%s\" is one argument too many: cartouche %s",
                             arguments_get(arguments, max), use) == 0;
    return TRUE;
}
